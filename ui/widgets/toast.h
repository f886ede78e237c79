// A short message at the bottom centre of a window, with one action ("Undo"). Shown for 6 s, and as long as
// it is hovered or focused. Not the only way to that action.
#pragma once

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace awb
{

class Toast : public QWidget
{
    Q_OBJECT

public:
    // A child of the window it floats in, outside of its layout.
    explicit Toast(QWidget* window);

    // action may be empty. key is its key cap.
    void showMessage(const QString& text, const QString& action = {}, const QString& key = {});
    void setDuration(int milliseconds);

    QSize sizeHint() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void timeOut();

    QString text_;
    QAbstractButton* button_;
    QTimer timer_;
};

} // namespace awb
