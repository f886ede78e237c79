#include "ui/pages/check_list_pane.h"

#include "ui/models/check_list_model.h"
#include "ui/style/path_icon_engine.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/check_list_delegate.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

namespace awb
{

namespace
{

constexpr double kNarrow = 280; // px

} // namespace

CheckListPane::CheckListPane(AuditSession& session, WalkPresenter& walk, QWidget* parent)
    : Pane(Qt::Edges(), parent),
      session_(session),
      walk_(walk)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilterRow());
    layout->addWidget(makeChipRow());
    makeList();
    stack_ = new QStackedWidget(this);
    stack_->addWidget(list_);
    stack_->addWidget(makeNothingFound());
    layout->addWidget(stack_, 1);
    connect(&session_, &AuditSession::resultChanged, this, &CheckListPane::resultChanged);
    connect(&walk_, &WalkPresenter::visibleChanged, this, &CheckListPane::visibleChanged);
    connect(&walk_, &WalkPresenter::currentChanged, this, &CheckListPane::showCurrent);
    resultChanged();
    visibleChanged();
    showCurrent(walk_.current());
}

QWidget* CheckListPane::makeFilterRow()
{
    auto* row = new Pane(Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 10, 12, 10);
    filter_ = new QLineEdit(row);
    filter_->setObjectName(QStringLiteral("checkFilter"));
    filter_->setPlaceholderText(tr("Filter or number"));
    filter_->setAccessibleName(tr("Filter the checks by words or number"));
    filter_->addAction(themedIcon(tokens::IconId::Search, tokens::Role::Text2), QLineEdit::LeadingPosition);
    auto* inside = new QHBoxLayout(filter_);
    inside->setContentsMargins(0, 0, 8, 0);
    inside->addStretch();
    auto* cap = new KeyCap(QStringLiteral("/"), {}, filter_);
    inside->addWidget(cap);
    layout->addWidget(filter_);
    filter_->installEventFilter(this);
    connect(filter_, &QLineEdit::textChanged, this, [this, cap](const QString& text) {
        cap->setVisible(text.isEmpty());
        walk_.setSearch(text);
    });
    connect(filter_, &QLineEdit::returnPressed, this, [this] {
        if (!walk_.visible().isEmpty()) {
            walk_.setCurrent(walk_.visible().constFirst());
        }
        focusList();
    });
    return row;
}

QWidget* CheckListPane::makeChipRow()
{
    auto* row = new Pane(Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(4);
    auto* group = new QButtonGroup(this);
    const auto add = [&](CheckFilter filter, FilterChip* chip, const char* name) {
        chip->setObjectName(QLatin1String(name));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        group->addButton(chip);
        layout->addWidget(chip);
        addChip(filter, chip);
    };
    add(CheckFilter::All, new FilterChip(tr("All"), tr("All checks"), {}, row), "chipAll");
    add(CheckFilter::Undecided, new FilterChip(tr("Undecided"), tr("Undecided checks"), {}, row),
        "chipUndecided");
    add(CheckFilter::Fail, new FilterChip({}, tr("Fail"), MarkGlyph::Fail, row), "chipFail");
    add(CheckFilter::Warn, new FilterChip({}, tr("Warning"), MarkGlyph::Warn, row), "chipWarn");
    layout->addStretch();
    return row;
}

void CheckListPane::addChip(CheckFilter filter, FilterChip* chip)
{
    chips_.append({filter, chip});
    chip->setChecked(filter == walk_.filter());
    connect(chip, &FilterChip::clicked, this, [this, filter] { walk_.setFilter(filter); });
}

void CheckListPane::makeList()
{
    model_ = new CheckListModel(this);
    proxy_ = new CheckFilterModel(this);
    proxy_->setSourceModel(model_);
    list_ = new QTreeView(this);
    list_->setObjectName(QStringLiteral("checkList"));
    list_->setAccessibleName(tr("Checks"));
    list_->setModel(proxy_);
    setUpCheckList(list_);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->installEventFilter(this);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CheckListPane::takeListIndex);
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CheckListPane::publishSelection);
}

QWidget* CheckListPane::makeNothingFound()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    nothing_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2, page);
    nothing_->setWordWrap(true);
    auto* clear = new QPushButton(tr("Clear filter"), page);
    clear->setObjectName(QStringLiteral("clearFilter"));
    setButtonKind(clear, ButtonKind::Plain, true);
    setButtonKey(clear, tr("Esc"));
    connect(clear, &QPushButton::clicked, this, &CheckListPane::clearFilter);
    layout->addWidget(nothing_);
    layout->addWidget(clear, 0, Qt::AlignLeft);
    layout->addStretch();
    return page;
}

