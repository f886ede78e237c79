awb_fuzz(NAME fuzz_log_sample SOURCES fuzz_log_sample.cpp LINKS probe_logs)
