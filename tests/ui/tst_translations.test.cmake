awb_test(NAME tst_translations SOURCES tst_translations.cpp)
