// Summary of the PDF report.
#include "core/audit/action_items.h"
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/pdf_pages.h"
#include "core/report_pdf/score_painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr TextStyle label{Type::Small, 500, Role::Text2, false};
constexpr TextStyle strong{Type::Body, 600, Role::Text, false};
constexpr TextStyle body13{Type::Body, 400, Role::Text, false};
constexpr TextStyle number{Type::Number, 400, Role::Text, true};

void paintRight(QPainter& painter, const TextBlock& block, double right, double top)
{
    block.paint(painter, QPointF(right - block.naturalWidth(), top));
}

// Team, date, reviewer and lead side by side, each on a line to write on.
void addPeople(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    constexpr double gap = 14;
    const double width = (body.width() - 3 * gap) / 4;
    const std::array<std::pair<QString, QString>, 4> fields{
        {{say(QT_TRANSLATE_NOOP("awb", "Team")), result.meta.team},
         {say(QT_TRANSLATE_NOOP("awb", "Date")), dateText(result.meta.date, sheet.locale())},
         {say(QT_TRANSLATE_NOOP("awb", "Reviewer")), result.meta.reviewer},
         {say(QT_TRANSLATE_NOOP("awb", "Team lead")), result.meta.lead}}};
    QVector<std::pair<TextBlock, TextBlock>> blocks;
    double height = 0;
    for (const auto& [name, value] : fields) {
        blocks.append(
            {sheet.text(name, label, width, 1), sheet.text(visibleLine(value, 200), strong, width, 2)});
        height = std::max(height, blocks.constLast().first.height() + blocks.constLast().second.height() + 6);
    }
    const QColor line = sheet.color(Role::Line);
    body.picture(height, 18, true, [=](QPainter& painter, const QRectF& rect) {
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const QPointF at = rect.topLeft() + QPointF(static_cast<double>(i) * (width + gap), 0);
            blocks.at(i).first.paint(painter, at);
            blocks.at(i).second.paint(painter, at + QPointF(0, blocks.at(i).first.height()));
            painter.fillRect(QRectF(at.x(), rect.bottom() - 1, width, 1), line);
        }
    });
}

// One or two words that fit under a fifth of the bar.
QString bandWord(const Band& band)
{
    if (band.id == QLatin1String("production-ready"))
        return say(QT_TRANSLATE_NOOP("awb", "Ready"));
    if (band.id == QLatin1String("significant-technical-debt"))
        return say(QT_TRANSLATE_NOOP("awb", "Significant debt"));
    return band.shortTitle.isEmpty() ? band.title : band.shortTitle;
}

BandScale scaleOf(const AuditResult& result, const PdfSheet& sheet)
{
    constexpr std::array tints{Role::FailTint, Role::WarnTint, Role::Select, Role::PassTint};
    BandScale scale;
    for (auto it = result.bands.crbegin(); it != result.bands.crend(); ++it) {
        const auto index = static_cast<std::size_t>(std::min<qsizetype>(scale.bands.size(), 3));
        scale.bands.append({it->minPercent, bandWord(*it), tints[index]});
    }
    if (result.score.max == 0)
        return scale;
    const auto percent = [&sheet](double value) {
        return sheet.locale().toString(value, 'f', 1) + QChar(0xA0) + QLatin1Char('%');
    };
    scale.value = 100 * result.score.ratio();
    scale.valueText = percent(result.score.percent());
    if (!result.actions.isEmpty()) {
        const Prediction prediction = predict(result, result.actions.mid(0, 3));
        if (prediction.points > result.score.points) {
            scale.predicted = prediction.percent;
            scale.predictedText = say(QT_TRANSLATE_NOOP("awb", "%1 with the top 3"),
                                      {percent(prediction.percent)}, sheet.locale());
        }
    }
    return scale;
}

