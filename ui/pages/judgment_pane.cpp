#include "ui/pages/judgment_pane.h"

#include "ui/pages/attachment_row.h"
#include "ui/pages/live_scorecard.h"
#include "ui/pages/note_edit.h"
#include "ui/pages/view_tones.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/mark_button.h"
#include "ui/widgets/text_label.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr int kCompactBelow = 760; // px of height: the scorecard shrinks to one line

void keepSpace(QWidget* widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

Mark markOf(MarkGlyph glyph)
{
    switch (glyph) {
    case MarkGlyph::Pass:
        return Mark::Pass;
    case MarkGlyph::Warn:
        return Mark::Warn;
    case MarkGlyph::Fail:
        return Mark::Fail;
    case MarkGlyph::NotApplicable:
        return Mark::NotApplicable;
    default:
        return Mark::Undecided;
    }
}

std::optional<MarkGlyph> glyphUnlessUndecided(Mark mark)
{
    return mark == Mark::Undecided ? std::nullopt : std::optional<MarkGlyph>(glyphOf(mark));
}

} // namespace

JudgmentPane::JudgmentPane(AuditSession& session, WalkPresenter& walk, QWidget* parent)
    : Pane(Qt::LeftEdge, parent),
      session_(session),
      walk_(walk)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* body = new QWidget(this);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(16, 12, 16, 8);
    inner->setSpacing(10);
    inner->addWidget(makeTop());
    marks_ = new MarkRow(body);
    marks_->setObjectName(QStringLiteral("marks"));
    inner->addWidget(marks_);
    suggestion_ = new Banner(Banner::Tone::Neutral, body);
    suggestion_->setObjectName(QStringLiteral("suggestion"));
    origin_ = new Chip({}, suggestion_);
    suggestion_->setTrailing(origin_);
    inner->addWidget(suggestion_);
    inner->addWidget(makeReason());
    inner->addWidget(makeNote());
    attachments_ = new AttachmentRow(body);
    inner->addWidget(attachments_);
    inner->addWidget(makeBottomRow());
    inner->addStretch();
    layout->addWidget(body, 1);
    score_ = new LiveScorecard(this);
    layout->addWidget(score_);

    noteTimer_.setSingleShot(true);
    noteTimer_.setInterval(300ms); // a half-typed note is an entry 300 ms after the last key
    connect(&noteTimer_, &QTimer::timeout, this, &JudgmentPane::flushNote);
    connect(marks_, &MarkRow::markChosen, this, [this](MarkGlyph glyph) { walk_.mark(markOf(glyph)); });
    connect(attachments_, &AttachmentRow::addWanted, this, &JudgmentPane::chooseFile);
    connect(attachments_, &AttachmentRow::removeWanted, this,
            [this](const QString& blob) { session_.removeAttachment(walk_.current(), blob); });
    connect(attachments_, &AttachmentRow::saveWanted, this, &JudgmentPane::saveCopy);
    connect(&walk_, &WalkPresenter::currentChanged, this, &JudgmentPane::showCheck);
    connect(&walk_, &WalkPresenter::pendingChanged, this, &JudgmentPane::pendingChanged);
    connect(&session_, &AuditSession::resultChanged, this, &JudgmentPane::showCheck);
    connect(&session_, &AuditSession::saved, this, &JudgmentPane::showSaved);
    connect(&session_, &AuditSession::closing, this, [this] {
        if (noteTimer_.isActive()) {
            flushNote();
        }
    });
    connect(&session_, &AuditSession::saveFailed, this, &JudgmentPane::showSaved);
    showCheck();
}

JudgmentPane::~JudgmentPane()
{
    if (noteTimer_.isActive()) {
        flushNote();
    }
}

QWidget* JudgmentPane::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new TextLabel(tr("Judgment"), tokens::Type::Heading, tokens::Role::Text, top));
    row->addStretch();
    saved_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2, top);
    saved_->setObjectName(QStringLiteral("judgmentSaved"));
    row->addWidget(saved_);
    return top;
}

