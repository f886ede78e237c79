awb_bench(NAME load-tls SOURCES bench_load_tls.cpp LINKS awb_load_bench)
