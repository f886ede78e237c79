#include "ui/pages/check_pane.h"

#include "ui/pages/evidence_card.h"
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

// Takes every widget out of a layout.
void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

// Remembers what is shown; true: it is what was shown before.
bool same(QString& shown, const QStringList& parts)
{
    const QString wanted = parts.join(QChar(0x1F));
    if (shown == wanted && !shown.isNull()) {
        return true;
    }
    shown = wanted.isNull() ? QStringLiteral("") : wanted;
    return false;
}

void addCode(QVBoxLayout* layout, const QString& title, const QString& text, const QString& language,
             const QString& note, QWidget* parent)
{
    if (!title.isEmpty()) {
        auto* head = new TextLabel(title, tokens::Type::BodyStrong, tokens::Role::Text, parent);
        head->setWordWrap(true);
        layout->addWidget(head);
    }
    auto* code = new CodeView(parent);
    code->setCode(text, language);
    layout->addWidget(code);
    if (!note.isEmpty()) {
        auto* label = new TextLabel(note, tokens::Type::Small, tokens::Role::Text2, parent);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
}

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

void CheckPane::showCheck()
{
    const CheckResult* check = walk_.check();
    widget()->setVisible(check != nullptr);
    if (!check) {
        shown_.clear();
        return;
    }
    QString section;
    for (const SectionScore& score : session_.result().score.sections) {
        if (score.number == check->check.section) {
            section = score.title;
        }
    }
    const bool another = shown_ != check->check.id;
    shown_ = check->check.id;
    view_ = viewOf(*check, section, locale());
    widget()->setUpdatesEnabled(false);
    showHead(view_);
    showBanner(stale_, view_.stale);
    showBanner(banner_, view_.banner);
    showRuler(view_);
    evidence_->setEvidence(check->check.id, check->evidence);
    showLimits(view_);
    showRemedy(view_);
    if (another) {
        showHowTo(*check);
        verticalScrollBar()->setValue(0);
    }
    showSent(view_);
    showRun();
    widget()->setUpdatesEnabled(true);
}

void CheckPane::showHead(const CheckView& view)
{
    number_->setText(view.id);
    section_->setText(view.section);
    title_->setText(view.title);
    QString threshold = tr("Threshold %1").arg(view.threshold);
    if (!view.thresholdNote.isEmpty()) {
        threshold += QStringLiteral(" (%1)").arg(view.thresholdNote);
    }
    threshold_->setText(threshold);
    method_->setText(tr("Method: %1").arg(view.method));
}

void CheckPane::showRuler(const CheckView& view)
{
    rulerCard_->setVisible(view.ruler.has_value());
    if (!view.ruler) {
        return;
    }
    rulerCard_->setTitle(view.measuredWhat);
    ruler_->setContent(*view.ruler);
    if (same(chipsKey_, view.measuredChips + QStringList{view.suggestion.origin})) {
        return;
    }
    clear(chips_->layout());
    auto* row = static_cast<QHBoxLayout*>(chips_->layout());
    const auto add = [&](const ChipContent& content) {
        auto* chip = new Chip(content, chips_);
        row->addWidget(chip);
        chip->show();
    };
    if (!view.suggestion.origin.isEmpty()) {
        add(iconChip(view.suggestion.measured ? tokens::IconId::Gauge : tokens::IconId::Person,
                     view.suggestion.origin));
    }
    for (const QString& text : view.measuredChips) {
        add({text, {}, true, {}, ChipContent::Tone::Outline, false});
    }
}

void CheckPane::showBanner(Banner* banner, const std::optional<BannerView>& view)
{
    banner->setVisible(view.has_value());
    if (!view) {
        return;
    }
    banner->setTone(bannerTone(view->tone));
    if (view->clock) {
        banner->setIcon(tokens::IconId::Clock);
    } else if (view->glyph) {
        banner->setGlyph(*view->glyph);
    }
    banner->setText(view->strong, view->detail);
    banner->clearButtons();
    for (const ViewAction action : view->actions) {
        QPushButton* button = nullptr;
        if (action == ViewAction::CopyUnlock) {
            button = banner->addButton(tr("Copy the fix"), tokens::IconId::Copy);
            button->setObjectName(QStringLiteral("copyUnlock"));
        } else if (action == ViewAction::RunProbes && !session_.isReadOnly()) {
            button = banner->addButton(tr("Run again"), tokens::IconId::Play);
        } else if (action == ViewAction::KeepMark && !session_.isReadOnly()) {
            button = banner->addButton(tr("Keep the mark"));
        }
        if (button) {
            connect(button, &QPushButton::clicked, this, [this, action] { act(action); });
        }
    }
}

void CheckPane::showLimits(const CheckView& view)
{
    QStringList parts{view.id};
    for (const BannerView& limit : view.limits) {
        parts << limit.strong << limit.detail;
    }
    if (same(limitsKey_, parts)) {
        return;
    }
    clear(limits_);
    for (const BannerView& limit : view.limits) {
        auto* banner = new Banner(Banner::Tone::Neutral, widget());
        banner->setText(limit.strong, limit.detail);
        limits_->addWidget(banner);
        banner->show();
    }
}

void CheckPane::showRemedy(const CheckView& view)
{
    remedy_->setVisible(!view.remedy.isEmpty() || !view.remedyCode.isEmpty());
    copyRemedy_->setVisible(!view.remedyCode.isEmpty());
    QStringList parts{view.id, view.remedy};
    for (const RemedyCode& code : view.remedyCode) {
        parts << code.text;
    }
    if (same(remedyKey_, parts)) {
        return;
    }
    clear(remedy_->body());
    auto* text = new TextLabel(view.remedy, tokens::Type::Body, tokens::Role::Text, remedy_);
    text->setWordWrap(true);
    remedy_->body()->addWidget(text);
    for (const RemedyCode& code : view.remedyCode) {
        addCode(remedy_->body(), {}, code.text, code.language, {}, remedy_);
    }
}

void CheckPane::showHowTo(const CheckResult& check)
{
    clear(howTo_->body());
    const QVector<Snippet> snippets =
        check.check.howToMeasure + session_.workbench().checklist.snippetsFor(check.check.id);
    howTo_->setVisible(!snippets.isEmpty() || !check.check.question.isEmpty());
    if (!check.check.question.isEmpty()) {
        auto* question = new TextLabel(tr("Ask: %1").arg(check.check.question), tokens::Type::Body,
                                       tokens::Role::Text, howTo_);
        question->setWordWrap(true);
        howTo_->body()->addWidget(question);
    }
    for (const Snippet& snippet : snippets) {
        addCode(howTo_->body(), snippet.title, snippet.text, snippet.language, snippet.note, howTo_);
    }
}

void CheckPane::showSent(const CheckView& view)
{
    sent_->setVisible(!view.sent.isEmpty());
    sent_->setSubtitle(view.sentSummary);
    QStringList lines;
    for (const Sent& sent : view.sent) {
        lines << QStringLiteral("%1\u00d7 %2").arg(sent.count).arg(sent.what);
    }
    if (same(sentKey_, QStringList{view.id} + lines)) {
        return;
    }
    clear(sent_->body());
    if (!lines.isEmpty()) {
        addCode(sent_->body(), {}, lines.join(QLatin1Char('\n')), {}, {}, sent_);
    }
}

void CheckPane::showRun()
{
    const CheckResult* check = walk_.check();
    const bool canRun = check && !check->check.probes.isEmpty() && !session_.isReadOnly();
    run_->setVisible(canRun);
    if (session_.isRunning()) {
        run_->setText(tr("Running"));
        setButtonIcon(run_, tokens::IconId::Gauge);
    } else {
        run_->setText(check && !check->evidence.isEmpty() ? tr("Run again") : tr("Run"));
        setButtonIcon(run_, tokens::IconId::Play);
    }
    run_->setEnabled(!session_.isRunning());
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
