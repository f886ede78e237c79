#include "ui/pages/new_audit_page.h"

#include "ui/pages/part_list.h"
#include "ui/pages/target_form.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>

namespace awb
{

namespace
{

enum Step { AuditStep, TargetStep, LimitsStep, ReadyStep, StepCount };

// A step: its question, one sentence, and the content, scrolling when the window is low.
QWidget* stepPage(const QString& question, const QString& sentence, QWidget* content)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(28, 24, 28, 16);
    column->setSpacing(6);
    column->addWidget(new TextLabel(question, tokens::Type::Title));
    auto* about = new TextLabel(sentence, tokens::Type::Body, tokens::Role::Text2);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addSpacing(8);
    column->addWidget(content);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

} // namespace

NewAuditPage::NewAuditPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      presenter_(session()),
      pages_(new QStackedWidget)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeSteps());
    pages_->addWidget(makeAuditStep());
    pages_->addWidget(makeTargetStep());
    pages_->addWidget(makeLimitsStep());
    pages_->addWidget(makeReadyStep());
    row->addWidget(pages_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(makeFoot());
    makeCommands();
    parts_->select(TargetPart::Postgres); // asks for a refresh of the whole page, so everything must be there
    connect(&presenter_, &NewAuditPresenter::partChanged, this, [this] { refresh(); });
    connect(&presenter_, &NewAuditPresenter::failed, this, [this](const QString& sentence) {
        problem_->setText(tr("The password could not be kept: %1").arg(sentence),
                          tr("Nothing was made. Try again, or leave the password empty."));
        problem_->show();
        refresh();
    });
    connect(&presenter_, &NewAuditPresenter::secretsInMemory, this, [this] {
        Q_EMIT toast(tr("No keychain service: passwords live in memory and are gone when the program ends"),
                     false);
    });
    showStep(AuditStep);
}

QWidget* NewAuditPage::makeSteps()
{
    steps_ = new QListWidget;
    steps_->setObjectName(QStringLiteral("steps"));
    steps_->setAccessibleName(tr("Steps"));
    steps_->addItems({tr("1  Audit"), tr("2  Target"), tr("3  Limits"), tr("4  Ready")});
    steps_->setFixedWidth(static_cast<int>(themeOf(this).px(200)));
    steps_->setFrameShape(QFrame::NoFrame);
    steps_->setSpacing(4);
    connect(steps_, &QListWidget::currentRowChanged, this, [this](int step) {
        if (step >= 0 && step != pages_->currentIndex())
            showStep(step);
    });
    return steps_;
}

QLineEdit* NewAuditPage::addMeta(QGridLayout* grid, int row, int column, const char* name,
                                 const QString& label, const QString& placeholder)
{
    auto* words = new TextLabel(label, tokens::Type::Small);
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    words->setBuddy(edit);
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(words);
    box->addWidget(edit);
    grid->addLayout(box, row, column);
    connect(edit, &QLineEdit::textEdited, this, [this] {
        readMeta();
        refresh();
    });
    return edit;
}

QWidget* NewAuditPage::makeAuditStep()
{
    auto* card = new Card;
    card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    name_ = addMeta(grid, 0, 0, "meta-name", tr("Name"), tr("Checkout API, Q4 2026"));
    team_ = addMeta(grid, 0, 1, "meta-team", tr("Team"), tr("Payments"));
    reviewer_ = addMeta(grid, 1, 0, "meta-reviewer", tr("Reviewer"), {});
    lead_ = addMeta(grid, 1, 1, "meta-lead", tr("Team lead"), {});
    date_ = addMeta(grid, 2, 0, "meta-date", tr("Date"), QStringLiteral("2026-11-24"));
    version_ = addMeta(grid, 2, 1, "meta-version", tr("Deployed version"), tr("v2026.11.3"));
    environment_ = new QComboBox;
    environment_->setObjectName(QStringLiteral("meta-environment"));
    environment_->setAccessibleName(tr("Environment"));
    environment_->addItems({QStringLiteral("production"), QStringLiteral("staging"),
                            QStringLiteral("development"), QStringLiteral("local")});
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(new TextLabel(tr("Environment"), tokens::Type::Small));
    box->addWidget(environment_);
    grid->addLayout(box, 3, 0);
    connect(environment_, &QComboBox::currentTextChanged, this, [this] {
        readMeta();
        refresh();
    });
    card->body()->addLayout(grid);
    metaError_ = new TextLabel({}, tokens::Type::Small, tokens::Role::FailText);
    metaError_->setObjectName(QStringLiteral("meta-error"));
    card->body()->addWidget(metaError_);
    return stepPage(tr("Which audit is it?"), tr("These lines stand on the cover of the report."), card);
}

