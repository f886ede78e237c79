// 6.1, 6.8 and 6.9: what a client sees of the service's guard. Sources: the specification of the HTTP probes;
// RFC 9110 §15.5.2, RFC 6797, the Fetch standard on CORS, OWASP's REST security cheat sheet.

#include "core/rules/rules_http.h"

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace rule
{

QVector<QJsonObject> rowsOf(const Facts& facts, const char* name)
{
    QVector<QJsonObject> rows;
    for (const QJsonValue& row : facts.details.value(QLatin1String(name)).toArray())
        rows.append(row.toObject());
    return rows;
}

QString textOf(const QJsonObject& row, const char* name)
{
    return row.value(QLatin1String(name)).toString();
}

bool flagOf(const QJsonObject& row, const char* name)
{
    return row.value(QLatin1String(name)).toBool();
}

QStringList titlesWhere(const QVector<QJsonObject>& rows, const char* name, const char* value,
                        const char* title)
{
    QStringList titles;
    for (const QJsonObject& row : rows) {
        if (textOf(row, name) == QLatin1String(value))
            titles.append(textOf(row, title));
    }
    titles.removeDuplicates();
    return titles;
}

Suggestion probeMissing()
{
    return notMeasured(QT_TRANSLATE_NOOP("awb", "The probe of this check has not run."));
}

} // namespace rule

namespace
{

using namespace rule;

MessageArg counted(qsizetype number)
{
    return {static_cast<qint64>(number)};
}

qsizetype countWhere(const QVector<QJsonObject>& rows, const std::function<bool(const QJsonObject&)>& holds)
{
    return std::count_if(rows.cbegin(), rows.cend(), holds);
}

// ---- 6.9

struct HeaderFaults
{
    qsizetype hsts = 0, nosniff = 0, framing = 0; // answers without it
    QStringList where;                            // "no nosniff on GET /x (404)"
};

HeaderFaults faultsOf(const QVector<QJsonObject>& answers, double minimumAge)
{
    HeaderFaults faults;
    for (const QJsonObject& row : answers) {
        QStringList missing;
        const QString hsts = textOf(row, "hsts");
        const bool young = hsts == QLatin1String("ok") && numberField(row, "hsts_age") < minimumAge;
        if ((hsts != QLatin1String("ok") && hsts != QLatin1String("unmeasured")) || young) {
            ++faults.hsts;
            missing.append(QStringLiteral("Strict-Transport-Security"));
        }
        if (!flagOf(row, "nosniff")) {
            ++faults.nosniff;
            missing.append(QStringLiteral("X-Content-Type-Options"));
        }
        if (!flagOf(row, "framing")) {
            ++faults.framing;
            missing.append(QStringLiteral("X-Frame-Options"));
        }
        if (!missing.isEmpty())
            faults.where.append(QStringLiteral("%1 (%2): %3")
                                    .arg(textOf(row, "url"),
                                         QString::number(row.value(QStringLiteral("status")).toInt()),
                                         missing.join(QStringLiteral(", "))));
    }
    return faults;
}

Suggestion judgeHeaders(const Facts& facts, const QVector<QJsonObject>& answers, const HeaderFaults& faults)
{
    const qsizetype all = answers.size();
    const qsizetype unmeasured = countWhere(
        answers, [](const QJsonObject& row) { return textOf(row, "hsts") == QLatin1String("unmeasured"); });
    const bool hstsGone = unmeasured == 0 && faults.hsts == all;
    if (hstsGone || (faults.nosniff == all && faults.framing == all))
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "Required security headers are missing on every sampled answer: %1."),
            {namesText(faults.where, 2)}));
    if (!faults.where.isEmpty())
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of %2 sampled {2:answer lacks|answers lack} a security header: %3."),
            {counted(faults.where.size()), counted(all), namesText(faults.where, 2)}));
    if (facts.flag(QStringLiteral("pinned")))
        return warn(QT_TRANSLATE_NOOP(
            "awb", "The headers are there, but the certificate is trusted only by a pin, so "
                   "browsers ignore Strict-Transport-Security."));
    if (!facts.flag(QStringLiteral("https")))
        return warn(QT_TRANSLATE_NOOP("awb", "The other headers are there; over plain HTTP browsers ignore "
                                             "Strict-Transport-Security, so it could not be measured."));
    if (unmeasured > 0)
        return inconclusive(QT_TRANSLATE_NOOP("awb",
                                              "The other headers are there; browsers keep no "
                                              "Strict-Transport-Security for an address or localhost."),
                            QT_TRANSLATE_NOOP("awb", "Measure through the public host name."));
    const bool success = std::any_of(answers.cbegin(), answers.cend(), [](const QJsonObject& row) {
        return textOf(row, "kind") == QLatin1String("success") ||
               textOf(row, "kind") == QLatin1String("html");
    });
    const bool error = std::any_of(answers.cbegin(), answers.cend(), [](const QJsonObject& row) {
        return textOf(row, "kind") == QLatin1String("error");
    });
    if (!success || !error)
        return inconclusive(
            QT_TRANSLATE_NOOP("awb",
                              "The headers are there, but not both a success and an error answer were seen."),
            QT_TRANSLATE_NOOP("awb",
                              "Name a credential and an API description, so that an endpoint answers."));
    return pass(Message(QT_TRANSLATE_NOOP("awb", "{1:The one sampled answer carries|All %1 sampled answers "
                                                 "carry} the required headers, errors included."),
                        {counted(all)}));
}

