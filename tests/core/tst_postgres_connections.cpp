#include "core/probe/postgres/foreign_keys_probe.h"
#include "core/probe/postgres/pgbouncer_client.h"
#include "core/probe/postgres/pgbouncer_probe.h"
#include "core/probe/postgres/postgres_probes.h"
#include "core/probe/postgres/sessions_probe.h"
#include "core/probe/postgres/settings_probe.h"
#include "core/probe/probe_runner.h"
#include "tests/core/postgres_world.h"
#include "tests/core/verdict_of.h"
#include "tests/support/private_pgbouncer.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

constexpr auto password = "planted-password-0815";

} // namespace

// Connecting, being refused, being cut off and being stopped; the probes of section 4.
class TestPostgresConnections : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivatePostgres> server_;
    std::unique_ptr<PrivatePgBouncer> bouncer_;
    SystemClock clock_;

    std::unique_ptr<PgClient> client(ProbeContext& context, const QString& url)
    {
        const Result<PgAddress> address = pgAddress(QUrl(url));
        if (!address)
            return nullptr;
        const Secret secret{QByteArray(password)};
        auto made = PgClient::connect(*address, secret, {secret}, context);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made ? std::move(*made) : nullptr;
    }

    PostgresWorld world(const char* user = "auditbench")
    {
        PostgresWorld w;
        w.add(server_->url(s(user), s("shop")), password, {s("shop")});
        return w;
    }

    Result<Facts> foreignKeys(const QString& url, const QByteArray& secret)
    {
        PostgresWorld w;
        w.add(url, secret);
        ForeignKeysProbe probe;
        return w.run(probe, std::chrono::seconds(10));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& missing : {PrivatePostgres::missing(), PrivatePgBouncer::missing()}) {
            if (!missing.isEmpty())
                QSKIP(qPrintable(missing));
        }
        PrivatePostgresOptions options;
        options.superuserPassword = QLatin1String(password);
        server_ = std::make_unique<PrivatePostgres>(options);
        QVERIFY2(server_->start(), qPrintable(server_->error()));
        QStringList statements;
        for (const char* role : {"shop", "bare", "auditbench"})
            statements.append(s("CREATE ROLE %1 LOGIN PASSWORD '%2'").arg(s(role), QLatin1String(password)));
        statements << s("GRANT pg_monitor TO auditbench") << s("CREATE DATABASE shop");
        QVERIFY(server_->sqlEach(statements).ok);
        QVERIFY(
            server_
                ->sql(s("CREATE EXTENSION pg_stat_statements; CREATE TABLE t(id int PRIMARY KEY)"), s("shop"))
                .ok);
        PrivatePgBouncerOptions bouncing;
        bouncing.postgresPort = server_->port();
        bouncing.authType = s("plain");
        bouncing.users = {{s("shop"), QLatin1String(password)},
                          {s("auditbench"), QLatin1String(password)},
                          {s("stats"), QLatin1String(password)}};
        bouncing.settings = {s("query_wait_timeout = 20"),   s("server_lifetime = 1200"),
                             s("server_idle_timeout = 240"), s("default_pool_size = 7"),
                             s("reserve_pool_size = 2"),     s("query_timeout = 30")};
        bouncer_ = std::make_unique<PrivatePgBouncer>(bouncing);
        QVERIFY2(bouncer_->start(), qPrintable(bouncer_->error()));
    }

    // ---- being refused

    void a_refused_connection_is_one_clear_error_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QString& url, const char* secret, ErrorCode code) {
            QTest::newRow(name) << url << QByteArray(secret) << static_cast<int>(code);
        };
        const QString good = server_->url(s("auditbench"), s("shop"));
        row("wrong password", good, "planted-wrong-4711", ErrorCode::Auth);
        row("no password", good, "", ErrorCode::Auth);
        row("unknown role", server_->url(s("nobody_here"), s("shop")), password, ErrorCode::Auth);
        row("unknown database", server_->url(s("auditbench"), s("nothing")), password, ErrorCode::NotFound);
        row("wrong host", s("postgresql://a@no-such-host.invalid/shop"), password, ErrorCode::Unreachable);
        row("closed port", s("postgresql://a@127.0.0.1:%1/shop").arg(freePort()), password,
            ErrorCode::Unreachable);
        row("TLS refused", good + s("?sslmode=require"), password, ErrorCode::Unreachable);
        row("a host beside the URL's", good + s("?host=192.0.2.1"), password, ErrorCode::Usage);
        row("misspelt parameter", good + s("?sslmod=require"), password, ErrorCode::Usage);
    }
    void a_refused_connection_is_one_clear_error()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, secret);
        QFETCH(int, code);
        const Result<Facts> facts = foreignKeys(url, secret);
        QVERIFY(!facts);
        QVERIFY2(static_cast<int>(facts.error().code) == code,
                 qPrintable(errorCodeName(facts.error().code) + s(": ") + facts.error().message));
        const QString said = facts.error().message + facts.error().detail + facts.error().remedy;
        QVERIFY(!said.contains(s("planted")));
        QVERIFY(!facts.error().message.contains(QLatin1Char('\n')));
    }

    void a_server_that_never_answers_is_left_at_the_deadline()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        PostgresWorld w;
        w.add(s("postgresql://a@127.0.0.1:%1/x").arg(silent.serverPort()), password);
        ForeignKeysProbe probe;
        const Result<Facts> facts = w.run(probe, std::chrono::seconds(2));
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Timeout);
    }

    // ---- session rules

    void sessions_are_read_only_and_bounded()
    {
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const auto c = client(context, server_->url(s("auditbench"), s("shop")));
        QVERIFY(c && c->usesStartupOptions());
        const Result<Rows> rows =
            c->query(s("SELECT current_setting('statement_timeout'), current_setting('lock_timeout'), "
                       "current_setting('jit'), "
                       "current_setting('transaction_read_only'), current_setting('application_name')"));
        QVERIFY(rows);
        QCOMPARE(rows->text(0, 0), s("15s"));
        QCOMPARE(rows->text(0, 1), s("500ms"));
        QCOMPARE(rows->text(0, 2), s("off"));
        QCOMPARE(rows->text(0, 3), s("on"));
        QCOMPARE(rows->text(0, 4), s("auditbench"));
        QVERIFY(!c->query(s("CREATE TABLE nope(i int)")));
        QCOMPARE(c->lastSqlState(), s("25006"));
        QVERIFY(!c->query(s("SELECT 1; SELECT 2")));
        QCOMPARE(c->lastSqlState(), s("42601"));
    }

    // PG… variables, a service file and a password file that all lead elsewhere, and a socket that
    // PGHOSTADDR would redirect: the profile's server is asked, under its own rules.
    void the_environment_chooses_nothing_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("by TCP") << server_->url(s("auditbench"), s("shop"));
        const QString conninfo = server_->adminConninfo(s("shop"));
        const QString folder =
            conninfo.section(s("host="), 1).section(QLatin1Char(' '), 0, 0).remove(QLatin1Char('\''));
        QVERIFY2(folder.startsWith(QLatin1Char('/')), qPrintable(conninfo));
        QTest::newRow("by socket")
            << s("postgresql://postgres@localhost:%1/shop?host=%2").arg(server_->port()).arg(folder);
    }
    void the_environment_chooses_nothing()
    {
        QFETCH(QString, url);
        QTemporaryDir folder;
        QFile services(folder.filePath(s("services.conf")));
        QVERIFY(services.open(QIODevice::WriteOnly));
        services.write(
            "[other]\nhost=192.0.2.1\nhostaddr=192.0.2.1\nuser=other\noptions=-c statement_timeout=1\n");
        services.close();
        const QMap<QByteArray, QByteArray> variables{
            {"PGHOSTADDR", "192.0.2.1"},
            {"PGSERVICE", "other"},
            {"PGSERVICEFILE", services.fileName().toUtf8()},
            {"PGUSER", "other"},
            {"PGPASSWORD", "other"},
            {"PGPASSFILE", "/nonexistent"},
            {"PGOPTIONS", "-c statement_timeout=1 -c default_transaction_read_only=off"},
            {"PGSSLMODE", "require"},
            {"PGSSLROOTCERT", "/nonexistent"},
            {"PGTARGETSESSIONATTRS", "standby"},
            {"PGREQUIREPEER", "nobody-here"},
            {"PGCHANNELBINDING", "require"},
            {"PGAPPNAME", "other"},
            {"PGCLIENTENCODING", "LATIN1"},
            {"PGTZ", "Asia/Tokyo"},
            {"PGDATESTYLE", "German"},
            {"PGGEQO", "off"}};
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            qputenv(it.key().constData(), *it);
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const auto c = client(context, url);
        const Result<PgAddress> address = pgAddress(QUrl(url));
        const Secret secret{QByteArray(password)};
        auto bare = PgClient::connect(*address, secret, {secret}, context, PgClient::Session::Bare);
        const Result<PgAddress> console = pgAddress(QUrl(bouncer_->url(s("stats"), s("pgbouncer"))));
        auto proxy = PgBouncerClient::connect(*console, secret, {secret}, context);
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            qunsetenv(it.key().constData());
        QVERIFY(c && bare && proxy && (*proxy)->version());
        const Result<Rows> rows = c->query(
            s("SELECT current_setting('statement_timeout'), current_setting('transaction_read_only'), "
              "current_setting('application_name'), current_setting('client_encoding'), "
              "current_setting('geqo'), "
              "current_setting('TimeZone') = 'Asia/Tokyo', inet_server_port() IS NULL OR "
              "host(inet_server_addr()) = '127.0.0.1'"));
        QVERIFY(rows);
        QCOMPARE(rows->text(0, 0), s("15s"));
        QCOMPARE(rows->text(0, 1), s("on"));
        QCOMPARE(rows->text(0, 2), s("auditbench"));
        QCOMPARE(rows->text(0, 3), s("UTF8"));
        QCOMPARE(rows->text(0, 4), s("on"));
        QVERIFY(!rows->flag(0, 5));
        QVERIFY(rows->flag(0, 6));
        // 2.5 reads the server's own value on a session that nothing has changed.
        const Result<Rows> own = (*bare)->query(
            s("SELECT source FROM pg_settings WHERE name = 'DateStyle' AND source = 'client'"));
        QVERIFY(own && own->isEmpty());
    }

    void parameters_and_nulls_travel_apart_from_the_text()
    {
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const auto c = client(context, server_->url(s("auditbench"), s("shop")));
        QVERIFY(c);
        const Result<Rows> rows = c->query(s("SELECT $1::text, $2::text, $3::text"),
                                           {s("a'; DROP TABLE t; --\u202E"), std::nullopt, QString(s(""))});
        QVERIFY(rows);
        QCOMPARE(rows->text(0, 0), s("a'; DROP TABLE t; --\u202E"));
        QVERIFY(rows->isNull(0, 1));
        QVERIFY(!rows->isNull(0, 2));
    }

    void through_a_bouncer_the_rules_travel_with_each_transaction()
    {
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const auto c = client(context, bouncer_->url(s("auditbench"), s("shop")));
        QVERIFY(c);
        QVERIFY(!c->usesStartupOptions());
        QVERIFY(!c->query(s("CREATE TABLE nope(i int)")));
        const Result<Rows> rows =
            c->query(s("SELECT current_setting('statement_timeout'), current_setting('jit')"));
        QVERIFY(rows);
        QCOMPARE(rows->text(0, 0), s("15s"));
        QCOMPARE(rows->text(0, 1), s("off"));
        // Nothing is left behind on the bouncer's own connection.
        PgLink other;
        QVERIFY(other.open(bouncer_->url(s("auditbench"), s("shop"), QLatin1String(password))));
        QCOMPARE(other.exec(s("SHOW statement_timeout")).scalar(), s("0"));
    }

    void statement_errors_have_a_code_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("code");
        QTest::newRow("timeout") << s("SELECT pg_sleep(5)") << static_cast<int>(ErrorCode::Timeout);
        QTest::newRow("permission") << s("SELECT * FROM t") << static_cast<int>(ErrorCode::Permission);
        QTest::newRow("missing relation")
            << s("SELECT * FROM public.nothing") << static_cast<int>(ErrorCode::Unsupported);
    }
    void statement_errors_have_a_code()
    {
        QFETCH(QString, sql);
        QFETCH(int, code);
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const auto c = client(context, server_->url(s("auditbench"), s("shop")));
        QVERIFY(c && c->query(s("SELECT set_config('statement_timeout', '100', false), "
                                "set_config('search_path', 'public', false)")));
        const Result<Rows> rows = c->query(sql);
        QVERIFY(!rows);
        QVERIFY2(static_cast<int>(rows.error().code) == code, qPrintable(rows.error().message));
        QVERIFY(c->query(s("SELECT 1"))); // still usable
    }

    // ---- being cut off

    void a_terminated_session_is_an_error_and_never_reconnects()
    {
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const auto c = client(context, server_->url(s("auditbench"), s("shop")));
        QVERIFY(c);
        const Result<Rows> pid = c->query(s("SELECT pg_backend_pid()"));
        QVERIFY(pid && server_->sql(s("SELECT pg_terminate_backend(%1)").arg(pid->text(0, 0))).ok);
        const Result<Rows> after = c->query(s("SELECT 1"));
        QVERIFY(!after);
        QCOMPARE(after.error().code, ErrorCode::Unreachable);
        QVERIFY(!c->query(s("SELECT 1")));
    }

    void a_server_that_restarts_in_the_middle_fails_the_probe()
    {
        PostgresWorld w = world();
        w.target.profile.observeMs = 20000;
        std::atomic<bool> running{false};
        w.listener.progress = [&](double, const Message&) { running = true; };
        std::optional<Result<Facts>> out;
        std::atomic<bool> done{false};
        std::thread runner([&] {
            SessionsProbe probe;
            out = w.run(probe);
            done = true;
        });
        const bool began = QTest::qWaitFor([&] { return running.load(); }, 10000);
        const bool restarted = server_->restart();
        const bool over = QTest::qWaitFor([&] { return done.load(); }, 10000);
        if (!over)
            w.stop.request_stop();
        runner.join();
        QVERIFY(began && restarted && over);
        QVERIFY(!*out);
        QVERIFY2(out->error().code == ErrorCode::Unreachable, qPrintable(out->error().message));
        QVERIFY(w.partial && !w.partial->complete && w.partial->value(s("samples")) >= 1);
    }

    // ---- being stopped

    void a_stop_ends_a_running_statement()
    {
        std::stop_source stop;
        ProbeContext context(clock_, std::chrono::seconds(60), {}, stop.get_token());
        const auto c = client(context, server_->url(s("auditbench"), s("shop")));
        QVERIFY(c);
        std::thread stopper([&] {
            (void)QTest::qWaitFor([&] {
                return server_->sql(s("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"))
                           .scalar() == s("1");
            });
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const Result<Rows> rows = c->query(s("SELECT pg_sleep(14)"));
        stopper.join();
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(c->query(s("SELECT 1")).error().code, ErrorCode::Cancelled);
    }

    void the_runner_reports_a_stop_at_once_and_keeps_what_was_seen()
    {
        auto target = std::make_shared<ProbeTarget>(world().target);
        target->profile.observeMs = 60000;
        std::vector<ProbeDescriptor> probes;
        for (ProbeDescriptor& probe : postgresProbes()) {
            if (probe.id == s("postgres.connections"))
                probes.push_back(std::move(probe));
        }
        ProbeRunner runner(clock_);
        QVector<ProbeOutcome> outcomes;
        bool progressed = false;
        connect(&runner, &ProbeRunner::probeFinished, this,
                [&](const ProbeOutcome& outcome) { outcomes.append(outcome); });
        connect(&runner, &ProbeRunner::probeProgressed, this, [&] { progressed = true; });
        runner.start(probes, target);
        QTRY_VERIFY(progressed);
        QElapsedTimer timer;
        timer.start();
        runner.stop();
        QTRY_COMPARE(outcomes.size(), 1);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(outcomes.first().state, ProbeState::Cancelled);
        QVERIFY(outcomes.first().facts.value(s("samples")) >= 1);
        QVERIFY(!outcomes.first().facts.complete);
    }

    // ---- sessions

    void one_session_a_query_shows_as_churn()
    {
        PostgresWorld w = world();
        w.target.profile.observeMs = 3000;
        std::atomic<bool> stop{false};
        const QString url = server_->url(s("shop"), s("shop"), QLatin1String(password));
        std::thread traffic([&] {
            while (!stop) {
                PgLink link;
                if (link.open(url))
                    (void)link.exec(s("SELECT 1"));
            }
        });
        SessionsProbe probe;
        const Result<Facts> facts = w.run(probe);
        stop = true;
        traffic.join();
        QVERIFY(facts && facts->complete);
        QVERIFY(facts->value(s("transactions")) > 5);
        QVERIFY2(facts->value(s("sessions_per_transaction")) > 0.3, everythingIn(*facts).constData());
    }

    void a_pool_shows_few_sessions_and_its_idle_ones()
    {
        PostgresWorld w = world();
        w.target.profile.observeMs = 2500;
        w.target.profile.sizing = {{}, {}, 4, 2, 4};
        const QString url = server_->url(s("shop"), s("shop"), QLatin1String(password));
        PgLink holder;
        QVERIFY(holder.open(url));
        QVERIFY(holder.exec(s("BEGIN")).ok); // idle in transaction for the whole window
        std::atomic<bool> stop{false};
        PgLink pooled;
        QVERIFY(pooled.open(url));
        std::thread traffic([&] {
            while (!stop)
                (void)pooled.exec(s("DO 'BEGIN FOR i IN 1..100 LOOP COMMIT; END LOOP; END'"));
        });
        SessionsProbe probe;
        const Result<Facts> facts = w.run(probe);
        stop = true;
        traffic.join();
        QVERIFY(facts && facts->complete);
        QVERIFY(facts->value(s("transactions")) > 100);
        QVERIFY(facts->value(s("sessions_per_transaction")) < 0.05);
        QCOMPARE(facts->value(s("peak_connections")), 2.0);
        QVERIFY(facts->value(s("longest_in_transaction_s")) > 1);
        QVERIFY(facts->value(s("idle_in_transaction_percent")) > 5);
        QCOMPARE(facts->value(s("unreadable")), 0.0);
        QVERIFY(facts->value(s("max_connections")) > facts->value(s("reserved_connections")));
        // specs/README trap 9: an empty application_name is shown as such.
        QCOMPARE(cell(*facts, "sessions", "application", s("(no name)"), "connections").toDouble(), 2.0);
        QCOMPARE(facts->details.value(s("sizing")).toObject().value(s("db_cores")).toDouble(), 4.0);
        QVERIFY(!facts->charts.isEmpty() && !facts->charts.first().isEmpty());
        COMPARE_VERDICT("4.1", *facts, Verdict::Pass);
        COMPARE_VERDICT("4.2", *facts, Verdict::Pass);
        COMPARE_VERDICT("4.3", *facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.4", *facts, Verdict::Inconclusive);
        COMPARE_VERDICT("4.5", *facts, Verdict::Inconclusive);
        COMPARE_VERDICT("4.6", *facts, Verdict::Inconclusive);
        COMPARE_VERDICT("4.9", *facts, Verdict::Warn);
        COMPARE_VERDICT("4.10", *facts, Verdict::NotMeasured);
        const Asked aSecond{{}, {{s("lifetime"), 1}}, {}};
        COMPARE_VERDICT("4.4", *facts, Verdict::Fail, aSecond);
    }

    // Polling and connecting of our other probes must not dilute the application's churn.
    void what_our_other_probes_do_is_not_the_applications()
    {
        PostgresWorld w = world();
        w.target.profile.observeMs = 2500;
        const auto ledger = std::make_shared<PgLedger>();
        const Result<PgAddress> address = pgAddress(w.target.profile.postgres.first().url);
        std::atomic<bool> stop{false};
        std::atomic<int> sent{0};
        std::thread other([&] {
            const Secret secret{QByteArray(password)};
            while (!stop) {
                ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
                auto c =
                    PgClient::connect(*address, secret, {secret}, context, PgClient::Session::Audit, ledger);
                for (int i = 0; c && i < 50 && !stop; ++i)
                    sent += (*c)->query(s("SELECT 1")) ? 1 : 0;
            }
        });
        SessionsProbe probe;
        probe.share(ledger);
        const Result<Facts> facts = w.run(probe);
        stop = true;
        other.join();
        QVERIFY(facts);
        QVERIFY2(sent > 100, qPrintable(QString::number(sent)));
        // The server hands counters in late, so a few of ours may fall on either side of the window.
        QVERIFY2(facts->value(s("transactions")) < 0.3 * sent,
                 qPrintable(s("%1 of %2").arg(facts->value(s("transactions"))).arg(sent)));
        QVERIFY(facts->value(s("sessions_new")) <= 2);
    }

    void sessions_hidden_from_a_bare_role_are_counted_as_hidden()
    {
        PgLink holder;
        QVERIFY(holder.open(server_->url(s("shop"), s("shop"), QLatin1String(password))));
        PostgresWorld w = world("bare");
        SessionsProbe probe;
        const Result<Facts> facts = w.run(probe);
        QVERIFY(facts);
        QVERIFY(facts->value(s("unreadable")) >= 1);
        QVERIFY(!facts->complete);
        QVERIFY(facts->unlock.contains(s("pg_monitor")));
        COMPARE_VERDICT("4.1", *facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.2", *facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.4", *facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.5", *facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.6", *facts, Verdict::NotMeasured);
        COMPARE_VERDICT("4.9", *facts, Verdict::NotMeasured);
    }

    void samples_add_up_data()
    {
        QTest::addColumn<int>("growth");
        QTest::addColumn<bool>("growing");
        QTest::newRow("grows") << 1 << true;
        QTest::newRow("stays") << 0 << false;
    }
    void samples_add_up()
    {
        QFETCH(int, growth);
        QFETCH(bool, growing);
        QVector<SessionMoment> moments;
        for (int i = 0; i < 12; ++i) {
            SessionMoment moment;
            moment.at = i;
            for (int n = 0; n < 3 + growth * i; ++n) {
                SessionSample sample;
                sample.pid = n;
                sample.role = s("shop");
                sample.state = n == 0 ? s("active") : s("idle");
                sample.ageS = 10 * i;
                sample.inStateS = 700;
                moment.sessions.append(sample);
            }
            moments.append(moment);
        }
        const SessionSummary out = summarise(moments, 600);
        QCOMPARE(out.growing, growing);
        QCOMPARE(out.peakConnections, 3.0 + growth * 11);
        QCOMPARE(out.oldestS, 110.0);
        QCOMPARE(out.longestIdleS, 700.0);
        QCOMPARE(out.idleOverLimit, 2.0 + growth * 11);
        QCOMPARE(out.newSessions, growth * 11.0);
        QVERIFY(std::isnan(out.longestInTransactionS));
    }

    // ---- PgBouncer

    void the_console_tells_its_settings_and_pools()
    {
        PgLink user;
        QVERIFY(user.open(bouncer_->url(s("shop"), s("shop"), QLatin1String(password))));
        QVERIFY(user.exec(s("SELECT 1")).ok);
        PostgresWorld w;
        w.target.profile.pgbouncer = PgBouncerTarget{QUrl(bouncer_->url(s("stats"), s("pgbouncer"))), {}};
        w.target.secrets.insert(s("pgbouncer"), Secret(QByteArray(password)));
        PgBouncerProbe probe;
        const Result<Facts> facts = w.run(probe);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(facts->complete);
        QCOMPARE(facts->value(s("query_wait_timeout_s")), 20.0);
        QCOMPARE(facts->value(s("server_lifetime_s")), 1200.0);
        QCOMPARE(facts->value(s("server_idle_timeout_s")), 240.0);
        QCOMPARE(facts->value(s("query_timeout_s")), 30.0);
        const double pools = facts->value(s("pool_size_sum")) / 7; // how many there are by now
        QVERIFY(pools >= 1 && pools == std::floor(pools));
        QCOMPARE(facts->value(s("pool_size_most")), 9 * pools);
        QVERIFY(facts->details.value(s("version")).toString().contains(s("PgBouncer")));
        QVERIFY(!cell(*facts, "pools", "database", s("shop"), "cl_active").isUndefined());
        QVERIFY(facts->value(s("servers_max")) >= 1); // the one that just worked
        QVERIFY(!everythingIn(*facts).contains(password));
        COMPARE_VERDICT("4.3", *facts, Verdict::Pass);
        COMPARE_VERDICT("4.4", *facts, Verdict::Pass);
        COMPARE_VERDICT("4.5", *facts, Verdict::Pass);
        COMPARE_VERDICT("4.10", *facts, Verdict::Inconclusive);
    }

    // A pool of one and two clients: the second waits. A client a transaction: that is churn.
    void waiting_and_coming_clients_are_seen()
    {
        PrivatePgBouncerOptions options;
        options.postgresPort = server_->port();
        options.authType = s("plain");
        options.users = {{s("shop"), QLatin1String(password)}, {s("stats"), QLatin1String(password)}};
        options.databases = {
            s("shop = host=127.0.0.1 port=%1 dbname=shop pool_size=1 max_db_connections=1 reserve_pool=3")
                .arg(server_->port())};
        PrivatePgBouncer narrow(options);
        QVERIFY2(narrow.start(), qPrintable(narrow.error()));
        const QString url = narrow.url(s("shop"), s("shop"), QLatin1String(password));
        PgLink holder;
        QVERIFY(holder.open(url) && holder.exec(s("BEGIN")).ok);
        PgLink newcomer; // those that come and go between two looks are missed, this one stays
        std::atomic<bool> stop{false};
        std::thread waiter([&] {
            PgLink link;
            if (link.open(url))
                (void)link.exec(s("SELECT 1"));
            while (!stop) {
                PgLink once;
                if (once.open(url))
                    (void)once.exec(s("SELECT 1"));
            }
        });
        PostgresWorld w;
        w.target.profile.observeMs = 1500;
        w.target.profile.pgbouncer = PgBouncerTarget{QUrl(narrow.url(s("stats"), s("pgbouncer"))), {}};
        w.target.secrets.insert(s("pgbouncer"), Secret(QByteArray(password)));
        (void)QTest::qWaitFor([&] { return narrow.console(s("SHOW POOLS")).ok; });
        std::thread releaser([&] {
            (void)QTest::qWaitFor([&] {
                const PgAnswer clients = narrow.console(s("SHOW CLIENTS"));
                for (const QStringList& row : clients.rows) {
                    if (row.contains(s("waiting")))
                        return true;
                }
                return false;
            });
            QThread::msleep(700); // through at least one look of the probe
            (void)holder.exec(s("ROLLBACK"));
            (void)newcomer.open(url);
        });
        PgBouncerProbe probe;
        const Result<Facts> facts = w.run(probe);
        stop = true;
        releaser.join();
        waiter.join();
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(facts->value(s("waiting_max")) >= 1);
        QVERIFY(facts->value(s("wait_ms")) > 100);
        QCOMPARE(facts->value(s("pool_size_sum")), 1.0);
        QCOMPARE(facts->value(s("pool_size_most")), 1.0); // one connection is all the database may have
        QVERIFY(facts->value(s("client_sessions")) >= 1);
        QVERIFY(facts->value(s("client_transactions")) >= 1);
        // PgBouncer's defaults: 120 s, an hour, 10 min.
        COMPARE_VERDICT("4.3", *facts, Verdict::Fail);
        COMPARE_VERDICT("4.4", *facts, Verdict::Fail);
        COMPARE_VERDICT("4.5", *facts, Verdict::Fail);
    }

    void a_pooler_behind_the_address_is_told_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("pooler");
        QTest::newRow("the server") << server_->url(s("auditbench"), s("shop")) << false;
        QTest::newRow("a PgBouncer") << bouncer_->url(s("auditbench"), s("shop")) << true;
    }
    void a_pooler_behind_the_address_is_told()
    {
        QFETCH(QString, url);
        QFETCH(bool, pooler);
        PostgresWorld w;
        w.add(url, password, {s("shop")});
        SessionsProbe probe;
        const Result<Facts> facts = w.run(probe);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(facts->flag(s("through_pooler")), pooler);
    }

    void a_console_that_is_none_is_refused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("code");
        QTest::newRow("a PostgreSQL")
            << server_->url(s("auditbench"), s("shop")) << static_cast<int>(ErrorCode::Unsupported);
        QTest::newRow("not in stats_users")
            << bouncer_->url(s("shop"), s("pgbouncer")) << static_cast<int>(ErrorCode::Auth);
        QTest::newRow("closed port") << s("postgresql://stats@127.0.0.1:%1/pgbouncer").arg(freePort())
                                     << static_cast<int>(ErrorCode::Unreachable);
    }
    void a_console_that_is_none_is_refused()
    {
        QFETCH(QString, url);
        QFETCH(int, code);
        PostgresWorld w;
        w.target.profile.pgbouncer = PgBouncerTarget{QUrl(url), {}};
        w.target.secrets.insert(s("pgbouncer"), Secret(QByteArray(password)));
        PgBouncerProbe probe;
        const Result<Facts> facts = w.run(probe);
        QVERIFY(!facts);
        QVERIFY2(static_cast<int>(facts.error().code) == code,
                 qPrintable(errorCodeName(facts.error().code) + s(": ") + facts.error().message));
    }

    // ---- doctor

    void the_doctor_walks_step_by_step_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("failedStep"); // empty: none
        QTest::addColumn<QString>("fix");        // somewhere in the report
        QTest::newRow("all well") << server_->url(s("auditbench"), s("shop")) << QString()
                                  << s("pg_read_all_data");
        QTest::newRow("wrong host") << s("postgresql://a@no-such-host.invalid/x") << s("dns") << QString();
        QTest::newRow("closed port") << s("postgresql://a@127.0.0.1:%1/x").arg(freePort()) << s("tcp")
                                     << QString();
        QTest::newRow("TLS refused") << (server_->url(s("auditbench"), s("shop")) + s("?sslmode=require"))
                                     << s("tls") << QString();
        QTest::newRow("unknown role") << server_->url(s("nobody_here"), s("shop")) << s("login") << QString();
        QTest::newRow("no rights") << server_->url(s("bare"), s("shop")) << QString()
                                   << s("GRANT pg_monitor TO bare;");
        QTest::newRow("no extension") << server_->url(s("auditbench"), s("postgres")) << QString()
                                      << s("CREATE EXTENSION pg_stat_statements;");
        QTest::newRow("superuser") << server_->url(s("postgres"), s("shop")) << QString()
                                   << s("CREATE ROLE auditbench");
    }
    void the_doctor_walks_step_by_step()
    {
        QFETCH(QString, url);
        QFETCH(QString, failedStep);
        QFETCH(QString, fix);
        PostgresWorld w;
        w.add(url, password);
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const QVector<DoctorReport> reports = examinePostgres(w.target, context);
        QCOMPARE(reports.size(), 1);
        QString failed;
        QString fixes;
        for (const DoctorStep& step : reports.first().steps) {
            if (step.state == StepState::Failed)
                failed = step.id;
            fixes += step.fix + QLatin1Char('\n');
        }
        for (const DoctorSight& sight : reports.first().sights)
            fixes += sight.fix + QLatin1Char('\n');
        QCOMPARE(failed, failedStep);
        QCOMPARE(reports.first().reachable, failedStep.isEmpty());
        QCOMPARE(reports.first().sights.size(), 7);
        QVERIFY2(fix.isEmpty() || fixes.contains(fix), qPrintable(fixes));
        QCOMPARE(reports.first().unmeasuredChecks.isEmpty(), fix == s("pg_read_all_data"));
        QVERIFY(!QJsonDocument(toJson(reports.first())).toJson().contains(password));
    }

    void the_doctor_examines_the_bouncer()
    {
        PostgresWorld w;
        w.target.profile.pgbouncer = PgBouncerTarget{QUrl(bouncer_->url(s("stats"), s("pgbouncer"))), {}};
        w.target.secrets.insert(s("pgbouncer"), Secret(QByteArray(password)));
        ProbeContext context(clock_, std::chrono::seconds(20), {}, {});
        const QVector<DoctorReport> reports = examinePgBouncer(w.target, context);
        QCOMPARE(reports.size(), 1);
        QVERIFY(reports.first().reachable);
        QVERIFY(reports.first().unmeasuredChecks.isEmpty());
        QVERIFY(examinePgBouncer(PostgresWorld().target, context).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPostgresConnections)
#include "tst_postgres_connections.moc"
