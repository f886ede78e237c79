#include "core/probe/http/login_limit_probe.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"

#include <QJsonDocument>

#include <atomic>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

QJsonObject loginRow(const char* state, int attempts, int refusedAt = 0)
{
    QJsonObject row{{QStringLiteral("endpoint"), QStringLiteral("POST /login")},
                    {QStringLiteral("state"), QLatin1String(state)},
                    {QStringLiteral("attempts"), attempts},
                    {QStringLiteral("status"), 401}};
    if (refusedAt > 0)
        row.insert(QStringLiteral("refused_at"), refusedAt);
    return row;
}

FactsByProbe logins(const QJsonArray& rows, bool complete = true)
{
    return only(factsOf("http.login_limit", {{"attempts", 10}, {"logins", double(rows.size())}},
                        {{QStringLiteral("endpoints"), rows}}, complete));
}

} // namespace

class TestLoginLimit : public QObject
{
    Q_OBJECT

    static Result<Facts> measure(const QString& url, const QString& body,
                                 const QString& path = QStringLiteral("/login"))
    {
        HttpWorld world(url);
        EndpointTarget login;
        login.path = path;
        login.method = QStringLiteral("POST");
        login.body = body;
        world.http().endpoints = {login};
        LoginLimitOptions options;
        options.interval = 5ms;
        return LoginLimitProbe(std::make_shared<HttpPace>(0ms), options).run(world.target, *world.where);
    }
    static Verdict verdictOf(const Facts& facts) { return judge(QStringLiteral("6.4"), only(facts)).verdict; }

private Q_SLOTS:
    void logins_are_judged_data()
    {
        ruleColumns();
        row("6.4 passes when the eleventh is refused", "6.4", logins({loginRow("limited", 11, 11)}),
            Verdict::Pass);
        row("6.4 warns when the twelfth is", "6.4", logins({loginRow("limited", 12, 12)}), Verdict::Warn);
        row("6.4 fails when none is", "6.4", logins({loginRow("none", 13)}), Verdict::Fail);
        row("6.4 fails for one of two", "6.4", logins({loginRow("limited", 3, 3), loginRow("none", 12)}),
            Verdict::Fail);
        row("6.4 is open after a few", "6.4", logins({loginRow("none", 5)}), Verdict::Inconclusive);
        row("6.4 is open when a stranger was let in", "6.4", logins({loginRow("accepted", 1)}),
            Verdict::Inconclusive);
        row("6.4 is open when there is no login", "6.4", logins({loginRow("absent", 1)}),
            Verdict::Inconclusive);
        row("6.4 is open when it breaks", "6.4", logins({loginRow("failed", 2)}), Verdict::Inconclusive);
        row("6.4 is not measured without a login", "6.4", logins({}, false), Verdict::NotMeasured);
    }
    void logins_are_judged()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        const QString said = verdictId(suggestion.verdict) + QLatin1String(": ") + suggestion.summary.text();
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict, qPrintable(said));
        QVERIFY2(!said.contains(QLatin1Char('%')), qPrintable(said));
    }

    void a_body_is_sent_only_as_a_strangers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("sent"); // empty: never
        QTest::newRow("JSON") << QByteArray(R"({"email": "ann@shop.example", "password": "real"})")
                              << QByteArray(R"({"email":"A","password":"P"})");
        QTest::newRow("other words") << QByteArray(R"({"Username": "ann", "pwd": "real", "remember": true})")
                                     << QByteArray(R"({"Username":"A","pwd":"P","remember":true})");
        QTest::newRow("a form") << QByteArray("user=ann&password=real&next=%2Fhome")
                                << QByteArray("user=A&password=P&next=%2Fhome");
        QTest::newRow("no account") << QByteArray(R"({"pin": 1, "password": "real"})") << QByteArray();
        QTest::newRow("no password") << QByteArray(R"({"email": "ann@shop.example"})") << QByteArray();
        QTest::newRow("an order") << QByteArray(R"({"user": 1, "product": 1})") << QByteArray();
        QTest::newRow("nested") << QByteArray(R"({"data": {"email": "ann", "password": "x"}})")
                                << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void a_body_is_sent_only_as_a_strangers()
    {
        QFETCH(QByteArray, body);
        const auto sent = strangersLogin(body, QStringLiteral("A"), QStringLiteral("P"));
        QTEST(sent.value_or(QByteArray()), "sent");
    }

    void a_login_is_told_by_its_answers_data()
    {
        QTest::addColumn<int>("allowed"); // failures before the refusal
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("refusal");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("429 after ten") << 10 << 401 << 429 << QStringLiteral("pass");
        QTest::newRow("locked after three") << 3 << 401 << 423 << QStringLiteral("pass");
        QTest::newRow("403 after five") << 5 << 400 << 403 << QStringLiteral("pass");
        QTest::newRow("429 after eleven") << 11 << 401 << 429 << QStringLiteral("warn");
        QTest::newRow("never") << 1000 << 401 << 429 << QStringLiteral("fail");
        QTest::newRow("404 for a user that nobody is") << 4 << 404 << 429 << QStringLiteral("pass");
        QTest::newRow("403 from the first") << 1000 << 403 << 403 << QStringLiteral("inconclusive");
        QTest::newRow("422 for ever") << 1000 << 422 << 429 << QStringLiteral("inconclusive");
        QTest::newRow("lets strangers in") << 1000 << 200 << 429 << QStringLiteral("inconclusive");
        QTest::newRow("breaks") << 2 << 401 << 500 << QStringLiteral("inconclusive");
    }
    void a_login_is_told_by_its_answers()
    {
        QFETCH(int, allowed);
        QFETCH(int, failure);
        QFETCH(int, refusal);
        std::atomic<int> count{0};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            if (request.path() != "/login")
                line.send(reply(404, "nothing here"));
            else
                line.send(reply(++count > allowed ? refusal : failure, "no"));
        });
        const auto facts =
            measure(peer.url(), QStringLiteral(R"({"email": "ann@shop.example", "password": "p"})"));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QTEST(verdictId(verdictOf(*facts)), "verdict");
        for (const PeerRequest& request : peer.seen())
            QVERIFY(!request.body.contains("ann@shop.example")); // no real account is ever tried
        QVERIFY(count <= 13);
    }

    void a_service_that_checks_addresses_takes_the_strangers()
    {
        // As validators that know the top-level domains do: Joi's in Directus refuses .test and .invalid.
        std::atomic<int> count{0};
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            const bool known = body.value(QStringLiteral("email")).toString().endsWith(QLatin1String(".com"));
            line.send(reply(!known ? 400 : ++count > 5 ? 429 : 401, "no"));
        });
        const auto facts = measure(peer.url(), QStringLiteral(R"({"email": "", "password": ""})"));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(verdictOf(*facts), Verdict::Pass);
    }

    void a_path_that_nobody_serves_is_no_login()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.send(reply(404, "nothing here")); });
        const auto facts = measure(peer.url(), QStringLiteral(R"({"email": "", "password": ""})"));
        QVERIFY(facts);
        QCOMPARE(verdictOf(*facts), Verdict::Inconclusive);
    }

    void neither_a_registration_nor_a_reset_is_tried()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.send(reply(401)); });
        for (const char* path : {"/register", "/password/reset", "/login/otp", "/orders"}) {
            const auto facts =
                measure(peer.url(), QStringLiteral(R"({"email": "", "password": ""})"), QLatin1String(path));
            QVERIFY(facts && !facts->complete);
        }
        for (const PeerRequest& request : peer.seen())
            QCOMPARE(request.method, QByteArray("GET"));
    }

    void the_shipped_numbers_are_those_of_the_checklist()
    {
        const Check* check = checklist().find(QStringLiteral("6.4"));
        const LoginLimitOptions options;
        QCOMPARE(double(options.attempts), check->policyValue(QStringLiteral("attempts")));
        QVERIFY(double(options.interval.count()) >=
                1000 * check->policyValue(QStringLiteral("min_attempt_interval_s")));
        QVERIFY(double(options.interval.count()) * options.attempts <=
                1000 * check->policyValue(QStringLiteral("window_s")));
        const auto probe = loginLimitProbe(std::make_shared<HttpPace>(0ms));
        QVERIFY(probe.needs.testFlag(Capability::Write) && probe.exclusive);
    }
};

QTEST_GUILESS_MAIN(TestLoginLimit)
#include "tst_login_limit.moc"
