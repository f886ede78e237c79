// The top action items, edited where they stand: text, owner, due date, order.
#pragma once

#include "ui/presenters/scorecard_presenter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace awb
{

class Chip;
class DragGrip;
class RankBadge;
class TextLabel;

// One item. What is being typed stays when the list is set again.
class ActionRow : public QWidget
{
    Q_OBJECT
public:
    ActionRow(int index, QWidget* parent);

    void setAction(const ActionView& action, bool editable, int count);
    void beginEdit(); // of the text
    void setDueInvalid(bool invalid);
    QLineEdit* ownerEdit() const { return owner_; }
    QLineEdit* dueEdit() const { return due_; }

Q_SIGNALS:
    void textChanged(const QString& text);
    void ownerChanged(const QString& owner);
    void dueChanged(const QString& due);
    void moveWanted(int by);
    void removeWanted();
    void dragMoved(int y); // of the pointer, in the list
    void dropped(int y);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void endEdit(bool keep);
    QPushButton* tool(tokens::IconId icon, const QString& name);

    int index_;
    DragGrip* grip_;
    RankBadge* badge_;
    TextLabel* text_;
    QLineEdit* edit_;
    Chip* checks_;
    TextLabel* gain_;
    QLineEdit* owner_;
    QLineEdit* due_;
    TextLabel* dueError_;
    QPushButton* up_;
    QPushButton* down_;
    QPushButton* remove_;
};

class ActionList : public QWidget
{
    Q_OBJECT
public:
    explicit ActionList(ScorecardPresenter& presenter, QWidget* parent = nullptr);

    void refresh();
    void editCurrent(); // F2: the row with the focus, else the first
    void moveCurrent(int by);
    void add(const QString& checkId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int focusedRow() const;
    int gapAt(int y) const; // where an item let go at y would stand: before this row
    void drop(int from, int y);
    void connectRow(ActionRow* row, int index);

    ScorecardPresenter& presenter_;
    QVBoxLayout* column_;
    QVector<ActionRow*> rows_;
    int shown_ = 0; // rows in use
    int gap_ = -1;  // where a dragged item would go; -1: nothing is dragged
};

} // namespace awb
