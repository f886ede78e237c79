// A chip that switches a filter: "All 71", "Undecided 30", a mark with its count.
#pragma once

#include "ui/widgets/chip.h"

#include <QAbstractButton>

namespace awb
{

class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    // text may be empty when there is a glyph; name is what a screen reader says ("Fail").
    FilterChip(const QString& text, const QString& name, std::optional<MarkGlyph> glyph = {},
               QWidget* parent = nullptr);

    // Negative: no count is shown.
    void setCount(int count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipContent content() const;
    void nameChanged();

    QString name_;
    std::optional<MarkGlyph> glyph_;
    int count_ = -1;
};

} // namespace awb
