awb_fuzz(NAME fuzz_http_response SOURCES fuzz_http_response.cpp LINKS probe_load)
awb_fuzz(NAME fuzz_hdr SOURCES fuzz_hdr.cpp LINKS latency)
awb_fuzz(NAME fuzz_latency_import SOURCES fuzz_latency_import.cpp LINKS probe_load)
awb_fuzz(NAME fuzz_load_tools SOURCES fuzz_load_tools.cpp LINKS probe_load)
