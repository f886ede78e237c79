awb_test(NAME tst_catalog SOURCES tst_catalog.cpp LINKS probe_catalog rules audit)
