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

// `none` show no limit although one of the endpoints had a burst.
Suggestion afterBurst(const Facts& facts, QStringList none, double burst)
{
    const QString at = field(facts.details, "burst_at");
    const MessageArg requests(burst, QStringLiteral("count"));
    if (!at.isEmpty() && !none.contains(at))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "A limit was met at %1 after %2 requests; it does not cover %3, and no "
                                      "burst was tried there."),
                    {at, requests, namesText(none)}),
            QT_TRANSLATE_NOOP("awb", "Show the limiter's configuration for the other endpoints."));
    const QString tried = at.isEmpty() ? none.first() : at;
    none.removeAll(tried);
    if (none.isEmpty())
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "No limit was met at %1 with %2 requests within a minute."),
                    {tried, requests}),
            QT_TRANSLATE_NOOP(
                "awb", "Show the limiter's configuration: its limit may be higher than what was tried."));
    return inconclusive(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "No limit was met at %1 with %2 requests within a minute; no burst was tried "
                           "at %3."),
                {tried, requests, namesText(none)}),
        QT_TRANSLATE_NOOP("awb",
                          "Show the limiter's configuration: its limit may be higher than what was tried."));
}

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
    QStringList untried;
    for (const QJsonValue& title : facts->details.value(QStringLiteral("untried")).toArray())
        untried.append(title.toString());
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
    else if (none.isEmpty() && constant.isEmpty() && !untried.isEmpty())
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "{1:The one tried public endpoint shows|All %1 tried public endpoints "
                                      "show} a rate limit at work; not tried: %2."),
                    {all, namesText(untried)}),
            QT_TRANSLATE_NOOP("awb",
                              "Show that the limiter covers them: writes, and endpoints whose values are not "
                              "known, are not tried."));
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
        suggestion = afterBurst(*facts, none, burst);
    else
        suggestion = notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 public endpoints show no limit in their headers."),
                    {MessageArg(static_cast<qint64>(none.size())), all}),
            QStringLiteral("--allow burst"),
            QT_TRANSLATE_NOOP("awb", "Allow a short burst, or show the limiter's configuration."));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

// How a login let failures through; nothing: within the limit.
std::optional<Suggestion> laxLogin(const QJsonObject& row, double limit, double attempts)
{
    const QString state = textOf(row, "state");
    const MessageArg name(textOf(row, "endpoint"));
    const double tried = numberField(row, "attempts");
    if (state == QLatin1String("accepted"))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 answered a stranger with success: is it a login?"), {name}),
            QT_TRANSLATE_NOOP("awb", "Look at what it answers to a wrong password."));
    // a limiter counts what a login refuses: an unknown account (404) or a wrong password (401), not a
    // request that something else turned away
    const qint64 status = row.value(QLatin1String("status")).toInteger();
    const bool isFailure = status == 401 || status == 404;
    if (state == QLatin1String("absent") || state == QLatin1String("failed") ||
        (state == QLatin1String("none") && !isFailure))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 did not answer as a login does (status %2)."),
                    {name, MessageArg(status)}),
            QT_TRANSLATE_NOOP("awb", "Correct its path and body in the profile."));
    if (state == QLatin1String("limited")) {
        const double allowed = numberField(row, "refused_at") - 1;
        if (allowed <= limit)
            return std::nullopt;
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "%1 refuses only after %2 failed logins within a minute."),
                    {name, MessageArg(allowed, QStringLiteral("count"))}));
    }
    if (tried < attempts)
        return inconclusive(Message(QT_TRANSLATE_NOOP("awb", "%1 was tried %2 times only."),
                                    {name, MessageArg(tried, QStringLiteral("count"))}),
                            QT_TRANSLATE_NOOP("awb", "Run the probe to its end."));
    return fail(
        Message(QT_TRANSLATE_NOOP("awb", "%1 answered %2 failed logins within a minute and refused none."),
                {name, MessageArg(tried, QStringLiteral("count"))}));
}

int gravity(const Suggestion& suggestion)
{
    return suggestion.verdict == Verdict::Fail ? 3 : suggestion.verdict == Verdict::Inconclusive ? 2 : 1;
}

Suggestion loginLimits(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.login_limit"));
    if (!facts)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "No failed login was tried."),
                           QStringLiteral("--allow write"));
    const QVector<QJsonObject> rows = rowsOf(*facts, "endpoints");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    std::optional<Suggestion> worst;
    for (const QJsonObject& row : rows) {
        const auto lax = laxLogin(row, input.threshold().value, policy(input, "attempts", 12));
        if (lax && (!worst || gravity(*lax) > gravity(*worst)))
            worst = lax;
    }
    Suggestion suggestion =
        worst ? *worst
              : pass(Message(
                    QT_TRANSLATE_NOOP("awb", "{1:The login refuses|Each of %1 logins refuses} after at "
                                             "most %2 failures within a minute."),
                    {MessageArg(static_cast<qint64>(rows.size())),
                     MessageArg(facts->value(QStringLiteral("attempts")), QStringLiteral("count"))}));
    return headline(suggestion, *facts, QStringLiteral("attempts"), input.threshold());
}

} // namespace

QVector<RuleEntry> rateLimitRules()
{
    return {{"6.3", &rateLimits}, {"6.4", &loginLimits}};
}

} // namespace awb
