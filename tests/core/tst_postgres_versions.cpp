#include "core/probe/postgres/pg_environment.h"
#include "core/probe/postgres/seq_scans_probe.h"
#include "core/probe/postgres/sessions_probe.h"
#include "core/probe/postgres/statement_snapshot.h"
#include "tests/core/postgres_world.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QSet<QString> words(const QJsonObject& version, const char* view)
{
    const QStringList names =
        version.value(QLatin1String(view)).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {names.cbegin(), names.cend()};
}

// The columns of `alias` that a statement asks for.
QSet<QString> askedOf(const QString& alias, const QString& sql)
{
    const QRegularExpression form(s("\\b%1\\.(\\w+)").arg(alias));
    QSet<QString> out;
    for (auto it = form.globalMatch(sql); it.hasNext();)
        out.insert(it.next().captured(1));
    return out;
}

} // namespace

// Statements are made for what exists: every version's recorded columns (12 to 18; those the tests do not run
// are marked in the file), and a connection is made of the profile alone.
class TestPostgresVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject file =
            QJsonDocument::fromJson(readText(s("tests/data/postgres/columns-by-version.json")).toUtf8())
                .object();
        for (const QJsonValue& version : file.value(s("versions")).toArray())
            versions_.append(version.toObject());
        QCOMPARE(versions_.size(), 8);
    }

    void statementsAskForColumnsThatExist_data()
    {
        QTest::addColumn<QJsonObject>("version");
        for (const QJsonObject& version : std::as_const(versions_))
            QTest::newRow(qPrintable(s("PostgreSQL ") + version.value(s("server")).toString())) << version;
    }
    void statementsAskForColumnsThatExist()
    {
        QFETCH(QJsonObject, version);
        const QSet<QString> view = words(version, "pg_stat_statements");
        const QSet<QString> info = words(version, "pg_stat_statements_info");
        const StatementSource source = chooseColumns(s("public"), view, info);
        const QString rows = statementRowsSql(source, s("2.1"));
        const QSet<QString> asked = askedOf(s("s"), rows);
        QVERIFY(asked.size() >= 9);
        const QSet<QString> absent = asked - view;
        QVERIFY2(absent.isEmpty(), qPrintable(QStringList(absent.values()).join(QLatin1Char(' '))));
        const QString head = statementHeadSql(source, s("2.1"));
        QCOMPARE(rows.contains(s("pg_stat_statements_info")), !info.isEmpty());
        QCOMPARE(head.contains(s("pg_stat_statements_info")), !info.isEmpty());
        QCOMPARE(rows.contains(s("s.total_exec_time")), view.contains(s("total_exec_time")));
        QCOMPARE(rows.contains(s("AND s.toplevel")), view.contains(s("toplevel")));
        QCOMPARE(rows.contains(s("minmax_stats_since")), view.contains(s("minmax_stats_since")));
    }

    void sessionsAreCountedWhereTheServerCountsThem_data() { statementsAskForColumnsThatExist_data(); }
    void sessionsAreCountedWhereTheServerCountsThem()
    {
        QFETCH(QJsonObject, version);
        const QSet<QString> database = words(version, "pg_stat_database");
        const QString sql = sessionCounterSql(database);
        for (const char* column : {"sessions", "sessions_abandoned"}) {
            const bool asked = sql.contains(s(", ") + s(column) + s(","));
            QVERIFY2(asked == database.contains(s(column)), qPrintable(sql));
        }
        QCOMPARE(sql.contains(s("NULL, NULL")), !database.contains(s("sessions")));
    }

    void tablesAreAskedForWhatIsCounted_data() { statementsAskForColumnsThatExist_data(); }
    void tablesAreAskedForWhatIsCounted()
    {
        QFETCH(QJsonObject, version);
        const QSet<QString> view = words(version, "pg_stat_user_tables");
        const QString sql = bigTablesSql(view);
        const QSet<QString> absent = askedOf(s("s"), sql) - view;
        QVERIFY2(absent.isEmpty(), qPrintable(QStringList(absent.values()).join(QLatin1Char(' '))));
        QCOMPARE(sql.contains(s("s.last_seq_scan")), view.contains(s("last_seq_scan")));
        QVERIFY(!sql.contains(s("%1")));
    }

    // ---- who is asked

    void anAddressNamesOneHost_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("a host") << s("postgresql://a@db.example/shop") << true;
        QTest::newRow("a socket") << s("postgresql:///shop?host=/run/postgresql") << true;
        QTest::newRow("another host in the query")
            << s("postgresql://a@localhost/shop?host=db.example") << false;
        QTest::newRow("a list of sockets and hosts") << s("postgresql:///shop?host=/run,db.example") << false;
        QTest::newRow("an address in the query")
            << s("postgresql://a@localhost/shop?hostaddr=192.0.2.1") << false;
        QTest::newRow("a service") << s("postgresql://a@localhost/shop?service=other") << false;
        QTest::newRow("options") << s("postgresql://a@localhost/shop?options=-c%20x%3D1") << false;
    }
    void anAddressNamesOneHost()
    {
        QFETCH(QString, url);
        QFETCH(bool, accepted);
        const Result<PgAddress> address = pgAddress(QUrl(url));
        QCOMPARE(bool(address), accepted);
        if (!accepted)
            QCOMPARE(address.error().code, ErrorCode::Usage);
    }

    void certificatesAreVerifiedUnlessTheProfileSaysOtherwise_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("mode");
        QTest::newRow("elsewhere") << s("postgresql://a@db.example/shop") << s("verify-full");
        QTest::newRow("a name that only begins like this machine")
            << s("postgresql://a@127.example.com/shop") << s("verify-full");
        QTest::newRow("elsewhere, as the profile says")
            << s("postgresql://a@db.example/shop?sslmode=require") << s("require");
        QTest::newRow("this machine") << s("postgresql://a@127.0.0.1/shop") << s("prefer");
        QTest::newRow("a socket") << s("postgresql:///shop?host=/run/postgresql") << s("prefer");
    }
    void certificatesAreVerifiedUnlessTheProfileSaysOtherwise()
    {
        QFETCH(QString, url);
        QFETCH(QString, mode);
        const QByteArray text = connectionString(*pgAddress(QUrl(url)), {}, {}, 5);
        QVERIFY2(text.contains("sslmode='" + mode.toUtf8() + "'"), text.constData());
        QCOMPARE(text.contains("sslrootcert='"), mode == s("verify-full") && !systemAuthorities().isEmpty());
    }

    void everyVariableThatIsSetIsAnswered()
    {
        const QList<std::pair<const char*, const char*>> variables{
            {"PGHOST", "192.0.2.1"},         {"PGHOSTADDR", "192.0.2.1"}, {"PGPORT", "1"},
            {"PGDATABASE", "elsewhere"},     {"PGUSER", "nobody"},        {"PGPASSWORD", "planted-variable"},
            {"PGPASSFILE", "/tmp/x"},        {"PGOPTIONS", "-c x=1"},     {"PGSSLMODE", "disable"},
            {"PGSSLROOTCERT", "/tmp/x"},     {"PGSSLCERT", "/tmp/x"},     {"PGTARGETSESSIONATTRS", "standby"},
            {"PGCHANNELBINDING", "require"}, {"PGREQUIREPEER", "nobody"}, {"PGGSSENCMODE", "require"}};
        for (const auto& [name, value] : variables)
            qputenv(name, value);
        qputenv("PGSERVICE", "other");
        qputenv("PGTZ", "Mars");
        const QByteArray text =
            connectionString(*pgAddress(QUrl(s("postgresql://a@db.example/shop"))), {}, {}, 5);
        for (const auto& [name, value] : variables) {
            QVERIFY2(!text.contains("'" + QByteArray(value) + "'"), text.constData());
            qunsetenv(name);
        }
        for (const char* keyword : {"options=''", "target_session_attrs='any'", "channel_binding='prefer'",
                                    "requirepeer=''", "password=''", "user='a'", "passfile='/dev/null/none'"})
            QVERIFY2(text.contains(keyword), qPrintable(s(keyword) + s(" in ") + QString::fromUtf8(text)));
        QVERIFY(!qEnvironmentVariableIsSet("PGSERVICE"));
        QVERIFY(!qEnvironmentVariableIsSet("PGTZ"));
    }

private:
    QVector<QJsonObject> versions_;
};

QTEST_GUILESS_MAIN(TestPostgresVersions)
#include "tst_postgres_versions.moc"
