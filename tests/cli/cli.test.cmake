awb_test(NAME tst_cli SOURCES tst_cli.cpp cli_process.cpp cli_process.h LINKS foundation Qt6::Network LABELS server TIMEOUT 900)
add_dependencies(tst_cli auditbench-cli)
