#include "ui/pages/change_detail.h"

#include "ui/charts/chart_view.h"
#include "ui/presenters/check_view.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ruler_widget.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>

namespace awb
{

namespace
{

QVector<ChartSpec> chartsOf(const CheckResult& check)
{
    QVector<ChartSpec> charts;
    for (const Facts& facts : check.evidence)
        charts += facts.charts;
    return charts;
}

} // namespace

std::optional<ChartSpec> overlaid(const ChangeDetail::Side& before, const ChangeDetail::Side& after)
{
    if (!before.check || !after.check)
        return std::nullopt;
    const QVector<ChartSpec> olds = chartsOf(*before.check);
    for (ChartSpec chart : chartsOf(*after.check)) {
        if ((chart.kind != ChartKind::Line && chart.kind != ChartKind::Step) || chart.series.isEmpty())
            continue;
        for (const ChartSpec& old : olds) {
            if (old.id != chart.id || old.kind != chart.kind || old.series.isEmpty() ||
                old.y.unit != chart.y.unit)
                continue;
            chart.series = {chart.series.constFirst(), old.series.constFirst()};
            chart.series[0].name = Message::verbatim(after.label);
            chart.series[1].name = Message::verbatim(before.label);
            return chart;
        }
    }
    return std::nullopt;
}

ChangeDetail::ChangeDetail(QWidget* parent)
    : Card(tr("One change"), parent),
      before_(makeRow()),
      after_(makeRow()),
      chart_(new ChartView),
      why_(new TextLabel({}, tokens::Type::Small, tokens::Role::Text2))
{
    setObjectName(QStringLiteral("change-detail"));
    chart_->setMinimumHeight(static_cast<int>(themeOf(this).px(130)));
    chart_->setAccessibleName(tr("Both measurements in one chart"));
    why_->setWordWrap(true);
    body()->addWidget(chart_, 1);
    body()->addWidget(why_);
    body()->addStretch();
    setChange({}, {}, {});
}

ChangeDetail::Row ChangeDetail::makeRow()
{
    Row row{new TextLabel({}, tokens::Type::BodyStrong), new Chip, new TextLabel({}, tokens::Type::Number),
            new RulerWidget};
    row.label->setElided(true);
    row.value->setElided(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.label);
    line->addStretch();
    line->addWidget(row.value);
    line->addWidget(row.mark);
    body()->addLayout(line);
    body()->addWidget(row.ruler);
    return row;
}

void ChangeDetail::showRow(const Row& row, const Side& side)
{
    const bool any = side.check.has_value();
    row.label->setVisible(any);
    row.mark->setVisible(any);
    if (!any) {
        row.ruler->hide();
        row.value->hide();
        return;
    }
    const CheckView view = viewOf(*side.check, {}, QLocale());
    row.label->setText(side.label);
    row.mark->setContent(markChip(glyphFor(side.check->mark()), markWord(side.check->mark())));
    const bool ruled = view.ruler && std::holds_alternative<ValueRuler>(*view.ruler);
    row.ruler->setVisible(ruled);
    if (ruled)
        row.ruler->setContent(*view.ruler);
    const QString value = QStringLiteral("%1 %2").arg(view.big, view.bigUnit).trimmed();
    row.value->setText(value.isEmpty() ? tr("not measured") : value);
    row.value->setVisible(!ruled);
}

void ChangeDetail::setChange(const Side& before, const Side& after, const QString& why)
{
    const bool any = before.check && after.check;
    setTitle(any ? after.check->check.shortName : tr("One change"));
    setSubtitle(any ? after.check->check.id : QString());
    showRow(before_, before);
    showRow(after_, after);
    const std::optional<ChartSpec> chart = overlaid(before, after);
    chart_->setVisible(chart.has_value());
    if (chart)
        chart_->setChart(*chart);
    why_->setText(any ? why : tr("Choose a row of the comparison: both states of it stand here."));
}

} // namespace awb

#include "moc_change_detail.cpp"
