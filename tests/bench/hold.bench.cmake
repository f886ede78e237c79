awb_bench(NAME hold SOURCES bench_hold.cpp LINKS awb_load_bench)
