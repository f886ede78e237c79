#include "ui/pages/reason_strip.h"

#include "ui/presenters/walk_presenter.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace awb
{

ReasonStrip::ReasonStrip(WalkPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      banner_(new Banner(Banner::Tone::Fail)),
      reason_(new QLineEdit),
      confirm_(new QPushButton),
      drop_(new QPushButton(tr("Keep as it was")))
{
    setObjectName(QStringLiteral("reason-strip"));
    reason_->setObjectName(QStringLiteral("reason"));
    reason_->setPlaceholderText(tr("Reason, in one sentence"));
    reason_->setAccessibleName(tr("Reason"));
    setButtonKind(confirm_, ButtonKind::Primary);
    setButtonKey(confirm_, QStringLiteral("Enter"));
    setButtonKey(drop_, QStringLiteral("Esc"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(banner_);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(reason_, 1);
    row->addWidget(confirm_);
    row->addWidget(drop_);
    column->addLayout(row);
    reason_->installEventFilter(this);
    connect(reason_, &QLineEdit::textChanged, this,
            [this](const QString& text) { confirm_->setEnabled(!text.trimmed().isEmpty()); });
    connect(reason_, &QLineEdit::returnPressed, confirm_, &QPushButton::click);
    connect(confirm_, &QPushButton::clicked, this, [this] { presenter_.confirmPending(reason_->text()); });
    connect(drop_, &QPushButton::clicked, this, [this] { presenter_.dropPending(); });
    connect(&presenter_, &WalkPresenter::pendingChanged, this,
            [this] { ask(presenter_.pending().has_value()); });
    setVisible(false);
}

void ReasonStrip::ask(bool asked)
{
    setVisible(asked);
    if (!asked) {
        Q_EMIT over();
        return;
    }
    const PendingMark& pending = *presenter_.pending();
    banner_->setText(pending.why.text(QLocale()),
                     tr("%1 as %2 needs a reason, and the report will list it.")
                         .arg(pending.checks.join(QStringLiteral(", ")), markWord(pending.mark)));
    confirm_->setText(tr("Mark %1").arg(markWord(pending.mark)));
    confirm_->setEnabled(false);
    reason_->clear();
    reason_->setFocus(Qt::OtherFocusReason);
}

bool ReasonStrip::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        presenter_.dropPending();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace awb

#include "moc_reason_strip.cpp"
