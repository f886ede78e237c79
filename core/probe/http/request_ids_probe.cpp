#include "core/probe/http/http_probes.h"

#include "core/foundation/ids.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

namespace
{

// CF-Ray and the like are the edge's, not the service's.
constexpr const char* idHeaders[] = {"X-Request-ID", "X-Correlation-ID", "Request-Id", "X-Amzn-RequestId",
                                     "X-Trace-Id"};

struct Named
{
    QByteArray header;
    QByteArray value;
};

std::optional<Named> idOf(const HttpResponse& response)
{
    for (const char* name : idHeaders) {
        if (const QByteArray value = response.header(name); !value.isEmpty())
            return Named{name, value};
    }
    return std::nullopt;
}

struct Sample
{
    QString path;
    Credential credential = Credential::First;
    QString countedAs;
};

QVector<Column> columns()
{
    return {column("url", QT_TRANSLATE_NOOP("awb", "Answer"), "", 1, true),
            column("status", QT_TRANSLATE_NOOP("awb", "Status"), "count"),
            column("header", QT_TRANSLATE_NOOP("awb", "Header"), "", 2, true),
            column("echoed", QT_TRANSLATE_NOOP("awb", "Own id comes back")),
            column("generated", QT_TRANSLATE_NOOP("awb", "An id is made")),
            column("hostile", QT_TRANSLATE_NOOP("awb", "A hostile id"))};
}

class IdTrial
{
public:
    IdTrial(HttpClient& client, const Sample& sample) : client_(client), sample_(sample) {}

    // The row; nothing when the path gave no answer.
    Result<std::optional<QJsonObject>> run()
    {
        const QByteArray own = newId().toLatin1();
        const auto echo = ask(own);
        if (!echo)
            return failed(echo.error());
        const auto first = ask({}), second = ask({});
        // No line break can be sent, but markup and a length that no id has.
        const QByteArray odd = "<script>alert(1)</script> \"%0a" + QByteArray(270, 'x');
        const auto hostile = ask(odd);
        for (const auto* answer : {&first, &second, &hostile}) {
            if (!*answer)
                return failed(answer->error());
        }
        const auto echoed = idOf(*echo), one = idOf(*first), two = idOf(*second), reflected = idOf(*hostile);
        const auto named = echoed ? echoed : one;
        QJsonObject row{{QStringLiteral("url"), requestLine("GET", client_.at(sample_.path))},
                        {QStringLiteral("status"), echo->status},
                        {QStringLiteral("echoed"), echoed && echoed->value == own},
                        {QStringLiteral("generated"), one && two && one->value != two->value},
                        {QStringLiteral("header"), named ? QString::fromLatin1(named->header) : QString()},
                        {QStringLiteral("hostile"), !reflected                ? QStringLiteral("none")
                                                    : reflected->value == odd ? QStringLiteral("raw")
                                                                              : QStringLiteral("changed")}};
        return std::optional(row);
    }

private:
    Result<HttpResponse> ask(const QByteArray& id)
    {
        HttpRequest request;
        request.url = client_.at(sample_.path);
        request.credential = sample_.credential;
        request.countedAs = sample_.countedAs;
        if (!id.isEmpty())
            request.headers.append(HttpHeader{"X-Request-ID", id});
        return client_.send(request);
    }
    static Result<std::optional<QJsonObject>> failed(const Error& error)
    {
        return endsProbe(error) ? Result<std::optional<QJsonObject>>(error)
                                : Result<std::optional<QJsonObject>>(std::nullopt);
    }

    HttpClient& client_;
    const Sample& sample_;
};

} // namespace

Status RequestIdsProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                                Facts& facts)
{
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    QVector<Sample> samples;
    for (const Endpoint& endpoint : sampledReads(*inventory, 3))
        samples.append({endpoint.filled, Credential::First, endpoint.title()});
    const auto secured =
        std::find_if(inventory->endpoints.cbegin(), inventory->endpoints.cend(),
                     [](const Endpoint& e) { return e.declaredSecured && e.method == QLatin1String("GET"); });
    if (secured != inventory->endpoints.cend())
        samples.append(
            {secured->filled, Credential::None, secured->title() + QStringLiteral(" (no credential)")});
    samples.append({randomPath(), Credential::First, QStringLiteral("GET /auditbench-{random}")});
    QJsonArray rows;
    double covered = 0;
    for (const Sample& sample : samples) {
        const auto row = IdTrial(client, sample).run();
        if (!row)
            return row.error();
        context.progress(static_cast<double>(rows.size()) / static_cast<double>(samples.size()));
        if (!*row)
            continue;
        covered += (*row)->value(QStringLiteral("echoed")).toBool() ||
                   (*row)->value(QStringLiteral("generated")).toBool();
        rows.append(**row);
    }
    setRows(facts, "answers", QT_TRANSLATE_NOOP("awb", "Request ids by answer"), columns(), rows);
    facts.measured << measurement("answers", static_cast<double>(rows.size()), "count");
    if (!rows.isEmpty())
        facts.measured << measurement("covered", 100 * covered / static_cast<double>(rows.size()), "percent");
    concludeFacts(facts, client, rows.size() == samples.size() && samples.size() > 1,
                  samples.size() > 1
                      ? Message(QT_TRANSLATE_NOOP("awb", "Some of the sampled paths gave no answer."))
                      : inventory->reason,
                  QStringLiteral("http: {openapi: …}"));
    return Done{};
}

} // namespace awb
