awb_bench(NAME stall SOURCES bench_stall.cpp LINKS awb_load_bench)
