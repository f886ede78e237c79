// Draws a measured value against its threshold: the picture every check leads with, on screen and in the PDF.
#pragma once

#include "core/report_pdf/ruler.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb
{

namespace RulerPainter
{
// The full ruler; give it tokens::size::rulerHeight (84) of height, at least 62.
void paint(QPainter& painter, const QRectF& rect, const ValueRuler& ruler, const Theme& theme);
// Track, threshold and value only, for a table cell.
void paintMini(QPainter& painter, const QRectF& rect, const ValueRuler& ruler, const Theme& theme);
// Up to 30 one pip each (good, unknown, bad), more as a share bar. 0 of 0 is drawn as not known.
void paint(QPainter& painter, const QRectF& rect, const CountRuler& count, const Theme& theme);
// name, found, expected and the suggested mark in one row.
void paint(QPainter& painter, const QRectF& rect, const SettingRuler& setting, const Theme& theme);
} // namespace RulerPainter

// failTint with lines of `fail` at 35 % in 45 degrees: beyond the threshold. Charts use it too.
void fillBeyond(QPainter& painter, const QRectF& rect, const Theme& theme);
// The diamond of a value; hollow: predicted.
void drawValueDiamond(QPainter& painter, const QPointF& centre, double size, const Theme& theme,
                      bool hollow = false);

} // namespace awb
