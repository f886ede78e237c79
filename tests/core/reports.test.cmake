awb_test(NAME tst_redact SOURCES tst_redact.cpp LINKS sample_result report)
awb_test(NAME tst_reports SOURCES tst_reports.cpp LINKS sample_result report)
