awb_test(NAME tst_external_process SOURCES tst_external_process.cpp LINKS probe)
