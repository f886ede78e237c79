#include "core/probe/postgres/foreign_keys_probe.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

constexpr int maxConstraints = 200000;
constexpr qsizetype maxRemedies = 50;

// $1 is conparentid where the catalog has it (PostgreSQL 11+).
QString constraintSql(bool hasParent)
{
    return QStringLiteral(
               "/* auditbench:2.2 */ SELECT c.oid, pg_catalog.quote_ident(c.conname), c.conrelid, "
               "c.confrelid, "
               "pg_catalog.array_to_string(c.conkey, ' '), pg_catalog.array_to_string(c.conpfeqop, ' '), %1, "
               "c.convalidated, c.confdeltype FROM pg_catalog.pg_constraint c WHERE c.contype = 'f' "
               "ORDER BY c.oid LIMIT %2")
        .arg(hasParent ? QStringLiteral("c.conparentid") : QStringLiteral("0"))
        .arg(maxConstraints + 1);
}

constexpr auto relationSql =
    R"(/* auditbench:2.2 */ SELECT c.oid, pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname), c.relkind,
 greatest(c.reltuples, 0), c.relpages, pg_catalog.pg_stat_get_tuples_deleted(c.oid),
 c.relpersistence <> 't' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_(catalog|toast|temp_|toast_temp_)',
 c.relkind = 'p' AND EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid)
 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND c.oid IN (SELECT conrelid FROM pg_catalog.pg_constraint WHERE contype = 'f'
                 UNION SELECT confrelid FROM pg_catalog.pg_constraint WHERE contype = 'f'))";

QString indexSql(bool hasKeyCount)
{
    return QStringLiteral(
               "/* auditbench:2.2 */ SELECT i.indrelid, i.indexrelid, %1, i.indkey, i.indclass, "
               "i.indcollation, "
               "i.indisvalid AND i.indisready AND i.indislive, am.amname, "
               "CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END, "
               "pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(ic.relname) "
               "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid "
               "JOIN pg_catalog.pg_namespace n ON n.oid = ic.relnamespace "
               "JOIN pg_catalog.pg_am am ON am.oid = ic.relam "
               "WHERE i.indrelid IN (SELECT conrelid FROM pg_catalog.pg_constraint WHERE contype = 'f') "
               "ORDER BY i.indexrelid")
        .arg(hasKeyCount ? QStringLiteral("i.indnkeyatts") : QStringLiteral("i.indnatts"));
}

constexpr auto columnSql =
    R"(/* auditbench:2.2 */ SELECT a.attrelid, a.attnum, pg_catalog.quote_ident(a.attname), a.attcollation
 FROM pg_catalog.pg_attribute a JOIN
 (SELECT DISTINCT conrelid, pg_catalog.unnest(conkey) AS attnum FROM pg_catalog.pg_constraint WHERE contype = 'f') k
 ON k.conrelid = a.attrelid AND k.attnum = a.attnum)";
constexpr auto classSql = "/* auditbench:2.2 */ SELECT oid, opcfamily FROM pg_catalog.pg_opclass";
constexpr auto operatorSql =
    "/* auditbench:2.2 */ SELECT DISTINCT amopfamily, amopopr FROM pg_catalog.pg_amop "
    "WHERE amoppurpose = 's'";
constexpr auto nameSql = "/* auditbench:2.2 */ SELECT n.nspname, c.relname FROM pg_catalog.pg_class c "
                         "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relname LIKE "
                         "'%\\_fk\\_idx%' LIMIT 200000";

quint32 oid(const Rows& rows, qsizetype row, qsizetype column)
{
    return rows.bytes(row, column).toUInt();
}

template<typename T>
QVector<T> numbers(const QByteArray& text)
{
    QVector<T> out;
    for (const QByteArray& part : text.split(' ')) {
        if (!part.isEmpty())
            out.append(static_cast<T>(part.toLongLong()));
    }
    return out;
}

void takeConstraints(const Rows& rows, FkCatalog& catalog)
{
    catalog.constraints.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        FkConstraint c;
        c.oid = oid(rows, i, 0);
        c.name = rows.text(i, 1);
        c.child = oid(rows, i, 2);
        c.parent = oid(rows, i, 3);
        c.columns = numbers<int>(rows.bytes(i, 4));
        c.operators = numbers<quint32>(rows.bytes(i, 5));
        c.cloneOf = oid(rows, i, 6);
        c.validated = rows.flag(i, 7);
        c.onDelete = QLatin1Char(rows.bytes(i, 8).isEmpty() ? 'a' : rows.bytes(i, 8).front());
        catalog.constraints.append(c);
    }
}

