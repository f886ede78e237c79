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

    void the_shipped_numbers_are_those_of_the_checklist()
    {
        const Check* check = checklist().find(QStringLiteral("6.2"));
        QCOMPARE(double(SecondUserOptions().objects), check->policyValue(QStringLiteral("max_objects")));
        QCOMPARE(double(SecondUserOptions().perList), check->policyValue(QStringLiteral("objects_per_list")));
    }
};

QTEST_GUILESS_MAIN(TestHints)
#include "tst_hints.moc"
