#include "core/probe/burst/queries_probe.h"

#include "core/probe/burst/endpoint_bursts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

using State = EndpointQueries::State;
constexpr qsizetype shownStatements = 10; // of each endpoint

QString stateId(State state)
{
    switch (state) {
    case State::Ok:
        return QStringLiteral("ok");
    case State::Noisy:
        return QStringLiteral("noisy");
    case State::Limited:
        return QStringLiteral("limited");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Slow:
        return QStringLiteral("slow");
    case State::Void:
        break;
    }
    return QStringLiteral("void");
}

double limitOf(const TargetProfile& profile)
{
    for (const Threshold& threshold : profile.thresholds.value(QStringLiteral("2.4"))) {
        if (threshold.id.isEmpty() || threshold.id == QLatin1String("queries_per_request"))
            return threshold.value;
    }
    return 10;
}

// The list's statement and the one that is sent for every row of it, and what one statement for all rows
// looks like.
RemedyCode remedyOf(const EndpointQueries& found)
{
    const BurstStatement& many = *found.worst();
    QString once;
    for (const BurstStatement& statement : found.statements) {
        if (once.isEmpty() && statement.fit.accepted && statement.fit.perRequest > 0.5 &&
            statement.fit.perRequest < 1.5)
            once = statement.text;
    }
    static const QRegularExpression key(QStringLiteral("(=\\s*)(\\$1)(?![0-9])"));
    QString all = many.text;
    all.replace(key, QStringLiteral("= ANY(\\2)"));
    QString text = once.isEmpty() ? QString() : QStringLiteral("-- once a request:\n%1\n").arg(once);
    text += QStringLiteral("-- %1 times a request:\n%2\n").arg(qRound(many.fit.perRequest)).arg(many.text);
    if (all != many.text)
        text += QStringLiteral("-- instead, once for all its keys:\n%1\n").arg(all);
    return {QStringLiteral("2.4"), QStringLiteral("sql"), text};
}

class Measuring
{
public:
    Measuring(const ProbeTarget& target, HttpClient& client, ProbeContext& context, Facts& facts,
              const QueryBurstOptions& options)
        : target_(target),
          client_(client),
          context_(context),
          facts_(facts),
          options_(options),
          limit_(limitOf(target.profile))
    {
    }

    Status run()
    {
        if (const Status open = openCounters(); !open || !facts_.reason.isEmpty())
            return open;
        const auto inventory = loadInventory(target_, client_);
        if (!inventory)
            return inventory.error();
        choose(*inventory);
        HttpClient unpaced(httpSettings(target_), context_);
        EndpointBursts bursts(unpaced, context_, counters_, options_, limit_);
        for (qsizetype i = 0; i < chosen_.size(); ++i) {
            context_.progress(static_cast<double>(i) / static_cast<double>(chosen_.size()),
                              Message::verbatim(chosen_[i].title()));
            const auto found = bursts.measure(chosen_[i]);
            if (!found)
                return found.error();
            keep(chosen_[i], *found);
            Facts partial = facts_;
            describe(partial);
            partial.reason = QT_TRANSLATE_NOOP("awb", "Stopped before every endpoint was measured.");
            context_.publishPartial(std::move(partial));
        }
        describe(facts_);
        conclude(*inventory);
        return Done{};
    }

private:
    Status openCounters()
    {
        if (target_.profile.postgres.isEmpty())
            incomplete(facts_,
                       QT_TRANSLATE_NOOP("awb", "The profile names no database: queries are counted there."),
                       QStringLiteral("postgres: {url: postgresql://auditbench@db/shop}"));
        for (qsizetype i = 0; i < target_.profile.postgres.size(); ++i) {
            auto counter = StatementCounter::open(target_, i, context_, facts_);
            if (!counter)
                return counter.error();
            if (!*counter)
                return Done{};
            counters_.push_back(std::move(*counter));
        }
        return Done{};
    }

    void skip(const Endpoint& endpoint, const char* why)
    {
        skipped_.append(QJsonObject{{QStringLiteral("endpoint"), endpoint.title()},
                                    {QStringLiteral("why"), QLatin1String(why)}});
    }

    // What the profile names comes first: those are the hot ones.
    void choose(const EndpointInventory& inventory)
    {
        QVector<Endpoint> reads = inventory.reads();
        std::stable_sort(reads.begin(), reads.end(), [](const Endpoint& a, const Endpoint& b) {
            return std::make_tuple(!a.fromProfile, -a.weight) < std::make_tuple(!b.fromProfile, -b.weight);
        });
        const auto leftOut =
            std::count_if(inventory.leftOut.cbegin(), inventory.leftOut.cend(), [](const Endpoint& endpoint) {
                return endpoint.method == QLatin1String("GET") && !endpoint.isWrite();
            });
        facts_.details.insert(QStringLiteral("reads_total"), reads.size() + leftOut);
        for (const Endpoint& endpoint : std::as_const(reads)) {
            if (chosen_.size() >= options_.mostEndpoints)
                skip(endpoint, "too_many");
            else if (endpoint.filled.contains(QLatin1Char('{')))
                skip(endpoint, "no_value");
            else
                chosen_.append(endpoint);
        }
    }

