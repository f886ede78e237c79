#include "core/report/report_words.h"

#include "core/audit/action_items.h"
#include "core/report/cell_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

const QChar noBreakSpace(0x00A0);

template<typename Predicate>
QVector<const CheckResult*> select(const AuditResult& result, Predicate wanted)
{
    QVector<const CheckResult*> found;
    for (const CheckResult& check : result.checks) {
        if (wanted(check))
            found.append(&check);
    }
    return found;
}

QString idList(const QVector<const CheckResult*>& checks)
{
    QStringList ids;
    for (const CheckResult* check : checks)
        ids.append(check->check.id);
    return ids.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(ids.join(QStringLiteral(", ")));
}

bool isCount(const Measurement& measurement)
{
    return measurement.unit == QLatin1String("count") || measurement.unit.isEmpty() ||
           measurement.unit == QLatin1String("bool");
}

} // namespace

QLocale reportLocale(const QLocale& wanted)
{
    QLocale locale = wanted;
    if (locale.language() == QLocale::C)
        locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

QString say(const char* source, const QVector<MessageArg>& arguments, const QLocale& locale)
{
    return Message(source, arguments).text(locale);
}

QString dateText(const QDate& date, const QLocale& locale)
{
    return date.isValid() ? locale.toString(date, QStringLiteral("d MMM yyyy")) : QStringLiteral("–");
}

QString timeText(const QDateTime& time, const QLocale& locale)
{
    if (!time.isValid())
        return QStringLiteral("–");
    return locale.toString(time.toUTC(), QStringLiteral("d MMM yyyy, HH:mm:ss")) + noBreakSpace +
           QStringLiteral("UTC");
}

QString percentText(int points, int max, const QLocale& locale)
{
    return max > 0 ? locale.toString(percentOneDecimal(points, max), 'f', 1) : QStringLiteral("–");
}

QString reportTitle(const AuditResult& result)
{
    if (!result.meta.name.isEmpty())
        return result.meta.name;
    return result.meta.team.isEmpty() ? say(QT_TRANSLATE_NOOP("awb", "Backend audit")) : result.meta.team;
}

QString bandText(const AuditResult& result, const QLocale& locale)
{
    const Scorecard& score = result.score;
    if (score.max == 0)
        return say(QT_TRANSLATE_NOOP("awb", "No band: no check applies"));
    if (!score.provisional)
        return score.bandTitle;
    if (score.undecided == 1)
        return say(QT_TRANSLATE_NOOP("awb", "%1 (provisional: 1 check is undecided)"), {score.bandTitle},
                   locale);
    return say(QT_TRANSLATE_NOOP("awb", "%1 (provisional: %2 {2:check is|checks are} undecided)"),
               {score.bandTitle, score.undecided}, locale);
}

QVector<HonestPart> honestParts(const AuditResult& result, const QLocale& locale)
{
    const Scorecard& score = result.score;
    const auto figure = [&locale](int value) { return locale.toString(value); };
    const auto ofText = [&locale](int points, int max) {
        return say(QT_TRANSLATE_NOOP("awb", "%1 of %2"), {points, max}, locale);
    };
    const QString na = score.na > 0 ? say(QT_TRANSLATE_NOOP("awb", " (N/A: %1)"),
                                          {idList(notApplicableChecks(result)).mid(2).chopped(1)}, locale)
                                    : QString();
    return {{ofText(score.strictPoints, score.strictMax), say(QT_TRANSLATE_NOOP("awb", "strict"))},
            {ofText(score.points, score.max), say(QT_TRANSLATE_NOOP("awb", "applicable")) + na},
            {figure(score.measured), say(QT_TRANSLATE_NOOP("awb", "measured"))},
            {figure(score.undecided), say(QT_TRANSLATE_NOOP("awb", "undecided"))},
            {figure(score.stale), say(QT_TRANSLATE_NOOP("awb", "stale")) + idList(staleChecks(result))},
            {figure(score.overruled),
             say(QT_TRANSLATE_NOOP("awb", "overruled")) + idList(overruledChecks(result))}};
}

QString honestLine(const AuditResult& result, const QLocale& locale)
{
    QStringList parts;
    for (const HonestPart& part : honestParts(result, locale))
        parts.append(part.figure + QLatin1Char(' ') + part.word);
    return parts.join(QStringLiteral(" · "));
}

QString thresholdOverrideText(const CheckResult& check, const QLocale& locale)
{
    if (!check.thresholdOverridden)
        return {};
    QStringList parts;
    for (const Threshold& threshold : check.thresholds)
        parts.append(comparisonSymbol(threshold.comparison) + noBreakSpace +
                     formatQuantity(threshold.value, threshold.unit, locale));
    const QString text = parts.join(QStringLiteral(", "));
    return check.thresholdLooser
               ? say(QT_TRANSLATE_NOOP("awb", "%1, looser than the checklist"), {text}, locale)
               : say(QT_TRANSLATE_NOOP("awb", "%1, set for this audit"), {text}, locale);
}

QString thresholdText(const CheckResult& check, const QLocale& locale)
{
    const QString own = thresholdOverrideText(check, locale);
    if (own.isEmpty())
        return check.check.threshold;
    return say(QT_TRANSLATE_NOOP("awb", "%1 (judged against %2)"), {check.check.threshold, own}, locale);
}

QString measurementText(const Measurement& measurement, const QLocale& locale)
{
    QString text = formatQuantity(measurement.value, measurement.unit, locale);
    if (measurement.low && measurement.high)
        text += QStringLiteral(" [%1–%2]")
                    .arg(formatNumber(*measurement.low, measurement.unit, locale),
                         formatNumber(*measurement.high, measurement.unit, locale));
    if (measurement.n >= 0)
        text += QStringLiteral(" (n = %1)")
                    .arg(locale.toString(measurement.n))
                    .replace(QLatin1Char(' '), noBreakSpace);
    return text;
}

QString measuredText(const CheckResult& check, const QLocale& locale)
{
    const Suggestion& suggestion = check.suggestion;
    const bool proves =
        markFor(suggestion.verdict).has_value() || suggestion.verdict == Verdict::Inconclusive;
    if (proves && suggestion.headline && suggestion.headline->isKnown() && !isCount(*suggestion.headline))
        return measurementText(*suggestion.headline, locale);
    if (proves && suggestion.headline && suggestion.headline->isKnown() && suggestion.headline->n >= 0 &&
        !(suggestion.threshold && suggestion.threshold->value == 0))
        return say(QT_TRANSLATE_NOOP("awb", "%1 of %2"),
                   {MessageArg(suggestion.headline->value, suggestion.headline->unit),
                    MessageArg(suggestion.headline->n)},
                   locale);
    if (proves && suggestion.headline && suggestion.headline->isKnown())
        return measurementText(*suggestion.headline, locale);
    if (suggestion.verdict == Verdict::NotMeasured)
        return say(QT_TRANSLATE_NOOP("awb", "Not measured"));
    if (suggestion.verdict == Verdict::None)
        return check.evidence.isEmpty() ? say(QT_TRANSLATE_NOOP("awb", "Not measured by this program"))
                                        : say(QT_TRANSLATE_NOOP("awb", "Hints only, see evidence"));
    return say(QT_TRANSLATE_NOOP("awb", "See the finding"));
}

QString originText(const CheckResult& check)
{
    switch (check.judgment.origin) {
    case Origin::None:
        return {};
    case Origin::Automatic:
        return say(QT_TRANSLATE_NOOP("awb", "Measured"));
    case Origin::Manual:
        return say(QT_TRANSLATE_NOOP("awb", "Judged"));
    case Origin::Override:
        return say(QT_TRANSLATE_NOOP("awb", "Overruled"));
    case Origin::Profile:
        return say(QT_TRANSLATE_NOOP("awb", "From the profile"));
    case Origin::Carried:
        return say(QT_TRANSLATE_NOOP("awb", "Carried, to be confirmed"));
    }
    return {};
}

QString suggestionText(const CheckResult& check)
{
    const std::optional<Mark> suggested = markFor(check.suggestion.verdict);
    const QString word = verdictWord(check.suggestion.verdict);
    QString text = word;
    if (suggested && check.mark() != Mark::Undecided)
        text = *suggested == check.mark() ? say(QT_TRANSLATE_NOOP("awb", "%1, accepted"), {word})
                                          : say(QT_TRANSLATE_NOOP("awb", "%1, overruled"), {word});
    const Verdict letter = check.suggestion.byLetter;
    if (letter != Verdict::None && letter != check.suggestion.verdict)
        text = say(QT_TRANSLATE_NOOP("awb", "%1 (by the letter: %2)"), {text, verdictWord(letter)});
    return text;
}

QString markedText(const CheckResult& check)
{
    const Judgment& judgment = check.judgment;
    const QString word = markWord(judgment.mark);
    if (judgment.mark == Mark::Undecided)
        return word;
    if (judgment.reviewer && judgment.lead)
        return *judgment.reviewer == *judgment.lead
                   ? say(QT_TRANSLATE_NOOP("awb", "%1, by both seats"), {word})
                   : say(QT_TRANSLATE_NOOP("awb", "%1 (reviewer: %2, lead: %3)"),
                         {word, markWord(*judgment.reviewer), markWord(*judgment.lead)});
    if (judgment.origin == Origin::Automatic)
        return say(QT_TRANSLATE_NOOP("awb", "%1, by measurement"), {word});
    return judgment.author.isEmpty() ? word
                                     : say(QT_TRANSLATE_NOOP("awb", "%1, by %2"), {word, judgment.author});
}

QString symbolOf(Mark mark)
{
    const QString symbol = markSymbol(mark);
    return symbol.isEmpty() ? QStringLiteral("·") : symbol;
}

QString cellText(const Column& column, const QJsonValue& value, const QLocale& locale)
{
    constexpr qsizetype longest = 4000;
    if (const auto word = cellWord(column, value))
        return word->word.text(locale);
    if (value.isDouble())
        return column.unit.isEmpty() ? formatNumber(value.toDouble(), QString(), locale)
                                     : formatQuantity(value.toDouble(), column.unit, locale);
    if (value.isBool())
        return value.toBool() ? say(QT_TRANSLATE_NOOP("awb", "yes")) : say(QT_TRANSLATE_NOOP("awb", "no"));
    if (value.isString())
        return value.toString().left(longest);
    return QStringLiteral("–");
}

QVector<const CheckResult*> undecidedChecks(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return c.mark() == Mark::Undecided; });
}

QVector<const CheckResult*> notApplicableChecks(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return c.mark() == Mark::NotApplicable; });
}

QVector<const CheckResult*> overruledChecks(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return c.judgment.origin == Origin::Override; });
}

QVector<const CheckResult*> withoutMeasurement(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return c.judgedWithoutMeasurement; });
}

QVector<const CheckResult*> staleChecks(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return !c.stale.cause.isEmpty(); });
}

QVector<const CheckResult*> ownThresholds(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return c.thresholdOverridden; });
}

QVector<const CheckResult*> carriedChecks(const AuditResult& result)
{
    return select(result, [](const CheckResult& c) { return c.judgment.origin == Origin::Carried; });
}

} // namespace awb
