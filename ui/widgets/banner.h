// Says what is the matter with what stands above it: a strong sentence, one more sentence, at most two
// buttons.
#pragma once

#include "core/report_pdf/mark_painter.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class FlowLayout;
class TextLabel;

class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Unknown, Warn, Fail, Pass, Neutral, Info };

    explicit Banner(Tone tone, QWidget* parent = nullptr);

    void setTone(Tone tone);
    // The strong sentence and the plain one below it; either may be empty.
    void setText(const QString& strong, const QString& detail = {});
    // Without either, the tone chooses: diamond "?", octagon, info.
    void setGlyph(MarkGlyph glyph, bool filled = false);
    void setIcon(tokens::IconId icon);
    // Small buttons under the text; the banner owns them.
    QPushButton* addButton(const QString& text, std::optional<tokens::IconId> icon = {});
    void clearButtons();
    // A widget at the right of the strong sentence, such as the chip of the origin.
    void setTrailing(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone tone_;
    std::optional<MarkGlyph> glyph_;
    bool filled_ = false;
    std::optional<tokens::IconId> icon_;
    TextLabel* strong_;
    TextLabel* detail_;
    QHBoxLayout* top_;
    QWidget* buttonRow_;
    FlowLayout* buttons_;
    QWidget* trailing_ = nullptr;
};

} // namespace awb
