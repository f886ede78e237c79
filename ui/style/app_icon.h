// The program's sign: a checked list on a rounded square of the accent colour.
#pragma once

#include <QIcon>

namespace awb
{

class Theme;

void paintAppSign(QPainter& painter, const QRectF& square, const Theme& theme);
QIcon appIcon(); // drawn at the sizes that desktops ask for

} // namespace awb
