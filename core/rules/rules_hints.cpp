// 6.2, 8.1, 8.2, 8.5 and 8.6: what requests can hint at, for a person to judge. None of these rules ever
// passes or fails. Source: the specification of the HTTP probes, B3 and B4.

#include "core/rules/latency_evidence.h"
#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

namespace
{

using namespace rule;

MessageArg count(qsizetype number)
{
    return {static_cast<qint64>(number)};
}

// ---- 6.2

// What the second account was not given proves little: why.
Suggestion nothingGiven(const Facts& facts, bool anyRefused, const QVector<MessageArg>& numbers)
{
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Read the data layer: which line refuses the id of another account?");
    if (!facts.flag(QStringLiteral("second_works")))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "The second account was refused everything it asked for, its own "
                                      "lists as well: perhaps its credential does not work."),
                    numbers),
            QT_TRANSLATE_NOOP("awb", "Give the profile a second credential that the service accepts."));
    if (!anyRefused)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "None of %2 objects tells the two accounts apart: they are public, "
                                      "shared, or answered otherwise."),
                    numbers),
            settle);
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb", "The second account was refused %3 of %2 objects of the first one, "
                                         "which proves nothing for the others."),
                numbers),
        settle);
}

Suggestion othersObjects(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.second_user"));
    if (!facts)
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "Nobody has asked for one account's objects with another account."),
            QStringLiteral("--allow second-user"));
    const QVector<QJsonObject> rows = rowsOf(*facts, "objects");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    const auto in = [&](const char* state) {
        return std::count_if(rows.cbegin(), rows.cend(), [&](const QJsonObject& row) {
            return textOf(row, "state") == QLatin1String(state);
        });
    };
    const QVector<MessageArg> numbers{count(in("same")), count(rows.size()), count(in("refused")),
                                      MessageArg(namesText(titlesWhere(rows, "state", "same", "endpoint")))};
    if (in("same") == 0)
        return nothingGiven(*facts, in("refused") > 0, numbers);
    return warn(Message(
        QT_TRANSLATE_NOOP("awb", "The second account is given what belongs to the first one: %1 of %2 "
                                 "objects, at %4. Are they meant for both?"),
        numbers));
}

// ---- 8.1, 8.2

Suggestion scaledOut(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.instances"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "labels");
    if (!facts->complete && rows.isEmpty())
        return notMeasuredBecause(*facts);
    const Message settle = QT_TRANSLATE_NOOP(
        "awb", "Say when the service last ran under load with two or more instances, and what went wrong.");
    const auto most = std::max_element(rows.cbegin(), rows.cend(), [](const auto& a, const auto& b) {
        return numberField(a, "distinct") < numberField(b, "distinct");
    });
    if (most != rows.cend() && numberField(*most, "distinct") > input.threshold().value)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "A hint of more than one instance: %1 names %2 of them in %3 answers."),
                    {MessageArg(textOf(*most, "source")),
                     MessageArg(numberField(*most, "distinct"), QStringLiteral("count")),
                     MessageArg(numberField(*most, "asked"), QStringLiteral("count"))}),
            settle);
    if (most != rows.cend())
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "All answers come from one instance, as %1 names it."),
                    {MessageArg(textOf(*most, "source"))}),
            settle);
    return inconclusive(QT_TRANSLATE_NOOP("awb", "No answer names the instance that it comes from."), settle);
}

Suggestion sessionElsewhere(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.instances"));
    if (!facts)
        return probeMissing();
    if (!(numberField(facts->details, "named") > 0))
        return notMeasured(QT_TRANSLATE_NOOP("awb", "The profile names no other instance of the service."),
                           QStringLiteral("http: {instances: [http://10.0.0.2:8080/api]}"));
    if (field(facts->details, "credential").isEmpty())
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "The profile names no credential to try at the other instances."),
            QStringLiteral("http: {auth: {kind: cookie, name: session, secret: env:SESSION}}"));
    const QVector<QJsonObject> rows = rowsOf(*facts, "sessions");
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Say what a user loses when their instance is restarted.");
    const QStringList refused = titlesWhere(rows, "state", "refused", "instance");
    const QStringList works = titlesWhere(rows, "state", "works", "instance");
    if (!refused.isEmpty())
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "The credential that works at the base URL is refused at %1: does an "
                                     "instance keep sessions to itself?"),
            {MessageArg(namesText(refused))}));
    if (works.isEmpty())
        return inconclusive(
            QT_TRANSLATE_NOOP("awb",
                              "No endpoint that needs a credential could be compared between the instances."),
            QT_TRANSLATE_NOOP(
                "awb", "Name other instances that answer, and a read endpoint that needs the credential."));
    if (field(facts->details, "credential") == QLatin1String("cookie"))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "A hint of shared sessions: the cookie also works at %1."),
                    {MessageArg(namesText(works))}),
            settle);
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb",
                                  "The credential also works at %1, but one that is no session cookie says "
                                  "little of where sessions are kept."),
                {MessageArg(namesText(works))}),
        settle);
}

// ---- 8.5

