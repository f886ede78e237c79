#include "core/probe/postgres/foreign_keys.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <tuple>

namespace awb
{

namespace
{

constexpr qsizetype maxListed = 50;

// What one index offers one key on one physical table.
struct Offer
{
    const FkIndex* index = nullptr;
    int hit = 0; // key columns usable among the first n
    bool leads = false;
    bool named = false;
    bool collationOk = true;
    bool predicateOk = true;
    bool methodOk = true;

    bool sound() const { return index->usable && predicateOk; }
    bool serves(qsizetype n) const { return sound() && methodOk && hit == n; }
};

bool impliedByEquality(const FkCatalog& catalog, const FkConstraint& key, quint32 table,
                       const QString& predicate)
{
    if (predicate.isEmpty())
        return true;
    QSet<QString> implied;
    for (const int column : key.columns)
        implied.insert(catalog.columns.value(FkCatalog::pair(table, static_cast<quint32>(column))).name +
                       QStringLiteral(" IS NOT NULL"));
    for (const QString& part : predicate.split(QStringLiteral(" AND "))) {
        QString term = part;
        while (!term.isEmpty() && QStringLiteral("() ").contains(term.front()))
            term.remove(0, 1);
        while (!term.isEmpty() && QStringLiteral("() ").contains(term.back()))
            term.chop(1);
        if (!implied.contains(term))
            return false;
    }
    return true;
}

Offer offerOf(const FkCatalog& catalog, const FkConstraint& key, quint32 table, const FkIndex& index)
{
    Offer offer;
    offer.index = &index;
    offer.methodOk = index.method == "btree" || index.method == "hash";
    const qsizetype n = key.columns.size();
    for (qsizetype k = 0; k < n; ++k) {
        const int column = key.columns.at(k);
        const qsizetype position = index.keys.indexOf(column);
        if (position < 0)
            continue;
        offer.named = true;
        offer.leads = offer.leads || position == 0;
        const quint32 family = catalog.familyOfClass.value(index.classes.value(position));
        const bool operatorOk =
            catalog.familyOperators.contains(FkCatalog::pair(family, key.operators.value(k)));
        const quint32 wanted =
            catalog.columns.value(FkCatalog::pair(table, static_cast<quint32>(column))).collation;
        const quint32 has = index.collations.value(position);
        const bool collationOk = has == 0 || has == wanted;
        offer.collationOk = offer.collationOk && collationOk;
        if (position < n && operatorOk && collationOk)
            ++offer.hit;
    }
    if (offer.named)
        offer.predicateOk = impliedByEquality(catalog, key, table, index.predicate);
    return offer;
}

bool better(const Offer& a, const Offer& b, qsizetype n)
{
    const auto rank = [n](const Offer& o) {
        return std::make_tuple(!o.serves(n), !o.sound(), -o.hit, o.index->oid);
    };
    return rank(a) < rank(b);
}

FkReason shortfall(const Offer& offer, qsizetype n)
{
    if (!offer.index->usable)
        return FkReason::Invalid;
    if (!offer.predicateOk)
        return FkReason::Partial;
    if (!offer.methodOk)
        return FkReason::Method;
    if (offer.hit == n)
        return FkReason::Covered;
    if (!offer.collationOk)
        return FkReason::Collation;
    if (offer.leads && offer.hit == 0)
        return FkReason::Cast;
    return offer.leads && n > 1 ? FkReason::Prefix : FkReason::NotLeading;
}

struct Judged
{
    FkReason reason = FkReason::NoIndex;
    QString nearMiss;
};

Judged judgeTable(const FkCatalog& catalog, const FkConstraint& key, quint32 table)
{
    std::optional<Offer> best;
    const auto found = catalog.indexes.constFind(table);
    if (found != catalog.indexes.constEnd()) {
        for (const FkIndex& index : *found) {
            const Offer offer = offerOf(catalog, key, table, index);
            if (offer.named && (!best || better(offer, *best, key.columns.size())))
                best = offer;
        }
    }
    if (!best)
        return {};
    const FkReason reason = shortfall(*best, key.columns.size());
    return {reason, reason == FkReason::Covered ? QString() : best->index->name};
}

// Constraint → the one the user wrote.
QHash<quint32, quint32> rootsOf(const FkCatalog& catalog)
{
    QHash<quint32, quint32> parentOf;
    for (const FkConstraint& c : catalog.constraints)
        parentOf.insert(c.oid, c.cloneOf);
    QHash<quint32, quint32> roots;
    for (const FkConstraint& c : catalog.constraints) {
        quint32 at = c.oid;
        // Bounded, so that a damaged catalog cannot loop.
        for (int depth = 0; depth < 64; ++depth) {
            const quint32 up = parentOf.value(at, 0);
            if (up == 0 || !parentOf.contains(up))
                break;
            at = up;
        }
        roots.insert(c.oid, at);
    }
    return roots;
}

QString columnsText(const FkFinding& finding)
{
    return finding.columns.join(QStringLiteral(", "));
}

QString remedyFor(const FkFinding& finding, const QString& nearMiss, QSet<QString>& taken)
{
    if (finding.reason == FkReason::Invalid && finding.physicalTables == 1)
        return QStringLiteral("-- PostgreSQL 12+; not inside a transaction block\n"
                              "REINDEX INDEX CONCURRENTLY %1;")
            .arg(nearMiss);
    const QString table = finding.schema + QLatin1Char('.') + finding.table;
    if (finding.reason == FkReason::Cast)
        return QStringLiteral(
                   "-- the key is compared through a type cast, which no index on the column serves:\n"
                   "-- give %2 of %1 the type of the column it references (this rewrites the table)\n"
                   "-- ALTER TABLE %1 ALTER COLUMN %2 TYPE <type of the referenced column>;")
            .arg(table, columnsText(finding));
    const QString name = fkIndexName(unquoted(finding.table), finding.columns, finding.schema, taken);
    QString text;
    const bool noPartitions = finding.partitioned && finding.uncovered.size() == 1 &&
                              finding.uncovered.first().qualified() == table;
    if (noPartitions) {
        text = QStringLiteral("CREATE INDEX %1 ON %2 (%3);")
                   .arg(quotedIdentifier(name), table, columnsText(finding));
    } else if (!finding.partitioned) {
        text = QStringLiteral(
                   "-- not inside a transaction block; if it fails, drop the INVALID index it leaves\n"
                   "CREATE INDEX CONCURRENTLY %1 ON %2 (%3);")
                   .arg(quotedIdentifier(name), table, columnsText(finding));
    } else {
        const QString top = quotedIdentifier(name);
        text = QStringLiteral("CREATE INDEX %1 ON ONLY %2 (%3);").arg(top, table, columnsText(finding));
        for (const FkFinding::Leaf& leaf : finding.uncovered) {
            const QString leafIndex =
                quotedIdentifier(fkIndexName(unquoted(leaf.table), finding.columns, leaf.schema, taken));
            text +=
                QStringLiteral("\nCREATE INDEX CONCURRENTLY %1 ON %2 (%3);\n"
                               "ALTER INDEX %4.%5 ATTACH PARTITION %6.%1;")
                    .arg(leafIndex, leaf.qualified(), columnsText(finding), finding.schema, top, leaf.schema);
        }
        if (finding.uncoveredCount > finding.uncovered.size())
            text += QStringLiteral("\n-- and %1 more partitions")
                        .arg(finding.uncoveredCount - finding.uncovered.size());
        text += QStringLiteral("\n-- attach the partitions' own indexes that serve already likewise");
    }
    if (finding.reason == FkReason::Prefix && !nearMiss.isEmpty())
        text += QStringLiteral("\n-- %1 holds only a prefix; it may be redundant afterwards").arg(nearMiss);
    return text;
}

void addTable(FkFinding& finding, const FkCatalog& catalog, const FkConstraint& key)
{
    const FkRelation relation = catalog.relations.value(key.child);
    ++finding.physicalTables;
    finding.childRows += std::max(0.0, relation.rows);
    finding.childPages += relation.pages;
    const Judged judged = judgeTable(catalog, key, key.child);
    if (judged.reason == FkReason::Covered)
        return;
    ++finding.uncoveredCount;
    if (finding.uncovered.size() < maxListed)
        finding.uncovered.append({relation.schema, relation.name});
    // The gravest table names the constraint: a prefix is the mildest.
    if (finding.reason == FkReason::Covered || finding.reason == FkReason::Prefix) {
        finding.reason = judged.reason;
        finding.nearMiss = judged.nearMiss;
    }
}

FkFinding startFinding(const FkCatalog& catalog, const FkConstraint& key)
{
    FkFinding finding;
    const FkRelation child = catalog.relations.value(key.child);
    const FkRelation parent = catalog.relations.value(key.parent);
    finding.constraint = key.oid;
    finding.schema = child.schema;
    finding.table = child.name;
    finding.partitioned = child.kind == 'p';
    finding.name = key.name;
    finding.parent = parent.qualified();
    finding.parentDeletes = parent.deletes;
    finding.onDelete = key.onDelete;
    finding.validated = key.validated;
    for (const int column : key.columns)
        finding.columns.append(
            catalog.columns.value(FkCatalog::pair(key.child, static_cast<quint32>(column))).name);
    return finding;
}

} // namespace

QVector<FkFinding> judgeForeignKeys(const FkCatalog& catalog)
{
    const QHash<quint32, quint32> roots = rootsOf(catalog);
    QHash<quint32, qsizetype> position;
    QVector<FkFinding> findings;
    QVector<const FkConstraint*> ordered;
    for (const FkConstraint& key : catalog.constraints) {
        if (!catalog.children.contains(key.child))
            continue;
        ordered.append(&key);
        if (roots.value(key.oid) == key.oid) {
            position.insert(key.oid, findings.size());
            findings.append(startFinding(catalog, key));
        }
    }
    QSet<quint64> seen;
    for (const FkConstraint* key : ordered) {
        const quint32 root = roots.value(key->oid);
        const FkRelation relation = catalog.relations.value(key->child);
        const bool leaf = relation.kind == 'r';
        const bool emptyParent = relation.kind == 'p' && !relation.hasPartitions && key->oid == root;
        const quint64 unit = FkCatalog::pair(root, key->child);
        if ((!leaf && !emptyParent) || seen.contains(unit) || !position.contains(root))
            continue;
        seen.insert(unit);
        addTable(findings[position.value(root)], catalog, *key);
    }
    QSet<QString> taken = catalog.takenNames;
    for (FkFinding& finding : findings) {
        // A key whose table could not be examined must not look covered.
        if (finding.physicalTables == 0 && finding.reason == FkReason::Covered)
            finding.reason = FkReason::NoIndex;
        if (!finding.isCovered())
            finding.remedy = remedyFor(finding, finding.nearMiss, taken);
    }
    const auto weight = [](const FkFinding& f) {
        return static_cast<double>(f.childPages) * static_cast<double>(f.parentDeletes + 1);
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const FkFinding& a, const FkFinding& b) {
        if (a.isCovered() != b.isCovered())
            return b.isCovered();
        return weight(a) > weight(b);
    });
    return findings;
}

