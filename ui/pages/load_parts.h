// The parts of the load page: the strip of figures with its one button, the gate, and the errors.
#pragma once

#include "ui/presenters/load_view.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class TextLabel;

// Where the run is, four figures, and the button that starts or stops: always at the same place.
class LoadStrip : public QWidget
{
    Q_OBJECT
public:
    explicit LoadStrip(QWidget* parent = nullptr);
    void setView(const LoadView& view, bool canStart);

Q_SIGNALS:
    void startWanted();
    void stopWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell
    {
        QWidget* box;
        TextLabel* value;
        TextLabel* note;
    };
    QWidget* makeHead();
    Cell makeCell(const QString& name, const char* objectName);
    QWidget* makeButton();

    TextLabel* headline_;
    TextLabel* endpoint_;
    TextLabel* detail_;
    QProgressBar* progress_;
    Cell rate_, p99_, lag_, errors_;
    QPushButton* button_;
    bool running_ = false;
};

// A bar a limit: name, bar, value, limit.
class GateList : public QWidget
{
    Q_OBJECT
public:
    explicit GateList(QWidget* parent = nullptr);
    void setBars(const QVector<GateBar>& bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Widths
    {
        double name = 0;
        double value = 0;
        double limit = 0;
    };
    void paintBar(QPainter& painter, const GateBar& bar, double top, const Widths& widths,
                  const Theme& theme) const;

    QVector<GateBar> bars_;
};

// Cause, what it means for the verdict, and how often.
class LoadErrorList : public QWidget
{
    Q_OBJECT
public:
    explicit LoadErrorList(QWidget* parent = nullptr);
    void setRows(const QVector<LoadErrorRow>& rows, const QString& nothing);

private:
    struct Line
    {
        TextLabel* cause;
        TextLabel* what;
        TextLabel* count;
    };
    QGridLayout* grid_;
    TextLabel* nothing_;
    QVector<Line> lines_;
};

// The mark or its absence beside two lines of words.
class GlyphLabel : public QWidget
{
    Q_OBJECT
public:
    explicit GlyphLabel(QWidget* parent = nullptr);
    void setGlyph(std::optional<MarkGlyph> glyph);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<MarkGlyph> glyph_;
};

} // namespace awb
