// The left pane of the walk: filter, chips with counts, and the 71 checks under their sections.
#pragma once

#include "ui/pages/pane.h"
#include "ui/presenters/walk_presenter.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QStackedWidget;
class QTreeView;
QT_END_NAMESPACE

namespace awb
{

class CheckFilterModel;
class CheckListModel;
class FilterChip;
class TextLabel;

class CheckListPane : public Pane
{
    Q_OBJECT
public:
    CheckListPane(AuditSession& session, WalkPresenter& walk, QWidget* parent = nullptr);

    void focusFilter();
    void focusList();
    void toggleChosen(); // Space: the current check joins or leaves the selection
    bool clearChosen();  // false: nothing was chosen
    void clearFilter();

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFilterRow();
    QWidget* makeChipRow();
    void makeList();
    QWidget* makeNothingFound();
    void addChip(CheckFilter filter, FilterChip* chip);
    void resultChanged();
    void showCounts();
    void visibleChanged();
    void showCurrent(const QString& checkId);
    void takeListIndex(const QModelIndex& index);
    void publishSelection();
    bool listKey(int key);

    AuditSession& session_;
    WalkPresenter& walk_;
    QLineEdit* filter_ = nullptr;
    QVector<std::pair<CheckFilter, FilterChip*>> chips_;
    QStackedWidget* stack_ = nullptr;
    QTreeView* list_ = nullptr;
    TextLabel* nothing_ = nullptr;
    CheckListModel* model_ = nullptr;
    CheckFilterModel* proxy_ = nullptr;
    bool choosing_ = false; // several checks are being chosen: moving keeps them
    bool following_ = false;
};

} // namespace awb