void addScore(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    constexpr double left = 148;
    const QString points = sheet.locale().toString(result.score.points);
    const TextBlock hero = sheet.text(points, {Type::Hero, 0, Role::Text, false}, left, 1);
    const TextBlock of =
        sheet.text(say(QT_TRANSLATE_NOOP("awb", "of %1"), {result.score.max}, sheet.locale()),
                   {Type::Heading, 400, Role::Text2, false}, left, 1);
    const TextBlock percent =
        sheet.text(percentText(result.score.points, result.score.max, sheet.locale()) + QStringLiteral(" %"),
                   {Type::Heading, 600, Role::Text, false}, left, 1);
    const TextBlock band = sheet.text(bandText(result, sheet.locale()),
                                      {Type::Heading, 600, Role::Text, false}, body.width() - left, 2);
    const BandScale scale = scaleOf(result, sheet);
    const double height = std::max(82.0, band.height() + 84);
    const Theme& theme = sheet.theme();
    body.picture(height, 18, true, [=, &theme](QPainter& painter, const QRectF& rect) {
        hero.paint(painter, rect.topLeft() - QPointF(2, 4));
        of.paint(painter, rect.topLeft() + QPointF(hero.naturalWidth() + 4, 24));
        percent.paint(painter, rect.topLeft() + QPointF(0, 52));
        band.paint(painter, rect.topLeft() + QPointF(left, 0));
        ScorePainter::paintBands(
            painter, QRectF(rect.left() + left, rect.top() + band.height() + 2, rect.width() - left, 76),
            scale, theme);
    });
}

void addHonestLine(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    QVector<std::pair<TextBlock, TextBlock>> parts;
    constexpr double padding = 12;
    for (const HonestPart& part : honestParts(result, sheet.locale()))
        parts.append({sheet.text(part.figure, {Type::Small, 600, Role::Text, false}, 200, 1),
                      sheet.text(part.word, {Type::Small, 400, Role::Text2, false}, body.width() - 220, 1)});
    // Flowed by hand: figures are bold, and a statement is never broken.
    QVector<QPointF> places;
    double x = padding;
    double y = 7;
    for (const auto& [figure, word] : parts) {
        const double width = figure.naturalWidth() + 4 + word.naturalWidth();
        if (x > padding && x + width > body.width() - padding) {
            x = padding;
            y += figure.lineHeight();
        }
        places.append({x, y});
        x += width + 18;
    }
    const double height = y + 16 + 7;
    const QColor ground = sheet.color(Role::NaTint);
    const QColor dot = sheet.color(Role::Text2);
    body.picture(height, 10, true, [=](QPainter& painter, const QRectF& rect) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect, 6, 6);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QPointF at = rect.topLeft() + places.at(i);
            parts.at(i).first.paint(painter, at);
            parts.at(i).second.paint(painter, at + QPointF(parts.at(i).first.naturalWidth() + 4, 0));
            if (i > 0 && places.at(i).y() == places.at(i - 1).y()) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(dot);
                painter.drawEllipse(at + QPointF(-9, 8), 1.2, 1.2);
            }
        }
    });
}

struct ScoreColumns
{
    double score = 256;
    double max = 308;
    double percent = 384;
    double marks = 400;
};

void addScoreRow(PdfBody& body, const QStringList& texts, const TextStyle& first, const TextStyle& rest,
                 double ruleBelow, const std::function<void(QPainter&, const QRectF&)>& extra, double height,
                 bool keep)
{
    const PdfSheet& sheet = body.sheet();
    const ScoreColumns columns;
    const TextBlock name = sheet.text(texts.at(0), first, columns.score - 60, 1);
    const std::array<TextBlock, 3> figures{sheet.text(texts.at(1), rest, 60, 1),
                                           sheet.text(texts.at(2), rest, 60, 1),
                                           sheet.text(texts.at(3), rest, 80, 1)};
    const QColor line = sheet.color(ruleBelow > 1 ? Role::Text : Role::Line);
    body.picture(height, 0, keep, [=](QPainter& painter, const QRectF& rect) {
        const double top = rect.top() + (rect.height() - name.lineHeight()) / 2;
        name.paint(painter, QPointF(rect.left(), top));
        paintRight(painter, figures[0], rect.left() + columns.score, top);
        paintRight(painter, figures[1], rect.left() + columns.max, top);
        paintRight(painter, figures[2], rect.left() + columns.percent, top);
        if (ruleBelow > 0)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - ruleBelow, rect.width(), ruleBelow), line);
        if (extra)
            extra(painter, rect);
    });
}

