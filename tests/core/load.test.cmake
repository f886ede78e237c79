awb_test(NAME tst_http_response SOURCES tst_http_response.cpp LINKS probe_load)
awb_test(NAME tst_load_engine SOURCES tst_load_engine.cpp load_world.h LINKS probe_load test_support LABELS server TIMEOUT 240)
awb_test(NAME tst_load_faults SOURCES tst_load_faults.cpp load_world.h LINKS probe_load test_support LABELS server TIMEOUT 240)
awb_test(NAME tst_rules_latency SOURCES tst_rules_latency.cpp rule_table.h LINKS rules latency audit foundation)
awb_test(NAME tst_latency_charts SOURCES tst_latency_charts.cpp rule_table.h LINKS rules latency audit foundation)
awb_test(NAME tst_latency_probe SOURCES tst_latency_probe.cpp load_world.h
         LINKS probe_load probe_http rules test_support LABELS server TIMEOUT 240)
awb_test(NAME tst_latency_import SOURCES tst_latency_import.cpp rule_table.h LINKS probe_load rules latency audit foundation)
