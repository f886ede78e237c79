#include "tests/sample_backend/flaws.h"

namespace awb::sample
{

namespace
{

Flaw flaw(const char* id, const char* check, const char* what)
{
    Flaw one;
    one.id = QString::fromLatin1(id);
    one.check = QString::fromLatin1(check);
    one.suggestions = QStringList{QStringLiteral("fail")};
    one.what = QString::fromLatin1(what);
    return one;
}

QList<Flaw> build()
{
    QList<Flaw> list{
        flaw("no_body_limit", "1.6", "POST /orders reads a body of any size to its end"),
        flaw("slow_query", "2.1",
             "GET /reports/bestsellers computes a forecast of about 150 ms on every call"),
        flaw("fk_missing", "2.2", "order_items.product_id references products without an index"),
        flaw("fk_partial", "2.2", "orders.coupon_id has only an index WHERE status = 'open'"),
        flaw("fk_invalid", "2.2",
             "the index on order_events.actor_id is invalid: CREATE INDEX CONCURRENTLY failed"),
        flaw("fk_composite_prefix", "2.2", "shipments(order_id, item_no) has an index on order_id alone"),
        flaw("seq_scan", "2.3", "GET /orders/track filters 60,000 orders by tracking_code without an index"),
        flaw("n_plus_one", "2.4", "GET /orders/recent asks for the items of each of its orders by itself"),
        flaw("no_statement_timeout", "2.5", "the role shop has no statement_timeout"),
        flaw("slow_log_off", "2.6", "log_min_duration_statement is -1"),
        flaw("bloat", "2.8", "two thirds of carts were deleted and its indexes never rebuilt"),
        flaw("low_hit_rate", "3.1", "half of the traffic asks for users that do not exist"),
        flaw("keys_without_ttl", "3.2", "session:{id} is written without an expiry"),
        flaw("noeviction", "3.3", "maxmemory-policy is noeviction"),
        flaw("no_maxmemory", "3.4", "maxmemory is 0: unlimited"),
        flaw("colliding_prefixes", "3.5", "cart:{id} is a hash for carts and a list for wish lists"),
        flaw("eviction_storm", "3.8",
             "maxmemory 16mb with allkeys-lru, and rendered pages are written all the time"),
        flaw("pool_churn", "4.1", "every request opens a database connection of its own"),
        flaw("acquire_timeout_off", "4.3", "PgBouncer's query_wait_timeout is 0: clients wait for ever"),
        flaw("old_connections", "4.4",
             "PgBouncer keeps server connections for an hour, the service keeps three for ever"),
        flaw("idle_connections", "4.5",
             "PgBouncer never closes idle connections, the service holds ten it does not use"),
        flaw("no_pool_metrics", "4.7", "GET /metrics says nothing of the connection pool"),
        flaw("metrics_by_raw_path", "5.2", "the metrics' path label holds ids: a series for every user"),
        flaw("text_logs", "5.3", "the service logs plain text, and stack traces over several lines"),
        flaw("no_request_id", "5.4", "no answer carries a request id"),
        flaw("no_query_metrics", "5.7", "GET /metrics counts no database queries"),
        flaw("no_cache_metrics", "5.8", "GET /metrics counts neither hits nor misses of the cache"),
        flaw("open_endpoint", "6.1", "GET /admin/customers shows every customer to anybody"),
        flaw("foreign_orders", "6.2", "GET /account/orders/{id} shows any order to anybody who is logged in"),
        flaw("login_unlimited", "6.4", "POST /login answers any number of wrong passwords"),
        flaw("cors_reflect", "6.8", "every Origin is echoed as allowed, with credentials"),
        flaw("no_security_headers", "6.9", "no answer carries nosniff or a framing rule"),
        flaw("headers_not_on_errors", "6.9", "answers from 400 on lack the security headers"),
        flaw("abrupt_stop", "7.4", "SIGTERM ends the process at once, whatever is under way"),
        flaw("no_readiness", "7.5", "there is no readiness endpoint, only /healthz"),
        flaw("spa_fallback", "7.5", "unknown paths answer 200 with a web page, the health paths too"),
        flaw("sessions_in_process", "8.2", "a session is known only to the process that began it"),
        flaw("files_by_service", "8.6", "GET /products/{id}/photo sends the photo itself"),
        flaw("no_pagination", "8.7", "GET /products returns all 500 products, whatever the limit"),
        flaw("unbounded_limit", "8.8", "GET /orders/recent?limit=1000000 returns 60,000 orders"),
    };
    for (Flaw& one : list) {
        if (one.id == QLatin1String("metrics_by_raw_path") ||
            one.id == QLatin1String("headers_not_on_errors") || one.id == QLatin1String("no_readiness"))
            one.suggestions = QStringList{QStringLiteral("warn")};
        if (one.id == QLatin1String("headers_not_on_errors") || one.id == QLatin1String("spa_fallback")) {
            one.excludes << (one.check == QLatin1String("6.9") ? QStringLiteral("no_security_headers")
                                                               : QStringLiteral("no_readiness"));
            one.inDefault = false;
        }
        if (one.check == QLatin1String("6.2") || one.check == QLatin1String("8.2") ||
            one.check == QLatin1String("8.6")) {
            one.suggestions = QStringList{QStringLiteral("warn")}; // a hint, for a person to judge
            one.inDefault = false; // only seen with a second account, a second instance, or more endpoints
        }
        if (one.id == QLatin1String("abrupt_stop") || one.id == QLatin1String("login_unlimited"))
            one.inDefault = false; // only seen by who restarts it, or who may write
        if (one.id == QLatin1String("seq_scan"))
            one.suggestions << QStringLiteral("warn"); // predicted by the plan, not yet counted
        if (one.id == QLatin1String("fk_composite_prefix"))
            one.suggestions << QStringLiteral("warn"); // on its own: the index helps but does not fully serve
        if (one.id == QLatin1String("pool_churn"))
            one.suggestions << QStringLiteral(
                "warn"); // a login is itself a transaction: 1 session in 2 at the most
        if (one.id == QLatin1String("eviction_storm")) {
            one.excludes << QStringLiteral("noeviction") << QStringLiteral("no_maxmemory");
            one.inDefault = false;
        }
        one.needsBouncer = one.check == QLatin1String("4.3") || one.check == QLatin1String("4.4") ||
                           one.check == QLatin1String("4.5");
    }
    return list;
}

const Flaw* find(const QString& id)
{
    for (const Flaw& one : allFlaws()) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

} // namespace

const QList<Flaw>& allFlaws()
{
    static const QList<Flaw> list = build();
    return list;
}

QStringList FlawSet::ids() const
{
    QStringList ordered;
    for (const Flaw& one : allFlaws()) {
        if (ids_.contains(one.id))
            ordered << one.id;
    }
    return ordered;
}

std::optional<FlawSet> FlawSet::parse(const QString& text, QString& error)
{
    FlawSet set;
    const QString allBut = QStringLiteral("all-but:");
    const bool subtract = text.startsWith(allBut);
    if (text == QLatin1String("default") || subtract) {
        for (const Flaw& one : allFlaws()) {
            if (subtract || one.inDefault)
                set.insert(one.id);
        }
    }
    if (text == QLatin1String("default") || text == QLatin1String("none"))
        return set;
    for (const QString& id :
         (subtract ? text.mid(allBut.size()) : text).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!find(id)) {
            error = QStringLiteral("there is no flaw \"%1\"; --list-flaws names them").arg(id);
            return std::nullopt;
        }
        if (subtract)
            set.ids_.remove(id);
        else
            set.insert(id);
    }
    for (const Flaw& one : allFlaws()) {
        for (const QString& other : one.excludes) {
            if (set.contains(one.id) && set.contains(other)) {
                error = QStringLiteral("the flaws \"%1\" and \"%2\" exclude each other").arg(one.id, other);
                return std::nullopt;
            }
        }
    }
    return set;
}

} // namespace awb::sample
