awb_bench(NAME accuracy SOURCES bench_accuracy.cpp LINKS awb_load_bench)
