#pragma once

#include "tests/sample_backend/pg_pool.h"
#include "tests/sample_backend/shop_cache.h"
#include "tests/sample_backend/shop_log.h"
#include "tests/sample_backend/shop_metrics.h"

#include <QByteArray>
#include <QMap>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace awb::sample
{

struct HttpQuestion
{
    QByteArray method;
    QByteArray path; // without the query
    QMap<QByteArray, QByteArray> query;
    QByteArray body;
    QMap<QByteArray, QByteArray> headers; // names in lower case
};

struct HttpAnswer
{
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
};

struct ServiceSettings
{
    QString database; // conninfo of the role shop
    QString bouncer;  // the same through PgBouncer, for the product list; empty: none
    CacheAccess cache;
    FlawSet flaws;
    QByteArray apiToken; // opens /admin/…; empty: nothing does
    QByteArray
        secondToken; // another account; with it, accounts, sessions and photos are served and described
    QString logFile; // empty: it logs nothing
    int poolSize = 4;
    int forecastRounds = 500; // how much work the slow report does; see calibrateForecast()
};

// How many rounds make GET /reports/bestsellers take about the wanted time on this server.
int calibrateForecast(const QString& database, std::chrono::milliseconds wanted);

// The shop: answers requests, from any number of threads.
class ShopService
{
public:
    explicit ShopService(ServiceSettings settings);
    ~ShopService();

    HttpAnswer handle(const HttpQuestion& question);

private:
    HttpAnswer answer(const HttpQuestion& question, QByteArray& pattern);
    HttpAnswer route(const HttpQuestion& question, QByteArray& pattern);
    HttpAnswer listProducts(const HttpQuestion& question);
    HttpAnswer product(const QByteArray& id);
    HttpAnswer user(const QByteArray& id);
    HttpAnswer ordersOf(const HttpQuestion& question);
    HttpAnswer recentOrders(const HttpQuestion& question);
    HttpAnswer customers(const HttpQuestion& question);
    HttpAnswer track(const HttpQuestion& question);
    HttpAnswer placeOrder(const HttpQuestion& question);
    HttpAnswer bestsellers();
    HttpAnswer exported();
    // Nobody has a password here; after ten failures within a minute it stops listening.
    HttpAnswer login(const HttpQuestion& question);
    // Only with a second account: its orders, sessions (a cookie) and photos. Nothing: it is none of these
    // paths.
    std::optional<HttpAnswer> accountRoute(const HttpQuestion& question, QByteArray& pattern);
    HttpAnswer beginSession(const HttpQuestion& question);
    HttpAnswer photo(const QByteArray& id);
    qint64 accountOf(const HttpQuestion& question); // 0: not logged in
    HttpAnswer ready();
    HttpAnswer metrics();
    // The rows as a JSON array, or 503.
    HttpAnswer rowsOf(PgPool& pool, const QString& sql, const QStringList& parameters,
                      const QStringList& names);
    HttpAnswer rowsOf(test::PgLink& link, const QString& sql, const QStringList& parameters,
                      const QStringList& names);
    // How many items each order of a list has: one query, or with the flaw one for each.
    void countItems(HttpAnswer& orders);
    void background(const std::stop_token& stop);
    void holdConnections();

    const ServiceSettings settings_;
    PgPool pool_;
    std::unique_ptr<PgPool> throughBouncer_;
    ShopCache cache_;
    ShopMetrics metrics_;
    ShopLog log_;
    std::vector<test::PgLink> held_; // of idle_connections and old_connections
    std::mutex loginMutex_;
    std::deque<std::chrono::steady_clock::time_point> failedLogins_;
    std::mutex sessionMutex_;
    QMap<QByteArray, qint64> sessions_; // of sessions_in_process
    std::jthread background_;
};

} // namespace awb::sample
