#include "core/probe/http/files_probe.h"
#include "core/probe/http/instances_probe.h"
#include "core/probe/http/second_user_probe.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

const QByteArray firstToken = "Bearer token-" + plantedWord;
const QByteArray secondToken = "Bearer second-" + plantedWord;

QString verdictOf(const char* check, const Facts& facts)
{
    return verdictId(judge(QLatin1String(check), only(facts)).verdict);
}

void addSecondUser(HttpWorld& world, const QByteArray& secret = "second-" + plantedWord)
{
    AuthTarget auth;
    auth.kind = QStringLiteral("bearer");
    auth.user = QStringLiteral("auditor");
    world.http().secondAuth = auth;
    world.target.secrets.insert(QStringLiteral("http/second"), Secret(secret));
}

// ---- 6.2

FactsByProbe objects(const QStringList& states, bool secondWorks = true, bool complete = true)
{
    QJsonArray rows;
    for (const QString& state : states)
        rows.append(QJsonObject{{QStringLiteral("endpoint"), QStringLiteral("GET /orders/{id}")},
                                {QStringLiteral("object"), QString::number(rows.size())},
                                {QStringLiteral("state"), state}});
    return only(factsOf("http.second_user", {{"objects", double(rows.size())}},
                        {{QStringLiteral("objects"), rows},
                         {QStringLiteral("second_works"), secondWorks},
                         {QStringLiteral("hint"), true}},
                        complete));
}

// Orders of two accounts: 1 to 3 are the first one's, 11 to 13 the second one's.
class TwoAccounts
{
public:
    explicit TwoAccounts(QByteArray habit) : habit_(std::move(habit)) {}

    HttpPeer::Handler handler()
    {
        return [this](PeerLine& line, const PeerRequest& request) { line.send(answer(request)); };
    }

private:
    QByteArray answer(const PeerRequest& request) const
    {
        const QByteArray path = request.path();
        const bool isSecond = request.header("Authorization") == secondToken;
        const bool isKnown = isSecond || request.header("Authorization") == firstToken;
        if (path == "/openapi.json")
            return jsonReply(R"({"openapi": "3.0.0", "security": [{"b": []}], "paths": {
                "/orders": {"get": {"responses": {"200": {"content": {"application/json":
                    {"schema": {"type": "array"}}}}}}},
                "/orders/{id}": {"get": {"responses": {"200": {"content": {"application/json": {}}}}}}}})");
        if (habit_ == "page" && path != "/orders")
            return reply(200, "<!doctype html><div id=root>", {"Content-Type: text/html"});
        if ((isSecond && habit_ == "dead") || (!isKnown && habit_ != "public"))
            return jsonReply("{}", {}, 401);
        if (path == "/orders")
            return jsonReply(isSecond && habit_ != "shared" ? R"([{"id":11},{"id":12},{"id":13}])"
                                                            : R"([{"id":1},{"id":2},{"id":3},{"id":4}])");
        const int id = path.mid(8).toInt();
        const bool own = isSecond ? id >= 11 : id <= 4;
        if (id <= 0 || (isSecond && !own && habit_ == "hidden"))
            return jsonReply("{}", {}, 404);
        if (isSecond && !own && habit_ == "forbidden")
            return jsonReply("{}", {}, 403);
        const QByteArray number = QByteArray::number(id);
        if (isSecond && habit_ == "fewer")
            return jsonReply("{\"name\":\"a public profile\"}");
        return jsonReply("{\"id\":" + number + ",\"total\":12" +
                         (habit_ == "clock" && isSecond ? ",\"seen\":2" : ",\"seen\":1") + '}');
    }

    const QByteArray habit_;
};

// ---- 8.1, 8.2

FactsByProbe instances(int distinct, bool complete = true)
{
    QJsonArray rows;
    if (distinct > 0)
        rows.append(QJsonObject{{QStringLiteral("source"), QStringLiteral("X-Served-By")},
                                {QStringLiteral("distinct"), distinct},
                                {QStringLiteral("asked"), 20}});
    return only(factsOf("http.instances", {{"instances", double(distinct)}},
                        {{QStringLiteral("labels"), rows}, {QStringLiteral("hint"), true}}, complete));
}