// How an endpoint answered under load. Imports do not tell statuses.
struct Statuses
{
    double accepted = 0; // 202
    double done = 0;     // any other 2xx
};

Statuses statusesOf(const QJsonObject& endpoint)
{
    Statuses statuses;
    for (const QJsonValue& run : endpoint.value(QLatin1String("runs")).toArray()) {
        const QJsonObject counts = run.toObject().value(QLatin1String("statuses")).toObject();
        for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
            if (it.key() == QLatin1String("202"))
                statuses.accepted += it.value().toDouble();
            else if (it.key().startsWith(QLatin1Char('2')))
                statuses.done += it.value().toDouble();
        }
    }
    return statuses;
}

struct SlowEndpoints
{
    QStringList waits;  // surely above the limit, and answered with the result itself
    QStringList unsure; // above it, but the interval holds it, or the answers' statuses are not known
    qsizetype measured = 0;
    double worstUs = 0; // p99 of the worst of `waits`
};

SlowEndpoints slowEndpoints(const Facts& facts, double limitUs)
{
    SlowEndpoints slow;
    const QVector<latency::Endpoint> endpoints = latency::endpointsOf(facts);
    const QVector<QJsonObject> rows = rowsOf(facts, "endpoints");
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        LatencySeries series;
        for (const latency::Run& run : endpoints.at(i).runs)
            series.merge(run.series);
        if (series.histogram.isEmpty())
            continue;
        ++slow.measured;
        const QuantileInterval p99 = series.quantile(0.99, latency::assumedBurst);
        const Statuses statuses = statusesOf(rows.value(i));
        if (p99.value <= limitUs || statuses.accepted > statuses.done)
            continue;
        if (p99.low > limitUs && statuses.done > 0) {
            slow.waits.append(endpoints.at(i).name);
            slow.worstUs = std::max(slow.worstUs, p99.value);
        } else {
            slow.unsure.append(endpoints.at(i).name);
        }
    }
    return slow;
}

Suggestion longJobs(const RuleInput& input)
{
    constexpr double usPerS = 1e6;
    const Facts* facts = input.find(QStringLiteral("http.latency"));
    if (!facts)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "No latency was measured."),
                           QStringLiteral("--allow load"));
    const double limitS = policy(input, "suspicious_p99_s", 2);
    const SlowEndpoints slow = slowEndpoints(*facts, limitS * usPerS);
    if (slow.measured == 0)
        return facts->complete ? notMeasured(QT_TRANSLATE_NOOP("awb", "No endpoint was measured."))
                               : notMeasuredBecause(*facts);
    const MessageArg limit(limitS, QStringLiteral("s"));
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Say which requests send mail, make documents or call many services.");
    if (!slow.waits.isEmpty())
        return warn(Message(
            QT_TRANSLATE_NOOP("awb",
                              "{1:One endpoint keeps|%1 endpoints keep} the caller waiting for the result, "
                              "with a p99 of up to %2, instead of answering 202: %3."),
            {count(slow.waits.size()), MessageArg(slow.worstUs / usPerS, QStringLiteral("s")),
             MessageArg(namesText(slow.waits))}));
    if (!slow.unsure.isEmpty())
        return inconclusive(Message(QT_TRANSLATE_NOOP("awb", "The p99 of %1 may be above %2."),
                                    {MessageArg(namesText(slow.unsure)), limit}),
                            QT_TRANSLATE_NOOP("awb", "Measure longer, with the product's own load."));
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb",
                                  "None of %1 measured endpoints has a p99 above %2, which says nothing of "
                                  "those that were not measured."),
                {count(slow.measured), limit}),
        settle);
}

// ---- 8.6

Suggestion filesElsewhere(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.files"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "files");
    if (rows.isEmpty() && !facts->complete)
        return notMeasuredBecause(*facts);
    if (rows.isEmpty())
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "The API description tells of no endpoint that takes or gives files."),
            QT_TRANSLATE_NOOP("awb", "Mark N/A if there are neither uploads nor downloads."));
    const QStringList own =
        titlesWhere(rows, "state", "bytes", "endpoint") + titlesWhere(rows, "state", "declared", "endpoint");
    const QStringList elsewhere = titlesWhere(rows, "state", "elsewhere", "endpoint");
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Say through what the bytes of each upload and download flow.");
    if (!own.isEmpty())
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "{1:One endpoint takes or gives|%1 endpoints take or give} "
                                             "files through the service itself: %2."),
                    {count(own.size()), MessageArg(namesText(own))}));
    if (!elsewhere.isEmpty())
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "A hint of presigned URLs or a CDN: %1 {2:answers|answer} with an "
                                      "address on another host."),
                    {MessageArg(namesText(elsewhere)), count(elsewhere.size())}),
            settle);
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb", "None of %1 endpoints that may give files gave one."),
                {count(rows.size())}),
        settle);
}

} // namespace

QVector<RuleEntry> hintRules()
{
    return {{"6.2", &othersObjects},
            {"8.1", &scaledOut},
            {"8.2", &sessionElsewhere},
            {"8.5", &longJobs},
            {"8.6", &filesElsewhere}};
}

} // namespace awb
