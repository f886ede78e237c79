#include "ui/pages/honest_line.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace awb
{

HonestLine::HonestLine(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HonestLine::setCells(const QVector<HonestCell>& cells)
{
    while (cells_.size() < cells.size()) {
        Cell cell{new QWidget(this), new TextLabel({}, tokens::Type::Heading),
                  new TextLabel({}, tokens::Type::Small, tokens::Role::Text2)};
        auto* column = new QVBoxLayout(cell.box);
        column->setContentsMargins(16, 10, 12, 10);
        column->setSpacing(0);
        cell.strong->setElided(true);
        cell.detail->setElided(true);
        column->addWidget(cell.strong);
        column->addWidget(cell.detail);
        static_cast<QHBoxLayout*>(layout())->addWidget(cell.box, 1);
        cell.box->setMinimumWidth(1); // equal cells: long words are cut, and whole in the tooltip
        cell.box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        cells_.append(cell);
    }
    for (qsizetype i = 0; i < cells_.size(); ++i) {
        cells_[i].box->setVisible(i < cells.size());
        if (i < cells.size()) {
            cells_[i].strong->setText(cells[i].strong);
            cells_[i].detail->setText(cells[i].detail);
        }
    }
}

void HonestLine::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(painter, QRectF(rect()), theme.px(tokens::radius::card), theme.color(tokens::Role::Panel),
                theme.color(tokens::Role::Line));
    painter.setPen(QPen(theme.color(tokens::Role::Line), 1));
    for (qsizetype i = 1; i < cells_.size(); ++i) {
        const double x = cells_[i].box->x() + 0.5;
        painter.drawLine(QPointF(x, 1), QPointF(x, height() - 1));
    }
}

} // namespace awb

#include "moc_honest_line.cpp"
