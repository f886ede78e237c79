#include "core/probe/postgres/query_plans_probe.h"
#include "core/probe/postgres/sessions_probe.h"
#include "core/probe/postgres/statements_probe.h"
#include "tests/core/postgres_world.h"
#include "tests/core/verdict_of.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QSet<QString> asSet(const QStringList& names)
{
    return {names.cbegin(), names.cend()};
}

} // namespace

// What probes and rules make of other versions' views. No server of those versions runs here. Three things
// stand in for them, and each case says which:
// - the old extension itself: pg_stat_statements creates its versions 1.7 (PostgreSQL 12) to 1.10 (15, 16)
//   on a newer server too, as pg_upgrade leaves it behind; its columns and its rows are its own;
// - a view of the server's own figures with an older version's columns (pg_stat_database of 12 and 13);
// - a view with a newer version's columns (pg_stat_statements of 17); what this server does not count, its
//   stats_since and minmax_stats_since, is written by hand from the documentation.
// EXPLAIN needs no such case: plans are drawn by PREPARE with plan_cache_mode on every version from 12 on,
// and GENERIC_PLAN (16) is not used.
class TestPostgresViews : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivatePostgres> server_;
    QMap<QString, QJsonObject> recorded_; // by the server's version

    QStringList recorded(const char* version, const char* view) const
    {
        return recorded_.value(s(version))
            .value(QLatin1String(view))
            .toString()
            .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    QStringList columnsOf(const QString& view, const QString& database)
    {
        QStringList names;
        const PgAnswer answer =
            server_->sql(s("SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('%1') AND attnum > "
                           "0 AND NOT attisdropped ORDER BY attnum")
                             .arg(view),
                         database);
        for (const QStringList& row : answer.rows)
            names.append(row.value(0));
        return names;
    }

    bool create(const QString& database, const QStringList& statements)
    {
        const PgAnswer made = server_->sqlEach({s("CREATE DATABASE %1").arg(database)});
        const PgAnswer filled = server_->sqlEach(statements, database);
        if (!made.ok || !filled.ok)
            qWarning("%s%s", qPrintable(made.error), qPrintable(filled.error));
        return made.ok && filled.ok;
    }

    PostgresWorld world(const QString& database, qint64 observeMs = 300)
    {
        PostgresWorld w;
        w.add(server_->url(s("auditbench"), database), {}, {s("shop")});
        w.target.profile.observeMs = observeMs;
        return w;
    }
    template<typename Probe>
    Facts run(const QString& database, qint64 observeMs = 300)
    {
        PostgresWorld w = world(database, observeMs);
        Probe probe;
        const Result<Facts> facts = w.run(probe);
        if (!facts)
            qWarning("%s", qPrintable(facts.error().message));
        return facts ? *facts : Facts();
    }

    QString shopUrl(const QString& database) const { return server_->url(s("shop"), database); }
    void calls(const QString& database, const QString& sql, int times)
    {
        PgLink link;
        QVERIFY(link.open(shopUrl(database)));
        for (int i = 0; i < times; ++i) {
            const PgAnswer answer = link.exec(sql);
            QVERIFY2(answer.ok, qPrintable(answer.error));
        }
    }
    bool reset(const QString& database)
    {
        return server_->sql(s("SELECT pg_stat_statements_reset()"), database).ok;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivatePostgres::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const QJsonObject file =
            QJsonDocument::fromJson(readText(s("tests/data/postgres/columns-by-version.json")).toUtf8())
                .object();
        for (const QJsonValue& version : file.value(s("versions")).toArray())
            recorded_.insert(version.toObject().value(s("server")).toString(), version.toObject());
        PrivatePostgresOptions options;
        options.settings = {s("allow_system_table_mods = on"), s("pg_stat_statements.max = 400"),
                            s("autovacuum = off")};
        server_ = std::make_unique<PrivatePostgres>(options);
        QVERIFY2(server_->start(), qPrintable(server_->error()));
        QVERIFY(server_
                    ->sqlEach({s("CREATE ROLE shop LOGIN"), s("CREATE ROLE auditbench LOGIN"),
                               s("GRANT pg_monitor TO auditbench")})
                    .ok);
    }

    // ---- pg_stat_statements as 12 to 16 have it

    void old_extensions_have_the_recorded_columns_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QString>("version");
        QTest::newRow("PostgreSQL 12") << s("1.7") << s("12");
        QTest::newRow("PostgreSQL 13") << s("1.8") << s("13");
        QTest::newRow("PostgreSQL 14") << s("1.9") << s("14");
        QTest::newRow("PostgreSQL 16") << s("1.10") << s("16");
    }
    void old_extensions_have_the_recorded_columns()
    {
        QFETCH(QString, extension);
        QFETCH(QString, version);
        const QString database = s("shape") + version;
        QVERIFY(create(database, {s("CREATE EXTENSION pg_stat_statements VERSION '%1'").arg(extension)}));
        for (const char* view : {"pg_stat_statements", "pg_stat_statements_info"})
            QCOMPARE(asSet(columnsOf(s(view), database)),
                     asSet(recorded(version.toLatin1().constData(), view)));
    }

    // Before 1.9 (14) nothing says since when the counters run, nor what was dropped.
    void counters_without_an_age_are_hot_by_the_window_alone_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<bool>("aged");
        QTest::newRow("PostgreSQL 12") << s("1.7") << false;
        QTest::newRow("PostgreSQL 13") << s("1.8") << false;
        QTest::newRow("PostgreSQL 14") << s("1.9") << true;
    }
    void counters_without_an_age_are_hot_by_the_window_alone()
    {
        QFETCH(QString, extension);
        QFETCH(bool, aged);
        const QString database = s("aged") + QString(extension).remove(QLatin1Char('.'));
        QVERIFY(create(database,
                       {s("CREATE EXTENSION pg_stat_statements VERSION '%1'").arg(extension),
                        s("CREATE TABLE small(id int PRIMARY KEY)"), s("GRANT SELECT ON small TO shop")}));
        QVERIFY(reset(database));
        calls(database, s("SELECT count(*) FROM small"), 1000);
        const Facts before = run<StatementsProbe>(database);
        QVERIFY2(before.complete, qPrintable(before.reason.text()));
        QCOMPARE(before.flag(s("dealloc_known")), aged);
        QCOMPARE(before.value(s("hot")), aged ? 1.0 : 0.0);
        QVERIFY((before.value(s("observed_s")) > before.value(s("window_s"))) == aged);
        COMPARE_VERDICT("2.1", before, Verdict::Pass);
        Facts during;
        {
            const ShortSessions traffic(shopUrl(database), [](PgLink& link) {
                for (int i = 0; i < 20; ++i)
                    (void)link.exec(s("SELECT count(*) FROM small"));
            });
            during = run<StatementsProbe>(database, 1000);
        }
        QCOMPARE(during.value(s("hot")), 1.0);
        if (!aged)
            QCOMPARE(cell(during, "hot", "query", s("SELECT count(*) FROM small"), "source").toString(),
                     s("window"));
        COMPARE_VERDICT("2.7", during, Verdict::Fail);
    }

    void a_full_list_without_a_count_of_what_was_dropped_never_passes_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::newRow("PostgreSQL 12") << s("1.7");
        QTest::newRow("PostgreSQL 13") << s("1.8");
    }
    void a_full_list_without_a_count_of_what_was_dropped_never_passes()
    {
        QFETCH(QString, extension);
        const QString database = s("full") + QString(extension).remove(QLatin1Char('.'));
        QVERIFY(create(database, {s("CREATE EXTENSION pg_stat_statements VERSION '%1'").arg(extension)}));
        QVERIFY(reset(database));
        calls(database, s("SELECT 1"), 1000);
        PgLink link;
        QVERIFY(link.open(shopUrl(database)));
        for (int columns = 2; columns < 430; ++columns) // one text each; the list holds 400
            QVERIFY(link.exec(s("SELECT ") + QStringList(columns, s("1")).join(QLatin1Char(','))).ok);
        const Facts statements = run<StatementsProbe>(database);
        QVERIFY2(statements.complete, qPrintable(statements.reason.text()));
        QVERIFY(statements.value(s("entries")) >= 0.95 * 400);
        COMPARE_VERDICT("2.1", statements, Verdict::Inconclusive);
        COMPARE_VERDICT("2.7", statements, Verdict::NotMeasured);
        COMPARE_VERDICT("2.7", run<QueryPlansProbe>(database), Verdict::NotMeasured);
    }

    // ---- pg_stat_statements as 17 has it; stats_since and minmax_stats_since are written by hand

    void each_statement_has_its_own_age()
    {
        const QString database = s("since17");
        QVERIFY(create(database, {s("CREATE EXTENSION pg_stat_statements"),
                                  s("CREATE TABLE of_days(id int); CREATE TABLE of_a_minute(id int); "
                                    "CREATE TABLE cut(id int)"),
                                  s("GRANT SELECT ON ALL TABLES IN SCHEMA public TO shop")}));
        const QSet<QString> here = asSet(columnsOf(s("pg_stat_statements"), database));
        QStringList columns;
        for (const QString& column : recorded("17", "pg_stat_statements")) {
            if (column == s("stats_since"))
                columns.append(s("CASE WHEN query LIKE '%of_days%' THEN now() - interval '2 days' ELSE now() "
                                 "- interval '1 minute' END AS stats_since"));
            else if (column == s("minmax_stats_since"))
                columns.append(s("CASE WHEN query LIKE '%cut%' THEN now() - interval '1 second' WHEN query "
                                 "LIKE '%of_days%' THEN now() - interval '2 days' ELSE now() - interval '1 "
                                 "minute' END AS minmax_stats_since"));
            else
                columns.append(here.contains(column) ? column : s("NULL::float8 AS ") + column);
        }
        QVERIFY(server_
                    ->sqlEach({s("ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements"),
                               s("DROP VIEW pg_stat_statements"),
                               s("CREATE VIEW pg_stat_statements AS SELECT %1 FROM pg_stat_statements(true)")
                                   .arg(columns.join(s(", "))),
                               s("GRANT SELECT ON pg_stat_statements TO PUBLIC")},
                              database)
                    .ok);
        QCOMPARE(columnsOf(s("pg_stat_statements"), database), recorded("17", "pg_stat_statements"));
        QVERIFY(reset(database));
        for (const char* table : {"of_days", "of_a_minute", "cut"})
            calls(database, s("SELECT id FROM %1").arg(s(table)), 400);
        const Facts facts = run<StatementsProbe>(database);
        QVERIFY2(facts.complete, qPrintable(facts.reason.text()));
        // 200 a day and 576,000 a day; by the age of the whole list all three would be hot.
        const auto hot = [&](const char* table, const char* column) {
            return cell(facts, "hot", "query", s("SELECT id FROM %1").arg(s(table)), column);
        };
        QCOMPARE(facts.value(s("hot")), 2.0);
        QVERIFY(hot("of_days", "source").isUndefined());
        QCOMPARE(hot("of_a_minute", "source").toString(), s("lifetime"));
        const double perDay = hot("of_a_minute", "per_day").toDouble();
        QVERIFY2(std::fabs(perDay - 576000) < 60000, qPrintable(QString::number(perDay)));
        // Its extremes are younger than its counters, so they bound nothing.
        QVERIFY(cell(facts, "queries", "query", s("SELECT id FROM cut"), "max").isNull());
        QCOMPARE(cell(facts, "queries", "query", s("SELECT id FROM cut"), "min").toDouble(-1), 0.0);
        QVERIFY(cell(facts, "queries", "query", s("SELECT id FROM of_a_minute"), "max").toDouble(-1) > 0);
        COMPARE_VERDICT("2.1", facts, Verdict::Pass);
        COMPARE_VERDICT("2.7", facts, Verdict::Fail);
    }

    // ---- pg_stat_database as 12 and 13 have it: no count of sessions, so the samples stand in

    void sessions_that_nothing_counts_are_sampled()
    {
        const QString database = s("sessions13");
        QVERIFY(create(
            database,
            {s("CREATE EXTENSION pg_stat_statements"),
             s("ALTER VIEW pg_catalog.pg_stat_database RENAME TO pg_stat_database_now"),
             s("CREATE VIEW pg_catalog.pg_stat_database AS SELECT %1 FROM pg_catalog.pg_stat_database_now")
                 .arg(recorded("13", "pg_stat_database").join(s(", "))),
             s("GRANT SELECT ON pg_catalog.pg_stat_database TO PUBLIC")}));
        QCOMPARE(columnsOf(s("pg_catalog.pg_stat_database"), database), recorded("13", "pg_stat_database"));
        const QString url = shopUrl(database);
        Facts churn;
        {
            std::vector<std::unique_ptr<ShortSessions>> clients;
            for (int i = 0; i < 4; ++i) // each stays long enough to be seen by a sample
                clients.push_back(
                    std::make_unique<ShortSessions>(url, [](PgLink&) { QThread::msleep(500); }));
            churn = run<SessionsProbe>(database, 2000);
        }
        QVERIFY2(churn.complete, qPrintable(churn.reason.text()));
        QVERIFY(churn.find(s("sessions_abandoned")) == nullptr);
        QCOMPARE(churn.value(s("sessions_new")), churn.value(s("new_backends")));
        QVERIFY(churn.value(s("new_backends")) >= 4);
        const Asked few{{{s("min_transactions"), 4}}, {}, {}};
        COMPARE_VERDICT("4.1", churn, Verdict::Fail, few);
        COMPARE_VERDICT("4.6", churn, Verdict::Inconclusive);
        Facts pooled;
        {
            const BusySession pool(url);
            pooled = run<SessionsProbe>(database, 2000);
        }
        QVERIFY(pooled.value(s("transactions")) > 100);
        COMPARE_VERDICT("4.1", pooled, Verdict::Pass);
    }
};

QTEST_GUILESS_MAIN(TestPostgresViews)
#include "tst_postgres_views.moc"
