// What is still open before sign-off, a line each, with the one thing that settles it.
#pragma once

#include "ui/presenters/scorecard_presenter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class IconLabel;
class TextLabel;

class LintList : public QWidget
{
    Q_OBJECT
public:
    explicit LintList(QWidget* parent = nullptr);
    void setLines(const QVector<LintLine>& lines);

Q_SIGNALS:
    void fixWanted(const awb::LintLine& line);

private:
    struct Row
    {
        IconLabel* icon;
        TextLabel* text;
        QPushButton* fix;
    };
    QGridLayout* grid_;
    QVector<Row> rows_;
    QVector<LintLine> lines_;
};

} // namespace awb
