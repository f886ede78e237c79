// Asks for the passwords that a run needs, in the page. What is typed goes to the session's memory only.
#pragma once

#include "core/foundation/secret.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace awb
{

class Banner;

class SecretPrompt : public QWidget
{
    Q_OBJECT
public:
    explicit SecretPrompt(QWidget* parent = nullptr);
    // Shows itself for the first of keys ("postgres/0"); hides when there is none.
    void setWanted(const QStringList& keys);

Q_SIGNALS:
    void given(const QString& key, const awb::Secret& secret);
    void dropped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Banner* banner_;
    QLineEdit* password_;
    QString key_;
};

} // namespace awb
