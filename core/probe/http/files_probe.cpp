#include "core/probe/http/files_probe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 mostBytes = 64 * 1024; // of a file: enough to see that it is one

bool isUploadType(const QString& type)
{
    return type == QLatin1String("multipart/form-data") ||
           type == QLatin1String("application/octet-stream") || type.startsWith(QLatin1String("image/")) ||
           type.startsWith(QLatin1String("video/")) || type.startsWith(QLatin1String("audio/"));
}

bool isDownloadType(const QString& type)
{
    return type == QLatin1String("application/octet-stream") || type == QLatin1String("application/pdf") ||
           type == QLatin1String("application/zip") || type == QLatin1String("application/gzip") ||
           type.startsWith(QLatin1String("image/")) || type.startsWith(QLatin1String("video/")) ||
           type.startsWith(QLatin1String("audio/")) ||
           type.startsWith(QLatin1String("application/vnd.openxmlformats"));
}

QString bareType(const QString& type)
{
    return type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
}

bool isElsewhere(const QUrl& address, const QUrl& from)
{
    const QString scheme = address.scheme().toLower();
    return (scheme == QLatin1String("http") || scheme == QLatin1String("https")) &&
           !address.host().isEmpty() && address.host().compare(from.host(), Qt::CaseInsensitive) != 0;
}

QUrl addressIn(const QJsonObject& object, const QUrl& from, int depth)
{
    static const QRegularExpression names(
        QStringLiteral(
            "^(signed_?|presigned_?|pre_signed_?|download_?|upload_?|file_?)?(url|uri|href|location|"
            "link)$"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QUrl address =
            names.match(it.key()).hasMatch() ? QUrl(it.value().toString().left(4096)) : QUrl();
        if (isElsewhere(address, from))
            return address;
        const QUrl below = depth > 0 ? addressIn(it.value().toObject(), from, depth - 1) : QUrl();
        if (!below.isEmpty())
            return below;
    }
    return {};
}

QJsonObject rowOf(const Endpoint& endpoint, FileUse use)
{
    return {{QStringLiteral("endpoint"), endpoint.title()},
            {QStringLiteral("use"),
             use == FileUse::Upload ? QStringLiteral("upload") : QStringLiteral("download")}};
}

// What a download answered with.
void tell(QJsonObject& row, const HttpResponse& answer)
{
    const QUrl address = addressElsewhere(answer);
    const QString type = QString::fromLatin1(answer.mediaType().left(100));
    const bool page = type == QLatin1String("text/html");
    QString state = QStringLiteral("unknown");
    if (!address.isEmpty())
        state = QStringLiteral("elsewhere");
    else if (answer.ok() && !answer.isJson() && !page && !answer.body.isEmpty())
        state = QStringLiteral("bytes");
    row.insert(QStringLiteral("status"), answer.status);
    row.insert(QStringLiteral("type"), type);
    row.insert(QStringLiteral("host"), address.host()); // its query is a signature
    row.insert(QStringLiteral("state"), state);
}

double countOf(const QJsonArray& rows, const char* state)
{
    return static_cast<double>(std::count_if(rows.begin(), rows.end(), [&](const QJsonValue& row) {
        return row.toObject().value(QStringLiteral("state")).toString() == QLatin1String(state);
    }));
}

Result<QJsonArray> askAll(const EndpointInventory& inventory, HttpClient& client, ProbeContext& context,
                          const FilesOptions& options)
{
    QJsonArray rows;
    for (const Endpoint& endpoint : inventory.endpoints) {
        const FileUse use = fileUseOf(endpoint);
        if (use == FileUse::None || rows.size() >= options.endpoints || client.isRefusedByLimit())
            continue;
        QJsonObject row = rowOf(endpoint, use);
        row.insert(QStringLiteral("state"),
                   use == FileUse::Upload ? QStringLiteral("declared") : QStringLiteral("unknown"));
        if (use == FileUse::Download && endpoint.problem.isEmpty()) {
            HttpRequest request;
            request.url = client.at(endpoint.filled);
            request.countedAs = endpoint.title();
            request.maxBodyBytes = mostBytes;
            const auto answer = client.send(request);
            if (!answer && endsProbe(answer.error()))
                return answer.error();
            if (answer)
                tell(row, *answer);
        }
        rows.append(row);
        context.progress(static_cast<double>(rows.size()) / static_cast<double>(options.endpoints));
    }
    return rows;
}

} // namespace

FileUse fileUseOf(const Endpoint& endpoint)
{
    static const QRegularExpression words(
        QStringLiteral("(^|[/_-])(download|downloads|attachment|attachments|file|files|export)([/_-]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (endpoint.isWrite())
        return isUploadType(bareType(endpoint.bodyType)) ? FileUse::Upload : FileUse::None;
    const bool declared = std::any_of(endpoint.answers.cbegin(), endpoint.answers.cend(),
                                      [](const QString& type) { return isDownloadType(bareType(type)); });
    const bool named = !endpoint.isList && words.match(endpoint.path).hasMatch();
    return endpoint.method == QLatin1String("GET") && (declared || named) ? FileUse::Download : FileUse::None;
}

QUrl addressElsewhere(const HttpResponse& response)
{
    const QByteArray location = response.header("Location");
    if (response.status >= 300 && response.status < 400 && !location.isEmpty()) {
        const QUrl target = response.url.resolved(QUrl::fromEncoded(location.left(4096)));
        return isElsewhere(target, response.url) ? target : QUrl();
    }
    return response.ok() ? addressIn(QJsonDocument::fromJson(response.body).object(), response.url, 2)
                         : QUrl();
}

Status FilesProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context, Facts& facts)
{
    facts.details.insert(QStringLiteral("hint"), true);
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    const auto rows = askAll(*inventory, client, context, options_);
    if (!rows)
        return rows.error();
    setRows(facts, "files", QT_TRANSLATE_NOOP("awb", "Endpoints that take or give files"),
            {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
             column("use", QT_TRANSLATE_NOOP("awb", "Use")),
             column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count"),
             column("type", QT_TRANSLATE_NOOP("awb", "Media type"), "", 2, true),
             column("host", QT_TRANSLATE_NOOP("awb", "Other host"), "", 2, true),
             column("state", QT_TRANSLATE_NOOP("awb", "State"))},
            *rows);
    facts.measured << measurement("files", static_cast<double>(rows->size()), "count")
                   << measurement("elsewhere", countOf(*rows, "elsewhere"), "count")
                   << measurement("bytes", countOf(*rows, "bytes"), "count");
    concludeFacts(facts, client, inventory->described, inventory->reason,
                  QStringLiteral("http: {openapi: …}"));
    return Done{};
}

ProbeDescriptor filesProbe(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("http.files");
    probe.title = QT_TRANSLATE_NOOP("awb", "Files");
    probe.about = QT_TRANSLATE_NOOP("awb", "Looks whether files come from the service itself or from an "
                                           "address on another host.");
    probe.source = ProbeSource::Http;
    probe.checks = {QStringLiteral("8.6")};
    probe.budget = std::chrono::minutes(3);
    probe.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{
            {QStringLiteral("GET (API description)"), 5, {}},
            {QStringLiteral("GET (list endpoints, for an id)"), 10, {}},
            {QStringLiteral("GET (endpoints that give files, at most 64 KiB of each)"), 10, {}}};
    };
    probe.create = [pace] { return std::make_unique<FilesProbe>(pace); };
    return probe;
}

} // namespace awb