QWidget* NewAuditPage::makeTargetStep()
{
    auto* host = new QWidget;
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    parts_ = new PartList(presenter_);
    parts_->setFixedWidth(static_cast<int>(themeOf(this).px(300)));
    row->addWidget(parts_, 0, Qt::AlignTop);
    auto* right = new QVBoxLayout;
    right->setSpacing(16);
    form_ = new TargetForm(presenter_);
    test_ = new ConnectionSteps;
    right->addWidget(form_);
    right->addWidget(test_);
    right->addStretch();
    row->addLayout(right, 1);
    connect(parts_, &PartList::partChosen, this, [this](TargetPart part) {
        form_->setPart(part);
        refresh();
    });
    connect(test_->testButton(), &QPushButton::clicked, this, [this] { presenter_.test(form_->part()); });
    return stepPage(
        tr("What should be measured?"),
        tr("Give what you have. Every part is optional and can be tested on its own; what is left out "
           "shows as not measured, never as a pass."),
        host);
}

QWidget* NewAuditPage::makeLimitsStep()
{
    auto* card = new Card;
    card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    auto* label = new TextLabel(tr("Window for counters, in seconds"), tokens::Type::Small);
    observe_ = new QSpinBox;
    observe_->setObjectName(QStringLiteral("observe"));
    observe_->setAccessibleName(label->text());
    observe_->setRange(5, 3600);
    observe_->setMaximumWidth(static_cast<int>(themeOf(this).px(160)));
    connect(observe_, &QSpinBox::valueChanged, this,
            [this](int seconds) { presenter_.observeMs = qint64(seconds) * 1000; });
    card->body()->addWidget(label);
    card->body()->addWidget(observe_);
    auto* words = new TextLabel(tr("Hit rates, evictions and statement times are read at the beginning and "
                                   "the end of this window. A rule "
                                   "that needs a longer one says so and gives no verdict."),
                                tokens::Type::Body, tokens::Role::Text2);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    auto* off = new Banner(Banner::Tone::Neutral);
    off->setIcon(tokens::IconId::Lock);
    off->setText(
        tr("Everything that can be felt stays off."),
        tr("Load, bursts, writes and whole-index scans are asked for on the Probes page, with what is "
           "sent, where and how much, each time."));
    card->body()->addWidget(off);
    return stepPage(tr("What may be felt?"),
                    tr("Reading is bounded: at most 2 % of a core and 64 MiB of reads."), card);
}

QWidget* NewAuditPage::makeReadyStep()
{
    auto* card = new Card;
    card->setMaximumWidth(static_cast<int>(themeOf(this).px(800)));
    ready_ = new TextLabel({}, tokens::Type::Heading);
    ready_->setObjectName(QStringLiteral("ready"));
    ready_->setWordWrap(true);
    readyChecks_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2);
    readyChecks_->setWordWrap(true);
    card->body()->addWidget(ready_);
    card->body()->addWidget(readyChecks_);
    problem_ = new Banner(Banner::Tone::Fail);
    problem_->setObjectName(QStringLiteral("create-problem"));
    problem_->hide();
    card->body()->addWidget(problem_);
    return stepPage(tr("Ready to begin?"), tr("Nothing is sent until you run the probes."), card);
}

QWidget* NewAuditPage::makeFoot()
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(28, 12, 24, 12);
    row->setSpacing(12);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    setButtonKind(cancel, ButtonKind::Quiet);
    setButtonKey(cancel, QStringLiteral("Esc"));
    back_ = new QPushButton(tr("Back"));
    back_->setObjectName(QStringLiteral("back"));
    setButtonKey(back_, QStringLiteral("Alt ←"));
    next_ = new QPushButton;
    next_->setObjectName(QStringLiteral("next"));
    setButtonKind(next_, ButtonKind::Primary);
    setButtonKey(next_, QStringLiteral("Enter"));
    row->addWidget(cancel);
    row->addStretch();
    row->addWidget(back_);
    row->addWidget(next_);
    connect(cancel, &QPushButton::clicked, this, [this] { escape(); });
    connect(back_, &QPushButton::clicked, this, &NewAuditPage::back);
    connect(next_, &QPushButton::clicked, this, &NewAuditPage::forward);
    return foot;
}

