awb_bench(NAME run-data SOURCES bench_run_data.cpp)
add_dependencies(bench_run_data auditbench-cli sample_backend)
