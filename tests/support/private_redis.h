#pragma once

#include "tests/support/private_certificates.h"
#include "tests/support/redis_link.h"
#include "tests/support/server_process.h"

#include <memory>

namespace awb::test
{

struct PrivateRedisOptions
{
    QStringList config; // further lines of redis.conf, e.g. "maxmemory 16mb"
    QStringList users;  // ACL lines without the word "user", e.g. "audit on >secret ~* -@all +info"
    QString password;   // of the default user (requirepass); empty: none
    bool tls = false;   // also listen with TLS, on tlsPort()
    bool tlsClientCertificate = false; // the client must show one
    bool cluster = false;              // cluster-enabled, with a bus port of its own
};

// A private Redis on 127.0.0.1 with a free port, persistence off.
class PrivateRedis
{
public:
    static QString missing();

    explicit PrivateRedis(PrivateRedisOptions options = {});
    ~PrivateRedis();

    bool start();   // false with error(); answers PING when true
    bool restart(); // same port, empty data set
    void stop();
    void crash();
    ServerProcess& process() { return process_; }
    bool isRunning() const { return process_.isRunning(); }
    qint64 pid() const { return process_.pid(); }

    quint16 port() const { return port_; }
    quint16 tlsPort() const { return tlsPort_; }
    quint16 busPort() const { return busPort_; }
    QString hostPort() const;
    // redis://user:password@127.0.0.1:port/0; rediss:// and the TLS port with tls.
    QString url(const QString& user = {}, const QString& password = {}, bool tls = false) const;
    const PrivateCertificates* certificates() const { return certificates_.get(); }

    // As the default user, reconnecting when needed.
    RedisValue command(const QByteArrayList& words);
    RedisLink& link();

    QString logText() const { return process_.logText(); }
    QString error() const { return error_; }

private:
    QByteArray configuration() const;
    bool launch();

    PrivateRedisOptions options_;
    ServerDir dir_;
    std::unique_ptr<PrivateCertificates> certificates_;
    ServerProcess process_;
    RedisLink admin_;
    quint16 port_ = 0;
    quint16 tlsPort_ = 0;
    quint16 busPort_ = 0;
    QString error_;
};

// Three masters that own all 16,384 slots between them, no replicas.
class PrivateRedisCluster
{
public:
    static QString missing() { return PrivateRedis::missing(); }

    explicit PrivateRedisCluster(QStringList config = {}, QStringList users = {});

    bool start(); // false with error(); cluster_state:ok on every master when true
    void stop();
    int size() const { return static_cast<int>(nodes_.size()); }
    PrivateRedis& node(int index) { return *nodes_[static_cast<std::size_t>(index)]; }
    // Runs the command on the master that owns key.
    RedisValue commandFor(const QByteArray& key, const QByteArrayList& words);
    QString error() const { return error_; }

private:
    bool join();
    bool waitOk();

    std::vector<std::unique_ptr<PrivateRedis>> nodes_;
    QString error_;
};

} // namespace awb::test
