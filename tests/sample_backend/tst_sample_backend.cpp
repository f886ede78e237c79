#include "tests/sample_backend/expectation.h"
#include "tests/sample_backend/sample_world.h"
#include "tests/sample_backend/shop_database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace awb::sample;
using awb::test::PgAnswer;
using awb::test::PrivatePgBouncer;
using awb::test::PrivatePostgres;
using awb::test::PrivatePostgresOptions;
using awb::test::PrivateRedis;

namespace
{

FlawSet only(const char* ids)
{
    QString error;
    return FlawSet::parse(QString::fromLatin1(ids), error).value_or(FlawSet());
}

FlawSet none()
{
    return only("none");
}

// The start sequence of a test that has no server: why it is skipped.
QString serversMissing()
{
    for (const QString& reason : {PrivatePostgres::missing(), PrivateRedis::missing()}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

} // namespace

class TestSampleBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void flawsAreUniqueAndNameACheckOfTheirSections();
    void mannersShowTheirFlaws_data();
    void mannersShowTheirFlaws();
    void listsShowTheirFlaws_data();
    void listsShowTheirFlaws();
    void metricsShowTheirFlaws_data();
    void metricsShowTheirFlaws();
    void flawsAreParsed_data();
    void flawsAreParsed();
    void anAuditIsHeldAgainstTheFlaws_data();
    void anAuditIsHeldAgainstTheFlaws();

    void databaseFlawSwitchesOnAndOff_data();
    void databaseFlawSwitchesOnAndOff();
    void anExistingShopIsNotReplacedUnasked();
    void cacheFlawSwitchesOnAndOff_data();
    void cacheFlawSwitchesOnAndOff();

    void serviceAnswers_data();
    void serviceAnswers();
    void serviceCachesProductsAndUnknownUsers();
    void servicePlacesAnOrder();
    void serviceIsNotReadyWithoutItsCache();
    void slowReportIsComputedOnlyWithTheFlaw();
    void everyRequestOpensAConnectionOnlyWithTheFlaw();
    void pagesAreEvictedOnlyInTheStorm();
    void hitRateIsLowOnlyWithTheFlaw();
    void poolGivesUpInTimeAndNeverExceedsItsSize();

    void worldShowsTheFlawsOfItsConnections();
    void programPrintsReadyAndEndsWhenItsInputCloses();

private:
    ServiceSettings settings(const FlawSet& flaws) const;
    QString scalar(const QString& sql) { return postgres_->sql(sql, QStringLiteral("shop")).scalar(); }

    std::unique_ptr<PrivatePostgres> postgres_;
    std::unique_ptr<PrivateRedis> redis_;
    ShopDatabase shop_;
};

void TestSampleBackend::initTestCase()
{
    if (const QString reason = serversMissing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    postgres_ = std::make_unique<PrivatePostgres>(PrivatePostgresOptions{});
    QVERIFY2(postgres_->start(), qPrintable(postgres_->error()));
    redis_ = std::make_unique<PrivateRedis>();
    QVERIFY2(redis_->start(), qPrintable(redis_->error()));
    shop_.adminConninfo = postgres_->superuserUrl(QStringLiteral("template1"));
    QCOMPARE(createShop(shop_, false), QString());
    QCOMPARE(applyDatabaseFlaws(shop_, none()), QString());
    QCOMPARE(warmCache(redis_->link(), none()), QString());
}

ServiceSettings TestSampleBackend::settings(const FlawSet& flaws) const
{
    ServiceSettings all;
    all.database = postgres_->url(QStringLiteral("shop"), QStringLiteral("shop"));
    all.cache.port = redis_->port();
    all.flaws = flaws;
    return all;
}

void TestSampleBackend::flawsAreUniqueAndNameACheckOfTheirSections()
{
    QSet<QString> ids;
    for (const Flaw& flaw : allFlaws()) {
        QVERIFY2(!ids.contains(flaw.id), qPrintable(flaw.id));
        ids.insert(flaw.id);
        static const QRegularExpression check(QStringLiteral("^[1-9]\\.[1-9]$"));
        QVERIFY2(check.match(flaw.check).hasMatch(), qPrintable(flaw.check));
        QVERIFY(!flaw.what.isEmpty());
        QVERIFY(flaw.suggestions.contains(QStringLiteral("fail")) ||
                flaw.suggestions.contains(QStringLiteral("warn")));
        QVERIFY(!flaw.suggestions.contains(QStringLiteral("pass")));
    }
    QCOMPARE(ids.size(), 40);
}

void TestSampleBackend::mannersShowTheirFlaws_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value"); // "*": any; empty: the header is absent
    QTest::newRow("nosniff") << "" << QByteArray("/openapi.json") << 200
                             << QByteArray("X-Content-Type-Options") << QByteArray("nosniff");
    QTest::newRow("no nosniff") << "no_security_headers" << QByteArray("/openapi.json") << 200
                                << QByteArray("X-Content-Type-Options") << QByteArray();
    QTest::newRow("nosniff on errors")
        << "" << QByteArray("/none") << 404 << QByteArray("X-Content-Type-Options") << QByteArray("nosniff");
    QTest::newRow("none on errors") << "headers_not_on_errors" << QByteArray("/none") << 404
                                    << QByteArray("X-Content-Type-Options") << QByteArray();
    QTest::newRow("a request id") << "" << QByteArray("/none") << 404 << QByteArray("X-Request-ID")
                                  << QByteArray("my-own-id");
    QTest::newRow("no request id") << "no_request_id" << QByteArray("/none") << 404
                                   << QByteArray("X-Request-ID") << QByteArray();
    QTest::newRow("no foreign origin")
        << "" << QByteArray("/healthz") << 200 << QByteArray("Access-Control-Allow-Origin") << QByteArray();
    QTest::newRow("any origin") << "cors_reflect" << QByteArray("/healthz") << 200
                                << QByteArray("Access-Control-Allow-Origin")
                                << QByteArray("https://evil.example");
    QTest::newRow("customers are guarded") << "" << QByteArray("/admin/customers") << 401
                                           << QByteArray("WWW-Authenticate") << QByteArray("Bearer");
    QTest::newRow("customers are open") << "open_endpoint" << QByteArray("/admin/customers") << 200
                                        << QByteArray("WWW-Authenticate") << QByteArray();
    QTest::newRow("no readiness") << "no_readiness" << QByteArray("/readyz") << 404
                                  << QByteArray("X-Request-ID") << QByteArray("my-own-id");
    QTest::newRow("a web page for everything") << "spa_fallback" << QByteArray("/healthz") << 200
                                               << QByteArray("X-Request-ID") << QByteArray("my-own-id");
}

void TestSampleBackend::mannersShowTheirFlaws()
{
    QFETCH(QString, flaw);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, header);
    ShopService service(settings(flaw.isEmpty() ? none() : only(qPrintable(flaw))));
    const HttpAnswer answer = service.handle(
        {"GET", path, {}, {}, {{"origin", "https://evil.example"}, {"x-request-id", "my-own-id"}}});
    QTEST(answer.status, "status");
    QByteArray value;
    for (const auto& [name, text] : answer.headers) {
        if (name == header)
            value = text;
    }
    QTEST(value, "value");
}

