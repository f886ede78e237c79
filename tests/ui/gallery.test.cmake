# All components on one sheet: run it with a prefix to write pictures, without one to look at them.
add_executable(ui_gallery gallery.cpp)
target_link_libraries(ui_gallery PRIVATE awb_ui awb_flags)
