#include "core/probe/redis/redis_doctor.h"
#include "tests/core/redis_world.h"
#include "tests/support/private_redis.h"

#include <QJsonDocument>
#include <QTest>

using namespace awb;
using namespace awb::test;

class TestRedisDoctor : public QObject
{
    Q_OBJECT

    DoctorReport examine(RedisWorld& world)
    {
        const auto context = world.context();
        const QVector<DoctorReport> reports = examineRedis(world.target, *context);
        const QString json = QString::fromUtf8(QJsonDocument(toJson(reports.first())).toJson());
        if (json.contains(plantedWord) || reports.size() != 1)
            QTest::qFail("a secret is in the report", __FILE__, __LINE__);
        return reports.first();
    }

    static QString stateOf(const DoctorReport& report, const QString& id)
    {
        for (const DoctorStep& step : report.steps) {
            if (step.id == id) {
                const char* const names[] = {"ok", "failed", "warning", "skipped"};
                return QLatin1String(names[static_cast<int>(step.state)]);
            }
        }
        return QStringLiteral("absent");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivateRedis::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        PrivateRedisOptions options;
        options.tls = true;
        options.users = {
            minimumUser,
            QStringLiteral(
                "part on >part-secret-planted ~user:* resetchannels -@all +info +scan +pttl +type +select"),
            QStringLiteral("blind on >blind-secret-planted ~* resetchannels -@all +info +ping +select"),
            QStringLiteral("none on >none-secret-planted ~* resetchannels -@all +ping")};
        server_ = std::make_unique<PrivateRedis>(options);
        QVERIFY2(server_->start(), qPrintable(server_->error()));
    }
    void cleanupTestCase() { server_.reset(); }

    void loginsAreExamined_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("rights");
        QTest::addColumn<QString>("fix");
        QTest::addColumn<QStringList>("unmeasured");
        QTest::newRow("minimum") << QStringLiteral("audit") << QStringLiteral("ok") << QStringLiteral("ok")
                                 << QString() << QStringList();
        QTest::newRow("part of the keys")
            << QStringLiteral("part") << QStringLiteral("ok") << QStringLiteral("warning")
            << QStringLiteral("~*") << QStringList();
        QTest::newRow("no keys") << QStringLiteral("blind") << QStringLiteral("ok")
                                 << QStringLiteral("warning") << QStringLiteral("+scan +pttl +type")
                                 << QStringList{QStringLiteral("3.2"), QStringLiteral("3.5")};
        QTest::newRow("nothing") << QStringLiteral("none") << QStringLiteral("failed")
                                 << QStringLiteral("warning") << QStringLiteral("+info")
                                 << QStringList{
                                        QStringLiteral("3.1"), QStringLiteral("3.8"), QStringLiteral("3.3"),
                                        QStringLiteral("3.4"), QStringLiteral("3.6"), QStringLiteral("3.7"),
                                        QStringLiteral("4.1"), QStringLiteral("3.2"), QStringLiteral("3.5")};
    }
    void loginsAreExamined()
    {
        QFETCH(QString, user);
        QFETCH(QString, version);
        QFETCH(QString, rights);
        QFETCH(QString, fix);
        QFETCH(QStringList, unmeasured);
        RedisWorld world(server_->url(user), user.toUtf8() + "-secret-planted");
        const DoctorReport report = examine(world);
        QVERIFY(report.reachable);
        QCOMPARE(stateOf(report, QStringLiteral("login")), QStringLiteral("ok"));
        QCOMPARE(stateOf(report, QStringLiteral("tls")), QStringLiteral("skipped"));
        QCOMPARE(stateOf(report, QStringLiteral("version")), version);
        QCOMPARE(stateOf(report, QStringLiteral("rights")), rights);
        QCOMPARE(report.unmeasuredChecks, unmeasured);
        QCOMPARE(report.sights.size(), 5);
        for (const DoctorStep& step : report.steps) {
            if (step.id == QLatin1String("rights"))
                QVERIFY2(fix.isEmpty() ? step.fix.isEmpty() : step.fix.contains(fix), qPrintable(step.fix));
        }
    }

    void stepsFailWhereTheyShould_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port"); // 0 plain, 1 TLS, 2 closed
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("failed");
        const QString local = QStringLiteral("127.0.0.1");
        const QByteArray right("audit-secret-planted");
        QTest::newRow("unknown host")
            << QStringLiteral("no-such-host.invalid") << 0 << QString() << right << QStringLiteral("dns");
        QTest::newRow("closed port") << local << 2 << QString() << right << QStringLiteral("tcp");
        QTest::newRow("wrong authority")
            << local << 1 << QStringLiteral("other") << right << QStringLiteral("tls");
        QTest::newRow("wrong password")
            << local << 0 << QString() << QByteArray("wrong-secret-planted") << QStringLiteral("login");
        QTest::newRow("nothing fails over TLS") << local << 1 << QStringLiteral("good") << right << QString();
    }
    void stepsFailWhereTheyShould()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QString, ca);
        QFETCH(QByteArray, password);
        QFETCH(QString, failed);
        const quint16 ports[] = {server_->port(), server_->tlsPort(), freePort()};
        RedisWorld world(QStringLiteral("%1://audit@%2:%3/0")
                             .arg(port == 1 ? QStringLiteral("rediss") : QStringLiteral("redis"), host)
                             .arg(ports[port]),
                         password);
        world.target.profile.redis->caFile = ca == QLatin1String("other")
                                                 ? server_->certificates()->otherCaFile()
                                             : ca == QLatin1String("good") ? server_->certificates()->caFile()
                                                                           : QString();
        const DoctorReport report = examine(world);
        QCOMPARE(report.reachable, failed.isEmpty());
        if (failed.isEmpty()) {
            QCOMPARE(stateOf(report, QStringLiteral("tls")), QStringLiteral("ok"));
            QVERIFY(stateOf(report, QStringLiteral("certificate")) != QStringLiteral("absent"));
            return;
        }
        QCOMPARE(stateOf(report, failed), QStringLiteral("failed"));
        QCOMPARE(report.steps.last().id, failed);
        QVERIFY(!report.steps.last().text.text().isEmpty());
        QCOMPARE(report.unmeasuredChecks.size(), 9);
    }

private:
    std::unique_ptr<PrivateRedis> server_;
};

QTEST_GUILESS_MAIN(TestRedisDoctor)
#include "tst_redis_doctor.moc"
