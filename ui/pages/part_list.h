// The parts of the target with their test state, and how many checks they make measurable.
#pragma once

#include "ui/presenters/new_audit_presenter.h"
#include "ui/widgets/card.h"

QT_BEGIN_NAMESPACE
class QListWidget;
class QProgressBar;
QT_END_NAMESPACE

namespace awb
{

class TextLabel;

class PartList : public Card
{
    Q_OBJECT
public:
    explicit PartList(NewAuditPresenter& presenter, QWidget* parent = nullptr);
    void refresh();
    void select(TargetPart part);

Q_SIGNALS:
    void partChosen(awb::TargetPart part);

private:
    NewAuditPresenter& presenter_;
    QListWidget* list_;
    TextLabel* count_;
    QProgressBar* bar_;
};

} // namespace awb
