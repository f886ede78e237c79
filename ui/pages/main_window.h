// The shell: top bar, page, status bar. Pages are made when they are first shown.
#pragma once

#include "ui/pages/page.h"

#include <QMainWindow>
#include <QMap>

QT_BEGIN_NAMESPACE
class QMenu;
class QStackedWidget;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class CommandPalette;
class StatusLine;
class Toast;
class TopBar;
struct Error;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Workbench& workbench, QWidget* parent = nullptr);
    ~MainWindow() override;

    AuditSession& session() { return *session_; }
    void showPage(PageId page, const QString& argument = {});
    PageId currentPage() const { return current_; }
    Page* page(PageId id) const { return pages_.value(id); } // nullptr until it was shown
    // A .audit file, a result.json or a recorded journal.
    void openPath(const QString& path);
    void importPath(const QString& path); // into the store of the start page
    void openSample();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectSession();
    void makeFileCommands();
    void makePageCommands();
    void makeHelpCommands();
    void makeMenus();
    void showLetter();
    Page* ensurePage(PageId id);
    void chooseFile(const QString& title, const QString& filter, void (MainWindow::*chosen)(const QString&));
    void chooseExport();
    void showNotice(const QString& strong, const QString& detail, bool retry);
    void toast(const QString& text, bool canUndo);
    void focusMoved(QWidget* now);
    void openPalette();
    void openSheet();
    void cyclePane();
    void toggleReview();

    const Workbench& workbench_;
    AuditSession* session_;
    CommandSet* commands_;
    TopBar* top_;
    Banner* notice_;
    QStackedWidget* stack_;
    StatusLine* status_;
    QMap<PageId, Page*> pages_;
    PageId current_ = PageId::Start;
    Toast* toast_ = nullptr;
    CommandPalette* palette_ = nullptr;
    bool altAlone_ = false;
    bool wasFullScreen_ = false;
};

// What Ctrl K finds: checks, pages, commands.
struct PaletteEntry;
QVector<PaletteEntry> paletteEntries(const AuditSession& session, const CommandSet& shell,
                                     const CommandSet* page, std::function<void(const QString&)> openCheck);

} // namespace awb
