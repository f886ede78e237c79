// What runs only when it is allowed: capability, checks, where it goes, and the button that shows it all.
#pragma once

#include "ui/presenters/probes_presenter.h"
#include "ui/widgets/card.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class TextLabel;

class FeltList : public Card
{
    Q_OBJECT
public:
    explicit FeltList(QWidget* parent = nullptr);
    void setFelt(const QVector<FeltView>& felt, bool canRun);

Q_SIGNALS:
    void reviewWanted(awb::Capability capability);

private:
    struct Row
    {
        TextLabel* name;
        TextLabel* checks;
        TextLabel* text;
        QPushButton* review;
    };
    QGridLayout* grid_;
    QVector<Row> rows_;
    QVector<FeltView> felt_;
};

} // namespace awb
