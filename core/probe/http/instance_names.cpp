#include "core/probe/http/instances_probe.h"

#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype longestName = 100;
constexpr qsizetype mostNames = 50;
constexpr qsizetype mostLines = 20'000;

constexpr const char* nameHeaders[] = {"X-Served-By",   "X-Instance",  "X-Instance-Id", "X-Backend-Server",
                                       "X-Backend",     "X-Upstream",  "X-Pod",         "X-Pod-Name",
                                       "X-Hostname",    "X-Node",      "X-Server-Id",   "X-Container-Id",
                                       "X-Server-Name", "X-Machine-Id"};

bool isEdge(const QString& value)
{
    return value.startsWith(QLatin1String("cache-"), Qt::CaseInsensitive);
}

} // namespace

QMap<QString, QString> instanceNames(const HttpResponse& response)
{
    // host;desc="web-1", db;dur=3
    static const QRegularExpression entry(
        QStringLiteral(
            "(?:^|,)\\s*(host|hostname|instance|pod|node|server|backend|machine)\\s*;[^,]*?desc=\"?"
            "([^\",;]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QMap<QString, QString> names;
    for (const char* header : nameHeaders) {
        const QString value = QString::fromUtf8(response.header(header)).trimmed().left(longestName);
        if (!value.isEmpty() && !isEdge(value))
            names.insert(QLatin1String(header), value);
    }
    const QString timing = QString::fromUtf8(response.header("Server-Timing").left(4096));
    for (auto it = entry.globalMatch(timing); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        names.insert(QStringLiteral("Server-Timing ") + match.captured(1).toLower(),
                     match.captured(2).trimmed().left(longestName));
    }
    return names;
}

QMap<QString, QStringList> instanceNamesInMetrics(const QByteArray& text)
{
    static const QRegularExpression label(
        QStringLiteral("[{,]\\s*(instance|instance_id|pod|pod_name|hostname)=\"([^\"\\\\]+)\""));
    const QByteArray started = "process_start_time_seconds";
    QMap<QString, QStringList> names;
    const auto add = [&](const QString& source, const QString& value) {
        QStringList& known = names[source];
        if (!known.contains(value) && known.size() < mostNames)
            known.append(value.left(longestName));
    };
    qsizetype lines = 0;
    for (qsizetype at = 0; at < text.size() && lines < mostLines; ++lines) {
        const qsizetype end = text.indexOf('\n', at) < 0 ? text.size() : text.indexOf('\n', at);
        const QByteArray line = text.mid(at, std::min<qsizetype>(end - at, 4096));
        at = end + 1;
        if (line.startsWith(started)) {
            const qsizetype brace = line.lastIndexOf('}');
            const QByteArray rest = brace < 0 ? line.mid(started.size()) : line.mid(brace + 1);
            add(QString::fromLatin1(started), QString::fromUtf8(rest.trimmed().split(' ').value(0)));
        }
        // a label of another family may name a server that the service talks to
        if (!line.startsWith("process_") && !line.startsWith("http_") && !line.startsWith("target_info"))
            continue;
        for (auto it = label.globalMatch(QString::fromUtf8(line)); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            add(QStringLiteral("metrics ") + match.captured(1), match.captured(2));
        }
    }
    return names;
}

} // namespace awb
