awb_test(NAME tst_checklist SOURCES tst_checklist.cpp LINKS audit)
awb_test(NAME tst_checklist_queries SOURCES tst_checklist_queries.cpp LINKS audit test_support)
