// One check in the words and shapes of the screen: what the walk and the review mode show of it.
#pragma once

#include "core/audit/audit_result.h"
#include "core/report_pdf/mark_painter.h"
#include "core/report_pdf/ruler.h"

#include <variant>

namespace awb
{

enum class ViewTone { Unknown, Warn, Fail, Pass, Neutral };
enum class ViewAction { None, CopyUnlock, RunProbes, KeepMark };

// A banner under the title, DESIGN §8: what, why, the next step.
struct BannerView
{
    ViewTone tone = ViewTone::Neutral;
    QString strong;
    QString detail;
    bool clock = false; // stale
    std::optional<MarkGlyph> glyph;
    QVector<ViewAction> actions;
};

using RulerView = std::variant<ValueRuler, CountRuler, SettingRuler>;

struct SuggestionView
{
    ViewTone tone = ViewTone::Neutral;
    MarkGlyph glyph = MarkGlyph::Undecided;
    QString strong; // "Suggests: Pass"
    QString detail; // one sentence of proof
    QString origin; // "Measured", "Assisted"; empty: nothing suggests
    bool measured = false;
    QString acceptText; // "Accept Pass"; empty: it proves no mark
};

struct CheckView
{
    QString id;
    QString section; // "Database"
    QString title;
    QString threshold;
    QString thresholdNote; // "stricter", "looser than the checklist"
    QString method;
    QString question;          // what to ask when no probe can know
    QString measuredWhat;      // heading of the ruler card
    QStringList measuredChips; // "n = 15", "60 s window"
    std::optional<RulerView> ruler;
    QString big;     // review mode: "14"
    QString bigUnit; // "of 15 indexed", "ms [171–203]"
    std::optional<BannerView> banner;
    std::optional<BannerView> stale;
    QVector<BannerView> limits;
    SuggestionView suggestion;
    QString remedy;
    QVector<RemedyCode> remedyCode; // made for what was found first, else the checklist's
    QString unlock;
    QVector<Sent> sent;
    QString sentSummary; // "3 statements to db:5432/shop, 14:05:12"
};

// `sectionTitle` as the checklist has it; `locale` for numbers and times; `byLetter` as the audit is judged.
CheckView viewOf(const CheckResult& check, const QString& sectionTitle, const QLocale& locale = QLocale(),
                 bool byLetter = false);

// "28 of 71 · 28 of 70 applicable · 52 of 71 measured · 1 stale": the honest score line.
QString honestLine(const Scorecard& score);

} // namespace awb
