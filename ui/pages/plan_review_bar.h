// Under the plans of hot queries (2.7): the chosen plan in full, who reviewed it, and the word that it is
// reviewed. Without plans it is not there.
#pragma once

#include "ui/presenters/plan_ledger.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class CodeView;
class EvidenceCard;
class TextLabel;

class PlanReviewBar : public QWidget
{
    Q_OBJECT
public:
    PlanReviewBar(AuditSession& session, EvidenceCard& evidence, QWidget* parent = nullptr);

    // After the card has the ledger's evidence. `another`: another check than before.
    void setLedger(const QString& checkId, const PlanLedger& ledger, bool another);
    void reviewChosen(); // V
    void reviewAll();    // Shift V

Q_SIGNALS:
    void said(const QString& sentence); // why nothing was entered

private:
    void showChosen();
    int chosen() const; // index in the ledger's rows; -1: none
    void chooseDue(int after);
    bool mayReview();

    AuditSession& session_;
    EvidenceCard& evidence_;
    QString check_;
    PlanLedger ledger_;
    CodeView* plan_;
    TextLabel* state_;
    QPushButton* one_;
    QPushButton* all_;
};

} // namespace awb
