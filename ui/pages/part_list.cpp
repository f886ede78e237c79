#include "ui/pages/part_list.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>

namespace awb
{

namespace
{

using tokens::Role;

enum PartRole { SummaryRole = Qt::UserRole + 1, StateRole, IconRole, SetRole };

tokens::IconId partIcon(TargetPart part)
{
    switch (part) {
    case TargetPart::Postgres:
    case TargetPart::PgBouncer:
        return tokens::IconId::Db;
    case TargetPart::Redis:
        return tokens::IconId::Bolt;
    case TargetPart::Http:
        return tokens::IconId::Globe;
    case TargetPart::Prometheus:
        return tokens::IconId::Chart;
    case TargetPart::Repository:
        return tokens::IconId::Repo;
    }
    return tokens::IconId::Db;
}

class PartDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {100, static_cast<int>(themeOf(option.widget).px(44))};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme theme = themeOf(option.widget);
        const QRectF row(option.rect);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(row, theme.color(Role::Select));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(row, theme.color(Role::Hover));
        painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme.color(Role::Line));
        const double side = theme.px(16);
        IconPainter::paint(
            *painter, QRectF(row.left() + theme.px(12), row.center().y() - side / 2, side, side),
            static_cast<tokens::IconId>(index.data(IconRole).toInt()), theme.color(Role::Text2));
        const QRectF text = row.adjusted(theme.px(38), theme.px(6), -theme.px(38), -theme.px(6));
        line(*painter, text, Qt::AlignTop, index.data().toString(), theme.font(tokens::Type::BodyStrong),
             theme.color(Role::Text));
        line(*painter, text, Qt::AlignBottom, index.data(SummaryRole).toString(),
             theme.font(tokens::Type::Small), theme.color(Role::Text2));
        paintState(*painter, QRectF(row.right() - theme.px(30), row.center().y() - side / 2, side, side),
                   static_cast<TestState>(index.data(StateRole).toInt()), theme);
        painter->restore();
    }

private:
    static void line(QPainter& painter, const QRectF& rect, Qt::Alignment align, const QString& text,
                     const QFont& font, const QColor& color)
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(rect, static_cast<int>(Qt::AlignLeft) | align.toInt() | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width()));
    }

    static void paintState(QPainter& painter, const QRectF& square, TestState state, const Theme& theme)
    {
        switch (state) {
        case TestState::Ok:
            IconPainter::paint(painter, square, tokens::IconId::Check, theme.color(Role::Pass));
            break;
        case TestState::Attention:
            IconPainter::paint(painter, square, tokens::IconId::Warn, theme.color(Role::Warn));
            break;
        case TestState::Failed:
            IconPainter::paint(painter, square, tokens::IconId::X, theme.color(Role::Fail));
            break;
        case TestState::Running:
            IconPainter::paint(painter, square, tokens::IconId::Clock, theme.color(Role::Text2));
            break;
        case TestState::Untested:
        case TestState::NoTest:
            break;
        }
    }
};

} // namespace

PartList::PartList(NewAuditPresenter& presenter, QWidget* parent)
    : Card(tr("Target"), parent),
      presenter_(presenter),
      list_(new QListWidget),
      count_(new TextLabel({}, tokens::Type::BodyStrong)),
      bar_(new QProgressBar)
{
    setFlush(true);
    list_->setObjectName(QStringLiteral("parts"));
    list_->setAccessibleName(tr("Parts of the target"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setMouseTracking(true);
    list_->setItemDelegate(new PartDelegate(list_));
    list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const PartSpec& spec : NewAuditPresenter::parts()) {
        auto* item = new QListWidgetItem(spec.title, list_);
        item->setData(IconRole, static_cast<int>(partIcon(spec.part)));
    }
    list_->setFixedHeight(static_cast<int>(themeOf(this).px(44)) * list_->count() + 2);
    body()->addWidget(list_);
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    count_->setObjectName(QStringLiteral("measurable"));
    count_->setWordWrap(true);
    bar_->setTextVisible(false);
    column->addWidget(count_);
    column->addWidget(bar_);
    body()->addWidget(foot);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT partChosen(NewAuditPresenter::parts().at(row).part);
    });
    refresh();
}

void PartList::refresh()
{
    int set = 0;
    for (int row = 0; row < list_->count(); ++row) {
        const PartState state = presenter_.state(NewAuditPresenter::parts().at(row).part);
        set += state.set ? 1 : 0;
        QListWidgetItem* item = list_->item(row);
        const QString summary = state.testText.isEmpty() || state.test == TestState::NoTest
                                    ? state.summary
                                    : state.summary + QStringLiteral(", ") + state.testText;
        item->setData(SummaryRole, state.summary);
        item->setData(StateRole, static_cast<int>(state.test));
        item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(", ") + summary);
    }
    setSubtitle(tr("%1 of %2 given").arg(set).arg(list_->count()));
    const int measurable = presenter_.measurable();
    count_->setText(tr("Checks that can be measured: %1 of %2").arg(measurable).arg(presenter_.checkCount()));
    bar_->setRange(0, presenter_.checkCount());
    bar_->setValue(measurable);
}

void PartList::select(TargetPart part)
{
    for (int row = 0; row < list_->count(); ++row) {
        if (NewAuditPresenter::parts().at(row).part == part)
            list_->setCurrentRow(row);
    }
}

} // namespace awb

#include "moc_part_list.cpp"