    void keep(const Endpoint& endpoint, const EndpointQueries& found)
    {
        hidden_ = hidden_ || found.hidden;
        // an invented id that nobody knows: there was nothing to measure
        if (found.state == State::Failed) {
            skip(endpoint, "no_success");
            return;
        }
        QJsonObject row{{QStringLiteral("endpoint"), endpoint.title()},
                        {QStringLiteral("state"), stateId(found.state)},
                        {QStringLiteral("requests"), found.requests},
                        {QStringLiteral("grows"), found.grows}};
        if (found.state == State::Ok || found.state == State::Noisy) {
            row.insert(QStringLiteral("queries"), found.queries);
            row.insert(QStringLiteral("most"), found.most);
            row.insert(QStringLiteral("statements"), found.statements.size());
        }
        if (const BurstStatement* worst = found.worst()) {
            row.insert(QStringLiteral("worst"), worst->text.simplified().left(200));
            row.insert(QStringLiteral("worst_per_request"), worst->fit.perRequest);
            if ((found.queries > limit_ || found.grows) && facts_.remedies.size() < shownStatements)
                facts_.remedies.append(remedyOf(found));
        }
        rows_.append(row);
        for (const BurstStatement& statement : found.statements.mid(0, shownStatements))
            statements_.append({endpoint.title(), statement.text, statement.fit.perRequest,
                                statement.fit.constant, statement.calls, statement.fit.accepted});
        statementsTotal_ += found.statements.size();
    }

    void describe(Facts& facts) const
    {
        setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Queries by endpoint"),
                {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
                 column("state", QT_TRANSLATE_NOOP("awb", "State")),
                 column("queries", QT_TRANSLATE_NOOP("awb", "Queries of a request"), "count"),
                 column("most", QT_TRANSLATE_NOOP("awb", "At most"), "count", 2),
                 column("requests", QT_TRANSLATE_NOOP("awb", "Requests"), "count", 3)},
                rows_);
        Table table;
        table.id = QStringLiteral("statements");
        table.title = QT_TRANSLATE_NOOP("awb", "Statements during the bursts");
        table.columns = {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 2, true),
                         column("statement", QT_TRANSLATE_NOOP("awb", "Statement"), "", 1, true),
                         column("per_request", QT_TRANSLATE_NOOP("awb", "Calls a request"), "count"),
                         column("constant", QT_TRANSLATE_NOOP("awb", "Calls without one"), "count", 3),
                         column("calls", QT_TRANSLATE_NOOP("awb", "Calls in all"), "calls", 3),
                         column("in_step", QT_TRANSLATE_NOOP("awb", "In step"), "", 2)};
        table.rows = statements_;
        table.total = statementsTotal_;
        facts.tables.append(table);
        double worst = std::numeric_limits<double>::quiet_NaN();
        int violations = 0;
        for (const QJsonValue& value : rows_) {
            const QJsonValue queries = value.toObject().value(QStringLiteral("queries"));
            if (!queries.isDouble())
                continue;
            worst = std::isnan(worst) ? queries.toDouble() : std::max(worst, queries.toDouble());
            violations += queries.toDouble() > limit_ ? 1 : 0;
        }
        facts.measured << measurement("queries_per_request", worst, "count")
                       << measurement("violations", violations, "count")
                       << measurement("endpoints", static_cast<double>(rows_.size()), "count");
        facts.details.insert(QStringLiteral("skipped"), skipped_);
        facts.details.insert(QStringLiteral("hidden"), hidden_);
    }

    void conclude(const EndpointInventory& inventory)
    {
        facts_.complete = !hidden_ && !rows_.isEmpty();
        if (hidden_) {
            facts_.reason = QT_TRANSLATE_NOOP(
                "awb",
                "This login sees only its own statements in pg_stat_statements, not the application's.");
            facts_.unlock = QStringLiteral("GRANT pg_read_all_stats TO auditbench;");
        } else if (rows_.isEmpty()) {
            facts_.reason = chosen_.isEmpty() && !inventory.reason.isEmpty()
                                ? inventory.reason
                                : Message(QT_TRANSLATE_NOOP(
                                      "awb", "No read endpoint answers 2xx: there is nothing to count."));
            facts_.unlock = QStringLiteral("http: {endpoints: [{path: /products, method: GET}]}");
        }
    }

    const ProbeTarget& target_;
    HttpClient& client_;
    ProbeContext& context_;
    Facts& facts_;
    const QueryBurstOptions& options_;
    const double limit_;
    EndpointBursts::Counters counters_;
    QVector<Endpoint> chosen_;
    QJsonArray rows_, skipped_;
    QVector<QVector<QJsonValue>> statements_;
    qint64 statementsTotal_ = 0;
    bool hidden_ = false;
};

} // namespace

Status QueriesProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                             Facts& facts)
{
    return Measuring(target, client, context, facts, options_).run();
}

} // namespace awb
