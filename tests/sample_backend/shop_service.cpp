#include "tests/sample_backend/shop_service.h"

#include "tests/sample_backend/shop_manners.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace awb::sample
{

using test::PgAnswer;
using test::PgLink;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace
{

// A forecast that nobody cached: real work for the server, no big table.
const char* const forecastSql = R"(SELECT p.id, count(*) FILTER (WHERE md5(p.id || ':' || day) < '2') AS score
FROM products p CROSS JOIN generate_series(1, $1::int) AS day GROUP BY p.id ORDER BY score DESC LIMIT 20)";

PoolLimits limitsFor(const ServiceSettings& settings)
{
    PoolLimits limits;
    limits.size = settings.poolSize;
    limits.churn = settings.flaws.has("pool_churn");
    return limits;
}

HttpAnswer failure(int status, const char* sentence)
{
    return {status,
            "application/json",
            QJsonDocument(QJsonObject{{QStringLiteral("error"), QString::fromUtf8(sentence)}})
                .toJson(QJsonDocument::Compact),
            {}};
}

// A positive number from a path or query; 0 when it is none.
qint64 positive(const QByteArray& text)
{
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    return good && value > 0 ? value : 0;
}

// Queries of the request that the current thread answers.
thread_local int queriesNow = 0;

int jittered(int seconds, qint64 id)
{
    return seconds + static_cast<int>(id % 60);
}

} // namespace

