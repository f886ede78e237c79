#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace awb
{

// The words of a statement, split as PostgreSQL's lexer would (strings, dollar quotes, comments, quoted
// identifiers). Not a parser: what it cannot split for certain is not `clean`.
struct SqlWords
{
    QStringList identifiers; // lower case, quoted ones without their quotes
    QStringList operators;   // runs of operator characters
    bool clean = false;      // one statement, everything terminated, no Unicode escapes
};
SqlWords splitSql(const QString& sql);

// Planning runs IMMUTABLE functions. This decides, from what users have defined in the database, whether a
// text may be planned: it is refused when it contains any word that names a user-defined function or type, a
// relation that leads to one (column types, defaults, checks, generated columns, indexes, statistics,
// policies, rules, views over such, partitions of such, foreign tables), or an operator that could be a
// user-defined one. User-defined is every object with an OID from 16384 on, whatever its schema.
// By names only, so it refuses too much rather than too little.
struct PlanGate
{
    QSet<QString> functions; // lower case
    QSet<QString> types;
    QSet<QString> operators;
    QSet<QString> relations;        // never planned
    QSet<QString> writtenRelations; // not planned when the text writes: defaults
    bool builtInCasts = false;      // a user-defined cast between built-in types: nothing is planned

    // Why the text is not planned; nothing when it may be.
    std::optional<QString> refusal(const QString& sql) const;
};

// One edge of the catalogs' dependencies: what taints `from` when `to` is tainted.
struct RelationEdge
{
    quint32 from = 0;
    quint32 to = 0;
};
// Everything from which a tainted relation can be reached.
QSet<quint32> spreadTaint(const QSet<quint32>& tainted, const QVector<RelationEdge>& edges);

} // namespace awb
