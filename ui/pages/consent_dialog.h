// Asks before anything that can be felt by the target: what, where, how much, what stops it. The safe button
// has the focus; the other needs its box ticked.
#pragma once

#include "ui/presenters/probes_presenter.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class ConsentDialog : public QDialog
{
    Q_OBJECT
public:
    // namesHost: the target is another machine, so its name has to be confirmed; production: a second box.
    ConsentDialog(const FeltView& felt, bool namesHost, bool production, QWidget* parent);

    bool productionAllowed() const;

private:
    void updateButton();

    QCheckBox* host_;
    QCheckBox* production_ = nullptr;
    QPushButton* allow_;
};

} // namespace awb
