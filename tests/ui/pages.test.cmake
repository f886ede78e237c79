# Presenters without a window, pages by objectName, in a temporary home.
foreach(page scorecard probes other)
    awb_test(NAME tst_${page}_page
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_${page}_page.cpp ${CMAKE_CURRENT_LIST_DIR}/page_world.cpp
        LINKS ui LABELS ui)
endforeach()
awb_test(NAME tst_page_ends
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_page_ends.cpp ${CMAKE_CURRENT_LIST_DIR}/page_world.cpp
    LINKS ui LABELS ui)
awb_test(NAME tst_top_bar
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_top_bar.cpp ${CMAKE_CURRENT_LIST_DIR}/page_world.cpp
    LINKS ui LABELS ui)
