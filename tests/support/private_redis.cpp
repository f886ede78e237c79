#include "tests/support/private_redis.h"

#include <QUrl>

#include <array>

namespace awb::test
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

QString PrivateRedis::missing()
{
    return findServerProgram(QStringLiteral("redis-server")).isEmpty()
               ? QStringLiteral("redis-server is not installed: install the package redis-server")
               : QString();
}

PrivateRedis::PrivateRedis(PrivateRedisOptions options)
    : options_(std::move(options)),
      dir_(QStringLiteral("redis"))
{
}

PrivateRedis::~PrivateRedis()
{
    stop();
}

QString PrivateRedis::hostPort() const
{
    return QStringLiteral("127.0.0.1:%1").arg(port_);
}

QString PrivateRedis::url(const QString& user, const QString& password, bool tls) const
{
    QUrl url;
    url.setScheme(tls ? QStringLiteral("rediss") : QStringLiteral("redis"));
    if (!user.isEmpty())
        url.setUserName(user);
    if (!password.isEmpty())
        url.setPassword(password, QUrl::DecodedMode);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(tls ? tlsPort_ : port_);
    url.setPath(QStringLiteral("/0"));
    return url.toString(QUrl::FullyEncoded);
}

QByteArray PrivateRedis::configuration() const
{
    QStringList conf{QStringLiteral("bind 127.0.0.1"), QStringLiteral("port %1").arg(port_),
                     QStringLiteral("save \"\""),      QStringLiteral("appendonly no"),
                     QStringLiteral("daemonize no"),   QStringLiteral("dir %1").arg(dir_.path())};
    if (!options_.password.isEmpty())
        conf << QStringLiteral("requirepass %1").arg(options_.password);
    for (const QString& user : options_.users)
        conf << QStringLiteral("user ") + user;
    if (options_.tls)
        conf << QStringLiteral("tls-port %1").arg(tlsPort_)
             << QStringLiteral("tls-cert-file %1").arg(certificates_->serverCertificate())
             << QStringLiteral("tls-key-file %1").arg(certificates_->serverKey())
             << QStringLiteral("tls-ca-cert-file %1").arg(certificates_->caFile())
             << QStringLiteral("tls-auth-clients %1")
                    .arg(options_.tlsClientCertificate ? QStringLiteral("yes") : QStringLiteral("no"));
    if (options_.cluster)
        conf << QStringLiteral("cluster-enabled yes") << QStringLiteral("cluster-port %1").arg(busPort_)
             << QStringLiteral("cluster-node-timeout 5000")
             << QStringLiteral("cluster-config-file nodes.conf");
    conf << options_.config << QString();
    return conf.join(QLatin1Char('\n')).toUtf8();
}

bool PrivateRedis::launch()
{
    if (!dir_.write(QStringLiteral("redis.conf"), configuration())) {
        error_ = dir_.error();
        return false;
    }
    if (!process_.start(findServerProgram(QStringLiteral("redis-server")),
                        {dir_.filePath(QStringLiteral("redis.conf"))},
                        dir_.filePath(QStringLiteral("server.log")), dir_.path())) {
        error_ = process_.error();
        return false;
    }
    const auto until = Clock::now() + 30s;
    while (process_.stillRunningAfter(15ms)) {
        const RedisValue pong = command({"PING"});
        if (!pong.isError() || pong.text.startsWith("NOPERM"))
            return true;
        if (Clock::now() > until) {
            error_ = QStringLiteral("Redis was not ready within 30 s: %1; its log: %2")
                         .arg(QString::fromUtf8(pong.text), logText());
            process_.stop();
            return false;
        }
    }
    error_ = process_.error();
    return false;
}

