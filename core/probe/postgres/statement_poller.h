#pragma once

#include "core/probe/postgres/statement_judgment.h"

namespace awb
{

// Polls the counters of the queries that lifetime leaves open: an interval with one call is exact, the others
// bound the number of slow calls. Needs the capability Scan: it asks more often than once a second.
class StatementPoller
{
public:
    StatementPoller(PgClient& client, const StatementSource& source, const StatementSnapshot& first,
                    const QStringList& roles, double limitMs);

    bool isUseful() const { return useful_; } // some query is open
    bool poll();                              // false: the connection failed
    const QHash<QString, PolledCalls>& seen() const { return seen_; }

private:
    struct Counters
    {
        double calls, total, min, max;
    };
    void take(const QString& id, const Counters& now);

    PgClient& client_;
    double limit_;
    QString ids_;
    QString roles_;
    QString sql_;
    bool useful_ = false;
    QHash<QString, Counters> last_;
    QHash<QString, PolledCalls> seen_;
};

} // namespace awb
