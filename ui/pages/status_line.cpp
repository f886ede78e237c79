#include "ui/pages/status_line.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/check_view.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace awb
{

StatusLine::StatusLine(QWidget* parent) : Pane(Qt::TopEdge, parent), layout_(new QHBoxLayout(this))
{
    setFixedHeight(int(themeOf(this).px(tokens::size::statusBar)));
    layout_->setContentsMargins(32, 1, 12, 0);
    layout_->setSpacing(16);
    saved_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2, this);
    saved_->setObjectName(QStringLiteral("savedAt"));
    score_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2, this);
    score_->setObjectName(QStringLiteral("honestScore"));
    layout_->addWidget(saved_);
    layout_->addWidget(score_);
    layout_->addStretch();
}

void StatusLine::showSession(const AuditSession& session)
{
    const SaveState state = session.saveState();
    failed_ = state.error.has_value();
    open_ = session.isOpen();
    saved_->setRole(failed_ ? tokens::Role::FailText : tokens::Role::Text2);
    if (!open_) {
        saved_->setText(tr("Works offline"));
        score_->clear();
    } else {
        if (failed_) {
            saved_->setText(tr("Not saved, %n entries wait", nullptr, state.waiting));
        } else if (session.isFrozen()) {
            saved_->setText(tr("Signed, frozen"));
        } else if (session.isReadOnly()) {
            saved_->setText(tr("Read only"));
        } else {
            saved_->setText(
                state.savedAt.isValid()
                    ? tr("Saved at %1").arg(state.savedAt.toLocalTime().toString(QStringLiteral("HH:mm:ss")))
                    : tr("Everything is saved"));
        }
        score_->setText(honestLine(session.result().score));
    }
    update();
    fit();
}

void StatusLine::showKeys(const QVector<StatusKey>& keys)
{
    for (KeyCap* cap : std::as_const(caps_)) {
        layout_->removeWidget(cap);
        cap->deleteLater();
    }
    caps_.clear();
    QVector<StatusKey> all = keys;
    all.append({QStringLiteral("?"), tr("all keys")});
    for (const StatusKey& key : all) {
        auto* cap = new KeyCap(key.key, key.word, this);
        layout_->addWidget(cap);
        caps_ << cap;
    }
    fit();
}

// The least important keys go first; "? all keys" stays.
void StatusLine::fit()
{
    int room = width() - 44 - 16 - saved_->sizeHint().width() - score_->sizeHint().width() - 40;
    if (caps_.isEmpty()) {
        return;
    }
    room -= caps_.constLast()->sizeHint().width() + 16;
    for (qsizetype i = 0; i + 1 < caps_.size(); ++i) {
        room -= caps_.at(i)->sizeHint().width() + 16;
        caps_.at(i)->setVisible(room >= 0);
    }
    caps_.constLast()->show();
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    fit();
}

void StatusLine::paintEvent(QPaintEvent* event)
{
    Pane::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(this);
    const tokens::IconId icon =
        failed_ ? tokens::IconId::Warn : (open_ ? tokens::IconId::Check : tokens::IconId::Lock);
    IconPainter::paint(
        painter, QRectF(12, (height() - 14) / 2.0, 14, 14), icon,
        theme.color(failed_ ? tokens::Role::Fail : (open_ ? tokens::Role::Pass : tokens::Role::Text2)));
}

} // namespace awb

#include "moc_status_line.cpp"
