awb_test(NAME tst_audit_document SOURCES tst_audit_document.cpp LINKS rules audit foundation)
