awb_test(NAME tst_latency SOURCES tst_latency.cpp LINKS latency)
awb_test(NAME tst_exceedance SOURCES tst_exceedance.cpp LINKS latency)
