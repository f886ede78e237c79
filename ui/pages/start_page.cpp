#include "ui/pages/start_page.h"

#include "core/store/store_thread.h"
#include "ui/models/audit_list_model.h"
#include "ui/pages/recent_delegate.h"
#include "ui/pages/start_tile.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/check_view.h"
#include "ui/presenters/command_set.h"
#include "ui/style/path_icon_engine.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>

namespace awb
{

StartPage::StartPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      model_(new AuditListModel(context.workbench.checklist.checkCount(), this)),
      filtered_(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("startPage"));
    filtered_->setSourceModel(model_);
    filtered_->setFilterRole(AuditListModel::SearchRole);
    filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    column_ = new QWidget(this);
    auto* layout = new QVBoxLayout(column_);
    layout->setContentsMargins(0, 40, 0, 24);
    layout->setSpacing(12);
    layout->addWidget(
        new TextLabel(tr("%1 checks, one hour, one scorecard").arg(workbench().checklist.checkCount()),
                      tokens::Type::Figure, tokens::Role::Text, column_));
    layout->addWidget(
        new TextLabel(tr("Measure what can be measured, judge it together, leave with three action "
                         "items and a PDF."),
                      tokens::Type::Body, tokens::Role::Text2, column_));
    layout->addWidget(makeTiles());
    layout->addSpacing(12);
    layout->addWidget(makeRecentHead());
    makeTable();
    empty_ =
        new EmptyState(tokens::IconId::List, tr("No audits yet"),
                       tr("Begin with your own backend, or look around in the recorded sample."), column_);
    QPushButton* begin = empty_->addButton(tr("New audit"), true);
    connect(begin, &QPushButton::clicked, this, [this] { Q_EMIT navigate(PageId::NewAudit); });
    QPushButton* sample = empty_->addButton(tr("Open the sample"));
    connect(sample, &QPushButton::clicked, context.shellCommands.find(QStringLiteral("file.sample")),
            &QAction::trigger);
    stack_ = new QStackedWidget(column_);
    stack_->addWidget(table_);
    stack_->addWidget(empty_);
    layout->addWidget(stack_, 1000);
    layout->addWidget(makeLegend());
    layout->addStretch(1);
    connect(&workbench().store, &StoreThread::opened, this, &StartPage::reload);
    commands().add({QStringLiteral("start.filter"),
                    tr("Start"),
                    tr("Filter the audits"),
                    {QKeySequence(Qt::Key_Slash)},
                    true},
                   this, [this] { search_->setFocus(); });
    commands().add({QStringLiteral("start.open"),
                    tr("Start"),
                    tr("Open the chosen audit"),
                    {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)},
                    false},
                   this, [this] { openRow(table_->currentIndex()); });
}

QWidget* StartPage::makeTiles()
{
    auto* row = new QWidget(column_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(16);
    const auto add = [&](const char* command, tokens::IconId icon, const QString& title, const QString& text,
                         bool primary) {
        QAction* action = context().shellCommands.find(QLatin1String(command));
        auto* tile =
            new StartTile(icon, title, text, action ? CommandSet::keyText(action) : QString(), primary, row);
        tile->setObjectName(QLatin1String(command));
        if (action) {
            connect(tile, &StartTile::clicked, action, &QAction::trigger);
        }
        layout->addWidget(tile, 1);
    };
    add("file.new", tokens::IconId::Plus, tr("New audit"), tr("Team, target, connections"), true);
    add("file.open", tokens::IconId::Open, tr("Open audit"), tr("An .audit file or a result"), false);
    add("file.sample", tokens::IconId::Eye, tr("Sample audit"), tr("Recorded, needs no server"), false);
    add("file.import", tokens::IconId::Tray, tr("Import"), tr("An exported audit"), false);
    return row;
}

QWidget* StartPage::makeRecentHead()
{
    auto* row = new QWidget(column_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TextLabel(tr("Recent audits"), tokens::Type::Heading, tokens::Role::Text, row));
    count_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2, row);
    count_->setObjectName(QStringLiteral("auditCount"));
    layout->addWidget(count_);
    layout->addStretch();
    search_ = new QLineEdit(row);
    search_->setObjectName(QStringLiteral("auditFilter"));
    search_->setPlaceholderText(tr("Team, host or date"));
    search_->setAccessibleName(tr("Filter the audits"));
    search_->setFixedWidth(int(themeOf(this).px(260)));
    search_->addAction(themedIcon(tokens::IconId::Search, tokens::Role::Text2), QLineEdit::LeadingPosition);
    search_->installEventFilter(this);
    auto* inside = new QHBoxLayout(search_);
    inside->setContentsMargins(0, 0, 8, 0);
    inside->addStretch();
    auto* cap = new KeyCap(QStringLiteral("/"), {}, search_);
    inside->addWidget(cap);
    connect(search_, &QLineEdit::textChanged, this, [this, cap](const QString& text) {
        cap->setVisible(text.isEmpty());
        filtered_->setFilterFixedString(text.trimmed());
        table_->selectRow(0);
        showCount();
    });
    connect(search_, &QLineEdit::returnPressed, this,
            [this] { openRow(filtered_->index(qMax(0, table_->currentIndex().row()), 0)); });
    layout->addWidget(search_);
    return row;
}

