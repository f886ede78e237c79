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
    std::vector<ProbeDescriptor> probes_ = dataProbes();

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

    // --dry-run says how much is sent at most; no probe sends more.
    void noProbeSendsMoreThanItPlans()
    {
        const ProbeTarget target = world_.target();
        for (const ProbeDescriptor& p : probes_) {
            qint64 planned = 0;
            bool bounded = p.source == ProbeSource::Postgres;
            for (const PlannedSend& send : p.plan(target.profile)) {
                // What needs a capability that is not allowed here is not sent.
                bounded = bounded && (send.atMost >= 0 || send.what.contains(s("only with scan")));
                planned += std::max<qint64>(0, send.atMost);
            }
            const Result<Facts> facts = bounded ? run(p.id, target) : Result<Facts>(Facts());
            QVERIFY2(facts, qPrintable(p.id));
            qint64 sent = 0;
            for (const Sent& one : facts->sent)
                sent += one.count;
            QVERIFY2(!bounded || (sent > 0 && sent <= planned),
                     qPrintable(s("%1: %2 of %3").arg(p.id).arg(sent).arg(planned)));
        }
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

    // Names with markup, quotes, a control character and a right-to-left override: every probe keeps them as
    // data, and what its remedies say is what PostgreSQL takes.
    void hostileNamesStayDataAndRemediesRun()
    {
        const QString base = QString::fromUtf8("d\"b<u>\u202E");
        const QString role = QString::fromUtf8("r'o\"le<script>\u0007");
        const auto id = [](QString name) {
            return QLatin1Char('"') + name.replace(s("\""), s("\"\"")) + QLatin1Char('"');
        };
        PrivatePostgres& postgres = *world_.postgres;
        QVERIFY(postgres
                    .sqlEach({s("CREATE DATABASE ") + id(base),
                              s("CREATE ROLE %1 LOGIN PASSWORD '%2'").arg(id(role), s(DataWorld::password))})
                    .ok);
        const QString schema = id(QString::fromUtf8("s;--<b>\u202E"));
        const QString table = schema + s(".") + id(QString::fromUtf8("t\"<img src=x>%1"));
        const PgAnswer made = postgres.sql(
            s("CREATE EXTENSION pg_stat_statements; CREATE EXTENSION pgstattuple; CREATE SCHEMA %1; "
              "CREATE TABLE %2(%3 int PRIMARY KEY, %4 int) WITH (autovacuum_enabled = off); "
              "ALTER TABLE %2 ADD CONSTRAINT %5 FOREIGN KEY (%4) REFERENCES %2; "
              "INSERT INTO %2 SELECT i, i FROM generate_series(1, 60000) i; GRANT USAGE ON SCHEMA %1 TO %6; "
              "GRANT SELECT ON %2 TO %6")
                .arg(schema, table, id(s("c\"1")), id(QString::fromUtf8("c\u202E2")), id(s("k'<p>")),
                     id(role)),
            base);
        QVERIFY2(made.ok, qPrintable(made.error));
        QVERIFY(postgres.sqlEach({s("VACUUM ANALYZE ") + table}, base).ok);
        const QString escaped = QString(role).replace(s("'"), s("\\'"));
        PgLink shop;
        QVERIFY2(shop.open(s("host=127.0.0.1 port=%1 user='%2' dbname='%3' password='%4'")
                               .arg(postgres.port())
                               .arg(escaped, base, s(DataWorld::password))),
                 qPrintable(shop.error()));
        for (int i = 0; i < 20; ++i)
            QVERIFY(shop.exec(s("SELECT count(*) AS \"<b>\u202E\" FROM %1 WHERE %2 = 5")
                                  .arg(table, id(QString::fromUtf8("c\u202E2"))))
                        .ok);
        ProbeTarget target = world_.target();
        target.allowed = Capability::Scan;
        target.profile.postgres[0].url.setPath(QLatin1Char('/') + base);
        target.profile.postgres[0].appRoles = {role};
        target.profile.thresholds.insert(
            s("2.8"),
            {Threshold{s("bloat"), {}, awb::Comparison::Less, -1, s("percent")}}); // a remedy for each
        QStringList remedies;
        for (const ProbeDescriptor& p : probes_) {
            if (p.source != ProbeSource::Postgres)
                continue;
            const Result<Facts> facts = run(p.id, target);
            QVERIFY2(facts, qPrintable(p.id + (facts ? QString() : facts.error().message)));
            QCOMPARE(toJson(factsFromJson(toJson(*facts))), toJson(*facts));
            for (const RemedyCode& remedy : facts->remedies)
                remedies.append(remedy.check + QLatin1Char('\n') + remedy.text);
        }
        QStringList checks;
        for (const QString& remedy : std::as_const(remedies)) {
            const QString check = remedy.section(QLatin1Char('\n'), 0, 0);
            if (check != s("2.2") && check != s("2.3") && check != s("2.5") && check != s("2.8"))
                continue;
            checks.append(check);
            const QStringList lines = remedy.section(QLatin1Char('\n'), 1).split(QLatin1Char('\n'));
            for (const QString& line : lines) {
                if (line.startsWith(s("--")) || line.trimmed().isEmpty())
                    continue;
                const PgAnswer taken = postgres.sqlEach({line}, base);
                QVERIFY2(taken.ok, qPrintable(line + s(": ") + taken.error));
            }
        }
        for (const char* check : {"2.2", "2.3", "2.5", "2.8"})
            QVERIFY2(checks.contains(s(check)), check);
    }

private:
    QList<ServerProcess*> servers()
    {
        return {&world_.postgres->process(), &world_.bouncer->process(), &world_.redis->process()};
    }
};

QTEST_GUILESS_MAIN(TestProbeFaults)
#include "tst_probe_faults.moc"
