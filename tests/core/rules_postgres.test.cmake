awb_test(NAME tst_rules_database SOURCES tst_rules_database.cpp rule_table.h LINKS rules audit foundation)
awb_test(NAME tst_rules_connections SOURCES tst_rules_connections.cpp rule_table.h LINKS rules audit foundation)
