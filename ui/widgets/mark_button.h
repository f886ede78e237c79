// The buttons that judge a check: mark, word and key. MarkRow holds the four of them.
#pragma once

#include "core/report_pdf/mark_painter.h"

#include <QAbstractButton>
#include <QVector>

#include <optional>

namespace awb
{

class MarkButton : public QAbstractButton
{
    Q_OBJECT

public:
    MarkButton(MarkGlyph glyph, const QString& word, const QString& key, QWidget* parent = nullptr);

    MarkGlyph glyph() const { return glyph_; }
    // Chosen, but waiting for its reason: dashed border, outline mark.
    bool isPending() const { return pending_; }
    void setPending(bool pending);
    // Review mode: 1.6 times as large.
    void setLarge(bool large);

    int leastWidth() const; // px that it takes with its whole word
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double size(double px) const;

    MarkGlyph glyph_;
    QString key_;
    bool pending_ = false;
    bool large_ = false;
};

// Pass, Warning, Fail, N/A in one row, or 2 x 2 where the words do not fit.
class MarkRow : public QWidget
{
    Q_OBJECT

public:
    explicit MarkRow(QWidget* parent = nullptr);

    // What is marked; nothing: undecided. Emits no signal.
    void setMark(std::optional<MarkGlyph> glyph);
    // Which mark waits for its reason.
    void setPending(std::optional<MarkGlyph> glyph);
    void setLarge(bool large);
    const QVector<MarkButton*>& buttons() const { return buttons_; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void markChosen(awb::MarkGlyph glyph);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int columnsFor(int width) const;
    int gap() const;

    QVector<MarkButton*> buttons_;
};

} // namespace awb
