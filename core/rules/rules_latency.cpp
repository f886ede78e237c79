// 1.1 – 1.4: p99 of reads, of writes and of everything, and its ratio to the median. Source: specification of
// the load engine, sections B1 and C.

#include "core/rules/latency_evidence.h"
#include "core/rules/latency_ratio.h"
#include "core/rules/latency_sentences.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

using latency::Doubt;
using latency::doubtSentence;
using latency::Endpoint;
using latency::settling;

constexpr double usPerMs = 1000;

MessageArg ms(double us)
{
    return {us / usPerMs, QStringLiteral("ms")};
}

MessageArg seconds(double s)
{
    return {s, QStringLiteral("s")};
}

qint64 limitUs(const RuleInput& input)
{
    return static_cast<qint64>(std::llround(input.threshold(QStringLiteral("p99")).value * usPerMs));
}

struct Judged
{
    const Endpoint* endpoint;
    latency::Verdict verdict;
};

int gravity(Doubt doubt)
{
    switch (doubt) {
    case Doubt::Unsafe:
        return 3;
    case Doubt::Limited:
    case Doubt::NotOk:
        return 2;
    case Doubt::NotAtRate:
    case Doubt::Unsteady:
    case Doubt::Contradiction:
    case Doubt::Spread:
        return 1;
    default:
        return 0;
    }
}

struct Tally
{
    QVector<Judged> judged;
    double shortestRunS = 0;

    int count(ExceedanceOutcome outcome) const
    {
        return static_cast<int>(std::count_if(judged.cbegin(), judged.cend(),
                                              [&](const Judged& j) { return j.verdict.outcome == outcome; }));
    }
    // The endpoint that most surely misses the limit, if that is proven among so many (Holm).
    const Judged* proven() const
    {
        const auto worst =
            std::min_element(judged.cbegin(), judged.cend(), [](const Judged& a, const Judged& b) {
                return a.verdict.chance < b.verdict.chance;
            });
        constexpr double error = 0.05;
        const bool sure = worst != judged.cend() && worst->verdict.outcome == ExceedanceOutcome::Above &&
                          worst->verdict.chance <= error / static_cast<double>(judged.size());
        return sure ? &*worst : nullptr;
    }
    // What is said of the service itself comes before what is said of the measurement.
    const Judged* undecided() const
    {
        const Judged* gravest = nullptr;
        for (const Judged& j : judged) {
            if (j.verdict.outcome != ExceedanceOutcome::Below &&
                (!gravest || gravity(j.verdict.doubt) > gravity(gravest->verdict.doubt)))
                gravest = &j;
        }
        return gravest;
    }
};

void judgeInto(Tally& tally, const Endpoint& endpoint, const QVector<latency::Run>& runs,
               const RuleInput& input)
{
    tally.judged.append({&endpoint, latency::judge(runs, limitUs(input), input.check)});
    for (const latency::Run& run : runs)
        tally.shortestRunS = tally.shortestRunS > 0 ? std::min(tally.shortestRunS, run.seconds) : run.seconds;
}

Suggestion failed(const Judged& judged, qint64 limit)
{
    const Exceedance& e = judged.verdict.exceedance;
    return rule::fail(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "%1: %2 of %3 requests took %4 or more; at least %5 of all do, and only 1 % may."),
                {MessageArg(judged.endpoint->name), MessageArg(e.over), MessageArg(e.n),
                 ms(static_cast<double>(limit)), MessageArg(100 * e.lower, QStringLiteral("percent"))}));
}

Suggestion passed(const Tally& tally, qint64 limit)
{
    constexpr double seldom = 3; // a run says nothing about what happens less than three times in it
    return rule::pass(
        Message(QT_TRANSLATE_NOOP("awb", "{1:The one measured endpoint keeps its|All %1 measured "
                                         "endpoints keep their} p99 under %2, steady "
                                         "traffic given: a run of %3 cannot see what happens less often "
                                         "than once in %4."),
                {MessageArg(tally.judged.size()), ms(static_cast<double>(limit)), seconds(tally.shortestRunS),
                 seconds(tally.shortestRunS / seldom)}));
}

Suggestion doubtful(const Judged& judged, const RuleInput& input)
{
    const Doubt doubt =
        judged.verdict.outcome == ExceedanceOutcome::Above ? Doubt::Statistics : judged.verdict.doubt;
    return rule::inconclusive(doubtSentence(doubt, judged.endpoint->name), settling(doubt, input));
}

