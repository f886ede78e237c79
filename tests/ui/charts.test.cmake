# Charts: scales, and every kind drawn by Qt Charts.
awb_test(NAME tst_charts SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_charts.cpp LINKS ui LABELS ui)