void TestSampleBackend::listsShowTheirFlaws_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("items");
    QTest::newRow("a page of products") << "" << QByteArray("/products") << 1;
    QTest::newRow("all products") << "no_pagination" << QByteArray("/products") << 500;
    QTest::newRow("at most a hundred orders") << "" << QByteArray("/orders/recent") << 100;
    QTest::newRow("all orders") << "unbounded_limit" << QByteArray("/orders/recent") << 60000;
}

void TestSampleBackend::listsShowTheirFlaws()
{
    QFETCH(QString, flaw);
    QFETCH(QByteArray, path);
    QFETCH(int, items);
    ShopService service(settings(flaw.isEmpty() ? none() : only(qPrintable(flaw))));
    const QByteArray limit = path == "/products" ? "1" : "1000000";
    const HttpAnswer answer = service.handle({"GET", path, {{"limit", limit}}, {}, {}});
    const qsizetype given = QJsonDocument::fromJson(answer.body).array().size();
    if (items == 60000)
        QVERIFY2(given >= items, qPrintable(QString::number(given))); // other tests place orders
    else
        QCOMPARE(given, items);
}

void TestSampleBackend::metricsShowTheirFlaws_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("pool") << "no_pool_metrics" << QByteArray("db_pool_connections{state=\"waiting\"}");
    QTest::newRow("paths") << "metrics_by_raw_path" << QByteArray("path=\"/products/{id}\"");
    QTest::newRow("queries") << "no_query_metrics" << QByteArray("db_queries_total{endpoint=\"");
    QTest::newRow("cache") << "no_cache_metrics" << QByteArray("cache_misses_total");
}

