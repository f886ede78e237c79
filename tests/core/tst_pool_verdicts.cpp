#include "core/probe/postgres/pgbouncer_probe.h"
#include "core/probe/postgres/sessions_probe.h"
#include "core/probe/postgres/settings_probe.h"
#include "tests/core/postgres_world.h"
#include "tests/core/verdict_of.h"
#include "tests/support/cut_relay.h"
#include "tests/support/private_pgbouncer.h"

#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const Asked fewTransactions{{{QStringLiteral("min_transactions"), 10}}, {}, {}};

} // namespace

// What the rules of section 4 (and 2.5 behind a pooler) make of a real server and a real PgBouncer.
class TestPoolVerdicts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivatePostgres> server_;

    std::unique_ptr<PrivatePgBouncer> bouncer(const QStringList& settings)
    {
        PrivatePgBouncerOptions options;
        options.postgresPort = server_->port();
        options.users = {{s("shop"), {}}};
        options.settings = settings;
        auto made = std::make_unique<PrivatePgBouncer>(options);
        if (!made->start())
            qWarning("%s", qPrintable(made->error()));
        return made;
    }

    static Facts console(const PrivatePgBouncer& proxy)
    {
        PostgresWorld w;
        w.target.profile.pgbouncer = PgBouncerTarget{QUrl(proxy.url(s("stats"), s("pgbouncer"))), {}};
        PgBouncerProbe probe;
        return factsOfRun(w.run(probe));
    }

    template<typename Probe>
    Facts run(qint64 observeMs, const Sizing& sizing = {})
    {
        PostgresWorld w;
        w.add(server_->url(s("auditbench"), s("shop")), {}, {s("shop")});
        w.target.profile.observeMs = observeMs;
        w.target.profile.sizing = sizing;
        Probe probe;
        return factsOfRun(w.run(probe));
    }
    static Facts factsOfRun(const Result<Facts>& found)
    {
        if (!found)
            qWarning("%s", qPrintable(found.error().message));
        return found ? *found : Facts();
    }

    QString shopUrl() const { return server_->url(s("shop"), s("shop")); }
    // Sessions of the case before are gone.
    bool nobodyIsHere()
    {
        return QTest::qWaitFor([&] {
            return server_->sql(s("SELECT count(*) FROM pg_stat_activity WHERE usename = 'shop'")).scalar() ==
                   s("0");
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& missing : {PrivatePostgres::missing(), PrivatePgBouncer::missing()}) {
            if (!missing.isEmpty())
                QSKIP(qPrintable(missing));
        }
        server_ = std::make_unique<PrivatePostgres>(PrivatePostgresOptions());
        QVERIFY2(server_->start(), qPrintable(server_->error()));
        QVERIFY(server_
                    ->sqlEach({s("CREATE ROLE shop LOGIN"), s("CREATE ROLE auditbench LOGIN"),
                               s("GRANT pg_monitor TO auditbench"), s("CREATE DATABASE shop")})
                    .ok);
        QVERIFY(server_->sqlEach({s("CREATE EXTENSION pg_stat_statements")}, s("shop")).ok);
    }
    void init() { QVERIFY(nobodyIsHere()); }

    // ---- 4.1

    // The server counts a commit of its own for every session that begins.
    void churn_is_judged_by_what_a_session_does_data()
    {
        QTest::addColumn<int>("queries");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("nothing") << 0 << Verdict::Fail;
        QTest::newRow("four queries") << 4 << Verdict::Warn;
    }
    void churn_is_judged_by_what_a_session_does()
    {
        QFETCH(int, queries);
        QFETCH(Verdict, verdict);
        Facts facts;
        {
            const ShortSessions traffic(shopUrl(), [queries](PgLink& link) {
                for (int i = 0; i < queries; ++i)
                    (void)link.exec(s("SELECT 1"));
            });
            facts = run<SessionsProbe>(4000);
        }
        COMPARE_VERDICT("4.1", facts, verdict, fewTransactions);
    }

    // Nobody of the application is here: what the whole database does says nothing of its pool.
    void traffic_of_others_is_not_the_applications()
    {
        Facts facts;
        {
            const BusySession others(server_->superuserUrl(s("shop")));
            facts = run<SessionsProbe>(1500);
        }
        QVERIFY(facts.complete);
        COMPARE_VERDICT("4.1", facts, Verdict::Inconclusive);
        COMPARE_VERDICT("4.4", facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.5", facts, Verdict::Inconclusive);
    }

    // ---- 4.2

    void sizes_are_held_against_the_server_data()
    {
        QTest::addColumn<double>("cores");
        QTest::addColumn<double>("instances");
        QTest::addColumn<double>("pool");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("twice the cores") << 4.0 << 2.0 << 4.0 << Verdict::Pass;
        QTest::newRow("more than twice that") << 4.0 << 2.0 << 9.0 << Verdict::Warn;
        QTest::newRow("more than the server has room for") << 4.0 << 2.0 << 49.0 << Verdict::Fail;
        QTest::newRow("cores unknown") << 0.0 << 2.0 << 4.0 << Verdict::NotMeasured;
    }
    void sizes_are_held_against_the_server()
    {
        QFETCH(double, cores);
        QFETCH(double, instances);
        QFETCH(double, pool);
        QFETCH(Verdict, verdict);
        Sizing sizing;
        if (cores > 0)
            sizing.dbCores = cores;
        sizing.instances = instances;
        sizing.poolSize = pool;
        const Facts facts = run<SessionsProbe>(300, sizing);
        QCOMPARE(facts.value(s("max_connections")), 100.0);
        COMPARE_VERDICT("4.2", facts, verdict);
    }

    // ---- 4.3 to 4.5

    void a_setting_of_the_bouncer_is_judged_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("check");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* setting, const char* check, Verdict verdict) {
            QTest::newRow(setting) << s(setting) << s(check) << verdict;
        };
        row("query_wait_timeout = 30", "4.3", Verdict::Pass);
        row("query_wait_timeout = 31", "4.3", Verdict::Fail);
        row("query_wait_timeout = 0", "4.3", Verdict::Fail);
        row("server_lifetime = 1799", "4.4", Verdict::Pass);
        row("server_lifetime = 1800", "4.4", Verdict::Fail);
        row("server_lifetime = 0", "4.4", Verdict::Pass);
        row("server_idle_timeout = 599", "4.5", Verdict::Pass);
        row("server_idle_timeout = 600", "4.5", Verdict::Fail);
        row("server_idle_timeout = 0", "4.5", Verdict::Fail);
    }
    void a_setting_of_the_bouncer_is_judged()
    {
        QFETCH(QString, setting);
        QFETCH(QString, check);
        QFETCH(Verdict, verdict);
        const auto proxy = bouncer({setting});
        const Suggestion said = saidOf(check, console(*proxy));
        QVERIFY2(said.verdict == verdict, qPrintable(said.summary.text()));
    }

    // server_lifetime = 0: every transaction gets a connection of its own.
    void a_bouncer_that_closes_after_one_use_reuses_none()
    {
        const auto proxy =
            bouncer({s("server_lifetime = 0"), s("query_wait_timeout = 20"), s("server_idle_timeout = 240")});
        PgLink link;
        QVERIFY(link.open(proxy->url(s("shop"), s("shop"))));
        QStringList pids;
        for (int i = 0; i < 3; ++i)
            pids.append(link.exec(s("SELECT pg_backend_pid()")).scalar());
        QCOMPARE(pids.removeDuplicates(), 0);
        QVERIFY(!pids.contains(QString()));
        QVERIFY(nobodyIsHere());
        QVERIFY(link.exec(s("BEGIN")).ok); // seen by both, whenever they look
        const QVector<Facts> facts{run<SessionsProbe>(300), console(*proxy)};
        QCOMPARE(facts.first().value(s("peak_connections")), 1.0);
        for (const char* check : {"4.3", "4.4", "4.5"}) {
            const Suggestion said = saidOf(s(check), facts);
            QVERIFY2(said.verdict == Verdict::Pass, qPrintable(s(check) + said.summary.text()));
        }
    }

    void connections_past_the_bouncer_hold_a_pass_back()
    {
        const auto proxy = bouncer(
            {s("server_lifetime = 1200"), s("query_wait_timeout = 20"), s("server_idle_timeout = 240")});
        PgLink through;
        QVERIFY(through.open(proxy->url(s("shop"), s("shop"))) && through.exec(s("BEGIN")).ok);
        PgLink past;
        QVERIFY(past.open(shopUrl()));
        const QVector<Facts> facts{run<SessionsProbe>(300), console(*proxy)};
        QCOMPARE(facts.first().value(s("peak_connections")), 2.0);
        QCOMPARE(facts.last().value(s("servers_max")), 1.0);
        for (const char* check : {"4.3", "4.4", "4.5"}) {
            const Suggestion said = saidOf(s(check), facts);
            QVERIFY2(said.verdict == Verdict::Inconclusive, qPrintable(s(check) + said.summary.text()));
            const Suggestion alone = saidOf(s(check), facts.last());
            QVERIFY2(alone.verdict == Verdict::Pass, qPrintable(s(check) + alone.summary.text()));
        }
    }

    // ---- 4.6

    void a_client_that_goes_away_without_a_word_is_a_hint()
    {
        Facts facts;
        {
            // Each answer of the server's is cut off, so every session ends by the loss of its client.
            CutRelay relay(server_->port(), 2500);
            QUrl url(shopUrl());
            url.setPort(relay.port());
            const ShortSessions traffic(url.toString(), [](PgLink& link) {
                (void)link.exec(s("SELECT repeat('x', 5000), pg_sleep(0.02)"));
            });
            facts = run<SessionsProbe>(1500);
        }
        QVERIFY(facts.complete);
        QVERIFY2(facts.value(s("sessions_abandoned")) > 0, everythingIn(facts).constData());
        COMPARE_VERDICT("4.6", facts, Verdict::Warn);
        QVERIFY(nobodyIsHere());
        COMPARE_VERDICT("4.6", run<SessionsProbe>(300), Verdict::Inconclusive);
    }

    // ---- 2.5

    void a_timeout_of_the_bouncer_alone_is_a_warning_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("query_timeout = 30") << QStringList{s("query_timeout = 30")} << Verdict::Warn;
        QTest::newRow("none") << QStringList() << Verdict::Fail;
    }
    void a_timeout_of_the_bouncer_alone_is_a_warning()
    {
        QFETCH(QStringList, settings);
        QFETCH(Verdict, verdict);
        const auto proxy = bouncer(settings);
        const QVector<Facts> facts{run<SettingsProbe>(300), console(*proxy)};
        COMPARE_VERDICT("2.5", facts, verdict);
    }
};

QTEST_GUILESS_MAIN(TestPoolVerdicts)
#include "tst_pool_verdicts.moc"
