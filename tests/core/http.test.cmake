awb_test(NAME tst_http_client SOURCES tst_http_client.cpp http_world.h LINKS probe_http test_support LABELS server)
awb_test(NAME tst_http_tls SOURCES tst_http_tls.cpp http_world.h LINKS probe_http test_support LABELS server)
awb_test(NAME tst_openapi SOURCES tst_openapi.cpp http_world.h openapi_samples.h LINKS probe_http test_support LABELS server)
