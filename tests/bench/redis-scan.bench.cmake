awb_bench(NAME redis-scan SOURCES bench_redis_scan.cpp redis_million.cpp redis_million.h LINKS probe_redis test_support)
