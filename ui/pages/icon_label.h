// One icon of the set in a colour of the theme, on the line of the text beside it. The text carries the
// meaning: nothing for a screen reader here.
#pragma once

#include "design_tokens.h"

#include <QWidget>

#include <optional>

namespace awb
{

class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(std::optional<tokens::IconId> icon = {}, tokens::Role role = tokens::Role::Text2,
                       QWidget* parent = nullptr);
    void setIcon(std::optional<tokens::IconId> icon, tokens::Role role = tokens::Role::Text2);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<tokens::IconId> icon_;
    tokens::Role role_;
};

} // namespace awb
