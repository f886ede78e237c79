// What a page or card says when it has nothing to show: what, why, and the one next step.
#pragma once

#include "design_tokens.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class TextLabel;

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(tokens::IconId icon, const QString& title, const QString& text, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& text);
    QPushButton* addButton(const QString& text, bool primary = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    tokens::IconId icon_;
    QWidget* tile_;
    TextLabel* title_;
    TextLabel* text_;
    QHBoxLayout* buttons_;
};

} // namespace awb
