awb_test(NAME tst_cli_load SOURCES tst_cli_load.cpp cli_process.cpp cli_process.h sample_process.h LINKS foundation LABELS server TIMEOUT 600)
add_dependencies(tst_cli_load auditbench-cli sample_backend)
