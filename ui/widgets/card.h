// A panel with a thin border: header row (title, subtitle, widgets on the right) and a body. Folding hides
// the body at once, without animation.
#pragma once

#include <QAbstractButton>
#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace awb
{

class CardHeader;
class KeyCap;
class TextLabel;

class Card : public QFrame
{
    Q_OBJECT

public:
    // Without a title the header row is left out.
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    // Shown in the header of a foldable card: the key that opens it. Sets no shortcut.
    void setKey(const QString& key);
    // Padding 12 instead of 16.
    void setDense(bool dense);
    // The body reaches to the border, for tables that bring their own padding.
    void setFlush(bool flush);
    void setFoldable(bool foldable);
    bool isFolded() const { return folded_; }
    void setFolded(bool folded);

    // Add chips and buttons; they stand right-aligned.
    QHBoxLayout* actions() const { return actions_; }
    QVBoxLayout* body() const { return body_; }

Q_SIGNALS:
    void foldedChanged(bool folded);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyMargins();

    CardHeader* header_;
    TextLabel* title_;
    TextLabel* subtitle_;
    KeyCap* key_;
    QHBoxLayout* actions_;
    QWidget* content_;
    QVBoxLayout* body_;
    bool dense_ = false;
    bool flush_ = false;
    bool folded_ = false;
};

// The header of a card; a button only while the card can fold.
class CardHeader : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CardHeader(QWidget* parent);
    void setFoldable(bool foldable);
    bool isFoldable() const { return foldable_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool foldable_ = false;
};

} // namespace awb
