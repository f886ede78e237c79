# The whole program with real servers, from the first key to the PDF.
awb_test(NAME tst_first_audit SOURCES tst_first_audit.cpp LINKS ui services test_support LABELS server TIMEOUT 400)
