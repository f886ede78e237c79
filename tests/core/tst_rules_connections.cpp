#include "core/rules/pool_calculator.h"
#include "tests/core/rule_table.h"

using namespace awb;
using namespace awb::test;

namespace
{

constexpr auto pass = Verdict::Pass;
constexpr auto warn = Verdict::Warn;
constexpr auto fail = Verdict::Fail;
constexpr auto inconclusive = Verdict::Inconclusive;
constexpr auto unmeasured = Verdict::NotMeasured;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const Numbers quiet{{"window_s", 60},
                    {"transactions", 6000},
                    {"sessions_per_transaction", 0.001},
                    {"new_backends", 2},
                    {"app_share_percent", 99},
                    {"peak_connections", 10},
                    {"mean_busy", 2},
                    {"max_connections", 100},
                    {"reserved_connections", 3},
                    {"oldest_s", 100},
                    {"longest_idle_s", 5},
                    {"longest_in_transaction_s", 0.2},
                    {"idle_in_transaction_percent", 1},
                    {"unreadable", 0},
                    {"recycled", 0}};

const QJsonObject sized{
    {s("sizing"), QJsonObject{{s("db_cores"), 4}, {s("pool_size"), 5}, {s("instances"), 2}}}};

Facts server(const Numbers& changes, const QJsonObject& details = {}, bool complete = true)
{
    return factsOf("postgres.connections", with(quiet, changes), details, complete);
}

Facts bouncer(const Numbers& numbers, const QJsonObject& details = {})
{
    return factsOf("pgbouncer.console", numbers, details);
}

QJsonObject sizing(const QJsonObject& values)
{
    return {{s("sizing"), values}};
}

} // namespace

// Every outcome of the rules of section 4, and the pool calculator.
class TestRulesConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcome_data()
    {
        ruleColumns();
        poolRows();
        sizeRows();
        timeRows();
        hintRows();
    }
    void outcome()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        QFETCH(QString, verdict);
        QFETCH(QString, letter);
        const Suggestion said = judge(check, facts);
        QVERIFY2(verdictId(said.verdict) == verdict,
                 qPrintable(verdictId(said.verdict) + s(": ") + said.summary.text()));
        QCOMPARE(verdictId(said.byLetter), letter);
        QVERIFY(!said.summary.isEmpty());
        if (said.verdict == inconclusive)
            QVERIFY2(!said.settle.isEmpty(), "an inconclusive suggestion says what would settle it");
    }

    // That nothing pools in between is the profile's word, so the mark is a person's.
    void a_pool_is_never_a_headless_pass()
    {
        const Suggestion said = judge(s("4.1"), only(server({})));
        QCOMPARE(said.verdict, pass);
        QCOMPARE(said.confidence, Confidence::Assisted);
    }

    // Nobody looked at the connections: what the bouncer is set to is all that is known.
    void only_what_was_seen_is_said()
    {
        const Facts proxy = bouncer({{"server_idle_timeout_s", 300}, {"server_lifetime_s", 0}});
        QVERIFY(!judge(s("4.5"), only(proxy)).summary.text().contains(s("none was idle")));
        QVERIFY(judge(s("4.5"), both(server({}), proxy)).summary.text().contains(s("none was idle")));
        const Facts late = server({{"longest_idle_s", 301}});
        QVERIFY(!judge(s("4.5"), both(late, proxy)).summary.text().contains(s("none was idle")));
        QVERIFY(judge(s("4.4"), only(proxy)).summary.text().contains(s("none is reused")));
    }

    // The checklist's own example: 500 req/s, 15 ms, 4 cores → max(10, 8) = 10.
    void the_calculator_follows_the_checklist_data()
    {
        QTest::addColumn<double>("rps");
        QTest::addColumn<double>("ms");
        QTest::addColumn<double>("cores");
        QTest::addColumn<double>("busy");
        QTest::addColumn<int>("byLoad");
        QTest::addColumn<int>("target");
        const double none = -1;
        QTest::newRow("the checklist's example") << 500.0 << 15.0 << 4.0 << none << 10 << 10;
        QTest::newRow("cores count more") << 10.0 << 5.0 << 16.0 << none << 1 << 32;
        QTest::newRow("measured load counts more") << 500.0 << 15.0 << 4.0 << 20.0 << 10 << 26;
        QTest::newRow("no cores, no target") << 500.0 << 15.0 << none << 3.0 << 10 << 0;
        QTest::newRow("cores alone") << none << none << 2.0 << none << 0 << 4;
        QTest::newRow("an idle database still needs one") << 0.0 << 15.0 << 0.5 << 0.0 << 1 << 1;
        QTest::newRow("absurd numbers are not given") << 1e300 << 15.0 << 4.0 << 1e300 << 0 << 8;
    }
    void the_calculator_follows_the_checklist()
    {
        QFETCH(double, rps);
        QFETCH(double, ms);
        QFETCH(double, cores);
        QFETCH(double, busy);
        QFETCH(int, byLoad);
        QFETCH(int, target);
        const auto given = [](double v) { return v < 0 ? std::nullopt : std::optional<double>(v); };
        const PoolTarget out = poolTarget({given(rps), given(ms), given(cores), given(busy)});
        QCOMPARE(out.byLoad.value_or(0), byLoad);
        QCOMPARE(out.target.value_or(0), target);
    }

