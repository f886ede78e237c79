#include "ui/pages/review_page.h"

#include "ui/pages/evidence_card.h"
#include "ui/pages/note_edit.h"
#include "ui/pages/pane.h"
#include "ui/pages/review_parts.h"
#include "ui/presenters/check_view.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/mark_button.h"
#include "ui/widgets/ruler_widget.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr int kHour = 60 * 60; // the walk is planned for one

std::optional<MarkGlyph> decidedGlyph(Mark mark)
{
    return mark == Mark::Undecided ? std::nullopt : std::optional<MarkGlyph>(glyphFor(mark));
}

Mark markOfGlyph(MarkGlyph glyph)
{
    for (const Mark mark : {Mark::Pass, Mark::Warn, Mark::Fail, Mark::NotApplicable}) {
        if (glyphFor(mark) == glyph) {
            return mark;
        }
    }
    return Mark::Undecided;
}

} // namespace

ReviewPage::ReviewPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      walk_(context.session)
{
    setObjectName(QStringLiteral("reviewPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    progress_ = new QProgressBar(this);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(int(themeOf(this).px(4)));
    layout->addWidget(progress_);
    auto* middle = new Pane({}, this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(96, 24, 96, 16);
    column->setSpacing(16);
    column->addWidget(makeHead());
    evidence_ = new EvidenceCard(middle);
    remedy_ = new CodeView(middle);
    evidence_->hide();
    remedy_->hide();
    column->addWidget(makeFolds());
    column->addWidget(evidence_);
    column->addWidget(remedy_);
    column->addStretch();
    suggestion_ = new SuggestLine(middle);
    marks_ = new MarkRow(middle);
    marks_->setObjectName(QStringLiteral("reviewMarks"));
    marks_->setLarge(true);
    column->addWidget(makeReason());
    column->addWidget(suggestion_);
    column->addWidget(marks_);
    layout->addWidget(middle, 1);
    layout->addWidget(makeBottom());
    makeCommands();
    tick_.setInterval(1s);
    connect(&tick_, &QTimer::timeout, this, &ReviewPage::showPace);
    connect(marks_, &MarkRow::markChosen, this, [this](MarkGlyph glyph) { walk_.mark(markOfGlyph(glyph)); });
    connect(&walk_, &WalkPresenter::currentChanged, this, &ReviewPage::showCheck);
    connect(&walk_, &WalkPresenter::pendingChanged, this, &ReviewPage::showPending);
    connect(&walk_, &WalkPresenter::said, this,
            [this](const QString& sentence) { Q_EMIT toast(sentence, false); });
    connect(&session(), &AuditSession::resultChanged, this, &ReviewPage::showCheck);
}

ReviewPage::~ReviewPage()
{
    endWidgets();
}

QWidget* ReviewPage::makeTop()
{
    auto* top = new Pane(Qt::BottomEdge, this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(40, 14, 40, 14);
    row->setSpacing(16);
    section_ = new TextLabel({}, tokens::Type::ReviewSmall, tokens::Role::Text, top);
    dots_ = new SectionDots(top);
    time_ = new TextLabel({}, tokens::Type::ReviewSmall, tokens::Role::Text2, top);
    decided_ = new TextLabel({}, tokens::Type::ReviewSmall, tokens::Role::Text, top);
    pace_ = new TextLabel({}, tokens::Type::ReviewSmall, tokens::Role::Text2, top);
    row->addWidget(section_);
    row->addWidget(dots_);
    row->addStretch();
    row->addWidget(time_);
    row->addWidget(decided_);
    row->addWidget(pace_);
    return top;
}

QWidget* ReviewPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    number_ = new TextLabel({}, tokens::Type::ReviewBody, tokens::Role::Text2, head);
    number_->setObjectName(QStringLiteral("reviewNumber"));
    title_ = new TextLabel({}, tokens::Type::ReviewTitle, tokens::Role::Text, head);
    threshold_ = new TextLabel({}, tokens::Type::ReviewBody, tokens::Role::Text2, head);
    sentence_ = new TextLabel({}, tokens::Type::ReviewBody, tokens::Role::Text, head);
    for (TextLabel* label : {number_, title_, threshold_}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* value = new QHBoxLayout;
    value->setSpacing(16);
    big_ = new TextLabel({}, tokens::Type::ReviewHero, tokens::Role::Text, head);
    bigUnit_ = new TextLabel({}, tokens::Type::ReviewBody, tokens::Role::Text2, head);
    ruler_ = new RulerWidget(head);
    value->addWidget(big_);
    value->addWidget(bigUnit_, 0, Qt::AlignBottom);
    value->addStretch();
    value->addWidget(ruler_, 2);
    column->addLayout(value);
    sentence_->setWordWrap(true);
    column->addWidget(sentence_);
    return head;
}

QWidget* ReviewPage::makeFolds()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    evidenceButton_ = new QPushButton(tr("Evidence"), row);
    remedyButton_ = new QPushButton(tr("Remedy"), row);
    setButtonKey(evidenceButton_, QStringLiteral("E"));
    setButtonKey(remedyButton_, QStringLiteral("X"));
    connect(evidenceButton_, &QPushButton::clicked, this,
            [this] { evidence_->setVisible(!evidence_->isVisible()); });
    connect(remedyButton_, &QPushButton::clicked, this,
            [this] { remedy_->setVisible(!remedy_->isVisible()); });
    for (QPushButton* button : {evidenceButton_, remedyButton_}) {
        setButtonKind(button, ButtonKind::Quiet);
        setButtonIcon(button, tokens::IconId::Chevr);
        layout->addWidget(button);
    }
    layout->addStretch();
    return row;
}

QWidget* ReviewPage::makeReason()
{
    reasonBox_ = new QWidget(this);
    auto* column = new QVBoxLayout(reasonBox_);
    column->setContentsMargins(0, 0, 0, 0);
    reasonWhy_ = new TextLabel({}, tokens::Type::ReviewSmall, tokens::Role::FailText, reasonBox_);
    reasonWhy_->setWordWrap(true);
    reason_ = new NoteEdit(true, reasonBox_);
    reason_->setObjectName(QStringLiteral("reviewReason"));
    reason_->setPlaceholderText(tr("Reason, then Enter"));
    column->addWidget(reasonWhy_);
    column->addWidget(reason_);
    QSizePolicy policy = reasonBox_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    reasonBox_->setSizePolicy(policy);
    reasonBox_->hide();
    connect(reason_, &NoteEdit::submitted, this, [this] { walk_.confirmPending(reason_->toPlainText()); });
    connect(reason_, &NoteEdit::left, &walk_, &WalkPresenter::dropPending);
    return reasonBox_;
}

QWidget* ReviewPage::makeBottom()
{
    auto* bottom = new Pane(Qt::TopEdge, this);
    auto* row = new QHBoxLayout(bottom);
    row->setContentsMargins(40, 12, 40, 12);
    row->setSpacing(24);
    seats_ = new TextLabel({}, tokens::Type::ReviewSmall, tokens::Role::Text2, bottom);
    row->addWidget(seats_);
    row->addStretch();
    const QVector<StatusKey> keys{
        {QStringLiteral("L"), tr("park this")},  {QStringLiteral("A"), tr("action item")},
        {QStringLiteral("K"), tr("previous")},   {QStringLiteral("J"), tr("next")},
        {QStringLiteral("Enter"), tr("accept")}, {tr("Esc"), tr("leave")}};
    for (const StatusKey& key : keys) {
        row->addWidget(new KeyCap(key.key, key.word, bottom));
    }
    return bottom;
}

void ReviewPage::makeCommands()
{
    const QString group = tr("Review mode");
    const auto add = [&](const char* id, const QString& text, Qt::Key key, std::function<void()> run) {
        commands().add({QLatin1String(id), group, text, {QKeySequence(key)}, false}, this, std::move(run));
    };
    add("review.next", tr("Next check"), Qt::Key_J, [this] { walk_.next(); });
    add("review.previous", tr("Previous check"), Qt::Key_K, [this] { walk_.previous(); });
    add("review.undecided", tr("Next undecided check"), Qt::Key_U, [this] { walk_.nextUndecided(); });
    add("review.pass", tr("Mark Pass"), Qt::Key_P, [this] { walk_.mark(Mark::Pass); });
    add("review.warn", tr("Mark Warning"), Qt::Key_W, [this] { walk_.mark(Mark::Warn); });
    add("review.fail", tr("Mark Fail"), Qt::Key_F, [this] { walk_.mark(Mark::Fail); });
    add("review.na", tr("Mark not applicable"), Qt::Key_N, [this] { walk_.mark(Mark::NotApplicable); });
    add("review.clear", tr("Clear the mark"), Qt::Key_Backspace, [this] { walk_.mark(Mark::Undecided); });
    add("review.accept", tr("Accept the suggestion"), Qt::Key_Return, [this] { walk_.accept(); });
    add("review.action", tr("Flag as action item"), Qt::Key_A,
        [this] { session().toggleFlag(walk_.current()); });
    add("review.evidence", tr("Show the evidence"), Qt::Key_E, [this] { evidenceButton_->click(); });
    add("review.remedy", tr("Show the remedy"), Qt::Key_X, [this] { remedyButton_->click(); });
    add("review.park", tr("Park the check: come back to it at the end"), Qt::Key_L, [this] { park(); });
}

void ReviewPage::activate(const QString& argument)
{
    if (!clock_.isValid()) {
        clock_.start();
        decidedAtStart_ = session().result().score.decided;
    }
    tick_.start();
    if (!argument.isEmpty()) {
        walk_.goTo(argument);
    }
    setFocus();
    showCheck();
}

bool ReviewPage::escape()
{
    if (walk_.pending()) {
        walk_.dropPending();
        return true;
    }
    tick_.stop();
    Q_EMIT navigate(PageId::Walk, walk_.current());
    return true;
}

// A parked check keeps its state; the next ones come first.
void ReviewPage::park()
{
    if (!parked_.contains(walk_.current())) {
        parked_ << walk_.current();
    }
    Q_EMIT toast(tr("%1 parked: U comes back to it when the others are decided").arg(walk_.current()), false);
    walk_.next();
}

void ReviewPage::showCheck()
{
    const CheckResult* check = walk_.check();
    if (!check) {
        return;
    }
    QVector<Mark> marks;
    qsizetype current = 0;
    QString section;
    for (const CheckResult& other : session().result().checks) {
        if (other.check.section == check->check.section) {
            current = other.check.id == check->check.id ? marks.size() : current;
            marks << other.mark();
        }
    }
    for (const SectionScore& score : session().result().score.sections) {
        section = score.number == check->check.section ? score.title : section;
    }
    dots_->setChecks(marks, current);
    section_->setText(QStringLiteral("%1. %2").arg(check->check.section).arg(section));
    const CheckView view = viewOf(*check, section, locale());
    number_->setText(view.id);
    title_->setText(view.title);
    threshold_->setText(tr("Threshold: %1").arg(view.threshold));
    big_->setVisible(!view.big.isEmpty());
    bigUnit_->setVisible(!view.big.isEmpty());
    big_->setText(view.big);
    bigUnit_->setText(view.bigUnit);
    ruler_->setVisible(view.ruler.has_value());
    if (view.ruler) {
        ruler_->setContent(*view.ruler);
    }
    sentence_->setText(view.suggestion.origin.isEmpty() ? view.question : view.suggestion.detail);
    const bool evidenceOpen = evidence_->isVisible();
    evidence_->setEvidence(check->check.id, check->evidence);
    evidence_->setVisible(evidenceOpen);
    QStringList code{view.remedy};
    for (const RemedyCode& remedy : view.remedyCode) {
        code << remedy.text;
    }
    remedy_->setCode(code.join(QStringLiteral("\n\n")));
    suggestion_->setSuggestion(view.suggestion, session().canAccept(check->check.id));
    const Judgment& judgment = check->judgment;
    seats_->setText(tr("Reviewer: %1   Lead: %2")
                        .arg(judgment.reviewer ? awb::markWord(*judgment.reviewer) : tr("deciding"),
                             judgment.lead ? awb::markWord(*judgment.lead) : tr("deciding")));
    showPending();
    showPace();
}

void ReviewPage::showPending()
{
    const CheckResult* check = walk_.check();
    if (!check) {
        return;
    }
    const auto& pending = walk_.pending();
    marks_->setMark(decidedGlyph(check->mark()));
    marks_->setPending(pending ? decidedGlyph(pending->mark) : std::nullopt);
    const bool opened = pending && !reasonBox_->isVisible();
    reasonBox_->setVisible(pending.has_value());
    if (pending) {
        reasonWhy_->setText(pending->why.text(locale()));
    }
    if (opened) {
        reason_->clear();
        reason_->setFocus();
    } else if (!pending && reason_->hasFocus()) {
        setFocus();
    }
}

void ReviewPage::showPace()
{
    const Scorecard& score = session().result().score;
    const int total = score.decided + score.undecided;
    decided_->setText(tr("%1 of %2 decided").arg(score.decided).arg(total));
    const int seconds = int(clock_.elapsed() / 1000);
    const int left = qMax(0, kHour - seconds);
    time_->setText(tr("%1 min left").arg((left + 59) / 60));
    const int done = score.decided - decidedAtStart_;
    const int open = total - score.decided;
    const int allowed = open > 0 ? left / open : 0;
    const bool over = seconds > kHour || (done > 0 && seconds / done > allowed && open > 0);
    progress_->setRange(0, qMax(1, total));
    progress_->setValue(score.decided);
    progress_->setAccessibleName(decided_->text());
    pace_->setVisible(open > 0);
    pace_->setRole(over ? tokens::Role::WarnText : tokens::Role::Text2);
    pace_->setText(done > 0 ? (over ? tr("%1 s per check, over the pace").arg(seconds / done)
                                    : tr("%1 s per check, on pace").arg(seconds / done))
                            : tr("%1 s for each check").arg(allowed));
}

} // namespace awb

#include "moc_review_page.cpp"
