#include "ui/pages/probes_page.h"

#include "ui/models/probe_table_model.h"
#include "ui/pages/consent_dialog.h"
#include "ui/pages/felt_list.h"
#include "ui/pages/probe_pane.h"
#include "ui/pages/probe_table.h"
#include "ui/pages/run_counts.h"
#include "ui/pages/secret_prompt.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace awb
{

ProbesPage::ProbesPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      presenter_(session()),
      model_(new ProbeTableModel(this)),
      splitter_(new QSplitter),
      side_(new QStackedWidget),
      empty_(new EmptyState(tokens::IconId::Gauge, {}, {}, this)),
      pane_(new ProbePane(presenter_)),
      dryPane_(new DryRunPane(presenter_))
{
    side_->addWidget(pane_);
    side_->addWidget(dryPane_);
    splitter_->addWidget(makeLeft());
    splitter_->addWidget(side_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(1);
    splitter_->setStretchFactor(0, 1);
    if (!splitter_->restoreState(QSettings().value(QStringLiteral("probes/splitter")).toByteArray()))
        splitter_->setSizes({1000, 376});
    splitter_->setHandleWidth(1);
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { QSettings().setValue(QStringLiteral("probes/splitter"), splitter_->saveState()); });
    side_->setMinimumWidth(300);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter_);
    column->addWidget(empty_);
    connect(empty_->addButton(tr("New audit"), true), &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(PageId::NewAudit); });
    makeCommands();
    connectPresenter();
    showList();
}

ProbesPage::~ProbesPage()
{
    endWidgets();
}

QWidget* ProbesPage::makeProgress()
{
    auto* card = new Card;
    card->setDense(true);
    headline_ = new TextLabel({}, tokens::Type::Heading);
    headline_->setObjectName(QStringLiteral("run-headline"));
    detail_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    detail_->setElided(true);
    counts_ = new RunCounts;
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setObjectName(QStringLiteral("run-progress"));
    stopAll_ = new QPushButton(tr("Stop all"));
    stopAll_->setObjectName(QStringLiteral("stop-all"));
    setButtonKind(stopAll_, ButtonKind::Danger);
    setButtonIcon(stopAll_, tokens::IconId::Stop);
    setButtonKey(stopAll_, QStringLiteral("Esc"));
    auto* words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(headline_);
    words->addWidget(detail_, 1);
    words->addWidget(counts_);
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addLayout(words);
    column->addWidget(progress_);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(stopAll_);
    card->body()->addLayout(row);
    connect(stopAll_, &QPushButton::clicked, this, [this] { presenter_.stopAll(); });
    return card;
}

QWidget* ProbesPage::makeButtons()
{
    auto* host = new QWidget;
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    runAll_ = new QPushButton(tr("Run all"));
    runAll_->setObjectName(QStringLiteral("run-all"));
    setButtonKind(runAll_, ButtonKind::Primary);
    setButtonIcon(runAll_, tokens::IconId::Play);
    setButtonKey(runAll_, QStringLiteral("Ctrl R"));
    runSection_ = new QPushButton(tr("Run section"));
    runSection_->setObjectName(QStringLiteral("run-section"));
    setButtonKey(runSection_, QStringLiteral("S"));
    dryRun_ = new QPushButton(tr("Dry run"));
    dryRun_->setObjectName(QStringLiteral("dry-run-button"));
    setButtonIcon(dryRun_, tokens::IconId::Eye);
    setButtonKey(dryRun_, QStringLiteral("D"));
    locked_ =
        new TextLabel(tr("Settings are locked while probes run"), tokens::Type::Small, tokens::Role::Text2);
    locked_->setObjectName(QStringLiteral("locked"));
    QSizePolicy keep = locked_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    locked_->setSizePolicy(keep);
    for (QPushButton* button : {runAll_, runSection_, dryRun_})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(locked_);
    connect(runAll_, &QPushButton::clicked, this, [this] { presenter_.runAll(); });
    connect(runSection_, &QPushButton::clicked, this, [this] { presenter_.runSection(); });
    connect(dryRun_, &QPushButton::clicked, this, &ProbesPage::toggleDryRun);
    return host;
}

QWidget* ProbesPage::makeLeft()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(20, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeProgress());
    column->addWidget(makeButtons());
    secrets_ = new SecretPrompt;
    column->addWidget(secrets_);
    auto* card = new Card;
    card->setFlush(true);
    table_ = new ProbeTableView;
    table_->setObjectName(QStringLiteral("probes"));
    table_->setAccessibleName(tr("Probes"));
    table_->setProbes(model_);
    card->body()->addWidget(table_);
    column->addWidget(card, 1);
    missing_ = new Banner(Banner::Tone::Neutral);
    missing_->setObjectName(QStringLiteral("missing-parts"));
    column->addWidget(missing_);
    felt_ = new FeltList;
    column->addWidget(felt_);
    connect(table_, &ProbeTableView::currentProbeChanged, this,
            [this](const QString& id) { presenter_.setSelected(id); });
    connect(felt_, &FeltList::reviewWanted, this, &ProbesPage::askConsent);
    connect(secrets_, &SecretPrompt::given, this,
            [this](const QString& key, const Secret& secret) { presenter_.giveSecret(key, secret); });
    connect(secrets_, &SecretPrompt::dropped, this, [this] { presenter_.dropSecrets(); });
    return left;
}

