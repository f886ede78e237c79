awb_fuzz(NAME fuzz_headers SOURCES fuzz_headers.cpp LINKS probe_http)