FactsByProbe sessions(const QStringList& states, const QString& credential = QStringLiteral("cookie"))
{
    QJsonArray rows;
    for (const QString& state : states)
        rows.append(QJsonObject{{QStringLiteral("instance"), QStringLiteral("http://b")},
                                {QStringLiteral("state"), state}});
    return only(factsOf("http.instances", {},
                        {{QStringLiteral("sessions"), rows},
                         {QStringLiteral("named"), 1},
                         {QStringLiteral("credential"), credential},
                         {QStringLiteral("hint"), true}}));
}

// ---- 8.6

FactsByProbe files(const QStringList& states, bool complete = true)
{
    QJsonArray rows;
    for (const QString& state : states)
        rows.append(QJsonObject{{QStringLiteral("endpoint"), QStringLiteral("GET /files/") + state},
                                {QStringLiteral("state"), state}});
    return only(factsOf("http.files", {{"files", double(rows.size())}},
                        {{QStringLiteral("files"), rows}, {QStringLiteral("hint"), true}}, complete));
}

HttpResponse withHeader(const char* name, const QByteArray& value)
{
    HttpResponse response;
    response.headers.append(HttpHeader{name, value});
    return response;
}

const char* const guardedList = R"({"openapi": "3.0.0", "security": [{"b": []}], "paths": {
    "/orders": {"get": {"responses": {"200": {"content": {"application/json": {}}}}}}}})";

} // namespace

class TestHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hints_are_judged_data()
    {
        ruleColumns();
        const auto warn = Verdict::Warn, open = Verdict::Inconclusive, none = Verdict::NotMeasured;
        const auto same = QStringLiteral("same"), refused = QStringLiteral("refused");
        row("6.2 warns of an object that both are given", "6.2", objects({refused, same}), warn);
        row("6.2 warns of one in what could be seen", "6.2", objects({same}, true, false), warn);
        row("6.2 never passes when all are refused", "6.2", objects({refused, refused}), open);
        row("6.2 asks whether the second credential works", "6.2", objects({refused, refused}, false), open);
        row("6.2 finds nothing in shared and public objects", "6.2",
            objects({QStringLiteral("shared"), QStringLiteral("public"), QStringLiteral("different"),
                     QStringLiteral("unserved"), QStringLiteral("unknown")}),
            open);
        row("8.1 hints at two instances", "8.1", instances(2), open);
        row("8.1 hints at one", "8.1", instances(1), open);
        row("8.1 hears no name", "8.1", instances(0), open);
        row("8.1 is not measured without an answer", "8.1", instances(0, false), none);
        const auto works = QStringLiteral("works"), bearer = QStringLiteral("bearer");
        row("8.2 warns of a session that one instance keeps", "8.2", sessions({works, refused}), warn);
        row("8.2 never passes when the cookie works on both", "8.2", sessions({works}), open);
        row("8.2 says that a token shows little", "8.2", sessions({works}, bearer), open);
        row("8.2 could not compare", "8.2",
            sessions({QStringLiteral("open"), QStringLiteral("unreachable"), QStringLiteral("itself")}),
            open);
        row("8.2 is not measured without a credential", "8.2", sessions({}, QString()), none);
        row("8.2 is not measured without another instance", "8.2", instances(2), none);
        const auto elsewhere = QStringLiteral("elsewhere"), bytes = QStringLiteral("bytes");
        row("8.6 warns of files through the service", "8.6", files({elsewhere, bytes}), warn);
        row("8.6 warns of a declared upload", "8.6", files({QStringLiteral("declared")}), warn);
        row("8.6 warns of what could be seen", "8.6", files({bytes}, false), warn);
        row("8.6 never passes when all are elsewhere", "8.6", files({elsewhere, elsewhere}), open);
        row("8.6 saw no file", "8.6", files({QStringLiteral("unknown")}), open);
        row("8.6 knows no file", "8.6", files({}), open);
        row("8.6 is not measured without a description", "8.6", files({}, false), none);
        row("6.2 is not measured without an object", "6.2", objects({}, false, false), none);
    }
    void hints_are_judged()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict, qPrintable(suggestion.summary.text()));
        QVERIFY(!suggestion.summary.text().isEmpty() &&
                !suggestion.summary.text().contains(QLatin1Char('%')));
        QCOMPARE(suggestion.confidence, Confidence::Assisted);
        if (suggestion.verdict == Verdict::Inconclusive)
            QVERIFY(!suggestion.settle.isEmpty());
    }

    void a_check_that_nothing_has_looked_at_is_not_measured_data()
    {
        QTest::addColumn<QString>("check");
        QTest::newRow("6.2") << "6.2";
        QTest::newRow("8.1") << "8.1";
        QTest::newRow("8.2") << "8.2";
        QTest::newRow("8.5") << "8.5";
        QTest::newRow("8.6") << "8.6";
    }
    void a_check_that_nothing_has_looked_at_is_not_measured()
    {
        QFETCH(QString, check);
        const Suggestion suggestion =
            judge(check, only(factsOf("repository.something", {}, {{QStringLiteral("hint"), true}})));
        QCOMPARE(verdictId(suggestion.verdict), QStringLiteral("not-measured"));
    }

    void two_accounts_are_told_apart_data()
    {
        QTest::addColumn<QByteArray>("habit");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("hidden objects") << QByteArray("hidden") << "refused"
                                        << "inconclusive";
        QTest::newRow("forbidden objects") << QByteArray("forbidden") << "refused"
                                           << "inconclusive";
        QTest::newRow("objects for everybody with an account") << QByteArray("open") << "same"
                                                               << "warn";
        QTest::newRow("a counter in them") << QByteArray("clock") << "same"
                                           << "warn";
        QTest::newRow("only a public part") << QByteArray("fewer") << "different"
                                            << "inconclusive";
        QTest::newRow("objects in both lists") << QByteArray("shared") << "shared"
                                               << "inconclusive";
        QTest::newRow("objects without a credential") << QByteArray("public") << "public"
                                                      << "inconclusive";
        QTest::newRow("a page for every path") << QByteArray("page") << "unserved"
                                               << "inconclusive";
        QTest::newRow("a second credential that is not known") << QByteArray("dead") << "refused"
                                                               << "inconclusive";
    }
    void two_accounts_are_told_apart()
    {
        QFETCH(QByteArray, habit);
        TwoAccounts accounts(habit);
        HttpPeer peer(accounts.handler());
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"));
        addSecondUser(world);
        const auto facts = world.run<SecondUserProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(!jsonOf(*facts).contains(QString::fromLatin1(plantedWord)));
        const QJsonArray rows = facts->details.value(QStringLiteral("objects")).toArray();
        QCOMPARE(rows.size(), SecondUserOptions().perList);
        for (const QJsonValue& row : rows)
            QTEST(row.toObject().value(QStringLiteral("state")).toString(), "state");
        QTEST(verdictOf("6.2", *facts), "verdict");
        QCOMPARE(facts->flag(QStringLiteral("second_works")), habit != "dead");
    }

    void without_two_accounts_nothing_is_asked_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("no second credential") << QByteArray();
        QTest::newRow("the same twice") << QByteArray("token-" + plantedWord);
    }
    void without_two_accounts_nothing_is_asked()
    {
        QFETCH(QByteArray, second);
        TwoAccounts accounts("open");
        HttpPeer peer(accounts.handler());
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"));
        if (!second.isEmpty())
            addSecondUser(world, second);
        const auto facts = world.run<SecondUserProbe>(std::shared_ptr<HttpPace>());
        QVERIFY(facts && !facts->complete && !facts->reason.isEmpty());
        QCOMPARE(verdictOf("6.2", *facts), QStringLiteral("not-measured"));
    }

    void the_second_credential_needs_its_capability()
    {
        QCOMPARE(secondUserProbe({}).needs, Capabilities(Capability::SecondUser));
    }

    void names_of_instances_are_read_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("name"); // empty: none
        QTest::newRow("X-Served-By") << QByteArray("X-Served-By") << QByteArray("web-1") << "web-1";
        QTest::newRow("a cache of the edge")
            << QByteArray("X-Served-By") << QByteArray("cache-fra-eddf8230041-FRA") << "";
        QTest::newRow("Server-Timing")
            << QByteArray("Server-Timing") << QByteArray("db;dur=3, host;desc=\"web-2\"") << "web-2";
        QTest::newRow("Server-Timing, duration first")
            << QByteArray("Server-Timing") << QByteArray("pod;dur=1;desc=shop-7d9f") << "shop-7d9f";
        QTest::newRow("Server-Timing of something else")
            << QByteArray("Server-Timing") << QByteArray("cache;desc=\"hit\", db;dur=3") << "";
        QTest::newRow("Server") << QByteArray("Server") << QByteArray("nginx") << "";
    }
    void names_of_instances_are_read()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        const auto names = instanceNames(withHeader(header.constData(), value)).values();
        QTEST(names.value(0), "name");
    }

    void names_of_instances_in_metrics_are_read()
    {
        const auto names = instanceNamesInMetrics("# HELP process_start_time_seconds when\n"
                                                  "process_start_time_seconds 1764000000.5\n"
                                                  "process_start_time_seconds{pod=\"a b\"} 1764000001 17\n"
                                                  "http_requests_total{path=\"/x\",instance=\"web-1\"} 3\n"
                                                  "redis_up{instance=\"cache:6379\"} 1\n");
        const QStringList starts{QStringLiteral("1764000000.5"), QStringLiteral("1764000001")};
        QCOMPARE(names.value(QStringLiteral("process_start_time_seconds")), starts);
        QCOMPARE(names.value(QStringLiteral("metrics instance")), QStringList{QStringLiteral("web-1")});
        QCOMPARE(names.value(QStringLiteral("metrics pod")), QStringList{QStringLiteral("a b")});
    }

    void instances_behind_one_address_are_counted_data()
    {
        QTest::addColumn<QByteArray>("habit");
        QTest::addColumn<double>("instances");
        QTest::newRow("two in turn") << QByteArray("two") << 2.0;
        QTest::newRow("one") << QByteArray("one") << 1.0;
        QTest::newRow("another name in every answer") << QByteArray("each") << 0.0;
        QTest::newRow("none") << QByteArray("none") << 0.0;
        QTest::newRow("only in the metrics") << QByteArray("metrics") << 2.0;
    }
    void instances_behind_one_address_are_counted()
    {
        QFETCH(QByteArray, habit);
        std::atomic<int> answered{0};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            const int n = ++answered;
            const QByteArray turn = QByteArray::number(n % 2);
            if (request.path() == "/openapi.json")
                line.send(jsonReply(guardedList));
            else if (request.path() == "/metrics" && habit == "metrics")
                line.send(reply(200, "process_start_time_seconds 176400000" + turn + '\n',
                                {"Content-Type: text/plain"}));
            else if (request.path() == "/metrics")
                line.send(reply(404));
            else if (habit == "two" || habit == "one" || habit == "each")
                line.send(
                    jsonReply("[]", {"X-Served-By: web-" + (habit == "two"   ? turn
                                                            : habit == "one" ? QByteArray("1")
                                                                             : QByteArray::number(n))}));
            else
                line.send(jsonReply("[]"));
        });
        HttpWorld world(peer.url());
        const auto facts = world.run<InstancesProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QTEST(facts->value(QStringLiteral("instances")), "instances");
        QCOMPARE(verdictOf("8.1", *facts), QStringLiteral("inconclusive"));
        QCOMPARE(verdictOf("8.2", *facts), QStringLiteral("not-measured"));
    }

    void a_cookie_is_tried_at_the_other_instance_data()
    {
        QTest::addColumn<QByteArray>("habit"); // of the other instance
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("it works there") << QByteArray("shared") << "works"
                                        << "inconclusive";
        QTest::newRow("it is not known there") << QByteArray("own") << "refused"
                                               << "warn";
        QTest::newRow("nothing is guarded there") << QByteArray("open") << "open"
                                                  << "inconclusive";
        QTest::newRow("it breaks there") << QByteArray("broken") << "unknown"
                                         << "inconclusive";
        QTest::newRow("the same address") << QByteArray("itself") << "itself"
                                          << "inconclusive";
        QTest::newRow("nobody listens there") << QByteArray("silent") << "unreachable"
                                              << "inconclusive";
    }
    void a_cookie_is_tried_at_the_other_instance()
    {
        QFETCH(QByteArray, habit);
        const auto isKnown = [](const PeerRequest& request) {
            return request.header("Cookie") == "session=token-" + plantedWord;
        };
        HttpPeer first([&](PeerLine& line, const PeerRequest& request) {
            if (request.path() == "/openapi.json")
                line.send(jsonReply(guardedList));
            else
                line.send(isKnown(request) ? jsonReply("[]") : jsonReply("{}", {}, 401));
        });
        HttpPeer other([&](PeerLine& line, const PeerRequest& request) {
            const bool may = habit == "open" || (habit == "shared" && isKnown(request));
            line.send(habit == "broken" ? reply(500) : may ? jsonReply("[]") : jsonReply("{}", {}, 401));
        });
        HttpWorld world(first.url());
        world.authenticate(QStringLiteral("cookie"), QStringLiteral("session"));
        world.http().instances = {habit == "itself"   ? QUrl(first.url())
                                  : habit == "silent" ? QUrl(QStringLiteral("http://127.0.0.1:1"))
                                                      : QUrl(other.url())};
        const auto facts = world.run<InstancesProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(!jsonOf(*facts).contains(QString::fromLatin1(plantedWord)));
        const QJsonArray rows = facts->details.value(QStringLiteral("sessions")).toArray();
        QCOMPARE(rows.size(), 1);
        QTEST(rows.at(0).toObject().value(QStringLiteral("state")).toString(), "state");
        QTEST(verdictOf("8.2", *facts), "verdict");
    }

    void only_the_profile_names_other_instances()
    {
        const ProbeDescriptor probe = instancesProbe({});
        TargetProfile profile;
        profile.http.emplace();
        const std::size_t alone = probe.plan(profile).size();
        profile.http->instances = {QUrl(QStringLiteral("http://127.0.0.1:2"))};
        QCOMPARE(probe.plan(profile).size(), alone + 1);
        QVERIFY(!probe.needs);
    }

    void operations_with_files_are_known_by_type_and_word_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("bodyType");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("use"); // 0 none, 1 upload, 2 download
        QTest::newRow("multipart") << "POST"
                                   << "/a"
                                   << "multipart/form-data; boundary=x"
                                   << "" << 1;
        QTest::newRow("an image") << "PUT"
                                  << "/a"
                                  << "image/png"
                                  << "" << 1;
        QTest::newRow("a JSON body") << "POST"
                                     << "/uploads"
                                     << "application/json"
                                     << "" << 0;
        QTest::newRow("bytes") << "GET"
                               << "/a"
                               << ""
                               << "application/octet-stream" << 2;
        QTest::newRow("a PDF") << "GET"
                               << "/a"
                               << ""
                               << "application/pdf" << 2;
        QTest::newRow("a word") << "GET"
                                << "/orders/{id}/download"
                                << ""
                                << "" << 2;
        QTest::newRow("a part of a word") << "GET"
                                          << "/profiles"
                                          << ""
                                          << "application/json" << 0;
        QTest::newRow("JSON") << "GET"
                              << "/orders"
                              << ""
                              << "application/json" << 0;
        QTest::newRow("HEAD") << "HEAD"
                              << "/a"
                              << ""
                              << "application/pdf" << 0;
    }
    void operations_with_files_are_known_by_type_and_word()
    {
        QFETCH(QString, bodyType);
        QFETCH(QString, answer);
        Endpoint endpoint;
        QFETCH(QString, method);
        QFETCH(QString, path);
        endpoint.method = method;
        endpoint.path = path;
        endpoint.bodyType = bodyType;
        if (!answer.isEmpty())
            endpoint.answers = {answer};
        QTEST(static_cast<int>(fileUseOf(endpoint)), "use");
    }

    void where_a_file_comes_from_is_told_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("verdict");
        const QByteArray signedUrl = "https://bucket.cdn.example/a.pdf?X-Signature=" + plantedWord;
        QTest::newRow("a redirect to another host")
            << reply(302, {}, {"Location: " + signedUrl}) << "elsewhere"
            << "inconclusive";
        QTest::newRow("a redirect to itself") << reply(302, {}, {"Location: /files/other"}) << "unknown"
                                              << "inconclusive";
        QTest::newRow("a signed URL") << jsonReply("{\"url\":\"" + signedUrl + "\"}") << "elsewhere"
                                      << "inconclusive";
        QTest::newRow("a signed URL below")
            << jsonReply("{\"data\":{\"downloadUrl\":\"" + signedUrl + "\"}}") << "elsewhere"
            << "inconclusive";
        QTest::newRow("a URL of its own") << jsonReply(R"({"url":"/files/1/raw"})") << "unknown"
                                          << "inconclusive";
        QTest::newRow("a web page about another host")
            << jsonReply("{\"description\":\"https://cdn.example/a\"}") << "unknown"
            << "inconclusive";
        QTest::newRow("the bytes") << reply(200, "%PDF-1.7", {"Content-Type: application/pdf"}) << "bytes"
                                   << "warn";
        QTest::newRow("many bytes") << reply(200, QByteArray(300'000, 'x'),
                                             {"Content-Type: application/octet-stream"})
                                    << "bytes"
                                    << "warn";
        QTest::newRow("a page") << reply(200, "<html>", {"Content-Type: text/html"}) << "unknown"
                                << "inconclusive";
        QTest::newRow("refused") << jsonReply("{}", {}, 403) << "unknown"
                                 << "inconclusive";
    }
    void where_a_file_comes_from_is_told()
    {
        QFETCH(QByteArray, answer);
        std::atomic<int> writes{0};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            writes += request.method == "GET" ? 0 : 1;
            line.send(request.path() == "/openapi.json" ? jsonReply(R"({"openapi": "3.0.0", "paths": {
                "/orders": {"get": {"responses": {"200": {"content": {"application/json": {}}}}}},
                "/files/latest": {"get": {"responses": {"200": {"content":
                    {"application/octet-stream": {}}}}}}}})")
                                                        : answer);
        });
        HttpWorld world(peer.url());
        const auto facts = world.run<FilesProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(!jsonOf(*facts).contains(QString::fromLatin1(plantedWord))); // a signature opens the file
        const QJsonArray rows = facts->details.value(QStringLiteral("files")).toArray();
        QCOMPARE(rows.size(), 1);
        QTEST(rows.at(0).toObject().value(QStringLiteral("state")).toString(), "state");
        QTEST(verdictOf("8.6", *facts), "verdict");
        QCOMPARE(writes.load(), 0);
    }

    void an_upload_is_told_by_its_description_and_not_tried()
    {
        std::atomic<int> writes{0};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            writes += request.method == "GET" ? 0 : 1;
            line.send(jsonReply(R"({"openapi": "3.0.0", "paths": {"/photos": {"post": {"requestBody":
                {"content": {"multipart/form-data": {}}}, "responses": {"201": {}}}}}})"));
        });
        HttpWorld world(peer.url());
        world.target.allowed = Capability::Write;
        const auto facts = world.run<FilesProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(verdictOf("8.6", *facts), QStringLiteral("warn"));
        QCOMPARE(writes.load(), 0);
    }

    void the_shipped_numbers_are_those_of_the_checklist()
    {
        const Check* check = checklist().find(QStringLiteral("6.2"));
        QCOMPARE(double(SecondUserOptions().objects), check->policyValue(QStringLiteral("max_objects")));
        QCOMPARE(double(SecondUserOptions().perList), check->policyValue(QStringLiteral("objects_per_list")));
        const Check* scaled = checklist().find(QStringLiteral("8.1"));
        QCOMPARE(double(InstancesOptions().requests), scaled->policyValue(QStringLiteral("requests")));
        QCOMPARE(double(InstancesOptions().scrapes), scaled->policyValue(QStringLiteral("scrapes")));
        QCOMPARE(double(FilesOptions().endpoints),
                 checklist().find(QStringLiteral("8.6"))->policyValue(QStringLiteral("max_endpoints")));
        const Check* stateless = checklist().find(QStringLiteral("8.2"));
        QCOMPARE(double(InstancesOptions().endpoints),
                 stateless->policyValue(QStringLiteral("max_endpoints")));
    }
};

QTEST_GUILESS_MAIN(TestHints)
#include "tst_hints.moc"
