#include "ui/pages/snapshots_page.h"

#include "ui/charts/trend_view.h"
#include "ui/models/comparison_model.h"
#include "ui/pages/change_detail.h"
#include "ui/pages/comparison_table.h"
#include "ui/presenters/command_set.h"
#include "ui/presenters/scorecard_presenter.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_line_delegate.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSettings>

namespace awb
{

namespace
{

constexpr int kKeyRole = Qt::UserRole + 300;

} // namespace

SnapshotsPage::SnapshotsPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      presenter_(session()),
      model_(new ComparisonModel(this)),
      message_(new Banner(Banner::Tone::Info))
{
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(makeList());
    top->addWidget(makeTrend(), 3);
    detail_ = new ChangeDetail;
    detail_->setMinimumWidth(static_cast<int>(themeOf(this).px(260)));
    top->addWidget(detail_, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    message_->setObjectName(QStringLiteral("snapshots-message"));
    message_->hide();
    column->addWidget(message_);
    column->addLayout(top, 2);
    column->addWidget(makeComparison(), 3);
    makeCommands();
    connect(&presenter_, &SnapshotsPresenter::changed, this, &SnapshotsPage::refresh);
    connect(&presenter_, &SnapshotsPresenter::problem, this,
            [this](const Error& error) { say(true, error.message, error.remedy); });
    connect(&presenter_, &SnapshotsPresenter::written, this,
            [this](const QString& path) { say(false, tr("Written: %1").arg(path), {}); });
    refresh();
}

SnapshotsPage::~SnapshotsPage()
{
    endWidgets();
}

QWidget* SnapshotsPage::makeList()
{
    auto* card = new Card(tr("Snapshots"));
    card->setFixedWidth(static_cast<int>(themeOf(this).px(320)));
    label_ = new QLineEdit;
    label_->setObjectName(QStringLiteral("snapshot-label"));
    label_->setAccessibleName(tr("Name of the snapshot"));
    save_ = new QPushButton(tr("Save"));
    save_->setObjectName(QStringLiteral("save-snapshot"));
    setButtonIcon(save_, tokens::IconId::Save);
    setButtonKey(save_, QStringLiteral("Ctrl S"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label_, 1);
    row->addWidget(save_);
    card->body()->addLayout(row);
    list_ = new QListWidget;
    list_->setObjectName(QStringLiteral("snapshots"));
    list_->setAccessibleName(tr("Snapshots, newest first"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setItemDelegate(new TwoLineDelegate(TwoLineDelegate::Badge::Cap, list_));
    list_->setMouseTracking(true);
    list_->setMinimumHeight(static_cast<int>(themeOf(this).px(96)));
    card->body()->addWidget(list_, 1);
    connect(save_, &QPushButton::clicked, this, &SnapshotsPage::save);
    connect(label_, &QLineEdit::returnPressed, this, &SnapshotsPage::save);
    return card;
}

QWidget* SnapshotsPage::makeTrend()
{
    auto* card = new Card(tr("Score over time"));
    card->setSubtitle(tr("an open circle is provisional"));
    trend_ = new TrendView;
    trend_->setObjectName(QStringLiteral("trend"));
    card->body()->addWidget(trend_, 1);
    return card;
}

QWidget* SnapshotsPage::makeComparison()
{
    comparison_ = new Card(tr("Comparison"));
    comparison_->setFlush(true);
    changedOnly_ = new QCheckBox(tr("Changed only"));
    changedOnly_->setObjectName(QStringLiteral("changed-only"));
    changedOnly_->setChecked(true);
    export_ = new QPushButton(tr("Export"));
    export_->setObjectName(QStringLiteral("export-comparison"));
    setButtonKind(export_, ButtonKind::Plain, true);
    setButtonIcon(export_, tokens::IconId::Tray);
    setButtonKey(export_, QStringLiteral("Ctrl Shift E"));
    comparison_->actions()->addWidget(changedOnly_);
    comparison_->actions()->addWidget(export_);
    table_ = new ComparisonTable;
    table_->setObjectName(QStringLiteral("comparison"));
    table_->setAccessibleName(tr("Changes check by check"));
    table_->setComparison(model_);
    empty_ = new EmptyState(tokens::IconId::Clock, {}, {});
    connect(empty_->addButton(tr("Save snapshot")), &QPushButton::clicked, this, &SnapshotsPage::beginSave);
    comparison_->body()->addWidget(table_, 1);
    comparison_->body()->addWidget(empty_, 1);
    connect(changedOnly_, &QCheckBox::toggled, this, [this](bool on) { presenter_.setChangedOnly(on); });
    connect(export_, &QPushButton::clicked, this, &SnapshotsPage::choosePath);
    connect(table_, &QTableView::doubleClicked, this, [this] { openCheck(); });
    connect(table_, &ComparisonTable::currentCheckChanged, this, &SnapshotsPage::showDetail);
    return comparison_;
}

void SnapshotsPage::makeCommands()
{
    const QString group = tr("Snapshots");
    commands().add({QStringLiteral("snapshots.save"),
                    group,
                    tr("Save a snapshot"),
                    {QKeySequence(Qt::CTRL | Qt::Key_S)}},
                   this, [this] { beginSave(); });
    commands().add(
        {QStringLiteral("snapshots.a"), group, tr("Compare from this one (A)"), {QKeySequence(Qt::Key_A)}},
        this, [this] { choose(false); });
    commands().add(
        {QStringLiteral("snapshots.b"), group, tr("Compare to this one (B)"), {QKeySequence(Qt::Key_B)}},
        this, [this] { choose(true); });
    commands().add(
        {QStringLiteral("snapshots.open"), group, tr("Open the check"), {QKeySequence(Qt::Key_Return)}}, this,
        [this] { openCheck(); });
    commands().add({QStringLiteral("snapshots.export"),
                    group,
                    tr("Export the comparison"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}},
                   this, [this] { choosePath(); });
}

void SnapshotsPage::activate(const QString& argument)
{
    message_->hide();
    refresh();
    if (argument == QLatin1String("save"))
        beginSave();
    else
        list_->setFocus(Qt::OtherFocusReason);
}

QVector<StatusKey> SnapshotsPage::statusKeys() const
{
    return {{QStringLiteral("A"), tr("set as A")},
            {QStringLiteral("B"), tr("set as B")},
            {QStringLiteral("Enter"), tr("open check")},
            {QStringLiteral("Ctrl S"), tr("save")},
            {QStringLiteral("Ctrl Shift E"), tr("export")}};
}

void SnapshotsPage::refreshList()
{
    const int row = qMax(0, list_->currentRow());
    list_->clear();
    for (const SnapshotView& view : presenter_.snapshots()) {
        const QString letter = view.isA ? QStringLiteral("A") : view.isB ? QStringLiteral("B") : QString();
        const QString score = view.loaded ? tr("%1 of %2").arg(view.points).arg(view.max) : tr("loading");
        const QString time = QLocale().toString(view.time.toLocalTime(), QStringLiteral("d MMM yyyy, HH:mm"));
        auto* item = new QListWidgetItem(view.label, list_);
        item->setData(SecondLineRole, time);
        item->setData(TrailingRole, score);
        item->setData(BadgeRole, letter);
        item->setData(Qt::AccessibleTextRole,
                      QStringList{letter, view.label, score, time}.join(QStringLiteral(", ")));
        item->setData(kKeyRole, view.key);
    }
    list_->setCurrentRow(qMin(row, list_->count() - 1));
}

void SnapshotsPage::refresh()
{
    refreshList();
    save_->setEnabled(presenter_.canSave());
    label_->setEnabled(presenter_.canSave());
    label_->setPlaceholderText(presenter_.suggestedLabel());
    trend_->setTrend(presenter_.trend(), ScorecardPresenter(session()).bandScale().bands);
    const std::optional<AuditComparison> made = presenter_.comparison();
    comparison_->setTitle(made ? presenter_.headline() : tr("Comparison"));
    comparison_->setSubtitle(presenter_.detail());
    const QVector<ChangeRow> rows = presenter_.rows();
    model_->setRows(rows, made ? made->labelBefore : QString(), made ? made->labelAfter : QString());
    table_->setVisible(!rows.isEmpty());
    empty_->setVisible(rows.isEmpty());
    if (!made)
        empty_->setText(tr("One state makes no comparison"),
                        tr("Save a snapshot now. The next audit shows what moved."));
    else
        empty_->setText(tr("Nothing changed between A and B"),
                        tr("Every mark and every value is the same within its noise."));
    export_->setEnabled(made.has_value());
    if (!rows.isEmpty() && table_->currentCheck().isEmpty()) {
        table_->selectRow(1);  // the first change
        table_->scrollToTop(); // its heading stays in sight
    }
    showDetail();
}

void SnapshotsPage::showDetail()
{
    const QString id = table_->currentCheck();
    const std::optional<AuditComparison> made = presenter_.comparison();
    const AuditResult* before = presenter_.before();
    const AuditResult* after = presenter_.after();
    ChangeDetail::Side a;
    ChangeDetail::Side b;
    QString why;
    if (made && before && after && before->find(id) && after->find(id)) {
        a = {made->labelBefore, *before->find(id)};
        b = {made->labelAfter, *after->find(id)};
        for (const CheckChange& change : made->changes)
            why = change.check == id ? change.why.text(QLocale()) : why;
    }
    detail_->setChange(a, b, why);
}

void SnapshotsPage::beginSave()
{
    if (label_->text().isEmpty())
        label_->setText(presenter_.suggestedLabel());
    label_->setFocus(Qt::OtherFocusReason);
    label_->selectAll();
}

void SnapshotsPage::save()
{
    if (presenter_.save(label_->text().isEmpty() ? presenter_.suggestedLabel() : label_->text()))
        label_->clear();
    list_->setFocus(Qt::OtherFocusReason);
}

void SnapshotsPage::choose(bool asB)
{
    const QListWidgetItem* item = list_->currentItem();
    if (!item)
        return;
    const QString key = item->data(kKeyRole).toString();
    if (asB)
        presenter_.setB(key);
    else
        presenter_.setA(key);
}

void SnapshotsPage::openCheck()
{
    const QString id = table_->currentCheck();
    if (!id.isEmpty())
        Q_EMIT navigate(PageId::Walk, id);
}

void SnapshotsPage::choosePath()
{
    if (!presenter_.comparison())
        return;
    auto* dialog = new QFileDialog(this, tr("Export the comparison"), QStringLiteral("comparison.pdf"),
                                   tr("PDF (*.pdf);;HTML (*.html);;Markdown (*.md);;JSON (*.json)"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        ComparisonFormat format = ComparisonFormat::Pdf;
        if (path.endsWith(QLatin1String(".html")))
            format = ComparisonFormat::Html;
        else if (path.endsWith(QLatin1String(".md")))
            format = ComparisonFormat::Markdown;
        else if (path.endsWith(QLatin1String(".json")))
            format = ComparisonFormat::Json;
        presenter_.write(format, path, QSettings().value(QStringLiteral("report/redact"), true).toBool());
    });
    dialog->open();
}

void SnapshotsPage::say(bool failed, const QString& strong, const QString& detail)
{
    message_->setTone(failed ? Banner::Tone::Fail : Banner::Tone::Info);
    message_->setText(strong, detail);
    message_->show();
}

} // namespace awb

#include "moc_snapshots_page.cpp"
