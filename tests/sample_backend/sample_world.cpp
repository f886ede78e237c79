#include "tests/sample_backend/sample_world.h"

#include "tests/sample_backend/shop_database.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

namespace awb::sample
{

using namespace std::chrono_literals;
using test::PrivatePgBouncer;
using test::PrivatePostgres;
using test::PrivateRedis;

namespace
{

QString newPassword()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36) +
           QString::number(QRandomGenerator::system()->generate64(), 36);
}

bool writePrivate(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(bytes) == bytes.size();
}

} // namespace

SampleWorld::SampleWorld(WorldSettings settings)
    : settings_(std::move(settings)),
      superPassword_(newPassword()),
      appPassword_(newPassword()),
      auditPassword_(newPassword()),
      apiToken_(newPassword())
{
}

SampleWorld::~SampleWorld() = default;

QString SampleWorld::profileFile() const
{
    return QDir(settings_.folder).filePath(QStringLiteral("profile.yaml"));
}

QString SampleWorld::start(const std::function<void(const QString&)>& say)
{
    for (const QString& reason : {PrivatePostgres::missing(), PrivateRedis::missing()}) {
        if (!reason.isEmpty())
            return reason;
    }
    const std::pair<const char*, QString (SampleWorld::*)()> steps[] = {
        {"starting a private PostgreSQL and filling the shop (about 10 s)", &SampleWorld::startPostgres},
        {"starting a private Redis and warming it", &SampleWorld::startRedis},
        {"starting a private PgBouncer", &SampleWorld::startBouncer},
        {"starting the shop and its customers", &SampleWorld::startService},
        {"letting the customers warm it up (25 to 60 s)", &SampleWorld::warmUp},
        {"writing profile.yaml and env", &SampleWorld::writeFiles}};
    for (const auto& [sentence, step] : steps) {
        if (step == &SampleWorld::warmUp && settings_.warmRequests == 0)
            continue;
        say(QString::fromLatin1(sentence));
        if (QString error = (this->*step)(); !error.isEmpty())
            return error;
    }
    return {};
}

QString SampleWorld::startPostgres()
{
    test::PrivatePostgresOptions options;
    options.superuserPassword = superPassword_;
    // Small machines: a scan of 60,000 rows stays one process, and nothing is compiled.
    options.settings << QStringLiteral("pg_stat_statements.max = 2000") << QStringLiteral("jit = off")
                     << QStringLiteral("max_parallel_workers_per_gather = 0");
    postgres_ = std::make_unique<PrivatePostgres>(options);
    if (!postgres_->start())
        return postgres_->error();
    const ShopDatabase shop{postgres_->adminConninfo(), appPassword_, auditPassword_};
    const QString error = createShop(shop, false);
    return error.isEmpty() ? applyDatabaseFlaws(shop, settings_.flaws) : error;
}

QString SampleWorld::startRedis()
{
    test::PrivateRedisOptions options;
    options.password = appPassword_;
    // The minimum an audit needs, plus what lets it look closer.
    options.users << QStringLiteral(
                         "auditbench on >%1 ~* resetchannels -@all +info +ping +scan +pttl +type +dbsize "
                         "+select +memory|usage +client|list +config|get")
                         .arg(auditPassword_);
    redis_ = std::make_unique<PrivateRedis>(options);
    if (!redis_->start())
        return redis_->error();
    const QString error = applyCacheFlaws(redis_->link(), settings_.flaws);
    return error.isEmpty() ? warmCache(redis_->link(), settings_.flaws) : error;
}

QString SampleWorld::startBouncer()
{
    if (!PrivatePgBouncer::missing().isEmpty())
        return {}; // the profile then names none
    test::PrivatePgBouncerOptions options;
    options.postgresPort = postgres_->port();
    options.authType = QStringLiteral("scram-sha-256");
    options.users.insert(QStringLiteral("shop"), appPassword_);
    options.users.insert(QStringLiteral("stats"), auditPassword_);
    options.users.insert(QStringLiteral("admin"), superPassword_);
    const FlawSet& flaws = settings_.flaws;
    const auto setting = [&options](const char* name, int seconds) {
        options.settings << QStringLiteral("%1 = %2").arg(QLatin1String(name)).arg(seconds);
    };
    setting("default_pool_size", 2);
    setting("query_wait_timeout", flaws.has("acquire_timeout_off") ? 0 : 10);
    setting("server_lifetime", flaws.has("old_connections") ? 3600 : 1200);
    setting("server_idle_timeout", flaws.has("idle_connections") ? 0 : 300);
    if (!flaws.has("idle_connections"))
        setting("client_idle_timeout", 500);
    bouncer_ = std::make_unique<PrivatePgBouncer>(options);
    return bouncer_->start() ? QString() : bouncer_->error();
}