void CheckListPane::focusFilter()
{
    filter_->setFocus(Qt::ShortcutFocusReason);
    filter_->selectAll();
}

void CheckListPane::focusList()
{
    list_->setFocus(Qt::ShortcutFocusReason);
}

void CheckListPane::clearFilter()
{
    filter_->clear();
    walk_.setFilter(CheckFilter::All);
    for (const auto& [filter, chip] : std::as_const(chips_)) {
        chip->setChecked(filter == CheckFilter::All);
    }
    focusList();
}

void CheckListPane::toggleChosen()
{
    const QModelIndex current = list_->currentIndex();
    if (!current.parent().isValid()) {
        return;
    }
    choosing_ = true;
    list_->selectionModel()->select(current, QItemSelectionModel::Toggle);
}

bool CheckListPane::clearChosen()
{
    if (!choosing_ && list_->selectionModel()->selectedIndexes().size() < 2) {
        return false;
    }
    choosing_ = false;
    list_->selectionModel()->setCurrentIndex(list_->currentIndex(), QItemSelectionModel::ClearAndSelect);
    return true;
}

void CheckListPane::resultChanged()
{
    model_->setResult(session_.result());
    showCounts();
    if (!list_->currentIndex().isValid()) {
        showCurrent(walk_.current());
    }
}

// In a narrow list the chips say less, so that all of them stay whole.
void CheckListPane::showCounts()
{
    const bool narrow = width() < themeOf(this).px(kNarrow);
    for (const auto& [filter, chip] : std::as_const(chips_)) {
        if (filter == CheckFilter::Undecided) {
            chip->setText(narrow ? tr("Open") : tr("Undecided"));
        }
        chip->setCount(narrow && filter == CheckFilter::All ? -1 : walk_.count(filter));
    }
}

void CheckListPane::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    showCounts();
}

void CheckListPane::visibleChanged()
{
    const QStringList& visible = walk_.visible();
    proxy_->setVisible(QSet<QString>(visible.begin(), visible.end()));
    const bool nothing = visible.isEmpty() && session_.isOpen();
    nothing_->setText(walk_.search().isEmpty() ? tr("No check has this mark.")
                                               : tr("No check matches \u201c%1\u201d.").arg(walk_.search()));
    stack_->setCurrentIndex(nothing ? 1 : 0);
    if (!walk_.search().isEmpty() || walk_.filter() != CheckFilter::All) {
        list_->expandAll();
    }
    if (filter_->text().trimmed() != walk_.search()) {
        filter_->setText(walk_.search());
    }
    for (const auto& [filter, chip] : std::as_const(chips_)) {
        chip->setChecked(filter == walk_.filter());
    }
    showCurrent(walk_.current());
}

void CheckListPane::showCurrent(const QString& checkId)
{
    const QModelIndex index = proxy_->mapFromSource(model_->indexOf(checkId));
    if (!index.isValid()) {
        return;
    }
    following_ = true;
    list_->expand(index.parent());
    list_->selectionModel()->setCurrentIndex(index, choosing_ ? QItemSelectionModel::NoUpdate
                                                              : QItemSelectionModel::ClearAndSelect);
    list_->scrollTo(index);
    following_ = false;
}

void CheckListPane::takeListIndex(const QModelIndex& index)
{
    if (!following_ && index.isValid() && index.parent().isValid()) {
        walk_.setCurrent(index.data(CheckListModel::IdRole).toString());
    }
}

void CheckListPane::publishSelection()
{
    QStringList ids;
    for (const QModelIndex& index : list_->selectionModel()->selectedIndexes()) {
        if (index.parent().isValid()) {
            ids << index.data(CheckListModel::IdRole).toString();
        }
    }
    walk_.setSelection(ids);
}

bool CheckListPane::listKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        walk_.next();
        return true;
    case Qt::Key_Up:
        walk_.previous();
        return true;
    case Qt::Key_Space:
        toggleChosen();
        return true;
    default:
        return false;
    }
}

bool CheckListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (watched == list_ && plain && listKey(key->key())) {
            return true;
        }
        if (watched == filter_ && key->key() == Qt::Key_Down) {
            focusList();
            return true;
        }
        if (watched == filter_ && key->key() == Qt::Key_Escape) {
            clearFilter();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

} // namespace awb

#include "moc_check_list_pane.cpp"
