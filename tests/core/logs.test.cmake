awb_test(NAME tst_logs SOURCES tst_logs.cpp rule_table.h LINKS probe_logs rules audit)
