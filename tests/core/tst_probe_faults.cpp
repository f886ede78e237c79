#include "tests/core/data_world.h"
#include "tests/support/cut_relay.h"

#include <QElapsedTimer>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void eachUrl(ProbeTarget& target, const std::function<void(QUrl&)>& change)
{
    change(target.profile.postgres[0].url);
    change(target.profile.pgbouncer->url);
    change(target.profile.redis->url);
}

void askForTls(QUrl& url)
{
    if (url.scheme() == s("redis"))
        url.setScheme(s("rediss"));
    else
        url.setQuery(s("sslmode=require"));
}

} // namespace

// Every probe against every fault of its server: one clear error in bounded time, no verdict, no secret.
class TestProbeFaults : public QObject
{
    Q_OBJECT

private:
    DataWorld world_;
    SystemClock clock_;
    std::vector<ProbeDescriptor> probes_ = makeProbeTable().probes();

    const ProbeDescriptor& probe(const QString& id) const
    {
        return *std::find_if(probes_.begin(), probes_.end(),
                             [&](const ProbeDescriptor& p) { return p.id == id; });
    }

    Result<Facts> run(const QString& id, const ProbeTarget& target,
                      std::chrono::milliseconds budget = std::chrono::seconds(20))
    {
        ProbeContext context(clock_, budget, {}, {});
        return probe(id).create()->run(target, context);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = DataWorld::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const QString failure = world_.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }

    void aFaultIsOneClearError_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("codes");
        const QVector<std::pair<const char*, QStringList>> faults{
            {"wrong password", {s("auth")}},
            {"wrong host", {s("unreachable"), s("timeout")}},
            {"closed port", {s("unreachable")}},
            {"TLS refused", {s("unreachable"), s("protocol"), s("timeout")}},
            {"cut in an answer", {s("unreachable")}},
            {"never an answer", {s("timeout")}}};
        for (const ProbeDescriptor& p : probes_) {
            for (const auto& [fault, codes] : faults)
                QTest::newRow(qPrintable(p.id + s(": ") + s(fault))) << p.id << s(fault) << codes;
        }
    }
    void aFaultIsOneClearError()
    {
        QFETCH(QString, id);
        QFETCH(QString, fault);
        QFETCH(QStringList, codes);
        ProbeTarget target = world_.target();
        std::vector<std::unique_ptr<CutRelay>> relays;
        std::chrono::milliseconds budget = std::chrono::seconds(20);
        if (fault == s("wrong password")) {
            for (Secret& secret : target.secrets)
                secret = Secret(QByteArray("planted-wrong-4711"));
        } else if (fault == s("wrong host")) {
            eachUrl(target, [](QUrl& url) { url.setHost(s("no-such-host.invalid")); });
        } else if (fault == s("closed port")) {
            eachUrl(target, [](QUrl& url) { url.setPort(freePort()); });
        } else if (fault == s("TLS refused")) {
            eachUrl(target, askForTls);
        } else if (fault == s("cut in an answer")) {
            eachUrl(target, [&](QUrl& url) {
                relays.push_back(std::make_unique<CutRelay>(static_cast<quint16>(url.port()), 900));
                url.setPort(relays.back()->port());
            });
        } else {
            budget = std::chrono::milliseconds(1500);
            for (ServerProcess* server : servers())
                server->freeze(true);
        }
        QElapsedTimer timer;
        timer.start();
        const Result<Facts> facts = run(id, target, budget);
        const qint64 took = timer.elapsed();
        for (ServerProcess* server : servers())
            server->freeze(false);
        QVERIFY(!facts);
        const Error& error = facts.error();
        QVERIFY2(codes.contains(errorCodeName(error.code)),
                 qPrintable(errorCodeName(error.code) + s(": ") + error.message));
        QVERIFY2(took < 8000, qPrintable(QString::number(took)));
        QVERIFY(!error.message.isEmpty() && !error.message.contains(QLatin1Char('\n')));
        const QString said = error.message + error.detail + error.remedy;
        QVERIFY2(!said.contains(s("planted")), qPrintable(said));
        Facts failed;
        failed.failed = true;
        failed.reason = Message::verbatim(error.message);
        const QMap<QString, Verdict> verdicts = verdictsOf(probe(id), failed);
        for (auto it = verdicts.cbegin(); it != verdicts.cend(); ++it)
            QVERIFY2(*it == Verdict::NotMeasured, qPrintable(it.key() + verdictId(*it)));
    }

    // Where the login sees too little nothing passes; the world deserves no pass in section 2.
    void aLoginThatSeesTooLittleNeverPasses_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("database");
        QTest::newRow("no pg_monitor") << s("bare") << s("shop");
        QTest::newRow("no extension") << s("auditbench") << s("plain");
        QTest::newRow("neither") << s("bare") << s("plain");
    }
    void aLoginThatSeesTooLittleNeverPasses()
    {
        QFETCH(QString, user);
        QFETCH(QString, database);
        const ProbeTarget target = world_.target(qPrintable(user), qPrintable(database));
        for (const ProbeDescriptor& p : probes_) {
            if (p.source != ProbeSource::Postgres)
                continue;
            const Result<Facts> facts = run(p.id, target);
            QVERIFY2(facts, qPrintable(p.id + (facts ? QString() : facts.error().message)));
            const QMap<QString, Verdict> verdicts = verdictsOf(p, *facts);
            for (auto it = verdicts.cbegin(); it != verdicts.cend(); ++it)
                QVERIFY2(*it != Verdict::Pass, qPrintable(p.id + s(" ") + it.key()));
        }
    }

    // A lock of somebody else's is waited for half a second, then the probe says so.
    void aLockedCatalogIsAnErrorInTime()
    {
        PgLink holder;
        QVERIFY(holder.open(world_.postgres->adminConninfo(s("shop"))));
        QVERIFY(holder.exec(s("BEGIN; LOCK TABLE pg_catalog.pg_constraint IN ACCESS EXCLUSIVE MODE")).ok);
        QElapsedTimer timer;
        timer.start();
        const Result<Facts> facts = run(s("postgres.foreign_keys"), world_.target());
        const qint64 took = timer.elapsed();
        QVERIFY(holder.exec(s("ROLLBACK")).ok);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Timeout);
        QVERIFY2(took < 5000, qPrintable(QString::number(took)));
    }

private:
    QList<ServerProcess*> servers()
    {
        return {&world_.postgres->process(), &world_.bouncer->process(), &world_.redis->process()};
    }
};

QTEST_GUILESS_MAIN(TestProbeFaults)
#include "tst_probe_faults.moc"
