#include "ui/pages/main_window.h"

#include "core/store/store_thread.h"
#include "ui/pages/command_palette.h"
#include "ui/pages/status_line.h"
#include "ui/pages/top_bar.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/command_set.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/toast.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTextEdit>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace awb
{

namespace
{

const QVector<PageId>& tabPages()
{
    static const QVector<PageId> pages{PageId::Walk,      PageId::Probes,    PageId::LoadRun,
                                       PageId::Scorecard, PageId::Snapshots, PageId::Report};
    return pages;
}

bool isTextField(const QWidget* widget)
{
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
        return !edit->isReadOnly();
    }
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget)) {
        return !edit->isReadOnly();
    }
    if (const auto* edit = qobject_cast<const QTextEdit*>(widget)) {
        return !edit->isReadOnly();
    }
    const auto* combo = qobject_cast<const QComboBox*>(widget);
    return qobject_cast<const QAbstractSpinBox*>(widget) || (combo && combo->isEditable());
}

QString droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    const QString path = urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
    return path.endsWith(QLatin1String(".audit")) || path.endsWith(QLatin1String(".json")) ? path : QString();
}

} // namespace

MainWindow::MainWindow(const Workbench& workbench, QWidget* parent)
    : QMainWindow(parent),
      workbench_(workbench),
      session_(new AuditSession(workbench, this)),
      commands_(new CommandSet(Qt::WindowShortcut, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Backend Audit Workbench"));
    setMinimumSize(1024, 700);
    setAcceptDrops(true);
    connect(commands_, &CommandSet::added, this, [this](QAction* action) { addAction(action); });
    auto* frame = new QWidget(this);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    top_ = new TopBar(tabPages(), frame);
    notice_ = new Banner(Banner::Tone::Fail, frame);
    notice_->setObjectName(QStringLiteral("notice"));
    notice_->hide();
    stack_ = new QStackedWidget(frame);
    status_ = new StatusLine(frame);
    layout->addWidget(top_);
    layout->addWidget(notice_);
    layout->addWidget(stack_, 1);
    layout->addWidget(status_);
    setCentralWidget(frame);
    makeFileCommands();
    makePageCommands();
    makeHelpCommands();
    makeMenus();
    connectSession();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { focusMoved(now); });
    QSettings settings;
    session_->setAuthor(settings.value(QStringLiteral("user/name"), qEnvironmentVariable("USER")).toString());
    session_->setSeat(seatFromId(settings.value(QStringLiteral("user/seat")).toString()));
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(1440, 900);
    }
    showPage(PageId::Start);
}

MainWindow::~MainWindow()
{
    // Pages hold references into the session: they go first. Nothing may call back into a window that is half
    // gone.
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(session_, nullptr, this, nullptr);
    const QMap<PageId, Page*> pages = std::exchange(pages_, {});
    qDeleteAll(pages);
    delete session_;
}

void MainWindow::connectSession()
{
    connect(top_, &TopBar::homeWanted, this, [this] { session_->close(); });
    connect(top_, &TopBar::pageWanted, this, [this](PageId id) { showPage(id); });
    connect(top_, &TopBar::paletteWanted, this, &MainWindow::openPalette);
    connect(top_, &TopBar::reviewWanted, this, &MainWindow::toggleReview);
    const auto refresh = [this] {
        top_->showSession(*session_);
        top_->showPage(current_);
        status_->showSession(*session_);
        showLetter();
    };
    refresh();
    connect(session_, &AuditSession::resultChanged, this, refresh);
    connect(session_, &AuditSession::opened, this, [this, refresh] {
        notice_->hide();
        refresh();
        showPage(PageId::Walk);
    });
    connect(session_, &AuditSession::closed, this, [this, refresh] {
        refresh();
        showPage(PageId::Start);
    });
    connect(session_, &AuditSession::openFailed, this,
            [this](const Error& error) { showNotice(error.message, error.remedy, false); });
    connect(session_, &AuditSession::problem, this,
            [this](const Error& error) { showNotice(error.message, error.remedy, false); });
    connect(session_, &AuditSession::saved, this, [this] {
        if (notice_->property("retry").toBool()) {
            notice_->hide();
        }
        status_->showSession(*session_);
    });
    connect(session_, &AuditSession::saveFailed, this, [this](const Error& error, int waiting) {
        status_->showSession(*session_);
        showNotice(tr("Not saved: %1 %n entries wait in this window.", nullptr, waiting).arg(error.message),
                   tr("Trying again every 2 s. Keep the window open."), true);
    });
    connect(session_, &AuditSession::entryMade, this, &MainWindow::toast);
    connect(session_, &AuditSession::exported, this, [this](const QString& path) {
        toast(tr("Written: %1. Its evidence is not masked; send a report instead.").arg(path), false);
    });
    connect(session_, &AuditSession::othersWrote, this,
            [this](const QStringList& checks, const QString& author) {
                const QString who = author.isEmpty() ? tr("Another window") : author;
                toast(tr("%1 changed %2").arg(who, checks.join(QStringLiteral(", "))), false);
            });
    connect(&workbench_.store, &StoreThread::openFailed, this,
            [this](const Error& error) { showNotice(error.message, error.remedy, false); });
}