void addMarkCounts(QPainter& painter, const QRectF& rect, const PdfSheet& sheet, const Scorecard& score)
{
    const std::array<std::pair<Mark, int>, 5> counts{{{Mark::Pass, score.pass},
                                                      {Mark::Warn, score.warn},
                                                      {Mark::Fail, score.fail},
                                                      {Mark::NotApplicable, score.na},
                                                      {Mark::Undecided, score.undecided}}};
    double x = rect.left() + ScoreColumns().marks;
    for (const auto& [mark, count] : counts) {
        if (count == 0)
            continue;
        sheet.paintMark(painter, QRectF(x, rect.center().y() - 6, 12, 12), mark);
        const TextBlock text =
            sheet.text(sheet.locale().toString(count), {Type::Small, 400, Role::Text, false}, 60, 1);
        text.paint(painter, QPointF(x + 16, rect.center().y() - text.lineHeight() / 2));
        x += 16 + text.naturalWidth() + 14;
    }
}

void addScoreTable(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    const QLocale& locale = sheet.locale();
    const TextBlock marksHead = sheet.text(say(QT_TRANSLATE_NOOP("awb", "Marks")), label, 200, 1);
    body.picture(14, 0, true, {});
    addScoreRow(
        body,
        {say(QT_TRANSLATE_NOOP("awb", "Section")), say(QT_TRANSLATE_NOOP("awb", "Score")),
         say(QT_TRANSLATE_NOOP("awb", "Max")), QStringLiteral("%")},
        label, label, 1.5,
        [marksHead](QPainter& painter, const QRectF& rect) {
            marksHead.paint(painter, QPointF(rect.left() + ScoreColumns().marks,
                                             rect.top() + (rect.height() - marksHead.lineHeight()) / 2));
        },
        24, true);
    for (const SectionScore& section : result.score.sections) {
        QVector<Mark> marks;
        for (const CheckResult& check : result.checks) {
            if (check.check.section == section.number)
                marks.append(check.mark());
        }
        const bool last = &section == &result.score.sections.constLast();
        addScoreRow(
            body,
            {QStringLiteral("%1. %2").arg(section.number).arg(section.title), locale.toString(section.points),
             locale.toString(section.max),
             percentText(section.points, section.max, locale) + QChar(0xA0) + QLatin1Char('%')},
            body13, number, last ? 1.5 : 1,
            [marks, &sheet](QPainter& painter, const QRectF& rect) {
                double x = rect.left() + ScoreColumns().marks;
                for (const Mark mark : marks) {
                    sheet.paintMark(painter, QRectF(x, rect.center().y() - 6.5, 13, 13), mark);
                    x += 16.5;
                }
            },
            22.5, true);
    }
    TextStyle total = number;
    total.weight = 600;
    const Scorecard score = result.score;
    addScoreRow(
        body,
        {say(QT_TRANSLATE_NOOP("awb", "TOTAL")), locale.toString(score.points), locale.toString(score.max),
         percentText(score.points, score.max, locale) + QChar(0xA0) + QLatin1Char('%')},
        strong, total, 0,
        [&sheet, score](QPainter& painter, const QRectF& rect) {
            addMarkCounts(painter, rect, sheet, score);
        },
        24, true);
}

QString actionDetail(const AuditResult& result, const ActionItem& item, const QLocale& locale)
{
    QStringList parts;
    if (!item.checks.isEmpty()) {
        const int gain = predict(result, {item}).points - result.score.points;
        parts.append(gain == 1 ? say(QT_TRANSLATE_NOOP("awb", "Clears %1, +1 point."),
                                     {item.checks.join(QStringLiteral(", "))}, locale)
                               : say(QT_TRANSLATE_NOOP("awb", "Clears %1, +%2 points."),
                                     {item.checks.join(QStringLiteral(", ")), gain}, locale));
    }
    parts.append(item.owner.isEmpty()
                     ? say(QT_TRANSLATE_NOOP("awb", "Owner: –"))
                     : say(QT_TRANSLATE_NOOP("awb", "Owner: %1."), {visibleLine(item.owner, 80)}));
    parts.append(item.due.isValid() ? say(QT_TRANSLATE_NOOP("awb", "Due: %1."), {dateText(item.due, locale)})
                                    : say(QT_TRANSLATE_NOOP("awb", "Due: –")));
    return parts.join(QLatin1Char(' '));
}