QString fkReasonText(FkReason reason)
{
    switch (reason) {
    case FkReason::Covered:
        return QStringLiteral("covered");
    case FkReason::NoIndex:
        return QStringLiteral("no index on the column(s)");
    case FkReason::Invalid:
        return QStringLiteral("the index is INVALID");
    case FkReason::Partial:
        return QStringLiteral("only a partial index");
    case FkReason::Method:
        return QStringLiteral("the index's access method cannot serve it");
    case FkReason::Collation:
        return QStringLiteral("the index has another collation");
    case FkReason::Cast:
        return QStringLiteral("the index cannot serve the key's operator (type cast)");
    case FkReason::Prefix:
        return QStringLiteral("only a prefix of the composite key");
    case FkReason::NotLeading:
        return QStringLiteral("the key's columns do not lead the index");
    }
    return {};
}

QString unquoted(const QString& identifier)
{
    if (identifier.size() < 2 || !identifier.startsWith(QLatin1Char('"')))
        return identifier;
    QString inner = identifier.mid(1, identifier.size() - 2);
    return inner.replace(QStringLiteral("\"\""), QStringLiteral("\""));
}

QString quotedIdentifier(const QString& identifier)
{
    const auto plain = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_') ||
               (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
    };
    // Ours always contain _fk_idx, so no keyword of the language is among them.
    if (!identifier.isEmpty() && !identifier.front().isDigit() &&
        std::all_of(identifier.begin(), identifier.end(), plain))
        return identifier;
    QString inner = identifier;
    inner.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + inner + QLatin1Char('"');
}

QString fkIndexName(const QString& table, const QStringList& columns, const QString& schema,
                    QSet<QString>& taken)
{
    QString stem = table.left(20);
    for (const QString& column : columns)
        stem += QLatin1Char('_') + unquoted(column).left(20);
    const QString schemaName = unquoted(schema);
    for (int attempt = 0;; ++attempt) {
        const QString tail =
            attempt == 0 ? QStringLiteral("_fk_idx") : QStringLiteral("_fk_idx%1").arg(attempt + 1);
        QString head = stem;
        while ((head + tail).toUtf8().size() > 63)
            head.chop(head.size() > 1 && head.back().isLowSurrogate() ? 2 : 1);
        const QString full = schemaName + QLatin1Char('.') + head + tail;
        if (!taken.contains(full)) {
            taken.insert(full);
            return head + tail;
        }
    }
}

} // namespace awb
