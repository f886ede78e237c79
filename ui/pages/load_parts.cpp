#include "ui/pages/load_parts.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QFontMetricsF>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace awb
{

namespace
{

using tokens::Role;

constexpr double gateRow = 26;
constexpr double barHeight = 6;

} // namespace

LoadStrip::LoadStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("load-strip"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeHead(), 5);
    rate_ = makeCell(tr("Achieved rate"), "load-rate");
    p99_ = makeCell(tr("p99 response time"), "load-p99");
    lag_ = makeCell(tr("Generator lag p99"), "load-lag");
    errors_ = makeCell(tr("Not answered with 2xx"), "load-errors");
    for (const Cell& cell : {rate_, p99_, lag_, errors_})
        row->addWidget(cell.box, 3);
    row->addWidget(makeButton());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QWidget* LoadStrip::makeHead()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    headline_ = new TextLabel({}, tokens::Type::Heading);
    headline_->setObjectName(QStringLiteral("load-headline"));
    headline_->setElided(true);
    endpoint_ = new TextLabel({}, tokens::Type::Number, Role::Text2);
    endpoint_->setElided(true);
    detail_ = new TextLabel({}, tokens::Type::Small, Role::Text2);
    detail_->setElided(true);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    auto* words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(headline_);
    words->addWidget(endpoint_, 1, Qt::AlignBottom);
    column->addLayout(words);
    column->addWidget(detail_);
    column->addWidget(progress_);
    box->setMinimumWidth(1);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return box;
}

LoadStrip::Cell LoadStrip::makeCell(const QString& name, const char* objectName)
{
    Cell cell{new QWidget(this), new TextLabel({}, tokens::Type::Kpi),
              new TextLabel({}, tokens::Type::Small, Role::Text2)};
    auto* title = new TextLabel(name, tokens::Type::Small, Role::Text2);
    auto* column = new QVBoxLayout(cell.box);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(0);
    cell.value->setObjectName(QLatin1String(objectName));
    cell.value->setAccessibleName(name);
    for (TextLabel* label : {title, cell.value, cell.note}) {
        label->setElided(true);
        column->addWidget(label);
    }
    cell.box->setMinimumWidth(1); // equal cells: long words are cut, and whole in the tooltip
    cell.box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return cell;
}

QWidget* LoadStrip::makeButton()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(16, 12, 16, 12);
    button_ = new QPushButton(tr("Stop load"));
    button_->setObjectName(QStringLiteral("load-button"));
    setButtonKind(button_, ButtonKind::Danger);
    setButtonIcon(button_, tokens::IconId::Stop);
    setButtonKey(button_, QStringLiteral("Esc"));
    const int stop = button_->sizeHint().width();
    button_->setText(tr("Start load"));
    setButtonKind(button_, ButtonKind::Primary);
    setButtonIcon(button_, tokens::IconId::Play);
    setButtonKey(button_, QStringLiteral("Ctrl R"));
    // Start and stop take the same place; the hints before the first polish may be a pixel off.
    button_->setFixedWidth(std::max(stop, button_->sizeHint().width()) +
                           static_cast<int>(themeOf(this).px(4)));
    row->addWidget(button_);
    connect(button_, &QPushButton::clicked, this, [this] {
        if (running_)
            Q_EMIT stopWanted();
        else
            Q_EMIT startWanted();
    });
    return box;
}

void LoadStrip::setView(const LoadView& view, bool canStart)
{
    running_ = view.state == LoadState::Running || view.state == LoadState::Waiting;
    headline_->setText(view.headline);
    endpoint_->setText(view.endpoint);
    detail_->setText(view.detail);
    progress_->setValue(static_cast<int>(view.fraction * 1000));
    const auto fill = [](const Cell& cell, const LoadFigure& figure) {
        cell.value->setText(figure.value.isEmpty() ? QStringLiteral("–") : figure.value);
        cell.note->setText(figure.note);
    };
    fill(rate_, view.rate);
    fill(p99_, view.p99);
    fill(lag_, view.lag);
    fill(errors_, view.errors);
    button_->setText(running_ ? tr("Stop load") : tr("Start load"));
    setButtonKind(button_, running_ ? ButtonKind::Danger : ButtonKind::Primary);
    setButtonIcon(button_, running_ ? tokens::IconId::Stop : tokens::IconId::Play);
    setButtonKey(button_, running_ ? QStringLiteral("Esc") : QStringLiteral("Ctrl R"));
    button_->setEnabled(running_ || canStart);
}

void LoadStrip::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(painter, QRectF(rect()), theme.px(tokens::radius::card), theme.color(Role::Panel),
                theme.color(Role::Line));
    painter.setPen(QPen(theme.color(Role::Line), 1));
    for (const QWidget* box : {rate_.box, p99_.box, lag_.box, errors_.box, button_->parentWidget()}) {
        const double x = box->x() + 0.5;
        painter.drawLine(QPointF(x, 1), QPointF(x, height() - 1));
    }
}

