// The section table of the scorecard: every check a cell. Arrow keys move, Enter opens, a mark key marks.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace awb
{

class ScorecardModel;

class MarkCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

class SectionTable : public QTableView
{
    Q_OBJECT
public:
    explicit SectionTable(QWidget* parent = nullptr);

    void setScorecard(ScorecardModel* model);
    QString currentCheck() const; // empty: none
    void setCurrentCheck(const QString& checkId);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void checkOpened(const QString& checkId);
    void columnsMoved(int scoreRight, int percentRight); // where these columns end

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void applyTheme();
    void fit();

    ScorecardModel* scorecard_ = nullptr;
};

} // namespace awb
