#include "ui/pages/command_palette.h"

#include "ui/style/awb_style.h"
#include "ui/style/path_icon_engine.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_roles.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int kRows = 9;
constexpr int kEntryRole = Qt::UserRole + 300; // index into entries

// Number, text and kind of an entry in one row.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme theme = themeOf(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, theme.color(selected ? tokens::Role::Select : tokens::Role::Raised));
        QRectF cell = QRectF(option.rect).adjusted(16, 0, -16, 0);
        const int glyph = index.data(GlyphRole).toInt();
        if (glyph >= 0) {
            MarkPainter::paint(*painter, QRectF(cell.left(), cell.center().y() - 8, 16, 16), MarkGlyph(glyph),
                               true, theme);
        }
        cell.setLeft(cell.left() + theme.px(28));
        const QString number = index.data(NumberRole).toString();
        if (!number.isEmpty()) {
            painter->setFont(theme.font(tokens::Type::Number));
            painter->setPen(theme.color(tokens::Role::Text2));
            painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, number);
            cell.setLeft(cell.left() + theme.px(40));
        }
        painter->setFont(theme.font(tokens::Type::Small));
        const QString kind = index.data(Qt::ToolTipRole).toString();
        painter->setPen(theme.color(tokens::Role::Text2));
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, kind);
        cell.setRight(cell.right() - painter->fontMetrics().horizontalAdvance(kind) - 12);
        painter->setFont(theme.font(tokens::Type::Body));
        painter->setPen(theme.color(tokens::Role::Text));
        painter->drawText(
            cell, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(cell.width())));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {200, int(themeOf(option.widget).px(tokens::size::row))};
    }
};

} // namespace

int fuzzyRank(const QString& typed, const QString& text)
{
    if (typed.isEmpty()) {
        return 1;
    }
    const qsizetype whole = text.indexOf(typed, 0, Qt::CaseInsensitive);
    if (whole >= 0) {
        const bool wordStart = whole == 0 || !text.at(whole - 1).isLetterOrNumber();
        return (wordStart ? 1000 : 600) - int(qMin<qsizetype>(whole, 100));
    }
    int rank = 0;
    qsizetype at = -1;
    for (const QChar c : typed) {
        if (c.isSpace()) {
            continue;
        }
        const qsizetype next = text.indexOf(c, at + 1, Qt::CaseInsensitive);
        if (next < 0) {
            return 0;
        }
        const bool wordStart = next == 0 || !text.at(next - 1).isLetterOrNumber();
        rank += (next == at + 1 ? 8 : 1) + (wordStart ? 6 : 0);
        at = next;
    }
    return rank;
}

CommandPalette::CommandPalette(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      edit_(new QLineEdit(this)),
      list_(new QListView(this)),
      model_(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("palette"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    edit_->setObjectName(QStringLiteral("paletteEdit"));
    edit_->setPlaceholderText(tr("Find a check, a page or a command"));
    edit_->addAction(themedIcon(tokens::IconId::Search, tokens::Role::Text2), QLineEdit::LeadingPosition);
    edit_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("paletteList"));
    list_->setModel(model_);
    list_->setItemDelegate(new PaletteDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(edit_);
    layout->addWidget(list_);
    connect(edit_, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(list_, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::popUp(const QVector<PaletteEntry>& entries)
{
    entries_ = entries;
    edit_->clear();
    filter({});
    const QWidget* window = parentWidget()->window();
    const int wide = qMin(window->width() - 40, int(themeOf(this).px(560)));
    setFixedWidth(wide);
    fitHeight();
    move(window->mapToGlobal(QPoint((window->width() - wide) / 2, 64)));
    show();
    edit_->setFocus();
}

void CommandPalette::filter(const QString& typed)
{
    QVector<std::pair<int, int>> ranked; // rank, entry
    const QString wanted = typed.trimmed();
    for (int i = 0; i < entries_.size(); ++i) {
        const PaletteEntry& entry = entries_.at(i);
        int rank = fuzzyRank(wanted, entry.text);
        if (!entry.number.isEmpty() && !wanted.isEmpty() && entry.number.startsWith(wanted)) {
            rank = 2000;
        }
        if (rank > 0) {
            ranked.append({rank, i});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    model_->clear();
    for (const auto& [rank, i] : std::as_const(ranked)) {
        if (model_->rowCount() == kRows) {
            break;
        }
        const PaletteEntry& entry = entries_.at(i);
        auto* item = new QStandardItem(entry.text);
        item->setData(i, kEntryRole);
        item->setData(entry.number, NumberRole);
        item->setData(entry.glyph, GlyphRole);
        item->setData(entry.kind, Qt::ToolTipRole);
        model_->appendRow(item);
    }
    list_->setCurrentIndex(model_->index(0, 0));
    fitHeight();
}

// As high as what was found: the field above never moves.
void CommandPalette::fitHeight()
{
    const int rows = qMax(1, model_->rowCount());
    list_->setFixedHeight(int(themeOf(this).px(tokens::size::row)) * rows + 2);
    setFixedHeight(list_->height() + edit_->sizeHint().height() + 22);
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = list_->currentIndex();
    const int entry = index.isValid() ? index.data(kEntryRole).toInt() : -1;
    close();
    if (entry >= 0 && entry < entries_.size() && entries_.at(entry).run) {
        // After the popup gave the focus back: the command acts where the person was.
        QTimer::singleShot(0, this, [run = entries_.at(entry).run] { run(); });
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == edit_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int row = list_->currentIndex().row();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = qBound(0, row + (key == Qt::Key_Down ? 1 : -1), model_->rowCount() - 1);
            list_->setCurrentIndex(model_->index(next, 0));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            runCurrent();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(this);
    drawRounded(painter, rect(), 0, theme.color(tokens::Role::Raised), theme.color(tokens::Role::LineStrong));
}

} // namespace awb

#include "moc_command_palette.cpp"
