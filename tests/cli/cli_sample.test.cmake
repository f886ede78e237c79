# The run against the whole sample world takes five minutes and has not been seen to pass under the sanitizers yet, so it is
# built and run by hand: build/dev/bin/tst_cli_sample. Once it has, it becomes an awb_test() like the others.
add_executable(tst_cli_sample EXCLUDE_FROM_ALL tst_cli_sample.cpp cli_process.cpp cli_process.h)
target_link_libraries(tst_cli_sample PRIVATE awb_flags Qt6::Test Qt6::Core)
add_dependencies(tst_cli_sample auditbench-cli sample_backend)
