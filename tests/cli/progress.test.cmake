awb_test(NAME tst_progress SOURCES tst_progress.cpp ${CMAKE_SOURCE_DIR}/app/cli/progress.cpp ${CMAKE_SOURCE_DIR}/app/cli/progress.h
    LINKS foundation services LABELS core)
