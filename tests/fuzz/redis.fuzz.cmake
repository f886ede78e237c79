awb_fuzz(NAME fuzz_resp
    SOURCES fuzz_resp.cpp ${CMAKE_SOURCE_DIR}/core/probe/redis/resp_reader.cpp
            ${CMAKE_SOURCE_DIR}/core/probe/redis/redis_info.cpp ${CMAKE_SOURCE_DIR}/core/probe/redis/redis_cluster.cpp
            ${CMAKE_SOURCE_DIR}/core/probe/redis/key_pattern.cpp ${CMAKE_SOURCE_DIR}/core/probe/redis/key_census.cpp
    LINKS foundation PkgConfig::HIREDIS)
