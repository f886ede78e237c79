#include "core/foundation/message.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb
{

namespace
{
constexpr auto verbatimId = "%1";

// Units that are words stand in the sentence itself, where they can be translated and inflected.
bool isWord(const QString& unit)
{
    return unit == QLatin1String("keys") || unit == QLatin1String("calls") || unit == QLatin1String("rows") ||
           unit == QLatin1String("connections");
}

QString shown(const MessageArg& arg, const QLocale& locale)
{
    if (!arg.isNumber)
        return arg.text;
    return isWord(arg.unit) ? formatNumber(arg.number, arg.unit, locale)
                            : formatQuantity(arg.number, arg.unit, locale);
}
} // namespace

QString Message::text(const QLocale& locale) const
{
    const QString source = QCoreApplication::translate("awb", id.toUtf8().constData());
    QString out;
    out.reserve(source.size() + 32);
    // QString::arg would expand a %1 inside an argument that a hostile target sent, so the template is walked
    // once.
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        if (c != QLatin1Char('%') || i + 1 >= source.size() || !source.at(i + 1).isDigit()) {
            out += c;
            continue;
        }
        const int index = source.at(++i).digitValue() - 1;
        if (index < 0 || index >= args.size())
            continue;
        const MessageArg& arg = args.at(index);
        out += shown(arg, locale);
    }
    return out;
}

QJsonObject Message::toJson() const
{
    QJsonArray list;
    for (const MessageArg& arg : args) {
        if (arg.isNumber)
            list.append(
                QJsonObject{{QStringLiteral("value"), arg.number}, {QStringLiteral("unit"), arg.unit}});
        else
            list.append(arg.text);
    }
    return {{QStringLiteral("id"), id}, {QStringLiteral("args"), list}};
}

Message Message::fromJson(const QJsonObject& object)
{
    Message message;
    message.id = object.value(QStringLiteral("id")).toString();
    for (const QJsonValue& value : object.value(QStringLiteral("args")).toArray()) {
        if (value.isObject()) {
            const QJsonObject number = value.toObject();
            message.args.append(MessageArg(number.value(QStringLiteral("value")).toDouble(),
                                           number.value(QStringLiteral("unit")).toString()));
        } else {
            message.args.append(MessageArg(value.toString()));
        }
    }
    return message;
}

Message Message::verbatim(QString text)
{
    return text.isEmpty() ? Message() : Message(verbatimId, {MessageArg(std::move(text))});
}

} // namespace awb
