#include "core/probe/burst/call_fit.h"
#include "core/probe/burst/queries_probe.h"
#include "core/probe/http/http_probes.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"
#include "tests/support/private_postgres.h"

#include <atomic>
#include <thread>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(QVector<awb::BurstCalls>)

namespace
{

// A service over a real database: /one asks once, /many asks for a list and for each of its rows, /none asks
// nothing, /pages?limit=N grows with its page. Each connection of a client has one to the database.
class Shop
{
public:
    explicit Shop(PrivatePostgres& postgres)
        : peer_([this, &postgres](PeerLine& line, const PeerRequest& r) {
              thread_local PgLink link;
              if (!link.isOpen() && !link.open(postgres.url(QStringLiteral("shop"), QStringLiteral("shop"))))
                  qFatal("%s", qPrintable(link.error()));
              line.send(answer(link, r));
          })
    {
    }

    QString url() const { return peer_.url(); }
    std::atomic<int> limitAfter{-1};

    static void ask(PgLink& link, const char* sql, int parameter)
    {
        const PgAnswer answer = link.exec(QLatin1String(sql), {QString::number(parameter)});
        if (!answer.ok)
            qFatal("%s", qPrintable(answer.error));
    }

private:
    QByteArray answer(PgLink& link, const PeerRequest& request)
    {
        if (limitAfter >= 0 && ++answered_ > limitAfter)
            return reply(429, {}, {"Retry-After: 60"});
        const QByteArray path = request.path();
        if (path == "/one" || path == "/many" || path == "/pages")
            ask(link, "SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT 20", 5);
        const int rows = path == "/many" ? 12 : path == "/pages" ? pageOf(request) : 0;
        for (int i = 0; i < rows; ++i)
            ask(link, "SELECT name FROM items WHERE order_id = $1", i);
        if (path == "/missing")
            return jsonReply("{}", {}, 404);
        return jsonReply("[]");
    }
    static int pageOf(const PeerRequest& request)
    {
        const QByteArray limit = request.query("limit");
        return limit.isEmpty() ? 4 : limit.toInt();
    }

    std::atomic<int> answered_{0};
    HttpPeer peer_;
};

// Somebody else who uses the database meanwhile, as the same role.
class Others
{
public:
    Others(PrivatePostgres& postgres, const char* sql, std::chrono::milliseconds gap)
        : thread_([&postgres, sql, gap](const std::stop_token& stop) {
              PgLink link;
              if (!link.open(postgres.url(QStringLiteral("shop"), QStringLiteral("shop"))))
                  qFatal("%s", qPrintable(link.error()));
              for (int i = 0; !stop.stop_requested(); ++i) {
                  Shop::ask(link, sql, i % 10);
                  if (gap > 0ms)
                      std::this_thread::sleep_for(gap + std::chrono::milliseconds(i % 7));
              }
          })
    {
    }

private:
    std::jthread thread_;
};

QueryBurstOptions shortBursts()
{
    QueryBurstOptions options;
    options.gap = 5ms;
    options.window = 250ms;
    options.settle = 30ms;
    options.retries = 0;
    return options;
}

QJsonObject rowOf(const Facts& facts, const char* endpoint)
{
    for (const QJsonValue& row : facts.details.value(QStringLiteral("endpoints")).toArray()) {
        if (row.toObject().value(QStringLiteral("endpoint")).toString().endsWith(QLatin1String(endpoint)))
            return row.toObject();
    }
    return {};
}

QJsonObject endpointRow(const char* state, double queries, double most, bool grows = false)
{
    return {{QStringLiteral("endpoint"), QStringLiteral("GET /orders")},
            {QStringLiteral("state"), QLatin1String(state)},
            {QStringLiteral("queries"), queries},
            {QStringLiteral("most"), most},
            {QStringLiteral("worst_per_request"), queries},
            {QStringLiteral("grows"), grows}};
}

FactsByProbe bursts(const QJsonArray& rows, int reads = 1, bool complete = true)
{
    return only(factsOf("http.queries", {{"queries_per_request", 3}, {"endpoints", double(rows.size())}},
                        {{QStringLiteral("endpoints"), rows}, {QStringLiteral("reads_total"), reads}},
                        complete));
}

} // namespace

