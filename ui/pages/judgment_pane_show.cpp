// What the judgment pane shows of the current check.
#include "ui/pages/judgment_pane.h"

#include "ui/pages/attachment_row.h"
#include "ui/pages/live_scorecard.h"
#include "ui/pages/note_edit.h"
#include "ui/pages/view_tones.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/mark_button.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>

namespace awb
{

namespace
{

std::optional<MarkGlyph> glyphUnlessUndecided(Mark mark)
{
    return mark == Mark::Undecided ? std::nullopt : std::optional<MarkGlyph>(glyphFor(mark));
}

} // namespace

void JudgmentPane::showCheck()
{
    const CheckResult* check = walk_.check();
    setEnabled(check != nullptr);
    if (!check) {
        noteTimer_.stop();
        noteCheck_.clear();
        return;
    }
    if (noteCheck_ != check->check.id && noteTimer_.isActive()) {
        flushNote(); // evaluates and comes back here
        check = walk_.check();
    }
    showSuggestion(viewOf(*check, {}, locale()).suggestion);
    showMark(*check);
    showReason(*check);
    showNote(*check);
    showSeats(*check);
    attachments_->setAttachments(check->attachments);
    action_->setChecked(check->judgment.flagged);
    action_->setEnabled(!session_.isReadOnly());
    attachments_->setReadOnly(session_.isReadOnly());
    score_->setScore(session_.result().score, check->check.section);
    showSaved();
}

void JudgmentPane::showSuggestion(const SuggestionView& view)
{
    const bool decided = walk_.check()->mark() != Mark::Undecided;
    const bool quiet = decided || walk_.pending();
    const QString key = QStringList{walk_.current(),
                                    view.strong,
                                    view.detail,
                                    view.origin,
                                    view.acceptText,
                                    QString::number(quiet),
                                    QString::number(walk_.pending().has_value()),
                                    QString::number(session_.isReadOnly())}
                            .join(QChar(0x1F));
    if (key == suggestionKey_) {
        return;
    }
    suggestionKey_ = key;
    suggestion_->setTone(bannerTone(view.tone));
    suggestion_->setGlyph(view.glyph, false);
    suggestion_->setText(view.strong, view.detail);
    origin_->setContent(
        iconChip(view.measured ? tokens::IconId::Gauge : tokens::IconId::Person, view.origin));
    origin_->setVisible(!view.origin.isEmpty());
    suggestion_->clearButtons();
    accept_ = nullptr;
    // While a reason is asked for, Enter belongs to it, and its room is needed.
    if (!view.acceptText.isEmpty() && !session_.isReadOnly() && !walk_.pending()) {
        accept_ = suggestion_->addButton(view.acceptText);
        accept_->setObjectName(QStringLiteral("accept"));
        setButtonKind(accept_, quiet ? ButtonKind::Plain : ButtonKind::Primary, true);
        setButtonKey(accept_, tr("Enter"));
        connect(accept_, &QPushButton::clicked, &walk_, &WalkPresenter::accept);
    }
}

void JudgmentPane::showMark(const CheckResult& check)
{
    marks_->setMark(glyphUnlessUndecided(check.mark()));
    marks_->setPending(walk_.pending() ? glyphUnlessUndecided(walk_.pending()->mark) : std::nullopt);
    marks_->setEnabled(!session_.isReadOnly());
}

void JudgmentPane::showReason(const CheckResult& check)
{
    const auto& pending = walk_.pending();
    const bool stored = !pending && !check.judgment.reason.isEmpty();
    reasonBox_->setVisible(pending || stored);
    keep_->setVisible(pending.has_value());
    confirm_->setVisible(pending.has_value());
    reasonWhy_->setVisible(pending.has_value());
    reason_->setReadOnly(!pending);
    if (pending) {
        reasonLabel_->setText(pending->checks.size() > 1
                                  ? tr("Reason for %n checks, required", nullptr, int(pending->checks.size()))
                                  : tr("Reason, required"));
        reasonWhy_->setText(pending->why.text(locale()));
        confirm_->setText(tr("Mark %1").arg(awb::markWord(pending->mark)));
        keep_->setText(check.mark() == Mark::Undecided ? tr("Keep undecided") : tr("Keep the mark"));
        confirm_->setEnabled(!reason_->toPlainText().trimmed().isEmpty());
        return;
    }
    reasonLabel_->setText(check.judgment.origin == Origin::Override ? tr("Reason, overruled the probe")
                                                                    : tr("Reason"));
    reason_->setPlainText(check.judgment.reason);
}

void JudgmentPane::pendingChanged()
{
    const CheckResult* check = walk_.check();
    if (!check) {
        return;
    }
    showSuggestion(viewOf(*check, {}, locale()).suggestion);
    showMark(*check);
    if (walk_.pending()) {
        reason_->clear();
        showReason(*check);
        reason_->setFocus(Qt::OtherFocusReason);
        return;
    }
    const bool hadFocus = reasonBox_->isAncestorOf(focusWidget());
    showReason(*check);
    if (hadFocus) {
        Q_EMIT focusListWanted();
    }
}

void JudgmentPane::showNote(const CheckResult& check)
{
    const bool sameCheck = noteCheck_ == check.check.id;
    if (sameCheck && (note_->hasFocus() || noteTimer_.isActive())) {
        return; // never under the hand that types
    }
    noteCheck_ = check.check.id;
    if (note_->toPlainText() != check.judgment.note) {
        showing_ = true;
        note_->setPlainText(check.judgment.note);
        showing_ = false;
    }
    note_->setReadOnly(session_.isReadOnly());
}

void JudgmentPane::showSeats(const CheckResult& check)
{
    const Judgment& judgment = check.judgment;
    QString text;
    if (judgment.reviewer && judgment.lead) {
        text = *judgment.reviewer == *judgment.lead
                   ? tr("Both seats agree")
                   : tr("Reviewer: %1, lead: %2")
                         .arg(awb::markWord(*judgment.reviewer), awb::markWord(*judgment.lead));
    } else if (judgment.reviewer) {
        text = tr("Reviewer: %1").arg(awb::markWord(*judgment.reviewer));
    } else if (judgment.lead) {
        text = tr("Lead: %1").arg(awb::markWord(*judgment.lead));
    } else if (check.mark() != Mark::Undecided && !judgment.author.isEmpty()) {
        text = tr("By %1").arg(judgment.author);
    }
    const bool differ = judgment.reviewer && judgment.lead && *judgment.reviewer != *judgment.lead;
    seats_->setRole(differ ? tokens::Role::WarnText : tokens::Role::Text2);
    seats_->setText(text);
}

void JudgmentPane::showSaved()
{
    const SaveState state = session_.saveState();
    if (state.error) {
        saved_->setRole(tokens::Role::FailText);
        saved_->setText(tr("Not saved"));
        return;
    }
    saved_->setRole(tokens::Role::Text2);
    if (session_.isFrozen()) {
        saved_->setText(tr("Signed, frozen"));
    } else if (session_.isReadOnly()) {
        saved_->setText(tr("Read only"));
    } else {
        saved_->setText(
            state.savedAt.isValid()
                ? tr("Saved %1").arg(state.savedAt.toLocalTime().toString(QStringLiteral("HH:mm:ss")))
                : QString());
    }
}

} // namespace awb
