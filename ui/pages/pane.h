// A panel with a thin line on some of its edges: bars and side panes of the shell.
#pragma once

#include "design_tokens.h"

#include <QWidget>

namespace awb
{

class Pane : public QWidget
{
    Q_OBJECT
public:
    explicit Pane(Qt::Edges lines, QWidget* parent = nullptr);
    void setGround(tokens::Role role); // default: Panel

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Edges lines_;
    tokens::Role ground_ = tokens::Role::Panel;
};

} // namespace awb
