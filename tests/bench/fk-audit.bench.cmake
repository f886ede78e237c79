awb_bench(NAME fk-audit SOURCES bench_fk_audit.cpp LINKS probe_postgres probe test_support)
