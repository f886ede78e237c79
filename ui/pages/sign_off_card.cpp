#include "ui/pages/sign_off_card.h"

#include "ui/pages/icon_label.h"
#include "ui/pages/sign_dialog.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QPushButton>

namespace awb
{

SignOffCard::SignOffCard(SignOffPresenter& presenter, QWidget* parent)
    : Card(tr("Sign-off"), parent),
      presenter_(presenter),
      state_(new Chip),
      about_(new TextLabel({}, tokens::Type::Small, tokens::Role::Text2)),
      next_(new QPushButton)
{
    setObjectName(QStringLiteral("sign-off"));
    state_->setObjectName(QStringLiteral("sign-off-state"));
    actions()->addWidget(state_);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    for (const SeatView& seat : presenter_.seats()) {
        Row row{new IconLabel(tokens::IconId::Person), new TextLabel(seat.title, tokens::Type::Body),
                new TextLabel({}, tokens::Type::Small, tokens::Role::Text2), new QPushButton(tr("Sign"))};
        const int at = static_cast<int>(rows_.size());
        row.text->setElided(true);
        row.text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.text->setObjectName(QStringLiteral("signed-") + seatId(seat.seat));
        row.sign->setObjectName(QStringLiteral("sign-") + seatId(seat.seat));
        row.sign->setAccessibleName(tr("Sign as %1").arg(seat.title));
        setButtonKind(row.sign, ButtonKind::Plain, true);
        connect(row.sign, &QPushButton::clicked, this, [this, which = seat.seat] { ask(which); });
        grid->addWidget(row.icon, at, 0);
        grid->addWidget(row.title, at, 1);
        grid->addWidget(row.text, at, 2);
        grid->addWidget(row.sign, at, 3);
        grid->setRowMinimumHeight(at, 26);
        rows_ << row;
    }
    body()->addLayout(grid);
    about_->setWordWrap(true);
    body()->addWidget(about_);
    next_->setObjectName(QStringLiteral("begin-revision"));
    setButtonKind(next_, ButtonKind::Plain, true);
    body()->addWidget(next_, 0, Qt::AlignLeft);
    connect(next_, &QPushButton::clicked, this, [this] { presenter_.beginRevision(); });
    connect(&presenter_, &SignOffPresenter::changed, this, &SignOffCard::refresh);
    refresh();
}

void SignOffCard::refresh()
{
    const QVector<SeatView> seats = presenter_.seats();
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        const SeatView& seat = seats.at(i);
        rows_[i].icon->setIcon(seat.isSigned ? tokens::IconId::Check : tokens::IconId::Person,
                               seat.isSigned ? tokens::Role::Pass : tokens::Role::Text2);
        rows_[i].text->setText(seat.text);
        rows_[i].sign->setVisible(!seat.isSigned);
        rows_[i].sign->setEnabled(seat.canSign);
    }
    ChipContent chip;
    chip.text = presenter_.headline();
    if (presenter_.canBeginRevision())
        chip.icon = tokens::IconId::Lock;
    state_->setContent(chip);
    about_->setText(presenter_.about());
    next_->setText(tr("Begin revision %1").arg(presenter_.nextRevision()));
    next_->setVisible(presenter_.canBeginRevision());
}

void SignOffCard::ask(Seat seat)
{
    auto* dialog = new SignDialog(
        {presenter_.question(seat), presenter_.state(), open_, presenter_.suggestedName(seat)}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, seat] { presenter_.sign(seat, dialog->name()); });
    dialog->open();
}

} // namespace awb

#include "moc_sign_off_card.cpp"
