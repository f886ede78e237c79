awb_fuzz(NAME fuzz_openapi SOURCES fuzz_openapi.cpp LINKS probe_http)
