#include "ui/pages/new_audit_page.h"

#include "ui/pages/pane.h"
#include "ui/pages/part_list.h"
#include "ui/pages/target_form.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_line_delegate.h"

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

NewAuditPage::~NewAuditPage()
{
    endWidgets();
}

QWidget* NewAuditPage::makeSteps()
{
    steps_ = new QListWidget;
    steps_->setObjectName(QStringLiteral("steps"));
    steps_->setAccessibleName(tr("Steps"));
    const struct
    {
        QString title;
        QString about;
    } words[] = {{tr("Audit"), tr("Name, people, date")},
                 {tr("Target"), tr("What to measure")},
                 {tr("Limits"), tr("What may be felt")},
                 {tr("Ready"), tr("What will be measured")}};
    for (const auto& word : words) {
        auto* item = new QListWidgetItem(word.title, steps_);
        item->setData(SecondLineRole, word.about);
        item->setData(BadgeRole, QString::number(steps_->count()));
        item->setData(Qt::AccessibleTextRole,
                      tr("Step %1, %2: %3").arg(steps_->count()).arg(word.title, word.about));
    }
    steps_->setItemDelegate(new TwoLineDelegate(TwoLineDelegate::Badge::Step, steps_));
    steps_->setMouseTracking(true);
    steps_->setFrameShape(QFrame::NoFrame);
    auto* pane = new Pane(Qt::RightEdge);
    pane->setFixedWidth(static_cast<int>(themeOf(this).px(232)));
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(12, 20, 12, 16);
    column->addWidget(steps_, 1);
    auto* about =
        new TextLabel(tr("Every part is optional. What is left out shows as not measured, never as a pass."),
                      tokens::Type::Small, tokens::Role::Text2);
    about->setWordWrap(true);
    about->setContentsMargins(12, 0, 12, 0);
    column->addWidget(about);
    connect(steps_, &QListWidget::currentRowChanged, this, [this](int step) {
        if (step >= 0 && step != pages_->currentIndex())
            showStep(step);
    });
    return pane;
}

QWidget* NewAuditPage::makeFoot()
{
    auto* foot = new Pane(Qt::TopEdge);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 12, 24, 12);
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
    next_->setAutoDefault(true); // Enter presses it, as its key cap says
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
    // A field that nobody touched yet is not wrong.
    metaError_->setRole(name_->isModified() || date_->isModified() ? tokens::Role::FailText
                                                                   : tokens::Role::Text2);
    for (int i = 0; i < steps_->count(); ++i)
        steps_->item(i)->setData(StepDoneRole, i < step);
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
    readyChecks_->setText(presenter_.isLooking() ? tr("Looking for the repository's folder.")
                          : !wrong.isEmpty()     ? wrong.join(QLatin1Char('\n'))
                          : checks.isEmpty()     ? tr("No part of the target is given, so no probe will run.")
                                             : tr("Measured: %1.").arg(checks.join(QStringLiteral(", "))));
}

} // namespace awb

#include "moc_new_audit_page.cpp"
