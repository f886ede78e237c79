#include "core/probe/postgres/statement_snapshot.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int maxEntriesRead = 20000;

std::optional<double> known(const Rows& rows, qsizetype row, qsizetype column)
{
    const double value = rows.number(row, column);
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

StatementEntry entryOf(const Rows& rows, qsizetype i, const PostgresScope& scope)
{
    StatementEntry e;
    e.queryId = rows.text(i, 0);
    e.roles = {rows.text(i, 1)};
    e.raw = rows.text(i, 8);
    e.text = scope.queryText(e.raw);
    e.total = rows.number(i, 3);
    const double deviation = rows.number(i, 5);
    e.moments = {rows.number(i, 2), rows.number(i, 4), deviation * deviation, rows.number(i, 6),
                 rows.number(i, 7)};
    e.since = known(rows, i, 12);
    e.limitsReset = rows.flag(i, 13);
    if (e.limitsReset) {
        e.moments.min = 0;
        e.moments.max = std::numeric_limits<double>::infinity();
    }
    return e;
}

void addEntry(QHash<QString, StatementEntry>& into, const StatementEntry& entry)
{
    const auto it = into.find(entry.queryId);
    if (it == into.end()) {
        into.insert(entry.queryId, entry);
        return;
    }
    it->moments = pool(it->moments, entry.moments);
    it->total += entry.total;
    if (it->since && entry.since)
        it->since = std::min(*it->since, *entry.since);
    for (const QString& role : entry.roles) {
        if (!it->roles.contains(role))
            it->roles.append(role);
    }
}

void takeRow(StatementSnapshot& snapshot, const Rows& rows, qsizetype i, const QStringList& appRoles,
             const PostgresScope& scope)
{
    if (rows.flag(i, 10)) {
        ++snapshot.hidden;
        return;
    }
    const QString text = rows.text(i, 8);
    // Our own login's statements, unless the audit borrows the application's login: then those that say so.
    const bool application = appRoles.contains(rows.text(i, 1));
    if ((rows.flag(i, 11) && !application) || text.startsWith(QLatin1String("/* auditbench:")))
        return;
    const double calls = rows.number(i, 2);
    const StatementKind kind = statementKind(text);
    if (!application) {
        snapshot.otherCalls += kind == StatementKind::Utility ? 0 : calls;
        return;
    }
    switch (kind) {
    case StatementKind::Query:
        snapshot.appCalls += calls;
        snapshot.appTotalMs += rows.number(i, 3);
        addEntry(snapshot.queries, entryOf(rows, i, scope));
        break;
    case StatementKind::Job:
        addEntry(snapshot.jobs, entryOf(rows, i, scope));
        break;
    case StatementKind::Utility:
        break;
    }
}

} // namespace

QString statementRowsSql(const StatementSource& s, const QString& item)
{
    const QString t = s.timeColumn;
    const QString info =
        s.hasInfo
            ? QStringLiteral("(SELECT extract(epoch FROM stats_reset) FROM %1.pg_stat_statements_info), "
                             "(SELECT dealloc FROM %1.pg_stat_statements_info)")
                  .arg(s.schema)
            : QStringLiteral("NULL, NULL");
    const QString since =
        (s.hasSince ? QStringLiteral("extract(epoch FROM s.stats_since)") : QStringLiteral("NULL")) +
        QStringLiteral(", ") +
        (s.hasMinMaxSince ? QStringLiteral("s.minmax_stats_since > s.stats_since") : QStringLiteral("false"));
    return QStringLiteral("/* auditbench:%1 */ SELECT s.queryid, r.rolname, s.calls, s.total_%2, s.mean_%2, "
                          "s.stddev_%2, s.min_%2, "
                          "s.max_%2, left(s.query, 4000), extract(epoch FROM clock_timestamp()), "
                          "s.queryid IS NULL OR s.query IS NULL OR s.query = '<insufficient privilege>', "
                          "s.userid = current_user::regrole, %3, %4 FROM %5.pg_stat_statements s "
                          "LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.userid "
                          "WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = "
                          "pg_catalog.current_database()) "
                          "%6 LIMIT %7")
        .arg(item, t, since, info, s.schema, s.hasToplevel ? QStringLiteral("AND s.toplevel") : QString())
        .arg(maxEntriesRead + 1);
}

