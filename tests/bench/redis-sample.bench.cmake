awb_bench(NAME redis-sample SOURCES bench_redis_sample.cpp redis_million.cpp redis_million.h LINKS probe_redis test_support)
