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

#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

// What the pane shows of a check; it is built in check_pane.cpp.
namespace awb
{

namespace
{

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
    view_ = viewOf(*check, section, locale(), session_.result().byLetter);
    widget()->setUpdatesEnabled(false);
    showHead(view_);
    showBanner(stale_, view_.stale);
    showBanner(banner_, view_.banner);
    showRuler(view_);
    const PlanLedger ledger = planLedger(*check, session_, locale());
    evidence_->setEvidence(shown_, ledger.evidence, ledger.stamp);
    reviews_->setLedger(shown_, ledger, another);
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

} // namespace awb
