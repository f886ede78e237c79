awb_test(NAME tst_external_process SOURCES tst_external_process.cpp machine_lag.h LINKS probe)
awb_test(NAME tst_wrk_report SOURCES tst_wrk_report.cpp LINKS probe_load)
awb_test(NAME tst_wrk_engine SOURCES tst_wrk_engine.cpp load_world.h engine_world.h LINKS probe_load rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_wrk_faults SOURCES tst_wrk_faults.cpp load_world.h engine_world.h LINKS probe_load test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_k6_script SOURCES tst_k6_script.cpp load_world.h engine_world.h LINKS probe_load test_support)
awb_test(NAME tst_k6_engine SOURCES tst_k6_engine.cpp load_world.h engine_world.h k6_world.h LINKS probe_load test_support)
awb_test(NAME tst_engine_choice SOURCES tst_engine_choice.cpp load_world.h engine_world.h k6_world.h rule_table.h
         LINKS probe_catalog probe_load probe_http rules audit test_support LABELS server TIMEOUT 240)
