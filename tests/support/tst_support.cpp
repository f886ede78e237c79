#include "tests/support/private_pgbouncer.h"
#include "tests/support/private_postgres.h"
#include "tests/support/private_redis.h"
#include "tests/support/temp_world.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

#include <signal.h>

using namespace awb::test;

namespace
{

bool processExists(qint64 pid)
{
    return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) == 0;
}

// Pids of processes whose command line names the folder.
QStringList processesNaming(const QString& folder)
{
    QStringList found;
    for (const QString& pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(folder.toUtf8()))
            found << pid;
    }
    return found;
}

} // namespace

class TestSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresStartsAnswersRestartsAndLeavesNothing_data();
    void postgresStartsAnswersRestartsAndLeavesNothing();
    void postgresRefusesAWrongPassword();
    void postgresThatCannotStartSaysWhy();
    void redisStartsAnswersRestartsAndLeavesNothing();
    void redisUsersAreLimitedByTheirAcl();
    void redisSpeaksTls();
    void redisThatCannotStartSaysWhy();
    void clusterOwnsAllSlots();
    void pgbouncerPoolsAndItsConsoleAnswers();
    void aFrozenServerRunsIntoTheDeadline();
    void temporaryWorldIsPutBack();
};

void TestSupport::postgresStartsAnswersRestartsAndLeavesNothing_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("trust") << QString();
    QTest::newRow("scram") << QStringLiteral("p w'd:@/ü");
}