// What plain HTTP says at the same host holds a pass back; a port that nobody answers on is fine.
Suggestion withPlainHttp(const Facts& facts, Suggestion said)
{
    const QVector<QJsonObject> rows = rowsOf(facts, "plain");
    if (rows.isEmpty() || (said.verdict != Verdict::Pass && said.verdict != Verdict::Inconclusive))
        return said;
    const QJsonObject& plain = rows.first();
    const QString state = textOf(plain, "state");
    const MessageArg url(textOf(plain, "url"));
    const MessageArg status(plain.value(QStringLiteral("status")).toInteger());
    const Verdict letter = said.byLetter;
    if (state == QLatin1String("served"))
        said = warn(
            Message(QT_TRANSLATE_NOOP("awb", "%1 is answered over plain HTTP (status %2) and not redirected "
                                             "to HTTPS."),
                    {url, status}));
    else if (state == QLatin1String("elsewhere"))
        said = warn(
            Message(QT_TRANSLATE_NOOP("awb", "%1 over plain HTTP leads to another address over plain HTTP: "
                                             "%2."),
                    {url, textOf(plain, "location")}));
    else if (state == QLatin1String("unclear") && said.verdict == Verdict::Pass)
        said = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "The headers are there, but %1 over plain HTTP answers "
                                             "with status %2: whether it leads to HTTPS cannot be told."),
                    {url, status}),
            QT_TRANSLATE_NOOP("awb", "Let plain HTTP redirect to HTTPS, or close its port."));
    else
        return said;
    said.byLetter = letter; // it asks for headers only
    return said;
}

// ---- 6.8

bool isForeign(const QJsonObject& row)
{
    const QString kind = textOf(row, "kind");
    return kind == QLatin1String("foreign") || kind == QLatin1String("null");
}

QString originWords(const QJsonObject& row)
{
    return QStringLiteral("%1: %2").arg(textOf(row, "endpoint"), textOf(row, "value"));
}

