// Draws the icons of the tokens in any colour at any size.
#pragma once

#include "design_tokens.h"

#include <QColor>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb::IconPainter
{
// Fits the icon into the square in the middle of rect.
void paint(QPainter& painter, const QRectF& rect, tokens::IconId icon, const QColor& color);
} // namespace awb::IconPainter
