#include "ui/pages/live_scorecard.h"

#include "core/foundation/units.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/score_widgets.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace awb
{

// The nine sections, painted: no widget a row.
class SectionRows : public QWidget
{
public:
    using QWidget::QWidget;

    void setSections(const QVector<SectionScore>& sections, int current)
    {
        sections_ = sections;
        current_ = current;
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {200, rowHeight() * int(qMax<qsizetype>(9, sections_.size()))}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Theme theme = themeOf(this);
        for (int i = 0; i < sections_.size(); ++i) {
            paintRow(painter, theme, sections_.at(i), QRect(0, i * rowHeight(), width(), rowHeight()));
        }
    }

private:
    int rowHeight() const { return int(themeOf(this).px(21)); }

    void paintRow(QPainter& painter, const Theme& theme, const SectionScore& section, const QRect& row) const
    {
        const bool current = section.number == current_;
        const int barWidth = int(theme.px(80));
        const int figures = int(theme.px(46));
        const QRect name(row.left(), row.top(), row.width() - barWidth - figures - 8, row.height());
        painter.setFont(theme.font(tokens::Type::Small, current ? 600 : 400));
        painter.setPen(theme.color(current ? tokens::Role::Text : tokens::Role::Text2));
        const QString title = QStringLiteral("%1 %2").arg(section.number).arg(section.title);
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(title, Qt::ElideRight, name.width()));
        const double height = theme.px(6);
        const QRectF bar(row.right() + 1 - figures - barWidth, row.center().y() + 0.5 - height / 2, barWidth,
                         height);
        ScorePainter::paintMarks(
            painter, bar, {section.pass, section.warn, section.fail, section.na, section.strictMax}, theme);
        painter.setFont(theme.font(tokens::Type::Number));
        painter.setPen(theme.color(tokens::Role::Text));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight,
                         QStringLiteral("%1/%2").arg(section.points).arg(section.max));
    }

    QVector<SectionScore> sections_;
    int current_ = 0;
};

LiveScorecard::LiveScorecard(QWidget* parent) : Pane(Qt::TopEdge, parent)
{
    setGround(tokens::Role::Window);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->addWidget(new TextLabel(tr("Scorecard"), tokens::Type::Heading, tokens::Role::Text, this));
    top->addStretch();
    provisional_ = new Chip({tr("Provisional"), {}, true, {}, ChipContent::Tone::Outline, false}, this);
    provisional_->setObjectName(QStringLiteral("provisional"));
    QSizePolicy keep = provisional_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    provisional_->setSizePolicy(keep);
    top->addWidget(provisional_);
    layout->addLayout(top);
    figures_ = new QWidget(this);
    auto* figures = new QHBoxLayout(figures_);
    figures->setContentsMargins(0, 0, 0, 0);
    points_ = new TextLabel({}, tokens::Type::Figure, tokens::Role::Text, figures_);
    points_->setObjectName(QStringLiteral("livePoints"));
    of_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2, figures_);
    atMost_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2, figures_);
    figures->addWidget(points_);
    figures->addWidget(of_);
    figures->addStretch();
    figures->addWidget(atMost_);
    layout->addWidget(figures_);
    bar_ = new SectionBar(this);
    layout->addWidget(bar_);
    rows_ = new SectionRows(this);
    layout->addWidget(rows_);
}

void LiveScorecard::setScore(const Scorecard& score, int currentSection)
{
    points_->setText(QString::number(score.points));
    of_->setText(score.provisional ? tr("of %1 so far").arg(score.max) : tr("of %1").arg(score.max));
    const double most = score.provisional ? percentOneDecimal(score.atMost(), score.max) : score.percent();
    const QString percent = locale().toString(most, 'f', 1) + QStringLiteral("\u00A0%");
    atMost_->setText(score.provisional ? tr("at most %1 (%2)").arg(score.atMost()).arg(percent) : percent);
    provisional_->setVisible(score.provisional);
    atMost_->setToolTip(score.bandTitle);
    bar_->setCounts({score.pass, score.warn, score.fail, score.na, score.strictMax});
    rows_->setSections(score.sections, currentSection);
}

void LiveScorecard::setCompact(bool compact)
{
    rows_->setVisible(!compact);
    figures_->setVisible(!compact);
}

} // namespace awb

#include "moc_live_scorecard.cpp"
