#include "core/probe/metrics/metric_families.h"
#include "core/probe/metrics/metrics_probes.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace awb;
using namespace awb::test;

namespace
{

// A service whose counters move with its requests; a test adds and takes away families.
struct MeasuredShop
{
    std::function<QByteArray(int calls)> page;
    std::atomic<int> calls{0};

    HttpPeer::Handler handler()
    {
        return [this](PeerLine& line, const PeerRequest& request) {
            if (request.path() == "/metrics")
                line.send(reply(200, page(calls), {"Content-Type: text/plain; version=0.0.4"}));
            else if (request.path() == "/openapi.json")
                line.send(jsonReply(R"({"openapi": "3.0.0", "paths": {"/users/{id}": {"get": {"parameters":
                    [{"name": "id", "in": "path", "example": 7}], "responses": {}}}}})"));
            else
                line.send(jsonReply("{}", {}, ++calls ? 200 : 500));
        };
    }
};

QByteArray requests(int calls, const QByteArray& path = "/users/:id",
                    const QByteArray& name = "http_requests_total")
{
    return name + "{method=\"GET\",path=\"" + path + "\",status=\"200\"} " + QByteArray::number(100 + calls) +
           '\n';
}
QByteArray durations(int calls, const QByteArray& path = "/users/:id")
{
    return "http_request_duration_seconds_bucket{path=\"" + path + "\",le=\"+Inf\"} " +
           QByteArray::number(100 + calls) + '\n';
}
const QByteArray pool = "db_pool_connections{state=\"active\"} 1\ndb_pool_connections{state=\"idle\"} 2\n"
                        "db_pool_connections{state=\"waiting\"} 0\n";

