awb_bench(NAME pdf SOURCES bench_pdf.cpp LINKS sample_result report_pdf)
