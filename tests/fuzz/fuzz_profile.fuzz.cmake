awb_fuzz(NAME fuzz_profile SOURCES fuzz_profile.cpp LINKS target)
