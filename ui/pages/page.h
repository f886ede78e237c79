// What the shell knows of a page.
#pragma once

#include <QVector>
#include <QWidget>

#include <functional>

namespace awb
{

class AuditSession;
class CommandSet;
struct Workbench;

enum class PageId {
    Start,
    Walk,
    Probes,
    LoadRun,
    Endpoints,
    Scorecard,
    Snapshots,
    Report,
    NewAudit,
    Settings,
    Review
};

// A key and its word in the status bar.
struct StatusKey
{
    QString key;
    QString word;
};

// Handed to every page when it is made; all outlive the page.
struct PageContext
{
    const Workbench& workbench;
    AuditSession& session;
    CommandSet& shellCommands; // of the window: for the palette and the shortcut sheet
};

// A page of the window. Made when it is first shown (start-up stays short), kept afterwards. Its single keys
// are commands of its own CommandSet: they sleep while a text field has the focus.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const PageContext& context, QWidget* parent = nullptr);

    virtual QString title() const = 0;
    // Each time the page comes to the front; argument is what navigate() was given ("2.2").
    virtual void activate(const QString& argument = {});
    // What the status bar shows, most important first.
    virtual QVector<StatusKey> statusKeys() const { return {}; }
    // Esc that nobody else wanted (stop, clear a filter). True: it was used.
    virtual bool escape() { return false; }

    CommandSet& commands() { return *commands_; }
    AuditSession& session() const { return context_.session; }
    const Workbench& workbench() const { return context_.workbench; }
    const PageContext& context() const { return context_; }

protected:
    // For the destructor of every page whose fields call a member of it: fields and panes that end hand in
    // their last word (a focus lost, a note half typed), so they end while the presenter is still there.
    void endWidgets();

Q_SIGNALS:
    void navigate(awb::PageId page, const QString& argument = {});
    void toast(const QString& text, bool canUndo);
    void statusKeysChanged();

private:
    PageContext context_;
    CommandSet* commands_;
};

using PageFactory = std::function<Page*(const PageContext& context, QWidget* parent)>;

// Every page, one line each (page_catalog.cpp). Null: no such page.
PageFactory pageFactory(PageId id);

} // namespace awb
