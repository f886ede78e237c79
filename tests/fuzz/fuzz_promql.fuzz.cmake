awb_fuzz(NAME fuzz_promql SOURCES fuzz_promql.cpp LINKS probe_metrics)
awb_fuzz(NAME fuzz_alert_rules SOURCES fuzz_alert_rules.cpp LINKS probe_metrics)
