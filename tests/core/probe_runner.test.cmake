awb_test(NAME tst_probe_runner SOURCES tst_probe_runner.cpp LINKS probe)
