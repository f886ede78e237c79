#include "ui/presenters/command_set.h"

#include <QSettings>

namespace awb
{

namespace
{

constexpr auto kGroup = "awbGroup";
constexpr auto kDefaultKeys = "awbDefaultKeys";
constexpr auto kKeys = "awbKeys"; // what is bound, also while asleep
constexpr auto kInPalette = "awbInPalette";

QList<QKeySequence> boundKeys(const QAction* action)
{
    return action->property(kKeys).value<QList<QKeySequence>>();
}

// A plain letter, sign, Enter, Backspace or Space: text fields need these.
bool isTypingKey(const QKeySequence& key)
{
    if (key.isEmpty()) {
        return false;
    }
    const QKeyCombination first = key[0];
    const bool plain =
        !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool function = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    return plain && !function && first.key() != Qt::Key_Escape;
}

QString settingsKey(const QString& id)
{
    return QStringLiteral("keys/") + id;
}

QList<QKeySequence> keysOf(const CommandSpec& spec)
{
    const QVariant own = QSettings().value(settingsKey(spec.id));
    if (!own.isValid()) {
        return spec.keys;
    }
    QList<QKeySequence> keys;
    for (const QString& text : own.toStringList()) {
        keys << QKeySequence(text, QKeySequence::PortableText);
    }
    return keys;
}

void bind(QAction* action, const QList<QKeySequence>& keys, bool typing)
{
    action->setProperty(kKeys, QVariant::fromValue(keys));
    QList<QKeySequence> awake;
    for (const QKeySequence& key : keys) {
        if (!typing || !isTypingKey(key)) {
            awake << key;
        }
    }
    action->setShortcuts(awake);
}

} // namespace

CommandSet::CommandSet(Qt::ShortcutContext context, QObject* parent) : QObject(parent), context_(context) {}

QAction* CommandSet::add(const CommandSpec& spec, QObject* receiver, std::function<void()> run)
{
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcutContext(context_);
    action->setAutoRepeat(true);
    action->setProperty(kGroup, spec.group);
    action->setProperty(kInPalette, spec.inPalette);
    action->setProperty(kDefaultKeys, QVariant::fromValue(QList<QKeySequence>(spec.keys)));
    bind(action, keysOf(spec), typing_);
    connect(action, &QAction::triggered, receiver, std::move(run));
    actions_ << action;
    Q_EMIT added(action);
    return action;
}

QAction* CommandSet::find(const QString& id) const
{
    for (QAction* action : actions_) {
        if (action->objectName() == id) {
            return action;
        }
    }
    return nullptr;
}

QString CommandSet::group(const QAction* action)
{
    return action->property(kGroup).toString();
}

bool CommandSet::inPalette(const QAction* action)
{
    return action->property(kInPalette).toBool();
}

QString CommandSet::keyText(const QAction* action)
{
    QStringList texts;
    for (const QKeySequence& key : boundKeys(action)) {
        QString text = key.toString(QKeySequence::NativeText);
        text.replace(QLatin1Char('+'), QLatin1Char(' '));
        if (text == QLatin1String("Return")) {
            text = QStringLiteral("Enter");
        }
        if (!texts.contains(text)) {
            texts << text;
        }
    }
    return texts.join(QStringLiteral(" / "));
}

QString CommandSet::keyText(const QString& id) const
{
    const QAction* action = find(id);
    return action ? keyText(action) : QString();
}

void CommandSet::setKeys(const QString& id, const QVector<QKeySequence>& keys)
{
    QAction* action = find(id);
    if (!action) {
        return;
    }
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts << key.toString(QKeySequence::PortableText);
    }
    QSettings().setValue(settingsKey(id), texts);
    bind(action, keys, typing_);
    Q_EMIT keysChanged();
}

void CommandSet::resetKeys(const QString& id)
{
    if (QAction* action = find(id)) {
        QSettings().remove(settingsKey(id));
        bind(action, action->property(kDefaultKeys).value<QList<QKeySequence>>(), typing_);
        Q_EMIT keysChanged();
    }
}

QStringList CommandSet::conflicts(const QString& id, const QKeySequence& key) const
{
    QStringList ids;
    for (const QAction* action : actions_) {
        if (action->objectName() != id && boundKeys(action).contains(key)) {
            ids << action->objectName();
        }
    }
    return ids;
}

void CommandSet::setTyping(bool typing)
{
    if (typing_ == typing) {
        return;
    }
    typing_ = typing;
    for (QAction* action : std::as_const(actions_)) {
        bind(action, boundKeys(action), typing);
    }
}

} // namespace awb

#include "moc_command_set.cpp"
