#include "ui/presenters/check_view.h"

#include "core/foundation/units.h"

#include <QCoreApplication>

#include <cmath>

namespace awb
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(awb::CheckView)
};

ViewTone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return ViewTone::Pass;
    case Verdict::Warn:
        return ViewTone::Warn;
    case Verdict::Fail:
        return ViewTone::Fail;
    case Verdict::Inconclusive:
    case Verdict::NotMeasured:
        return ViewTone::Unknown;
    case Verdict::None:
    case Verdict::NotApplicable:
        return ViewTone::Neutral;
    }
    return ViewTone::Neutral;
}

bool isShareOfCount(const Measurement& measured, const Threshold& threshold)
{
    return threshold.comparison == Comparison::Equal && measured.unit == QLatin1String("percent") &&
           measured.n >= 0;
}

RulerView rulerOf(const Suggestion& suggestion, const Measurement& measured, const Threshold& threshold,
                  const QLocale& locale)
{
    if (isShareOfCount(measured, threshold)) {
        CountRuler count;
        count.total = measured.n;
        count.good = std::llround(measured.value / 100.0 * static_cast<double>(measured.n));
        count.text = Words::tr("%1 of %2").arg(locale.toString(count.good), locale.toString(count.total));
        return count;
    }
    if (measured.unit == QLatin1String("bool")) {
        SettingRuler setting;
        setting.name = threshold.quantity;
        setting.found = measured.value != 0 ? Words::tr("yes") : Words::tr("no");
        setting.expected = threshold.value != 0 ? Words::tr("yes") : Words::tr("no");
        setting.glyph = glyphFor(suggestion.verdict);
        return setting;
    }
    return rulerFor(measured, threshold, locale);
}

void addMeasured(CheckView& view, const CheckResult& check, const QLocale& locale)
{
    const Suggestion& suggestion = check.suggestion;
    if (!suggestion.headline || !suggestion.headline->isKnown() || !suggestion.threshold) {
        return;
    }
    const Measurement& measured = *suggestion.headline;
    const Threshold& threshold = *suggestion.threshold;
    view.ruler = rulerOf(suggestion, measured, threshold, locale);
    view.measuredWhat = threshold.quantity;
    if (view.measuredWhat.size() > 1 && view.measuredWhat.at(1).isLower()) { // "p99" stays as it is
        view.measuredWhat[0] = view.measuredWhat.at(0).toUpper();
    }
    if (measured.n >= 0) {
        view.measuredChips << QStringLiteral("n = %1").arg(locale.toString(measured.n));
    }
    if (const auto* count = std::get_if<CountRuler>(&*view.ruler)) {
        view.big = locale.toString(count->good);
        view.bigUnit = Words::tr("of %1").arg(locale.toString(count->total));
        return;
    }
    view.big = formatNumber(measured.value, measured.unit, locale);
    view.bigUnit = unitSymbol(measured.unit, measured.value);
    const auto number = [&](double value) { return formatNumber(value, measured.unit, locale); };
    if (measured.low && measured.high && number(*measured.low) != number(*measured.high)) {
        view.bigUnit += QStringLiteral(" [%1\u2013%2]")
                            .arg(formatNumber(*measured.low, measured.unit, locale),
                                 formatNumber(*measured.high, measured.unit, locale));
    }
}

void addSuggestion(CheckView& view, const CheckResult& check)
{
    const Suggestion& suggestion = check.suggestion;
    SuggestionView& out = view.suggestion;
    out.tone = toneOf(suggestion.verdict);
    out.glyph = glyphFor(suggestion.verdict);
    if (suggestion.verdict == Verdict::None) {
        out.strong = check.check.probes.isEmpty() ? Words::tr("No probe measures this")
                                                  : Words::tr("Not measured yet");
        out.detail = check.check.question;
        return;
    }
    out.strong = Words::tr("Suggests: %1").arg(verdictWord(suggestion.verdict));
    out.detail = suggestion.summary.text();
    out.measured = suggestion.confidence == Confidence::Measured;
    if (suggestion.verdict == Verdict::NotMeasured) {
        out.strong = Words::tr("Not measured");
    } else {
        out.origin = out.measured ? Words::tr("Measured") : Words::tr("Assisted");
    }
    if (const std::optional<Mark> mark = markFor(suggestion.verdict)) {
        out.acceptText = Words::tr("Accept %1").arg(markWord(*mark));
    }
}

void addBanner(CheckView& view, const CheckResult& check)
{
    const Suggestion& suggestion = check.suggestion;
    BannerView banner;
    if (suggestion.verdict == Verdict::NotMeasured) {
        banner.strong = Words::tr("Not measured: %1").arg(suggestion.summary.text());
    } else if (suggestion.verdict == Verdict::Inconclusive) {
        banner.strong = Words::tr("No verdict: %1").arg(suggestion.summary.text());
    } else if (suggestion.verdict == Verdict::None && !check.check.probes.isEmpty()) {
        banner.strong = Words::tr("Not measured: no probe has run for this check.");
        banner.detail = Words::tr("Give its target and run the probe, or judge it together.");
    } else {
        return;
    }
    banner.tone = ViewTone::Unknown;
    banner.glyph = suggestion.verdict == Verdict::Inconclusive ? MarkGlyph::TooClose : MarkGlyph::NotMeasured;
    if (!suggestion.settle.isEmpty()) {
        banner.detail = suggestion.settle.text();
    }
    if (!suggestion.unlock.isEmpty()) {
        banner.actions << ViewAction::CopyUnlock;
    }
    if (!check.check.probes.isEmpty()) {
        banner.actions << ViewAction::RunProbes;
    }
    view.banner = banner;
}

