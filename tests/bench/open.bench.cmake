awb_bench(NAME open SOURCES bench_open.cpp LINKS store rules audit services)
