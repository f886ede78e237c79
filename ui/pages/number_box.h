// A small popup that asks for the number of a check.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace awb
{

class NumberBox : public QFrame
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget* parent);
    void popUp(); // in the middle of the parent; deletes itself when closed

Q_SIGNALS:
    void chosen(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit* edit_;
};

} // namespace awb
