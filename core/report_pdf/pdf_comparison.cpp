// The comparison as PDF.
#include "core/report/comparison_words.h"
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/pdf_pages.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <optional>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr TextStyle label{Type::Small, 500, Role::Text2, false};
constexpr TextStyle bodyText{Type::Body, 400, Role::Text, false};
constexpr TextStyle smallText{Type::Small, 400, Role::Text2, false};

void paintRight(QPainter& painter, const TextBlock& block, double right, double top)
{
    block.paint(painter, QPointF(right - block.naturalWidth(), top));
}

Role directionRole(int change)
{
    return change > 0 ? Role::PassText : change < 0 ? Role::FailText : Role::Text2;
}

void addScores(PdfBody& body, const AuditComparison& comparison)
{
    const PdfSheet& sheet = body.sheet();
    const QLocale& locale = sheet.locale();
    const int change = comparison.pointsAfter - comparison.pointsBefore;
    const QString from = comparison.maxBefore == comparison.maxAfter
                             ? locale.toString(comparison.pointsBefore)
                             : say(QT_TRANSLATE_NOOP("awb", "%1 of %2"),
                                   {comparison.pointsBefore, comparison.maxBefore}, locale);
    const TextBlock points = sheet.text(
        from + QStringLiteral(" → ") +
            say(QT_TRANSLATE_NOOP("awb", "%1 of %2"), {comparison.pointsAfter, comparison.maxAfter}, locale),
        {Type::Heading, 600, Role::Text, false}, 240, 1);
    const TextBlock delta =
        sheet.text(say(QT_TRANSLATE_NOOP("awb", "%1 points"), {signedNumber(change, locale)}, locale),
                   {Type::Heading, 600, directionRole(change), false}, 140, 1);
    body.picture(22, 4, true, [=](QPainter& painter, const QRectF& rect) {
        points.paint(painter, rect.topLeft());
        delta.paint(painter, rect.topLeft() + QPointF(points.naturalWidth() + 14, 0));
    });
    body.paragraph(percentLine(comparison, locale), {Type::Body, 400, Role::Text2, false}, {2, 0, true, 3});
    const auto side = [&](const char* source, const QString& name, const QDateTime& time) {
        body.paragraph(say(source, {visibleLine(name, 120), timeText(time, locale)}, locale), smallText,
                       {4, 0, true, 1});
    };
    side(QT_TRANSLATE_NOOP("awb", "A: %1, %2"), comparison.labelBefore, comparison.timeBefore);
    side(QT_TRANSLATE_NOOP("awb", "B: %1, %2"), comparison.labelAfter, comparison.timeAfter);
    if (!comparison.sameEnvironment)
        body.paragraph(
            say(QT_TRANSLATE_NOOP("awb", "The two looked at different environments: the values are printed, "
                                         "their changes are not.")),
            {Type::Body, 600, Role::UnknownText, false}, {8, 0, true, 3});
}

struct SectionColumns
{
    double before = 250;
    double after = 304;
    double change = 380;
    double picture = 404;
    double width = 170;
};