double percentOf(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : 0;
}

Suggestion coveredTooLittle(double measured, double total, bool weaker)
{
    const Message sentence(
        QT_TRANSLATE_NOOP("awb", "The %1 endpoints that could be measured keep their p99, but %2 are "
                                 "known."),
        {MessageArg(static_cast<qint64>(measured)), MessageArg(static_cast<qint64>(total))});
    if (!weaker)
        return rule::inconclusive(sentence,
                                  QT_TRANSLATE_NOOP("awb", "Give the other endpoints values, bodies and a "
                                                           "credential."));
    Suggestion suggestion = rule::warn(sentence);
    suggestion.byLetter = Verdict::Inconclusive;
    return suggestion;
}

Suggestion neverRun()
{
    return rule::notMeasured(QT_TRANSLATE_NOOP("awb", "No latency was measured."),
                             QStringLiteral("--allow load"));
}

Suggestion noEndpoint(const Facts& facts, Message sentence, const char* unlock)
{
    if (!facts.reason.isEmpty())
        return rule::notMeasuredBecause(facts);
    return rule::notMeasured(std::move(sentence), QLatin1String(unlock));
}

// What the program measured itself stands beside what was taken in from another tool: either may fail a
// check, and a pass of the import counts only where we measured nothing.
using LatencyRule = Suggestion (*)(const RuleInput& input, const Facts& facts);

template<LatencyRule judgeFacts>
Suggestion fromEither(const RuleInput& input)
{
    const QString probe = QStringLiteral("http.latency");
    const Facts* own = input.find(probe);
    const Facts* imported = input.find(probe + importSuffix);
    if (!own)
        return imported ? judgeFacts(input, *imported) : neverRun();
    Suggestion measured = judgeFacts(input, *own);
    if (!imported)
        return measured;
    Suggestion taken = judgeFacts(input, *imported);
    return taken.verdict == Verdict::Fail || measured.verdict == Verdict::NotMeasured ? taken : measured;
}

// A pass speaks for the whole service; a file of another tool does not say whether it holds all of it.
void holdBack(Suggestion& suggestion, const Facts& facts)
{
    if (suggestion.verdict != Verdict::Pass || !facts.isImported() ||
        facts.details.value(QLatin1String("all_endpoints_stated")).toBool())
        return;
    suggestion = rule::inconclusive(
        QT_TRANSLATE_NOOP(
            "awb",
            "The imported endpoints keep to it; whether they are all that the service has is not known."),
        QT_TRANSLATE_NOOP("awb", "Import the file with --all-endpoints if it holds every endpoint."));
}

// ── 1.1 and 1.2 ──────────────────────────────────────────────────────────────────────────────────────────

Tally tallyOf(const QVector<Endpoint>& endpoints, bool writes, const RuleInput& input)
{
    Tally tally;
    for (const Endpoint& endpoint : endpoints) {
        if (endpoint.isWrite == writes)
            judgeInto(tally, endpoint, endpoint.runs, input);
    }
    return tally;
}

Suggestion readLatency(const RuleInput& input, const Facts& facts)
{
    const QVector<Endpoint> endpoints = latency::endpointsOf(facts);
    const Tally tally = tallyOf(endpoints, false, input);
    if (tally.judged.isEmpty())
        return noEndpoint(facts, QT_TRANSLATE_NOOP("awb", "No read endpoint was measured."),
                          "http: {endpoints: [{path: /products, method: GET}]}");
    const auto measured = static_cast<double>(tally.judged.size());
    const double total = std::max(measured, facts.details.value(QLatin1String("reads_total")).toDouble());
    Suggestion suggestion;
    if (const Judged* slow = tally.proven())
        suggestion = failed(*slow, limitUs(input));
    else if (const Judged* open = tally.undecided())
        suggestion = doubtful(*open, input);
    else if (percentOf(measured, total) < input.check.policyValue(QStringLiteral("min_coverage_percent")))
        suggestion = coveredTooLittle(measured, total, true);
    else
        suggestion = passed(tally, limitUs(input));
    holdBack(suggestion, facts);
    return rule::headline(suggestion, facts, QStringLiteral("read_p99_max"),
                          input.threshold(QStringLiteral("p99")));
}

