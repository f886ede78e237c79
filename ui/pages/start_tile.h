// One of the four large buttons of the start page.
#pragma once

#include "design_tokens.h"

#include <QAbstractButton>

namespace awb
{

class StartTile : public QAbstractButton
{
    Q_OBJECT
public:
    StartTile(tokens::IconId icon, const QString& title, const QString& text, const QString& key,
              bool primary, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    tokens::IconId icon_;
    QString detail_;
    QString key_;
    bool primary_;
};

} // namespace awb
