awb_test(NAME tst_store SOURCES tst_store.cpp LINKS store Qt6::Sql LABELS core)
