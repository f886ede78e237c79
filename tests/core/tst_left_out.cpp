// What a profile leaves out is listed, is not asked, and never makes a pass.
#include "core/probe/http/http_probes.h"
#include "core/probe/http/rate_limits_probe.h"
#include "core/rules/left_out.h"
#include "core/rules/rule_support.h"
#include "tests/core/http_shop.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace awb;
using namespace awb::test;

namespace
{

EndpointTarget entry(const char* method, const char* path, bool skip)
{
    EndpointTarget e;
    e.method = QLatin1String(method);
    e.path = QLatin1String(path);
    e.skip = skip;
    return e;
}

// One probe against the shop, which keeps every rule, under these entries of the profile.
template<typename ProbeType>
Facts measure(HttpPeer& peer, const QVector<EndpointTarget>& entries)
{
    HttpWorld world(peer.url());
    world.authenticate(QStringLiteral("bearer"));
    world.http().openapi = peer.url() + QStringLiteral("/openapi.json");
    world.http().endpoints = entries;
    const Result<Facts> facts = world.run<ProbeType>(std::shared_ptr<HttpPace>());
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    return *facts;
}

bool wasAsked(const HttpPeer& peer, const QByteArray& path)
{
    const auto seen = peer.seen();
    return std::any_of(seen.cbegin(), seen.cend(),
                       [&](const PeerRequest& request) { return request.path() == path; });
}

QStringList listed(const Facts& facts)
{
    QStringList names;
    for (const QJsonValue& row : facts.details.value(QStringLiteral("left_out")).toArray())
        names.append(row.toObject().value(QStringLiteral("endpoint")).toString());
    return names;
}

} // namespace

class TestLeftOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPassIsHeldBackCheckByCheck_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QJsonObject>("row");
        QTest::addColumn<bool>("held");
        const auto add = [](const char* check, const QJsonObject& row, bool held) {
            const QString name =
                QStringLiteral("%1 %2 %3 %4")
                    .arg(QLatin1String(check), row.value(QStringLiteral("endpoint")).toString(),
                         row.value(QStringLiteral("why")).toString(),
                         row.value(QStringLiteral("counts_as")).toString());
            QTest::newRow(qPrintable(name)) << QString::fromLatin1(check) << row << held;
        };
        for (const char* check : {"1.1", "2.4", "5.1", "5.2", "6.8", "6.9", "7.4", "7.6", "8.7", "8.8"}) {
            add(check, leftOut("GET /b"), true);
            add(check, leftOut("GET /b", "counts_as_write", "write"), true);
            add(check, leftOut("POST /b"), false);
        }
        for (const char* check : {"1.3", "1.4"}) {
            add(check, leftOut("GET /b"), true);
            add(check, leftOut("POST /b"), true);
            add(check, leftOut("OPTIONS /b"), false);
        }
        add("1.2", leftOut("POST /b"), true);
        add("1.2", leftOut("GET /b"), false);
        add("1.6", leftOut("PATCH /b"), true);
        add("1.6", leftOut("DELETE /b"), false);
        add("1.6", leftOut("GET /b"), false);
        for (const char* check : {"4.7", "5.5", "5.8", "2.1", "3.1"}) // these ask no endpoint
            add(check, leftOut("GET /b"), false);
        for (const char* check : {"6.1", "6.3"}) // their probes count it themselves
            add(check, leftOut("GET /b"), false);
    }
    void aPassIsHeldBackCheckByCheck()
    {
        QFETCH(QString, check);
        QFETCH(QJsonObject, row);
        QFETCH(bool, held);
        const Check* found = checklist().find(check);
        QVERIFY(found);
        const RuleInput input{
            *found, leaving(only(factsOf("http.some", {})), row), found->thresholds, {}, QDate(2026, 11, 24)};
        const Suggestion said = rule::heldByLeftOut(input, rule::pass(Message("All is well.")));
        QCOMPARE(said.verdict, held ? Verdict::Inconclusive : Verdict::Pass);
        QCOMPARE(said.byLetter, said.verdict);
        QCOMPARE(said.summary.text().contains(row.value(QStringLiteral("endpoint")).toString()), held);
        QCOMPARE(!said.settle.isEmpty(), held);
        Suggestion warned = rule::warn(Message("Not all is well."));
        warned.byLetter = Verdict::Pass;
        const Suggestion kept = rule::heldByLeftOut(input, warned);
        QCOMPARE(kept.verdict, Verdict::Warn);
        QCOMPARE(kept.byLetter, held ? Verdict::Inconclusive : Verdict::Pass);
        QCOMPARE(rule::heldByLeftOut(input, rule::fail(Message("Bad."))).verdict, Verdict::Fail);
    }

    void aLeftOutLoginHoldsTheOthersBack()
    {
        const QJsonObject limited{{QStringLiteral("endpoint"), QStringLiteral("POST /login")},
                                  {QStringLiteral("state"), QStringLiteral("limited")},
                                  {QStringLiteral("attempts"), 4},
                                  {QStringLiteral("refused_at"), 4}};
        const auto with = [&](const char* why) {
            const QJsonObject other{{QStringLiteral("endpoint"), QStringLiteral("POST /signin")},
                                    {QStringLiteral("why"), QLatin1String(why)}};
            return only(factsOf("http.login_limit", {{"attempts", 3}},
                                {{QStringLiteral("endpoints"), QJsonArray{limited}},
                                 {QStringLiteral("skipped"), QJsonArray{other}}}));
        };
        QCOMPARE(judge(QStringLiteral("6.4"), with("not_listed")).verdict, Verdict::Pass);
        QCOMPARE(judge(QStringLiteral("6.4"), with("left_out")).verdict, Verdict::Inconclusive);
    }

    void aLeftOutListIsNotAskedAndNoPassComesOfIt()
    {
        HttpShop shop;
        HttpPeer whole(shop.handler());
        const Facts before = measure<ListsProbe>(whole, {});
        QCOMPARE(judge(QStringLiteral("8.7"), only(before)).verdict, Verdict::Pass);
        QVERIFY(wasAsked(whole, "/items") && listed(before).isEmpty());
        HttpPeer peer(shop.handler());
        const Facts facts = measure<ListsProbe>(peer, {entry("GET", "/items", true)});
        QVERIFY(!wasAsked(peer, "/items"));
        QCOMPARE(listed(facts), QStringList{QStringLiteral("GET /items")});
        QVERIFY(judge(QStringLiteral("8.7"), only(facts)).verdict != Verdict::Pass);
        QVERIFY(judge(QStringLiteral("8.8"), only(facts)).verdict != Verdict::Pass);
        HttpPeer other(shop.handler());
        const Facts beside = measure<ListsProbe>(other, {entry("GET", "/open", true)});
        const Suggestion said = judge(QStringLiteral("8.7"), only(beside));
        QCOMPARE(said.verdict, Verdict::Inconclusive);
        QVERIFY2(said.summary.text().contains(QLatin1String("GET /open")), qPrintable(said.summary.text()));
    }

    void whatIsLeftOutIsNotProvenGuarded()
    {
        HttpShop shop;
        shop.needsToken = true;
        HttpPeer whole(shop.handler());
        EndpointTarget post = entry("POST", "/items", false);
        post.isPublic = true; // a write, which is not tried here
        QCOMPARE(judge(QStringLiteral("6.1"), only(measure<AuthenticationProbe>(whole, {post}))).verdict,
                 Verdict::Pass);
        HttpPeer peer(shop.handler());
        const Facts facts = measure<AuthenticationProbe>(peer, {post, entry("GET", "/items/{id}", true)});
        QVERIFY(!wasAsked(peer, "/items/1"));
        QCOMPARE(judge(QStringLiteral("6.1"), only(facts)).verdict, Verdict::Inconclusive);
        QCOMPARE(facts.value(QStringLiteral("unknown")), 1.0);
    }

    void aLeftOutPublicEndpointIsNotProvenLimited()
    {
        const auto audit = [](const QVector<EndpointTarget>& entries) {
            std::atomic<int> remaining{900};
            HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
                if (request.path() == "/openapi.json")
                    line.send(jsonReply(R"({"openapi": "3.0.0", "paths": {
                        "/a": {"get": {"security": [], "responses": {}}},
                        "/b": {"get": {"security": [], "responses": {}}}}})"));
                else
                    line.send(jsonReply("{}", {"X-RateLimit-Limit: 1000",
                                               "X-RateLimit-Remaining: " + QByteArray::number(--remaining)}));
            });
            return judge(QStringLiteral("6.3"), only(measure<RateLimitsProbe>(peer, entries)));
        };
        const Suggestion whole = audit({});
        const Suggestion part = audit({entry("GET", "/b", true)});
        QCOMPARE(whole.verdict, Verdict::Pass);
        QCOMPARE(part.verdict, Verdict::Inconclusive);
        QVERIFY2(part.summary.text().contains(QLatin1String("GET /b")), qPrintable(part.summary.text()));
    }

    void aLeftOutHealthPathIsNotAsked()
    {
        HttpShop shop;
        shop.health = {{"/health/live", "{\"status\":\"up\"}"},
                       {"/health/ready", "{\"checks\": {\"database\": {\"status\": \"up\"}}}"}};
        HttpPeer whole(shop.handler());
        QCOMPARE(judge(QStringLiteral("7.5"), only(measure<HealthProbe>(whole, {}))).verdict, Verdict::Pass);
        HttpPeer peer(shop.handler());
        const Facts facts = measure<HealthProbe>(peer, {entry("GET", "/health", true)});
        QVERIFY(!wasAsked(peer, "/health") && wasAsked(peer, "/health/live"));
        QVERIFY(judge(QStringLiteral("7.5"), only(facts)).verdict != Verdict::Pass);
    }

    void ofTwoEntriesTheCarefulOneWins()
    {
        HttpTarget target;
        target.baseUrl = QUrl(QStringLiteral("http://127.0.0.1/"));
        target.endpoints = {entry("GET", "/a", true), entry("GET", "/a", false)};
        target.endpoints[0].isWrite = true;
        const EndpointInventory inventory = buildInventory(target, std::nullopt);
        QVERIFY(inventory.endpoints.isEmpty());
        QCOMPARE(inventory.leftOut.size(), 1);
        QCOMPARE(inventory.leftOut.constFirst().countsAs, std::optional(true));
    }

    void aReadThatCountsAsAWriteIsNoRead()
    {
        HttpTarget target;
        target.baseUrl = QUrl(QStringLiteral("http://127.0.0.1/"));
        target.endpoints = {entry("GET", "/logout", false), entry("POST", "/search", false)};
        target.endpoints[0].isWrite = true;
        target.endpoints[1].isWrite = false;
        const EndpointInventory inventory = buildInventory(target, std::nullopt);
        QCOMPARE(inventory.endpoints.size(), 2);
        QVERIFY(inventory.reads().isEmpty());
        const Endpoint& logout = inventory.endpoints.at(0);
        QVERIFY(logout.isWrite() && logout.isJudgedAsWrite());
        const Endpoint& search = inventory.endpoints.at(1); // judged as a read, sent under `write` alone
        QVERIFY(search.isWrite() && !search.isJudgedAsWrite());
    }
};

QTEST_GUILESS_MAIN(TestLeftOut)
#include "tst_left_out.moc"
