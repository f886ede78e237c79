#pragma once

#include "core/probe/postgres/postgres_probe.h"
#include "core/probe/postgres/statement_bounds.h"

namespace awb
{

// One query of this database, pooled over the application roles.
struct StatementEntry
{
    QString queryId;
    QStringList roles;
    QString text; // redacted: for evidence
    QString raw;  // as recorded: to be planned and hashed, never shown
    StatementMoments moments;
    double total = 0;            // ms
    std::optional<double> since; // 17+: when the counters began, epoch seconds
    bool limitsReset = false;    // 17+: min and max are younger than the counters
};

// pg_stat_statements at one moment.
struct StatementSnapshot
{
    double at = 0;                 // server clock, epoch seconds
    double startedAt = 0;          // postmaster
    std::optional<double> reset;   // 14+
    std::optional<double> dealloc; // 14+
    double entries = 0;            // of the whole cluster
    double maxEntries = 0;
    QString track;
    qint64 hidden = 0;                      // rows this login may not read: the list is then no list
    QHash<QString, StatementEntry> queries; // of application roles, plain queries
    QHash<QString, StatementEntry> jobs;    // COPY, REFRESH: listed, not judged
    double otherCalls = 0;                  // calls of other roles' queries here, ours not counted
    double appCalls = 0;
    double appTotalMs = 0;
};

// Where the view is and which columns it has (never judged by the server's version).
struct StatementSource
{
    QString schema;
    QString timeColumn; // "exec_time" (13+) or "time"
    bool hasToplevel = false;
    bool hasInfo = false;
    bool hasSince = false;
    bool hasMinMaxSince = false;
};

// By the columns of pg_stat_statements and of pg_stat_statements_info (empty before 14): the extension can be
// older than its server.
StatementSource chooseColumns(const QString& schema, const QSet<QString>& view, const QSet<QString>& info);
// What is asked of a source: every statement, and the state of the whole.
QString statementRowsSql(const StatementSource& source, const QString& item);
QString statementHeadSql(const StatementSource& source, const QString& item);

// Nothing when pg_stat_statements cannot be read here; `facts` then say why and what unlocks it.
std::optional<StatementSource> statementSource(PgClient& client, const PgPreflight& self, Facts& facts);

Result<StatementSnapshot> takeSnapshot(PgClient& client, const StatementSource& source,
                                       const QStringList& appRoles, const PostgresScope& scope,
                                       const QString& item);

// Counters went back or entries went away, statistics were reset, or the server restarted in between: the
// window is void.
bool isBroken(const StatementSnapshot& before, const StatementSnapshot& after);

// First word decides: maintenance and session statements are no queries; COPY and REFRESH are jobs.
enum class StatementKind { Query, Job, Utility };
StatementKind statementKind(const QString& text);

// Calls a day with the lower 95 % Poisson bound; needs 10 calls.
struct CallRate
{
    double perDay = 0;
    double low = 0;
};
CallRate callRate(double calls, double seconds);

// Queries called often, by lifetime counters (where their age is known) or by the window.
struct HotQuery
{
    StatementEntry entry;
    CallRate rate;
    bool certain = false; // the lower bound is above the limit
    QString source;       // "lifetime" or "window"
};
QVector<HotQuery> hotQueries(const StatementSnapshot& after, const StatementSnapshot* before, double perDay);

} // namespace awb
