awb_test(NAME tst_profile SOURCES tst_profile.cpp LINKS target LABELS core)
awb_test(NAME tst_consent SOURCES tst_consent.cpp LINKS target LABELS core)
awb_test(NAME tst_secrets SOURCES tst_secrets.cpp LINKS target test_support LABELS core)
awb_test(NAME tst_profile_edit SOURCES tst_profile_edit.cpp LINKS target LABELS core)
