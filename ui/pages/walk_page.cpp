#include "ui/pages/walk_page.h"

#include "ui/pages/check_list_pane.h"
#include "ui/pages/check_pane.h"
#include "ui/pages/judgment_pane.h"
#include "ui/pages/number_box.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSettings>
#include <QSplitter>

namespace awb
{

namespace
{

constexpr double kCentreLeast = 500; // px: below, the panes beside it give room
constexpr int kDrawerBelow = 990;    // px: the list becomes a drawer

} // namespace

WalkPage::WalkPage(const PageContext& context, QWidget* parent)
    : Page(context, parent),
      walk_(context.session)
{
    setObjectName(QStringLiteral("walkPage"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setHandleWidth(1);
    splitter_->setChildrenCollapsible(false);
    list_ = new CheckListPane(session(), walk_, splitter_);
    check_ = new CheckPane(session(), walk_, splitter_);
    judgment_ = new JudgmentPane(session(), walk_, splitter_);
    layout->addWidget(splitter_);
    splitter_->setStretchFactor(1, 1);
    fitPanes();
    const Theme theme = themeOf(this);
    const QVariantList saved = QSettings().value(QStringLiteral("walk/panes")).toList();
    wantedList_ = saved.value(0, int(theme.px(tokens::size::listPane))).toInt();
    wantedJudgment_ = saved.value(1, int(theme.px(tokens::size::judgePane))).toInt();
    connect(splitter_, &QSplitter::splitterMoved, this, [this] {
        wantedList_ = splitter_->sizes().at(0);
        wantedJudgment_ = splitter_->sizes().at(2);
        QSettings().setValue(QStringLiteral("walk/panes"), QVariantList{wantedList_, wantedJudgment_});
    });
    makeMoveCommands();
    makeMarkCommands();
    makeEvidenceCommands();
    const auto say = [this](const QString& sentence) { Q_EMIT toast(sentence, false); };
    connect(&walk_, &WalkPresenter::said, this, say);
    connect(check_, &CheckPane::said, this, say);
    connect(judgment_, &JudgmentPane::said, this, say);
    connect(&session(), &AuditSession::secretsNeeded, this, [this] {
        if (isVisible()) {
            Q_EMIT navigate(PageId::Probes, walk_.current());
            Q_EMIT toast(tr("A password is needed: run the probes from here"), false);
        }
    });
    connect(check_, &CheckPane::runWanted, this, &WalkPage::runProbes);
    connect(judgment_, &JudgmentPane::focusListWanted, list_, &CheckListPane::focusList);
}

WalkPage::~WalkPage()
{
    endWidgets();
}

void WalkPage::makeMoveCommands()
{
    const QString group = tr("Walk: move");
    const auto add = [&](const char* id, const QString& text, QVector<QKeySequence> keys,
                         std::function<void()> run) {
        commands().add({QLatin1String(id), group, text, std::move(keys), true}, this, std::move(run));
    };
    add("walk.next", tr("Next check"), {QKeySequence(Qt::Key_J)}, [this] { walk_.next(); });
    add("walk.previous", tr("Previous check"), {QKeySequence(Qt::Key_K)}, [this] { walk_.previous(); });
    add("walk.undecided", tr("Next undecided check"), {QKeySequence(Qt::Key_U)},
        [this] { walk_.nextUndecided(); });
    add("walk.goto", tr("Go to a number"), {QKeySequence(Qt::Key_G)}, [this] { askNumber(); });
    add("walk.filter", tr("Filter the checks"), {QKeySequence(Qt::Key_Slash)},
        [this] { list_->focusFilter(); });
    add("walk.list", tr("Show or hide the list"), {QKeySequence(Qt::CTRL | Qt::Key_B)}, [this] {
        listOpen_ = !list_->isVisible();
        list_->setVisible(listOpen_);
        if (listOpen_) {
            list_->focusList();
        }
    });
}

void WalkPage::makeMarkCommands()
{
    const QString group = tr("Walk: judge");
    const auto add = [&](const char* id, const QString& text, QVector<QKeySequence> keys,
                         std::function<void()> run) {
        commands().add({QLatin1String(id), group, text, std::move(keys), true}, this, std::move(run));
    };
    add("mark.pass", tr("Mark Pass"), {QKeySequence(Qt::Key_P)}, [this] { walk_.mark(Mark::Pass); });
    add("mark.warn", tr("Mark Warning"), {QKeySequence(Qt::Key_W)}, [this] { walk_.mark(Mark::Warn); });
    add("mark.fail", tr("Mark Fail"), {QKeySequence(Qt::Key_F)}, [this] { walk_.mark(Mark::Fail); });
    add("mark.na", tr("Mark not applicable"), {QKeySequence(Qt::Key_N)},
        [this] { walk_.mark(Mark::NotApplicable); });
    add("mark.clear", tr("Clear the mark"), {QKeySequence(Qt::Key_Backspace)},
        [this] { walk_.mark(Mark::Undecided); });
    add("mark.accept", tr("Accept the suggestion"),
        {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, [this] { walk_.accept(); });
    add("walk.note", tr("Write a note"), {QKeySequence(Qt::Key_C)}, [this] { judgment_->focusNote(); });
    add("walk.attach", tr("Attach a file"), {QKeySequence(Qt::SHIFT | Qt::Key_C)},
        [this] { judgment_->chooseFile(); });
    add("walk.action", tr("Flag as action item"), {QKeySequence(Qt::Key_A)}, [this] {
        if (walk_.check()) {
            session().toggleFlag(walk_.current());
        }
    });
}

void WalkPage::makeEvidenceCommands()
{
    const QString group = tr("Walk: evidence");
    const auto add = [&](const char* id, const QString& text, QVector<QKeySequence> keys,
                         std::function<void()> run) {
        commands().add({QLatin1String(id), group, text, std::move(keys), true}, this, std::move(run));
    };
    add("walk.run", tr("Run the probes of this check"), {QKeySequence(Qt::Key_R)}, [this] { runProbes(); });
    add("walk.evidence", tr("Evidence as table or chart"), {QKeySequence(Qt::Key_E)},
        [this] { check_->toggleEvidence(); });
    add("walk.remedy", tr("Show or fold the remedy"), {QKeySequence(Qt::Key_X)},
        [this] { check_->toggleRemedy(); });
    add("walk.howto", tr("How to measure"), {QKeySequence(Qt::Key_H)}, [this] { check_->toggleHowTo(); });
    add("walk.reviewPlan", tr("Mark the chosen plan reviewed (2.7)"), {QKeySequence(Qt::Key_V)},
        [this] { check_->reviewPlan(); });
    add("walk.reviewAllPlans", tr("Mark all drawn plans reviewed (2.7)"),
        {QKeySequence(Qt::SHIFT | Qt::Key_V)}, [this] { check_->reviewAllPlans(); });
    add("walk.copyRemedy", tr("Copy the remedy"), {QKeySequence(Qt::Key_Y)},
        [this] { check_->copyRemedy(); });
}

void WalkPage::activate(const QString& argument)
{
    if (!argument.isEmpty()) {
        walk_.goTo(argument);
    }
    list_->focusList();
}

QVector<StatusKey> WalkPage::statusKeys() const
{
    const CommandSet& set = const_cast<WalkPage*>(this)->commands();
    return {{set.keyText(QStringLiteral("walk.next")), tr("next")},
            {set.keyText(QStringLiteral("walk.previous")), tr("previous")},
            {set.keyText(QStringLiteral("walk.undecided")), tr("next undecided")},
            {QStringLiteral("Enter"), tr("accept suggestion")},
            {set.keyText(QStringLiteral("walk.evidence")), tr("evidence")},
            {set.keyText(QStringLiteral("walk.goto")), tr("go to")}};
}

bool WalkPage::escape()
{
    if (walk_.pending()) {
        walk_.dropPending();
        return true;
    }
    if (session().isRunning()) {
        session().stopProbes();
        return true;
    }
    if (list_->clearChosen()) {
        return true;
    }
    if (!walk_.search().isEmpty() || walk_.filter() != CheckFilter::All) {
        list_->clearFilter();
        return true;
    }
    list_->focusList();
    return false;
}

void WalkPage::runProbes()
{
    if (session().isRunning() || !walk_.check()) {
        return;
    }
    QStringList ids;
    bool needsConsent = false;
    for (const ProbeDescriptor* probe : session().probesFor(walk_.current())) {
        ids << probe->id;
        needsConsent = needsConsent || probe->needs != Capabilities();
    }
    if (ids.isEmpty()) {
        Q_EMIT toast(tr("No probe can run for %1: the audit names no target for it.").arg(walk_.current()),
                     false);
        return;
    }
    if (needsConsent) {
        Q_EMIT navigate(PageId::Probes, walk_.current()); // what will be sent is shown, and allowed, there
        return;
    }
    RunRequest request;
    request.probes = ids;
    session().runProbes(request);
}

void WalkPage::askNumber()
{
    auto* box = new NumberBox(this);
    connect(box, &NumberBox::chosen, this, [this](const QString& text) {
        walk_.goTo(text);
        list_->focusList();
    });
    box->popUp();
}

void WalkPage::fitPanes()
{
    const Theme theme = themeOf(this);
    list_->setMinimumWidth(int(theme.px(tokens::size::listPaneMin)));
    list_->setMaximumWidth(int(theme.px(420)));
    judgment_->setMinimumWidth(int(theme.px(tokens::size::judgePaneMin)));
    judgment_->setMaximumWidth(int(theme.px(420)));
    check_->setMinimumWidth(int(theme.px(320)));
}

// The centre keeps its width as long as it can: first the list gives room, then the judgment.
void WalkPage::sharePanes()
{
    const Theme theme = themeOf(this);
    const int room = width() - 2 * splitter_->handleWidth();
    const int listLeast = int(theme.px(tokens::size::listPaneMin));
    const int judgeLeast = int(theme.px(tokens::size::judgePaneMin));
    int missing = int(theme.px(kCentreLeast)) - (room - wantedList_ - wantedJudgment_);
    const int fromList = qBound(0, missing, qMax(0, wantedList_ - listLeast));
    missing -= fromList;
    const int fromJudgment = qBound(0, missing, qMax(0, wantedJudgment_ - judgeLeast));
    const int list = wantedList_ - fromList;
    const int judgment = wantedJudgment_ - fromJudgment;
    splitter_->setSizes({list, qMax(1, room - list - judgment), judgment});
}

void WalkPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const int limit = int(themeOf(this).px(kDrawerBelow));
    const bool drawer = width() < limit;
    const bool wasDrawer = event->oldSize().width() >= 0 && event->oldSize().width() < limit;
    if (drawer != wasDrawer || event->oldSize().width() < 0) {
        list_->setVisible(!drawer);
    }
    sharePanes();
}

// Keys that no widget wanted: the arrows walk from anywhere on the page.
void WalkPage::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && event->key() == Qt::Key_Down) {
        walk_.next();
    } else if (plain && event->key() == Qt::Key_Up) {
        walk_.previous();
    } else {
        Page::keyPressEvent(event);
    }
}

} // namespace awb

#include "moc_walk_page.cpp"
