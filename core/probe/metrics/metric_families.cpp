#include "core/probe/metrics/metric_families.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace awb
{

const std::vector<MetricName>& metricNames()
{
    using enum MetricNeed;
    static const std::vector<MetricName> names{
        {Requests, "http_requests_total", nullptr, nullptr, true},
        {Requests, "http_server_request_duration_seconds_count"},
        {Requests, "http_server_requests_seconds_count"},
        {Requests, "http_request_duration_(seconds|milliseconds|ms)_count"},
        {Requests, "http_server_duration_(milliseconds|seconds)_count"},
        {Requests, "http_requests_received_total"},
        {Requests, "http_requests"},
        {Requests, "django_http_responses_total_by_status\\w*"},
        {Requests, "istio_requests_total"},
        {Requests, "nginx_ingress_controller_requests"},
        {Requests, "traefik_service_requests_total"},
        {Requests, "envoy_http_downstream_rq_xx"},
        {Duration, "http_request_duration_seconds_bucket", nullptr, nullptr, true},
        {Duration, "http_server_request_duration_seconds_bucket"},
        {Duration, "http_server_requests_seconds_bucket"},
        {Duration, "http_request_duration_(milliseconds|ms)_bucket"},
        {Duration, "http_server_duration_(milliseconds|seconds)_bucket"},
        {Duration, "django_http_requests_latency_seconds_by_view_method_bucket"},
        {Duration, "istio_request_duration_milliseconds_bucket"},
        {Duration, "nginx_ingress_controller_request_duration_seconds_bucket"},
        {Duration, "traefik_service_request_duration_seconds_bucket"},
        {Duration, "http_(server_)?requests?(_duration)?_(seconds|milliseconds|ms)", "quantile", ".*"},
        {PoolActive, "db_pool_connections(_total)?", "state", "active|used|busy|in_use", true},
        {PoolActive, "db_client_connections?_(count|usage)", "(db_client_connections?_)?state", "used"},
        {PoolActive, "hikaricp_connections_active|jdbc_connections_active"},
        {PoolActive, "(db|knex|tarn)_pool_used"}, // of Knex, by its pool's own words
        {PoolActive, "go_sql_(stats_connections_)?in_use(_connections)?"},
        {PoolActive, "prisma_pool_connections_busy|pgbouncer_pools_server_active_connections"},
        {PoolIdle, "db_pool_connections(_total)?", "state", "idle|free", true},
        {PoolIdle, "db_client_connections?_(count|usage)", "(db_client_connections?_)?state", "idle"},
        {PoolIdle, "hikaricp_connections_idle|jdbc_connections_idle"},
        {PoolIdle, "(db|knex|tarn)_pool_free"},
        {PoolIdle, "go_sql_(stats_connections_)?idle(_connections)?"},
        {PoolIdle, "prisma_pool_connections_idle|pgbouncer_pools_server_idle_connections"},
        {PoolWaiting, "db_pool_connections(_total)?", "state", "waiting|pending", true},
        {PoolWaiting, "db_pool_wait_duration_seconds_(bucket|count)", nullptr, nullptr, true},
        {PoolWaiting, "db_client_connections?_(pending_requests|wait_time_\\w+)"},
        {PoolWaiting, "hikaricp_connections_(pending|acquire_seconds_\\w+)"},
        {PoolWaiting, "(db|knex|tarn)_pool_pending_acquires"},
        {PoolWaiting, "go_sql_(stats_connections_waited_for(_total)?|wait_count_total)"},
        {PoolWaiting, "prisma_client_queries_wait|pgbouncer_pools_client_waiting_connections"},
        {Queries, "db_queries_total", nullptr, nullptr, true},
        {Queries, "db_query_duration_seconds_count", nullptr, nullptr, true},
        {Queries, "db_client_operation_duration_seconds_count"},
        {Queries, "spring_data_repository_invocations_seconds_count|hibernate_query_executions_total"},
        {Queries,
         "prisma_client_queries_total|django_db_execute_total|sqlalchemy_\\w*quer\\w*(_total|_count)"},
        {Queries, "pg_stat_statements_calls(_total)?", nullptr, nullptr, false, true},
        {QueryDuration, "db_query_duration_seconds_bucket", nullptr, nullptr, true},
        {QueryDuration, "db_client_operation_duration_seconds_bucket"},
        {QueryDuration,
         "spring_data_repository_invocations_seconds_bucket|django_db_query_duration_seconds_bucket"},
        {CacheHits, "cache_hits_total", nullptr, nullptr, true},
        {CacheHits, "cache_gets_total", "result", "hit"},
        {CacheHits, "redis_keyspace_hits(_total)?|varnish_main_cache_hit", nullptr, nullptr, false, true},
        {CacheHits, "memcached_commands_total", "status", "hit", false, true},
        {CacheMisses, "cache_misses_total", nullptr, nullptr, true},
        {CacheMisses, "cache_gets_total", "result", "miss"},
        {CacheMisses, "redis_keyspace_misses(_total)?|varnish_main_cache_miss", nullptr, nullptr, false,
         true},
        {CacheMisses, "memcached_commands_total", "status", "miss", false, true},
        {CacheEvictions, "cache_evictions_total", nullptr, nullptr, true},
        {CacheEvictions, "redis_evicted_keys(_total)?", nullptr, nullptr, false, true}};
    return names;
}

const char* metricNeedTitle(MetricNeed need)
{
    switch (need) {
    case MetricNeed::Requests:
        return QT_TRANSLATE_NOOP("awb", "Requests");
    case MetricNeed::Duration:
        return QT_TRANSLATE_NOOP("awb", "Durations of requests");
    case MetricNeed::PoolActive:
        return QT_TRANSLATE_NOOP("awb", "Pool connections in use");
    case MetricNeed::PoolIdle:
        return QT_TRANSLATE_NOOP("awb", "Pool connections idle");
    case MetricNeed::PoolWaiting:
        return QT_TRANSLATE_NOOP("awb", "Waiting for a pool connection");
    case MetricNeed::Queries:
        return QT_TRANSLATE_NOOP("awb", "Database queries");
    case MetricNeed::QueryDuration:
        return QT_TRANSLATE_NOOP("awb", "Durations of queries");
    case MetricNeed::CacheHits:
        return QT_TRANSLATE_NOOP("awb", "Cache hits");
    case MetricNeed::CacheMisses:
        return QT_TRANSLATE_NOOP("awb", "Cache misses");
    case MetricNeed::CacheEvictions:
        break;
    }
    return QT_TRANSLATE_NOOP("awb", "Cache evictions");
}

bool isEndpointLabel(const QByteArray& name)
{
    static const QList<QByteArray> names{"path",   "route",    "http_route", "handler",
                                         "uri",    "endpoint", "operation",  "controller",
                                         "action", "view",     "url_path"};
    return names.contains(name.toLower());
}

bool isErrorLabel(const QByteArray& name)
{
    static const QList<QByteArray> names{"status",
                                         "status_code",
                                         "code",
                                         "http_status",
                                         "http_status_code",
                                         "http_response_status_code",
                                         "error_type",
                                         "outcome",
                                         "response_code",
                                         "envoy_response_code_class"};
    return names.contains(name.toLower());
}

namespace
{

QRegularExpression whole(const char* pattern)
{
    return QRegularExpression(QStringLiteral("^(\\w+_)?(%1)$").arg(QLatin1String(pattern)));
}

bool hasLabel(const MetricSample& sample, const MetricName& known)
{
    if (!known.label)
        return true;
    const QRegularExpression name(QStringLiteral("^(%1)$").arg(QLatin1String(known.label)));
    const QRegularExpression value(QStringLiteral("^(%1)$").arg(QLatin1String(known.value)));
    for (auto it = sample.labels.constBegin(); it != sample.labels.constEnd(); ++it) {
        if (name.match(QString::fromUtf8(it.key())).hasMatch() &&
            value.match(QString::fromUtf8(it.value())).hasMatch())
            return true;
    }
    return false;
}

} // namespace

MetricMatch findMetrics(const Exposition& exposition, MetricNeed need)
{
    MetricMatch match;
    QHash<QByteArray, bool> asked; // a name is compared once for each pattern, not for each sample
    for (const MetricName& known : metricNames()) {
        if (known.need != need || (match.isFound() && known.serverWide))
            continue;
        const QRegularExpression pattern = whole(known.pattern);
        asked.clear();
        for (const MetricSample& sample : exposition.samples) {
            auto it = asked.find(sample.name);
            if (it == asked.end())
                it = asked.insert(sample.name, pattern.match(QString::fromUtf8(sample.name)).hasMatch());
            if (!*it || !hasLabel(sample, known))
                continue;
            // One family only: the same request counted by two would count twice.
            if (match.isFound() && sample.name != match.family)
                continue;
            if (!match.isFound()) {
                match.family = sample.name;
                match.ofChecklist = known.ofChecklist;
                match.serverWide = known.serverWide;
            }
            match.samples.append(&sample);
        }
        if (match.isFound())
            break;
    }
    return match;
}

QStringList unknownPoolNames(const Exposition& exposition, const QList<QByteArray>& found)
{
    static const QRegularExpression poolLike(QStringLiteral("pool|(^|_)conn(ection)?s?(_|$)|datasource"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(
        QStringLiteral(
            "^(jvm|process|go_(gc|memstats|sched)|nodejs|python|prometheus|promhttp|net_conntrack|nginx|"
            "traefik|envoy|haproxy|tomcat)_|(memory|thread|buffer|executor|worker|object|string)s?_?pool|"
            "(^|_)(http|https|websocket|ws|tcp|grpc)_(server_)?(active_|open_)?conn"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression library(
        QStringLiteral("^(?:\\w+_)?(hikaricp_connections|jdbc_connections|go_sql|prisma_(?:pool|client)|"
                       "pgbouncer_pools|db_client_connections?|db_pool)(?=_|$)"));
    QStringList known, names;
    for (const QByteArray& family : found)
        known.append(library.match(QString::fromUtf8(family)).captured(1));
    known.removeAll(QString());
    const auto take = [&](const QByteArray& bytes) {
        const QString name = QString::fromUtf8(bytes.left(200));
        if (poolLike.match(name).hasMatch() && !other.match(name).hasMatch() && !found.contains(bytes) &&
            !known.contains(library.match(name).captured(1)) && !names.contains(name) && names.size() < 50)
            names.append(name);
    };
    QByteArray last;
    for (const MetricSample& sample : exposition.samples) {
        if (sample.name != last)
            take(sample.name);
        last = sample.name;
    }
    if (names.isEmpty()) { // a family that is declared has no series before its first use
        QList<QByteArray> declared = exposition.types.keys();
        std::sort(declared.begin(), declared.end());
        std::for_each(declared.cbegin(), declared.cend(), take);
    }
    return names;
}

QString routeKey(QString route)
{
    static const QRegularExpression placeholder(
        QStringLiteral("\\{[^{}/]*\\}|(?<=/):[^/]+|<[^<>/]*>|\\[[^\\[\\]/]*\\]"));
    route = route.section(QLatin1Char('?'), 0, 0).replace(placeholder, QStringLiteral("{}"));
    while (route.size() > 1 && route.endsWith(QLatin1Char('/')))
        route.chop(1);
    return route;
}

} // namespace awb
