awb_fuzz(NAME fuzz_promql SOURCES fuzz_promql.cpp LINKS probe_metrics)
