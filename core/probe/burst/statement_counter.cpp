#include "core/probe/burst/statement_counter.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int mostEntries = 20000;
constexpr qsizetype mostTexts = 2000;

std::optional<double> known(const Rows& rows, qsizetype column)
{
    const double value = rows.number(0, column);
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

QString ofThisDatabase(const StatementSource& source)
{
    return QStringLiteral("s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = "
                          "pg_catalog.current_database()) %1")
        .arg(source.hasToplevel ? QStringLiteral("AND s.toplevel") : QString());
}

} // namespace

bool isBroken(const CallCounts& before, const CallCounts& after)
{
    if (before.startedAt != after.startedAt || before.reset != after.reset || before.dealloc != after.dealloc)
        return true;
    for (auto it = before.calls.cbegin(); it != before.calls.cend(); ++it) {
        if (after.calls.value(it.key(), -1) < it.value())
            return true;
    }
    return false;
}

QHash<QString, double> callsBetween(const CallCounts& before, const CallCounts& after)
{
    QHash<QString, double> between;
    for (auto it = after.calls.cbegin(); it != after.calls.cend(); ++it) {
        const double more = it.value() - before.calls.value(it.key(), 0);
        if (more > 0)
            between.insert(it.key(), more);
    }
    return between;
}

Result<std::unique_ptr<StatementCounter>> StatementCounter::open(const ProbeTarget& target, qsizetype index,
                                                                 ProbeContext& context, Facts& facts)
{
    std::unique_ptr<StatementCounter> counter(new StatementCounter(target, index, context));
    auto client = counter->scope_.connect();
    if (!client)
        return client.error();
    counter->client_ = std::move(*client);
    const Result<PgPreflight> self = preflight(*counter->client_);
    if (!self)
        return self.error();
    const auto source = statementSource(*counter->client_, *self, facts);
    if (!source)
        return std::unique_ptr<StatementCounter>();
    counter->source_ = *source;
    const auto head = counter->client_->query(statementHeadSql(*source, QStringLiteral("2.4")));
    if (!head && head.error().code != ErrorCode::Unsupported)
        return head.error();
    if (!head || head->text(0, 3) == QLatin1String("none")) {
        incomplete(facts,
                   head ? Message(QT_TRANSLATE_NOOP("awb", "pg_stat_statements counts nothing: its setting "
                                                           "track is none."))
                        : Message::verbatim(head.error().message),
                   head ? QStringLiteral("ALTER SYSTEM SET pg_stat_statements.track = 'top'; SELECT "
                                         "pg_reload_conf();")
                        : QStringLiteral("ALTER SYSTEM SET shared_preload_libraries = "
                                         "'pg_stat_statements'; -- restart"));
        return std::unique_ptr<StatementCounter>();
    }
    return counter;
}

Result<CallCounts> StatementCounter::count()
{
    const auto head = client_->query(statementHeadSql(source_, QStringLiteral("2.4")));
    if (!head)
        return head.error();
    CallCounts counts;
    counts.startedAt = head->number(0, 4);
    counts.reset = known(*head, 5);
    counts.dealloc = known(*head, 6);
    const auto rows =
        client_->query(QStringLiteral("/* auditbench:2.4 */ SELECT s.queryid, sum(s.calls) FROM "
                                      "%1.pg_stat_statements(false) s WHERE %2 GROUP BY s.queryid LIMIT %3")
                           .arg(source_.schema, ofThisDatabase(source_))
                           .arg(mostEntries + 1));
    if (!rows)
        return rows.error();
    if (rows->size() > mostEntries)
        return Error{ErrorCode::Limit,
                     QStringLiteral("pg_stat_statements holds more than %1 entries.").arg(mostEntries),
                     {},
                     {}};
    for (qsizetype i = 0; i < rows->size(); ++i) {
        if (rows->isNull(i, 0))
            counts.hidden = true;
        else
            counts.calls.insert(rows->text(i, 0), rows->number(i, 1));
    }
    return counts;
}

Result<QHash<QString, StatementText>> StatementCounter::texts(const QStringList& queryIds)
{
    QHash<QString, StatementText> texts;
    if (queryIds.isEmpty())
        return texts;
    const auto rows = client_->query(
        QStringLiteral("/* auditbench:2.4 */ SELECT DISTINCT ON (s.queryid) s.queryid, left(s.query, 4000) "
                       "FROM %1.pg_stat_statements s WHERE %2 AND s.queryid = ANY ($1::bigint[]) "
                       "ORDER BY s.queryid")
            .arg(source_.schema, ofThisDatabase(source_)),
        {QLatin1Char('{') + queryIds.mid(0, mostTexts).join(QLatin1Char(',')) + QLatin1Char('}')});
    if (!rows)
        return rows.error();
    for (qsizetype i = 0; i < rows->size(); ++i) {
        const QString raw = rows->text(i, 1);
        texts.insert(rows->text(i, 0),
                     {scope_.queryText(raw), raw.startsWith(QLatin1String("/* auditbench:")),
                      statementKind(raw) != StatementKind::Utility});
    }
    return texts;
}

} // namespace awb
