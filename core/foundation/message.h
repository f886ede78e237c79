#pragma once

#include "core/foundation/units.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

namespace awb
{

// One argument of a Message: a piece of text, or a number with its unit that is formatted when shown.
struct MessageArg
{
    MessageArg(QString t) : text(std::move(t)) {}
    MessageArg(double v, QString u) : number(v), unit(std::move(u)), isNumber(true) {}
    MessageArg(qint64 v) : number(static_cast<double>(v)), unit(QStringLiteral("count")), isNumber(true) {}
    MessageArg(int v) : MessageArg(static_cast<qint64>(v)) {}

    bool operator==(const MessageArg&) const = default;

    QString text;
    double number = 0;
    QString unit;
    bool isNumber = false;
};

// A sentence kept as its English template plus arguments; the sentence is made when shown, so that a report
// can be in another language than the window. The template is the translation source in context "awb": mark
// it with QT_TRANSLATE_NOOP("awb", "…") and use %1, %2 … for the arguments. "{2:key has|keys have}" is the
// first form where argument 2 is exactly 1, else the second.
class Message
{
public:
    Message() = default;
    Message(const char* source, QVector<MessageArg> arguments = {})
        : id(QString::fromUtf8(source)),
          args(std::move(arguments))
    {
    }

    bool isEmpty() const { return id.isEmpty(); }
    bool operator==(const Message&) const = default;

    // The whole sentence in the application's language.
    QString text(const QLocale& locale = QLocale::c()) const;
    QJsonObject toJson() const;
    static Message fromJson(const QJsonObject& object);
    // For text that comes from a server and is shown as it is: never translated, never a template.
    static Message verbatim(QString text);

    QString id;
    QVector<MessageArg> args;
};

} // namespace awb
