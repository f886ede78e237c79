#include "ui/pages/sign_dialog.h"

#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace awb
{

namespace
{

TextLabel* wrapped(const QString& text, tokens::Type type, tokens::Role role)
{
    auto* label = new TextLabel(text, type, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

SignDialog::SignDialog(const Words& words, QWidget* parent)
    : QDialog(parent),
      name_(new QLineEdit(words.name)),
      agreed_(new QCheckBox),
      sign_(new QPushButton(tr("Sign")))
{
    setObjectName(QStringLiteral("signDialog"));
    setWindowTitle(tr("Sign-off"));
    setModal(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(wrapped(words.question, tokens::Type::Heading, tokens::Role::Text));
    column->addWidget(wrapped(words.state, tokens::Type::Body, tokens::Role::Text2));
    if (!words.open.isEmpty()) {
        auto* open = new Banner(Banner::Tone::Warn);
        open->setObjectName(QStringLiteral("sign-open"));
        open->setText(tr("%n points are still open", nullptr, int(words.open.size())),
                      words.open.join(QLatin1Char('\n')));
        column->addWidget(open);
    }
    auto* label = new TextLabel(tr("Name under the signature"), tokens::Type::Small);
    label->setBuddy(name_);
    name_->setObjectName(QStringLiteral("sign-name"));
    name_->setAccessibleName(label->text());
    auto* field = new QVBoxLayout;
    field->setSpacing(4);
    field->addWidget(label);
    field->addWidget(name_);
    column->addLayout(field);
    agreed_->setObjectName(QStringLiteral("sign-agreed"));
    agreed_->setText(words.open.isEmpty() ? tr("The marks are as we agreed")
                                          : tr("The marks are as we agreed, with the open points"));
    column->addWidget(agreed_);
    auto* safe = new QPushButton(tr("Do not sign"));
    safe->setObjectName(QStringLiteral("sign-no"));
    safe->setDefault(true);
    setButtonKey(safe, QStringLiteral("Esc"));
    sign_->setObjectName(QStringLiteral("sign-yes"));
    sign_->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(safe);
    buttons->addWidget(sign_);
    column->addLayout(buttons);
    connect(agreed_, &QCheckBox::toggled, this, &SignDialog::updateButton);
    connect(name_, &QLineEdit::textChanged, this, &SignDialog::updateButton);
    connect(safe, &QPushButton::clicked, this, &QDialog::reject);
    connect(sign_, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(static_cast<int>(themeOf(this).px(480)));
    updateButton();
    safe->setFocus(Qt::OtherFocusReason);
}

QString SignDialog::name() const
{
    return name_->text().trimmed();
}

void SignDialog::updateButton()
{
    sign_->setEnabled(agreed_->isChecked() && !name().isEmpty());
}

} // namespace awb

#include "moc_sign_dialog.cpp"
