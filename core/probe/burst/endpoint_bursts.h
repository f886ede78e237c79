#pragma once

#include "core/probe/burst/call_fit.h"
#include "core/probe/burst/queries_probe.h"
#include "core/probe/burst/statement_counter.h"

namespace awb
{

// One statement during the bursts of one endpoint.
struct BurstStatement
{
    QString key; // "database index/queryid"
    QString text;
    double calls = 0; // in all bursts
    CallFit fit;
};

// What one endpoint asks of the databases.
struct EndpointQueries
{
    enum class State { Ok, Noisy, Limited, Failed, Slow, Void };
    State state = State::Void;
    double queries = 0;                 // of one request, of accepted statements
    double most = 0;                    // no request can have had more
    int requests = 0;                   // sent
    QVector<BurstStatement> statements; // queries whose count moved, accepted first, the most called first
    bool grows = false;
    bool hidden = false; // statements that this login may not see

    const BurstStatement* worst() const
    {
        return !statements.isEmpty() && statements.first().fit.accepted ? &statements.first() : nullptr;
    }
};

// Sends the bursts of one endpoint and reads the counters of all databases around them.
class EndpointBursts
{
public:
    using Counters = std::vector<std::unique_ptr<StatementCounter>>;
    EndpointBursts(HttpClient& client, ProbeContext& context, Counters& counters,
                   const QueryBurstOptions& options, double limit)
        : client_(client),
          context_(context),
          counters_(counters),
          options_(options),
          limit_(limit)
    {
    }

    // Errors end the probe: nobody answers any more, a database connection broke, the run was stopped.
    Result<EndpointQueries> measure(const Endpoint& endpoint);

private:
    using Deltas = QHash<QString, double>;
    struct Burst
    {
        EndpointQueries::State state = EndpointQueries::State::Ok;
        int requests = 0;
        Deltas calls;
        bool hidden = false;
    };

    Result<EndpointQueries> round(const QUrl& url, const QString& title);
    Result<Burst> burst(const QUrl& url, const QString& title, int requests);
    Result<EndpointQueries::State> sendAll(const QUrl& url, const QString& title, int requests);
    Result<std::vector<CallCounts>> countAll();
    Status addStatements(EndpointQueries& found, const QVector<Burst>& bursts);
    Result<bool> growsWithPage(const Endpoint& endpoint);

    HttpClient& client_;
    ProbeContext& context_;
    Counters& counters_;
    const QueryBurstOptions& options_;
    const double limit_;
    std::chrono::nanoseconds window_{0}; // of the round's first burst
};

} // namespace awb