void NewAuditPage::makeCommands()
{
    const QString group = tr("New audit");
    commands().add(
        {QStringLiteral("new.test"), group, tr("Test the connection"), {QKeySequence(Qt::CTRL | Qt::Key_T)}},
        this, [this] {
            if (pages_->currentIndex() == TargetStep)
                presenter_.test(form_->part());
        });
    commands().add({QStringLiteral("new.back"), group, tr("Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)}},
                   this, [this] { back(); });
    commands().add({QStringLiteral("new.next"), group, tr("Next"), {QKeySequence(Qt::ALT | Qt::Key_Right)}},
                   this, [this] { forward(); });
    // Enter goes on from a text field too: it ends the field, so it is no letter that is being typed.
    for (QLineEdit* edit : {name_, team_, reviewer_, lead_, date_, version_})
        connect(edit, &QLineEdit::returnPressed, this, &NewAuditPage::forward);
}

void NewAuditPage::activate(const QString&)
{
    presenter_.reset();
    const AuditMeta& meta = presenter_.meta;
    name_->setText(meta.name);
    team_->setText(meta.team);
    reviewer_->setText(meta.reviewer);
    lead_->setText(meta.lead);
    version_->setText(meta.version);
    date_->setText(meta.date.toString(Qt::ISODate));
    environment_->setCurrentText(meta.environment);
    observe_->setValue(static_cast<int>(presenter_.observeMs / 1000));
    problem_->hide();
    form_->setPart(TargetPart::Postgres);
    parts_->select(TargetPart::Postgres);
    showStep(AuditStep);
}

QVector<StatusKey> NewAuditPage::statusKeys() const
{
    return {{QStringLiteral("Enter"), tr("next")},
            {QStringLiteral("Alt ←"), tr("back")},
            {QStringLiteral("Ctrl T"), tr("test the connection")},
            {QStringLiteral("Esc"), tr("cancel")}};
}

bool NewAuditPage::escape()
{
    presenter_.stopTests();
    Q_EMIT navigate(PageId::Start);
    return true;
}

void NewAuditPage::readMeta()
{
    AuditMeta& meta = presenter_.meta;
    meta.name = name_->text();
    meta.team = team_->text();
    meta.reviewer = reviewer_->text();
    meta.lead = lead_->text();
    meta.version = version_->text();
    meta.date = QDate::fromString(date_->text().trimmed(), Qt::ISODate);
    meta.environment = environment_->currentText();
}

void NewAuditPage::showStep(int step)
{
    pages_->setCurrentIndex(step);
    steps_->setCurrentRow(step);
    refresh();
    if (step == AuditStep)
        name_->setFocus(Qt::OtherFocusReason);
    else if (step == TargetStep)
        form_->focusFirst();
    else
        next_->setFocus(Qt::OtherFocusReason);
}

void NewAuditPage::forward()
{
    const int step = pages_->currentIndex();
    if (!next_->isEnabled())
        return;
    if (step == ReadyStep)
        presenter_.create();
    else
        showStep(step + 1);
    refresh();
}

void NewAuditPage::back()
{
    if (pages_->currentIndex() > 0)
        showStep(pages_->currentIndex() - 1);
}

void NewAuditPage::refresh()
{
    const int step = pages_->currentIndex();
    const TargetPart part = form_->part();
    parts_->refresh();
    form_->refresh();
    const PartState state = presenter_.state(part);
    test_->setState(state, state.set && presenter_.errors(part).isEmpty());
    metaError_->setText(presenter_.metaErrors().join(QLatin1Char(' ')));
    static const char* const words[] = {QT_TR_NOOP("Next: target"), QT_TR_NOOP("Next: limits"),
                                        QT_TR_NOOP("Next: ready"), QT_TR_NOOP("Begin the audit")};
    next_->setText(tr(words[step]));
    back_->setEnabled(step > 0);
    const bool mayGo = step == AuditStep   ? presenter_.metaErrors().isEmpty()
                       : step == ReadyStep ? presenter_.canCreate()
                                           : true;
    next_->setEnabled(mayGo);
    refreshReady();
}

void NewAuditPage::refreshReady()
{
    const QStringList checks = presenter_.measurableChecks();
    ready_->setText(tr("%1 of %2 checks can be measured; the others are judged together.")
                        .arg(checks.size())
                        .arg(presenter_.checkCount()));
    QStringList wrong = presenter_.metaErrors();
    for (const PartSpec& spec : NewAuditPresenter::parts()) {
        const auto errors = presenter_.errors(spec.part);
        for (const QString& error : errors)
            wrong << spec.title + QStringLiteral(": ") + error;
    }
    readyChecks_->setText(!wrong.isEmpty()   ? wrong.join(QLatin1Char('\n'))
                          : checks.isEmpty() ? tr("No part of the target is given, so no probe will run.")
                                             : tr("Measured: %1.").arg(checks.join(QStringLiteral(", "))));
}

} // namespace awb

#include "moc_new_audit_page.cpp"
