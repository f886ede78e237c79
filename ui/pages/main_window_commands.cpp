// The commands of the window: files, pages, undo, help, and what Ctrl K finds.
#include "ui/pages/main_window.h"

#include "ui/pages/command_palette.h"
#include "ui/pages/shortcut_sheet.h"
#include "ui/pages/top_bar.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/check_view.h"
#include "ui/presenters/command_set.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

namespace awb
{

namespace
{

constexpr auto kSample = ":/auditbench/sample/sample-audit.json";

} // namespace

void MainWindow::makeFileCommands()
{
    const QString group = tr("Audit");
    const auto add = [&](const char* id, const QString& text, QKeySequence key, std::function<void()> run) {
        return commands_->add({QLatin1String(id), group, text, {std::move(key)}, true}, this, std::move(run));
    };
    add("file.new", tr("New audit"), QKeySequence(Qt::CTRL | Qt::Key_N),
        [this] { showPage(PageId::NewAudit); });
    add("file.open", tr("Open audit"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        chooseFile(tr("Open audit"), tr("Audits and results (*.audit *.json)"), &MainWindow::openPath);
    });
    add("file.sample", tr("Open the sample audit"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (current_ == PageId::Start) {
            openSample(); // elsewhere Ctrl E belongs to the page
        }
    });
    add("file.import", tr("Import an exported audit"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        chooseFile(tr("Import"), tr("Exported audits (*.audit *.json)"), &MainWindow::importPath);
    });
    add("file.export", tr("Export this audit as a file"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] { chooseExport(); });
    add("file.close", tr("Close the audit"), QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] { session_->close(); });
    add("edit.undo", tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { session_->undo(); });
    add("edit.redo", tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        [this] { session_->redo(); });
    QAction* letter = add("audit.letter", tr("Judge by the letter of the checklist"), QKeySequence(),
                          [this] { session_->setByLetter(!session_->document().byLetter()); });
    letter->setCheckable(true);
    QAction* quit = add("file.quit", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
    quit->setMenuRole(QAction::QuitRole);
}

// The switch follows the audit: undo, another window and a signature move it as well.
void MainWindow::showLetter()
{
    QAction* letter = commands_->find(QStringLiteral("audit.letter"));
    letter->setEnabled(session_->isOpen() && !session_->isReadOnly());
    letter->setChecked(session_->isOpen() && session_->result().byLetter);
}

void MainWindow::makePageCommands()
{
    const QString group = tr("Pages");
    const QVector<PageId> pages{PageId::Walk,      PageId::Probes,    PageId::LoadRun,
                                PageId::Scorecard, PageId::Snapshots, PageId::Report};
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const PageId id = pages.at(i);
        commands_->add({QStringLiteral("page.%1").arg(i + 1),
                        group,
                        pageWord(id),
                        {QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(int(Qt::Key_1) + int(i))))},
                        true},
                       this, [this, id] { showPage(id); });
    }
    commands_->add({QStringLiteral("page.endpoints"), group, pageWord(PageId::Endpoints), {}, true}, this,
                   [this] { showPage(PageId::Endpoints); });
    commands_->add({QStringLiteral("page.settings"),
                    group,
                    pageWord(PageId::Settings),
                    {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
                    true},
                   this, [this] { showPage(PageId::Settings); });
    commands_->add(
        {QStringLiteral("page.review"), group, tr("Review mode"), {QKeySequence(Qt::Key_F11)}, true}, this,
        [this] { toggleReview(); });
    commands_->add({QStringLiteral("page.pane"), group, tr("Next pane"), {QKeySequence(Qt::Key_F6)}, false},
                   this, [this] { cyclePane(); });
}

void MainWindow::makeHelpCommands()
{
    const QString group = tr("Help");
    commands_->add({QStringLiteral("help.palette"),
                    group,
                    tr("Find anything"),
                    {QKeySequence(Qt::CTRL | Qt::Key_K)},
                    false},
                   this, [this] { openPalette(); });
    commands_->add({QStringLiteral("help.keys"),
                    group,
                    tr("All keys"),
                    {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)},
                    true},
                   this, [this] { openSheet(); });
    commands_->add({QStringLiteral("help.qt"), group, tr("About Qt"), {}, true}, this,
                   [] { QApplication::aboutQt(); });
}

