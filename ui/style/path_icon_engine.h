// Icons drawn from the tokens' paths: sharp at every ratio, and in the colours of the theme at the moment
// they are painted, so a change of theme needs no new icons.
#pragma once

#include "design_tokens.h"

#include <QIcon>
#include <QIconEngine>

namespace awb
{

class PathIconEngine : public QIconEngine
{
public:
    explicit PathIconEngine(tokens::IconId icon, tokens::Role role = tokens::Role::Text);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;
    QString key() const override;

private:
    tokens::IconId icon_;
    tokens::Role role_;
};

// For actions, tabs and menus. Buttons take setButtonIcon() instead.
QIcon themedIcon(tokens::IconId icon, tokens::Role role = tokens::Role::Text);

} // namespace awb
