awb_bench(NAME verdict-simulation SOURCES bench_verdict_simulation.cpp LINKS latency)
