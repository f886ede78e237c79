#include "core/rules/rule_parts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb::rule
{

namespace
{

int gravity(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fail:
        return 5;
    case Verdict::NotMeasured:
        return 4;
    case Verdict::Inconclusive:
        return 3;
    case Verdict::Warn:
        return 2;
    case Verdict::Pass:
        return 1;
    default:
        return 0;
    }
}

// The database's own facts out of a probe's; nullptr-like empty when this probe did not look at it.
std::optional<Facts> partOf(const Facts& facts, const QString& source)
{
    const QJsonArray parts = facts.details.value(QStringLiteral("parts")).toArray();
    for (const QJsonValue& part : parts) {
        const QJsonObject object = part.toObject();
        if (object.value(QStringLiteral("source")).toString() == source) {
            Facts out = factsFromJson(object);
            out.sent = facts.sent;
            return out;
        }
    }
    return std::nullopt;
}

QStringList sourcesOf(const FactsByProbe& all)
{
    QStringList sources;
    for (const Facts& facts : all) {
        for (const QJsonValue& part : facts.details.value(QStringLiteral("parts")).toArray()) {
            const QString source = part.toObject().value(QStringLiteral("source")).toString();
            if (!sources.contains(source))
                sources.append(source);
        }
    }
    return sources;
}

} // namespace

Suggestion worstPart(const RuleInput& input, Suggestion (*judge)(const RuleInput& part))
{
    const QStringList sources = sourcesOf(input.facts);
    if (sources.isEmpty())
        return judge(input);
    std::optional<Suggestion> worst;
    for (const QString& source : sources) {
        FactsByProbe facts;
        for (auto it = input.facts.cbegin(); it != input.facts.cend(); ++it) {
            if (!it->details.contains(QStringLiteral("parts")))
                facts.insert(it.key(), *it);
            else if (const std::optional<Facts> part = partOf(*it, source))
                facts.insert(it.key(), part->forCheck(input.check.id));
        }
        const RuleInput part{input.check, facts, input.thresholds, input.reviews, input.today};
        Suggestion said = judge(part);
        said.summary = Message(QT_TRANSLATE_NOOP("awb", "%1: %2"),
                               {MessageArg(source), MessageArg(said.summary.text())});
        if (!worst || gravity(said.verdict) > gravity(worst->verdict)) {
            const Verdict letter = worst ? worst->byLetter : said.byLetter;
            const Verdict graver = gravity(letter) > gravity(said.byLetter) ? letter : said.byLetter;
            worst = std::move(said);
            worst->byLetter = graver;
        } else if (gravity(said.byLetter) > gravity(worst->byLetter)) {
            worst->byLetter = said.byLetter;
        }
    }
    return *worst;
}

const Facts* ready(const RuleInput& input, const char* probe, Suggestion& why)
{
    const Facts* facts = input.find(QLatin1String(probe));
    if (facts == nullptr) {
        why = notMeasured(QT_TRANSLATE_NOOP("awb", "The probe of this check has not run."));
        return nullptr;
    }
    if (facts->failed) {
        why = notMeasuredBecause(*facts);
        return nullptr;
    }
    return facts;
}

double policy(const RuleInput& input, const char* name, double fallback)
{
    return input.check.policy.value(QString::fromLatin1(name), fallback);
}

QString field(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

double numberField(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

QString namesText(const QStringList& names, qsizetype limit)
{
    QString text = names.mid(0, limit).join(QStringLiteral(", "));
    if (names.size() > limit)
        text += QStringLiteral(" +%1").arg(names.size() - limit);
    return text;
}

} // namespace awb::rule