void ProbesPage::makeCommands()
{
    const QString group = tr("Probes");
    commands().add(
        {QStringLiteral("probes.all"), group, tr("Run all probes"), {QKeySequence(Qt::CTRL | Qt::Key_R)}},
        this, [this] { presenter_.runAll(); });
    commands().add({QStringLiteral("probes.one"), group, tr("Run this probe"), {QKeySequence(Qt::Key_R)}},
                   this, [this] { presenter_.runSelected(); });
    commands().add({QStringLiteral("probes.section"),
                    group,
                    tr("Run the section of this probe"),
                    {QKeySequence(Qt::Key_S)}},
                   this, [this] { presenter_.runSection(); });
    commands().add({QStringLiteral("probes.dry"),
                    group,
                    tr("Dry run: show what would be sent"),
                    {QKeySequence(Qt::Key_D)}},
                   this, [this] { toggleDryRun(); });
    commands().add({QStringLiteral("probes.diagnostics"),
                    group,
                    tr("Copy diagnostics"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}},
                   this, [this] { pane_->copyDiagnostics(); });
    commands().add(
        {QStringLiteral("probes.open"), group, tr("Open its check"), {QKeySequence(Qt::Key_Return)}}, this,
        [this] {
            const ProbeView* view = presenter_.find(presenter_.selected());
            if (view && !view->checks.isEmpty())
                Q_EMIT navigate(PageId::Walk, view->checks.constFirst());
        });
}

void ProbesPage::connectPresenter()
{
    connect(&presenter_, &ProbesPresenter::listChanged, this, &ProbesPage::showList);
    connect(&presenter_, &ProbesPresenter::probesChanged, this,
            [this](const QStringList& ids) { model_->update(presenter_.groups(), ids); });
    connect(&presenter_, &ProbesPresenter::runChanged, this, &ProbesPage::showRun);
    connect(&presenter_, &ProbesPresenter::selectedChanged, this, [this] {
        table_->setCurrentProbe(presenter_.selected());
        pane_->refresh();
        const int section = presenter_.selectedSection();
        runSection_->setText(section > 0 ? tr("Run section %1").arg(section) : tr("Run section"));
    });
    connect(&presenter_, &ProbesPresenter::secretsWanted, this,
            [this] { secrets_->setWanted(presenter_.wantedSecrets()); });
}

void ProbesPage::activate(const QString& argument)
{
    if (!argument.isEmpty())
        presenter_.selectCheck(argument);
    showList();
    table_->setFocus(Qt::OtherFocusReason);
}

QVector<StatusKey> ProbesPage::statusKeys() const
{
    if (presenter_.isLocked())
        return {{QStringLiteral("Esc"), tr("stop all")}, {QStringLiteral("D"), tr("dry run")}};
    return {{QStringLiteral("Ctrl R"), tr("run all")},
            {QStringLiteral("R"), tr("run this probe")},
            {QStringLiteral("S"), tr("run its section")},
            {QStringLiteral("D"), tr("dry run")},
            {QStringLiteral("Enter"), tr("open its check")}};
}

bool ProbesPage::escape()
{
    if (presenter_.isLocked()) {
        presenter_.stopAll();
        return true;
    }
    if (side_->currentWidget() == dryPane_) {
        toggleDryRun();
        return true;
    }
    return false;
}

void ProbesPage::showList()
{
    const bool any = !presenter_.groups().isEmpty();
    splitter_->setVisible(any);
    empty_->setVisible(!any);
    if (!session().isOpen())
        empty_->setText(tr("No audit is open"), tr("Open one or begin a new one; its probes stand here."));
    else if (!presenter_.profileProblem().isEmpty())
        empty_->setText(tr("The target of this audit cannot be read"), presenter_.profileProblem());
    else
        empty_->setText(
            tr("This audit names no target"),
            tr("Checks are judged together, or begin an audit with a database, a cache or a service "
               "to measure."));
    model_->setGroups(presenter_.groups());
    table_->setCurrentProbe(presenter_.selected());
    pane_->refresh();
    const QStringList missing = presenter_.missingParts();
    missing_->setVisible(!missing.isEmpty());
    missing_->setText(tr("Not in the target: %1.").arg(missing.join(QStringLiteral(", "))),
                      tr("Their checks show as not measured, never as a pass."));
    wasRunning_ = !presenter_.run().running; // all of it
    showRun();
}

void ProbesPage::showRun()
{
    const RunView run = presenter_.run();
    headline_->setText(run.headline);
    detail_->setText(run.detail);
    counts_->setRun(run);
    progress_->setRange(0, qMax(1, run.total));
    progress_->setValue(run.over);
    stopAll_->setEnabled(run.running);
    for (QPushButton* button : {runAll_, runSection_})
        button->setEnabled(presenter_.canRun());
    locked_->setVisible(run.running);
    table_->setRunning(run.running);
    if (wasRunning_ == run.running)
        return; // ten times a second from here on: cells only
    wasRunning_ = run.running;
    felt_->setFelt(presenter_.felt(), presenter_.canRun());
    pane_->refresh();
    Q_EMIT statusKeysChanged();
}

void ProbesPage::toggleDryRun()
{
    const bool on = side_->currentWidget() != dryPane_;
    if (on)
        dryPane_->refresh();
    side_->setCurrentWidget(on ? static_cast<QWidget*>(dryPane_) : pane_);
}

void ProbesPage::askConsent(Capability capability)
{
    for (const FeltView& felt : presenter_.felt()) {
        if (felt.capability != capability)
            continue;
        auto* dialog =
            new ConsentDialog(felt, presenter_.needsHostNamed(capability), presenter_.isProduction(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, capability] {
            presenter_.allowAndRun(capability, dialog->productionAllowed());
        });
        dialog->open();
    }
}

} // namespace awb

#include "moc_probes_page.cpp"
