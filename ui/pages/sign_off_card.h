// The sign-off: both seats with their signatures, and the way to the next revision.
#pragma once

#include "ui/presenters/sign_off_presenter.h"
#include "ui/widgets/card.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class Chip;
class IconLabel;
class TextLabel;

class SignOffCard : public Card
{
    Q_OBJECT
public:
    explicit SignOffCard(SignOffPresenter& presenter, QWidget* parent = nullptr);
    void refresh();
    // What is still open before sign-off, a line each: the dialog says it.
    void setOpenPoints(const QStringList& lines) { open_ = lines; }

private:
    void ask(Seat seat);

    struct Row
    {
        IconLabel* icon;
        TextLabel* title;
        TextLabel* text;
        QPushButton* sign;
    };
    SignOffPresenter& presenter_;
    QVector<Row> rows_;
    Chip* state_;
    TextLabel* about_;
    QPushButton* next_;
    QStringList open_;
};

} // namespace awb
