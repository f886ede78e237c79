// Asks before a signature: what is signed, what is still open, by whom. The safe button has the focus; the
// other needs a name and its box ticked.
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class SignDialog : public QDialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString question;
        QString state;
        QStringList open; // a line each; empty: nothing is open
        QString name;     // suggested
    };
    SignDialog(const Words& words, QWidget* parent);
    QString name() const;

private:
    void updateButton();

    QLineEdit* name_;
    QCheckBox* agreed_;
    QPushButton* sign_;
};

} // namespace awb