void TestSampleBackend::metricsShowTheirFlaws()
{
    QFETCH(QString, flaw);
    QFETCH(QByteArray, line);
    for (const bool flawed : {false, true}) {
        ShopService service(settings(flawed ? only(qPrintable(flaw)) : none()));
        (void)service.handle({"GET", "/products/7", {}, {}, {}});
        const QByteArray metrics = service.handle({"GET", "/metrics", {}, {}, {}}).body;
        QCOMPARE(metrics.contains(line), !flawed);
    }
}

void TestSampleBackend::flawsAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("error");
    QTest::newRow("none") << "none" << 0 << "";
    QTest::newRow("default leaves out what excludes") << "default" << 32 << "";
    QTest::newRow("two") << "bloat,fk_missing" << 2 << "";
    QTest::newRow("all but two") << "all-but:noeviction,no_maxmemory,no_security_headers,no_readiness" << 36
                                 << "";
    QTest::newRow("unknown") << "bloat,typo" << -1 << "no flaw \"typo\"";
    QTest::newRow("exclusive") << "eviction_storm,noeviction" << -1 << "exclude each other";
}

void TestSampleBackend::flawsAreParsed()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(QString, error);
    QString said;
    const auto set = FlawSet::parse(text, said);
    QCOMPARE(set ? static_cast<int>(set->ids().size()) : -1, count);
    QVERIFY2(said.contains(error) && said.isEmpty() == error.isEmpty(), qPrintable(said));
}

void TestSampleBackend::anAuditIsHeldAgainstTheFlaws_data()
{
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<int>("found"); // of two: fk_missing (2.2) and bloat (2.8)
    const QByteArray head = R"({"schema":"auditbench/result/1","checks":[)";
    QTest::newRow("both") << head + R"({"id":"2.2","suggestion":"fail"},{"id":"2.8","suggestion":"fail"}]})"
                          << 2;
    QTest::newRow("not measured is a miss")
        << head + R"({"id":"2.2","suggestion":"fail"},{"id":"2.8","suggestion":"not-measured"}]})" << 1;
    QTest::newRow("inconclusive is a miss")
        << head + R"({"id":"2.2","suggestion":"inconclusive"},{"id":"2.8","suggestion":"fail"}]})" << 1;
    QTest::newRow("absent is a miss") << head + "]}" << 0;
    QTest::newRow("another schema") << QByteArray(R"({"schema":"x","checks":[]})") << -1;
    QTest::newRow("no JSON") << QByteArray("{") << -1;
}

void TestSampleBackend::anAuditIsHeldAgainstTheFlaws()
{
    QFETCH(QByteArray, result);
    QFETCH(int, found);
    QString error;
    const QList<Finding> findings = judge(result, only("fk_missing,bloat"), error);
    QCOMPARE(error.isEmpty(), found >= 0);
    if (found < 0)
        return;
    QCOMPARE(findings.size(), 2);
    QCOMPARE(std::count_if(findings.begin(), findings.end(), [](const Finding& one) { return one.found; }),
             found);
}

