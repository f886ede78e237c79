#include "ui/pages/check_pane.h"

#include "ui/pages/evidence_card.h"
#include "ui/pages/plan_review_bar.h"
#include "ui/pages/view_tones.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/ruler_widget.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>

namespace awb
{

namespace
{

constexpr int kTextColumn = 900; // px: lines of text do not grow beyond
constexpr int kFoldBelow = 560;  // px of the centre: remedy and how-to fold

} // namespace

CheckPane::CheckPane(AuditSession& session, WalkPresenter& walk, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      walk_(walk)
{
    setObjectName(QStringLiteral("checkPane"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Window);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(makeHead());
    banner_ = new Banner(Banner::Tone::Unknown, content);
    banner_->setObjectName(QStringLiteral("checkBanner"));
    stale_ = new Banner(Banner::Tone::Warn, content);
    stale_->setObjectName(QStringLiteral("staleBanner"));
    layout->addWidget(stale_);
    layout->addWidget(banner_);
    makeRulerCard();
    layout->addWidget(rulerCard_);
    evidence_ = new EvidenceCard(content);
    reviews_ = new PlanReviewBar(session_, *evidence_, evidence_);
    evidence_->body()->addWidget(reviews_);
    connect(reviews_, &PlanReviewBar::said, this, &CheckPane::said);
    layout->addWidget(evidence_);
    makeFoldedCards();
    layout->addWidget(remedy_);
    limits_ = new QVBoxLayout;
    limits_->setSpacing(8);
    layout->addLayout(limits_);
    layout->addWidget(howTo_);
    layout->addWidget(sent_);
    layout->addStretch();
    setWidget(content);
    connect(&walk_, &WalkPresenter::currentChanged, this, &CheckPane::showCheck);
    connect(&session_, &AuditSession::resultChanged, this, &CheckPane::showCheck);
    connect(&session_, &AuditSession::runStarted, this, &CheckPane::showRun);
    connect(&session_, &AuditSession::runFinished, this, &CheckPane::showRun);
    showCheck();
}

QWidget* CheckPane::makeHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    number_ = new TextLabel({}, tokens::Type::Number, tokens::Role::Text2, head);
    number_->setObjectName(QStringLiteral("checkNumber"));
    section_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2, head);
    run_ = new QPushButton(head);
    run_->setObjectName(QStringLiteral("runProbe"));
    setButtonKey(run_, QStringLiteral("R"));
    connect(run_, &QPushButton::clicked, this, &CheckPane::runWanted);
    auto* previous = new QPushButton(head);
    setButtonIcon(previous, tokens::IconId::Chevl);
    previous->setToolTip(tr("Previous check (K)"));
    previous->setAccessibleName(tr("Previous check, key K"));
    connect(previous, &QPushButton::clicked, &walk_, &WalkPresenter::previous);
    auto* next = new QPushButton(head);
    setButtonIcon(next, tokens::IconId::Chevr);
    next->setToolTip(tr("Next check (J)"));
    next->setAccessibleName(tr("Next check, key J"));
    connect(next, &QPushButton::clicked, &walk_, &WalkPresenter::next);
    for (QPushButton* button : {run_, previous, next}) {
        setButtonKind(button, ButtonKind::Plain, true);
    }
    top->addWidget(number_);
    top->addWidget(section_);
    top->addStretch();
    top->addWidget(run_);
    top->addWidget(previous);
    top->addWidget(next);
    layout->addLayout(top);
    title_ = new TextLabel({}, tokens::Type::Title, tokens::Role::Text, head);
    title_->setObjectName(QStringLiteral("checkTitle"));
    title_->setWordWrap(true);
    threshold_ = new TextLabel({}, tokens::Type::BodyStrong, tokens::Role::Text, head);
    threshold_->setObjectName(QStringLiteral("checkThreshold"));
    threshold_->setWordWrap(true);
    method_ = new TextLabel({}, tokens::Type::Body, tokens::Role::Text2, head);
    method_->setWordWrap(true);
    for (TextLabel* label : {title_, threshold_, method_}) {
        label->setMaximumWidth(kTextColumn);
        layout->addWidget(label);
    }
    return head;
}

void CheckPane::makeRulerCard()
{
    rulerCard_ = new Card(QStringLiteral(" "), this);
    rulerCard_->setObjectName(QStringLiteral("rulerCard"));
    chips_ = new QWidget(rulerCard_);
    auto* row = new QHBoxLayout(chips_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    rulerCard_->actions()->addWidget(chips_);
    ruler_ = new RulerWidget(rulerCard_);
    rulerCard_->body()->addWidget(ruler_);
}

void CheckPane::makeFoldedCards()
{
    remedy_ = new Card(tr("Remedy"), this);
    remedy_->setObjectName(QStringLiteral("remedy"));
    remedy_->setFoldable(true);
    remedy_->setKey(QStringLiteral("X"));
    copyRemedy_ = new QPushButton(tr("Copy"), remedy_);
    copyRemedy_->setObjectName(QStringLiteral("copyRemedy"));
    setButtonKind(copyRemedy_, ButtonKind::Plain, true);
    setButtonIcon(copyRemedy_, tokens::IconId::Copy);
    setButtonKey(copyRemedy_, QStringLiteral("Y"));
    connect(copyRemedy_, &QPushButton::clicked, this, &CheckPane::copyRemedy);
    remedy_->actions()->addWidget(copyRemedy_);
    howTo_ = new Card(tr("How to measure"), this);
    howTo_->setObjectName(QStringLiteral("howTo"));
    howTo_->setFoldable(true);
    howTo_->setKey(QStringLiteral("H"));
    howTo_->setFolded(true);
    sent_ = new Card(tr("What was sent"), this);
    sent_->setObjectName(QStringLiteral("sent"));
    sent_->setFoldable(true);
    sent_->setFolded(true);
}

void CheckPane::act(ViewAction action)
{
    switch (action) {
    case ViewAction::CopyUnlock:
        QGuiApplication::clipboard()->setText(view_.unlock);
        Q_EMIT said(tr("Copied: hand it to whoever runs the server."));
        break;
    case ViewAction::RunProbes:
        Q_EMIT runWanted();
        break;
    case ViewAction::KeepMark:
        walk_.keepMark();
        break;
    case ViewAction::None:
        break;
    }
}

void CheckPane::toggleEvidence()
{
    evidence_->toggleChart();
    ensureWidgetVisible(evidence_);
}

void CheckPane::toggleRemedy()
{
    remedy_->setFolded(!remedy_->isFolded());
    ensureWidgetVisible(remedy_);
}

void CheckPane::toggleHowTo()
{
    howTo_->setFolded(!howTo_->isFolded());
    ensureWidgetVisible(howTo_);
}

void CheckPane::copyRemedy()
{
    QStringList texts;
    for (const RemedyCode& code : view_.remedyCode) {
        texts << code.text;
    }
    if (texts.isEmpty()) {
        Q_EMIT said(tr("There is no code to copy for this check."));
        return;
    }
    QGuiApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
    Q_EMIT said(tr("Remedy copied."));
}

void CheckPane::reviewPlan()
{
    reviews_->reviewChosen();
}

void CheckPane::reviewAllPlans()
{
    reviews_->reviewAll();
}

void CheckPane::resizeEvent(QResizeEvent* event)
{
    const bool wasNarrow = event->oldSize().width() < kFoldBelow;
    QScrollArea::resizeEvent(event);
    const bool narrow = event->size().width() < kFoldBelow;
    if (narrow != wasNarrow || event->oldSize().width() < 0) {
        remedy_->setFolded(narrow);
    }
}

} // namespace awb

#include "moc_check_pane.cpp"