class TestQueryBursts : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivatePostgres> postgres_;

    Result<Facts> measure(const Shop& shop, const QVector<EndpointTarget>& endpoints,
                          const char* login = "auditbench", QueryBurstOptions options = shortBursts())
    {
        HttpWorld world(shop.url());
        world.http().endpoints = endpoints;
        PostgresTarget database;
        database.url = QUrl(postgres_->url(QLatin1String(login), QStringLiteral("shop")));
        world.target.profile.postgres = {database};
        world.target.allowed = Capability::Burst;
        QueriesProbe probe(std::make_shared<HttpPace>(0ms), std::move(options));
        return probe.run(world.target, *world.where);
    }
    static EndpointTarget get(const char* path)
    {
        EndpointTarget endpoint;
        endpoint.path = QLatin1String(path);
        return endpoint;
    }
    static Verdict verdictOf(Facts facts) { return judge(QStringLiteral("2.4"), only(facts)).verdict; }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PrivatePostgres::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        postgres_ = std::make_unique<PrivatePostgres>(PrivatePostgresOptions{});
        QVERIFY2(postgres_->start(), qPrintable(postgres_->error()));
        const PgAnswer roles = postgres_->sqlEach(
            {QStringLiteral("CREATE ROLE shop LOGIN"), QStringLiteral("CREATE ROLE auditbench LOGIN"),
             QStringLiteral("CREATE ROLE blind LOGIN"), QStringLiteral("GRANT pg_monitor TO auditbench"),
             QStringLiteral("CREATE DATABASE shop")});
        QVERIFY2(roles.ok, qPrintable(roles.error));
        const PgAnswer tables = postgres_->sql(
            QStringLiteral("CREATE EXTENSION pg_stat_statements; CREATE TABLE orders(id int PRIMARY KEY); "
                           "CREATE TABLE items(order_id int, name text); "
                           "INSERT INTO orders SELECT generate_series(1, 100); "
                           "GRANT SELECT ON ALL TABLES IN SCHEMA public TO shop"),
            QStringLiteral("shop"));
        QVERIFY2(tables.ok, qPrintable(tables.error));
    }

    void calls_are_fitted_data()
    {
        QTest::addColumn<QVector<BurstCalls>>("calls");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<double>("perRequest");
        using Calls = QVector<BurstCalls>;
        QTest::newRow("a query for each of 12 rows") << Calls{{5, 60}, {10, 120}, {20, 240}} << true << 12.0;
        QTest::newRow("one query") << Calls{{5, 5}, {10, 10}, {20, 20}} << true << 1.0;
        QTest::newRow("one missed") << Calls{{5, 5}, {10, 9}, {20, 20}} << true << 1.0;
        QTest::newRow("no calls") << Calls{{5, 0}, {10, 0}, {20, 0}} << true << 0.0;
        QTest::newRow("once, on a cold cache") << Calls{{5, 0}, {10, 0}, {20, 1}} << true << 0.07;
        QTest::newRow("somebody else's") << Calls{{5, 79}, {10, 83}, {20, 90}} << false << 0.7;
        QTest::newRow("a mixture of both") << Calls{{5, 140}, {10, 196}, {20, 322}} << false << 12.2;
        QTest::newRow("falling") << Calls{{5, 90}, {10, 80}, {20, 20}} << false << 0.0;
        QTest::newRow("one size only") << Calls{{5, 60}, {5, 60}} << false << 0.0;
    }
    void calls_are_fitted()
    {
        QFETCH(QVector<BurstCalls>, calls);
        const CallFit fit = fitCalls(calls);
        QTEST(fit.accepted, "accepted");
        QFETCH(double, perRequest);
        QVERIFY2(std::fabs(fit.perRequest - perRequest) < 0.1, qPrintable(QString::number(fit.perRequest)));
    }

    void bursts_are_judged_data()
    {
        ruleColumns();
        row("2.4 passes", "2.4", bursts({endpointRow("ok", 3, 4)}), Verdict::Pass);
        row("2.4 fails above ten", "2.4", bursts({endpointRow("ok", 13, 13)}), Verdict::Fail);
        row("2.4 fails above ten beside a noisy one", "2.4",
            bursts({endpointRow("noisy", 2, 40), endpointRow("ok", 13, 13)}, 2), Verdict::Fail);
        row("2.4 warns of a query that grows with the page", "2.4", bursts({endpointRow("ok", 5, 6, true)}),
            Verdict::Warn, Verdict::Pass);
        for (const char* state : {"noisy", "limited", "slow", "void"})
            row(qPrintable(QStringLiteral("2.4 is open when the bursts are ") + QLatin1String(state)), "2.4",
                bursts({endpointRow(state, 3, 14)}), Verdict::Inconclusive);
        row("2.4 is open when no request asked anything", "2.4", bursts({endpointRow("ok", 0, 0)}),
            Verdict::Inconclusive);
        row("2.4 passes with one answer from a cache of two", "2.4",
            bursts({endpointRow("ok", 0, 0), endpointRow("ok", 2, 2)}, 2), Verdict::Pass);
        row("2.4 is open when most endpoints could not be called", "2.4",
            bursts({endpointRow("ok", 3, 3)}, 9), Verdict::Inconclusive);
        row("2.4 is not measured without an endpoint", "2.4", bursts({}, 1, false), Verdict::NotMeasured);
        row("2.4 never passes when statements are hidden", "2.4", bursts({endpointRow("ok", 3, 3)}, 1, false),
            Verdict::NotMeasured);
        row("2.4 is not measured when the statements of a silent request are hidden", "2.4",
            only(factsOf("http.queries", {{"endpoints", 1}},
                         {{QStringLiteral("endpoints"), QJsonArray{endpointRow("ok", 0, 0)}},
                          {QStringLiteral("hidden"), true}},
                         false)),
            Verdict::NotMeasured);
        row("2.4 fails although statements are hidden", "2.4", bursts({endpointRow("ok", 13, 13)}, 1, false),
            Verdict::Fail);
    }
    void bursts_are_judged()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        const QString said = verdictId(suggestion.verdict) + QLatin1String(": ") + suggestion.summary.text();
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict, qPrintable(said));
        QTEST(verdictId(suggestion.byLetter), "letter");
        if (suggestion.verdict == Verdict::Inconclusive)
            QVERIFY(!suggestion.settle.isEmpty());
    }

    void a_query_for_each_row_is_found_and_its_remedy_written()
    {
        Shop shop(*postgres_);
        const auto facts = measure(shop, {get("/many"), get("/one")});
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY2(facts->complete, qPrintable(facts->reason.text()));
        const QJsonObject row = rowOf(*facts, "/many");
        QVERIFY2(std::fabs(row.value(QStringLiteral("queries")).toDouble() - 13) < 0.2,
                 QJsonDocument(row).toJson().constData());
        QVERIFY(std::fabs(rowOf(*facts, "/one").value(QStringLiteral("queries")).toDouble() - 1) < 0.2);
        QCOMPARE(verdictOf(*facts), Verdict::Fail);
        QCOMPARE(facts->remedies.size(), 1);
        QVERIFY2(facts->remedies[0].text.contains(QLatin1String("order_id = ANY($1)")),
                 qPrintable(facts->remedies[0].text));
        QVERIFY(facts->remedies[0].text.contains(QLatin1String("FROM orders")));
    }

    void a_quiet_service_passes_and_an_answer_from_the_cache_counts()
    {
        Shop shop(*postgres_);
        const auto facts = measure(shop, {get("/one"), get("/none")});
        QVERIFY(facts && facts->complete);
        QCOMPARE(verdictOf(*facts), Verdict::Pass);
    }

    void an_endpoint_that_asks_nothing_proves_nothing()
    {
        Shop shop(*postgres_);
        const auto facts = measure(shop, {get("/none")});
        QVERIFY(facts);
        QCOMPARE(verdictOf(*facts), Verdict::Inconclusive);
    }

    void a_query_that_grows_with_the_page_is_a_warning()
    {
        Shop shop(*postgres_);
        const auto facts = measure(shop, {get("/pages")});
        QVERIFY(facts);
        QCOMPARE(verdictOf(*facts), Verdict::Pass); // no limit is declared: nothing can be doubled
        HttpPeer description([](PeerLine& line, const PeerRequest&) {
            line.send(jsonReply(R"({"openapi": "3.0.0", "paths": {"/pages": {"get": {"security": [],
                "parameters": [{"name": "limit", "in": "query"}], "responses": {"200": {}}}}}})"));
        });
        HttpWorld world(shop.url());
        world.http().openapi = description.url(QStringLiteral("/openapi.json"));
        PostgresTarget database;
        database.url = QUrl(postgres_->url(QStringLiteral("auditbench"), QStringLiteral("shop")));
        world.target.profile.postgres = {database};
        QueriesProbe probe(std::make_shared<HttpPace>(0ms), shortBursts());
        const auto grown = probe.run(world.target, *world.where);
        QVERIFY2(grown && grown->complete, grown ? qPrintable(grown->reason.text()) : "");
        QVERIFY2(rowOf(*grown, "/pages").value(QStringLiteral("grows")).toBool(),
                 QJsonDocument(grown->details).toJson().constData());
        QCOMPARE(verdictOf(*grown), Verdict::Warn);
    }

    void other_traffic_leaves_it_open_or_does_not_matter()
    {
        Shop shop(*postgres_);
        {
            const Others others(*postgres_, "SELECT name FROM items WHERE order_id = $1", 0ms);
            const auto facts = measure(shop, {get("/one")});
            QVERIFY(facts);
            QCOMPARE(rowOf(*facts, "/one").value(QStringLiteral("state")).toString(),
                     QStringLiteral("noisy"));
            QCOMPARE(verdictOf(*facts), Verdict::Inconclusive);
        }
        // so little that, all of it counted, the limit is still kept
        const Others others(*postgres_, "SELECT name FROM items WHERE order_id = $1 AND name = 'x'", 60ms);
        const auto facts = measure(shop, {get("/one")});
        QVERIFY(facts);
        QCOMPARE(verdictOf(*facts), Verdict::Pass);
    }

    void a_query_for_each_row_is_found_beside_another_statement()
    {
        Shop shop(*postgres_);
        const Others others(*postgres_, "SELECT id FROM orders WHERE id = $1", 4ms);
        const auto facts = measure(shop, {get("/many")});
        QVERIFY(facts);
        QVERIFY2(std::fabs(rowOf(*facts, "/many").value(QStringLiteral("queries")).toDouble() - 13) < 0.5,
                 QJsonDocument(facts->details).toJson().constData());
        QCOMPARE(verdictOf(*facts), Verdict::Fail);
    }

    void a_login_that_sees_nothing_never_passes()
    {
        Shop shop(*postgres_);
        const auto facts = measure(shop, {get("/one")}, "blind");
        QVERIFY(facts);
        QVERIFY(!facts->complete);
        QVERIFY(facts->unlock.contains(QLatin1String("pg_read_all_stats")));
        QCOMPARE(verdictOf(*facts), Verdict::NotMeasured);
    }

    void a_limiter_and_a_missing_page_are_said()
    {
        Shop shop(*postgres_);
        shop.limitAfter = 12;
        const auto limited = measure(shop, {get("/one")});
        QVERIFY(limited);
        QCOMPARE(verdictOf(*limited), Verdict::Inconclusive);
        Shop other(*postgres_);
        const auto missing = measure(other, {get("/missing")});
        QVERIFY(missing);
        QVERIFY(!missing->complete);
        QCOMPARE(verdictOf(*missing), Verdict::NotMeasured);
    }

    void without_a_database_it_says_what_to_name()
    {
        HttpWorld world(QStringLiteral("http://127.0.0.1:9"));
        QueriesProbe probe(std::make_shared<HttpPace>(0ms), shortBursts());
        const auto facts = probe.run(world.target, *world.where);
        QVERIFY(facts);
        QVERIFY(!facts->complete && facts->unlock.contains(QLatin1String("postgres:")));
    }

    void statistics_that_are_reset_meanwhile_prove_nothing()
    {
        Shop shop(*postgres_);
        std::jthread resets([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                (void)postgres_->sql(QStringLiteral("SELECT pg_stat_statements_reset()"),
                                     QStringLiteral("shop"));
                std::this_thread::sleep_for(40ms);
            }
        });
        const auto facts = measure(shop, {get("/one")});
        QVERIFY(facts);
        QCOMPARE(rowOf(*facts, "/one").value(QStringLiteral("state")).toString(), QStringLiteral("void"));
        QCOMPARE(verdictOf(*facts), Verdict::Inconclusive);
    }

    void the_shipped_numbers_are_those_of_the_checklist()
    {
        const Check* check = checklist().find(QStringLiteral("2.4"));
        QVERIFY(check);
        const QueryBurstOptions options;
        QCOMPARE(options.sizes.value(0), int(check->policyValue(QStringLiteral("burst_large_requests"))));
        QCOMPARE(options.sizes.value(1), int(check->policyValue(QStringLiteral("burst_medium_requests"))));
        QCOMPARE(options.sizes.value(2), int(check->policyValue(QStringLiteral("burst_small_requests"))));
        QCOMPARE(options.warmUp, int(check->policyValue(QStringLiteral("warm_up_requests"))));
        QCOMPARE(options.retries, int(check->policyValue(QStringLiteral("max_retries"))));
        QCOMPARE(options.suspicious, check->policyValue(QStringLiteral("suspicious_per_query")));
        QCOMPARE(FitTolerance().share * 100, check->policyValue(QStringLiteral("residual_percent")));
        QCOMPARE(FitTolerance().calls, check->policyValue(QStringLiteral("residual_min_queries")));
    }

    void it_runs_alone_and_only_when_bursts_are_allowed()
    {
        const auto probes = burstProbes(functionalPace());
        const auto queries = std::find_if(probes.begin(), probes.end(), [](const ProbeDescriptor& probe) {
            return probe.id == QLatin1String("http.queries");
        });
        QVERIFY(queries != probes.end());
        QVERIFY(queries->exclusive && queries->needs.testFlag(Capability::Burst));
    }
};

QTEST_GUILESS_MAIN(TestQueryBursts)
#include "tst_query_bursts.moc"
