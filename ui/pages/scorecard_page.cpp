#include "ui/pages/scorecard_page.h"

#include "ui/models/scorecard_model.h"
#include "ui/pages/action_list.h"
#include "ui/pages/honest_line.h"
#include "ui/pages/lint_list.h"
#include "ui/pages/reason_strip.h"
#include "ui/pages/section_table.h"
#include "ui/pages/sign_off_card.h"
#include "ui/pages/total_row.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/score_widgets.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

namespace awb
{

namespace
{

constexpr double kSideWidth = 400;
constexpr double kTwoColumns = 1240; // narrower: the side goes below

} // namespace

ScorecardPage::ScorecardPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      presenter_(session()),
      sealing_(session()),
      marks_(session()),
      model_(new ScorecardModel(this)),
      scroll_(new QScrollArea),
      content_(new QWidget),
      columns_(new QBoxLayout(QBoxLayout::LeftToRight, content_)),
      side_(new QWidget),
      empty_(new EmptyState(tokens::IconId::List, tr("No audit is open"),
                            tr("Open one or begin a new one; its scorecard stands here."), this))
{
    columns_->setContentsMargins(24, 20, 24, 20);
    columns_->setSpacing(20);
    auto* left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(makeHero());
    honest_ = new HonestLine;
    left->addWidget(honest_);
    reason_ = new ReasonStrip(marks_);
    left->addWidget(reason_);
    left->addWidget(makeTable());
    left->addStretch();
    columns_->addLayout(left, 1);
    auto* right = new QVBoxLayout(side_);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(16);
    right->addWidget(makeActions());
    right->addWidget(makeLint());
    signOff_ = new SignOffCard(sealing_);
    right->addWidget(signOff_);
    right->addStretch();
    columns_->addWidget(side_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(content_);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_);
    page->addWidget(empty_);
    connect(empty_->addButton(tr("New audit"), true), &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(PageId::NewAudit); });
    makeCommands();
    connect(&presenter_, &ScorecardPresenter::changed, this, &ScorecardPage::refresh);
    connect(&session(), &AuditSession::closed, this, &ScorecardPage::refresh);
    connect(&marks_, &WalkPresenter::said, this,
            [this](const QString& sentence) { Q_EMIT toast(sentence, false); });
    connect(reason_, &ReasonStrip::over, this, [this] { table_->setFocus(Qt::OtherFocusReason); });
    refresh();
}

QWidget* ScorecardPage::makeHero()
{
    auto* card = new Card;
    auto* row = new QHBoxLayout;
    row->setSpacing(28);
    points_ = new TextLabel({}, tokens::Type::Hero);
    points_->setObjectName(QStringLiteral("points"));
    of_ = new TextLabel({}, tokens::Type::Heading, tokens::Role::Text2);
    of_->setContentsMargins(0, 0, 0, static_cast<int>(themeOf(this).px(10))); // on the line of the figure
    band_ = new Chip;
    band_->setObjectName(QStringLiteral("band"));
    auto* figure = new QHBoxLayout;
    figure->setSpacing(6);
    figure->addWidget(points_, 0, Qt::AlignBottom);
    figure->addWidget(of_, 0, Qt::AlignBottom);
    auto* number = new QVBoxLayout;
    number->setSpacing(4);
    number->addStretch();
    number->addLayout(figure);
    number->addWidget(band_, 0, Qt::AlignLeft);
    number->addStretch();
    row->addLayout(number);
    bandTitle_ = new TextLabel({}, tokens::Type::Heading);
    bandTitle_->setObjectName(QStringLiteral("band-title"));
    distance_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2);
    distance_->setWordWrap(true);
    scale_ = new BandScaleWidget;
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(bandTitle_);
    words->addWidget(distance_);
    words->addWidget(scale_);
    letter_ = new QCheckBox(tr("Judge by the letter of the checklist"));
    letter_->setObjectName(QStringLiteral("by-letter"));
    letter_->setToolTip(
        tr("Suggestions then follow the checklist's words where our reading differs. Marks stay, "
           "and every report says which was used."));
    connect(letter_, &QCheckBox::clicked, this, [this](bool on) { session().setByLetter(on); });
    words->addWidget(letter_, 0, Qt::AlignLeft);
    row->addLayout(words, 1);
    card->body()->addLayout(row);
    return card;
}

