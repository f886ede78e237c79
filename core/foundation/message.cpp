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

// "{2:table|tables}" at `at`: the form for argument 2, and where the text goes on. Anything else is plain
// text.
struct Choice
{
    QStringView form;
    qsizetype next = -1;
};

Choice choiceAt(QStringView source, qsizetype at, const QVector<MessageArg>& args)
{
    if (at + 3 >= source.size() || !source.at(at + 1).isDigit() || source.at(at + 2) != QLatin1Char(':'))
        return {};
    const qsizetype bar = source.indexOf(QLatin1Char('|'), at);
    const qsizetype end = source.indexOf(QLatin1Char('}'), at);
    const int index = source.at(at + 1).digitValue() - 1;
    if (bar < 0 || end < bar || index < 0 || index >= args.size())
        return {};
    const bool one = args.at(index).isNumber && args.at(index).number == 1;
    return {one ? source.mid(at + 3, bar - at - 3) : source.mid(bar + 1, end - bar - 1), end + 1};
}

// Walks the template once: QString::arg would expand a %1 inside an argument that a hostile target sent.
void expand(QStringView source, const QVector<MessageArg>& args, const QLocale& locale, QString& out)
{
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        if (c == QLatin1Char('{')) {
            const Choice choice = choiceAt(source, i, args);
            if (choice.next > 0) {
                expand(choice.form, args, locale, out); // a form holds no choice of its own
                i = choice.next - 1;
                continue;
            }
        }
        if (c != QLatin1Char('%') || i + 1 >= source.size() || !source.at(i + 1).isDigit()) {
            out += c;
            continue;
        }
        const int index = source.at(++i).digitValue() - 1;
        if (index >= 0 && index < args.size())
            out += shown(args.at(index), locale);
    }
}

} // namespace

QString Message::text(const QLocale& locale) const
{
    const QString source = QCoreApplication::translate("awb", id.toUtf8().constData());
    QString out;
    out.reserve(source.size() + 32);
    expand(source, args, locale, out);
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
