#include "ui/pages/felt_list.h"

#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace awb
{

FeltList::FeltList(QWidget* parent) : Card(tr("Only when it is allowed"), parent), grid_(new QGridLayout)
{
    setObjectName(QStringLiteral("felt"));
    setDense(true);
    ChipContent chip = iconChip(tokens::IconId::Bolt, tr("Can be felt by the target"));
    chip.glyph.reset();
    actions()->addWidget(new Chip(chip));
    grid_->setHorizontalSpacing(16);
    grid_->setVerticalSpacing(4);
    grid_->setColumnStretch(2, 1);
    body()->addLayout(grid_);
}

void FeltList::setFelt(const QVector<FeltView>& felt, bool canRun)
{
    felt_ = felt;
    setVisible(!felt.isEmpty());
    while (rows_.size() < felt.size()) {
        const int index = static_cast<int>(rows_.size());
        Row row{new TextLabel({}, tokens::Type::BodyStrong),
                new TextLabel({}, tokens::Type::Number, tokens::Role::Text2),
                new TextLabel({}, tokens::Type::Body, tokens::Role::Text2),
                new QPushButton(tr("Review what will be sent"))};
        row.text->setElided(true);
        setButtonKind(row.review, ButtonKind::Plain, true);
        row.review->setObjectName(QStringLiteral("review-%1").arg(index));
        connect(row.review, &QPushButton::clicked, this,
                [this, index] { Q_EMIT reviewWanted(felt_.at(index).capability); });
        grid_->addWidget(row.name, index, 0);
        grid_->addWidget(row.checks, index, 1);
        grid_->addWidget(row.text, index, 2);
        grid_->addWidget(row.review, index, 3);
        rows_.append(row);
    }
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        const bool used = i < felt.size();
        for (QWidget* widget : {static_cast<QWidget*>(rows_[i].name), static_cast<QWidget*>(rows_[i].checks),
                                static_cast<QWidget*>(rows_[i].text), static_cast<QWidget*>(rows_[i].review)})
            widget->setVisible(used);
        if (!used)
            continue;
        rows_[i].name->setText(felt[i].name);
        rows_[i].checks->setText(felt[i].checks.join(QLatin1Char(' ')));
        rows_[i].text->setText(tr("Not allowed, stays off. %1").arg(felt[i].text));
        rows_[i].review->setEnabled(canRun);
    }
}

} // namespace awb

#include "moc_felt_list.cpp"
