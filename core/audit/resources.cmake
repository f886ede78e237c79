# What every program carries: the checklist, the JSON Schemas and the recorded sample audit, under :/auditbench.
# One resource file for the core, so that auditbench-cli and the tests read the same bytes as the workbench.
file(GLOB awb_resources CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/resources/checklist/*.json
    ${CMAKE_SOURCE_DIR}/resources/schemas/*.json
    ${CMAKE_SOURCE_DIR}/resources/sample/*)
qt_add_resources(awb_audit auditbench
    PREFIX /auditbench
    BASE ${CMAKE_SOURCE_DIR}/resources
    FILES ${awb_resources})
