#include "core/report_pdf/mark_painter.h"

#include "core/report_pdf/path_data.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace awb
{
namespace
{

// Of the tokens' rule: "Glyph stroke 1.9 filled, 1.6 outline; outline shape stroke 1.4, scaled 0.92."
constexpr double glyphStrokeFilled = 1.9;
constexpr double glyphStrokeOutline = 1.6;
constexpr double shapeStroke = 1.4;
constexpr double outlineScale = 0.92;
constexpr double grid = 16.0;

const tokens::MarkShape& shapeOf(MarkGlyph glyph)
{
    using tokens::MarkId;
    static constexpr MarkId ids[] = {MarkId::Undecided, MarkId::Pass,        MarkId::Warn,    MarkId::Fail,
                                     MarkId::Na,        MarkId::NotMeasured, MarkId::TooClose};
    return tokens::marks[static_cast<std::size_t>(ids[static_cast<std::size_t>(glyph)])];
}

QPainterPath outlineOf(const tokens::MarkShape& shape)
{
    const auto& n = shape.numbers;
    QPainterPath path;
    switch (shape.kind) {
    case tokens::ShapeKind::Ellipse:
    case tokens::ShapeKind::DashedEllipse:
        path.addEllipse(QRectF(n[0], n[1], n[2], n[3]));
        break;
    case tokens::ShapeKind::RoundedRect:
        path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4]);
        break;
    case tokens::ShapeKind::Polygon: {
        QPolygonF polygon;
        for (int i = 0; i + 1 < shape.count; i += 2)
            polygon << QPointF(n[static_cast<std::size_t>(i)], n[static_cast<std::size_t>(i) + 1]);
        path.addPolygon(polygon);
        path.closeSubpath();
        break;
    }
    }
    return path;
}

QPen roundPen(const QColor& color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintFilled(QPainter& painter, const tokens::MarkShape& shape, const QPainterPath& glyph,
                 const QColor& color, const QColor& onColor)
{
    // A filled triangle keeps the soft corners that the outline has: fill and stroke in the same colour.
    const bool soft = shape.kind == tokens::ShapeKind::Polygon;
    painter.setPen(soft ? roundPen(color, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(color);
    painter.drawPath(outlineOf(shape));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(onColor, glyphStrokeFilled));
    painter.drawPath(glyph);
}

void paintOutline(QPainter& painter, const tokens::MarkShape& shape, const QPainterPath& glyph,
                  const QColor& color)
{
    painter.setBrush(Qt::NoBrush);
    QPen pen = roundPen(color, shapeStroke);
    if (shape.kind == tokens::ShapeKind::DashedEllipse) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({shape.dash[0] / shapeStroke, shape.dash[1] / shapeStroke});
    } else {
        painter.translate(grid / 2, grid / 2);
        painter.scale(outlineScale, outlineScale);
        painter.translate(-grid / 2, -grid / 2);
    }
    painter.setPen(pen);
    painter.drawPath(outlineOf(shape));
    painter.setPen(roundPen(color, glyphStrokeOutline));
    painter.drawPath(glyph);
}

} // namespace

MarkGlyph glyphFor(Mark mark)
{
    switch (mark) {
    case Mark::Pass:
        return MarkGlyph::Pass;
    case Mark::Warn:
        return MarkGlyph::Warn;
    case Mark::Fail:
        return MarkGlyph::Fail;
    case Mark::NotApplicable:
        return MarkGlyph::NotApplicable;
    case Mark::Undecided:
        break;
    }
    return MarkGlyph::Undecided;
}

MarkGlyph glyphFor(CellState state)
{
    switch (state) {
    case CellState::Ok:
        return MarkGlyph::Pass;
    case CellState::Risky:
        return MarkGlyph::Warn;
    case CellState::Bad:
        return MarkGlyph::Fail;
    case CellState::Unknown:
        break;
    }
    return MarkGlyph::NotMeasured;
}

MarkGlyph glyphFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return MarkGlyph::Pass;
    case Verdict::Warn:
        return MarkGlyph::Warn;
    case Verdict::Fail:
        return MarkGlyph::Fail;
    case Verdict::NotApplicable:
        return MarkGlyph::NotApplicable;
    case Verdict::Inconclusive:
        return MarkGlyph::TooClose;
    case Verdict::NotMeasured:
        return MarkGlyph::NotMeasured;
    case Verdict::None:
        break;
    }
    return MarkGlyph::Undecided;
}

MarkRoles markRoles(MarkGlyph glyph)
{
    using tokens::Role;
    switch (glyph) {
    case MarkGlyph::Pass:
        return {Role::Pass, Role::PassTint, Role::PassText};
    case MarkGlyph::Warn:
        return {Role::Warn, Role::WarnTint, Role::WarnText};
    case MarkGlyph::Fail:
        return {Role::Fail, Role::FailTint, Role::FailText};
    case MarkGlyph::NotApplicable:
        return {Role::Na, Role::NaTint, Role::NaText};
    case MarkGlyph::Undecided:
        return {Role::Open, Role::NaTint, Role::NaText};
    case MarkGlyph::NotMeasured:
    case MarkGlyph::TooClose:
        break;
    }
    return {Role::Unknown, Role::UnknownTint, Role::UnknownText};
}

QString markLetter(MarkGlyph glyph)
{
    return QString::fromLatin1(shapeOf(glyph).letter);
}

QString markWord(MarkGlyph glyph)
{
    return QString::fromLatin1(shapeOf(glyph).word);
}

void MarkPainter::paint(QPainter& painter, const QRectF& rect, MarkGlyph glyph, bool filled,
                        const Theme& theme)
{
    const tokens::MarkShape& shape = shapeOf(glyph);
    const QPainterPath inner = parsePathData(shape.glyph).value_or(QPainterPath());
    const double side = std::min(rect.width(), rect.height());
    const bool solid = filled && !shape.outlineOnly && shape.kind != tokens::ShapeKind::DashedEllipse;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / grid, side / grid);
    const QColor color = theme.color(markRoles(glyph).mark);
    if (solid)
        paintFilled(painter, shape, inner, color, theme.color(tokens::Role::OnMark));
    else
        paintOutline(painter, shape, inner, color);
    painter.restore();
}

} // namespace awb
