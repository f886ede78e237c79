awb_test(NAME tst_pdf SOURCES tst_pdf.cpp LINKS sample_result report_pdf)
