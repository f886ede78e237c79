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

    void setEvidence(const QString& checkId, const QVector<Facts>& evidence);
    void toggleChart(); // E: table, chart

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeActions();
    void makeTable();
    void showTable(int index);
    void showCharts();
    void showPart(bool chart);
    void fitHeight();
    void fitColumns();

    QString key_; // which evidence is shown
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
