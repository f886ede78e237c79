# The recorded sample audit in the program as it ships: no server is needed.
awb_test(NAME tst_sample_audit SOURCES tst_sample_audit.cpp LINKS ui services test_support LABELS ui TIMEOUT 300)
