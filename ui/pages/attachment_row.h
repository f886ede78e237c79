// The attachments of a check, and the button that adds one.
#pragma once

#include "core/audit/audit_document.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class FlowLayout;

class AttachmentRow : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentRow(QWidget* parent = nullptr);
    void setReadOnly(bool readOnly); // what is attached can still be saved
    void setAttachments(const QVector<AttachmentRef>& attachments);

Q_SIGNALS:
    void addWanted();
    void saveWanted(const awb::AttachmentRef& attachment);
    void removeWanted(const QString& blob);

private:
    void addItem(const AttachmentRef& attachment);

    FlowLayout* layout_;
    QVector<QWidget*> items_;
    QStringList shown_;
    QPushButton* add_;
    QVector<QPushButton*> removers_;
    bool readOnly_ = false;
};

} // namespace awb