QWidget* JudgmentPane::makeReason()
{
    reasonBox_ = new QWidget(this);
    auto* column = new QVBoxLayout(reasonBox_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    reasonLabel_ = new TextLabel(tr("Reason"), tokens::Type::Small, tokens::Role::Text2, reasonBox_);
    reasonWhy_ = new TextLabel({}, tokens::Type::Small, tokens::Role::FailText, reasonBox_);
    reasonWhy_->setObjectName(QStringLiteral("reasonWhy"));
    reasonWhy_->setWordWrap(true);
    reason_ = new NoteEdit(true, reasonBox_);
    reason_->setObjectName(QStringLiteral("reason"));
    reason_->setAccessibleName(tr("Reason"));
    auto* buttons = new QHBoxLayout;
    keep_ = new QPushButton(tr("Keep undecided"), reasonBox_);
    keep_->setObjectName(QStringLiteral("dropPending"));
    confirm_ = new QPushButton(reasonBox_);
    confirm_->setObjectName(QStringLiteral("confirmReason"));
    setButtonKind(keep_, ButtonKind::Plain, true);
    setButtonKind(confirm_, ButtonKind::Primary, true);
    setButtonKey(confirm_, tr("Enter"));
    buttons->addStretch();
    buttons->addWidget(keep_);
    buttons->addWidget(confirm_);
    column->addWidget(reasonLabel_);
    column->addWidget(reasonWhy_);
    column->addWidget(reason_);
    column->addLayout(buttons);
    keepSpace(reasonBox_);
    connect(reason_, &NoteEdit::submitted, confirm_, &QPushButton::click);
    connect(reason_, &NoteEdit::left, this, [this] {
        walk_.dropPending();
        Q_EMIT focusListWanted();
    });
    connect(reason_, &QPlainTextEdit::textChanged, this,
            [this] { confirm_->setEnabled(!reason_->toPlainText().trimmed().isEmpty()); });
    connect(keep_, &QPushButton::clicked, reason_, &NoteEdit::left);
    connect(confirm_, &QPushButton::clicked, this, [this] { walk_.confirmPending(reason_->toPlainText()); });
    return reasonBox_;
}

QWidget* JudgmentPane::makeNote()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Note"), tokens::Type::Small, tokens::Role::Text, box));
    head->addStretch();
    head->addWidget(new KeyCap(QStringLiteral("C"), {}, box));
    note_ = new NoteEdit(false, box);
    note_->setObjectName(QStringLiteral("note"));
    note_->setAccessibleName(tr("Note"));
    note_->setPlaceholderText(tr("Add a note for the report"));
    note_->setLines(3);
    column->addLayout(head);
    column->addWidget(note_);
    connect(note_, &QPlainTextEdit::textChanged, this, [this] {
        if (!showing_) {
            noteTimer_.start();
        }
    });
    connect(note_, &NoteEdit::left, this, [this] {
        flushNote();
        Q_EMIT focusListWanted();
    });
    connect(note_, &NoteEdit::submitted, note_, &NoteEdit::left);
    connect(note_, &NoteEdit::fileGiven, this, &JudgmentPane::takeFile);
    connect(note_, &NoteEdit::fileRefused, this, &JudgmentPane::said);
    return box;
}

QWidget* JudgmentPane::makeBottomRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    action_ = new QPushButton(tr("Action item"), row);
    action_->setObjectName(QStringLiteral("actionItem"));
    action_->setCheckable(true);
    setButtonIcon(action_, tokens::IconId::Flag);
    setButtonKey(action_, QStringLiteral("A"));
    connect(action_, &QPushButton::clicked, this, [this] { session_.toggleFlag(walk_.current()); });
    seats_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2, row);
    seats_->setObjectName(QStringLiteral("seats"));
    seats_->setElided(true);
    seats_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(action_);
    layout->addWidget(seats_, 1);
    return row;
}

void JudgmentPane::focusNote()
{
    note_->setFocus(Qt::ShortcutFocusReason);
    note_->moveCursor(QTextCursor::End);
}

void JudgmentPane::flushNote()
{
    noteTimer_.stop();
    if (!noteCheck_.isEmpty() && session_.isOpen()) {
        session_.setNote(noteCheck_, note_->toPlainText());
    }
}

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
    score_->setScore(session_.result().score, check->check.section);
    showSaved();
}

void JudgmentPane::showSuggestion(const SuggestionView& view)
{
    const bool decided = walk_.check()->mark() != Mark::Undecided;
    const bool quiet = decided || walk_.pending();
    const QString key = QStringList{walk_.current(), view.strong,     view.detail,
                                    view.origin,     view.acceptText, QString::number(quiet)}
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
    if (!view.acceptText.isEmpty() && !session_.isReadOnly()) {
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
    if (session_.isReadOnly()) {
        saved_->setText(tr("Read only"));
    } else {
        saved_->setText(
            state.savedAt.isValid()
                ? tr("Saved %1").arg(state.savedAt.toLocalTime().toString(QStringLiteral("HH:mm:ss")))
                : QString());
    }
}

void JudgmentPane::takeFile(const QByteArray& bytes, const QString& name, const QString& type)
{
    session_.attach(walk_.current(), bytes, name, type);
}

void JudgmentPane::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(path)});
        note_->takeFiles(&file);
    });
    dialog->open();
}

void JudgmentPane::saveCopy(const AttachmentRef& attachment)
{
    auto* dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(attachment.name).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, attachment](const QString& path) {
        session_.loadAttachment(attachment.blob, this, [this, path](Result<QByteArray> bytes) {
            QFile file(path);
            if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size()) {
                Q_EMIT said(tr("%1 could not be written.").arg(path));
            }
        });
    });
    dialog->open();
}

void JudgmentPane::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    score_->setCompact(height() < themeOf(this).px(kCompactBelow));
}

} // namespace awb

#include "moc_judgment_pane.cpp"
