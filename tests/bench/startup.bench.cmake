awb_bench(NAME startup SOURCES bench_startup.cpp LINKS store audit)
if(AWB_GUI)
    add_dependencies(bench_startup auditbench)
endif()
