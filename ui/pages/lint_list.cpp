#include "ui/pages/lint_list.h"

#include "ui/pages/icon_label.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QPushButton>

namespace awb
{

LintList::LintList(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(0);
    grid_->setColumnStretch(1, 1);
}

void LintList::setLines(const QVector<LintLine>& lines)
{
    lines_ = lines;
    while (rows_.size() < lines.size()) {
        const int index = static_cast<int>(rows_.size());
        Row row{new IconLabel, new TextLabel, new QPushButton};
        row.text->setWordWrap(true);
        setButtonKind(row.fix, ButtonKind::Plain, true);
        row.fix->setObjectName(QStringLiteral("lint-fix-%1").arg(index));
        connect(row.fix, &QPushButton::clicked, this, [this, index] {
            const LintLine line = lines_.at(index);
            Q_EMIT fixWanted(line);
        });
        grid_->addWidget(row.icon, index, 0, Qt::AlignVCenter);
        grid_->addWidget(row.text, index, 1, Qt::AlignVCenter);
        grid_->addWidget(row.fix, index, 2, Qt::AlignVCenter);
        rows_.append(row);
    }
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        const bool used = i < lines.size();
        grid_->setRowMinimumHeight(static_cast<int>(i), used ? 26 : 0);
        for (QWidget* widget : {static_cast<QWidget*>(rows_[i].icon), static_cast<QWidget*>(rows_[i].text)})
            widget->setVisible(used);
        rows_[i].fix->setVisible(used && lines[i].fix != LintFix::None);
        if (!used)
            continue;
        if (lines[i].ok)
            rows_[i].icon->setIcon(tokens::IconId::Check, tokens::Role::Pass);
        else
            rows_[i].icon->setIcon(lines[i].stale ? tokens::IconId::Clock : tokens::IconId::Warn,
                                   tokens::Role::Warn);
        rows_[i].text->setText(lines[i].text);
        rows_[i].fix->setText(lines[i].fixText);
    }
}

} // namespace awb

#include "moc_lint_list.cpp"