// For each flaw of the database, SQL that says whether it is there.
static const QList<std::pair<const char*, QString>>& databaseSymptoms()
{
    const auto unindexed = [](const char* table, const char* columns) {
        return QStringLiteral(
                   "SELECT NOT EXISTS (SELECT FROM pg_index WHERE indrelid = '%1'::regclass AND indisvalid "
                   "AND indpred IS NULL AND pg_get_indexdef(indexrelid) LIKE '%%(%2)')")
            .arg(QLatin1String(table), QLatin1String(columns));
    };
    static const QList<std::pair<const char*, QString>> list{
        {"fk_missing", unindexed("order_items", "product_id")},
        {"fk_partial", unindexed("orders", "coupon_id")},
        {"fk_invalid",
         QStringLiteral("SELECT EXISTS (SELECT FROM pg_index WHERE indrelid = 'order_events'::regclass "
                        "AND NOT indisvalid)")},
        {"fk_composite_prefix", unindexed("shipments", "order_id, item_no")},
        {"seq_scan", unindexed("orders", "tracking_code")},
        {"no_statement_timeout",
         QStringLiteral("SELECT NOT EXISTS (SELECT FROM pg_db_role_setting s, unnest(setconfig) c "
                        "WHERE setrole = 'shop'::regrole AND c LIKE 'statement_timeout=%')")},
        {"slow_log_off", QStringLiteral("SELECT current_setting('log_min_duration_statement') = '-1'")},
        {"bloat", QStringLiteral("SELECT avg_leaf_density < 60 FROM pgstatindex('carts_pkey')")}};
    return list;
}

void TestSampleBackend::databaseFlawSwitchesOnAndOff_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::newRow("clean") << "none";
    for (const auto& [flaw, sql] : databaseSymptoms())
        QTest::newRow(flaw) << QString::fromLatin1(flaw);
    QTest::newRow("clean again") << "none";
}

// That flaw is there, and no other.
void TestSampleBackend::databaseFlawSwitchesOnAndOff()
{
    QFETCH(QString, flaw);
    QCOMPARE(applyDatabaseFlaws(shop_, only(flaw.toLatin1().constData())), QString());
    for (const auto& [other, sql] : databaseSymptoms()) {
        const QString expected = flaw == QLatin1String(other) ? QStringLiteral("t") : QStringLiteral("f");
        QTRY_COMPARE(scalar(sql), expected); // the server reloads its settings in its own time
    }
}

void TestSampleBackend::anExistingShopIsNotReplacedUnasked()
{
    const QString error = createShop(shop_, false);
    QVERIFY2(error.contains(QLatin1String("--recreate")), qPrintable(error));
    QCOMPARE(scalar(QStringLiteral("SELECT count(*) >= 60000 FROM orders")), QStringLiteral("t"));
}

void TestSampleBackend::cacheFlawSwitchesOnAndOff_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("clean");
    QTest::addColumn<QString>("flawed");
    QTest::newRow("no_maxmemory") << "no_maxmemory"
                                  << "memory"
                                  << "maxmemory"
                                  << "67108864"
                                  << "0";
    QTest::newRow("noeviction") << "noeviction"
                                << "memory"
                                << "maxmemory_policy"
                                << "allkeys-lru"
                                << "noeviction";
    QTest::newRow("eviction_storm") << "eviction_storm"
                                    << "memory"
                                    << "maxmemory"
                                    << "67108864"
                                    << "16777216";
    QTest::newRow("keys_without_ttl") << "keys_without_ttl"
                                      << "keyspace"
                                      << "db0"
                                      << "keys=11200,expires=11200"
                                      << "keys=11200,expires=9700";
}

void TestSampleBackend::cacheFlawSwitchesOnAndOff()
{
    QFETCH(QString, flaw);
    QFETCH(QString, section);
    QFETCH(QString, field);
    QFETCH(QString, clean);
    QFETCH(QString, flawed);
    const FlawSet with = only(flaw.toLatin1().constData());
    for (const auto& [flaws, expected] : {std::pair{with, flawed}, std::pair{none(), clean}}) {
        QCOMPARE(applyCacheFlaws(redis_->link(), flaws), QString());
        QCOMPARE(warmCache(redis_->link(), flaws), QString());
        const QString value = redis_->link().infoField(section.toLatin1(), field).value_or(QString());
        QVERIFY2(value.startsWith(expected), qPrintable(value));
    }
    // Two entities in one prefix only when asked for.
    QCOMPARE(redis_->command({"TYPE", "cart:601"}).text, QByteArray("none"));
    QCOMPARE(warmCache(redis_->link(), only("colliding_prefixes")), QString());
    QCOMPARE(redis_->command({"TYPE", "cart:1"}).text, QByteArray("hash"));
    QCOMPARE(redis_->command({"TYPE", "cart:601"}).text, QByteArray("list"));
    QCOMPARE(warmCache(redis_->link(), none()), QString());
}

