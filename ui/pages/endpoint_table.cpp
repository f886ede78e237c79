#include "ui/pages/endpoint_table.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/models/endpoint_model.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QDoubleValidator>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <cmath>

namespace awb
{

using tokens::Role;

QWidget* EndpointDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                        const QModelIndex&) const
{
    auto* edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* valid = new QDoubleValidator(0, 1e6, 3, edit);
    valid->setNotation(QDoubleValidator::StandardNotation);
    edit->setValidator(valid);
    setType(edit, tokens::Type::Number);
    return edit;
}

void EndpointDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    if (auto* edit = qobject_cast<QLineEdit*>(editor))
        edit->setText(locale.toString(index.data(Qt::EditRole).toDouble(), 'g', 6));
}

void EndpointDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                 const QModelIndex& index, const Theme& theme) const
{
    const QVariant icon = index.data(EndpointModel::IconRole);
    if (!icon.isValid()) {
        CellDelegate::paintCell(painter, cell, option, index, theme);
        return;
    }
    const double side = theme.px(14);
    IconPainter::paint(painter, QRectF(cell.left(), cell.center().y() - side / 2, side, side),
                       static_cast<tokens::IconId>(icon.toInt()), theme.color(Role::Text2));
    CellDelegate::paintCell(painter, cell.adjusted(side + theme.px(8), 0, 0, 0), option, index, theme);
}

EndpointTable::EndpointTable(EndpointModel* model, QWidget* parent)
    : QTableView(parent),
      shown_(new QSortFilterProxyModel(this))
{
    shown_->setSourceModel(model);
    shown_->setFilterKeyColumn(EndpointModel::Name);
    shown_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(shown_);
    setItemDelegate(new EndpointDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::AnyKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(8); // else the margins of a header decide
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& at) { turn(at); });
    connect(shown_, &QAbstractItemModel::modelReset, this, [this] {
        if (!currentIndex().isValid())
            setCurrentIndex(shown_->index(0, EndpointModel::Asked));
    });
    followTheme(this, [this] {
        verticalHeader()->setDefaultSectionSize(static_cast<int>(themeOf(this).px(tokens::size::row)));
        fit();
    });
}

void EndpointTable::setFilter(const QString& text)
{
    shown_->setFilterFixedString(text.trimmed());
    if (!currentIndex().isValid())
        setCurrentIndex(shown_->index(0, EndpointModel::Asked));
}

QString EndpointTable::currentTitle() const
{
    return currentIndex().data(EndpointModel::TitleRole).toString();
}

bool EndpointTable::turn(const QModelIndex& at)
{
    if (!at.isValid() || !EndpointModel::isSwitch(at.column()))
        return false;
    Q_EMIT switched(at.data(EndpointModel::TitleRole).toString(), at.column());
    return true;
}

void EndpointTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (enter || event->key() == Qt::Key_Space) && state() != EditingState) {
        if (turn(currentIndex()))
            return;
        if (currentIndex().flags() & Qt::ItemIsEditable) {
            edit(currentIndex());
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void EndpointTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void EndpointTable::fit()
{
    const Theme theme = themeOf(this);
    const auto px = [&theme](double value) { return static_cast<int>(theme.px(value)); };
    const QFontMetricsF strong(theme.font(tokens::Type::BodyStrong)); // what the profile says is bold
    const auto switchWidth = [&](int column, double least, double icon) {
        double widest = 0;
        for (const QString& word : EndpointModel::switchWords(column))
            widest = std::max(widest, strong.horizontalAdvance(word));
        return std::max(px(least), static_cast<int>(std::ceil(widest)) + px(icon + 28));
    };
    const int asked = switchWidth(EndpointModel::Asked, 112, 22);
    const int access = switchWidth(EndpointModel::Public, 116, 22);
    const int kind = switchWidth(EndpointModel::Kind, 96, 0);
    const int rest = std::max(px(320), viewport()->width() - asked - access - kind - px(84) - px(92));
    setColumnWidth(EndpointModel::Asked, asked);
    setColumnWidth(EndpointModel::Name, rest * 11 / 20);
    setColumnWidth(EndpointModel::Public, access);
    setColumnWidth(EndpointModel::Kind, kind);
    setColumnWidth(EndpointModel::Weight, px(84));
    setColumnWidth(EndpointModel::Rate, px(92));
    setColumnWidth(EndpointModel::Note, rest - rest * 11 / 20);
}

} // namespace awb

#include "moc_endpoint_table.cpp"