QWidget* ScorecardPage::makeTable()
{
    auto* card = new Card;
    card->setFlush(true);
    table_ = new SectionTable;
    table_->setObjectName(QStringLiteral("sections"));
    table_->setAccessibleName(tr("Marks of all checks by section"));
    table_->setScorecard(model_);
    total_ = new TotalRow;
    card->body()->setSpacing(0);
    card->body()->addWidget(table_);
    card->body()->addWidget(total_);
    connect(table_, &SectionTable::columnsMoved, total_, &TotalRow::setColumns);
    connect(table_, &SectionTable::checkOpened, this,
            [this](const QString& id) { Q_EMIT navigate(PageId::Walk, id); });
    return card;
}

QWidget* ScorecardPage::makeActions()
{
    auto* card = new Card(tr("Top action items"));
    propose_ = new QPushButton(tr("Propose again"));
    setButtonKind(propose_, ButtonKind::Quiet, true);
    propose_->setObjectName(QStringLiteral("propose-again"));
    propose_->setToolTip(
        tr("Ranked by points, severity, effort and shared cause. Takes the place of your list; "
           "Ctrl+Z brings it back."));
    card->actions()->addWidget(propose_);
    actions_ = new ActionList(presenter_);
    card->body()->addWidget(actions_);
    auto* foot = new QHBoxLayout;
    prediction_ = new TextLabel({}, tokens::Type::Small, tokens::Role::Text2);
    prediction_->setWordWrap(true);
    add_ = new QPushButton(tr("Add"));
    add_->setObjectName(QStringLiteral("add-action"));
    setButtonKind(add_, ButtonKind::Plain, true);
    setButtonIcon(add_, tokens::IconId::Plus);
    setButtonKey(add_, QStringLiteral("A"));
    foot->addWidget(prediction_, 1);
    foot->addWidget(add_);
    card->body()->addLayout(foot);
    connect(add_, &QPushButton::clicked, this, [this] { actions_->add({}); });
    connect(propose_, &QPushButton::clicked, this, [this] { presenter_.proposeAgain(); });
    return card;
}

QWidget* ScorecardPage::makeLint()
{
    auto* card = new Card(tr("Before sign-off"));
    lintCount_ = new Chip;
    lintCount_->setObjectName(QStringLiteral("lint-count"));
    card->actions()->addWidget(lintCount_);
    lint_ = new LintList;
    card->body()->addWidget(lint_);
    connect(lint_, &LintList::fixWanted, this, &ScorecardPage::fixLint);
    return card;
}

ScorecardPage::~ScorecardPage()
{
    endWidgets();
}

void ScorecardPage::makeCommands()
{
    const QString group = tr("Scorecard");
    const struct
    {
        const char* id;
        QString text;
        Qt::Key key;
        Mark mark;
    } keys[] = {{"scorecard.pass", tr("Mark the cell Pass"), Qt::Key_P, Mark::Pass},
                {"scorecard.warn", tr("Mark the cell Warning"), Qt::Key_W, Mark::Warn},
                {"scorecard.fail", tr("Mark the cell Fail"), Qt::Key_F, Mark::Fail},
                {"scorecard.na", tr("Mark the cell N/A"), Qt::Key_N, Mark::NotApplicable},
                {"scorecard.clear", tr("Clear the mark"), Qt::Key_Backspace, Mark::Undecided}};
    for (const auto& key : keys)
        commands().add({QLatin1String(key.id), group, key.text, {QKeySequence(key.key)}}, this,
                       [this, value = key.mark] { mark(value); });
    commands().add(
        {QStringLiteral("scorecard.add"), group, tr("Add an action item"), {QKeySequence(Qt::Key_A)}}, this,
        [this] {
            const bool fromCell = table_->hasFocus();
            actions_->add(fromCell ? table_->currentCheck() : QString());
        });
    commands().add(
        {QStringLiteral("scorecard.edit"), group, tr("Edit the action item"), {QKeySequence(Qt::Key_F2)}},
        this, [this] { actions_->editCurrent(); });
    commands().add({QStringLiteral("scorecard.up"),
                    group,
                    tr("Move the action item up"),
                    {QKeySequence(Qt::ALT | Qt::Key_Up)}},
                   this, [this] { actions_->moveCurrent(-1); });
    commands().add({QStringLiteral("scorecard.down"),
                    group,
                    tr("Move the action item down"),
                    {QKeySequence(Qt::ALT | Qt::Key_Down)}},
                   this, [this] { actions_->moveCurrent(1); });
    commands().add({QStringLiteral("scorecard.snapshot"),
                    group,
                    tr("Save a snapshot"),
                    {QKeySequence(Qt::CTRL | Qt::Key_S)}},
                   this, [this] { Q_EMIT navigate(PageId::Snapshots, QStringLiteral("save")); });
    commands().add({QStringLiteral("scorecard.report"),
                    group,
                    tr("Open the report"),
                    {QKeySequence(Qt::CTRL | Qt::Key_P)}},
                   this, [this] { Q_EMIT navigate(PageId::Report); });
}

