// The evidence of one check: its tables and charts, and a copy for the clipboard.
#pragma once

#include "core/audit/audit_result.h"
#include "ui/widgets/card.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
QT_END_NAMESPACE

namespace awb
{

class EvidenceTableModel;

class EvidenceCard : public Card
{
    Q_OBJECT
public:
    explicit EvidenceCard(QWidget* parent = nullptr);

    // `stamp`: another one when cells of the same rows have other words (a review was entered).
    void setEvidence(const QString& checkId, const QVector<Facts>& evidence, const QString& stamp = {});
    void toggleChart(); // E: table, chart

    QString shownTable() const; // its id; empty while a chart is shown
    int chosenRow() const;      // of that table, as measured; -1: none
    void chooseRow(int row);

Q_SIGNALS:
    void rowChanged(); // another row, or another table

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeActions();
    void makeTable();
    void showTable(int index);
    void showCharts();
    void updateCells(const QVector<Facts>& evidence);
    void showPart(bool chart);
    void fitHeight();
    void fitColumns();

    QString key_; // which evidence is shown
    QString stamp_;
    QVector<Table> tables_;
    QVector<ChartSpec> charts_;
    EvidenceTableModel* model_ = nullptr;
    QSortFilterProxyModel* sorted_ = nullptr;
    QComboBox* chooser_ = nullptr;
    QPushButton* tableButton_ = nullptr;
    QPushButton* chartButton_ = nullptr;
    QPushButton* more_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QTableView* table_ = nullptr;
    QVBoxLayout* chartColumn_ = nullptr;
    bool expanded_ = false;
};

} // namespace awb
