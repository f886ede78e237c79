awb_test(NAME tst_foundation SOURCES tst_foundation.cpp LINKS foundation LABELS core)
