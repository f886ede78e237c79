#include "core/store/audit_store.h"
#include "tests/core/kill_rounds.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace awb;

class TestStoreKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAcknowledgedEntrySurvivesSigkill();
};

// AWB_KILL_ROUNDS: how many (default 20); AWB_KILL_SEED: which moments.
void TestStoreKill::everyAcknowledgedEntrySurvivesSigkill()
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("AWB_KILL_ROUNDS", &given);
    const int rounds = given ? asked : 20;
    const auto seed = static_cast<quint32>(qEnvironmentVariableIntValue("AWB_KILL_SEED"));
    QTemporaryDir dir;
    const QString writer = QCoreApplication::applicationDirPath() + QStringLiteral("/journal_writer");
    const test::KillRounds result = test::runKillRounds(writer, dir.path(), rounds, seed);
    QVERIFY2(result.failure.isEmpty(), qPrintable(result.failure));
    QCOMPARE(result.rounds, rounds);
    QCOMPARE(result.damaged, 0);
    QVERIFY(result.acknowledged > rounds);
    QCOMPARE(result.lost, qint64(0));
    qInfo("%d rounds, %lld acknowledged entries, none lost", rounds,
          static_cast<long long>(result.acknowledged));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("check"));
        db.setDatabaseName(dir.filePath(QStringLiteral("killed.db")));
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next());
        QCOMPARE(query.value(0).toString(), QStringLiteral("ok"));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("check"));
}

QTEST_GUILESS_MAIN(TestStoreKill)
#include "tst_store_kill.moc"