bool PrivateRedis::start()
{
    if (isRunning())
        return true;
    error_ = dir_.isValid() ? missing() : dir_.error();
    if (error_.isEmpty() && options_.tls && !certificates_) {
        certificates_ = std::make_unique<PrivateCertificates>();
        error_ = certificates_->error();
    }
    if (!error_.isEmpty())
        return false;
    const bool first = port_ == 0;
    for (int attempt = 0; attempt < 3; ++attempt) { // somebody else may take a free port before us
        if (first) {
            port_ = freePort();
            tlsPort_ = options_.tls ? freePort() : quint16{0};
            busPort_ = options_.cluster ? freePort() : quint16{0};
        }
        if (launch())
            return true;
        if (!first || !error_.contains(QLatin1String("Address already in use")))
            return false;
    }
    return false;
}

void PrivateRedis::stop()
{
    admin_.close();
    process_.stop();
}

void PrivateRedis::crash()
{
    admin_.close();
    process_.crash();
}

bool PrivateRedis::restart()
{
    stop();
    return start();
}

RedisLink& PrivateRedis::link()
{
    if (!admin_.isOpen())
        admin_.open(port_, {}, options_.password);
    return admin_;
}

RedisValue PrivateRedis::command(const QByteArrayList& words)
{
    RedisValue value = link().command(words);
    if (value.isError() && !admin_.error().isEmpty() && !admin_.isOpen())
        value.text = admin_.error().toUtf8();
    return value;
}

PrivateRedisCluster::PrivateRedisCluster(QStringList config, QStringList users)
{
    for (int i = 0; i < 3; ++i) {
        PrivateRedisOptions options;
        options.config = config;
        options.users = users;
        options.cluster = true;
        nodes_.push_back(std::make_unique<PrivateRedis>(options));
    }
}

bool PrivateRedisCluster::start()
{
    for (const auto& node : nodes_) {
        if (!node->start()) {
            error_ = node->error();
            return false;
        }
    }
    return join() && waitOk();
}

bool PrivateRedisCluster::join()
{
    constexpr std::array<const char*, 4> borders{"0", "5461", "10923", "16384"};
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        PrivateRedis& node = *nodes_[i];
        const QByteArray last = QByteArray::number(QByteArray(borders[i + 1]).toInt() - 1);
        const QList<QByteArrayList> steps{
            {"CLUSTER", "SET-CONFIG-EPOCH", QByteArray::number(static_cast<int>(i) + 1)},
            {"CLUSTER", "ADDSLOTSRANGE", borders[i], last}};
        for (const QByteArrayList& step : steps) {
            const RedisValue answer = node.command(step);
            if (answer.isError()) {
                error_ = QString::fromUtf8(step.join(' ') + ": " + answer.text);
                return false;
            }
        }
    }
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
        const RedisValue answer =
            nodes_[0]->command({"CLUSTER", "MEET", "127.0.0.1", QByteArray::number(nodes_[i]->port()),
                                QByteArray::number(nodes_[i]->busPort())});
        if (answer.isError()) {
            error_ = QString::fromUtf8("CLUSTER MEET: " + answer.text);
            return false;
        }
    }
    return true;
}

bool PrivateRedisCluster::waitOk()
{
    const auto until = Clock::now() + 30s;
    for (const auto& node : nodes_) {
        QByteArray state;
        while (!(state.contains("cluster_state:ok") && state.contains("cluster_known_nodes:3"))) {
            if (!node->process().stillRunningAfter(20ms) || Clock::now() > until) {
                error_ = QStringLiteral("the cluster did not form within 30 s: %1; log: %2")
                             .arg(QString::fromUtf8(state), node->logText());
                return false;
            }
            state = node->command({"CLUSTER", "INFO"}).text;
        }
    }
    return true;
}

void PrivateRedisCluster::stop()
{
    for (const auto& node : nodes_)
        node->stop();
}

RedisValue PrivateRedisCluster::commandFor(const QByteArray& key, const QByteArrayList& words)
{
    const RedisValue slot = nodes_[0]->command({"CLUSTER", "KEYSLOT", key});
    const std::size_t owner = slot.integer < 5461 ? 0 : slot.integer < 10923 ? 1 : 2;
    return nodes_[owner]->command(words);
}

} // namespace awb::test
