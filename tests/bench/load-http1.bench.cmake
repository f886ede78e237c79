# Load: against wrk and h2load on a private nginx, and against servers that know the truth.
add_library(awb_load_bench STATIC load_bench.cpp load_bench.h truth_server.cpp truth_server.h)
target_link_libraries(awb_load_bench PUBLIC awb_flags awb_probe_load awb_test_support awb_figure)
awb_bench(NAME load-http1 SOURCES bench_load_http1.cpp LINKS awb_load_bench)
