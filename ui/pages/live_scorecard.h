// The scorecard that follows every mark: points, what is still possible, a bar a section.
#pragma once

#include "core/audit/scorecard.h"
#include "ui/pages/pane.h"

namespace awb
{

class Chip;
class SectionBar;
class SectionRows;
class TextLabel;

class LiveScorecard : public Pane
{
    Q_OBJECT
public:
    explicit LiveScorecard(QWidget* parent = nullptr);
    void setScore(const Scorecard& score, int currentSection);
    // One line and a bar: for low windows.
    void setCompact(bool compact);

private:
    TextLabel* points_;
    TextLabel* of_;
    TextLabel* atMost_;
    Chip* provisional_;
    SectionBar* bar_;
    SectionRows* rows_;
    QWidget* figures_;
};

} // namespace awb
