// A label in one of the type styles and text colours of the tokens, following the theme. Always plain text:
// what comes from a target is never read as HTML.
#pragma once

#include "design_tokens.h"

#include <QLabel>

namespace awb
{

class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString& text = {}, tokens::Type type = tokens::Type::Body,
                       tokens::Role role = tokens::Role::Text, QWidget* parent = nullptr);

    void setRole(tokens::Role role);
    void setType(tokens::Type type);
    // One line that gives way: elided on the right, the whole text as tooltip.
    void setElided(bool elided);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyTheme();

    tokens::Type type_;
    tokens::Role role_;
    bool elided_ = false;
};

// Sets a font of the tokens on any widget and keeps it through changes of theme.
void setType(QWidget* widget, tokens::Type type);

} // namespace awb
