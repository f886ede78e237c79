#include "core/probe/http/http_probes.h"
#include "core/probe/http/rate_limits_probe.h"
#include "tests/core/http_shop.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"
#include "tests/support/private_certificates.h"

#include <QTest>

using namespace awb;
using namespace awb::test;

Q_DECLARE_METATYPE(awb::test::HttpPeer::Handler)

namespace
{

using Habits = std::function<void(HttpShop&)>;
using Setting = std::function<void(HttpWorld&)>;

// One probe against one shop, judged by the rule of one check.
template<typename ProbeType>
Suggestion audit(const char* check, const Habits& habits = {}, const Setting& setting = {},
                 Facts* out = nullptr)
{
    HttpShop shop;
    if (habits)
        habits(shop);
    HttpPeer peer(shop.handler());
    HttpWorld world(peer.url());
    world.authenticate(QStringLiteral("bearer"));
    if (setting)
        setting(world);
    const Result<Facts> facts = world.run<ProbeType>(std::shared_ptr<HttpPace>());
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    if (jsonOf(*facts).contains(QString::fromLatin1(plantedWord)))
        qFatal("a secret is in the facts of %s", check);
    if (out)
        *out = *facts;
    return judge(QLatin1String(check), only(*facts));
}

// A service that is only this handler, with one described GET; a test says what it does.
template<typename ProbeType>
Suggestion auditPeer(const char* check, const QByteArray& path, const HttpPeer::Handler& handler,
                     const Setting& setting = {})
{
    const QByteArray described =
        "{\"openapi\": \"3.0.0\", \"paths\": {\"" + path +
        "\": {\"get\": {\"responses\": {\"200\": {\"content\": {\"application/json\": "
        "{\"schema\": {\"type\": \"array\"}}}}}}}}}";
    HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
        if (request.path() == "/openapi.json")
            line.send(jsonReply(described));
        else
            handler(line, request);
    });
    HttpWorld world(peer.url());
    world.authenticate(QStringLiteral("bearer"));
    if (setting)
        setting(world);
    const Result<Facts> facts = world.run<ProbeType>(std::shared_ptr<HttpPace>());
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    return judge(QLatin1String(check), only(*facts));
}

bool hasToken(const PeerRequest& request)
{
    return request.header("Authorization") == "Bearer token-secret-planted";
}

QByteArray moved(const QByteArray& to, int status = 302)
{
    return reply(status, {}, {"Location: " + to});
}

QByteArray publicPath(const QByteArray& path, const char* method)
{
    return '"' + path + "\": {\"" + method + "\": {\"security\": [], \"responses\": {}}}";
}

QByteArray describedPaths(bool write)
{
    return "{\"openapi\": \"3.0.0\", \"paths\": {" + publicPath("/a-slow", "get") + ',' +
           publicPath("/b-fast", "get") + (write ? ',' + publicPath("/signals", "post") : QByteArray()) +
           "}}";
}

// Two public reads and a public write, each with its own limit (0: none), or one for both.
struct Limiter
{
    int slow = 0, fast = 0;
    bool shared = false, write = false;
    std::atomic<int> slowCalls{0}, fastCalls{0};

    HttpPeer::Handler handler()
    {
        return [this](PeerLine& line, const PeerRequest& request) {
            const QByteArray path = request.path();
            if (path == "/openapi.json") {
                line.send(jsonReply(describedPaths(write)));
                return;
            }
            const bool isSlow = path == "/a-slow";
            if (!isSlow && path != "/b-fast") {
                line.send(reply(404));
                return;
            }
            if (isSlow)
                line.pause(40);
            ++(isSlow ? slowCalls : fastCalls);
            const int limit = isSlow ? slow : fast;
            const int calls = shared ? slowCalls + fastCalls : isSlow ? slowCalls.load() : fastCalls.load();
            line.send(limit > 0 && calls > limit ? reply(429, {}, {"Retry-After: 60"}) : jsonReply("{}"));
        };
    }
};

} // namespace

#define SAYS(verdictName, suggestion)                                                                        \
    do {                                                                                                     \
        const Suggestion said = suggestion;                                                                  \
        QVERIFY2(said.verdict == Verdict::verdictName,                                                       \
                 qPrintable(verdictId(said.verdict) + QStringLiteral(": ") + said.summary.text()));          \
    } while (false)

class HttpProbesTest : public QObject
{
    Q_OBJECT

