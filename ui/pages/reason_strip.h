// Asks for the reason that a mark needs, in the place it was asked for. Its room is taken only while it asks.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class WalkPresenter;

class ReasonStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonStrip(WalkPresenter& presenter, QWidget* parent = nullptr);

Q_SIGNALS:
    void over(); // confirmed or dropped: the focus may go back

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask(bool asked);

    WalkPresenter& presenter_;
    Banner* banner_;
    QLineEdit* reason_;
    QPushButton* confirm_;
    QPushButton* drop_;
};

} // namespace awb