Suggestion audit(const char* check, const std::function<QByteArray(int)>& page)
{
    MeasuredShop shop;
    shop.page = page;
    HttpPeer peer(shop.handler());
    HttpWorld world(peer.url());
    const auto facts = world.run<MetricsProbe>(std::shared_ptr<HttpPace>(), std::chrono::milliseconds(10));
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    return judge(QLatin1String(check), only(*facts));
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

    using Page = std::function<QByteArray(int)>;

private Q_SLOTS:
    void readsBothFormats()
    {
        const auto read = readExposition(
            "# HELP a Something\n# TYPE a counter\na{b=\"c \\\"d\\\" \\\\ \\n\",e=\"f\",} 1.5e3 1700000000\n"
            "\n  g NaN\nh +Inf\ni{le=\"0.5\"} 3 # {trace_id=\"x\"} 0.4 1.2\n"
            "{\"j.k\",l=\"m\"} -2\n# TYPE \"j.k\" gauge\n# EOF\nafter 1\n");
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->samples.size(), 5);
        QCOMPARE(read->samples[0].labels.value("b"), QByteArray("c \"d\" \\ \n"));
        QCOMPARE(read->samples[0].value, 1500.0);
        QVERIFY(std::isnan(read->samples[1].value) && std::isinf(read->samples[2].value));
        QCOMPARE(read->samples[3].value, 3.0);
        QCOMPARE(read->samples[4].name, QByteArray("j.k"));
        QCOMPARE(read->types.value("a"), QByteArray("counter"));
        QCOMPARE(read->types.value("j.k"), QByteArray("gauge"));
        QVERIFY(read->ended);
        QCOMPARE(read->unreadable, 0);
    }

    void refusesWhatIsNoMetrics_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::Protocol);
        QTest::newRow("HTML") << QByteArray("<!doctype html>\n<html>\n<body>hello 1</body>\n</html>\n")
                              << int(ErrorCode::Protocol);
        QTest::newRow("JSON") << QByteArray("{\"a\": 1,\n\"b\": 2}") << int(ErrorCode::Protocol);
        QTest::newRow("only comments") << QByteArray("# TYPE a counter\n") << int(ErrorCode::Protocol);
        QTest::newRow("labels that never close")
            << QByteArray("a{b=\"") + QByteArray(100000, 'x') << int(ErrorCode::Protocol);
        QTest::newRow("too many samples") << QByteArray("a 1\n").repeated(200'001) << int(ErrorCode::Limit);
        QTest::newRow("too large") << QByteArray(16 * 1024 * 1024 + 1, 'a') << int(ErrorCode::Limit);
    }
    void refusesWhatIsNoMetrics()
    {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        const auto read = readExposition(text);
        QVERIFY(!read);
        QTEST(int(read.error().code), "code");
        QVERIFY(timer.elapsed() < 3000);
    }

    void knowsOtherNames_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("need");
        const auto row = [](const char* line, MetricNeed need) {
            QTest::newRow(line) << QByteArray(line) << int(need);
        };
        row("http_server_request_duration_seconds_count{http_route=\"/a\"} 1", MetricNeed::Requests);
        row("http_server_requests_seconds_count{uri=\"/a\"} 1", MetricNeed::Requests);
        row("myapp_http_requests_total 1", MetricNeed::Requests);
        row("istio_requests_total 1", MetricNeed::Requests);
        row("http_server_duration_milliseconds_bucket{le=\"5\"} 1", MetricNeed::Duration);
        row("http_request_duration_seconds{quantile=\"0.99\"} 1", MetricNeed::Duration);
        row("hikaricp_connections_active{pool=\"a\"} 1", MetricNeed::PoolActive);
        row("db_client_connection_count{db_client_connection_state=\"idle\"} 1", MetricNeed::PoolIdle);
        row("go_sql_stats_connections_waited_for{db_name=\"a\"} 1", MetricNeed::PoolWaiting);
        row("db_client_operation_duration_seconds_count 1", MetricNeed::Queries);
        row("cache_gets_total{result=\"hit\"} 1", MetricNeed::CacheHits);
        row("redis_keyspace_misses_total 1", MetricNeed::CacheMisses);
    }
    void knowsOtherNames()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, need);
        const auto read = readExposition(line + '\n');
        QVERIFY(read);
        for (int i = 0; i <= int(MetricNeed::CacheEvictions); ++i)
            QCOMPARE(findMetrics(*read, MetricNeed(i)).isFound(), i == need);
    }

    void normalisesRoutes_data()
    {
        QTest::addColumn<QString>("route");
        QTest::newRow("braces") << "/users/{id}/items/{n}";
        QTest::newRow("colons") << "/users/:id/items/:n";
        QTest::newRow("angles") << "/users/<int:id>/items/<n>/";
        QTest::newRow("brackets") << "/users/[id]/items/[n]";
    }
    void normalisesRoutes()
    {
        QFETCH(QString, route);
        QCOMPARE(routeKey(route), QStringLiteral("/users/{}/items/{}"));
    }

    void judges_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<Page>("page");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char* name, const char* verdict, const Page& page) {
            QTest::newRow(name) << QString::fromLatin1(name).left(3) << page << QString::fromLatin1(verdict);
        };
        const auto both = [](int n) { return requests(n) + durations(n); };
        row("4.7 all states", "pass", [](int) { return pool; });
        row("4.7 all states in Knex' words", "pass", [](int) {
            return QByteArray("db_pool_min 0\ndb_pool_used 1\ndb_pool_free 3\ndb_pool_pending_acquires 0\n");
        });
        row("4.7 one state", "warn", [](int) { return QByteArray("hikaricp_connections_active 1\n"); });
        row("4.7 a state that is NaN", "inconclusive",
            [](int) { return QByteArray("hikaricp_connections_active NaN\n"); });
        row("4.7 none", "fail", [](int n) { return requests(n); });
        row("4.7 a pool of an unknown library", "inconclusive",
            [](int n) { return requests(n) + "acme_pool_borrowed 3\nacme_pool_free 7\n"; });
        row("4.7 connections of an unknown library", "inconclusive",
            [](int) { return QByteArray("shop_db_connections_in_use 3\n"); });
        row("4.7 one known state beside unknown names", "inconclusive",
            [](int) { return QByteArray("hikaricp_connections_active 1\nacme_pool_waiting 0\n"); });
        row("4.7 a pool that is declared and not used yet", "inconclusive",
            [](int n) { return requests(n) + "# TYPE acme_pool_borrowed gauge\n"; });
        row("4.7 the rest of a known library is no doubt", "warn",
            [](int) { return QByteArray("hikaricp_connections_active 1\nhikaricp_connections_max 9\n"); });
        row("4.7 pools of memory and threads are none", "fail", [](int n) {
            return requests(n) +
                   "jvm_memory_pool_used_bytes 1\napp_thread_pool_size 2\nnginx_connections_active 1\n"
                   "http_server_active_connections 4\n";
        });
        row("4.7 a page with lines that are no metrics", "inconclusive",
            [](int n) { return requests(n) + "up 1\nwhat is this {\n"; });
        row("4.7 all states on such a page", "pass", [](int) { return pool + "what is this {\n"; });
        row("5.2 rate, errors and duration", "pass", both);
        row("5.2 the counter stands still", "warn", [](int) { return requests(0) + durations(0); });
        row("5.2 no duration", "warn", [](int n) { return requests(n); });
        row("5.2 a summary", "warn", [](int n) {
            return requests(n) + "http_request_duration_seconds{quantile=\"0.99\",path=\"/users/:id\"} 1\n";
        });
        row("5.2 no endpoint", "warn", [](int n) {
            return "http_requests_total{status=\"200\"} " + QByteArray::number(n) +
                   "\nhttp_request_duration_seconds_bucket{le=\"1\"} 1\n";
        });
        row("5.2 raw paths", "warn",
            [](int n) { return requests(n, "/users/7") + durations(n, "/users/7"); });
        row("5.2 no HTTP family", "fail", [](int) { return QByteArray("process_cpu_seconds_total 1\n"); });
        row("5.7 by endpoint", "pass",
            [](int n) { return "db_queries_total{endpoint=\"/a\"} " + QByteArray::number(n) + '\n'; });
        row("5.7 by statement is not by endpoint", "warn",
            [](int n) { return "db_queries_total{operation=\"select\"} " + QByteArray::number(n) + '\n'; });
        row("5.7 only in total", "warn", [](int) { return QByteArray("db_queries_total 5\n"); });
        row("5.7 only the server's", "warn",
            [](int) { return QByteArray("pg_stat_statements_calls{path=\"/a\"} 5\n"); });
        row("5.7 none", "fail", both);
        for (const char* check : {"5.2", "5.7", "5.8"})
            row(qPrintable(QLatin1String(check) + QStringLiteral(" nothing on half a page")), "inconclusive",
                [](int) { return QByteArray("process_cpu_seconds_total 1\nwhat is this {\n"); });
        row("5.8 hits and misses that move", "pass",
            [](int n) { return "cache_hits_total " + QByteArray::number(n) + "\ncache_misses_total 1\n"; });
        row("5.8 they stand still", "inconclusive",
            [](int) { return QByteArray("cache_hits_total 1\ncache_misses_total 1\n"); });
        row("5.8 only Redis' own", "warn", [](int n) {
            return "redis_keyspace_hits_total " + QByteArray::number(n) + "\nredis_keyspace_misses_total 1\n";
        });
        row("5.8 hits alone", "fail",
            [](int n) { return "cache_hits_total " + QByteArray::number(n) + '\n'; });
        row("5.8 HTML instead of metrics", "not-measured",
            [](int) { return QByteArray("<!doctype html><p>hello\n"); });
        row("4.7 HTML instead of metrics", "not-measured",
            [](int) { return QByteArray("<!doctype html><p>hello\n"); });
        row("5.2 HTML instead of metrics", "not-measured",
            [](int) { return QByteArray("<!doctype html><p>hello\n"); });
    }
    void judges()
    {
        QFETCH(QString, check);
        QFETCH(Page, page);
        const Suggestion said = audit(qPrintable(check), page);
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(said.verdict) == verdict,
                 qPrintable(verdictId(said.verdict) + QStringLiteral(": ") + said.summary.text()));
        QVERIFY(!said.summary.isEmpty());
    }

    void guardedMetricsSayWhatTheyNeed()
    {
        HttpPeer peer(always(reply(401)));
        HttpWorld world(peer.url());
        const auto facts =
            world.run<MetricsProbe>(std::shared_ptr<HttpPace>(), std::chrono::milliseconds(10));
        QVERIFY(facts && !facts->complete);
        QCOMPARE(judge(QStringLiteral("4.7"), only(*facts)).verdict, Verdict::NotMeasured);
    }
    void twoScrapesAreShippedTenSecondsApart()
    {
        QCOMPARE(checklist().find(QStringLiteral("5.2"))->policyValue(QStringLiteral("scrape_interval_s")),
                 10.0);
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
