awb_bench(NAME load-h2 SOURCES bench_load_h2.cpp LINKS awb_load_bench)