void addActions(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    body.heading(say(QT_TRANSLATE_NOOP("awb", "Top 3 action items")), 18);
    for (int i = 0; i < 3; ++i) {
        const bool known = i < result.actions.size();
        const ActionItem item = known ? result.actions.at(i) : ActionItem{};
        const TextBlock title = sheet.text(known ? visibleLine(item.text, 300) : QStringLiteral("–"), strong,
                                           body.width() - 34, 2);
        const TextBlock detail = sheet.text(known ? actionDetail(result, item, sheet.locale()) : QString(),
                                            {Type::Small, 400, Role::Text2, false}, body.width() - 34, 2);
        const TextBlock rank =
            sheet.text(QString::number(i + 1), {Type::Caption, 600, Role::Panel, false}, 20, 1);
        const QColor ink = sheet.color(Role::Text);
        const QColor line = sheet.color(Role::Line);
        body.picture(
            title.height() + detail.height() + 16, 0, true, [=](QPainter& painter, const QRectF& rect) {
                const QPointF middle = rect.topLeft() + QPointF(10, 8 + title.lineHeight() / 2);
                painter.setPen(Qt::NoPen);
                painter.setBrush(ink);
                painter.drawEllipse(middle, 9.5, 9.5);
                rank.paint(painter, middle - QPointF(rank.naturalWidth() / 2, rank.lineHeight() / 2));
                title.paint(painter, rect.topLeft() + QPointF(32, 8));
                detail.paint(painter, rect.topLeft() + QPointF(32, 8 + title.height()));
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line);
            });
    }
    if (result.actions.isEmpty() || result.score.max == 0)
        return;
    const Prediction prediction = predict(result, result.actions.mid(0, 3));
    QString sentence =
        say(QT_TRANSLATE_NOOP("awb", "With these done: %1 of %2, %3 %."),
            {prediction.points, result.score.max, sheet.locale().toString(prediction.percent, 'f', 1)},
            sheet.locale());
    if (result.score.pointsToNextBand > 0)
        sentence +=
            QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("awb", "“%1” begins at %2 of %3."),
                                   {result.score.nextBandTitle,
                                    result.score.points + result.score.pointsToNextBand, result.score.max},
                                   sheet.locale());
    body.paragraph(sentence, {Type::Small, 400, Role::Text2, false}, {8, 0, true, 2});
}

void addSignatures(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    const double width = (body.width() - 24) / 2;
    const TextBlock reviewer =
        sheet.text(say(QT_TRANSLATE_NOOP("awb", "Reviewer, %1"), {visibleLine(result.meta.reviewer, 80)}),
                   label, width, 1);
    const TextBlock lead = sheet.text(
        say(QT_TRANSLATE_NOOP("awb", "Team lead, %1"), {visibleLine(result.meta.lead, 80)}), label, width, 1);
    // On the line what was signed in the program; empty lines are for a pen.
    const auto signature = [&](const char* seat) {
        QString text;
        for (const SignOff& signOff : result.signOffs) {
            if (signOff.seat == QLatin1String(seat))
                text = say(QT_TRANSLATE_NOOP("awb", "Signed %1 by %2, revision %3"),
                           {signOff.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")),
                            visibleLine(signOff.name, 60), result.revision});
        }
        return sheet.text(text, {Type::Small, 400, Role::Text, false}, width, 1);
    };
    const TextBlock byReviewer = signature("reviewer");
    const TextBlock byLead = signature("lead");
    const QColor ink = sheet.color(Role::LineStrong);
    body.picture(52, 12, false, [=](QPainter& painter, const QRectF& rect) {
        for (const auto& [block, mark, x] :
             {std::tuple(reviewer, byReviewer, 0.0), std::tuple(lead, byLead, width + 24)}) {
            painter.fillRect(QRectF(rect.left() + x, rect.bottom() - 20, width, 1), ink);
            mark.paint(painter, QPointF(rect.left() + x, rect.bottom() - 35));
            block.paint(painter, QPointF(rect.left() + x, rect.bottom() - 17));
        }
    });
}

} // namespace

void addSummary(PdfBody& body, const AuditResult& result)
{
    const qsizetype first = body.flow().size();
    const QString title = say(QT_TRANSLATE_NOOP("awb", "Score summary"));
    body.paragraph(title, {Type::Title, 700, Role::Text, false}, {0, 0, true, 1});
    FlowItem& start = body.flow().at(first);
    start.breakBefore = true;
    start.bookmark = title;
    start.running = say(QT_TRANSLATE_NOOP("awb", "Summary"));
    addPeople(body, result);
    addScore(body, result);
    addHonestLine(body, result);
    addScoreTable(body, result);
    addActions(body, result);
    addSignatures(body, result);
}

} // namespace awb