void addStale(CheckView& view, const CheckResult& check)
{
    if (check.stale.cause.isEmpty()) {
        return;
    }
    BannerView banner;
    banner.tone = ViewTone::Warn;
    banner.clock = true;
    banner.strong = Words::tr("Stale: %1").arg(check.stale.text.text());
    banner.detail = Words::tr("The mark stays until you decide.");
    if (!check.check.probes.isEmpty()) {
        banner.actions << ViewAction::RunProbes;
    }
    banner.actions << ViewAction::KeepMark;
    view.stale = banner;
}

// The suggestion is the letter's; the sentence of proof and the ruler stay what was measured.
void addReading(CheckView& view, const CheckResult& check)
{
    if (check.suggestion.verdict != Verdict::None && !check.check.letter.isEmpty()) {
        view.limits.append({ViewTone::Neutral,
                            Words::tr("Judged by the letter of the checklist. Our reading differs here:"),
                            check.check.letter,
                            false,
                            {},
                            {}});
    }
}

void addLimits(CheckView& view, const CheckResult& check)
{
    const bool said = view.banner.has_value();
    for (const Facts& facts : check.evidence) {
        if (!facts.complete && !facts.reason.isEmpty() && !said) {
            view.limits.append({ViewTone::Neutral, facts.reason.text(), facts.source, false, {}, {}});
        }
    }
    const Suggestion& suggestion = check.suggestion;
    if (suggestion.byLetter != suggestion.verdict && suggestion.byLetter != Verdict::None) {
        view.limits.append(
            {ViewTone::Neutral,
             Words::tr("By the letter of the checklist: %1.").arg(verdictWord(suggestion.byLetter)),
             check.check.letter,
             false,
             {},
             {}});
    }
    if (check.judgedWithoutMeasurement) {
        view.limits.append({ViewTone::Neutral,
                            Words::tr("Judged without measurement: the report lists it."),
                            {},
                            false,
                            {},
                            {}});
    }
}

void addRemedy(CheckView& view, const CheckResult& check)
{
    view.remedy = check.check.remedy;
    for (const Facts& facts : check.evidence) {
        for (const RemedyCode& code : facts.remedies) {
            if (code.check.isEmpty() || code.check == check.check.id) {
                view.remedyCode << code;
            }
        }
    }
    if (!view.remedyCode.isEmpty()) {
        return;
    }
    for (const Snippet& snippet : check.check.remedyCode) {
        view.remedyCode.append({check.check.id, snippet.language, snippet.text});
    }
}

void addSent(CheckView& view, const CheckResult& check, const QLocale& locale)
{
    QStringList sources;
    QDateTime started;
    qint64 count = 0;
    for (const Facts& facts : check.evidence) {
        view.sent += facts.sent;
        for (const Sent& sent : facts.sent) {
            count += sent.count;
        }
        if (!facts.source.isEmpty() && !sources.contains(facts.source)) {
            sources << facts.source;
        }
        started = started.isValid() ? qMin(started, facts.started) : facts.started;
    }
    if (view.sent.isEmpty()) {
        return;
    }
    view.sentSummary = Words::tr("%1 sent to %2, %3")
                           .arg(locale.toString(count), sources.join(QStringLiteral(", ")),
                                locale.toString(started.toLocalTime(), QStringLiteral("d MMM, HH:mm:ss")));
}

} // namespace

CheckView viewOf(const CheckResult& check, const QString& sectionTitle, const QLocale& locale, bool byLetter)
{
    CheckView view;
    view.id = check.check.id;
    view.section = sectionTitle;
    view.title = check.check.check;
    view.threshold = check.check.threshold;
    if (check.thresholdOverridden && !check.thresholds.isEmpty()) {
        const Threshold& own = check.thresholds.constFirst();
        view.threshold =
            comparisonSymbol(own.comparison) + QLatin1Char(' ') + formatQuantity(own.value, own.unit, locale);
        view.thresholdNote = check.thresholdLooser ? Words::tr("own value, looser than the checklist")
                                                   : Words::tr("own value, stricter than the checklist");
    }
    view.method = check.check.method;
    view.question = check.check.question;
    view.unlock = check.suggestion.unlock;
    addMeasured(view, check, locale);
    addSuggestion(view, check);
    addBanner(view, check);
    addStale(view, check);
    if (byLetter) {
        addReading(view, check);
    }
    addLimits(view, check);
    addRemedy(view, check);
    addSent(view, check, locale);
    return view;
}

QString honestLine(const Scorecard& score)
{
    QStringList parts{Words::tr("%1 of %2").arg(score.points).arg(score.strictMax)};
    if (score.max != score.strictMax) {
        parts << Words::tr("%1 of %2 applicable").arg(score.points).arg(score.max);
    }
    parts << Words::tr("%1 of %2 measured").arg(score.measured).arg(score.strictMax);
    parts << Words::tr("%1 stale").arg(score.stale);
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace awb