QString statementHeadSql(const StatementSource& s, const QString& item)
{
    return QStringLiteral(
               "/* auditbench:%1 */ SELECT extract(epoch FROM clock_timestamp()), "
               "(SELECT count(*) FROM %2.pg_stat_statements(false)), "
               "(SELECT setting FROM pg_catalog.pg_settings WHERE name = 'pg_stat_statements.max'), "
               "(SELECT setting FROM pg_catalog.pg_settings WHERE name = 'pg_stat_statements.track'), "
               "extract(epoch FROM pg_catalog.pg_postmaster_start_time()), %3")
        .arg(item, s.schema,
             s.hasInfo
                 ? QStringLiteral("(SELECT extract(epoch FROM stats_reset) FROM %1.pg_stat_statements_info), "
                                  "(SELECT dealloc FROM %1.pg_stat_statements_info)")
                       .arg(s.schema)
                 : QStringLiteral("NULL, NULL"));
}

StatementSource chooseColumns(const QString& schema, const QSet<QString>& view, const QSet<QString>& info)
{
    StatementSource source;
    source.schema = schema;
    source.timeColumn = view.contains(QStringLiteral("total_exec_time")) ? QStringLiteral("exec_time")
                                                                         : QStringLiteral("time");
    source.hasToplevel = view.contains(QStringLiteral("toplevel"));
    source.hasSince = view.contains(QStringLiteral("stats_since"));
    source.hasMinMaxSince = view.contains(QStringLiteral("minmax_stats_since"));
    source.hasInfo = info.contains(QStringLiteral("dealloc"));
    return source;
}

