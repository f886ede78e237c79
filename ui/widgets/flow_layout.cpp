#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace awb
{

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(items_);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    items_.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(items_.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return items_.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? items_.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : items_)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : items_) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(width, height).grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    int y = area.top();
    qsizetype first = 0;
    while (first < items_.size()) {
        // How many fit in this row, and how high it becomes.
        int x = area.left();
        int row = 0;
        qsizetype next = first;
        for (; next < items_.size(); ++next) {
            if (items_[next]->isEmpty())
                continue;
            const int width = std::min(items_[next]->sizeHint().width(), area.width());
            if (x > area.left() && x + width > area.right() + 1)
                break;
            x += width + spacing();
            row = std::max(row, items_[next]->sizeHint().height());
        }
        if (place)
            placeRow(first, next, QRect(area.left(), y, area.width(), row));
        y += row > 0 && next < items_.size() ? row + spacing() : row;
        first = next;
    }
    return y - rect.top() + contentsMargins().bottom();
}

void FlowLayout::placeRow(qsizetype first, qsizetype next, const QRect& row) const
{
    int x = row.left();
    for (qsizetype i = first; i < next; ++i) {
        if (items_[i]->isEmpty())
            continue;
        const QSize hint = items_[i]->sizeHint();
        const QSize size(std::min(hint.width(), row.width()), hint.height());
        items_[i]->setGeometry(QRect(QPoint(x, row.top() + (row.height() - size.height()) / 2), size));
        x += size.width() + spacing();
    }
}

} // namespace awb

#include "moc_flow_layout.cpp"