    const QList<QByteArray> good_{"X-Content-Type-Options: nosniff",
                                  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"};

private Q_SLOTS:
    void headersOverPlainHttpAreAtBestAWarning()
    {
        SAYS(Warn, audit<HeadersProbe>("6.9",
                                       [this](HttpShop& shop) { shop.headers = shop.errorHeaders = good_; }));
    }
    void headersMissingOnErrorsOnlyAreAWarning()
    {
        const Suggestion said = audit<HeadersProbe>("6.9", [this](HttpShop& shop) { shop.headers = good_; });
        QCOMPARE(said.verdict, Verdict::Warn);
        QVERIFY2(said.summary.text().contains(QStringLiteral("404")), qPrintable(said.summary.text()));
    }
    void headersMissingEverywhereFail() { SAYS(Fail, audit<HeadersProbe>("6.9")); }
    void headersOverTlsPassOnlyForANamedHost()
    {
        if (const QString reason = PrivateCertificates::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        PrivateCertificates files;
        HttpShop shop;
        shop.headers = shop.errorHeaders =
            good_ + QList<QByteArray>{"Strict-Transport-Security: max-age=31536000"};
        HttpPeer::Options options;
        options.certificate = files.serverCertificate();
        options.key = files.serverKey();
        HttpPeer peer(shop.handler(), options);
        HttpWorld world(peer.url()); // an address: browsers keep no HSTS for it
        world.http().caFile = files.caFile();
        const auto facts = world.run<HeadersProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        SAYS(Inconclusive, judge(QStringLiteral("6.9"), only(*facts)));
    }

    void framingOpenToEverySiteIsNamed_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<bool>("named");
        QTest::newRow("nobody") << QByteArray("frame-ancestors 'none'") << false;
        QTest::newRow("an empty list is nobody")
            << QByteArray("default-src 'self'; frame-ancestors") << false;
        QTest::newRow("one site") << QByteArray("frame-ancestors https://shop.example") << false;
        QTest::newRow("every site with TLS") << QByteArray("frame-ancestors 'self' https:") << true;
        QTest::newRow("every site by a star") << QByteArray("frame-ancestors https://*") << true;
    }
    void framingOpenToEverySiteIsNamed()
    {
        QFETCH(QByteArray, policy);
        QFETCH(bool, named);
        const Suggestion said = audit<HeadersProbe>("6.9", [&](HttpShop& shop) {
            shop.headers =
                shop.errorHeaders = {"X-Content-Type-Options: nosniff", "Content-Security-Policy: " + policy};
        });
        QCOMPARE(said.summary.text().contains(QStringLiteral("X-Frame-Options")), named);
    }

    void corsKindsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("cors");
        QTest::addColumn<bool>("credentials");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("none at all") << QByteArray() << false << "pass";
        QTest::newRow("a list") << QByteArray("list") << true << "pass";
        QTest::newRow("reflects with credentials") << QByteArray("reflect") << true << "fail";
        QTest::newRow("reflects") << QByteArray("reflect") << false << "fail";
        QTest::newRow("a star") << QByteArray("star") << false << "fail";
    }
    void corsKindsAreToldApart()
    {
        QFETCH(QByteArray, cors);
        QFETCH(bool, credentials);
        const Suggestion said = audit<CorsProbe>(
            "6.8",
            [&](HttpShop& shop) {
                shop.cors = cors;
                shop.corsCredentials = credentials;
            },
            [](HttpWorld& world) { world.http().allowedOrigins = {QStringLiteral("https://shop.example")}; });
        QTEST(verdictId(said.verdict), "verdict");
    }
    void corsOf401EverywhereIsNotMeasured()
    {
        SAYS(NotMeasured, audit<CorsProbe>(
                              "6.8", [](HttpShop& shop) { shop.needsToken = true; },
                              [](HttpWorld& world) {
                                  world.http().auth.reset();
                                  EndpointTarget one;
                                  one.path = QStringLiteral("/items");
                                  world.http().endpoints = {one};
                              }));
    }

