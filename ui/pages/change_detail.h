// One changed check of a comparison in full: both marks, both values against the threshold, and the same
// chart of both where there is one.
#pragma once

#include "core/audit/audit_result.h"
#include "ui/widgets/card.h"

namespace awb
{

class ChartView;
class Chip;
class RulerWidget;
class TextLabel;

class ChangeDetail : public Card
{
    Q_OBJECT
public:
    struct Side
    {
        QString label; // "Q3 2026"
        std::optional<CheckResult> check;
    };
    explicit ChangeDetail(QWidget* parent = nullptr);
    // why: what made the change. Without both checks it says what to choose.
    void setChange(const Side& before, const Side& after, const QString& why);

private:
    struct Row
    {
        TextLabel* label;
        Chip* mark;
        TextLabel* value;
        RulerWidget* ruler;
    };
    Row makeRow();
    void showRow(const Row& row, const Side& side);

    Row before_;
    Row after_;
    ChartView* chart_;
    TextLabel* why_;
};

// One chart with the first series of both, or nothing when they have no line or histogram in common.
std::optional<ChartSpec> overlaid(const ChangeDetail::Side& before, const ChangeDetail::Side& after);

} // namespace awb
