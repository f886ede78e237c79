awb_test(NAME tst_query_bursts SOURCES tst_query_bursts.cpp http_world.h rule_table.h
    LINKS probe_burst rules test_support LABELS server TIMEOUT 300)