void takeRelations(const Rows& rows, FkCatalog& catalog)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        FkRelation r;
        r.schema = rows.text(i, 1);
        r.name = rows.text(i, 2);
        r.kind = rows.bytes(i, 3).isEmpty() ? 'r' : rows.bytes(i, 3).front();
        r.rows = rows.number(i, 4);
        r.pages = rows.integer(i, 5);
        r.deletes = rows.integer(i, 6);
        r.hasPartitions = rows.flag(i, 8);
        catalog.relations.insert(oid(rows, i, 0), r);
        if (rows.flag(i, 7))
            catalog.children.insert(oid(rows, i, 0));
    }
}

void takeIndexes(const Rows& rows, FkCatalog& catalog)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        FkIndex x;
        x.oid = oid(rows, i, 1);
        x.keys = numbers<int>(rows.bytes(i, 3)).mid(0, rows.integer(i, 2)); // INCLUDE columns do not count
        x.classes = numbers<quint32>(rows.bytes(i, 4));
        x.collations = numbers<quint32>(rows.bytes(i, 5));
        x.usable = rows.flag(i, 6);
        x.method = rows.bytes(i, 7);
        x.predicate = rows.text(i, 8);
        x.name = rows.text(i, 9) + QLatin1Char('.') + rows.text(i, 10);
        catalog.indexes[oid(rows, i, 0)].append(x);
    }
}

void takeRest(const Rows& columns, const Rows& classes, const Rows& operators, const Rows& names,
              FkCatalog& catalog)
{
    for (qsizetype i = 0; i < columns.size(); ++i)
        catalog.columns.insert(FkCatalog::pair(oid(columns, i, 0), oid(columns, i, 1)),
                               {columns.text(i, 2), oid(columns, i, 3)});
    for (qsizetype i = 0; i < classes.size(); ++i)
        catalog.familyOfClass.insert(oid(classes, i, 0), oid(classes, i, 1));
    for (qsizetype i = 0; i < operators.size(); ++i)
        catalog.familyOperators.insert(FkCatalog::pair(oid(operators, i, 0), oid(operators, i, 1)));
    for (qsizetype i = 0; i < names.size(); ++i)
        catalog.takenNames.insert(names.text(i, 0) + QLatin1Char('.') + names.text(i, 1));
}

QString onDeleteText(QChar code)
{
    switch (code.toLatin1()) {
    case 'c':
        return QStringLiteral("CASCADE");
    case 'n':
        return QStringLiteral("SET NULL");
    case 'd':
        return QStringLiteral("SET DEFAULT");
    case 'r':
        return QStringLiteral("RESTRICT");
    default:
        return QStringLiteral("NO ACTION");
    }
}

Table findingTable()
{
    Table table;
    table.id = QStringLiteral("foreign_keys");
    table.title = QT_TRANSLATE_NOOP("awb", "Foreign keys, uncovered first");
    table.columns = {codeColumn("table", QT_TRANSLATE_NOOP("awb", "Table")),
                     codeColumn("columns", QT_TRANSLATE_NOOP("awb", "Columns")),
                     textColumn("covered", QT_TRANSLATE_NOOP("awb", "Index")),
                     textColumn("reason", QT_TRANSLATE_NOOP("awb", "Reason")),
                     codeColumn("constraint", QT_TRANSLATE_NOOP("awb", "Constraint"), 2),
                     codeColumn("parent", QT_TRANSLATE_NOOP("awb", "References"), 2),
                     textColumn("on_delete", QT_TRANSLATE_NOOP("awb", "On delete"), 3),
                     codeColumn("near_miss", QT_TRANSLATE_NOOP("awb", "Nearest index"), 3),
                     numberColumn("rows", QT_TRANSLATE_NOOP("awb", "Rows"), "count", 2),
                     numberColumn("pages", QT_TRANSLATE_NOOP("awb", "Pages"), "count", 3),
                     numberColumn("parent_deletes", QT_TRANSLATE_NOOP("awb", "Parent deletes"), "count", 3),
                     codeColumn("uncovered_tables", QT_TRANSLATE_NOOP("awb", "Tables without one"), 3)};
    return table;
}

