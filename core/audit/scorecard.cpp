#include "core/audit/scorecard.h"

#include "core/audit/checklist.h"

#include <QHash>

#include <cmath>

namespace awb
{

double percentOneDecimal(int points, int max)
{
    return max > 0 ? std::floor(1000.0 * points / max + 0.5) / 10.0 : 0.0;
}

double Scorecard::percent() const
{
    return percentOneDecimal(points, max);
}

double Scorecard::strictPercent() const
{
    return percentOneDecimal(strictPoints, strictMax);
}

namespace
{

void countMark(SectionScore& section, Mark mark)
{
    switch (mark) {
    case Mark::Pass:
        ++section.pass;
        ++section.points;
        break;
    case Mark::Warn:
        ++section.warn;
        break;
    case Mark::Fail:
        ++section.fail;
        break;
    case Mark::NotApplicable:
        ++section.na;
        break;
    case Mark::Undecided:
        return;
    }
    ++section.decided;
}

void addBand(const Checklist& checklist, Scorecard& card)
{
    if (card.max == 0)
        return;
    const Band& band = checklist.bandFor(card.ratio());
    card.band = band.id;
    card.bandTitle = band.title;
    for (auto it = checklist.bands.crbegin(); it != checklist.bands.crend(); ++it) {
        if (it->minPercent <= band.minPercent)
            continue;
        // smallest whole number of points whose exact ratio reaches the band
        const int needed = static_cast<int>(std::ceil(it->minPercent * card.max / 100.0 - 1e-9));
        card.pointsToNextBand = needed - card.points;
        card.nextBandTitle = it->title;
        break;
    }
}

} // namespace

Scorecard computeScorecard(const Checklist& checklist, const QVector<ScoredCheck>& checks)
{
    Scorecard card;
    QHash<int, qsizetype> positions;
    for (const Section& section : checklist.sections) {
        positions.insert(section.number, card.sections.size());
        SectionScore score;
        score.number = section.number;
        score.title = section.title;
        score.strictMax = static_cast<int>(section.checks.size());
        card.sections.append(score);
        card.strictMax += score.strictMax;
    }
    for (const ScoredCheck& check : checks) {
        if (!positions.contains(check.section))
            continue;
        countMark(card.sections[positions.value(check.section)], check.mark);
        card.strictPoints += check.strictMark == Mark::Pass;
        card.measured += check.verdict == Verdict::Pass || check.verdict == Verdict::Warn ||
                         check.verdict == Verdict::Fail;
        card.stale += check.stale;
        card.overruled += check.overruled;
    }
    for (SectionScore& section : card.sections) {
        section.max = section.strictMax - section.na;
        card.points += section.points;
        card.max += section.max;
        card.decided += section.decided;
        card.pass += section.pass;
        card.warn += section.warn;
        card.fail += section.fail;
        card.na += section.na;
    }
    card.undecided = card.strictMax - card.decided;
    card.provisional = card.undecided > 0;
    addBand(checklist, card);
    return card;
}

} // namespace awb
