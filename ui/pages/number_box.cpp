#include "ui/pages/number_box.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace awb
{

NumberBox::NumberBox(QWidget* parent) : QFrame(parent, Qt::Popup), edit_(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("numberBox"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(new TextLabel(tr("Go to check"), tokens::Type::Body, tokens::Role::Text, this));
    edit_->setObjectName(QStringLiteral("numberEdit"));
    edit_->setPlaceholderText(QStringLiteral("2.2"));
    edit_->setMaxLength(5);
    edit_->setFixedWidth(90);
    layout->addWidget(edit_);
    connect(edit_, &QLineEdit::returnPressed, this, [this] {
        const QString text = edit_->text();
        close();
        if (!text.trimmed().isEmpty()) {
            Q_EMIT chosen(text);
        }
    });
}

void NumberBox::popUp()
{
    adjustSize();
    const QPoint centre =
        parentWidget()->mapToGlobal(QPoint(parentWidget()->width() / 2, parentWidget()->height() / 4));
    move(centre - QPoint(width() / 2, 0));
    show();
    edit_->setFocus();
}

void NumberBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(this);
    painter.fillRect(rect(), theme.color(tokens::Role::Raised));
    drawRounded(painter, rect(), 0, theme.color(tokens::Role::Raised), theme.color(tokens::Role::LineStrong));
}

} // namespace awb

#include "moc_number_box.cpp"
