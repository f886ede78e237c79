#include "core/probe/postgres/statement_poller.h"

namespace awb
{

namespace
{

QString arrayLiteral(const QStringList& values)
{
    QStringList quoted;
    for (QString value : values) {
        value.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('"'), QLatin1String("\\\""));
        quoted.append(QLatin1Char('"') + value + QLatin1Char('"'));
    }
    return QLatin1Char('{') + quoted.join(QLatin1Char(',')) + QLatin1Char('}');
}

} // namespace

StatementPoller::StatementPoller(PgClient& client, const StatementSource& source,
                                 const StatementSnapshot& first, const QStringList& roles, double limitMs)
    : client_(client),
      limit_(limitMs),
      roles_(arrayLiteral(roles)),
      sql_(QStringLiteral(
               "/* auditbench:2.1 */ SELECT s.queryid, sum(s.calls), sum(s.total_%1), min(s.min_%1), "
               "max(s.max_%1) "
               "FROM %2.pg_stat_statements(false) s WHERE s.dbid = (SELECT oid FROM "
               "pg_catalog.pg_database "
               "WHERE datname = pg_catalog.current_database()) AND s.queryid = ANY ($1::bigint[]) AND "
               "s.userid IN "
               "(SELECT oid FROM pg_catalog.pg_roles WHERE rolname = ANY ($2::text[])) %3 GROUP BY 1")
               .arg(source.timeColumn, source.schema,
                    source.hasToplevel ? QStringLiteral("AND s.toplevel") : QString()))
{
    QStringList open;
    for (const StatementEntry& entry : first.queries) {
        const JudgedStatement j = judgeStatement(entry, nullptr, 0, nullptr, limit_);
        if (j.verdict == PaceVerdict::Open && !entry.limitsReset)
            open.append(entry.queryId);
    }
    ids_ = arrayLiteral(open);
    useful_ = !open.isEmpty();
}

bool StatementPoller::poll()
{
    const Result<Rows> rows = client_.query(sql_, {ids_, roles_});
    if (!rows)
        return false;
    for (qsizetype i = 0; i < rows->size(); ++i)
        take(rows->text(i, 0),
             {rows->number(i, 1), rows->number(i, 2), rows->number(i, 3), rows->number(i, 4)});
    return true;
}

void StatementPoller::take(const QString& id, const Counters& now)
{
    const auto before = last_.constFind(id);
    if (before != last_.cend() && now.calls > before->calls) {
        const double calls = now.calls - before->calls;
        const SlowCalls slow = slowCallsOfSlice(calls, now.total - before->total, limit_, now.min, now.max);
        PolledCalls& sum = seen_[id];
        sum.calls += calls;
        sum.slow.low += slow.low;
        sum.slow.high += slow.high;
    }
    last_.insert(id, now);
}

} // namespace awb
