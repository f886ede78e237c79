awb_test(NAME tst_probe_charts SOURCES tst_probe_charts.cpp data_world.h rule_table.h
    LINKS probe_catalog probe_burst probe_load rules test_support LABELS server TIMEOUT 300)
