// Sections and checks of the PDF report.
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/chart_painter.h"
#include "core/report_pdf/check_ruler.h"
#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/pdf_pages.h"
#include "core/report_pdf/ruler_painter.h"

#include <QCoreApplication>
#include <QHash>
#include <QPainter>

#include <algorithm>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr qsizetype mostRows = 25;
constexpr TextStyle smallText{Type::Small, 400, Role::Text2, false};
constexpr TextStyle bodyText{Type::Body, 400, Role::Text, false};

QString sectionTitle(const SectionScore& section)
{
    return QStringLiteral("%1. %2").arg(section.number).arg(section.title);
}

void addSectionHead(PdfBody& body, const SectionScore& section)
{
    const PdfSheet& sheet = body.sheet();
    const QLocale& locale = sheet.locale();
    const TextBlock title =
        sheet.text(sectionTitle(section), {Type::Heading, 600, Role::Text, false}, body.width() - 220, 1);
    const TextBlock score = sheet.text(
        section.max > 0
            ? say(QT_TRANSLATE_NOOP("awb", "%1 of %2 points, %3 %"),
                  {section.points, section.max, percentText(section.points, section.max, locale)}, locale)
            : say(QT_TRANSLATE_NOOP("awb", "No check applies")),
        {Type::Body, 400, Role::Text2, false}, 220, 1);
    FlowItem item;
    item.height = title.height() + 6;
    item.breakBefore = true;
    item.keepWithNext = true;
    item.bookmark = sectionTitle(section);
    item.running = item.bookmark;
    item.paint = [=](QPainter& painter, const QRectF& rect) {
        title.paint(painter, rect.topLeft());
        score.paint(painter, QPointF(rect.right() - score.naturalWidth(), rect.top() + 1));
    };
    body.flow().add(std::move(item));
}

ChipLook markChip(const CheckResult& check)
{
    const MarkRoles roles = markRoles(glyphFor(check.mark()));
    return {markWord(check.mark()), roles.text, roles.tint, false, check.mark(), std::nullopt};
}

void addCheckHead(PdfBody& body, const CheckResult& check, bool first)
{
    const PdfSheet& sheet = body.sheet();
    if (!first) {
        body.rule(22, 1.5, Role::Text, true);
        body.flow().at(body.flow().size() - 1).dropAtTop = true;
    }
    const ChipLook mark = markChip(check);
    const ChipLook origin = originChip(check);
    const double chips = chipWidth(sheet, mark) + (origin.text.isEmpty() ? 0 : chipWidth(sheet, origin) + 8);
    const TextBlock id = sheet.text(check.check.id, {Type::Kpi, 400, Role::Text2, true}, 60, 1);
    const TextBlock title = sheet.text(check.check.check, {Type::Heading, 600, Role::Text, false},
                                       body.width() - 46 - chips - 16, 3);
    FlowItem item;
    item.height = std::max(26.0, title.height());
    item.before = first ? 8 : 14;
    item.keepWithNext = true;
    item.bookmark =
        QStringLiteral("%1 %2 %3").arg(check.check.id, symbolOf(check.mark()), check.check.shortName);
    item.level = 1;
    item.paint = [=, &sheet](QPainter& painter, const QRectF& rect) {
        id.paint(painter, rect.topLeft() + QPointF(0, 13 - id.lineHeight() / 2));
        title.paint(painter, rect.topLeft() + QPointF(46, 13 - title.lineHeight() / 2));
        double right = rect.right();
        if (!origin.text.isEmpty())
            right = paintChip(painter, sheet, right, rect.top() + 13, origin) - 8;
        paintChip(painter, sheet, right, rect.top() + 13, mark);
    };
    body.flow().add(std::move(item));
}

QDateTime measuredAt(const CheckResult& check)
{
    QDateTime newest;
    for (const Facts& facts : check.evidence) {
        if (!newest.isValid() || facts.started > newest)
            newest = facts.started;
    }
    return newest;
}

void addCheckFields(PdfBody& body, const CheckResult& check)
{
    const QLocale& locale = body.sheet().locale();
    QVector<BodyField> left{{say(QT_TRANSLATE_NOOP("awb", "Threshold")), thresholdText(check, locale), false},
                            {say(QT_TRANSLATE_NOOP("awb", "Measured")), measuredText(check, locale), true}};
    if (const QDateTime at = measuredAt(check); at.isValid())
        left.append({say(QT_TRANSLATE_NOOP("awb", "Measured at")), timeText(at, locale), false});
    QVector<BodyField> right{
        {say(QT_TRANSLATE_NOOP("awb", "Marked")), visibleLine(markedText(check), 200), false},
        {say(QT_TRANSLATE_NOOP("awb", "Suggested")), suggestionText(check), false}};
    if (check.judgment.time.isValid() && check.mark() != Mark::Undecided)
        right.append(
            {say(QT_TRANSLATE_NOOP("awb", "Recorded at")), timeText(check.judgment.time, locale), false});
    body.fields(left, right, 8);
}

