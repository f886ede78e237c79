// Named actions with rebindable keys: the one source of menus, the palette and the shortcut sheet.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QVector>

#include <functional>

namespace awb
{

struct CommandSpec
{
    QString id;    // stable, "walk.next": the name in the settings
    QString group; // heading in the shortcut sheet
    QString text;  // "Next check"
    QVector<QKeySequence> keys;
    bool inPalette = true;
};

// Commands of a window or a page. A command whose key is a single letter or sign without Ctrl or Alt sleeps
// while the person types (setTyping). Keys given by the user are in the settings as "keys/<id>".
class CommandSet : public QObject
{
    Q_OBJECT
public:
    CommandSet(Qt::ShortcutContext context, QObject* parent);

    // The action belongs to this set; the widget that owns the set adds it to itself.
    QAction* add(const CommandSpec& spec, QObject* receiver, std::function<void()> run);
    QAction* find(const QString& id) const;
    const QVector<QAction*>& actions() const { return actions_; }

    static QString group(const QAction* action);
    static bool inPalette(const QAction* action);
    // "J / ↓": for key caps and the sheet.
    static QString keyText(const QAction* action);
    QString keyText(const QString& id) const;

    void setKeys(const QString& id, const QVector<QKeySequence>& keys); // and remembers them
    void resetKeys(const QString& id);
    // Two commands of one set on one key: the ids that already use it.
    QStringList conflicts(const QString& id, const QKeySequence& key) const;

    void setTyping(bool typing);

Q_SIGNALS:
    void added(QAction* action);
    void keysChanged();

private:
    Qt::ShortcutContext context_;
    QVector<QAction*> actions_;
    bool typing_ = false;
};

} // namespace awb