void MainWindow::makeMenus()
{
    const auto fill = [this](QMenu* menu, const QStringList& ids) {
        for (const QString& id : ids) {
            if (QAction* action = commands_->find(id)) {
                menu->addAction(action);
            }
        }
    };
    const QStringList file{QStringLiteral("file.new"),    QStringLiteral("file.open"),
                           QStringLiteral("file.sample"), QStringLiteral("file.import"),
                           QStringLiteral("file.export"), QStringLiteral("file.close"),
                           QStringLiteral("file.quit")};
    const QStringList edit{QStringLiteral("edit.undo"), QStringLiteral("edit.redo"),
                           QStringLiteral("audit.letter")};
    const QStringList view{QStringLiteral("page.1"),      QStringLiteral("page.2"),
                           QStringLiteral("page.3"),      QStringLiteral("page.4"),
                           QStringLiteral("page.5"),      QStringLiteral("page.6"),
                           QStringLiteral("page.review"), QStringLiteral("page.settings")};
    const QStringList help{QStringLiteral("help.palette"), QStringLiteral("help.keys"),
                           QStringLiteral("help.qt")};
    fill(menuBar()->addMenu(tr("&Audit")), file);
    fill(menuBar()->addMenu(tr("&Edit")), edit);
    fill(menuBar()->addMenu(tr("&View")), view);
    fill(menuBar()->addMenu(tr("&Help")), help);
    menuBar()->hide();
    auto* menu = new QMenu(this);
    fill(menu, file.mid(0, 6));
    menu->addSeparator();
    fill(menu, edit);
    menu->addSeparator();
    fill(menu, {QStringLiteral("page.settings"), QStringLiteral("help.keys"), QStringLiteral("help.qt")});
    menu->addSeparator();
    fill(menu, {QStringLiteral("file.quit")});
    top_->setMenu(menu);
}

void MainWindow::chooseFile(const QString& title, const QString& filter,
                            void (MainWindow::*chosen)(const QString&))
{
    auto* dialog = new QFileDialog(this, title, QString(), filter);
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void MainWindow::chooseExport()
{
    if (!session_->isOpen()) {
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Export this audit"), QString(),
                                   tr("Audit file (*.audit);;Text form for git (*.json)"));
    dialog->setObjectName(QStringLiteral("exportAuditDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("audit"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String(".json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("audit"));
    });
    connect(dialog, &QFileDialog::fileSelected, session_, &AuditSession::exportTo);
    dialog->open();
}

void MainWindow::importPath(const QString& path)
{
    if (!path.isEmpty()) {
        session_->importFile(path);
    }
}

void MainWindow::openPath(const QString& path)
{
    if (!path.isEmpty()) {
        session_->openFile(path);
    }
}

void MainWindow::openSample()
{
    QFile sample(QString::fromLatin1(kSample));
    if (!sample.open(QIODevice::ReadOnly)) {
        showNotice(tr("This build carries no sample audit."),
                   tr("Install the released package, or open an audit."), false);
        return;
    }
    session_->importJournal(sample.readAll());
}

void MainWindow::toggleReview()
{
    if (!session_->isOpen()) {
        return;
    }
    if (current_ == PageId::Review) {
        pages_.value(PageId::Review)->escape();
        return;
    }
    wasFullScreen_ = isFullScreen();
    showPage(PageId::Review);
}

void MainWindow::openSheet()
{
    QVector<const CommandSet*> sets{commands_};
    if (Page* shown = pages_.value(current_)) {
        sets.prepend(&shown->commands());
    }
    (new ShortcutSheet(sets, this))->open();
}

void MainWindow::openPalette()
{
    if (!palette_) {
        palette_ = new CommandPalette(this);
    }
    Page* shown = pages_.value(current_);
    palette_->popUp(paletteEntries(*session_, *commands_, shown ? &shown->commands() : nullptr,
                                   [this](const QString& check) { showPage(PageId::Walk, check); }));
}

// F6: the next widget chain outside the pane that has the focus.
void MainWindow::cyclePane()
{
    Page* shown = pages_.value(current_);
    QWidget* now = focusWidget();
    if (!shown || !now) {
        return;
    }
    QWidget* pane = now;
    while (pane->parentWidget() && pane->parentWidget() != shown && !pane->inherits("awb::Pane")) {
        pane = pane->parentWidget();
    }
    for (QWidget* next = now->nextInFocusChain(); next && next != now; next = next->nextInFocusChain()) {
        const bool takes = (next->focusPolicy() & Qt::TabFocus) && next->isVisible() && next->isEnabled();
        if (takes && shown->isAncestorOf(next) && !pane->isAncestorOf(next)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QVector<PaletteEntry> paletteEntries(const AuditSession& session, const CommandSet& shell,
                                     const CommandSet* page, std::function<void(const QString&)> openCheck)
{
    QVector<PaletteEntry> entries;
    for (const CheckResult& check : session.result().checks) {
        const QString id = check.check.id;
        entries.append({id, check.check.check, MainWindow::tr("check"), int(glyphFor(check.mark())),
                        [openCheck, id] { openCheck(id); }});
    }
    const auto addAll = [&entries](const CommandSet& set) {
        for (QAction* action : set.actions()) {
            if (CommandSet::inPalette(action) && action->isEnabled()) {
                const QString text =
                    action->isChecked() ? MainWindow::tr("%1 (on)").arg(action->text()) : action->text();
                entries.append(
                    {{}, text, CommandSet::keyText(action), -1, [guard = QPointer<QAction>(action)] {
                         if (guard) {
                             guard->trigger();
                         }
                     }});
            }
        }
    };
    if (page) {
        addAll(*page);
    }
    addAll(shell);
    return entries;
}

} // namespace awb
