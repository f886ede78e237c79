// The SQL that the checklist offers for copying, run on a real PostgreSQL: a query nobody ever ran is a trap.
#include "core/audit/checklist.h"
#include "tests/support/private_postgres.h"

#include "tests/core/named_probes.h"

#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

// Statements with a placeholder, psql's own commands and PgBouncer's console are not for PostgreSQL as they
// stand.
bool runsAsItStands(const Snippet& snippet)
{
    if (snippet.language != QLatin1String("sql"))
        return false;
    for (const char* other : {"…", "\\d", "SHOW CONFIG", "SHOW POOLS", "CREATE EXTENSION"}) {
        if (snippet.text.contains(QString::fromUtf8(other)))
            return false;
    }
    return true;
}

const char* const schema = R"(
CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION pgstattuple;
CREATE SCHEMA shop;
CREATE SCHEMA other;
CREATE TABLE shop.users (id bigint PRIMARY KEY);
CREATE TABLE shop.orders (id bigint PRIMARY KEY, a int, b int, created_at timestamptz,
    user_id bigint REFERENCES shop.users, approver_id bigint REFERENCES shop.users, UNIQUE (a, b));
CREATE INDEX ON shop.orders (user_id);
CREATE INDEX ON shop.orders (created_at, approver_id);
CREATE INDEX orders_created_at_idx ON shop.orders (created_at);
CREATE TABLE shop.items (order_id bigint REFERENCES shop.orders, x int, y int,
    CONSTRAINT items_xy FOREIGN KEY (x, y) REFERENCES shop.orders (a, b));
CREATE INDEX ON shop.items (y, x);
CREATE INDEX ON shop.items (order_id) WHERE x > 0;
CREATE TABLE other.orders (old_user_id bigint, user_id bigint REFERENCES shop.users);
CREATE INDEX ON other.orders (old_user_id);
CREATE TABLE shop.log (ts date, user_id bigint REFERENCES shop.users) PARTITION BY RANGE (ts);
CREATE TABLE shop.log_1 PARTITION OF shop.log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE shop.log_2 PARTITION OF shop.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX ON shop.log_1 (user_id);
CREATE TABLE shop.parts (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE shop.parts_1 PARTITION OF shop.parts FOR VALUES FROM (0) TO (10);
CREATE TABLE shop.uses (part_id int REFERENCES shop.parts);
CREATE ROLE reader LOGIN;
)";

} // namespace

class ChecklistQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrivatePostgres::missing().isEmpty())
            QSKIP(qPrintable(PrivatePostgres::missing()));
        const Result<Checklist> loaded = loadBuiltInChecklist(namedProbes());
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
        checklist_ = loaded.value();
        QVERIFY2(postgres_.start(), qPrintable(postgres_.error()));
        const PgAnswer made = postgres_.sql(QString::fromUtf8(schema));
        QVERIFY2(made.ok, qPrintable(made.error));
    }

    void thePrintedForeignKeyQueryIsRefusedByPostgres()
    {
        const PgAnswer answer = postgres_.sql(foreignKeySnippet(0));
        QVERIFY(!answer.ok);
        QCOMPARE(answer.sqlState, QStringLiteral("42703")); // column "index_count" does not exist
    }

    void theCorrectedForeignKeyQueryFindsExactlyTheUncoveredOnes()
    {
        const PgAnswer answer = postgres_.sql(foreignKeySnippet(1));
        QVERIFY2(answer.ok, qPrintable(answer.error));
        QStringList found;
        for (const QStringList& row : answer.rows)
            found.append(row.at(0) + QLatin1Char('(') + row.at(2) + QLatin1Char(')'));
        found.sort();
        QCOMPARE(found, (QStringList{
                            QStringLiteral("other.orders(user_id)"), QStringLiteral("shop.items(order_id)"),
                            QStringLiteral("shop.log_2(user_id)"), QStringLiteral("shop.orders(approver_id)"),
                            QStringLiteral("shop.uses(part_id)")}));
    }

    void aRoleWithoutRightsSeesTheSameForeignKeys()
    {
        PgLink reader;
        QVERIFY2(reader.open(postgres_.url(QStringLiteral("reader"), QStringLiteral("postgres"))),
                 qPrintable(reader.error()));
        const PgAnswer answer = reader.exec(foreignKeySnippet(1));
        QVERIFY2(answer.ok, qPrintable(answer.error));
        QCOMPARE(answer.rows.size(), 5);
        const PgAnswer hidden =
            reader.exec(QStringLiteral("SELECT count(*) FROM information_schema.table_constraints WHERE "
                                       "constraint_type = 'FOREIGN KEY'"));
        QCOMPARE(hidden.scalar(), QStringLiteral("0"));
    }

    void everyQueryForCopyingRuns_data()
    {
        QTest::addColumn<QString>("sql");
        int rows = 0;
        for (const QString& id : checklist_.checkIds()) {
            for (const Snippet& snippet : checklist_.find(id)->howToMeasure) {
                if (!runsAsItStands(snippet))
                    continue;
                QTest::addRow("%s %s", qPrintable(id), qPrintable(snippet.title)) << snippet.text;
                ++rows;
            }
        }
        QVERIFY(rows >= 12);
    }
    void everyQueryForCopyingRuns()
    {
        QFETCH(QString, sql);
        const PgAnswer answer = postgres_.sql(sql);
        QVERIFY2(answer.ok, qPrintable(answer.error));
    }

private:
    QString foreignKeySnippet(int index) const
    {
        return checklist_.snippetsFor(QStringLiteral("2.2")).at(index).text;
    }

    Checklist checklist_;
    PrivatePostgres postgres_;
};

QTEST_GUILESS_MAIN(ChecklistQueriesTest)
#include "tst_checklist_queries.moc"
