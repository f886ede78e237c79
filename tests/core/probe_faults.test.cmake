awb_test(NAME tst_probe_faults SOURCES tst_probe_faults.cpp data_world.h rule_table.h
    LINKS probe_catalog rules test_support LABELS server TIMEOUT 600)
awb_test(NAME tst_probe_stops SOURCES tst_probe_stops.cpp data_world.h rule_table.h
    LINKS probe_catalog rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_planted_secrets SOURCES tst_planted_secrets.cpp data_world.h rule_table.h
    LINKS probe_catalog rules report report_pdf test_support Qt6::Gui LABELS server TIMEOUT 300)
awb_test(NAME tst_postgres_versions SOURCES tst_postgres_versions.cpp postgres_world.h
    LINKS probe_postgres probe test_support)
