// 6.3, from the limit's headers and a burst. Source: the specification of the HTTP probes.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

using namespace rule;

Suggestion rateLimits(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.rate_limits"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "endpoints");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    const QStringList constant = titlesWhere(rows, "state", "constant", "endpoint");
    const QStringList none = titlesWhere(rows, "state", "none", "endpoint");
    const MessageArg all(static_cast<qint64>(rows.size()));
    const double burst = numberField(facts->details, "burst");
    Suggestion suggestion;
    const QStringList unclear = titlesWhere(rows, "state", "unclear", "endpoint");
    if (!unclear.isEmpty())
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 answered 503 after %2 requests: a limit, or an overload."),
                    {namesText(unclear), MessageArg(burst, QStringLiteral("count"))}),
            QT_TRANSLATE_NOOP("awb", "Show the limiter's configuration, or let it answer 429 (nginx: "
                                     "limit_req_status 429)."));
    else if (none.isEmpty() && constant.isEmpty())
        suggestion = pass(
            Message(QT_TRANSLATE_NOOP("awb", "{1:The one sampled public endpoint shows|All %1 sampled public "
                                             "endpoints show} a rate limit at work."),
                    {all}));
    else if (none.isEmpty())
        suggestion =
            warn(Message(QT_TRANSLATE_NOOP("awb", "The limit's headers do not count the requests at %1."),
                         {namesText(constant)}));
    else if (burst > 0)
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "No limit was met at %1; one was tried with %2 requests within a minute."),
                    {namesText(none), MessageArg(burst, QStringLiteral("count"))}),
            QT_TRANSLATE_NOOP(
                "awb", "Show the limiter's configuration: its limit may be higher than what was tried."));
    else
        suggestion = notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 public endpoints show no limit in their headers."),
                    {MessageArg(static_cast<qint64>(none.size())), all}),
            QStringLiteral("--allow burst"),
            QT_TRANSLATE_NOOP("awb", "Allow a short burst, or show the limiter's configuration."));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

} // namespace

QVector<RuleEntry> rateLimitRules()
{
    return {{"6.3", &rateLimits}};
}

} // namespace awb
