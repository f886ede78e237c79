awb_test(NAME tst_style SOURCES tst_style.cpp LINKS ui)