Suggestion writeLatency(const RuleInput& input, const Facts& facts)
{
    const QVector<Endpoint> endpoints = latency::endpointsOf(facts);
    const Tally tally = tallyOf(endpoints, true, input);
    if (tally.judged.isEmpty())
        return rule::notMeasured(
            QT_TRANSLATE_NOOP(
                "awb", "No write endpoint was measured: list those that may be in the profile, with a body, "
                       "and allow write."),
            QStringLiteral("--allow load,write"));
    const auto measured = static_cast<double>(tally.judged.size());
    const double total = std::max(measured, facts.details.value(QLatin1String("writes_total")).toDouble());
    Suggestion suggestion;
    if (const Judged* slow = tally.proven())
        suggestion = failed(*slow, limitUs(input));
    else if (const Judged* open = tally.undecided())
        suggestion = doubtful(*open, input);
    else if (percentOf(measured, total) < input.check.policyValue(QStringLiteral("min_coverage_percent")))
        suggestion = coveredTooLittle(measured, total, true);
    else
        suggestion = passed(tally, limitUs(input));
    holdBack(suggestion, facts);
    return rule::headline(suggestion, facts, QStringLiteral("write_p99_max"),
                          input.threshold(QStringLiteral("p99")));
}

// ── 1.3 ──────────────────────────────────────────────────────────────────────────────────────────────────

Suggestion anyLatency(const RuleInput& input, const Facts& facts)
{
    const QVector<Endpoint> endpoints = latency::endpointsOf(facts);
    Tally tally;
    for (const Endpoint& endpoint : endpoints) {
        judgeInto(tally, endpoint, endpoint.runs, input);
        if (endpoint.mix)
            judgeInto(tally, endpoint, {*endpoint.mix}, input);
    }
    if (tally.judged.isEmpty())
        return noEndpoint(facts, QT_TRANSLATE_NOOP("awb", "No endpoint was measured."),
                          "http: {endpoints: [{path: /products, method: GET}]}");
    const auto measured = static_cast<double>(endpoints.size());
    const double total = std::max(measured, facts.details.value(QLatin1String("endpoints_total")).toDouble());
    Suggestion suggestion;
    if (const Judged* slow = tally.proven())
        suggestion = failed(*slow, limitUs(input));
    else if (const Judged* open = tally.undecided())
        suggestion = doubtful(*open, input);
    else if (percentOf(measured, total) < input.check.policyValue(QStringLiteral("min_coverage_percent")))
        suggestion = coveredTooLittle(measured, total, false);
    else
        suggestion = passed(tally, limitUs(input));
    holdBack(suggestion, facts);
    return rule::headline(suggestion, facts, QStringLiteral("p99_max"),
                          input.threshold(QStringLiteral("p99")));
}

// ── 1.4 ──────────────────────────────────────────────────────────────────────────────────────────────────

Suggestion tailRatio(const RuleInput& input, const Facts& facts)
{
    const QVector<Endpoint> endpoints = latency::endpointsOf(facts);
    if (endpoints.isEmpty())
        return noEndpoint(facts, QT_TRANSLATE_NOOP("awb", "No endpoint was measured."),
                          "http: {endpoints: [{path: /products, method: GET}]}");
    const auto measured = static_cast<double>(endpoints.size());
    const double total = std::max(measured, facts.details.value(QLatin1String("endpoints_total")).toDouble());
    Suggestion suggestion = latency::judgeRatios(endpoints, input);
    if (suggestion.verdict == Verdict::Pass &&
        percentOf(measured, total) < input.check.policyValue(QStringLiteral("min_coverage_percent")))
        suggestion = rule::inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "The %1 endpoints that could be measured keep the ratio, but %2 are known."),
                    {MessageArg(static_cast<qint64>(measured)), MessageArg(static_cast<qint64>(total))}),
            QT_TRANSLATE_NOOP("awb", "Give the other endpoints values, bodies and a credential."));
    holdBack(suggestion, facts);
    return rule::headline(suggestion, facts, QStringLiteral("ratio_max"),
                          input.threshold(QStringLiteral("ratio")));
}

} // namespace

QVector<RuleEntry> latencyRules()
{
    return {{"1.1", fromEither<readLatency>},
            {"1.2", fromEither<writeLatency>},
            {"1.3", fromEither<anyLatency>},
            {"1.4", fromEither<tailRatio>}};
}

} // namespace awb
