awb_test(NAME tst_store SOURCES tst_store.cpp LINKS store Qt6::Sql LABELS core)
awb_test(NAME tst_store_thread SOURCES tst_store_thread.cpp LINKS store LABELS core)

add_executable(journal_writer journal_writer.cpp)
target_link_libraries(journal_writer PRIVATE awb_store)
awb_test(NAME tst_store_kill SOURCES tst_store_kill.cpp kill_rounds.cpp kill_rounds.h LINKS store Qt6::Sql LABELS core)
add_dependencies(tst_store_kill journal_writer)