void addRuler(PdfBody& body, const CheckResult& check)
{
    const CheckRuler ruler = checkRuler(check.suggestion, body.sheet().locale());
    const Theme& theme = body.sheet().theme();
    if (const auto* value = std::get_if<ValueRuler>(&ruler))
        body.picture(78, 8, true, [ruler = *value, &theme](QPainter& painter, const QRectF& rect) {
            RulerPainter::paint(painter, rect, ruler, theme);
        });
    else if (const auto* count = std::get_if<CountRuler>(&ruler))
        body.picture(28, 10, true, [ruler = *count, &theme](QPainter& painter, const QRectF& rect) {
            RulerPainter::paint(painter, rect, ruler, theme);
        });
}

void addFinding(PdfBody& body, const CheckResult& check)
{
    const QLocale& locale = body.sheet().locale();
    const Suggestion& suggestion = check.suggestion;
    body.paragraph(suggestion.summary.text(locale), bodyText, {8, 0, false, 8});
    body.paragraph(suggestion.settle.text(locale), {Type::Body, 400, Role::UnknownText, false},
                   {4, 0, false, 6});
    body.code(suggestion.unlock, 4);
    const QString& reason = check.judgment.reason;
    const char* reasonLabel = check.mark() == Mark::NotApplicable
                                  ? QT_TRANSLATE_NOOP("awb", "Why it does not apply")
                                  : QT_TRANSLATE_NOOP("awb", "Reason");
    body.quote(say(reasonLabel), reason, 10);
    if (check.judgedWithoutMeasurement)
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "Judged without measurement.")),
                       {Type::Body, 600, Role::UnknownText, false}, {6, 0, false, 1});
    if (!check.stale.cause.isEmpty())
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "Stale: %1"), {check.stale.text.text(locale)}, locale),
                       {Type::Body, 600, Role::WarnText, false}, {6, 0, false, 3});
}

void addChart(PdfBody& body, const ChartSpec& chart)
{
    const Theme& theme = body.sheet().theme();
    const QLocale locale = body.sheet().locale();
    body.paragraph(chart.title.text(locale), {Type::BodyStrong, 600, Role::Text, false}, {12, 0, true, 1});
    const double height = ChartPainter::heightFor(chart, body.width(), theme);
    body.picture(height, 4, false, [chart, locale, &theme](QPainter& painter, const QRectF& rect) {
        ChartPainter::paint(painter, rect, chart, theme, locale);
    });
}

// Where each chart and table was printed first: several checks rest on the same evidence, and a report that
// repeats it is not read.
class PrintedEvidence
{
public:
    // The check under which it stands already; empty: it is new, and stands under `check` from now on.
    QString placeOf(const Facts& facts, const QString& kind, const QString& title, const QString& check)
    {
        const QString key =
            QStringList{facts.probe, facts.source, facts.started.toString(Qt::ISODateWithMs), kind, title}
                .join(QChar(0x1F));
        if (const auto known = places_.constFind(key); known != places_.cend())
            return *known;
        places_.insert(key, check);
        return {};
    }

private:
    QHash<QString, QString> places_;
};

void addEvidence(PdfBody& body, const Facts& facts, const QString& check, PrintedEvidence& printed)
{
    const QLocale& locale = body.sheet().locale();
    const auto refer = [&](const QString& title, const QString& place) {
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "%1: printed under %2."), {title, place}, locale),
                       smallText, {8, 0, false, 2});
    };
    for (const ChartSpec& chart : facts.charts) {
        const QString title = chart.title.text(locale);
        if (const QString place = printed.placeOf(facts, QStringLiteral("chart"), title, check);
            !place.isEmpty())
            refer(title, place);
        else
            addChart(body, chart);
    }
    for (const Table& table : facts.tables) {
        const QString title = table.title.text(locale);
        if (const QString place = printed.placeOf(facts, QStringLiteral("table"), table.id + title, check);
            !place.isEmpty() && !title.isEmpty() && !table.rows.isEmpty())
            refer(title, place);
        else
            body.table(table, 10, mostRows);
    }
    if (!facts.complete) {
        body.paragraph(facts.reason.isEmpty()
                           ? say(QT_TRANSLATE_NOOP("awb", "This evidence is not complete."))
                           : facts.reason.text(locale),
                       {Type::Body, 400, Role::UnknownText, false}, {8, 0, !facts.unlock.isEmpty(), 6});
        body.code(facts.unlock, 4);
    }
}

