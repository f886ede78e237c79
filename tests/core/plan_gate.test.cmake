awb_test(NAME tst_plan_gate SOURCES tst_plan_gate.cpp LINKS probe_postgres probe)
