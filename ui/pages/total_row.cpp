#include "ui/pages/total_row.h"

#include "core/report_pdf/mark_painter.h"
#include "ui/style/style_theme.h"

#include <QLocale>
#include <QPainter>

namespace awb
{

TotalRow::TotalRow(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TotalRow::setScore(const Scorecard& score)
{
    score_ = score;
    setAccessibleName(tr("Total %1 of %2: %3 Pass, %4 Warning, %5 Fail, %6 N/A, %7 undecided")
                          .arg(score.points)
                          .arg(score.max)
                          .arg(score.pass)
                          .arg(score.warn)
                          .arg(score.fail)
                          .arg(score.na)
                          .arg(score.undecided));
    update();
}

void TotalRow::setColumns(int scoreRight, int percentRight)
{
    scoreRight_ = scoreRight;
    percentRight_ = percentRight;
    update();
}

QSize TotalRow::sizeHint() const
{
    const Theme theme = themeOf(this);
    return {static_cast<int>(theme.px(600)), static_cast<int>(theme.px(42))};
}

void TotalRow::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const QRectF row(rect());
    painter.fillRect(row.adjusted(1, 0, -1, -1), theme.color(tokens::Role::Window));
    const auto text = [&](double x, const QString& words, tokens::Role role, const QFont& font) {
        painter.setFont(font);
        painter.setPen(theme.color(role));
        painter.drawText(QRectF(x, row.top(), row.width() - x, row.height()),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, words);
        return x + QFontMetricsF(font).horizontalAdvance(words);
    };
    const QFont strong = theme.font(tokens::Type::BodyStrong);
    text(theme.px(12), tr("Total"), tokens::Role::Text, strong);
    // Under the columns of the table above.
    const auto figure = [&](double right, const QString& words) {
        painter.setFont(theme.font(tokens::Type::Number, 700));
        painter.drawText(QRectF(0, row.top(), right - theme.px(12), row.height()),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, words);
    };
    const bool any = score_.max > 0;
    figure(scoreRight_,
           any ? QStringLiteral("%1 / %2").arg(score_.points).arg(score_.max) : QStringLiteral("–"));
    figure(percentRight_, any ? QLocale().toString(score_.percent(), 'f', 1) + QStringLiteral("\u00A0%")
                              : QStringLiteral("–"));
    double x = percentRight_ + theme.px(12);
    const struct
    {
        MarkGlyph glyph;
        int count;
        QString word;
    } counts[] = {{MarkGlyph::Pass, score_.pass, tr("Pass")},
                  {MarkGlyph::Warn, score_.warn, tr("Warning")},
                  {MarkGlyph::Fail, score_.fail, tr("Fail")},
                  {MarkGlyph::NotApplicable, score_.na, tr("N/A")},
                  {MarkGlyph::Undecided, score_.undecided, tr("Undecided")}};
    for (const auto& count : counts) {
        const double side = theme.px(14);
        MarkPainter::paint(painter, QRectF(x, row.center().y() - side / 2, side, side), count.glyph, true,
                           theme);
        x = text(x + theme.px(20), QString::number(count.count), tokens::Role::Text, strong) + theme.px(5);
        x = text(x, count.word, tokens::Role::Text2, theme.font(tokens::Type::Body)) + theme.px(18);
    }
}

} // namespace awb

#include "moc_total_row.cpp"