int calibrateForecast(const QString& database, std::chrono::milliseconds wanted)
{
    constexpr int trial = 100;
    PgLink link;
    if (!link.open(database))
        return trial;
    auto fastest = 3600s + 0ns;
    for (int i = 0; i < 4; ++i) {
        const auto begin = Clock::now();
        (void)link.exec(QString::fromLatin1(forecastSql), {QString::number(trial)});
        fastest = std::min<std::chrono::nanoseconds>(fastest, Clock::now() - begin);
    }
    return static_cast<int>(
        std::clamp<double>(trial * std::chrono::duration<double>(wanted) / fastest, 20, 20'000));
}

ShopService::ShopService(ServiceSettings settings)
    : settings_(std::move(settings)),
      pool_(settings_.database, limitsFor(settings_)),
      cache_(settings_.cache),
      log_(settings_.logFile, settings_.flaws.has("text_logs"))
{
    if (!settings_.bouncer.isEmpty()) {
        PoolLimits limits;
        limits.size = 2;
        throughBouncer_ = std::make_unique<PgPool>(settings_.bouncer, limits);
    }
    holdConnections();
    background_ = std::jthread([this](const std::stop_token& stop) { background(stop); });
}

ShopService::~ShopService() = default;

void ShopService::holdConnections()
{
    const int idle = settings_.flaws.has("idle_connections") ? 10 : 0;
    const int old = settings_.flaws.has("old_connections") ? 3 : 0;
    for (int i = 0; i < idle + old; ++i) {
        PgLink link;
        if (link.open(settings_.database)) {
            (void)link.exec(i < idle ? QStringLiteral("SET application_name = 'shop-spare'")
                                     : QStringLiteral("SET application_name = 'shop-listener'"));
            held_.push_back(std::move(link));
        }
    }
}

// What goes on without any request: the pool's housekeeping, the old connections' sign of life, rendered
// pages.
void ShopService::background(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    const bool storm = settings_.flaws.has("eviction_storm");
    const QByteArray page(2000, 'x');
    qint64 pages = 0;
    auto next = Clock::now();
    auto housekeeping = next;
    while (!stop.stop_requested()) {
        next += 100ms;
        std::unique_lock lock(mutex);
        wake.wait_until(lock, stop, next, [] { return false; });
        for (int i = 0; storm && i < 40; ++i)
            cache_.set("page:" + QByteArray::number(++pages), page, 3600);
        if (Clock::now() < housekeeping)
            continue;
        housekeeping = Clock::now() + 10s;
        pool_.closeOld();
        const std::size_t idle = settings_.flaws.has("idle_connections") ? 10 : 0;
        for (std::size_t i = idle; i < held_.size(); ++i)
            (void)held_[i].exec(QStringLiteral("SELECT 1"));
    }
}

HttpAnswer ShopService::handle(const HttpQuestion& question)
{
    const auto begin = Clock::now();
    QByteArray pattern;
    queriesNow = 0;
    HttpAnswer said = answer(question, pattern);
    if (settings_.flaws.has("metrics_by_raw_path"))
        pattern = question.path;
    metrics_.request(question.method, pattern, said.status, Clock::now() - begin);
    log_.request(question.method, pattern, said.status);
    if (!settings_.flaws.has("no_query_metrics"))
        metrics_.queries(pattern, queriesNow);
    addManners(question, settings_.flaws, said);
    return said;
}

HttpAnswer ShopService::answer(const HttpQuestion& question, QByteArray& pattern)
{
    if (question.method == "OPTIONS") { // of a browser that asks first
        pattern = "preflight";
        return {204, "text/plain", {}, {{"Access-Control-Allow-Methods", "GET, POST"}}};
    }
    HttpAnswer said = route(question, pattern);
    if (said.status == 404 && pattern == "other" && settings_.flaws.has("spa_fallback"))
        return {200, "text/html", "<!doctype html><title>Shop</title><div id=\"root\"></div>", {}};
    return said;
}

HttpAnswer ShopService::route(const HttpQuestion& question, QByteArray& pattern)
{
    pattern = question.path;
    const bool get = question.method == "GET" || question.method == "HEAD";
    const bool healthy = get && !settings_.flaws.has("spa_fallback");
    if (healthy && question.path == "/healthz")
        return {200, "application/json", R"({"status":"up"})", {}};
    if (healthy && question.path == "/readyz" && !settings_.flaws.has("no_readiness"))
        return ready();
    if (get && question.path == "/openapi.json")
        return {
            200, "application/json", shopDescription(settings_.flaws, !settings_.secondToken.isEmpty()), {}};
    if (get && question.path == "/orders/recent")
        return recentOrders(question);
    if (get && question.path == "/admin/customers")
        return customers(question);
    if (get && question.path == "/metrics")
        return metrics();
    if (get && question.path == "/products")
        return listProducts(question);
    if (get && question.path == "/orders")
        return ordersOf(question);
    if (question.method == "POST" && question.path == "/orders")
        return placeOrder(question);
    if (question.method == "POST" && question.path == "/login")
        return login(question);
    if (get && question.path == "/orders/track")
        return track(question);
    if (get && question.path == "/reports/bestsellers")
        return bestsellers();
    if (get && question.path == "/reports/export")
        return exported();
    if (const auto said = accountRoute(question, pattern))
        return *said;
    for (const QByteArray& prefix : {QByteArray("/products/"), QByteArray("/users/")}) {
        if (get && question.path.startsWith(prefix)) {
            pattern = prefix + "{id}";
            const QByteArray id = question.path.mid(prefix.size());
            return prefix == "/users/" ? user(id) : product(id);
        }
    }
    pattern = "other";
    return failure(404, "there is nothing here");
}

HttpAnswer ShopService::rowsOf(PgPool& pool, const QString& sql, const QStringList& parameters,
                               const QStringList& names)
{
    PgPool::Lease lease = pool.acquire();
    if (!lease)
        return failure(503, "no database connection came free in time");
    return rowsOf(*lease, sql, parameters, names);
}

HttpAnswer ShopService::rowsOf(PgLink& link, const QString& sql, const QStringList& parameters,
                               const QStringList& names)
{
    ++queriesNow;
    const PgAnswer answer = link.exec(sql, parameters, 10s);
    if (!answer.ok)
        return failure(answer.sqlState == QLatin1String("57014") ? 504 : 500, "the database did not answer");
    QJsonArray array;
    for (const QStringList& row : answer.rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < names.size() && i < row.size(); ++i)
            object.insert(names[i], row[i].isNull() ? QJsonValue() : QJsonValue(row[i]));
        array << object;
    }
    return {200, "application/json", QJsonDocument(array).toJson(QJsonDocument::Compact), {}};
}

HttpAnswer ShopService::listProducts(const HttpQuestion& question)
{
    const bool whole = settings_.flaws.has("no_pagination"); // the caller's limit and place count for nothing
    const qint64 limit =
        whole ? 1'000'000 : std::clamp<qint64>(positive(question.query.value("limit", "20")), 1, 100);
    return rowsOf(
        throughBouncer_ ? *throughBouncer_ : pool_,
        QStringLiteral("SELECT id, sku, name, price_cents FROM products WHERE id > $1 ORDER BY id LIMIT $2"),
        {QString::number(whole ? 0 : positive(question.query.value("after"))), QString::number(limit)},
        {QStringLiteral("id"), QStringLiteral("sku"), QStringLiteral("name"), QStringLiteral("price_cents")});
}

HttpAnswer ShopService::product(const QByteArray& id)
{
    const qint64 number = positive(id);
    if (number == 0)
        return failure(400, "a product id is a positive number");
    const QByteArray key = "product:" + QByteArray::number(number);
    if (const auto cached = cache_.get(key))
        return {200, "application/json", *cached, {}};
    HttpAnswer answer =
        rowsOf(pool_, QStringLiteral("SELECT id, sku, name, price_cents, stock FROM products WHERE id = $1"),
               {QString::number(number)},
               {QStringLiteral("id"), QStringLiteral("sku"), QStringLiteral("name"),
                QStringLiteral("price_cents"), QStringLiteral("stock")});
    if (answer.status == 200 && answer.body == "[]")
        return failure(404, "there is no such product");
    if (answer.status == 200)
        cache_.set(key, answer.body, jittered(300, number));
    return answer;
}

HttpAnswer ShopService::user(const QByteArray& id)
{
    const qint64 number = positive(id);
    if (number == 0)
        return failure(400, "a user id is a positive number");
    const QByteArray key = "user:" + QByteArray::number(number);
    if (const auto cached = cache_.get(key))
        return {200, "application/json", *cached, {}};
    const QByteArray nobody = "nouser:" + QByteArray::number(number);
    if (cache_.get(nobody))
        return failure(404, "there is no such user");
    HttpAnswer answer = rowsOf(pool_, QStringLiteral("SELECT id, name, created_at FROM users WHERE id = $1"),
                               {QString::number(number)},
                               {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("created_at")});
    if (answer.status == 200 && answer.body == "[]") {
        cache_.set(nobody, "1", 30);
        return failure(404, "there is no such user");
    }
    if (answer.status == 200) {
        cache_.set(key, answer.body, jittered(600, number));
        cache_.set("session:" + QByteArray::number(number), R"({"user":)" + QByteArray::number(number) + '}',
                   settings_.flaws.has("keys_without_ttl") ? std::nullopt : std::optional<int>(1800));
    }
    return answer;
}

HttpAnswer ShopService::ordersOf(const HttpQuestion& question)
{
    const qint64 userId = positive(question.query.value("user"));
    if (userId == 0)
        return failure(400, "say whose orders: ?user=ID");
    return rowsOf(pool_,
                  QStringLiteral("SELECT id, status, total_cents, created_at FROM orders WHERE user_id = $1 "
                                 "ORDER BY created_at DESC LIMIT 20"),
                  {QString::number(userId)},
                  {QStringLiteral("id"), QStringLiteral("status"), QStringLiteral("total_cents"),
                   QStringLiteral("created_at")});
}

HttpAnswer ShopService::recentOrders(const HttpQuestion& question)
{
    qint64 limit = std::max<qint64>(positive(question.query.value("limit", "20")), 1);
    if (!settings_.flaws.has("unbounded_limit"))
        limit = std::min<qint64>(limit, 100);
    const qint64 after = positive(question.query.value("after"));
    HttpAnswer answer = rowsOf(
        pool_,
        QStringLiteral("SELECT id, status, total_cents FROM orders WHERE id < $1 ORDER BY id DESC LIMIT $2"),
        {QString::number(after > 0 ? after : 1'000'000'000), QString::number(limit)},
        {QStringLiteral("id"), QStringLiteral("status"), QStringLiteral("total_cents")});
    countItems(answer);
    return answer;
}

HttpAnswer ShopService::customers(const HttpQuestion& question)
{
    const bool known = !settings_.apiToken.isEmpty() &&
                       question.headers.value("authorization") == "Bearer " + settings_.apiToken;
    if (!known && !settings_.flaws.has("open_endpoint")) {
        HttpAnswer refusal = failure(401, "log in first");
        refusal.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return refusal;
    }
    const qint64 limit = std::clamp<qint64>(positive(question.query.value("limit", "20")), 1, 100);
    return rowsOf(pool_,
                  QStringLiteral("SELECT id, name, email FROM users WHERE id > $1 ORDER BY id LIMIT $2"),
                  {QString::number(positive(question.query.value("after"))), QString::number(limit)},
                  {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("email")});
}

HttpAnswer ShopService::track(const HttpQuestion& question)
{
    return rowsOf(pool_, QStringLiteral("SELECT id, status FROM orders WHERE tracking_code = $1"),
                  {QString::fromUtf8(question.query.value("code"))},
                  {QStringLiteral("id"), QStringLiteral("status")});
}

HttpAnswer ShopService::bestsellers()
{
    const QStringList names{QStringLiteral("product_id"), QStringLiteral("score")};
    if (settings_.flaws.has("slow_query"))
        return rowsOf(pool_, QString::fromLatin1(forecastSql), {QString::number(settings_.forecastRounds)},
                      names);
    return rowsOf(pool_,
                  QStringLiteral("SELECT product_id, score FROM bestsellers ORDER BY score DESC LIMIT 20"),
                  {}, names);
}

HttpAnswer ShopService::placeOrder(const HttpQuestion& question)
{
    const QJsonObject body = QJsonDocument::fromJson(question.body).object();
    const qint64 userId = body.value(QStringLiteral("user")).toInteger();
    const qint64 productId = body.value(QStringLiteral("product")).toInteger();
    const qint64 quantity = body.value(QStringLiteral("quantity")).toInteger(1);
    if (userId <= 0 || productId <= 0 || quantity <= 0 || quantity > 100)
        return failure(400, "an order needs user, product and a quantity from 1 to 100");
    HttpAnswer answer =
        rowsOf(pool_, QStringLiteral(R"(WITH placed AS (
  INSERT INTO orders (user_id, tracking_code, total_cents)
  SELECT u.id, 'NEW' || u.id || '-' || extract(epoch FROM clock_timestamp())::bigint, p.price_cents * $3::int
  FROM users u, products p WHERE u.id = $1 AND p.id = $2 RETURNING id, user_id, total_cents),
item AS (INSERT INTO order_items SELECT id, 1, $2, $3, total_cents / $3::int FROM placed),
event AS (INSERT INTO order_events (order_id, actor_id, kind) SELECT id, user_id, 'created' FROM placed)
SELECT id, total_cents FROM placed)"),
               {QString::number(userId), QString::number(productId), QString::number(quantity)},
               {QStringLiteral("id"), QStringLiteral("total_cents")});
    if (answer.status == 200 && answer.body == "[]")
        return failure(422, "there is no such user or product");
    if (answer.status == 200)
        answer.status = 201;
    return answer;
}

HttpAnswer ShopService::ready()
{
    PgPool::Lease lease = pool_.acquire();
    if (!lease || !lease->exec(QStringLiteral("SELECT 1"), {}, 2s).ok)
        return failure(503, "the database does not answer");
    if (!cache_.isReachable())
        return failure(503, "the cache does not answer");
    return {200, "application/json", R"({"status":"ready","checks":{"database":"up","cache":"up"}})", {}};
}

HttpAnswer ShopService::metrics()
{
    const PgPool::Counts pool = pool_.counts();
    const QByteArray name = "db_pool_connections";
    QByteArray text = metrics_.text();
    if (!settings_.flaws.has("no_cache_metrics")) {
        text += ShopMetrics::sample("cache_hits_total", {}, "counter", cache_.hits());
        text += ShopMetrics::sample("cache_misses_total", {}, "counter", cache_.misses());
    }
    if (!settings_.flaws.has("no_pool_metrics")) {
        text += ShopMetrics::sample(name, "{state=\"active\"}", "gauge", pool.active);
        text += ShopMetrics::sample(name, "{state=\"idle\"}", {}, pool.idle);
        text += ShopMetrics::sample(name, "{state=\"waiting\"}", {}, pool.waiting);
    }
    return {200, "text/plain; version=0.0.4", text, {}};
}

} // namespace awb::sample
