awb_test(NAME tst_http_client SOURCES tst_http_client.cpp http_world.h LINKS probe_http test_support LABELS server)
awb_test(NAME tst_http_tls SOURCES tst_http_tls.cpp http_world.h LINKS probe_http test_support LABELS server)
awb_test(NAME tst_openapi SOURCES tst_openapi.cpp http_world.h openapi_samples.h LINKS probe_http test_support LABELS server)
awb_test(NAME tst_cell_words SOURCES tst_cell_words.cpp http_shop.h http_world.h
    LINKS probe_http report report_pdf test_support Qt6::Gui LABELS server)
awb_test(NAME tst_left_out SOURCES tst_left_out.cpp http_shop.h http_world.h rule_table.h
    LINKS probe_http rules test_support LABELS server)
awb_test(NAME tst_rules_http SOURCES tst_rules_http.cpp LINKS rules)
awb_test(NAME tst_http_probes SOURCES tst_http_probes.cpp http_shop.h http_world.h rule_table.h LINKS probe_http rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_http_doctor SOURCES tst_http_doctor.cpp http_shop.h http_world.h LINKS probe_http test_support LABELS server)
awb_test(NAME tst_login_limit SOURCES tst_login_limit.cpp http_world.h rule_table.h LINKS probe_http rules test_support LABELS server)
awb_test(NAME tst_traces SOURCES tst_traces.cpp http_world.h rule_table.h LINKS probe_http rules test_support LABELS server)
awb_test(NAME tst_http_nginx SOURCES tst_http_nginx.cpp http_world.h rule_table.h LINKS probe_http rules test_support LABELS server TIMEOUT 120)
awb_test(NAME tst_hints SOURCES tst_hints.cpp http_world.h rule_table.h LINKS probe_http rules test_support LABELS server)
awb_test(NAME tst_hints_sample SOURCES tst_hints_sample.cpp http_world.h rule_table.h
    LINKS probe_http rules sample LABELS server TIMEOUT 120)