void TestSampleBackend::serviceAnswers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* path, int status, const char* part) {
        QTest::newRow(path) << QByteArray(path) << status << QByteArray(part);
    };
    row("/healthz", 200, "up");
    row("/readyz", 200, "ready");
    row("/products?limit=3&after=10", 200, "SKU-00013");
    row("/products/7", 200, "Product 7");
    row("/products/seven", 400, "positive number");
    row("/products/99999", 404, "no such product");
    row("/users/12", 200, "User 12");
    row("/users/-1", 400, "positive number");
    row("/users/99999999", 404, "no such user");
    row("/orders?user=7920", 200, "total_cents");
    row("/orders", 400, "?user=ID");
    row("/orders/track?code=TRK00000001", 200, "shipped");
    row("/reports/bestsellers", 200, "score");
    row("/nothing", 404, "nothing here");
    row("/metrics", 200, "db_pool_connections{state=\"idle\"}");
}

void TestSampleBackend::serviceAnswers()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, part);
    ShopService service(settings(none()));
    HttpFront front(service);
    HttpCaller caller(front.start(0));
    const HttpAnswer answer = caller.call("GET", path);
    QVERIFY2(answer.body.contains(part), answer.body.constData());
    QCOMPARE(answer.status, status);
}

void TestSampleBackend::serviceCachesProductsAndUnknownUsers()
{
    ShopService service(settings(none()));
    redis_->command({"DEL", "product:9", "nouser:123456789"});
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(service.handle({"GET", "/products/9", {}, {}, {}}).status, 200);
        QCOMPARE(service.handle({"GET", "/users/123456789", {}, {}, {}}).status, 404);
    }
    const qint64 product = redis_->command({"TTL", "product:9"}).integer;
    const qint64 nobody = redis_->command({"TTL", "nouser:123456789"}).integer;
    QVERIFY2(product > 0 && nobody > 0, "both must be cached, with an expiry");
    const QByteArray metrics = service.handle({"GET", "/metrics", {}, {}, {}}).body;
    QVERIFY2(metrics.contains("cache_hits_total 2\n"), metrics.constData());
}