Page* MainWindow::ensurePage(PageId id)
{
    if (Page* made = pages_.value(id)) {
        return made;
    }
    const PageFactory factory = pageFactory(id);
    if (!factory) {
        return nullptr;
    }
    Page* made = factory({workbench_, *session_, *commands_}, stack_);
    pages_.insert(id, made);
    stack_->addWidget(made);
    connect(made, &Page::navigate, this, &MainWindow::showPage);
    connect(made, &Page::toast, this, &MainWindow::toast);
    connect(made, &Page::statusKeysChanged, this, [this, made] {
        if (stack_->currentWidget() == made) {
            status_->showKeys(made->statusKeys());
        }
    });
    return made;
}

void MainWindow::showPage(PageId id, const QString& argument)
{
    const bool needsAudit = tabPages().contains(id) || id == PageId::Endpoints || id == PageId::Review;
    if (needsAudit && !session_->isOpen()) {
        return;
    }
    Page* made = ensurePage(id);
    if (!made) {
        toast(tr("This page is not part of this version."), false);
        return;
    }
    current_ = id;
    commands_->find(QStringLiteral("file.sample"))
        ->setEnabled(id == PageId::Start); // elsewhere Ctrl E is the page's
    const bool review = id == PageId::Review;
    top_->setVisible(!review);
    status_->setVisible(!review);
    if (review != isFullScreen() && (review || !wasFullScreen_)) {
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    }
    stack_->setCurrentWidget(made);
    top_->showSession(*session_);
    top_->showPage(id);
    status_->showSession(*session_);
    status_->showKeys(made->statusKeys());
    setWindowTitle(session_->isOpen() ? tr("%1 \u2013 %2 \u2013 Backend Audit Workbench")
                                            .arg(session_->result().meta.name, made->title())
                                      : tr("Backend Audit Workbench"));
    made->activate(argument);
}

void MainWindow::showNotice(const QString& strong, const QString& detail, bool retry)
{
    notice_->setProperty("retry", retry);
    notice_->setText(strong, detail);
    notice_->clearButtons();
    if (retry) {
        QPushButton* again = notice_->addButton(tr("Save now"), tokens::IconId::Save);
        connect(again, &QPushButton::clicked, this, [this] { session_->store().retryNow(); });
    } else {
        QPushButton* close = notice_->addButton(tr("Close"));
        close->setObjectName(QStringLiteral("closeNotice"));
        connect(close, &QPushButton::clicked, notice_, &Banner::hide);
    }
    notice_->show();
}

void MainWindow::toast(const QString& text, bool canUndo)
{
    if (!toast_) {
        toast_ = new Toast(centralWidget());
        toast_->setObjectName(QStringLiteral("toast"));
        connect(toast_, &Toast::actionTriggered, session_, &AuditSession::undo);
    }
    toast_->showMessage(text, canUndo ? tr("Undo") : QString(),
                        canUndo ? QStringLiteral("Ctrl Z") : QString());
}

// Single keys sleep while a text field or a popup of ours has the focus.
void MainWindow::focusMoved(QWidget* now)
{
    const bool typing = isTextField(now);
    commands_->setTyping(typing);
    for (Page* made : std::as_const(pages_)) {
        made->commands().setTyping(typing);
    }
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    altAlone_ = event->key() == Qt::Key_Alt;
    if (event->key() != Qt::Key_Escape) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    Page* shown = pages_.value(current_);
    if (isTextField(focusWidget()) && shown) {
        shown->setFocus(); // Esc leaves a field
        shown->escape();
    } else if (shown) {
        shown->escape();
    }
}

// Alt alone shows the menu bar, or hides it again.
void MainWindow::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Alt && altAlone_) {
        menuBar()->setVisible(!menuBar()->isVisible());
        altAlone_ = false;
    }
    QMainWindow::keyReleaseEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    if (!isFullScreen()) {
        settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    }
    session_->stopProbes();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    openPath(droppedFile(event->mimeData()));
}

} // namespace awb

#include "moc_main_window.cpp"