// Hollow: before; filled: after; both as a share of the section's maximum.
void paintMove(QPainter& painter, const PdfSheet& sheet, const QRectF& track, const SectionScore& before,
               const SectionScore& after)
{
    const double y = track.center().y();
    painter.fillRect(QRectF(track.left(), y - 1, track.width(), 2), sheet.color(Role::Line));
    if (before.max == 0 || after.max == 0)
        return;
    const double from = track.left() + track.width() * before.ratio();
    const double to = track.left() + track.width() * after.ratio();
    const Role role = to > from ? Role::Pass : to < from ? Role::Fail : Role::Text2;
    painter.setPen(QPen(sheet.color(role), 3));
    painter.drawLine(QPointF(from, y), QPointF(to, y));
    painter.setPen(QPen(sheet.color(Role::Text2), 1.5));
    painter.setBrush(sheet.color(Role::Panel));
    painter.drawEllipse(QPointF(from, y), 4.2, 4.2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(sheet.color(role));
    painter.drawEllipse(QPointF(to, y), from == to ? 2.6 : 4.6, from == to ? 2.6 : 4.6);
}

void addSectionHead(PdfBody& body)
{
    const PdfSheet& sheet = body.sheet();
    const std::array<TextBlock, 5> heads{
        sheet.text(say(QT_TRANSLATE_NOOP("awb", "Section")), label, 200, 1),
        sheet.text(QStringLiteral("A"), label, 40, 1), sheet.text(QStringLiteral("B"), label, 40, 1),
        sheet.text(say(QT_TRANSLATE_NOOP("awb", "Change")), label, 80, 1),
        sheet.text(say(QT_TRANSLATE_NOOP("awb", "○ A  ● B, of the section's maximum")), label, 280, 1)};
    const QColor ink = sheet.color(Role::Text);
    body.picture(26, 12, true, [=](QPainter& painter, const QRectF& rect) {
        const SectionColumns columns;
        heads[0].paint(painter, rect.topLeft() + QPointF(0, 4));
        paintRight(painter, heads[1], rect.left() + columns.before, rect.top() + 4);
        paintRight(painter, heads[2], rect.left() + columns.after, rect.top() + 4);
        paintRight(painter, heads[3], rect.left() + columns.change, rect.top() + 4);
        heads[4].paint(painter, rect.topLeft() + QPointF(columns.picture, 4));
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), ink);
    });
}

void addSectionRows(PdfBody& body, const AuditComparison& comparison)
{
    const PdfSheet& sheet = body.sheet();
    const QLocale& locale = sheet.locale();
    const qsizetype count = std::min(comparison.sectionsBefore.size(), comparison.sectionsAfter.size());
    if (count == 0)
        return;
    addSectionHead(body);
    const QColor line = sheet.color(Role::Line);
    for (qsizetype i = 0; i < count; ++i) {
        const SectionScore before = comparison.sectionsBefore.at(i);
        const SectionScore after = comparison.sectionsAfter.at(i);
        const int change = after.points - before.points;
        const TextBlock name =
            sheet.text(QStringLiteral("%1. %2").arg(after.number).arg(after.title), bodyText, 220, 1);
        const std::array<TextBlock, 3> figures{
            sheet.text(locale.toString(before.points), {Type::Number, 400, Role::Text, true}, 40, 1),
            sheet.text(locale.toString(after.points), {Type::Number, 600, Role::Text, true}, 40, 1),
            sheet.text(signedNumber(change, locale), {Type::Number, 600, directionRole(change), true}, 60,
                       1)};
        body.picture(22.5, 0, true, [=, &sheet](QPainter& painter, const QRectF& rect) {
            const SectionColumns columns;
            const double top = rect.top() + 2;
            name.paint(painter, QPointF(rect.left(), top));
            paintRight(painter, figures[0], rect.left() + columns.before, top);
            paintRight(painter, figures[1], rect.left() + columns.after, top);
            paintRight(painter, figures[2], rect.left() + columns.change, top);
            paintMove(painter, sheet,
                      QRectF(rect.left() + columns.picture + 5, rect.top(), columns.width, rect.height()),
                      before, after);
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line);
        });
    }
}

struct GroupLook
{
    tokens::IconId icon;
    Role role;
};

GroupLook lookOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Regressed:
    case ChangeKind::ValueWorse:
        return {tokens::IconId::Down, Role::Fail};
    case ChangeKind::Improved:
    case ChangeKind::ValueBetter:
        return {tokens::IconId::Up, Role::Pass};
    case ChangeKind::NotComparable:
        return {tokens::IconId::Warn, Role::Unknown};
    case ChangeKind::Unchanged:
        break;
    }
    return {tokens::IconId::Eq, Role::Text2};
}

qsizetype addGroupHead(PdfBody& body, const ChangeGroup& group)
{
    const PdfSheet& sheet = body.sheet();
    const TextBlock title =
        sheet.text(group.title, {Type::Body, 600, Role::Text, false}, body.width() - 40, 1);
    const GroupLook look = lookOf(group.kind);
    const QColor ground = sheet.color(Role::Window);
    const QColor ink = sheet.color(look.role);
    const qsizetype index = body.flow().size();
    body.picture(25, 4, true, [=](QPainter& painter, const QRectF& rect) {
        painter.fillRect(rect, ground);
        IconPainter::paint(painter, QRectF(rect.left() + 8, rect.center().y() - 7, 14, 14), look.icon, ink);
        title.paint(painter, QPointF(rect.left() + 28, rect.center().y() - title.lineHeight() / 2));
    });
    return index;
}

