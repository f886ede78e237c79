awb_test(NAME tst_external_process SOURCES tst_external_process.cpp LINKS probe)
awb_test(NAME tst_wrk_report SOURCES tst_wrk_report.cpp LINKS probe_load)
awb_test(NAME tst_wrk_engine SOURCES tst_wrk_engine.cpp load_world.h engine_world.h LINKS probe_load rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_wrk_faults SOURCES tst_wrk_faults.cpp load_world.h engine_world.h LINKS probe_load test_support LABELS server TIMEOUT 300)
