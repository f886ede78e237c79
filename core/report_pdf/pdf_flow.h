// Breaks a column of items into pages, before anything is painted.
#pragma once

#include <QRectF>
#include <QString>
#include <QVector>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb
{

// One piece that is never split: a line of text, a row of a table, a picture. Lengths in layout px.
struct FlowItem
{
    double height = 0;
    double before = 0; // gap above; dropped at the top of a page
    bool keepWithNext = false;
    bool breakBefore = false;
    bool dropAtTop = false; // a line that parts it from what is above: not at the top of a page
    qsizetype repeat = -1;  // item painted again when a page begins with this one: the head of a table
    QString running;        // what the running header says from here on; empty: as before
    QString bookmark;       // an outline entry that leads here; empty: none
    int level = 0;          // of the bookmark, 0 outermost
    std::function<void(QPainter&, const QRectF&)> paint;
};

struct FlowPage
{
    struct Placed
    {
        qsizetype item = 0;
        double y = 0;
    };
    QString running;
    QVector<Placed> items;
};

struct FlowBookmark
{
    QString title;
    int level = 0;
    int page = 0; // from 0
    double y = 0;
};

class PdfFlow
{
public:
    PdfFlow(double width, double height) : width_(width), height_(height) {}

    double width() const { return width_; }
    double height() const { return height_; }
    qsizetype add(FlowItem item);
    qsizetype size() const { return items_.size(); }
    FlowItem& at(qsizetype index) { return items_[index]; }

    // First pass: places every item. Items that are kept together move to the next page together unless they
    // are taller than a page.
    void paginate();

    // After paginate():
    const QVector<FlowPage>& pages() const { return pages_; }
    const QVector<FlowBookmark>& bookmarks() const { return bookmarks_; }
    int pageOf(const QString& bookmark) const; // from 1; 0 if there is none
    void paintPage(QPainter& painter, qsizetype page) const;

private:
    double groupHeight(qsizetype first, double y, qsizetype& last) const;
    void openPage(qsizetype item);
    void place(qsizetype item);

    double width_;
    double height_;
    QVector<FlowItem> items_;
    QVector<FlowPage> pages_;
    QVector<FlowBookmark> bookmarks_;
    QString running_;
    double y_ = 0;
};

} // namespace awb
