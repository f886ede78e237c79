#include "core/probe/http/http_probe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace awb
{

Result<Facts> HttpProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    Facts facts;
    facts.probe = id_;
    if (!target.profile.http || target.profile.http->baseUrl.isEmpty()) {
        facts.reason = QT_TRANSLATE_NOOP("awb", "The profile names no base URL of the service.");
        facts.unlock = QStringLiteral("http: {base_url: https://shop.example/api}");
        return facts;
    }
    HttpClient client(httpSettings(target), context, pace_);
    facts.source = originOf(target.profile.http->baseUrl);
    if (const Status done = measure(target, client, context, facts); !done)
        return done.error();
    listLeftOut(facts, *target.profile.http);
    return facts;
}

void listLeftOut(Facts& facts, const HttpTarget& target)
{
    QJsonArray rows;
    for (const EndpointTarget& endpoint : target.endpoints) {
        const bool reads =
            endpoint.method == QLatin1String("GET") || endpoint.method == QLatin1String("HEAD");
        if (!endpoint.skip && !(reads && endpoint.isWrite.value_or(false)))
            continue;
        const QString path = endpoint.path.section(QLatin1Char('?'), 0, 0);
        QJsonObject row{{QStringLiteral("endpoint"), endpoint.method + QLatin1Char(' ') + path},
                        {QStringLiteral("why"),
                         endpoint.skip ? QStringLiteral("skip") : QStringLiteral("counts_as_write")}};
        if (endpoint.isWrite)
            row.insert(QStringLiteral("counts_as"),
                       *endpoint.isWrite ? QStringLiteral("write") : QStringLiteral("read"));
        rows.append(row);
    }
    if (!rows.isEmpty())
        setRows(facts, "left_out",
                QT_TRANSLATE_NOOP("awb", "Left out, or counted as a write, by the profile"),
                {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true)}, rows);
}

bool endsProbe(const Error& error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::Unreachable;
}

QVector<Endpoint> sampledReads(const EndpointInventory& inventory, qsizetype most)
{
    QVector<Endpoint> reads = inventory.reads();
    std::stable_sort(reads.begin(), reads.end(),
                     [](const Endpoint& a, const Endpoint& b) { return a.isGuessed < b.isGuessed; });
    return reads.mid(0, most);
}

QString randomPath(const QString& folder)
{
    return folder + QStringLiteral("auditbench-") +
           QString::number(QRandomGenerator::global()->generate64(), 36);
}

bool answersAlike(const HttpResponse& answer, const HttpResponse& control)
{
    constexpr qsizetype repeatedPath = 64;
    if (answer.status != control.status || answer.mediaType() != control.mediaType())
        return false;
    if (answer.body == control.body)
        return true;
    // A word that is sent as text/html, as some frameworks do, is no page.
    const auto isPage = [](const HttpResponse& response) { return response.body.contains('<'); };
    if (answer.mediaType() == "text/html")
        return isPage(answer) == isPage(control);
    const QJsonObject first = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject second = QJsonDocument::fromJson(control.body).object();
    if (!first.isEmpty() && !second.isEmpty() && first.keys() != second.keys())
        return false;
    return std::abs(answer.body.size() - control.body.size()) <= repeatedPath;
}

void concludeFacts(Facts& facts, const HttpClient& client, bool complete, Message otherwise, QString unlock)
{
    facts.complete = complete && !client.isRefusedByLimit();
    if (facts.complete)
        return;
    facts.reason = client.isRefusedByLimit()
                       ? Message(QT_TRANSLATE_NOOP(
                             "awb", "The service limited the audit's requests (429 or 503), so not "
                                    "everything was asked."))
                       : std::move(otherwise);
    facts.unlock = std::move(unlock);
}

void setRows(Facts& facts, const char* id, Message title, const QVector<Column>& columns,
             const QJsonArray& rows, const QStringList& checks)
{
    constexpr qsizetype kept = 500;
    Table table;
    table.id = QLatin1String(id);
    table.title = std::move(title);
    table.columns = columns;
    table.total = rows.size();
    table.checks = checks;
    for (qsizetype i = 0; i < std::min(kept, rows.size()); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        QVector<QJsonValue> cells;
        for (const Column& column : columns)
            cells.append(row.contains(column.id) ? row.value(column.id) : QJsonValue());
        table.rows.append(cells);
    }
    facts.tables.append(table);
    facts.details.insert(QLatin1String(id), rows);
}

} // namespace awb