StatementKind statementKind(const QString& text)
{
    static const QRegularExpression lead(QStringLiteral("^(\\s|/\\*.*?\\*/|--[^\\n]*\\n|\\()+"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QSet<QString> jobs{QStringLiteral("copy"), QStringLiteral("refresh")};
    static const QSet<QString> queries{
        QStringLiteral("select"),  QStringLiteral("with"),   QStringLiteral("values"),
        QStringLiteral("insert"),  QStringLiteral("update"), QStringLiteral("delete"),
        QStringLiteral("merge"),   QStringLiteral("table"),  QStringLiteral("call"),
        QStringLiteral("execute"), QStringLiteral("do")};
    QString rest = text;
    const QRegularExpressionMatch match = lead.match(rest);
    if (match.hasMatch())
        rest = rest.mid(match.capturedLength());
    qsizetype end = 0;
    while (end < rest.size() && rest.at(end).isLetter())
        ++end;
    const QString word = rest.left(end).toLower();
    if (queries.contains(word))
        return StatementKind::Query;
    return jobs.contains(word) ? StatementKind::Job : StatementKind::Utility;
}

std::optional<StatementSource> statementSource(PgClient& client, const PgPreflight& self, Facts& facts)
{
    const QString name = QStringLiteral("pg_stat_statements");
    if (!self.has(name)) {
        const bool preloaded = self.preloaded && self.preloaded->contains(name);
        const QString create = QStringLiteral("CREATE EXTENSION pg_stat_statements;");
        if (preloaded || !self.preloaded)
            incomplete(
                facts,
                QT_TRANSLATE_NOOP("awb", "The extension pg_stat_statements is not created in this database."),
                create);
        else
            incomplete(
                facts,
                QT_TRANSLATE_NOOP("awb", "pg_stat_statements is not loaded; loading it needs a restart."),
                QStringLiteral(
                    "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'; -- restart, "
                    "then: ") +
                    create);
        facts.details.insert(QStringLiteral("missing"), true);
        return std::nullopt;
    }
    const QString schema = self.extensions.value(name);
    const Result<QSet<QString>> columns =
        existingColumns(client, schema + QStringLiteral(".pg_stat_statements"));
    const Result<QSet<QString>> info =
        existingColumns(client, schema + QStringLiteral(".pg_stat_statements_info"));
    if (!columns || !info) {
        incomplete(facts, Message::verbatim((!columns ? columns.error() : info.error()).message));
        return std::nullopt;
    }
    return chooseColumns(schema, *columns, *info);
}

Result<StatementSnapshot> takeSnapshot(PgClient& client, const StatementSource& source,
                                       const QStringList& appRoles, const PostgresScope& scope,
                                       const QString& item)
{
    StatementSnapshot snapshot;
    const Result<Rows> head = client.query(statementHeadSql(source, item));
    if (!head)
        return head.error();
    snapshot.at = head->number(0, 0);
    snapshot.entries = head->number(0, 1);
    snapshot.maxEntries = head->number(0, 2);
    snapshot.track = head->text(0, 3);
    snapshot.startedAt = head->number(0, 4);
    snapshot.reset = known(*head, 0, 5);
    snapshot.dealloc = known(*head, 0, 6);
    const Result<Rows> rows = client.query(statementRowsSql(source, item));
    if (!rows)
        return rows.error();
    if (rows->size() > maxEntriesRead)
        return Error{ErrorCode::Limit,
                     QStringLiteral("pg_stat_statements holds more than %1 entries.").arg(maxEntriesRead),
                     {},
                     {}};
    if (!rows->isEmpty())
        snapshot.at = rows->number(0, 9);
    for (qsizetype i = 0; i < rows->size(); ++i)
        takeRow(snapshot, *rows, i, appRoles, scope);
    return snapshot;
}

bool isBroken(const StatementSnapshot& before, const StatementSnapshot& after)
{
    if (before.startedAt != after.startedAt || before.reset != after.reset)
        return true;
    for (auto it = before.queries.cbegin(); it != before.queries.cend(); ++it) {
        const auto later = after.queries.constFind(it.key());
        // Gone: evicted, or reset by itself, which moves no stats_reset.
        if (later == after.queries.cend() || later->moments.calls < it->moments.calls)
            return true;
    }
    return false;
}

CallRate callRate(double calls, double seconds)
{
    CallRate rate;
    if (!(seconds > 0) || !(calls > 0))
        return rate;
    const double scale = 86400.0 / seconds;
    rate.perDay = calls * scale;
    // Lower one-sided 95 % Poisson bound, Wilson–Hilferty: n(1 − 1/9n − 1.645/3√n)³
    if (calls >= 10) {
        const double root = 1 - 1 / (9 * calls) - 1.644854 / (3 * std::sqrt(calls));
        rate.low = calls * root * root * root * scale;
    }
    return rate;
}

QVector<HotQuery> hotQueries(const StatementSnapshot& after, const StatementSnapshot* before, double perDay)
{
    QVector<HotQuery> hot;
    for (const StatementEntry& entry : after.queries) {
        HotQuery query;
        query.entry = entry;
        const std::optional<double> began = entry.since ? entry.since : after.reset;
        if (began && after.at > *began) {
            query.rate = callRate(entry.moments.calls, after.at - *began);
            query.source = QStringLiteral("lifetime");
        }
        if (before != nullptr && !isBroken(*before, after) && after.at > before->at) {
            const double earlier = before->queries.value(entry.queryId).moments.calls;
            const CallRate window = callRate(entry.moments.calls - earlier, after.at - before->at);
            if (window.low > query.rate.low || query.source.isEmpty()) {
                query.rate = window;
                query.source = QStringLiteral("window");
            }
        }
        query.certain = query.rate.low > perDay;
        if (query.certain || query.rate.perDay > perDay)
            hot.append(query);
    }
    std::sort(hot.begin(), hot.end(), [](const HotQuery& a, const HotQuery& b) {
        return a.rate.perDay != b.rate.perDay ? a.rate.perDay > b.rate.perDay
                                              : a.entry.queryId < b.entry.queryId;
    });
    return hot;
}

} // namespace awb