GateList::GateList(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GateList::setBars(const QVector<GateBar>& bars)
{
    if (bars.size() != bars_.size())
        updateGeometry();
    bars_ = bars;
    QStringList words;
    for (const GateBar& bar : bars_)
        words << QStringLiteral("%1: %2 %3").arg(bar.name, bar.valueText, bar.limitText);
    setAccessibleName(words.join(QStringLiteral("; ")));
    update();
}

QSize GateList::sizeHint() const
{
    const Theme theme = themeOf(this);
    return {static_cast<int>(theme.px(300)),
            static_cast<int>(theme.px(gateRow) * static_cast<double>(std::max<qsizetype>(5, bars_.size())))};
}

QSize GateList::minimumSizeHint() const
{
    return {static_cast<int>(themeOf(this).px(220)), sizeHint().height()};
}

void GateList::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF names(theme.font(tokens::Type::Small));
    const QFontMetricsF figures(theme.font(tokens::Type::Number));
    Widths widths;
    for (const GateBar& bar : bars_) {
        widths.name = std::max(widths.name, names.horizontalAdvance(bar.name) + 2);
        widths.value = std::max(widths.value, figures.horizontalAdvance(bar.valueText) + 2);
        widths.limit = std::max(widths.limit, names.horizontalAdvance(bar.limitText) + 2);
    }
    for (qsizetype i = 0; i < bars_.size(); ++i)
        paintBar(painter, bars_.at(i), theme.px(gateRow) * static_cast<double>(i), widths, theme);
}

void GateList::paintBar(QPainter& painter, const GateBar& bar, double top, const Widths& widths,
                        const Theme& theme) const
{
    const double gap = theme.px(12);
    const QRectF row(0, top, width(), theme.px(gateRow));
    const auto put = [&](double left, double wide, Qt::Alignment align, const QString& words,
                         tokens::Type type, Role role) {
        painter.setFont(theme.font(type));
        painter.setPen(theme.color(role));
        painter.drawText(QRectF(left, row.top(), wide, row.height()),
                         align.toInt() | Qt::AlignVCenter | Qt::TextSingleLine, words);
    };
    const double limitLeft = row.right() - widths.limit;
    const double valueLeft = limitLeft - gap - widths.value;
    put(0, widths.name, Qt::AlignLeft, bar.name, tokens::Type::Small, Role::Text);
    put(limitLeft, widths.limit, Qt::AlignRight, bar.limitText, tokens::Type::Small, Role::Text2);
    put(valueLeft, widths.value, Qt::AlignRight, bar.valueText, tokens::Type::Number,
        bar.isReached() ? Role::FailText : Role::Text);
    const double left = widths.name + gap;
    const double rest = valueLeft - gap - left;
    if (bar.limit <= 0 || rest < theme.px(24))
        return;
    const QRectF track(left, row.center().y() - theme.px(barHeight) / 2, rest, theme.px(barHeight));
    const double radius = theme.px(tokens::radius::bar);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Sunken));
    painter.drawRoundedRect(track, radius, radius);
    QRectF part = track;
    part.setWidth(std::clamp(bar.value / bar.limit, 0.0, 1.0) * track.width());
    if (part.width() < 1)
        return;
    painter.setBrush(theme.color(bar.isReached() ? Role::Fail : Role::Pass));
    painter.drawRoundedRect(part, std::min(radius, part.width() / 2), std::min(radius, part.width() / 2));
}

LoadErrorList::LoadErrorList(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(12);
    grid_->setVerticalSpacing(6);
    grid_->setColumnStretch(0, 2);
    grid_->setColumnStretch(1, 3);
    nothing_ = new TextLabel({}, tokens::Type::Body, Role::Text2);
    nothing_->setWordWrap(true);
    grid_->addWidget(nothing_, 0, 0, 1, 3);
}

void LoadErrorList::setRows(const QVector<LoadErrorRow>& rows, const QString& nothing)
{
    nothing_->setText(nothing);
    nothing_->setVisible(rows.isEmpty());
    while (lines_.size() < rows.size()) {
        const int at = static_cast<int>(lines_.size()) + 1;
        const Line line{new TextLabel, new TextLabel({}, tokens::Type::Small, Role::Text2),
                        new TextLabel({}, tokens::Type::Number)};
        line.cause->setElided(true);
        line.what->setElided(true);
        line.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid_->addWidget(line.cause, at, 0);
        grid_->addWidget(line.what, at, 1);
        grid_->addWidget(line.count, at, 2);
        lines_.append(line);
    }
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        const bool used = i < rows.size();
        for (TextLabel* label : {lines_[i].cause, lines_[i].what, lines_[i].count})
            label->setVisible(used);
        if (!used)
            continue;
        lines_[i].cause->setText(rows[i].cause);
        lines_[i].what->setText(rows[i].what);
        lines_[i].count->setText(QLocale().toString(rows[i].count));
    }
}

GlyphLabel::GlyphLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::setGlyph(std::optional<MarkGlyph> glyph)
{
    glyph_ = glyph;
    update();
}

QSize GlyphLabel::sizeHint() const
{
    const int side = static_cast<int>(themeOf(this).px(18));
    return {side, side};
}

void GlyphLabel::paintEvent(QPaintEvent*)
{
    if (!glyph_)
        return;
    QPainter painter(this);
    MarkPainter::paint(painter, QRectF(rect()), *glyph_, false, themeOf(this));
}

} // namespace awb

#include "moc_load_parts.cpp"