std::optional<tokens::IconId> causeIcon(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Measurement:
        return tokens::IconId::Gauge;
    case ChangeCause::Judgment:
        return tokens::IconId::Person;
    case ChangeCause::Environment:
    case ChangeCause::Coverage:
        return tokens::IconId::Warn;
    case ChangeCause::Threshold:
    case ChangeCause::ChecklistText:
        return tokens::IconId::File;
    case ChangeCause::None:
        break;
    }
    return std::nullopt;
}

void addChange(PdfBody& body, const CheckChange& change, qsizetype head)
{
    const PdfSheet& sheet = body.sheet();
    ChipLook chip;
    chip.text = causeWord(change.cause);
    chip.icon = causeIcon(change.cause);
    const double chipRoom = chip.text.isEmpty() ? 0 : chipWidth(sheet, chip) + 16;
    const TextBlock id = sheet.text(change.check, {Type::Number, 400, Role::Text2, true}, 40, 1);
    const TextBlock title = sheet.text(change.title, bodyText, 194, 2);
    const TextBlock value = sheet.text(visibleLine(valueChange(change, sheet.locale()), 120), bodyText,
                                       body.width() - 326 - chipRoom, 2);
    const QColor line = sheet.color(Role::Line);
    const QColor arrow = sheet.color(Role::Text2);
    FlowItem item;
    item.height = std::max(title.height(), value.height()) + 11;
    item.repeat = head;
    item.paint = [=, &sheet](QPainter& painter, const QRectF& rect) {
        const double top = rect.top() + 5;
        const double middle = top + 9;
        id.paint(painter, QPointF(rect.left(), top));
        title.paint(painter, QPointF(rect.left() + 44, top));
        sheet.paintMark(painter, QRectF(rect.left() + 246, middle - 7, 14, 14), change.before);
        painter.setPen(QPen(arrow, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{{rect.left() + 277, middle - 3.5},
                                       {rect.left() + 281, middle},
                                       {rect.left() + 277, middle + 3.5}});
        painter.drawLine(QPointF(rect.left() + 268, middle), QPointF(rect.left() + 280, middle));
        sheet.paintMark(painter, QRectF(rect.left() + 290, middle - 7, 14, 14), change.after);
        value.paint(painter, QPointF(rect.left() + 322, top));
        if (!chip.text.isEmpty())
            paintChip(painter, sheet, rect.right() - 8, middle, chip);
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line);
    };
    body.flow().add(std::move(item));
}

} // namespace

void addComparison(PdfBody& body, const AuditComparison& comparison)
{
    const QLocale& locale = body.sheet().locale();
    const qsizetype first = body.flow().size();
    body.paragraph(visibleLine(comparisonTitle(comparison), 160), {Type::Title, 700, Role::Text, false},
                   {0, 0, true, 2});
    body.flow().at(first).running = say(QT_TRANSLATE_NOOP("awb", "Comparison"));
    body.flow().at(first).bookmark = comparisonTitle(comparison);
    addScores(body, comparison);
    addSectionRows(body, comparison);
    body.picture(1, 0, false, {});
    body.heading(say(QT_TRANSLATE_NOOP("awb", "Checks that changed, with the cause")), 20, false);
    const QVector<ChangeGroup> groups = changeGroups(comparison, locale);
    for (const ChangeGroup& group : groups) {
        const qsizetype head = addGroupHead(body, group);
        body.flow().at(head).bookmark = group.title;
        body.flow().at(head).level = 1;
        for (const CheckChange* change : group.changes)
            addChange(body, *change, head);
    }
    if (groups.isEmpty())
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "No check changed.")), bodyText, {4, 0, false, 1});
    body.paragraph(
        say(QT_TRANSLATE_NOOP("awb", "Unchanged checks: %1."), {unchangedCount(comparison)}, locale),
        smallText, {10, 0, false, 1});
}

} // namespace awb
