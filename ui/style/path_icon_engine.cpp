#include "ui/style/path_icon_engine.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/style_theme.h"

#include <QPainter>
#include <QPixmap>

namespace awb
{

PathIconEngine::PathIconEngine(tokens::IconId icon, tokens::Role role) : icon_(icon), role_(role) {}

void PathIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    const Theme theme = themeOf(nullptr);
    const tokens::Role role = mode == QIcon::Disabled ? tokens::Role::Disabled
                              : state == QIcon::On    ? tokens::Role::AccentText
                                                      : role_;
    IconPainter::paint(*painter, rect, icon_, theme.color(role));
}

QPixmap PathIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

QIconEngine* PathIconEngine::clone() const
{
    return new PathIconEngine(*this);
}

QString PathIconEngine::key() const
{
    return QStringLiteral("awb.path");
}

QIcon themedIcon(tokens::IconId icon, tokens::Role role)
{
    return QIcon(new PathIconEngine(icon, role));
}

} // namespace awb
