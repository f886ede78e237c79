awb_fuzz(NAME fuzz_trace SOURCES fuzz_trace.cpp LINKS probe_http)