// The worst that was seen first.
std::optional<Suggestion> crossOriginFault(const QVector<QJsonObject>& rows)
{
    const auto first = [&](const std::function<bool(const QJsonObject&)>& holds) -> const QJsonObject* {
        const auto it = std::find_if(rows.cbegin(), rows.cend(), holds);
        return it == rows.cend() ? nullptr : &*it;
    };
    const auto echoes = [](const QJsonObject& row) { return flagOf(row, "allowed") && !flagOf(row, "star"); };
    if (const auto* row =
            first([&](const auto& r) { return isForeign(r) && echoes(r) && flagOf(r, "credentials"); }))
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "Any website may call the API with the user's credentials: a foreign "
                                     "origin is echoed (%1)."),
            {originWords(*row)}));
    if (const auto* row = first([&](const auto& r) { return isForeign(r) && echoes(r); }))
        return fail(
            Message(QT_TRANSLATE_NOOP("awb", "A foreign origin is allowed (%1)."), {originWords(*row)}));
    if (const auto* row = first([](const auto& r) { return flagOf(r, "star") && !flagOf(r, "public"); }))
        return fail(
            Message(QT_TRANSLATE_NOOP("awb", "An endpoint that is not public allows every origin (%1)."),
                    {originWords(*row)}));
    if (const auto* row = first([](const auto& r) { return flagOf(r, "star") && flagOf(r, "credentials"); }))
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "“*” together with credentials is refused by browsers (%1)."),
                    {originWords(*row)}));
    if (const auto* row = first([](const auto& r) { return flagOf(r, "star"); }))
        return warn(Message(QT_TRANSLATE_NOOP("awb", "Every origin may read a public endpoint (%1)."),
                            {originWords(*row)}));
    if (const auto* row = first([](const auto& r) { return flagOf(r, "invalid"); }))
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "More than one allowed origin in an answer is invalid (%1)."),
                    {originWords(*row)}));
    if (const auto* row = first([&](const auto& r) {
            const QString kind = textOf(r, "kind");
            return echoes(r) && (kind == QLatin1String("suffix") || kind == QLatin1String("prefix"));
        }))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "The list of origins compares only a part of the name: %1 is allowed."),
            {textOf(*row, "origin")}));
    if (const auto* row =
            first([&](const auto& r) { return echoes(r) && textOf(r, "kind") == QLatin1String("http"); }))
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "The host's own origin over plain HTTP is allowed (%1)."),
                    {originWords(*row)}));
    // One fixed origin for everybody needs no Vary.
    const auto changes = [&](const QJsonObject& row) {
        return std::any_of(rows.cbegin(), rows.cend(), [&](const QJsonObject& other) {
            return textOf(other, "endpoint") == textOf(row, "endpoint") &&
                   textOf(other, "value") != textOf(row, "value");
        });
    };
    if (const auto* row = first([&](const auto& r) { return echoes(r) && !flagOf(r, "vary") && changes(r); }))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "The answer changes with the origin, but does not say Vary: Origin to "
                                     "caches (%1)."),
            {originWords(*row)}));
    return std::nullopt;
}

// ---- 6.1

// Where nothing ever answers with success, a wall in front of the service, or a credential that does not
// work, refuses everything: no endpoint's own guard was seen.
std::optional<Suggestion> wallInFront(const Facts& facts, const QVector<QJsonObject>& rows)
{
    if (facts.value(QStringLiteral("baselines")) > 0)
        return std::nullopt;
    const auto isSeen = [](const QJsonObject& row) {
        return !flagOf(row, "public") && row.value(QStringLiteral("without")).isDouble();
    };
    const bool tried = std::any_of(rows.cbegin(), rows.cend(), [](const QJsonObject& row) {
        return row.value(QStringLiteral("baseline")).isDouble();
    });
    if (facts.flag(QStringLiteral("credential")) && tried)
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "Everything is refused, with the credential of the profile as well: the "
                                     "credential may be wrong, or a proxy in front refuses everybody."),
            QT_TRANSLATE_NOOP("awb", "Name a credential that works."));
    const bool forbidden = std::any_of(rows.cbegin(), rows.cend(), isSeen) &&
                           std::all_of(rows.cbegin(), rows.cend(), [&](const QJsonObject& row) {
                               return !isSeen(row) || row.value(QStringLiteral("without")).toInt() == 403;
                           });
    if (forbidden && !facts.flag(QStringLiteral("credential")))
        return inconclusive(QT_TRANSLATE_NOOP("awb", "Every endpoint answers 403: a firewall or proxy in "
                                                     "front of the service would look the same."),
                            QT_TRANSLATE_NOOP("awb", "Name a credential that works."));
    return std::nullopt;
}

} // namespace