void addRemedy(PdfBody& body, const CheckResult& check)
{
    if (check.mark() != Mark::Fail && check.mark() != Mark::Warn)
        return;
    body.heading(say(QT_TRANSLATE_NOOP("awb", "Remedy")), 12, false);
    body.paragraph(check.check.remedy, bodyText, {2, 0, false, 0});
    bool made = false;
    for (const Facts& facts : check.evidence) {
        for (const RemedyCode& remedy : facts.remedies) {
            if (!remedy.check.isEmpty() && remedy.check != check.check.id)
                continue;
            body.code(remedy.text, 6);
            made = true;
        }
    }
    for (const Snippet& snippet : check.check.remedyCode) {
        if (made)
            break;
        body.code(snippet.text, 6);
    }
}

void addCheck(PdfBody& body, const CheckResult& check, bool first, PrintedEvidence& printed)
{
    addCheckHead(body, check, first);
    addCheckFields(body, check);
    addRuler(body, check);
    // Ends the group that stays with the title.
    body.picture(2, 0, false, {});
    addFinding(body, check);
    for (const Facts& facts : check.evidence)
        addEvidence(body, facts, check.check.id, printed);
    addRemedy(body, check);
    body.quote(say(QT_TRANSLATE_NOOP("awb", "Note")), check.judgment.note, 12);
    for (const AttachmentRef& attachment : check.attachments)
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "Attached: %1"), {visibleLine(attachment.name, 120)}),
                       smallText, {4, 0, false, 1});
    for (const Facts& facts : check.evidence)
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "Executed: %1"),
                           {visibleLine(evidenceLine(facts, body.sheet().locale()), 300)}),
                       smallText, {6, 0, false, 2});
}

} // namespace

ChipLook originChip(const CheckResult& check)
{
    ChipLook chip;
    chip.text = originText(check);
    switch (check.judgment.origin) {
    case Origin::Automatic:
        chip.icon = tokens::IconId::Gauge;
        break;
    case Origin::Manual:
        chip.icon = tokens::IconId::Person;
        break;
    case Origin::Override:
        chip.icon = tokens::IconId::Over;
        break;
    case Origin::Profile:
        chip.icon = tokens::IconId::File;
        break;
    case Origin::Carried:
        chip.icon = tokens::IconId::Clock;
        break;
    case Origin::None:
        break;
    }
    return chip;
}

double chipWidth(const PdfSheet& sheet, const ChipLook& chip)
{
    const bool pictured = chip.mark || chip.icon;
    return 8 + (pictured ? 17 : 0) + sheet.widthOf(chip.text, {Type::Small, 500, chip.ink, false}) + 8;
}

double paintChip(QPainter& painter, const PdfSheet& sheet, double right, double middle, const ChipLook& chip)
{
    const double width = chipWidth(sheet, chip);
    const QRectF rect(right - width, middle - 11, width, 22);
    painter.setPen(chip.framed ? QPen(sheet.color(Role::Line), 1) : QPen(Qt::NoPen));
    painter.setBrush(sheet.color(chip.ground));
    painter.drawRoundedRect(rect, tokens::radius::chip, tokens::radius::chip);
    double x = rect.left() + 8;
    if (chip.mark)
        sheet.paintMark(painter, QRectF(x, middle - 6.5, 13, 13), *chip.mark);
    else if (chip.icon)
        IconPainter::paint(painter, QRectF(x, middle - 6.5, 13, 13), *chip.icon, sheet.color(chip.ink));
    if (chip.mark || chip.icon)
        x += 17;
    const TextBlock text = sheet.text(chip.text, {Type::Small, 500, chip.ink, false}, width, 1);
    text.paint(painter, QPointF(x, middle - text.lineHeight() / 2));
    return rect.left();
}

void addSections(PdfBody& body, const AuditResult& result)
{
    PrintedEvidence printed;
    for (const SectionScore& section : result.score.sections) {
        addSectionHead(body, section);
        bool first = true;
        for (const CheckResult& check : result.checks) {
            if (check.check.section != section.number)
                continue;
            addCheck(body, check, first, printed);
            first = false;
        }
    }
}

} // namespace awb
