#include "ui/pages/judgment_pane.h"

#include "ui/pages/attachment_row.h"
#include "ui/pages/live_scorecard.h"
#include "ui/pages/note_edit.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/mark_button.h"
#include "ui/widgets/text_label.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr int kCompactBelow = 760; // px of height: the scorecard shrinks to one line
// px kept for suggestion and reason together, so that the note below them stays where it is.
constexpr double kVerdictRoom = 212;
constexpr double kVerdictRoomLow = 176;

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

} // namespace

JudgmentPane::JudgmentPane(AuditSession& session, WalkPresenter& walk, QWidget* parent)
    : Pane(Qt::Edges(), parent),
      session_(session),
      walk_(walk)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* body = new QWidget(this);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(16, 12, 16, 4);
    inner->setSpacing(8);
    inner->addWidget(makeTop());
    marks_ = new MarkRow(body);
    marks_->setObjectName(QStringLiteral("marks"));
    inner->addWidget(marks_);
    verdict_ = new QWidget(body);
    auto* verdict = new QVBoxLayout(verdict_);
    verdict->setContentsMargins(0, 0, 0, 0);
    verdict->setSpacing(10);
    suggestion_ = new Banner(Banner::Tone::Neutral, verdict_);
    suggestion_->setObjectName(QStringLiteral("suggestion"));
    origin_ = new Chip({}, suggestion_);
    suggestion_->setTrailing(origin_);
    verdict->addWidget(suggestion_);
    verdict->addWidget(makeReason());
    verdict->addStretch();
    inner->addWidget(verdict_);
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
    connect(note_, &NoteEdit::fileGiven, this,
            [this](const QString& path) { session_.attachFile(walk_.current(), path); });
    connect(note_, &NoteEdit::imageGiven, this, [this](const QImage& image) {
        session_.attachImage(walk_.current(), image, tr("screenshot.png"));
    });
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

void JudgmentPane::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { session_.attachFile(walk_.current(), path); });
    dialog->open();
}

void JudgmentPane::saveCopy(const AttachmentRef& attachment)
{
    auto* dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(attachment.name).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, attachment](const QString& path) { session_.saveAttachment(attachment.blob, path); });
    dialog->open();
}

void JudgmentPane::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    const Theme theme = themeOf(this);
    const bool low = height() < theme.px(kCompactBelow);
    score_->setCompact(low);
    verdict_->setMinimumHeight(int(theme.px(low ? kVerdictRoomLow : kVerdictRoom)));
}

} // namespace awb

#include "moc_judgment_pane.cpp"