void ScorecardPage::activate(const QString& argument)
{
    refresh();
    if (!argument.isEmpty())
        table_->setCurrentCheck(argument);
    table_->setFocus(Qt::OtherFocusReason);
}

QVector<StatusKey> ScorecardPage::statusKeys() const
{
    return {{QStringLiteral("P W F N"), tr("mark the cell")}, {QStringLiteral("Enter"), tr("open check")},
            {QStringLiteral("Alt ↑ ↓"), tr("move item")},     {QStringLiteral("F2"), tr("edit item")},
            {QStringLiteral("Ctrl S"), tr("snapshot")},       {QStringLiteral("Ctrl P"), tr("report")}};
}

bool ScorecardPage::escape()
{
    if (!marks_.pending())
        return false;
    marks_.dropPending();
    return true;
}

void ScorecardPage::mark(Mark mark)
{
    const QString id = table_->currentCheck();
    if (id.isEmpty())
        return;
    marks_.setCurrent(id);
    marks_.mark(mark);
}

void ScorecardPage::fixLint(const LintLine& line)
{
    if (line.checks.isEmpty())
        return;
    if (line.fix == LintFix::OpenCheck)
        Q_EMIT navigate(PageId::Walk, line.checks.constFirst());
    if (line.fix == LintFix::RunProbes)
        Q_EMIT navigate(PageId::Probes, line.checks.constFirst());
}

void ScorecardPage::refresh()
{
    const bool open = session().isOpen();
    empty_->setVisible(!open);
    scroll_->setVisible(open);
    if (!open)
        return;
    const Scorecard& score = presenter_.score();
    points_->setText(QLocale().toString(score.points));
    of_->setText(tr("of %1").arg(score.max));
    ChipContent band = bandChip(score.band, presenter_.bandShort());
    if (score.provisional) {
        band.text = tr("%1, provisional").arg(presenter_.bandShort());
        band.tone = ChipContent::Tone::Outline;
    }
    band_->setContent(band);
    band_->setVisible(!presenter_.bandShort().isEmpty());
    bandTitle_->setText(presenter_.bandTitle());
    distance_->setText(presenter_.distanceText());
    scale_->setScale(presenter_.bandScale());
    letter_->setChecked(session().result().byLetter);
    letter_->setEnabled(presenter_.canEdit());
    honest_->setCells(presenter_.honestCells());
    model_->setResult(session().result());
    total_->setScore(score);
    actions_->refresh();
    prediction_->setText(presenter_.predictionText());
    add_->setEnabled(presenter_.canEdit());
    propose_->setEnabled(presenter_.canEdit() && presenter_.areEdited());
    const QVector<LintLine> lines = presenter_.lint();
    lint_->setLines(lines);
    QStringList openPoints;
    for (const LintLine& line : lines) {
        if (!line.ok)
            openPoints << line.text;
    }
    signOff_->setOpenPoints(openPoints);
    signOff_->refresh();
    const int openLines = static_cast<int>(openPoints.size());
    ChipContent count;
    count.text = openLines == 0 ? tr("nothing open") : tr("%1 of %2 open").arg(openLines).arg(lines.size());
    lintCount_->setContent(count);
}

void ScorecardPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const Theme theme = themeOf(this);
    const bool wide = event->size().width() >= theme.px(kTwoColumns);
    columns_->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (wide)
        side_->setFixedWidth(static_cast<int>(theme.px(kSideWidth)));
    else {
        side_->setMinimumWidth(0);
        side_->setMaximumWidth(QWIDGETSIZE_MAX);
    }
}

} // namespace awb

#include "moc_scorecard_page.cpp"
