#pragma once

#include "core/probe/postgres/statement_snapshot.h"

#include <QHash>

#include <optional>

namespace awb
{

// Calls of every statement of one database since its statistics began: of all roles, without texts, so that
// it is cheap enough to be asked around every burst.
struct CallCounts
{
    QHash<QString, double> calls; // by queryid
    double startedAt = 0;
    std::optional<double> reset, dealloc; // 14+
    bool hidden = false;                  // there are statements that this login may not see
};

// Counters went back, were reset, evicted or restarted in between.
bool isBroken(const CallCounts& before, const CallCounts& after);
// Calls in between, by queryid, without those that stood still.
QHash<QString, double> callsBetween(const CallCounts& before, const CallCounts& after);

// What a statement is, once its text is known.
struct StatementText
{
    QString text;         // redacted
    bool isOurs = false;  // this program asked it
    bool isQuery = false; // not BEGIN, COMMIT, SET …
};

// pg_stat_statements of one database of the target. One thread.
class StatementCounter
{
public:
    // Nothing when it cannot be read: `facts` then say why and what unlocks it.
    static Result<std::unique_ptr<StatementCounter>> open(const ProbeTarget& target, qsizetype index,
                                                          ProbeContext& context, Facts& facts);
    Result<CallCounts> count();
    // Of at most 2,000 queryids.
    Result<QHash<QString, StatementText>> texts(const QStringList& queryIds);

private:
    StatementCounter(const ProbeTarget& target, qsizetype index, ProbeContext& context)
        : scope_(target, index, context)
    {
    }

    PostgresScope scope_;
    std::unique_ptr<PgClient> client_;
    StatementSource source_;
};

} // namespace awb
