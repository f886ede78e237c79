awb_test(NAME tst_painters SOURCES tst_painters.cpp LINKS report_pdf audit)