QVector<QJsonValue> findingRow(const FkFinding& f)
{
    QStringList leaves;
    if (f.partitioned) {
        for (const FkFinding::Leaf& leaf : f.uncovered)
            leaves.append(leaf.qualified());
    }
    QString reason = fkReasonText(f.reason);
    if (!f.isCovered() && f.childRows < 10000)
        reason += QStringLiteral(" (low impact)");
    if (!f.validated)
        reason += QStringLiteral(" (NOT VALID, still enforced)");
    return {f.schema + QLatin1Char('.') + f.table,
            f.columns.join(QStringLiteral(", ")),
            f.isCovered() ? QStringLiteral("yes") : QStringLiteral("no"),
            reason,
            f.name,
            f.parent,
            onDeleteText(f.onDelete),
            f.nearMiss,
            f.childRows,
            static_cast<double>(f.childPages),
            static_cast<double>(f.parentDeletes),
            leaves.join(QStringLiteral(", "))};
}

void fill(Facts& facts, const QVector<FkFinding>& findings)
{
    Table table = findingTable();
    double covered = 0;
    double prefix = 0;
    for (const FkFinding& finding : findings) {
        covered += finding.isCovered() ? 1 : 0;
        prefix += finding.reason == FkReason::Prefix ? 1 : 0;
        addRow(table, findingRow(finding));
        if (!finding.remedy.isEmpty() && facts.remedies.size() < maxRemedies)
            facts.remedies.append({QStringLiteral("2.2"), QStringLiteral("sql"), finding.remedy});
    }
    const auto all = static_cast<double>(findings.size());
    measure(facts, "foreign_keys", all, "count");
    measure(facts, "covered", covered, "count");
    measure(facts, "uncovered", all - covered, "count");
    measure(facts, "prefix_only", prefix, "count");
    if (all > 0) {
        measure(facts, "covered_percent", 100.0 * covered / all, "percent");
        facts.measured.last().n = findings.size();
    }
    facts.tables.append(table);
}

} // namespace

Result<FkCatalog> readForeignKeyCatalog(PgClient& client)
{
    const Result<QSet<QString>> constraintColumns =
        existingColumns(client, QStringLiteral("pg_catalog.pg_constraint"));
    const Result<QSet<QString>> indexColumns = existingColumns(client, QStringLiteral("pg_catalog.pg_index"));
    if (!constraintColumns || !indexColumns)
        return !constraintColumns ? constraintColumns.error() : indexColumns.error();
    const QStringList statements{constraintSql(constraintColumns->contains(QStringLiteral("conparentid"))),
                                 QString::fromLatin1(relationSql),
                                 indexSql(indexColumns->contains(QStringLiteral("indnkeyatts"))),
                                 QString::fromLatin1(columnSql),
                                 QString::fromLatin1(classSql),
                                 QString::fromLatin1(operatorSql),
                                 QString::fromLatin1(nameSql)};
    QVector<Rows> answers;
    for (const QString& statement : statements) {
        Result<Rows> rows = client.query(statement);
        if (!rows)
            return rows.error();
        answers.append(std::move(*rows));
    }
    if (answers.at(0).size() > maxConstraints)
        return Error{ErrorCode::Limit,
                     QStringLiteral("The database has more than %1 foreign keys.").arg(maxConstraints),
                     {},
                     {}};
    FkCatalog catalog;
    takeConstraints(answers.at(0), catalog);
    takeRelations(answers.at(1), catalog);
    takeIndexes(answers.at(2), catalog);
    takeRest(answers.at(3), answers.at(4), answers.at(5), answers.at(6), catalog);
    return catalog;
}

Result<Facts> ForeignKeysProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect();
    if (!client)
        return client.error();
    scope.context.progress(0.2, QT_TRANSLATE_NOOP("awb", "Reading the catalogs"));
    const Result<FkCatalog> catalog = readForeignKeyCatalog(**client);
    if (!catalog)
        return catalog.error();
    scope.context.progress(0.8, QT_TRANSLATE_NOOP("awb", "Judging the foreign keys"));
    fill(facts, judgeForeignKeys(*catalog));
    facts.complete = true;
    return facts;
}

} // namespace awb
