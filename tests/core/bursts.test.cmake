awb_test(NAME tst_query_bursts SOURCES tst_query_bursts.cpp http_world.h rule_table.h
    LINKS probe_burst rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_restart_watch SOURCES tst_restart_watch.cpp http_world.h rule_table.h
    LINKS probe_burst rules sample LABELS server TIMEOUT 300)
add_dependencies(tst_restart_watch sample_backend)