void TestSupport::postgresStartsAnswersRestartsAndLeavesNothing()
{
    QFETCH(QString, password);
    if (const QString reason = PrivatePostgres::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QString folder;
    qint64 pid = 0;
    {
        PrivatePostgresOptions options;
        options.superuserPassword = password;
        options.settings << QStringLiteral("log_min_duration_statement = 77");
        PrivatePostgres server(options);
        QVERIFY2(server.start(), qPrintable(server.error()));
        folder = server.dataDir();
        pid = server.pid();
        QVERIFY(processExists(pid));
        QCOMPARE(server.sql(QStringLiteral("SHOW log_min_duration_statement")).scalar(),
                 QStringLiteral("77ms"));
        const PgAnswer created = server.sqlEach(
            {QStringLiteral("CREATE DATABASE shop"), QStringLiteral("CREATE TABLE t (a int)")});
        QVERIFY2(created.ok, qPrintable(created.error));

        PgLink tcp;
        QVERIFY2(tcp.open(server.superuserUrl(QStringLiteral("shop"))), qPrintable(tcp.error()));
        QCOMPARE(tcp.exec(QStringLiteral("SELECT $1::int + 1"), {QStringLiteral("41")}).scalar(),
                 QStringLiteral("42"));

        QVERIFY2(server.restart(), qPrintable(server.error()));
        QVERIFY(server.pid() != pid);
        QVERIFY(!processExists(pid));
        pid = server.pid();
        QCOMPARE(server.sql(QStringLiteral("SELECT count(*) FROM t")).scalar(), QStringLiteral("0"));
    }
    QVERIFY(!processExists(pid));
    QCOMPARE(processesNaming(folder), QStringList());
    QVERIFY(!QFileInfo::exists(folder));
}

void TestSupport::postgresRefusesAWrongPassword()
{
    if (const QString reason = PrivatePostgres::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    PrivatePostgresOptions options;
    options.superuserPassword = QStringLiteral("right");
    PrivatePostgres server(options);
    QVERIFY2(server.start(), qPrintable(server.error()));
    PgLink link;
    QVERIFY(!link.open(
        server.url(QStringLiteral("postgres"), QStringLiteral("postgres"), QStringLiteral("wrong"))));
    QVERIFY2(link.error().contains(QLatin1String("password authentication failed")),
             qPrintable(link.error()));
}

void TestSupport::postgresThatCannotStartSaysWhy()
{
    if (const QString reason = PrivatePostgres::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    PrivatePostgresOptions options;
    options.settings << QStringLiteral("no_such_setting = 1");
    PrivatePostgres server(options);
    QVERIFY(!server.start());
    QVERIFY2(server.error().contains(QLatin1String("no_such_setting")), qPrintable(server.error()));
    QVERIFY(!server.isRunning());
}

void TestSupport::redisStartsAnswersRestartsAndLeavesNothing()
{
    if (const QString reason = PrivateRedis::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    qint64 pid = 0;
    {
        PrivateRedisOptions options;
        options.config << QStringLiteral("maxmemory 16mb");
        options.password = QStringLiteral("hush");
        PrivateRedis server(options);
        QVERIFY2(server.start(), qPrintable(server.error()));
        QCOMPARE(server.command({"SET", QByteArray("a\0b", 3), "1"}).text, QByteArray("OK"));
        QCOMPARE(server.link().infoField("memory", QStringLiteral("maxmemory")).value_or(QString()),
                 QStringLiteral("16777216"));
        RedisLink stranger;
        QVERIFY(!stranger.open(server.port(), {}, QStringLiteral("wrong")));
        QVERIFY2(server.restart(), qPrintable(server.error()));
        QCOMPARE(server.command({"DBSIZE"}).integer, 0);
        pid = server.pid();
        QVERIFY(processExists(pid));
    }
    QVERIFY(!processExists(pid));
}

void TestSupport::redisUsersAreLimitedByTheirAcl()
{
    if (const QString reason = PrivateRedis::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    PrivateRedisOptions options;
    options.users << QStringLiteral("auditbench on >pw ~* resetchannels -@all +info +ping +scan");
    PrivateRedis server(options);
    QVERIFY2(server.start(), qPrintable(server.error()));
    RedisLink link;
    QVERIFY2(link.open(server.port(), QStringLiteral("auditbench"), QStringLiteral("pw")),
             qPrintable(link.error()));
    QVERIFY(!link.info("server").isEmpty());
    const RedisValue refused = link.command({"CONFIG", "GET", "maxmemory"});
    QVERIFY2(refused.isError() && refused.text.startsWith("NOPERM"), refused.text.constData());
}

void TestSupport::redisSpeaksTls()
{
    const QString cli = findServerProgram(QStringLiteral("redis-cli"));
    if (!PrivateRedis::missing().isEmpty() || !PrivateCertificates::missing().isEmpty() || cli.isEmpty())
        QSKIP("redis-server, redis-cli or openssl is not installed");
    PrivateRedisOptions options;
    options.tls = true;
    PrivateRedis server(options);
    QVERIFY2(server.start(), qPrintable(server.error()));
    const auto ping = [&](const QString& ca) {
        return ServerProcess::run(cli,
                                  {QStringLiteral("--tls"), QStringLiteral("--cacert"), ca,
                                   QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                                   QString::number(server.tlsPort()), QStringLiteral("-e"),
                                   QStringLiteral("PING")},
                                  QDir::tempPath(), std::chrono::seconds{20});
    };
    QCOMPARE(ping(server.certificates()->caFile()), QString());
    QVERIFY(ping(server.certificates()->otherCaFile()).contains(QLatin1String("certificate")));
}

void TestSupport::redisThatCannotStartSaysWhy()
{
    if (const QString reason = PrivateRedis::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    PrivateRedisOptions options;
    options.config << QStringLiteral("no-such-setting 1");
    PrivateRedis server(options);
    QVERIFY(!server.start());
    QVERIFY2(server.error().contains(QLatin1String("no-such-setting")), qPrintable(server.error()));
}

void TestSupport::clusterOwnsAllSlots()
{
    if (const QString reason = PrivateRedisCluster::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    PrivateRedisCluster cluster;
    QVERIFY2(cluster.start(), qPrintable(cluster.error()));
    QCOMPARE(cluster.size(), 3);
    for (int i = 0; i < 300; ++i) {
        const QByteArray key = "user:" + QByteArray::number(i);
        QCOMPARE(cluster.commandFor(key, {"SET", key, "x", "EX", "60"}).text, QByteArray("OK"));
    }
    qint64 keys = 0;
    for (int i = 0; i < cluster.size(); ++i) {
        const qint64 here = cluster.node(i).command({"DBSIZE"}).integer;
        QVERIFY(here > 0);
        keys += here;
    }
    QCOMPARE(keys, 300);
}

void TestSupport::pgbouncerPoolsAndItsConsoleAnswers()
{
    for (const QString& reason : {PrivatePostgres::missing(), PrivatePgBouncer::missing()}) {
        if (!reason.isEmpty())
            QSKIP(qPrintable(reason));
    }
    PrivatePostgres server;
    QVERIFY2(server.start(), qPrintable(server.error()));
    QVERIFY(server.sqlEach({QStringLiteral("CREATE ROLE shop LOGIN"), QStringLiteral("CREATE DATABASE shop")})
                .ok);
    PrivatePgBouncerOptions options;
    options.postgresPort = server.port();
    options.users.insert(QStringLiteral("shop"), QStringLiteral("shop"));
    options.settings << QStringLiteral("query_wait_timeout = 11");
    PrivatePgBouncer bouncer(options);
    QVERIFY2(bouncer.start(), qPrintable(bouncer.error()));
    PgLink link;
    QVERIFY2(link.open(bouncer.url(QStringLiteral("shop"), QStringLiteral("shop"))),
             qPrintable(link.error()));
    QCOMPARE(link.exec(QStringLiteral("SELECT current_user")).scalar(), QStringLiteral("shop"));
    const PgAnswer config = bouncer.console(QStringLiteral("SHOW CONFIG"));
    QVERIFY2(config.ok, qPrintable(config.error));
    QString waits;
    for (const QStringList& row : config.rows) {
        if (row[0] == QLatin1String("query_wait_timeout"))
            waits = row[1];
    }
    QCOMPARE(waits, QStringLiteral("11"));
    const qint64 pid = bouncer.pid();
    bouncer.stop();
    QVERIFY(!processExists(pid));
}

void TestSupport::aFrozenServerRunsIntoTheDeadline()
{
    if (const QString reason = PrivatePostgres::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    PrivatePostgres server;
    QVERIFY2(server.start(), qPrintable(server.error()));
    server.process().freeze(true);
    PgLink link;
    QVERIFY(!link.open(server.superuserUrl(), std::chrono::milliseconds{200}));
    QVERIFY2(link.error().contains(QLatin1String("in time")), qPrintable(link.error()));
    server.process().freeze(false);
    QVERIFY2(link.open(server.superuserUrl()), qPrintable(link.error()));
    const PgAnswer late =
        link.exec(QStringLiteral("SELECT pg_sleep(30)"), {}, std::chrono::milliseconds{200});
    QVERIFY(!late.ok);
    QVERIFY2(late.error.contains(QLatin1String("no answer within 200 ms")), qPrintable(late.error));
}

void TestSupport::temporaryWorldIsPutBack()
{
    const QByteArray home = qgetenv("HOME");
    QString inside;
    {
        TempWorld world;
        inside = world.path();
        QVERIFY(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).startsWith(inside));
        QVERIFY(QDir::homePath().startsWith(inside));
    }
    QCOMPARE(qgetenv("HOME"), home);
    QVERIFY(!QFileInfo::exists(inside));
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
