add_library(awb_ui_world STATIC ${CMAKE_CURRENT_SOURCE_DIR}/ui_world.cpp ${CMAKE_CURRENT_SOURCE_DIR}/ui_world.h
            ${CMAKE_CURRENT_SOURCE_DIR}/load_target.cpp ${CMAKE_CURRENT_SOURCE_DIR}/load_target.h
            ${CMAKE_CURRENT_SOURCE_DIR}/window_steps.cpp ${CMAKE_CURRENT_SOURCE_DIR}/window_steps.h)
target_link_libraries(awb_ui_world PUBLIC awb_flags awb_ui awb_test_support awb_probe_load awb_probe_http Qt6::Test)
awb_test(NAME tst_audit_session SOURCES tst_audit_session.cpp LINKS ui_world TIMEOUT 180)
add_executable(ui_screenshots ${CMAKE_CURRENT_SOURCE_DIR}/screenshots.cpp ${CMAKE_CURRENT_SOURCE_DIR}/screenshot_tour.cpp)
target_link_libraries(ui_screenshots PRIVATE awb_ui_world awb_sample)
awb_test(NAME tst_load_page SOURCES tst_load_page.cpp LINKS ui_world TIMEOUT 180)
awb_test(NAME tst_endpoints SOURCES tst_endpoints.cpp endpoints_world.h LINKS ui_world sample TIMEOUT 180)
awb_test(NAME tst_endpoints_page SOURCES tst_endpoints_page.cpp endpoints_world.h LINKS ui_world sample TIMEOUT 180)
awb_test(NAME tst_walk_journey SOURCES tst_walk_journey.cpp LINKS ui_world TIMEOUT 300)
awb_test(NAME tst_plan_reviews SOURCES tst_plan_reviews.cpp LINKS ui_world TIMEOUT 180)
awb_test(NAME tst_by_letter SOURCES tst_by_letter.cpp LINKS ui_world TIMEOUT 180)
awb_test(NAME tst_store_faults SOURCES tst_store_faults.cpp LINKS ui_world TIMEOUT 180)
awb_test(NAME tst_sign_off SOURCES tst_sign_off.cpp LINKS ui_world TIMEOUT 180)
awb_test(NAME tst_no_blocking SOURCES tst_no_blocking.cpp LINKS ui_world TIMEOUT 180)
set_target_properties(tst_no_blocking PROPERTIES ENABLE_EXPORTS ON) # its calls come before the C library's
target_link_libraries(tst_no_blocking PRIVATE ${CMAKE_DL_LIBS})
