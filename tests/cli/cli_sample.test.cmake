# Two whole sample worlds, each with its window of a minute, every probe and now bursts at every endpoint: ten minutes under the
# sanitizers on two busy cores, too near to its own limits for a check that must not cry wolf. It is built here and run by hand:
# build/asan/bin/tst_cli_sample. packaging/quickstart holds the same flaws against a release build.
add_executable(tst_cli_sample tst_cli_sample.cpp cli_process.cpp cli_process.h sample_process.h)
target_link_libraries(tst_cli_sample PRIVATE awb_flags awb_foundation Qt6::Test Qt6::Core)
add_dependencies(tst_cli_sample auditbench-cli sample_backend)