void StartPage::makeTable()
{
    table_ = new QTableView(column_);
    table_->setObjectName(QStringLiteral("recentAudits"));
    table_->setAccessibleName(tr("Recent audits"));
    table_->setModel(filtered_);
    table_->setItemDelegate(new RecentDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setMouseTracking(true);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(int(themeOf(this).px(52)));
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setStretchLastSection(true);
    connect(table_, &QTableView::doubleClicked, this, &StartPage::openRow);
}

QWidget* StartPage::makeLegend()
{
    auto* row = new QWidget(column_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const Mark mark : {Mark::Pass, Mark::Warn, Mark::Fail, Mark::NotApplicable, Mark::Undecided}) {
        layout->addWidget(new Chip(
            {awb::markWord(mark), glyphFor(mark), true, {}, ChipContent::Tone::Outline, false}, row));
    }
    layout->addStretch();
    layout->addWidget(new TextLabel(tr("Drop an .audit file anywhere in this window to open it."),
                                    tokens::Type::Small, tokens::Role::Text2, row));
    return row;
}

void StartPage::activate(const QString&)
{
    if (loaded_) {
        reload(); // before that, the store says when it is open
    }
    table_->setFocus();
}

// The list comes from the store's thread: the window is painted before.
void StartPage::reload()
{
    workbench().store.loadAudits(this, [this](Result<QVector<AuditSummary>> audits) {
        loaded_ = true;
        if (!audits) {
            empty_->setText(tr("The audits cannot be read"), audits.error().message);
            model_->setAudits({}, workbench().clock.now());
        } else {
            const QString chosen = table_->currentIndex().data(AuditListModel::IdRole).toString();
            model_->setAudits(std::move(*audits), workbench().clock.now());
            int row = 0;
            for (int i = 0; i < filtered_->rowCount(); ++i) {
                row = filtered_->index(i, 0).data(AuditListModel::IdRole).toString() == chosen ? i : row;
            }
            table_->selectRow(row);
        }
        showCount();
    });
}

void StartPage::showCount()
{
    const int all = model_->rowCount();
    const int shown = filtered_->rowCount();
    count_->setText(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
    const bool none = loaded_ && all == 0;
    stack_->setCurrentIndex(none ? 1 : 0);
    // The legend stands right under the last audit.
    const int rows = table_->horizontalHeader()->sizeHint().height() +
                     qMax(1, shown) * table_->verticalHeader()->defaultSectionSize() + 2;
    stack_->setMaximumHeight(none ? QWIDGETSIZE_MAX : rows);
}

void StartPage::openRow(const QModelIndex& index)
{
    const QString id = index.siblingAtColumn(0).data(AuditListModel::IdRole).toString();
    if (!id.isEmpty()) {
        session().open(id);
    }
}

QVector<StatusKey> StartPage::statusKeys() const
{
    return {{QStringLiteral("\u2191 \u2193"), tr("choose")},
            {QStringLiteral("Enter"), tr("open")},
            {QStringLiteral("F1"), tr("help")}};
}

bool StartPage::escape()
{
    if (search_->text().isEmpty()) {
        return false;
    }
    search_->clear();
    table_->setFocus();
    return true;
}

bool StartPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            table_->setFocus();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const Theme theme = themeOf(this);
    const int wide = qMin(width() - int(theme.px(48)), int(theme.px(1180)));
    column_->setGeometry((width() - wide) / 2, 0, wide, height());
    const double unit = (wide - theme.px(4)) / 100.0;
    const double shares[] = {26, 12, 20, 13, 15};
    for (int column = 0; column < AuditListModel::ColumnCount - 1; ++column) {
        table_->setColumnWidth(column, int(unit * shares[column]));
    }
}

} // namespace awb

#include "moc_start_page.cpp"
