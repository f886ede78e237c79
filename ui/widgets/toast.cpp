#include "ui/widgets/toast.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::Role;

// "Undo  Ctrl Z" in the colours of the toast.
class ToastButton : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

    QSize sizeHint() const override
    {
        const Theme theme = themeOf(this);
        const double text =
            QFontMetricsF(theme.font(tokens::Type::BodyStrong)).horizontalAdvance(this->text());
        const QString key = buttonKey(this);
        const double cap =
            key.isEmpty()
                ? 0
                : theme.px(8) + QFontMetricsF(theme.font(tokens::Type::Number)).horizontalAdvance(key);
        return {static_cast<int>(std::ceil(text + cap + theme.px(16))), static_cast<int>(theme.px(28))};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = themeOf(this);
        QPainter painter(this);
        if (hasFocus() || underMouse())
            drawRounded(painter, rect(), theme.px(tokens::radius::chip), QColor(),
                        theme.color(Role::ToastText), 1.5);
        const QRectF inner = QRectF(rect()).adjusted(theme.px(8), 0, -theme.px(8), 0);
        painter.setPen(theme.color(Role::ToastText));
        painter.setFont(theme.font(tokens::Type::BodyStrong));
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setFont(theme.font(tokens::Type::Number));
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, buttonKey(this));
    }
};

} // namespace

Toast::Toast(QWidget* window) : QWidget(window), button_(new ToastButton(this))
{
    button_->setObjectName(QStringLiteral("toastAction"));
    button_->setFocusPolicy(Qt::TabFocus);
    button_->setAttribute(Qt::WA_Hover);
    connect(button_, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    timer_.setSingleShot(true);
    timer_.setInterval(6000);
    connect(&timer_, &QTimer::timeout, this, &Toast::timeOut);
    window->installEventFilter(this);
    hide();
}

void Toast::setDuration(int milliseconds)
{
    timer_.setInterval(milliseconds);
}

void Toast::showMessage(const QString& text, const QString& action, const QString& key)
{
    text_ = text;
    button_->setText(action);
    setButtonKey(button_, key);
    button_->setAccessibleName(key.isEmpty() ? action : tr("%1, key %2").arg(action, key));
    button_->setVisible(!action.isEmpty());
    setAccessibleName(text);
    place();
    show();
    raise();
    update();
    timer_.start();
}

void Toast::timeOut()
{
    if (underMouse() || button_->hasFocus())
        timer_.start();
    else
        hide();
}

QSize Toast::sizeHint() const
{
    const Theme theme = themeOf(this);
    const double text = QFontMetricsF(theme.font(tokens::Type::Body)).horizontalAdvance(text_);
    const double action = button_->text().isEmpty() ? 0 : theme.px(24) + button_->sizeHint().width();
    return {static_cast<int>(std::ceil(text + action + theme.px(28))), static_cast<int>(theme.px(40))};
}

void Toast::place()
{
    const int margin = static_cast<int>(themeOf(this).px(16));
    const QSize window = parentWidget()->size();
    const QSize size(std::min(std::max(sizeHint().width(), 320), window.width() - 2 * margin),
                     sizeHint().height());
    // Clear of the status bar.
    setGeometry((window.width() - size.width()) / 2, window.height() - size.height() - 3 * margin,
                size.width(), size.height());
    const QSize wanted = button_->sizeHint();
    button_->setGeometry(size.width() - wanted.width() - 6, (size.height() - wanted.height()) / 2,
                         wanted.width(), wanted.height());
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = themeOf(this);
    QPainter painter(this);
    drawRounded(painter, rect(), theme.px(tokens::radius::control), theme.color(Role::Toast), QColor());
    painter.setFont(theme.font(tokens::Type::Body));
    painter.setPen(theme.color(Role::ToastText));
    const double right = button_->isVisible() ? button_->x() - theme.px(8) : width() - theme.px(14);
    const QRectF room(theme.px(14), 0, right - theme.px(14), height());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text_, Qt::ElideRight, static_cast<int>(room.width())));
}

} // namespace awb

#include "moc_toast.cpp"