void TestSampleBackend::servicePlacesAnOrder()
{
    ShopService service(settings(none()));
    HttpFront front(service);
    HttpCaller caller(front.start(0));
    const QString count = QStringLiteral("SELECT count(*) FROM orders WHERE user_id = 4711");
    const int before = scalar(count).toInt();
    QCOMPARE(caller.call("POST", "/orders", R"({"user":4711,"product":3,"quantity":2})").status, 201);
    QCOMPARE(scalar(count).toInt(), before + 1);
    QCOMPARE(caller.call("POST", "/orders", R"({"user":4711,"product":999999})").status, 422);
    QCOMPARE(caller.call("POST", "/orders", "{").status, 400);
    QCOMPARE(caller.call("POST", "/orders", QByteArray(100'000, ' ')).status, 413);
    QCOMPARE(scalar(count).toInt(), before + 1);
}

void TestSampleBackend::serviceIsNotReadyWithoutItsCache()
{
    ServiceSettings broken = settings(none());
    broken.cache.port = awb::test::freePort(); // nobody listens
    ShopService service(broken);
    QCOMPARE(service.handle({"GET", "/readyz", {}, {}, {}}).status, 503);
    QCOMPARE(service.handle({"GET", "/products/1", {}, {}, {}}).status, 200); // slower, but it answers
}

void TestSampleBackend::slowReportIsComputedOnlyWithTheFlaw()
{
    const QString calls = QStringLiteral(
        "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE '%generate_series(%md5%' "
        "OR query LIKE '%md5%generate_series(%'");
    postgres_->sql(QStringLiteral("SELECT pg_stat_statements_reset()"), QStringLiteral("shop"));
    for (const auto& [flaws, expected] : {std::pair{none(), "0"}, std::pair{only("slow_query"), "1"}}) {
        ServiceSettings all = settings(flaws);
        all.forecastRounds = 20;
        ShopService service(all);
        const HttpAnswer answer = service.handle({"GET", "/reports/bestsellers", {}, {}, {}});
        QVERIFY2(answer.status == 200 && answer.body.contains("score"), answer.body.constData());
        QCOMPARE(scalar(calls), QLatin1String(expected));
    }
    const int rounds = calibrateForecast(settings(none()).database, std::chrono::milliseconds{150});
    QVERIFY2(rounds >= 20 && rounds <= 20'000, qPrintable(QString::number(rounds)));
}

void TestSampleBackend::everyRequestOpensAConnectionOnlyWithTheFlaw()
{
    const QString sessions = QStringLiteral("SELECT sessions FROM pg_stat_database WHERE datname = 'shop'");
    const auto sessionsOf = [&](const FlawSet& flaws) {
        const int before = scalar(sessions).toInt();
        {
            ShopService service(settings(flaws));
            for (int i = 0; i < 30; ++i)
                service.handle({"GET", "/orders", {{"user", "5"}}, {}, {}});
        }
        return std::pair{before, sessions};
    };
    const int calm = sessionsOf(none()).first;
    QTRY_VERIFY(scalar(sessions).toInt() > calm); // counted when a session reports
    QVERIFY(scalar(sessions).toInt() < calm + 15);
    const int before = sessionsOf(only("pool_churn")).first;
    QTRY_VERIFY(scalar(sessions).toInt() >= before + 30);
}

void TestSampleBackend::pagesAreEvictedOnlyInTheStorm()
{
    const auto evicted = [this] {
        return redis_->link().infoField("stats", QStringLiteral("evicted_keys")).value_or(QString()).toInt();
    };
    QCOMPARE(applyCacheFlaws(redis_->link(), none()), QString());
    QCOMPARE(warmCache(redis_->link(), none()), QString());
    QCOMPARE(evicted(), 0);
    const FlawSet storm = only("eviction_storm");
    QCOMPARE(applyCacheFlaws(redis_->link(), storm), QString());
    QCOMPARE(warmCache(redis_->link(), storm), QString());
    {
        ShopService service(settings(storm));
        QTRY_VERIFY_WITH_TIMEOUT(evicted() > 100, 60'000);
    }
    QCOMPARE(applyCacheFlaws(redis_->link(), none()), QString());
    QCOMPARE(warmCache(redis_->link(), none()), QString());
}

void TestSampleBackend::hitRateIsLowOnlyWithTheFlaw()
{
    const auto hitRate = [this](const FlawSet& flaws) {
        redis_->command({"CONFIG", "RESETSTAT"});
        ShopService service(settings(flaws));
        HttpFront front(service);
        const Traffic traffic({front.start(0), 400, flaws, 3});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(traffic.sent() >= 300, 60'000); }();
        const auto field = [this](const char* name) {
            return redis_->link().infoField("stats", QLatin1String(name)).value_or(QString()).toDouble();
        };
        const double hits = field("keyspace_hits");
        return hits / (hits + field("keyspace_misses"));
    };
    const double good = hitRate(none());
    QVERIFY2(good > 0.9, qPrintable(QString::number(good)));
    const double bad = hitRate(only("low_hit_rate"));
    QVERIFY2(bad < 0.6, qPrintable(QString::number(bad)));
}

void TestSampleBackend::poolGivesUpInTimeAndNeverExceedsItsSize()
{
    PoolLimits limits;
    limits.size = 2;
    limits.acquireTimeout = std::chrono::milliseconds{500};
    PgPool pool(settings(none()).database, limits);
    {
        PgPool::Lease first = pool.acquire();
        PgPool::Lease second = pool.acquire();
        QVERIFY(first && second);
        QVERIFY(!pool.acquire());
        QCOMPARE(pool.counts().active, 2);
    }
    QCOMPARE(pool.counts().active, 0);
    QCOMPARE(pool.counts().idle, 2);
    QVERIFY(pool.acquire());
}

// The console's setting, asked as the stats user; -1 when it does not say.
static int bouncerSetting(const QString& url, const char* name)
{
    awb::test::PgLink console;
    if (!console.open(url))
        return -1;
    for (const QStringList& row : console.exec(QStringLiteral("SHOW CONFIG")).rows) {
        if (row[0] == QLatin1String(name))
            return row[1].toInt();
    }
    return -1;
}

static QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QString passwordIn(const QByteArray& env)
{
    return QString::fromLatin1(env.split('\n').value(0).split('=').value(1));
}

void TestSampleBackend::worldShowsTheFlawsOfItsConnections()
{
    if (const QString reason = PrivatePgBouncer::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QTemporaryDir folder;
    SampleWorld world({folder.filePath(QStringLiteral("w")),
                       only("acquire_timeout_off,old_connections,idle_connections"), 20, QStringLiteral("5s"),
                       20});
    const QString error = world.start([](const QString&) {});
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const QByteArray profile = contentOf(world.profileFile());
    const QString env = folder.filePath(QStringLiteral("w/env"));
    const QString secret = passwordIn(contentOf(env));
    QVERIFY(secret.size() >= 16);
    QVERIFY(profile.contains("secret: env:SAMPLE_PG_PASSWORD"));
    QVERIFY2(!profile.contains(secret.toLatin1()), "the profile must not hold the password");
    QCOMPARE(QFile::permissions(env) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());

    const QString console =
        world.bouncer()->url(QStringLiteral("stats"), QStringLiteral("pgbouncer"), secret);
    QCOMPARE(bouncerSetting(console, "query_wait_timeout"), 0);
    QCOMPARE(bouncerSetting(console, "server_lifetime"), 3600);
    QCOMPARE(bouncerSetting(console, "server_idle_timeout"), 0);
    awb::test::PgLink audit;
    QVERIFY2(audit.open(world.postgres().url(QStringLiteral("auditbench"), QStringLiteral("shop"), secret)),
             qPrintable(audit.error()));
    QCOMPARE(audit.exec(QStringLiteral("SELECT pg_has_role('pg_monitor', 'USAGE')")).scalar(),
             QStringLiteral("t"));
    const QString held =
        QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name = '%1'");
    QCOMPARE(audit.exec(held.arg(QStringLiteral("shop-spare"))).scalar(), QStringLiteral("10"));
    QCOMPARE(audit.exec(held.arg(QStringLiteral("shop-listener"))).scalar(), QStringLiteral("3"));
    QCOMPARE(world.trouble(), QString());
    world.redis().crash();
    QVERIFY2(world.trouble().contains(QLatin1String("Redis has ended")), qPrintable(world.trouble()));
}

void TestSampleBackend::programPrintsReadyAndEndsWhenItsInputCloses()
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/sample_backend");
    if (!QFileInfo::exists(program))
        QFAIL("sample_backend is not built beside this test");
    QTemporaryDir folder;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program,
                  {QStringLiteral("--world"), folder.filePath(QStringLiteral("w")), QStringLiteral("--flaws"),
                   QStringLiteral("none"), QStringLiteral("--warm"), QStringLiteral("20")});
    QVERIFY(process.waitForStarted());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardOutput()).contains("READY") ||
                                 process.state() == QProcess::NotRunning,
                             180'000);
    QVERIFY2(said.startsWith("READY "), said.constData());
    if (PrivatePgBouncer::missing().isEmpty()) { // and a world without flaws has none in its connections
        const QRegularExpression address(QStringLiteral("stats@(127\\.0\\.0\\.1:\\d+)"));
        const QString profile =
            QString::fromUtf8(contentOf(folder.filePath(QStringLiteral("w/profile.yaml"))));
        const QString console = QStringLiteral("postgresql://stats:%1@%2/pgbouncer")
                                    .arg(passwordIn(contentOf(folder.filePath(QStringLiteral("w/env")))),
                                         address.match(profile).captured(1));
        QCOMPARE(bouncerSetting(console, "query_wait_timeout"), 10);
        QCOMPARE(bouncerSetting(console, "server_lifetime"), 1200);
        QCOMPARE(bouncerSetting(console, "server_idle_timeout"), 300);
    }
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestSampleBackend)
#include "tst_sample_backend.moc"