    void healthByTheChecklistsNamesPasses()
    {
        SAYS(Pass, audit<HealthProbe>("7.5", [](HttpShop& shop) {
                 shop.health = {{"/health/live", "{\"status\":\"up\"}"},
                                {"/health/ready", "{\"database\":\"up\"}"}};
             }));
    }
    void readinessInOtherWordsIsNoCheck()
    {
        for (const char* body :
             {"{\"status\":\"ready\"}", "{\"status\":\"ready\",\"checks\":[]}", "cached ready"}) {
            const Suggestion said = audit<HealthProbe>("7.5", [body](HttpShop& shop) {
                shop.health = {{"/health/live", "{\"status\":\"up\"}"}, {"/health/ready", body}};
            });
            QVERIFY2(said.verdict == Verdict::Inconclusive, body);
            QCOMPARE(said.byLetter, Verdict::Pass);
        }
        for (const char* body : {"{\"checks\":{\"search\":\"up\"}}", "{\"db\":1}", "PostgreSQL ok"}) {
            SAYS(Pass, audit<HealthProbe>("7.5", [body](HttpShop& shop) {
                     shop.health = {{"/health/live", "{\"status\":\"up\"}"}, {"/health/ready", body}};
                 }));
        }
        SAYS(Pass, audit<HealthProbe>(
                       "7.5",
                       [](HttpShop& shop) {
                           shop.health = {{"/health/live", "alive"}, {"/health/ready", "ready"}};
                       },
                       [](HttpWorld& world) { // a person names both
                           world.http().healthLive = QStringLiteral("/health/live");
                           world.http().healthReady = QStringLiteral("/health/ready");
                       }));
    }
    void healthThatIsNotReadyExists()
    {
        SAYS(Pass, audit<HealthProbe>("7.5", [](HttpShop& shop) {
                 shop.health = {{"/health/live", "{\"status\":\"up\"}"}, {"/health/ready", ""}};
             }));
    }
    void oneCombinedHealthPathIsAWarning()
    {
        SAYS(Warn, audit<HealthProbe>("7.5", [](HttpShop& shop) { shop.health = {{"/healthz", "ok"}}; }));
    }
    void aSinglePageAppHasNoHealthEndpoint()
    {
        Facts facts;
        SAYS(Fail, audit<HealthProbe>(
                       "7.5", [](HttpShop& shop) { shop.singlePageApp = true; }, {}, &facts));
        QVERIFY(facts.details.value(QStringLiteral("discarded")).toArray().size() > 10);
    }
    void clocksDoNotTellReadinessFromLiveness()
    {
        std::atomic<int> now{1764000000};
        SAYS(Warn, auditPeer<HealthProbe>("7.5", "/x", [&](PeerLine& line, const PeerRequest& request) {
                 const bool known = request.path() == "/health/live" || request.path() == "/health/ready";
                 line.send(known ? jsonReply("{\"status\":\"ok\",\"ts\":" + QByteArray::number(++now) + '}')
                                 : reply(404));
             }));
    }
    void aWallBeforeEveryPathHidesHealthEndpoints()
    {
        SAYS(Inconclusive,
             auditPeer<HealthProbe>("7.5", "/x", [](PeerLine& line, const PeerRequest& request) {
                 line.send(reply(401, "for " + request.path(), {"Content-Type: text/plain"}));
             }));
    }
    void healthBesideACatchAllIsFound_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("live");
        QTest::addColumn<QByteArray>("ready");
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("errors that say 200")
            << QByteArray("application/json") << QByteArray("{\"status\":\"up\"}")
            << QByteArray("{\"database\":\"up\"}") << QByteArray("{\"error\":\"nothing\"}");
        QTest::newRow("a word as text/html beside a single-page app")
            << QByteArray("text/html") << QByteArray("alive") << QByteArray("database up")
            << QByteArray("<!doctype html><div id=root>");
    }
    void healthBesideACatchAllIsFound()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, live);
        QFETCH(QByteArray, ready);
        QFETCH(QByteArray, other);
        SAYS(Pass, auditPeer<HealthProbe>("7.5", "/x", [&](PeerLine& line, const PeerRequest& request) {
                 const QByteArray path = request.path();
                 line.send(reply(200,
                                 path == "/health/live"    ? live
                                 : path == "/health/ready" ? ready
                                                           : other,
                                 {"Content-Type: " + type}));
             }));
    }
    void noHealthPathFails() { SAYS(Fail, audit<HealthProbe>("7.5")); }

    void refusingUnknownParametersIsNoBound()
    {
        QByteArray rows;
        for (int id = 1; id <= 40; ++id)
            rows += ",{\"id\":" + QByteArray::number(id) + '}';
        rows[0] = '[';
        const auto strict = [&](PeerLine& line, const PeerRequest& request) {
            line.send(request.target.contains("limit=") ? reply(400) : jsonReply(rows + ']'));
        };
        SAYS(Inconclusive, auditPeer<ListsProbe>("8.8", "/users", strict));
    }
    void aListThatCannotBeReadIsNotLeftOut()
    {
        SAYS(Inconclusive, auditPeer<ListsProbe>("8.7", "/users", [](PeerLine& line, const PeerRequest&) {
                 line.send(jsonReply("{\"users\":[{\"id\":1}],\"groups\":[{\"id\":1}]}"));
             }));
    }
    void listsWithPagesAndABoundPass()
    {
        Facts facts;
        SAYS(Pass, audit<ListsProbe>("8.7", {}, {}, &facts));
        SAYS(Pass, judge(QStringLiteral("8.8"), only(facts)));
    }
    void listsThatIgnoreTheirLimitAreAWarning()
    {
        SAYS(Warn, audit<ListsProbe>("8.7", [](HttpShop& shop) { shop.honoursLimit = false; }));
    }
    void listsWithoutABoundFail()
    {
        Facts facts;
        const auto habits = [](HttpShop& shop) {
            shop.clampsLimit = false;
            shop.rows = 12'000;
        };
        SAYS(Warn, audit<ListsProbe>("8.7", habits, {}, &facts));
        SAYS(Fail, judge(QStringLiteral("8.8"), only(facts)));
    }
    void aListThatBreaksOnAHugeLimitIsAskedForLess()
    {
        Facts facts;
        const auto habits = [](HttpShop& shop) {
            shop.clampsLimit = false;
            shop.rows = 12'000;
            shop.breaksAbove = 50'000;
        };
        SAYS(Fail, audit<ListsProbe>("8.8", habits, {}, &facts));
        const QJsonObject list = facts.details.value(QStringLiteral("lists")).toArray().first().toObject();
        QCOMPARE(list.value(QStringLiteral("many_limit")).toInt(), 10'000);
        QCOMPARE(list.value(QStringLiteral("many")).toInt(), 10'000);
    }
    void anAnswerThatIsReadNoFurtherHasMore()
    {
        const QByteArray book = "[{\"id\":1,\"text\":\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"}]";
        const Suggestion large = auditPeer<ListsProbe>(
            "8.8", "/books", [&](PeerLine& line, const PeerRequest&) { line.send(jsonReply(book)); });
        SAYS(Fail, large);
        QCOMPARE(large.summary.text(), QStringLiteral("The largest answer has more than 16\u00A0MiB."));
    }
    void threeRowsTellNothing()
    {
        Facts facts;
        SAYS(Inconclusive, audit<ListsProbe>(
                               "8.8", [](HttpShop& shop) { shop.rows = 3; }, {}, &facts));
        SAYS(Inconclusive, audit<ListsProbe>("8.7", [](HttpShop& shop) { shop.rows = 1; }));
    }
    void noEndpointIsNoPass()
    {
        const auto empty = [](HttpShop& shop) { shop.lists = false; };
        for (const char* check : {"8.7", "8.8"}) {
            const Verdict verdict = audit<ListsProbe>(check, empty).verdict;
            QVERIFY2(verdict == Verdict::NotMeasured || verdict == Verdict::Inconclusive, check);
        }
        SAYS(Inconclusive, audit<AuthenticationProbe>("6.1", empty));
        SAYS(NotMeasured, audit<CorsProbe>("6.8", empty));
    }

    void guardedEndpointsPassOnceWritesMayBeTried()
    {
        const auto habits = [](HttpShop& shop) { shop.needsToken = true; };
        SAYS(Inconclusive, audit<AuthenticationProbe>("6.1", habits)); // POST /items was not tried
        SAYS(Pass, audit<AuthenticationProbe>(
                       "6.1", habits, [](HttpWorld& world) { world.target.allowed = Capability::Write; }));
    }
    void openEndpointsFail()
    {
        const Suggestion said = audit<AuthenticationProbe>("6.1");
        QCOMPARE(said.verdict, Verdict::Fail);
        QVERIFY(said.summary.text().contains(QStringLiteral("GET /items")));
    }
    void refusing403IsAGuardToo()
    {
        SAYS(Pass, audit<AuthenticationProbe>(
                       "6.1",
                       [](HttpShop& shop) {
                           shop.needsToken = true;
                           shop.refusal = 403;
                       },
                       [](HttpWorld& world) { world.target.allowed = Capability::Write; }));
    }
    void anyTokenIsAsGoodAsNone()
    {
        SAYS(Fail, audit<AuthenticationProbe>("6.1", [](HttpShop& shop) {
                 shop.needsToken = true;
                 shop.needsValidToken = false;
             }));
    }
    void aLoginPageWithSuccessIsAWarning()
    {
        SAYS(Warn, audit<AuthenticationProbe>("6.1", [](HttpShop& shop) {
                 shop.needsToken = true;
                 shop.softRefusal = true;
             }));
    }
    void aCacheThatReplaysAPrivateAnswerFails()
    {
        SAYS(Fail, audit<AuthenticationProbe>("6.1", [](HttpShop& shop) {
                 shop.needsToken = true;
                 shop.cachesAnswers = true;
             }));
    }
    void a401ForAnyCredentialIsGuardedButNothingElse()
    {
        const Suggestion said = audit<AuthenticationProbe>(
            "6.1", [](HttpShop& shop) { shop.needsToken = true; },
            [](HttpWorld& world) { world.target.secrets.clear(); });
        QCOMPARE(said.verdict, Verdict::Inconclusive);
    }

    void redirectsAreReadWithCare_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<HttpPeer::Handler>("handler");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char* name, const char* path, HttpPeer::Handler handler,
                            const char* verdict) {
            QTest::newRow(name) << QByteArray(path) << std::move(handler) << QString::fromLatin1(verdict);
        };
        const auto slash = [](PeerLine& line, const PeerRequest& request) {
            const QByteArray path = request.path();
            const bool served = path == "/authors/" || path == "/lessons/";
            line.send(path == "/authors" || path == "/lessons" ? moved(path + '/', 301)
                      : served                                 ? jsonReply("[{\"id\":1}]")
                                                               : reply(404));
        };
        row("a slash is no login, even in a name with auth", "/authors", slash, "fail");
        row("a slash is no login, even in a name with sso", "/lessons", slash, "fail");
        row(
            "to a login, without a credential", "/orders",
            [](PeerLine& line, const PeerRequest& request) {
                line.send(hasToken(request) ? jsonReply("[]") : moved("/users/sign_in"));
            },
            "pass");
        row(
            "to a login, whoever asks", "/orders",
            [](PeerLine& line, const PeerRequest&) { line.send(moved("/login")); }, "inconclusive");
        row(
            "to TLS on a host with auth in its name", "/orders",
            [](PeerLine& line, const PeerRequest& request) {
                line.send(moved("https://auth.shop.example" + request.path(), 301));
            },
            "inconclusive");
    }
    void redirectsAreReadWithCare()
    {
        QFETCH(QByteArray, path);
        QFETCH(HttpPeer::Handler, handler);
        const Suggestion said = auditPeer<AuthenticationProbe>("6.1", path, handler);
        QVERIFY2(QTest::currentDataTag() && !said.summary.text().isEmpty(), "no sentence");
        QTEST(verdictId(said.verdict), "verdict");
    }
    void aRefusedQueryValueHidesNoGuard()
    {
        for (const bool guarded : {true, false}) {
            const Suggestion said = auditPeer<AuthenticationProbe>(
                "6.1", "/users", [=](PeerLine& line, const PeerRequest& request) {
                    line.send(request.target.contains('?')    ? reply(400)
                              : guarded && !hasToken(request) ? reply(403)
                              : request.path() == "/users"    ? jsonReply("[{\"id\":1}]")
                                                              : reply(404));
                });
            QCOMPARE(said.verdict, guarded ? Verdict::Pass : Verdict::Fail);
        }
    }
    void thePageOfASinglePageAppIsNoEndpoint()
    {
        const auto page = [](PeerLine& line, const PeerRequest& request) {
            line.send(reply(200, "<!doctype html><p>" + request.path(), {"Content-Type: text/html"}));
        };
        SAYS(Inconclusive, auditPeer<AuthenticationProbe>("6.1", "/users", page));
        SAYS(NotMeasured, auditPeer<CorsProbe>("6.8", "/users", page));
    }
    void aCredentialThatOpensNothingProvesNothing()
    {
        SAYS(Inconclusive,
             auditPeer<AuthenticationProbe>(
                 "6.1", "/users", [](PeerLine& line, const PeerRequest&) { line.send(reply(401)); }));
    }

    void requestIdsProveOneHopOnly()
    {
        SAYS(Warn, audit<RequestIdsProbe>("5.4", [](HttpShop& shop) { shop.ids = "clean"; }));
    }
    void aHostileRequestIdThatComesBackIsNamed()
    {
        const Suggestion said = audit<RequestIdsProbe>("5.4", [](HttpShop& shop) { shop.ids = "raw"; });
        QCOMPARE(said.verdict, Verdict::Warn);
        QVERIFY2(said.summary.text().contains(QStringLiteral("hostile")), qPrintable(said.summary.text()));
    }
    void noRequestIdFails() { SAYS(Fail, audit<RequestIdsProbe>("5.4")); }

    void limitHeadersOfAllDraftsAreRead_data()
    {
        QTest::addColumn<QList<QByteArray>>("lines");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<qint64>("remaining");
        using Lines = QList<QByteArray>;
        QTest::newRow("draft 6") << Lines{"RateLimit-Policy: 10;w=60", "RateLimit-Limit: 10",
                                          "RateLimit-Remaining: 9"}
                                 << qint64(10) << qint64(9);
        QTest::newRow("draft 7") << Lines{"RateLimit-Policy: 10;w=60",
                                          "RateLimit: limit=10, remaining=3, reset=59"}
                                 << qint64(10) << qint64(3);
        QTest::newRow("draft 8") << Lines{"RateLimit-Policy: \"a\"; q=10; w=60; pk=:x:",
                                          "RateLimit: \"a\"; r=9; t=60"}
                                 << qint64(10) << qint64(9);
        QTest::newRow("legacy") << Lines{"X-RateLimit-Limit: 100", "X-RateLimit-Remaining: 42"} << qint64(100)
                                << qint64(42);
        QTest::newRow("none") << Lines{"Server: x"} << qint64(-1) << qint64(-1);
        QTest::newRow("nonsense") << Lines{"RateLimit: limit=many", "X-RateLimit-Limit: -"} << qint64(-1)
                                  << qint64(-1);
    }
    void limitHeadersOfAllDraftsAreRead()
    {
        QFETCH(QList<QByteArray>, lines);
        HttpResponse response;
        for (const QByteArray& line : lines)
            response.headers.append(
                HttpHeader{line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1).trimmed()});
        const RateLimitSeen seen = readRateLimit(response);
        QTEST(seen.limit, "limit");
        QTEST(seen.remaining, "remaining");
    }

    void rateLimitsAreToldApart_data()
    {
        QTest::addColumn<int>("allowed"); // requests until 429; below 0: until a bare 503; 0: any number
        QTest::addColumn<bool>("headers");
        QTest::addColumn<bool>("constant");
        QTest::addColumn<bool>("burst");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("headers that count") << 0 << true << false << false << "pass";
        QTest::newRow("headers that stand still") << 0 << true << true << false << "warn";
        QTest::newRow("no header until it refuses") << 10 << false << false << true << "pass";
        QTest::newRow("503 in the burst") << -10 << false << false << true << "inconclusive";
        QTest::newRow("no limit within the burst") << 0 << false << false << true << "inconclusive";
        QTest::newRow("no header, no burst") << 0 << false << false << false << "not-measured";
    }
    void rateLimitsAreToldApart()
    {
        QFETCH(int, allowed);
        QFETCH(bool, headers);
        QFETCH(bool, constant);
        QFETCH(bool, burst);
        std::atomic<int> count{0};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            if (request.path() != "/open") {
                line.send(request.path() == "/openapi.json"
                              ? jsonReply(R"({"openapi": "3.0.0", "paths": {"/open": {"get":
                    {"security": [], "responses": {}}}}})")
                              : reply(404));
                return;
            }
            const int now = ++count;
            if (allowed > 0 && now > allowed)
                line.send(reply(429, {}, {"Retry-After: 60"}));
            else if (allowed < 0 && now > -allowed)
                line.send(reply(503));
            else
                line.send(jsonReply(
                    "{}", headers ? QList<QByteArray>{"X-RateLimit-Limit: 100",
                                                      "X-RateLimit-Remaining: " +
                                                          QByteArray::number(constant ? 50 : 100 - now)}
                                  : QList<QByteArray>()));
        });
        HttpWorld world(peer.url());
        if (burst)
            world.target.allowed = Capability::Burst;
        const auto facts = world.run<RateLimitsProbe>(std::shared_ptr<HttpPace>(), 20);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QTEST(verdictId(judge(QStringLiteral("6.3"), only(*facts)).verdict), "verdict");
        if (!burst)
            QCOMPARE(count.load(), 3);
        else if (allowed != 0)
            QCOMPARE(count.load(), qAbs(allowed) + 1); // and not one more
    }

    void theBurstGoesToTheCheapestAndIsNoProofForOthers_data()
    {
        QTest::addColumn<int>("slow");
        QTest::addColumn<int>("fast");
        QTest::addColumn<bool>("shared");
        QTest::addColumn<bool>("write");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("words");
        QTest::newRow("one limit for both") << 12 << 12 << true << false << "pass"
                                            << "All 2";
        QTest::newRow("one limit for both, but a public write") << 12 << 12 << true << true << "inconclusive"
                                                                << "POST /signals";
        QTest::newRow("a limit at the cheapest alone") << 0 << 12 << false << false << "inconclusive"
                                                       << "does not cover GET /a-slow";
        QTest::newRow("a limit at the other alone") << 12 << 0 << false << false << "inconclusive"
                                                    << "no burst was tried at GET /a-slow";
    }
    void theBurstGoesToTheCheapestAndIsNoProofForOthers()
    {
        QFETCH(int, slow);
        QFETCH(int, fast);
        QFETCH(bool, shared);
        QFETCH(bool, write);
        QFETCH(QString, words);
        Limiter limiter;
        limiter.slow = slow;
        limiter.fast = fast;
        limiter.shared = shared;
        limiter.write = write;
        HttpPeer peer(limiter.handler());
        HttpWorld world(peer.url());
        world.target.allowed = Capability::Burst;
        const auto facts = world.run<RateLimitsProbe>(std::shared_ptr<HttpPace>(), 20);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(facts->details.value(QStringLiteral("burst_at")).toString(), QStringLiteral("GET /b-fast"));
        QVERIFY(limiter.slowCalls <= 4); // three passive requests, and one after a refusal
        const Suggestion said = judge(QStringLiteral("6.3"), only(*facts));
        QVERIFY2(said.summary.text().contains(words), qPrintable(said.summary.text()));
        QTEST(verdictId(said.verdict), "verdict");
    }
    void everyPublicEndpointIsLookedAt()
    {
        QByteArray paths;
        for (int i = 0; i < 8; ++i)
            paths += ',' + publicPath("/open" + QByteArray::number(i), "get");
        paths[0] = ' ';
        std::atomic<int> remaining{1000};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            if (request.path() == "/openapi.json")
                line.send(jsonReply("{\"openapi\": \"3.0.0\", \"paths\": {" + paths + "}}"));
            else if (request.path() == "/open7") // the last has none
                line.send(jsonReply("{}"));
            else
                line.send(jsonReply("{}", {"X-RateLimit-Limit: 1000",
                                           "X-RateLimit-Remaining: " + QByteArray::number(--remaining)}));
        });
        HttpWorld world(peer.url());
        const auto facts = world.run<RateLimitsProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(facts->value(QStringLiteral("endpoints")), 8.0);
        SAYS(NotMeasured, judge(QStringLiteral("6.3"), only(*facts)));
    }

    void aServiceThatIsDownHasNoRateLimit()
    {
        const Suggestion said = auditPeer<RateLimitsProbe>(
            "6.3", "/open",
            [](PeerLine& line, const PeerRequest&) { line.send(reply(503, {}, {"Retry-After: 60"})); },
            [](HttpWorld& world) {
                EndpointTarget open;
                open.path = QStringLiteral("/open");
                open.isPublic = true;
                world.http().endpoints = {open};
            });
        QCOMPARE(said.verdict, Verdict::NotMeasured);
    }

    void bodyLimitsWithoutA413_data()
    {
        QTest::addColumn<HttpPeer::Handler>("handler");
        QTest::addColumn<QString>("verdict");
        const auto above = [](const QByteArray& answer) {
            return HttpPeer::Handler([=](PeerLine& line, const PeerRequest& request) {
                line.send(request.body.size() > 100'000 ? answer : reply(422));
            });
        };
        QTest::newRow("500") << above(reply(500)) << "warn";
        QTest::newRow("400 that says so")
            << above(jsonReply("{\"error\":\"Request body exceeded the maximum\"}", {}, 400)) << "warn";
        QTest::newRow("400 for what it holds") << above(reply(400)) << "fail";
        QTest::newRow("429") << above(reply(429, {}, {"Retry-After: 60"})) << "not-measured";
        QTest::newRow("the same words for every body")
            << HttpPeer::Handler([](PeerLine& line, const PeerRequest&) {
                   line.send(reply(400, "{\"error\":\"name: maximum length is 10\"}"));
               })
            << "fail";
        QTest::newRow("chunks are refused with 411")
            << HttpPeer::Handler([](PeerLine& line, const PeerRequest& request) {
                   const bool chunks = !request.header("Transfer-Encoding").isEmpty();
                   line.send(reply(chunks ? 411 : request.body.size() > 100'000 ? 413 : 422));
               })
            << "pass";
        QTest::newRow("only by Content-Length")
            << HttpPeer::Handler([](PeerLine& line, const PeerRequest& request) {
                   line.send(reply(request.header("Content-Length").toLongLong() > 100'000 ? 413 : 422));
               })
            << "warn";
    }
    void bodyLimitsWithoutA413()
    {
        QFETCH(HttpPeer::Handler, handler);
        HttpPeer peer(handler);
        HttpWorld world(peer.url());
        EndpointTarget items;
        items.path = QStringLiteral("/items");
        items.method = QStringLiteral("POST");
        world.http().endpoints = {items};
        const auto facts =
            world.run<BodyLimitProbe>(std::shared_ptr<HttpPace>(), std::chrono::milliseconds(300));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const Suggestion said = judge(QStringLiteral("1.6"), only(*facts));
        QVERIFY(!said.summary.text().isEmpty());
        QTEST(verdictId(said.verdict), "verdict");
    }

    void bodyLimitsAreToldApart_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("413 above 100 KiB") << qint64(100 * 1024) << false << "pass";
        QTest::newRow("the connection ends") << qint64(100 * 1024) << true << "warn";
        QTest::newRow("no limit") << qint64(-1) << false << "fail";
    }
    void bodyLimitsAreToldApart()
    {
        QFETCH(qint64, limit);
        QFETCH(bool, closes);
        HttpShop shop;
        shop.bodyLimit = limit;
        shop.closesOnLimit = closes;
        HttpPeer peer(shop.handler());
        HttpWorld world(peer.url());
        EndpointTarget items;
        items.path = QStringLiteral("/items");
        items.method = QStringLiteral("POST");
        world.http().endpoints = {items};
        const auto facts =
            world.run<BodyLimitProbe>(std::shared_ptr<HttpPace>(), std::chrono::milliseconds(300));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QTEST(verdictId(judge(QStringLiteral("1.6"), only(*facts)).verdict), "verdict");
    }
    void noBodyIsSentWhereTheProfileTicksNothing()
    {
        HttpShop shop;
        HttpPeer peer(shop.handler());
        HttpWorld world(peer.url());
        const auto facts = world.run<BodyLimitProbe>(std::shared_ptr<HttpPace>());
        QVERIFY(facts);
        QCOMPARE(judge(QStringLiteral("1.6"), only(*facts)).verdict, Verdict::NotMeasured);
        const auto seen = peer.seen();
        QVERIFY(
            std::all_of(seen.cbegin(), seen.cend(), [](const PeerRequest& r) { return r.method == "GET"; }));
    }

    void everyProbeSaysWhyItCannotRunWithoutABase()
    {
        for (const ProbeDescriptor& probe : httpProbes()) {
            HttpWorld world;
            const auto facts = probe.create()->run(world.target, *world.where);
            QVERIFY2(facts && !facts->complete && !facts->reason.isEmpty(), qPrintable(probe.id));
        }
    }
    void everyProbeFailsClearlyWhenNobodyAnswers()
    {
        for (const ProbeDescriptor& probe : httpProbes()) {
            HttpWorld world(QStringLiteral("http://127.0.0.1:1"));
            const auto facts = probe.create()->run(world.target, *world.where);
            QVERIFY2(!facts && facts.error().code == ErrorCode::Unreachable, qPrintable(probe.id));
        }
    }
    void everyProbeEndsSoonAfterAStop()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.waitUntilGone(); });
        for (const ProbeDescriptor& probe : httpProbes()) {
            HttpWorld world(peer.url());
            std::thread stopper([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(150));
                world.stop.request_stop();
            });
            const auto began = world.clock.monotonic();
            const auto facts = probe.create()->run(world.target, *world.where);
            const auto took = world.clock.monotonic() - began;
            stopper.join();
            QVERIFY2(!facts && facts.error().code == ErrorCode::Cancelled, qPrintable(probe.id));
            QVERIFY2(took < std::chrono::milliseconds(350), qPrintable(probe.id));
        }
    }
};

QTEST_GUILESS_MAIN(HttpProbesTest)
#include "tst_http_probes.moc"
