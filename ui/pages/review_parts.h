// Two small parts of the review mode: the marks of the section, and what the evidence suggests.
#pragma once

#include "core/report_pdf/mark_painter.h"
#include "ui/presenters/check_view.h"

#include <QVector>
#include <QWidget>

namespace awb
{

class Chip;
class KeyCap;
class TextLabel;

// The marks of the present section in a row, the current check underlined.
class SectionDots : public QWidget
{
public:
    using QWidget::QWidget;

    void setChecks(const QVector<Mark>& marks, qsizetype current);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int step() const;

    QVector<Mark> marks_;
    qsizetype current_ = 0;
};

// What the evidence says, in one line over the marks: outline, word, origin, and the key that takes it over.
class SuggestLine : public QWidget
{
public:
    explicit SuggestLine(QWidget* parent);
    void setSuggestion(const SuggestionView& view, bool canAccept);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MarkGlyph glyph_ = MarkGlyph::Undecided;
    TextLabel* word_;
    Chip* origin_;
    KeyCap* key_;
};

} // namespace awb
