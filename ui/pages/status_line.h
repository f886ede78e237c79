// The bar below every page: saved at, the honest score line, the page's keys.
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/pane.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace awb
{

class KeyCap;
class TextLabel;

class StatusLine : public Pane
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void showSession(const AuditSession& session);
    void showKeys(const QVector<StatusKey>& keys); // "? all keys" is added

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    QHBoxLayout* layout_;
    TextLabel* saved_;
    TextLabel* score_;
    QVector<KeyCap*> caps_;
    bool failed_ = false;
    bool open_ = false;
};

} // namespace awb
