# Two whole sample worlds with a minute's run each: about four minutes.
awb_test(NAME tst_cli_sample SOURCES tst_cli_sample.cpp cli_process.cpp cli_process.h LINKS foundation LABELS server TIMEOUT 900)
add_dependencies(tst_cli_sample auditbench-cli sample_backend)