namespace rule
{

Suggestion securityHeaders(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.headers"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> answers = rowsOf(*facts, "answers");
    if (answers.isEmpty())
        return notMeasuredBecause(*facts);
    Suggestion suggestion =
        withPlainHttp(*facts, judgeHeaders(*facts, answers,
                                           faultsOf(answers, policy(input, "min_hsts_age_s", 15'552'000))));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

Suggestion crossOrigin(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.cors"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "origins");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    auto fault = crossOriginFault(rows);
    if (fault) {
        // The letter is "not *"; what is a ⚠ for us is no violation of it unless "*" is what was seen.
        const bool star =
            std::any_of(rows.cbegin(), rows.cend(), [](const auto& row) { return flagOf(row, "star"); });
        if (fault->verdict == Verdict::Warn && star)
            fault->byLetter = Verdict::Fail;
        return headline(*fault, *facts, QStringLiteral("violations"), input.threshold());
    }
    if (!(facts->value(QStringLiteral("answered")) > 0))
        return notMeasuredBecause(*facts);
    const bool any = std::any_of(rows.cbegin(), rows.cend(),
                                 [](const auto& row) { return !textOf(row, "value").isEmpty(); });
    Suggestion suggestion =
        any ? pass(
                  QT_TRANSLATE_NOOP("awb", "Only listed origins are allowed; foreign ones are told nothing."))
            : pass(QT_TRANSLATE_NOOP("awb", "No origin is allowed: browsers refuse every other website."));
    return headline(suggestion, *facts, QStringLiteral("violations"), input.threshold());
}

Suggestion authentication(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.authentication"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "endpoints");
    QStringList open, soft;
    for (const char* state : {"open", "cached", "forged"})
        open += titlesWhere(rows, "state", state, "endpoint");
    soft = titlesWhere(rows, "state", "soft", "endpoint");
    const auto all = static_cast<qsizetype>(facts->value(QStringLiteral("endpoints")));
    const auto unknown = static_cast<qsizetype>(facts->value(QStringLiteral("unknown")));
    Suggestion suggestion;
    if (!open.isEmpty())
        suggestion = fail(Message(
            QT_TRANSLATE_NOOP(
                "awb", "%1 of %2 non-public {2:endpoint answers|endpoints answer} without a credential: %3."),
            {counted(open.size()), counted(all), namesText(open)}));
    else if (rows.isEmpty() && !facts->complete)
        return notMeasuredBecause(*facts);
    else if (rows.isEmpty())
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "The API description names no endpoint."),
            QT_TRANSLATE_NOOP("awb", "List the endpoints in the profile, or complete the description."));
    else if (all == 0)
        return inconclusive(
            QT_TRANSLATE_NOOP("awb",
                              "Every known endpoint is declared public, so none is left to be guarded."),
            QT_TRANSLATE_NOOP("awb",
                              "Confirm the list of public endpoints, or complete the API description."));
    else if (!soft.isEmpty())
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP("awb", "Without a credential %1 answers with success but another body."),
            {namesText(soft)}));
    else if (const QStringList unserved = titlesWhere(rows, "state", "unserved", "endpoint");
             !unserved.isEmpty())
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "These endpoints answer with the same page as paths that nobody "
                                             "serves: %1."),
                    {namesText(unserved)}),
            QT_TRANSLATE_NOOP("awb", "Check base_url of the profile: the API may live below another path."));
    else if (unknown > 0)
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 non-public endpoints could not be proven guarded."),
                    {counted(unknown), counted(all)}),
            QT_TRANSLATE_NOOP(
                "awb",
                "Name a credential that works and real path values; writes need the capability write."));
    else if (auto wall = wallInFront(*facts, rows))
        suggestion = *std::move(wall);
    else
        suggestion =
            pass(Message(QT_TRANSLATE_NOOP("awb", "{1:The one non-public endpoint refuses|All %1 non-public "
                                                  "endpoints refuse} a call without a credential."),
                         {counted(all)}));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

} // namespace rule

QVector<RuleEntry> httpRules()
{
    return {{"1.6", &rule::bodyLimit},   {"5.4", &rule::requestIds},      {"6.1", &rule::authentication},
            {"6.8", &rule::crossOrigin}, {"6.9", &rule::securityHeaders}, {"7.5", &rule::healthEndpoints},
            {"8.7", &rule::pagination},  {"8.8", &rule::responseSize}};
}

} // namespace awb
