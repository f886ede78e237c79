awb_test(NAME tst_metrics SOURCES tst_metrics.cpp http_world.h rule_table.h LINKS probe_metrics rules test_support LABELS server)
awb_test(NAME tst_alerts SOURCES tst_alerts.cpp http_world.h rule_table.h LINKS probe_metrics rules test_support LABELS server TIMEOUT 240)
