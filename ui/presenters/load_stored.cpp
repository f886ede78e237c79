// What is stored of a load run, in the form that a running one reports.
#include "ui/presenters/load_presenter.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

// Failures and answers other than 2xx of all runs, by cause.
void addErrors(LoadStatus& status, const QJsonObject& run)
{
    const QJsonObject failures = run.value(QStringLiteral("failures")).toObject();
    for (auto it = failures.begin(); it != failures.end(); ++it)
        status.errors[it.key()] += it.value().toInteger();
    const QJsonObject statuses = run.value(QStringLiteral("statuses")).toObject();
    for (auto it = statuses.begin(); it != statuses.end(); ++it) {
        if (!it.key().startsWith(QLatin1Char('2')))
            status.errors[QStringLiteral("status_") + it.key()] += it.value().toInteger();
    }
}

LoadStatus statusOf(const StoredEndpoint& stored, const QJsonObject& object)
{
    LoadStatus status;
    status.endpoint = stored.endpoint.name;
    status.isWrite = stored.endpoint.isWrite;
    status.warmingUp = false;
    status.askedRate = object.value(QStringLiteral("rate")).toDouble();
    double scheduled = 0;
    double sent = 0;
    double ok = 0;
    double unsent = 0;
    for (const latency::Run& run : stored.endpoint.runs) {
        scheduled += run.scheduled;
        sent += run.sentInTime;
        ok += run.ok;
        unsent += run.unsent;
        status.elapsedS += run.seconds;
        status.service.merge(run.service);
        status.schedulerLagP99Ms = std::max(status.schedulerLagP99Ms, run.lagMs);
    }
    const QJsonArray runs = object.value(QStringLiteral("runs")).toArray();
    for (const QJsonValue& run : runs) {
        addErrors(status, run.toObject());
        status.queueLagP99Ms = std::max(status.queueLagP99Ms,
                                        run.toObject().value(QStringLiteral("queue_lag_p99_ms")).toDouble());
    }
    status.plannedS = status.elapsedS;
    status.scheduled = std::llround(scheduled);
    status.sentInTime = std::llround(sent);
    status.ok = std::llround(ok);
    status.unsent = std::llround(unsent);
    status.achievedRate = status.elapsedS > 0 ? sent / status.elapsedS : 0;
    status.response = stored.series.histogram;
    status.p99 = stored.series.quantile(0.99, latency::assumedBurst);
    return status;
}

} // namespace

QVector<StoredEndpoint> storedEndpoints(const Facts& facts)
{
    QVector<StoredEndpoint> all;
    const QJsonArray objects = facts.details.value(QStringLiteral("endpoints")).toArray();
    const QVector<latency::Endpoint> endpoints = latency::endpointsOf(facts);
    for (qsizetype i = 0; i < endpoints.size() && i < objects.size(); ++i) {
        StoredEndpoint stored{endpoints.at(i), {}, {}};
        for (const latency::Run& run : stored.endpoint.runs) {
            if (run.hasSeries)
                stored.series.merge(run.series);
        }
        stored.status = statusOf(stored, objects.at(i).toObject());
        all.append(std::move(stored));
    }
    std::stable_sort(all.begin(), all.end(), [](const StoredEndpoint& a, const StoredEndpoint& b) {
        return a.status.p99.value > b.status.p99.value;
    });
    return all;
}

} // namespace awb
