#include "core/audit/mark.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace awb
{

namespace
{

template<typename E, std::size_t N>
std::optional<E> lookUp(const std::array<std::pair<E, const char*>, N>& names, const QString& id)
{
    for (const auto& [value, name] : names) {
        if (id == QLatin1String(name))
            return value;
    }
    return std::nullopt;
}

template<typename E, std::size_t N>
QString nameOf(const std::array<std::pair<E, const char*>, N>& names, E value)
{
    for (const auto& [known, name] : names) {
        if (known == value)
            return QLatin1String(name);
    }
    return {};
}

constexpr std::array<std::pair<Mark, const char*>, 5> marks{{{Mark::Undecided, "undecided"},
                                                             {Mark::Pass, "pass"},
                                                             {Mark::Warn, "warn"},
                                                             {Mark::Fail, "fail"},
                                                             {Mark::NotApplicable, "na"}}};
constexpr std::array<std::pair<Verdict, const char*>, 7> verdicts{
    {{Verdict::None, "none"},
     {Verdict::Pass, "pass"},
     {Verdict::Warn, "warn"},
     {Verdict::Fail, "fail"},
     {Verdict::Inconclusive, "inconclusive"},
     {Verdict::NotMeasured, "not-measured"},
     {Verdict::NotApplicable, "not-applicable"}}};
constexpr std::array<std::pair<Confidence, const char*>, 2> confidences{
    {{Confidence::Measured, "measured"}, {Confidence::Assisted, "assisted"}}};
constexpr std::array<std::pair<Origin, const char*>, 6> origins{{{Origin::None, ""},
                                                                 {Origin::Automatic, "automatic"},
                                                                 {Origin::Manual, "manual"},
                                                                 {Origin::Override, "override"},
                                                                 {Origin::Profile, "profile"},
                                                                 {Origin::Carried, "carried"}}};
constexpr std::array<std::pair<Seat, const char*>, 2> seats{
    {{Seat::Reviewer, "reviewer"}, {Seat::Lead, "lead"}}};

QString translated(const char* source)
{
    return QCoreApplication::translate("awb", source);
}

} // namespace

QString markId(Mark mark)
{
    return nameOf(marks, mark);
}
QString verdictId(Verdict verdict)
{
    return nameOf(verdicts, verdict);
}
QString confidenceId(Confidence confidence)
{
    return nameOf(confidences, confidence);
}
QString originId(Origin origin)
{
    return nameOf(origins, origin);
}
QString seatId(Seat seat)
{
    return nameOf(seats, seat);
}
std::optional<Mark> markFromId(const QString& id)
{
    return lookUp(marks, id);
}
std::optional<Verdict> verdictFromId(const QString& id)
{
    return lookUp(verdicts, id);
}
std::optional<Confidence> confidenceFromId(const QString& id)
{
    return lookUp(confidences, id);
}
std::optional<Origin> originFromId(const QString& id)
{
    return lookUp(origins, id);
}
std::optional<Seat> seatFromId(const QString& id)
{
    return lookUp(seats, id);
}

QString markWord(Mark mark)
{
    switch (mark) {
    case Mark::Pass:
        return translated(QT_TRANSLATE_NOOP("awb", "Pass"));
    case Mark::Warn:
        return translated(QT_TRANSLATE_NOOP("awb", "Warning"));
    case Mark::Fail:
        return translated(QT_TRANSLATE_NOOP("awb", "Fail"));
    case Mark::NotApplicable:
        return translated(QT_TRANSLATE_NOOP("awb", "N/A"));
    case Mark::Undecided:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("awb", "Undecided"));
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return markWord(Mark::Pass);
    case Verdict::Warn:
        return markWord(Mark::Warn);
    case Verdict::Fail:
        return markWord(Mark::Fail);
    case Verdict::NotApplicable:
        return markWord(Mark::NotApplicable);
    case Verdict::Inconclusive:
        return translated(QT_TRANSLATE_NOOP("awb", "Inconclusive"));
    case Verdict::NotMeasured:
        return translated(QT_TRANSLATE_NOOP("awb", "Not measured"));
    case Verdict::None:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("awb", "No suggestion"));
}

QString markSymbol(Mark mark)
{
    switch (mark) {
    case Mark::Pass:
        return QStringLiteral("✓");
    case Mark::Warn:
        return QStringLiteral("⚠");
    case Mark::Fail:
        return QStringLiteral("✗");
    case Mark::NotApplicable:
        return QStringLiteral("–");
    case Mark::Undecided:
        break;
    }
    return {};
}

std::optional<Mark> markFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Mark::Pass;
    case Verdict::Warn:
        return Mark::Warn;
    case Verdict::Fail:
        return Mark::Fail;
    case Verdict::NotApplicable:
        return Mark::NotApplicable;
    default:
        return std::nullopt;
    }
}

} // namespace awb
