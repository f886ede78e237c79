awb_fuzz(NAME fuzz_checklist SOURCES fuzz_checklist.cpp LINKS audit)