private:
    static void poolRows()
    {
        row("4.1 pooled", "4.1", only(server({})), pass);
        row("4.1 a session each", "4.1", only(server({{"sessions_per_transaction", 0.5}})), fail);
        row("4.1 a session each at a trickle", "4.1",
            only(server({{"sessions_per_transaction", 0.6}, {"transactions", 100}, {"window_s", 200}})),
            warn);
        row("4.1 some churn", "4.1", only(server({{"sessions_per_transaction", 0.05}})), warn);
        row("4.1 too little traffic", "4.1", only(server({{"transactions", 99}})), unmeasured);
        row("4.1 others make the calls", "4.1", only(server({{"app_share_percent", 50}})), inconclusive);
        row("4.1 share unknown", "4.1", only(server({{"app_share_percent", std::nan("")}})), inconclusive);
        row("4.1 the role's own sessions change", "4.1", only(server({{"new_backends", 600}})), inconclusive);
        row("4.1 behind a bouncer", "4.1",
            both(server({}), bouncer({{"client_transactions", 500}, {"window_s", 60}})), inconclusive);
        const auto clients = [](double ratio, double window) {
            return bouncer({{"client_transactions", 500},
                            {"client_sessions_per_transaction", ratio},
                            {"window_s", window}});
        };
        row("4.1 the bouncer's clients churn", "4.1", both(server({}), clients(0.9, 60)), fail);
        row("4.1 the bouncer's clients churn at a trickle", "4.1", both(server({}), clients(0.9, 600)), warn);
        row("4.1 the bouncer's clients churn a little", "4.1", both(server({}), clients(0.05, 60)), warn);
        row("4.1 the bouncer alone sees churn", "4.1", only(clients(0.9, 60)), fail);
        row("4.1 the bouncer alone sees none", "4.1", only(clients(0.001, 60)), unmeasured);
        row("4.1 the address is a pooler's", "4.1", only(server({}, {{s("through_pooler"), true}})),
            inconclusive);
        row("4.1 hidden sessions", "4.1", only(server({{"unreadable", 3}}, {}, false)), unmeasured);
        row("4.1 failed", "4.1", only(failedFacts("postgres.connections")), unmeasured);
        Facts redis =
            factsOf("redis.connections", {{"connections_per_command", 0.8}, {"commands_window", 1000}},
                    {{s("hint"), true}});
        row("4.1 Redis churns", "4.1", both(server({}), redis), fail);
        redis.measured[0].value = 0.001;
        row("4.1 Redis is quiet", "4.1", both(server({}), redis), pass);
        row("4.1 Redis alone proves nothing", "4.1", only(redis), unmeasured);
    }
    static void sizeRows()
    {
        row("4.2 fits", "4.2", only(server({}, sized)), pass);
        row("4.2 twice the target", "4.2",
            only(server({}, sizing({{s("db_cores"), 4}, {s("pool_size"), 16}, {s("instances"), 1}}))), pass);
        row("4.2 more than twice", "4.2",
            only(server({}, sizing({{s("db_cores"), 4}, {s("pool_size"), 17}, {s("instances"), 1}}))), warn,
            fail);
        row("4.2 under half", "4.2",
            only(server({}, sizing({{s("db_cores"), 4}, {s("pool_size"), 3}, {s("instances"), 1}}))), warn,
            fail);
        row("4.2 more than the server has", "4.2",
            only(server({}, sizing({{s("db_cores"), 4}, {s("pool_size"), 49}, {s("instances"), 2}}))), fail);
        row("4.2 cores unknown", "4.2", only(server({}, sizing({{s("pool_size"), 5}, {s("instances"), 2}}))),
            unmeasured);
        row("4.2 size unknown", "4.2", only(server({}, sizing({{s("db_cores"), 4}}))), unmeasured);
        row("4.2 size unknown, many seen", "4.2",
            only(server({{"peak_connections", 40}}, sizing({{s("db_cores"), 4}}))), warn);
        row("4.2 load asks for more than cores", "4.2", only(server({{"mean_busy", 20}}, sized)), warn, pass);
        row("4.2 fits, but clients waited", "4.2",
            both(server({}, sized), bouncer({{"pool_size_sum", 8}, {"waiting_max", 2}})), warn, pass);
        row("4.2 a bouncer's reserves are more than the server has", "4.2",
            both(server({}, sized), bouncer({{"pool_size_sum", 8}, {"pool_size_most", 98}})), fail);
        row("4.2 a bouncer's pools", "4.2", both(server({}, sized), bouncer({{"pool_size_sum", 8}})), pass);
        row("4.2 failed", "4.2", only(failedFacts("postgres.connections")), unmeasured);
    }
    static void timeRows()
    {
        row("4.3 30 s", "4.3", only(bouncer({{"query_wait_timeout_s", 30}})), pass);
        row("4.3 the default of 120 s", "4.3", only(bouncer({{"query_wait_timeout_s", 120}})), fail);
        row("4.3 for ever", "4.3", only(bouncer({{"query_wait_timeout_s", 0}})), fail);
        row("4.3 failed", "4.3", only(failedFacts("pgbouncer.console")), unmeasured);
        row("4.3 the bouncer failed, the server did not", "4.3",
            both(server({}), failedFacts("pgbouncer.console")), unmeasured);
        row("4.3 no bouncer", "4.3", only(server({})), unmeasured);
        row("4.3 the bouncer answered without the setting", "4.3", only(bouncer({})), unmeasured);
        row("4.3 more connections than the bouncer's", "4.3",
            both(server({}), bouncer({{"query_wait_timeout_s", 30}, {"servers_max", 9}})), inconclusive);
        row("4.3 more connections than a bouncer's that is wrong anyway", "4.3",
            both(server({}), bouncer({{"query_wait_timeout_s", 120}, {"servers_max", 9}})), fail);
        row("4.3 all of them are the bouncer's", "4.3",
            both(server({}), bouncer({{"query_wait_timeout_s", 30}, {"servers_max", 10}})), pass);
        row("4.3 the server failed", "4.3",
            both(failedFacts("postgres.connections"), bouncer({{"query_wait_timeout_s", 30}})), unmeasured);

        row("4.4 one old connection disproves", "4.4", only(server({{"oldest_s", 1800}})), fail);
        row("4.4 all young prove nothing", "4.4", only(server({{"oldest_s", 1799}})), inconclusive);
        row("4.4 watched, nothing replaced", "4.4", only(server({{"window_s", 2100}})), inconclusive);
        row("4.4 watched and replaced", "4.4", only(server({{"window_s", 2100}, {"recycled", 4}})), pass);
        row("4.4 the bouncer's default hour", "4.4", both(server({}), bouncer({{"server_lifetime_s", 3600}})),
            fail);
        row("4.4 the bouncer's 25 min", "4.4", both(server({}), bouncer({{"server_lifetime_s", 1500}})),
            pass);
        row("4.4 more connections than the bouncer's", "4.4",
            both(server({}), bouncer({{"server_lifetime_s", 1500}, {"servers_max", 9}})), inconclusive);
        row("4.4 all of them are the bouncer's", "4.4",
            both(server({}), bouncer({{"server_lifetime_s", 1500}, {"servers_max", 10}})), pass);
        row("4.5 more connections than the bouncer's", "4.5",
            both(server({}), bouncer({{"server_idle_timeout_s", 300}, {"servers_max", 9}})), inconclusive);
        row("4.4 the bouncer reuses none", "4.4", both(server({}), bouncer({{"server_lifetime_s", 0}})),
            pass);
        row("4.4 the bouncer reuses none, but one is old", "4.4",
            both(server({{"oldest_s", 1800}}), bouncer({{"server_lifetime_s", 0}})), fail);
        row("4.4 the bouncer reuses none of its own", "4.4",
            both(server({}), bouncer({{"server_lifetime_s", 0}, {"servers_max", 9}})), inconclusive);
        row("4.4 the bouncer reuses none, hidden", "4.4",
            both(server({{"unreadable", 1}}, {}, false), bouncer({{"server_lifetime_s", 0}})), unmeasured);
        row("4.4 only the bouncer's facts", "4.4", only(bouncer({{"server_lifetime_s", 1500}})), pass);
        row("4.4 only the bouncer's facts, reuses none", "4.4", only(bouncer({{"server_lifetime_s", 0}})),
            pass);
        row("4.4 only the bouncer's facts, without the setting", "4.4", only(bouncer({})), unmeasured);
        row("4.4 failed", "4.4", only(failedFacts("postgres.connections")), unmeasured);
        row("4.4 both failed", "4.4",
            both(failedFacts("postgres.connections"), failedFacts("pgbouncer.console")), unmeasured);
        row("4.4 no connection", "4.4", only(server({{"oldest_s", std::nan("")}})), unmeasured);
        row("4.4 hidden", "4.4", only(server({{"unreadable", 1}}, {}, false)), unmeasured);

        row("4.5 idle for 10 min", "4.5", only(server({{"longest_idle_s", 600}})), fail);
        row("4.5 not idle long proves nothing", "4.5", only(server({{"longest_idle_s", 599}})), inconclusive);
        row("4.5 none idle proves nothing", "4.5", only(server({{"longest_idle_s", std::nan("")}})),
            inconclusive);
        row("4.5 the bouncer's default", "4.5", both(server({}), bouncer({{"server_idle_timeout_s", 600}})),
            fail);
        row("4.5 the bouncer never closes", "4.5", both(server({}), bouncer({{"server_idle_timeout_s", 0}})),
            fail);
        row("4.5 the bouncer's 5 min", "4.5", both(server({}), bouncer({{"server_idle_timeout_s", 300}})),
            pass);
        row("4.5 idle for longer than the bouncer allows", "4.5",
            both(server({{"longest_idle_s", 306}}), bouncer({{"server_idle_timeout_s", 300}})), inconclusive);
        row("4.5 about to be closed by the bouncer", "4.5",
            both(server({{"longest_idle_s", 301}}), bouncer({{"server_idle_timeout_s", 300}})), pass);
        row("4.5 only the bouncer's facts", "4.5", only(bouncer({{"server_idle_timeout_s", 300}})), pass);
        row("4.5 only the bouncer's facts, never closes", "4.5",
            only(bouncer({{"server_idle_timeout_s", 0}})), fail);
        row("4.5 only the bouncer's facts, without the setting", "4.5", only(bouncer({})), unmeasured);
        row("4.5 failed", "4.5", only(failedFacts("postgres.connections")), unmeasured);
        row("4.5 the server failed", "4.5",
            both(failedFacts("postgres.connections"), bouncer({{"server_idle_timeout_s", 300}})), unmeasured);
        row("4.5 hidden", "4.5", only(server({{"unreadable", 1}}, {}, false)), unmeasured);
    }
    static void hintRows()
    {
        row("4.6 long in a transaction", "4.6", only(server({{"longest_in_transaction_s", 300}})), warn);
        row("4.6 only growing", "4.6", only(server({}, {{s("growing"), true}})), warn);
        row("4.6 clients went away without closing", "4.6", only(server({{"sessions_abandoned", 1}})), warn);
        row("4.6 none went away without closing", "4.6", only(server({{"sessions_abandoned", 0}})),
            inconclusive);
        row("4.6 failed", "4.6", only(failedFacts("postgres.connections")), unmeasured);
        row("4.6 nothing seen proves nothing", "4.6", only(server({})), inconclusive);
        row("4.6 hidden", "4.6", only(server({{"unreadable", 1}}, {}, false)), unmeasured);
        row("4.9 one over a second", "4.9", only(server({{"longest_in_transaction_s", 1.5}})), warn);
        row("4.9 five percent", "4.9", only(server({{"idle_in_transaction_percent", 5}})), warn);
        row("4.9 failed", "4.9", only(failedFacts("postgres.connections")), unmeasured);
        row("4.9 nothing seen proves nothing", "4.9", only(server({})), inconclusive);
        row("4.9 hidden", "4.9", only(server({{"unreadable", 1}}, {}, false)), unmeasured);
        row("4.10 a bouncer answers", "4.10", only(bouncer({}, {{s("version"), s("PgBouncer 1.18.0")}})),
            inconclusive);
        row("4.10 an RDS proxy's name", "4.10", only(server({}, {{s("rds_proxy"), true}})), inconclusive);
        row("4.10 no proxy seen", "4.10", only(server({})), unmeasured);
        row("4.10 failed", "4.10", only(failedFacts("pgbouncer.console")), unmeasured);
    }
};

QTEST_GUILESS_MAIN(TestRulesConnections)
#include "tst_rules_connections.moc"
