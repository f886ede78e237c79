#include "core/report/comparison_words.h"

#include "core/report/report_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace awb
{

namespace
{

const char* groupSource(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Regressed:
        return QT_TRANSLATE_NOOP("awb", "Regressed, %1");
    case ChangeKind::ValueWorse:
        return QT_TRANSLATE_NOOP("awb", "Same mark, value got worse, %1");
    case ChangeKind::Improved:
        return QT_TRANSLATE_NOOP("awb", "Improved, %1");
    case ChangeKind::ValueBetter:
        return QT_TRANSLATE_NOOP("awb", "Same mark, value got better, %1");
    case ChangeKind::NotComparable:
        return QT_TRANSLATE_NOOP("awb", "Cannot be compared, %1");
    case ChangeKind::Unchanged:
        break;
    }
    return QT_TRANSLATE_NOOP("awb", "Unchanged, %1");
}

QString valueOf(const std::optional<Measurement>& value, const QLocale& locale)
{
    if (!value || !value->isKnown())
        return say(QT_TRANSLATE_NOOP("awb", "not measured"));
    return formatQuantity(value->value, value->unit, locale);
}

} // namespace

QVector<ChangeGroup> changeGroups(const AuditComparison& comparison, const QLocale& locale)
{
    constexpr std::array shown{ChangeKind::Regressed, ChangeKind::ValueWorse, ChangeKind::Improved,
                               ChangeKind::ValueBetter, ChangeKind::NotComparable};
    QVector<ChangeGroup> groups;
    for (const ChangeKind kind : shown) {
        ChangeGroup group;
        group.kind = kind;
        for (const CheckChange& change : comparison.changes) {
            if (change.kind == kind)
                group.changes.append(&change);
        }
        group.title = say(groupSource(kind), {static_cast<qint64>(group.changes.size())}, locale);
        if (!group.changes.isEmpty())
            groups.append(group);
    }
    return groups;
}

int unchangedCount(const AuditComparison& comparison)
{
    return static_cast<int>(
        std::count_if(comparison.changes.cbegin(), comparison.changes.cend(),
                      [](const CheckChange& change) { return change.kind == ChangeKind::Unchanged; }));
}

QString comparisonTitle(const AuditComparison& comparison)
{
    return say(QT_TRANSLATE_NOOP("awb", "What moved since %1"), {comparison.labelBefore});
}

QString percentLine(const AuditComparison& comparison, const QLocale& locale)
{
    const QString before = percentText(comparison.pointsBefore, comparison.maxBefore, locale);
    const QString after = percentText(comparison.pointsAfter, comparison.maxAfter, locale);
    if (comparison.bandBefore == comparison.bandAfter || comparison.bandBefore.isEmpty() ||
        comparison.bandAfter.isEmpty())
        return say(QT_TRANSLATE_NOOP("awb", "%1 % → %2 %"), {before, after}, locale);
    return say(QT_TRANSLATE_NOOP("awb", "%1 % → %2 %, from “%3” to “%4”"),
               {before, after, comparison.bandBefore, comparison.bandAfter}, locale);
}

QString signedNumber(int value, const QLocale& locale)
{
    if (value > 0)
        return QLatin1Char('+') + locale.toString(value);
    return value < 0 ? QStringLiteral("−") + locale.toString(-value) : locale.toString(0);
}

QString valueChange(const CheckChange& change, const QLocale& locale)
{
    if (!change.valueBefore && !change.valueAfter)
        return change.cause == ChangeCause::Judgment ? say(QT_TRANSLATE_NOOP("awb", "same evidence"))
                                                     : QString();
    const QString before = valueOf(change.valueBefore, locale);
    const QString after = valueOf(change.valueAfter, locale);
    if (std::isnan(change.delta))
        return before + QStringLiteral(", ") + after;
    if (change.delta == 0)
        return after;
    return before + QStringLiteral(" → ") + after;
}

QString causeWord(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Measurement:
        return say(QT_TRANSLATE_NOOP("awb", "Measurement"));
    case ChangeCause::Threshold:
        return say(QT_TRANSLATE_NOOP("awb", "Threshold"));
    case ChangeCause::ChecklistText:
        return say(QT_TRANSLATE_NOOP("awb", "Checklist text"));
    case ChangeCause::Judgment:
        return say(QT_TRANSLATE_NOOP("awb", "Judgment"));
    case ChangeCause::Environment:
        return say(QT_TRANSLATE_NOOP("awb", "Environment"));
    case ChangeCause::Coverage:
        return say(QT_TRANSLATE_NOOP("awb", "Coverage"));
    case ChangeCause::None:
        break;
    }
    return {};
}

} // namespace awb
