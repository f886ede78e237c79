// The first page: four ways to begin, and the recent audits.
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
QT_END_NAMESPACE

namespace awb
{

class AuditListModel;
class EmptyState;
class TextLabel;

class StartPage : public Page
{
    Q_OBJECT
public:
    explicit StartPage(const PageContext& context, QWidget* parent = nullptr);

    QString title() const override { return tr("Start"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override;
    bool escape() override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTiles();
    QWidget* makeRecentHead();
    void makeTable();
    QWidget* makeLegend();
    void reload();
    void openRow(const QModelIndex& index);
    void showCount();

    AuditListModel* model_;
    QSortFilterProxyModel* filtered_;
    QTableView* table_ = nullptr;
    QLineEdit* search_ = nullptr;
    TextLabel* count_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QWidget* column_ = nullptr;
    bool loaded_ = false;
};

} // namespace awb
