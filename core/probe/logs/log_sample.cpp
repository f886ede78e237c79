#include "core/probe/logs/log_sample.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace awb
{

namespace
{

constexpr qsizetype longestLine = 64 * 1024;

QJsonObject objectOf(const QByteArray& line)
{
    return line.startsWith('{') ? QJsonDocument::fromJson(line).object() : QJsonObject();
}

bool isDockers(const QJsonObject& object)
{
    return object.contains(QStringLiteral("log")) && object.contains(QStringLiteral("stream")) &&
           object.contains(QStringLiteral("time")) && object.value(QStringLiteral("log")).isString();
}

// The line without what was put before it; the same line if nothing was.
QByteArray unwrapped(const QByteArray& line)
{
    static const QRegularExpression prefix(QStringLiteral(
        "^(?:\\d{4}-\\d\\d-\\d\\dT\\S{1,40} (?:stdout|stderr) [FP] |[\\w.-]{1,80} {1,20}\\| )"));
    const auto match = prefix.match(QString::fromLatin1(line.left(200)));
    return match.hasMatch() ? line.mid(match.capturedLength()) : line;
}

bool isContinuation(const QByteArray& line)
{
    return line.startsWith(' ') || line.startsWith('\t') || line.startsWith("at ") ||
           line.startsWith("Caused by");
}

void take(LogSample& sample, const QByteArray& raw)
{
    ++sample.lines;
    bool good = false;
    QByteArray line = raw;
    if (raw.size() > longestLine) {
        ++sample.tooLong;
    } else {
        line = unwrapped(raw);
        sample.wrapped = sample.wrapped || line.size() != raw.size();
        QJsonObject object = objectOf(line);
        if (isDockers(object)) {
            sample.wrapped = true;
            line = object.value(QStringLiteral("log")).toString().toUtf8();
            object = objectOf(line.trimmed());
        }
        good = !object.isEmpty();
        if (!good)
            ++(isContinuation(line) ? sample.continued : sample.text);
    }
    if (good)
        ++sample.json;
    else if (sample.firstBad < 0)
        sample.firstBad = sample.lines;
}

} // namespace

LogSample readLogSample(const QByteArray& bytes, bool cutAtStart)
{
    LogSample sample;
    if (bytes.contains('\0')) {
        sample.isBinary = true;
        return sample;
    }
    qsizetype from = cutAtStart ? bytes.indexOf('\n') + 1 : 0;
    if (cutAtStart && from == 0)
        return sample; // one line that never ends
    for (qsizetype end = bytes.indexOf('\n', from); end >= 0; end = bytes.indexOf('\n', from)) {
        QByteArray line = bytes.mid(from, end - from);
        if (line.endsWith('\r'))
            line.chop(1);
        if (!line.trimmed().isEmpty())
            take(sample, line);
        from = end + 1;
    }
    return sample;
}

} // namespace awb
