#include "core/report_pdf/pdf_flow.h"

#include <QPainter>

#include <algorithm>

namespace awb
{

qsizetype PdfFlow::add(FlowItem item)
{
    items_.append(std::move(item));
    return items_.size() - 1;
}

// The height from y of the item and of all that must stay with it; the gap above the first counts unless y is
// 0.
double PdfFlow::groupHeight(qsizetype first, double y, qsizetype& last) const
{
    double height = 0;
    for (last = first; last < items_.size(); ++last) {
        const FlowItem& item = items_.at(last);
        if (last > first || y > 0)
            height += item.before + item.height;
        else if (!item.dropAtTop)
            height += item.height;
        const bool ends = last + 1 >= items_.size() || items_.at(last + 1).breakBefore;
        if (!item.keepWithNext || ends)
            break;
    }
    last = std::min(last, items_.size() - 1);
    return height;
}

void PdfFlow::openPage(qsizetype item)
{
    pages_.append(FlowPage{running_, {}});
    y_ = 0;
    const qsizetype head = item < items_.size() ? items_.at(item).repeat : -1;
    if (head >= 0 && head < item) {
        pages_.last().items.append({head, 0});
        y_ = items_.at(head).height;
    }
}

void PdfFlow::place(qsizetype index)
{
    const FlowItem& item = items_.at(index);
    FlowPage& page = pages_.last();
    if (item.dropAtTop && page.items.isEmpty())
        return;
    if (y_ > 0)
        y_ += item.before;
    if (!item.running.isEmpty()) {
        running_ = item.running;
        // A page is named after what it begins with, or after what begins on it if it begins with nothing
        // older.
        if (page.items.isEmpty())
            page.running = running_;
    }
    if (!item.bookmark.isEmpty())
        bookmarks_.append({item.bookmark, item.level, static_cast<int>(pages_.size()) - 1, y_});
    page.items.append({index, y_});
    y_ += item.height;
}

void PdfFlow::paginate()
{
    pages_.clear();
    bookmarks_.clear();
    running_.clear();
    openPage(0);
    qsizetype i = 0;
    while (i < items_.size()) {
        qsizetype last = i;
        const bool fresh = pages_.constLast().items.isEmpty();
        if (items_.at(i).breakBefore && !fresh)
            openPage(i);
        const double needed = groupHeight(i, y_, last);
        // Kept together only if a page can hold it at all.
        if (y_ > 0 && y_ + needed > height_ && groupHeight(i, 0, last) <= height_)
            openPage(i);
        for (; i <= last; ++i) {
            const double one = items_.at(i).height + (y_ > 0 ? items_.at(i).before : 0);
            if (y_ > 0 && y_ + one > height_)
                openPage(i);
            place(i);
        }
    }
}

int PdfFlow::pageOf(const QString& bookmark) const
{
    for (const FlowBookmark& known : bookmarks_) {
        if (known.title == bookmark)
            return known.page + 1;
    }
    return 0;
}

void PdfFlow::paintPage(QPainter& painter, qsizetype page) const
{
    for (const FlowPage::Placed& placed : pages_.at(page).items) {
        const FlowItem& item = items_.at(placed.item);
        if (!item.paint)
            continue;
        painter.save();
        item.paint(painter, QRectF(0, placed.y, width_, item.height));
        painter.restore();
    }
}

} // namespace awb
