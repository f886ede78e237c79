# auditbench_en.ts holds only plural forms ("1 check", "2 checks"); auditbench_de.ts the window in German. After
# changing visible strings build the target update_translations, then fill in what is new.
find_package(Qt6 6.4 QUIET COMPONENTS LinguistTools)
if(NOT TARGET Qt6::lrelease)
    message(WARNING "No lrelease (packages qt6-tools-dev, qt6-l10n-tools): the window is English, with plurals like '1 checks'.")
    return()
endif()
set(awb_qm "")
foreach(awb_language en de)
    set(awb_ts ${CMAKE_SOURCE_DIR}/translations/auditbench_${awb_language}.ts)
    set(awb_made ${CMAKE_CURRENT_BINARY_DIR}/translations/auditbench_${awb_language}.qm)
    add_custom_command(OUTPUT ${awb_made} DEPENDS ${awb_ts} VERBATIM
        COMMAND Qt6::lrelease -silent ${awb_ts} -qm ${awb_made})
    list(APPEND awb_qm ${awb_made})
endforeach()
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/translations)
qt_add_resources(awb_ui translations PREFIX /auditbench BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${awb_qm})

add_custom_target(update_translations WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM
    COMMAND Qt6::lupdate ui app core -I . -extensions cpp,h -pluralonly -locations none -no-obsolete
            -ts translations/auditbench_en.ts
    COMMAND Qt6::lupdate ui app core -I . -extensions cpp,h -locations none -no-obsolete -ts translations/auditbench_de.ts)
