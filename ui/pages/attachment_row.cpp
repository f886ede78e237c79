#include "ui/pages/attachment_row.h"

#include "core/foundation/units.h"
#include "core/report/safe_text.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/flow_layout.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace awb
{

AttachmentRow::AttachmentRow(QWidget* parent) : QWidget(parent), layout_(new FlowLayout(this, 8))
{
    add_ = new QPushButton(tr("Attach or paste"), this);
    add_->setObjectName(QStringLiteral("attach"));
    setButtonKind(add_, ButtonKind::Quiet, true);
    setButtonIcon(add_, tokens::IconId::Plus);
    add_->setToolTip(tr("Attach a file, or paste a screenshot into the note"));
    connect(add_, &QPushButton::clicked, this, &AttachmentRow::addWanted);
    layout_->addWidget(add_);
}

void AttachmentRow::setReadOnly(bool readOnly)
{
    readOnly_ = readOnly;
    add_->setEnabled(!readOnly);
    for (QPushButton* remove : std::as_const(removers_)) {
        remove->setEnabled(!readOnly);
    }
}

void AttachmentRow::setAttachments(const QVector<AttachmentRef>& attachments)
{
    QStringList blobs;
    for (const AttachmentRef& attachment : attachments) {
        blobs << attachment.blob;
    }
    if (blobs == shown_) {
        return;
    }
    shown_ = blobs;
    for (QWidget* item : std::as_const(items_)) {
        item->hide();
        item->deleteLater();
    }
    items_.clear();
    removers_.clear();
    for (const AttachmentRef& attachment : attachments) {
        addItem(attachment);
    }
}

void AttachmentRow::addItem(const AttachmentRef& attachment)
{
    auto* item = new QWidget(this);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const QString size = formatQuantity(double(attachment.size), QStringLiteral("bytes"), locale());
    const QString name = fontMetrics().elidedText(visibleText(attachment.name), Qt::ElideMiddle, 150);
    auto* open = new QPushButton(QStringLiteral("%1 %2").arg(name, size), item);
    setButtonKind(open, ButtonKind::Plain, true);
    setButtonIcon(open, tokens::IconId::Clip);
    open->setToolTip(tr("Save a copy of %1").arg(visibleText(attachment.name)));
    connect(open, &QPushButton::clicked, this, [this, attachment] { Q_EMIT saveWanted(attachment); });
    auto* remove = new QPushButton(item);
    setButtonKind(remove, ButtonKind::Quiet, true);
    setButtonIcon(remove, tokens::IconId::X);
    remove->setToolTip(tr("Remove this attachment"));
    remove->setAccessibleName(tr("Remove %1").arg(attachment.name));
    connect(remove, &QPushButton::clicked, this,
            [this, blob = attachment.blob] { Q_EMIT removeWanted(blob); });
    remove->setEnabled(!readOnly_);
    removers_ << remove;
    row->addWidget(open);
    row->addWidget(remove);
    layout_->addWidget(item);
    items_ << item;
    item->show();
}

} // namespace awb

#include "moc_attachment_row.cpp"
