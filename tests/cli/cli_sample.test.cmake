# Two whole sample worlds, each with its window of a minute: five to eight minutes.
awb_test(NAME tst_cli_sample SOURCES tst_cli_sample.cpp cli_process.cpp cli_process.h sample_process.h LINKS foundation LABELS server TIMEOUT 1200)
add_dependencies(tst_cli_sample auditbench-cli sample_backend)
set_property(TEST tst_cli_sample APPEND PROPERTY ENVIRONMENT QTEST_FUNCTION_TIMEOUT=900000) # Qt Test's own: 300 s
set_property(TEST tst_cli_sample PROPERTY COST 600) # begins first, so that the others run beside it
