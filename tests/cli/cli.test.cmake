awb_test(NAME tst_cli SOURCES tst_cli.cpp cli_process.cpp cli_process.h LINKS foundation Qt6::Network LABELS server TIMEOUT 900)
add_dependencies(tst_cli auditbench-cli)
awb_test(NAME tst_cli_audits SOURCES tst_cli_audits.cpp cli_process.cpp cli_process.h
         LINKS foundation sample_result test_support LABELS server TIMEOUT 600)
add_dependencies(tst_cli_audits auditbench-cli)