QString SampleWorld::startService()
{
    const QString shop = QStringLiteral("shop");
    ServiceSettings settings;
    settings.database =
        postgres_->url(shop, shop, appPassword_) + QStringLiteral("?application_name=shop-api");
    if (bouncer_)
        settings.bouncer = bouncer_->url(shop, shop, appPassword_);
    settings.cache = {redis_->port(), QString(), appPassword_};
    settings.flaws = settings_.flaws;
    settings.apiToken = apiToken_.toLatin1();
    (void)QDir(settings_.folder).mkpath(QStringLiteral("."));
    settings.logFile = QDir(settings_.folder).filePath(QStringLiteral("shop.log"));
    settings.poolSize = std::max(2, QThread::idealThreadCount() * 2);
    if (settings.flaws.has("slow_query"))
        settings.forecastRounds = calibrateForecast(settings.database, 150ms);
    if (const auto reset = postgres_->sql(QStringLiteral("SELECT pg_stat_statements_reset()"), shop);
        !reset.ok)
        return reset.error;
    service_ = std::make_unique<ShopService>(settings);
    front_ = std::make_unique<HttpFront>(*service_, !settings.flaws.has("no_body_limit"));
    httpPort_ = front_->start(0);
    if (httpPort_ == 0)
        return QStringLiteral("the shop found no free port");
    HttpCaller caller(httpPort_);
    const HttpAnswer ready = caller.call("GET", "/products");
    if (ready.status != 200)
        return QStringLiteral("the shop is not ready: it answered %1 %2")
            .arg(ready.status)
            .arg(QString::fromUtf8(ready.body));
    traffic_ = std::make_unique<Traffic>(Traffic::Plan{httpPort_, settings_.rate, settings_.flaws, 7});
    return {};
}

QString SampleWorld::warmUp()
{
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (settings_.rate > 0 && traffic_->sent() < settings_.warmRequests &&
           std::chrono::steady_clock::now() < until) {
        if (!postgres_->process().stillRunningAfter(200ms))
            return trouble();
    }
    return {};
}

QByteArray SampleWorld::profile() const
{
    QString text = QStringLiteral(R"(# The sample shop, with these flaws: %1
name: Sample shop
team: Sample team
environment: local
observe: %2
http:
  base_url: http://127.0.0.1:%3
  openapi: http://127.0.0.1:%3/openapi.json
  metrics_url: http://127.0.0.1:%3/metrics
  auth: {kind: bearer, secret: env:SAMPLE_API_TOKEN}
  health: {live: /healthz, ready: /readyz}
  allowed_origins: [https://shop.example]
  endpoints:
    - {path: /orders, method: POST, public: true, body: '{"user": 1, "product": 1}', rate: 5}
    - {path: /login, method: POST, public: true, body: '{"email": "", "password": ""}'}
# a look at each endpoint; a verdict on a p99 takes 60 s each
load: {duration: 5s, rate: 20}
postgres: {url: "postgresql://auditbench@127.0.0.1:%4/shop", secret: env:SAMPLE_PG_PASSWORD, app_roles: [shop]}
redis:
  url: "redis://auditbench@127.0.0.1:%5/0"
  secret: env:SAMPLE_REDIS_PASSWORD
  prefixes: {"product:": Product, "user:": User, "nouser:": UnknownUser, "session:": Session, "cart:": Cart, "wishlist:": Wishlist, "page:": Page}
logs: {file: shop.log}
sizing: {peak_rps: 60, avg_query_ms: 5, db_cores: %6, instances: 1, pool_size: %7}
)")
                       .arg(settings_.flaws.ids().join(QStringLiteral(", ")), settings_.observe)
                       .arg(httpPort_)
                       .arg(postgres_->port())
                       .arg(redis_->port())
                       .arg(std::max(1, QThread::idealThreadCount()))
                       .arg(std::max(2, QThread::idealThreadCount() * 2));
    if (bouncer_)
        text += QStringLiteral("pgbouncer: {url: \"postgresql://stats@127.0.0.1:%1/pgbouncer\", secret: "
                               "env:SAMPLE_BOUNCER_PASSWORD}\n")
                    .arg(bouncer_->port());
    return text.toUtf8();
}

QString SampleWorld::writeFiles()
{
    const QDir folder(settings_.folder);
    if (!folder.mkpath(QStringLiteral(".")))
        return QStringLiteral("cannot make the folder %1").arg(settings_.folder);
    QByteArray env;
    for (const char* name : {"SAMPLE_PG_PASSWORD", "SAMPLE_REDIS_PASSWORD", "SAMPLE_BOUNCER_PASSWORD"})
        env += QByteArray("export ") + name + '=' + auditPassword_.toUtf8() + '\n';
    env += QByteArray("export SAMPLE_API_TOKEN=") + apiToken_.toUtf8() + '\n';
    if (!writePrivate(profileFile(), profile()) || !writePrivate(folder.filePath(QStringLiteral("env")), env))
        return QStringLiteral("cannot write into %1").arg(settings_.folder);
    return {};
}

QString SampleWorld::trouble() const
{
    if (!postgres_->isRunning())
        return QStringLiteral("the sample's PostgreSQL has ended: ") + postgres_->logText();
    if (!redis_->isRunning())
        return QStringLiteral("the sample's Redis has ended: ") + redis_->logText();
    if (bouncer_ && !bouncer_->isRunning())
        return QStringLiteral("the sample's PgBouncer has ended: ") + bouncer_->logText();
    return {};
}

} // namespace awb::sample
