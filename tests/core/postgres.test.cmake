awb_test(NAME tst_statement_bounds SOURCES tst_statement_bounds.cpp LINKS probe_postgres probe)
awb_test(NAME tst_plan_gate SOURCES tst_plan_gate.cpp LINKS probe_postgres probe)
awb_test(NAME tst_postgres_schema SOURCES tst_postgres_schema.cpp postgres_world.h verdict_of.h
    LINKS probe_postgres probe rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_postgres_queries SOURCES tst_postgres_queries.cpp postgres_world.h verdict_of.h
    LINKS probe_postgres probe rules test_support LABELS server TIMEOUT 600)
awb_test(NAME tst_postgres_connections SOURCES tst_postgres_connections.cpp postgres_world.h verdict_of.h
    LINKS probe_postgres probe rules test_support Qt6::Network LABELS server TIMEOUT 300)
awb_test(NAME tst_pool_verdicts SOURCES tst_pool_verdicts.cpp postgres_world.h verdict_of.h
    LINKS probe_postgres probe rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_postgres_views SOURCES tst_postgres_views.cpp postgres_world.h verdict_of.h
    LINKS probe_postgres probe rules test_support LABELS server TIMEOUT 600)
