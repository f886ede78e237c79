awb_test(NAME tst_redis_protocol SOURCES tst_redis_protocol.cpp LINKS probe_redis)
awb_test(NAME tst_redis_keys SOURCES tst_redis_keys.cpp LINKS probe_redis)
awb_test(NAME tst_redis_client SOURCES tst_redis_client.cpp fake_server.h redis_world.h LINKS probe_redis test_support
         LABELS server)
awb_test(NAME tst_redis_probes SOURCES tst_redis_probes.cpp fake_server.h redis_world.h verdict_of.h
         LINKS probe_redis rules test_support LABELS server TIMEOUT 300)
awb_test(NAME tst_redis_cluster SOURCES tst_redis_cluster.cpp fake_server.h redis_world.h LINKS probe_redis test_support LABELS server)
awb_test(NAME tst_redis_doctor SOURCES tst_redis_doctor.cpp redis_world.h LINKS probe_redis test_support LABELS server)
awb_test(NAME tst_rules_caching SOURCES tst_rules_caching.cpp LINKS rules)
