#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <cstdint>

namespace awb
{

// The catalogs the foreign-key audit needs, read in bulk and judged here. Names are quoted as the server's
// quote_ident() does, ready for a statement.
struct FkConstraint
{
    quint32 oid = 0;
    quint32 child = 0;
    quint32 parent = 0;
    quint32 cloneOf = 0; // conparentid: 0 for the constraint the user wrote
    QString name;
    QVector<int> columns;       // attnum, in the constraint's order
    QVector<quint32> operators; // conpfeqop: parent column = child column
    QChar onDelete;
    bool validated = true;
};

struct FkRelation
{
    QString schema;
    QString name;
    char kind = 'r';
    double rows = 0; // reltuples, 0 when never analysed
    qint64 pages = 0;
    qint64 deletes = 0; // of a parent, since the statistics began
    bool hasPartitions = false;
    QString qualified() const { return schema + QLatin1Char('.') + name; }
};

struct FkIndex
{
    quint32 oid = 0;
    QString name;      // qualified
    QVector<int> keys; // attnum of the key columns only, 0: an expression
    QVector<quint32> classes;
    QVector<quint32> collations;
    bool usable = true; // valid, ready and live
    QByteArray method;
    QString predicate; // empty: not partial
};

struct FkColumn
{
    QString name;
    quint32 collation = 0;
};

struct FkCatalog
{
    QVector<FkConstraint> constraints;
    QHash<quint32, FkRelation> relations;     // children that are audited, and parents
    QSet<quint32> children;                   // relations outside system and temporary schemas
    QHash<quint32, QVector<FkIndex>> indexes; // by table
    QHash<quint64, FkColumn> columns;         // by columnKey()
    QHash<quint32, quint32> familyOfClass;    // operator class → family
    QSet<quint64> familyOperators;            // (family, operator) as columnKey-like pair
    QSet<QString> takenNames;                 // schema.index names that end like ours

    static quint64 pair(quint32 a, quint32 b) { return (static_cast<quint64>(a) << 32) | b; }
};

enum class FkReason { Covered, NoIndex, Invalid, Partial, Method, Collation, Cast, Prefix, NotLeading };

// One constraint as written (clones on partitions are rolled up into it).
struct FkFinding
{
    quint32 constraint = 0;
    QString schema, table, name, parent;
    QStringList columns;
    QChar onDelete;
    bool validated = true;
    bool partitioned = false;
    FkReason reason = FkReason::Covered; // of the worst physical table
    QString nearMiss;                    // an index that almost serves
    int physicalTables = 0;
    struct Leaf
    {
        QString schema, table;
        QString qualified() const { return schema + QLatin1Char('.') + table; }
    };
    QVector<Leaf> uncovered; // physical tables without a usable index, at most 50
    int uncoveredCount = 0;
    double childRows = 0;
    qint64 childPages = 0;
    qint64 parentDeletes = 0;
    QString remedy; // empty when covered

    bool isCovered() const { return reason == FkReason::Covered; }
};

// Judges every constraint. An index serves if it is valid, ready and live; a btree or hash; its first n key
// columns are exactly the n columns of the key in any order; each column's operator family holds the
// constraint's own operator (a cast makes it unusable); collations agree; and it is not partial, except for
// "column IS NOT NULL" of the key's own columns, which the strict = implies.
// Uncovered first, then by child pages × parent deletes.
QVector<FkFinding> judgeForeignKeys(const FkCatalog& catalog);

QString fkReasonText(FkReason reason); // translation source, context "awb"

// left(table,20)_left(columns…)_fk_idx cut at 63 bytes; a number is added until it is free in `taken`.
QString fkIndexName(const QString& table, const QStringList& columns, const QString& schema,
                    QSet<QString>& taken);
QString unquoted(const QString& identifier);
QString quotedIdentifier(const QString& identifier); // always in double quotes unless plainly lower-case

} // namespace awb
