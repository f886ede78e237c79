awb_fuzz(NAME fuzz_metrics SOURCES fuzz_metrics.cpp LINKS probe_metrics)
