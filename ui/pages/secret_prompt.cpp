#include "ui/pages/secret_prompt.h"

#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace awb
{

SecretPrompt::SecretPrompt(QWidget* parent)
    : QWidget(parent),
      banner_(new Banner(Banner::Tone::Neutral)),
      password_(new QLineEdit)
{
    setObjectName(QStringLiteral("secret-prompt"));
    banner_->setIcon(tokens::IconId::Key);
    password_->setEchoMode(QLineEdit::Password);
    password_->setObjectName(QStringLiteral("secret"));
    password_->setAccessibleName(tr("Password"));
    password_->installEventFilter(this);
    auto* use = new QPushButton(tr("Use it and run"));
    setButtonKind(use, ButtonKind::Primary);
    setButtonKey(use, QStringLiteral("Enter"));
    auto* drop = new QPushButton(tr("Do not run"));
    setButtonKey(drop, QStringLiteral("Esc"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(password_, 1);
    row->addWidget(use);
    row->addWidget(drop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(banner_);
    column->addLayout(row);
    const auto give = [this] {
        const Secret secret(password_->text().toUtf8());
        password_->clear();
        Q_EMIT given(key_, secret);
    };
    connect(use, &QPushButton::clicked, this, give);
    connect(password_, &QLineEdit::returnPressed, this, give);
    connect(drop, &QPushButton::clicked, this, [this] {
        password_->clear();
        Q_EMIT dropped();
    });
    hide();
}

void SecretPrompt::setWanted(const QStringList& keys)
{
    setVisible(!keys.isEmpty());
    if (keys.isEmpty())
        return;
    key_ = keys.constFirst();
    banner_->setText(tr("The password of %1 is asked for at each start.").arg(key_),
                     tr("It stays in memory until the program ends, and is written nowhere."));
    password_->setFocus(Qt::OtherFocusReason);
}

bool SecretPrompt::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        password_->clear();
        Q_EMIT dropped();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace awb

#include "moc_secret_prompt.cpp"
