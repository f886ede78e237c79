#include "core/probe/redis/redis_doctor.h"

#include "core/probe/redis/redis_client.h"
#include "core/probe/redis/redis_ledger.h"
#include "core/probe/redis/redis_nodes.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 soonDays = 21;

// What the login may do, as tried out.
struct Rights
{
    bool info = false;
    bool scan = false;
    bool look = false; // PTTL and TYPE
    bool select = false;
    bool cluster = true;
    bool allKeys = true; // false: the key pattern of the ACL covers only a part
    QString user;        // ACL WHOAMI, or the profile's
};

class Examination
{
public:
    Examination(const RedisEndpoint& endpoint, const ProbeTarget& target, ProbeContext& context)
        : endpoint_(endpoint),
          context_(context),
          client_(endpoint, target.secret(QStringLiteral("redis")), context)
    {
        report_.source = ProbeSource::Redis;
        report_.label = endpoint.label();
    }

    DoctorReport run(const ProbeTarget& target)
    {
        if (connect()) {
            report_.reachable = true;
            tellVersion();
            tryRights();
            tellRights();
            if (info_.isCluster())
                tellCluster(target);
        }
        tellSights();
        return std::move(report_);
    }

private:
    bool connect();
    bool step(const char* id, Message title, const std::function<Status()>& act,
              const std::function<Message()>& done);
    void tellCertificate();
    void tellVersion();
    void tryRights();
    void tellRights();
    void tellCluster(const ProbeTarget& target);
    void tellSights();
    void add(const char* id, Message title, StepState state, Message text, QString fix = {});
    bool may(const QByteArrayList& words, const QString& recordAs = {});
    void sight(const char* probe, const QStringList& checks, bool seen, Message text, bool partly = false);

    RedisEndpoint endpoint_;
    ProbeContext& context_;
    RedisClient client_;
    RedisInfo info_;
    Rights rights_;
    DoctorReport report_;
    bool clusterComplete_ = true;
};

void Examination::add(const char* id, Message title, StepState state, Message text, QString fix)
{
    report_.steps.append({QLatin1String(id), std::move(title), state, std::move(text), 0, std::move(fix)});
}

// One step; when it fails it says why, and the examination ends.
bool Examination::step(const char* id, Message title, const std::function<Status()>& act,
                       const std::function<Message()>& done)
{
    const auto began = context_.clock().monotonic();
    const Status status = act();
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(context_.clock().monotonic() - began);
    if (status)
        add(id, std::move(title), StepState::Ok, done());
    else
        add(id, std::move(title), StepState::Failed, Message::verbatim(status.error().message),
            status.error().remedy);
    report_.steps.last().durationMs = took.count();
    return static_cast<bool>(status);
}

bool Examination::connect()
{
    const QString host = endpoint_.host;
    if (!step(
            "dns", QT_TRANSLATE_NOOP("awb", "Name"), [&] { return client_.resolve(); },
            [&] { return Message(QT_TRANSLATE_NOOP("awb", "%1 is known."), {MessageArg(host)}); }))
        return false;
    if (!step(
            "tcp", QT_TRANSLATE_NOOP("awb", "TCP"), [&] { return client_.connectTcp(); },
            [&] {
                return Message(QT_TRANSLATE_NOOP("awb", "%1 accepts connections."),
                               {MessageArg(client_.label())});
            }))
        return false;
    if (endpoint_.tls) {
        if (!step(
                "tls", QT_TRANSLATE_NOOP("awb", "TLS"), [&] { return client_.startTls(); },
                [&] { return Message::verbatim(client_.tlsSummary()); }))
            return false;
        tellCertificate();
    } else {
        add("tls", QT_TRANSLATE_NOOP("awb", "TLS"), StepState::Skipped,
            QT_TRANSLATE_NOOP(
                "awb", "Not used: the URL begins with redis://, so the password and keys travel in clear."));
    }
    return step(
        "login", QT_TRANSLATE_NOOP("awb", "Login"),
        [&]() -> Status {
            if (Status login = client_.login(); !login)
                return login;
            auto reply = client_.command({QByteArrayLiteral("PING")});
            // A login without +ping is a login all the same.
            const bool fine = reply || reply.error().code == ErrorCode::Permission;
            return fine ? Status(Done{}) : Status(reply.error());
        },
        [] { return Message(QT_TRANSLATE_NOOP("awb", "The login is accepted.")); });
}

void Examination::tellCertificate()
{
    const qint64 days = context_.clock().now().daysTo(client_.certificateExpiry());
    const StepState state = days < soonDays ? StepState::Warning : StepState::Ok;
    add("certificate", QT_TRANSLATE_NOOP("awb", "Certificate"), state,
        Message(QT_TRANSLATE_NOOP("awb", "The certificate is valid for %1 more {1:day|days}."),
                {MessageArg(days)}));
}

void Examination::tellVersion()
{
    auto reply = client_.command({QByteArrayLiteral("INFO")});
    rights_.info = static_cast<bool>(reply);
    if (!reply) {
        add("version", QT_TRANSLATE_NOOP("awb", "Version"), StepState::Failed,
            Message::verbatim(reply.error().message), minimumAcl(endpoint_.user));
        return;
    }
    info_ = RedisInfo::parse(reply->text);
    const Message product(QT_TRANSLATE_NOOP("awb", "%1."), {MessageArg(info_.product())});
    if (info_.isSentinel())
        add("version", QT_TRANSLATE_NOOP("awb", "Version"), StepState::Failed,
            QT_TRANSLATE_NOOP("awb", "This is a Sentinel, not a data server: name the master it watches."));
    else if (info_.isReplica())
        add("version", QT_TRANSLATE_NOOP("awb", "Version"), StepState::Warning,
            Message(QT_TRANSLATE_NOOP("awb", "%1, a replica: its counters and settings are its own."),
                    {MessageArg(info_.product())}));
    else
        add("version", QT_TRANSLATE_NOOP("awb", "Version"), StepState::Ok, product);
}

bool Examination::may(const QByteArrayList& words, const QString& recordAs)
{
    if (!client_.isOpen())
        return false;
    auto reply = client_.command(words, recordAs);
    return reply || reply.error().code != ErrorCode::Permission;
}

void Examination::tryRights()
{
    rights_.user = endpoint_.user.isEmpty() ? QStringLiteral("default") : endpoint_.user;
    if (client_.isOpen()) {
        if (auto who = client_.command({QByteArrayLiteral("ACL"), QByteArrayLiteral("WHOAMI")}))
            rights_.user = QString::fromUtf8(who->text.left(100)).simplified();
    }
    const QByteArray nowhere = QByteArrayLiteral("auditbench:no-such-key");
    rights_.scan = may({QByteArrayLiteral("SCAN"), QByteArrayLiteral("0"), QByteArrayLiteral("COUNT"),
                        QByteArrayLiteral("1")});
    rights_.select = may({QByteArrayLiteral("SELECT"), QByteArray::number(endpoint_.database)});
    bool keyRefused = false;
    const auto look = [&](const char* command) {
        if (!client_.isOpen())
            return false;
        auto reply = client_.command({QByteArray(command), nowhere});
        const bool refused = !reply && reply.error().code == ErrorCode::Permission;
        // "… no permissions to access a key": the command is allowed, this key is not.
        const bool byKey = refused &&
                           reply.error().detail.contains(QStringLiteral("key"), Qt::CaseInsensitive) &&
                           !reply.error().detail.contains(QStringLiteral("command"), Qt::CaseInsensitive);
        keyRefused = keyRefused || byKey;
        return static_cast<bool>(reply) || byKey;
    };
    const bool pttl = look("PTTL");
    const bool type = look("TYPE");
    rights_.look = pttl && type;
    rights_.allKeys = !keyRefused;
    if (info_.isCluster())
        rights_.cluster = may({QByteArrayLiteral("CLUSTER"), QByteArrayLiteral("SHARDS")}) ||
                          may({QByteArrayLiteral("CLUSTER"), QByteArrayLiteral("SLOTS")});
}

void Examination::tellRights()
{
    QStringList missing;
    if (!rights_.info)
        missing << QStringLiteral("+info");
    if (!rights_.scan)
        missing << QStringLiteral("+scan");
    if (!rights_.look)
        missing << QStringLiteral("+pttl +type");
    if (!rights_.select)
        missing << QStringLiteral("+select");
    if (!rights_.cluster)
        missing << QStringLiteral("+cluster|shards +cluster|slots");
    if (!rights_.allKeys)
        missing << QStringLiteral("~*");
    if (missing.isEmpty()) {
        add("rights", QT_TRANSLATE_NOOP("awb", "Rights"), StepState::Ok,
            Message(QT_TRANSLATE_NOOP("awb", "%1 may do everything the probes need."),
                    {MessageArg(rights_.user)}));
        return;
    }
    add("rights", QT_TRANSLATE_NOOP("awb", "Rights"), StepState::Warning,
        Message(QT_TRANSLATE_NOOP("awb", "%1 lacks: %2."),
                {MessageArg(rights_.user), MessageArg(missing.join(QLatin1Char(' ')))}),
        QStringLiteral("ACL SETUSER %1 %2").arg(rights_.user, missing.join(QLatin1Char(' '))));
}

void Examination::tellCluster(const ProbeTarget& target)
{
    RedisLedger ledger;
    auto deployment = openRedis(target, context_, ledger);
    clusterComplete_ = deployment && deployment->complete;
    if (!deployment) {
        add("cluster", QT_TRANSLATE_NOOP("awb", "Cluster"), StepState::Failed,
            Message::verbatim(deployment.error().message));
        return;
    }
    if (!deployment->complete) {
        add("cluster", QT_TRANSLATE_NOOP("awb", "Cluster"), StepState::Warning, deployment->reason,
            deployment->unlock);
        return;
    }
    add("cluster", QT_TRANSLATE_NOOP("awb", "Cluster"), StepState::Ok,
        Message(QT_TRANSLATE_NOOP("awb", "{1:The one master can|All %1 masters can} be measured."),
                {MessageArg(static_cast<qint64>(deployment->nodes.size()))}));
}

void Examination::sight(const char* probe, const QStringList& checks, bool seen, Message text, bool partly)
{
    DoctorSight one;
    one.probe = QLatin1String(probe);
    one.checks = checks;
    one.state = !seen ? StepState::Failed : partly ? StepState::Warning : StepState::Ok;
    one.text = std::move(text);
    if (!seen || partly)
        one.fix = minimumAcl(endpoint_.user, info_.isCluster());
    report_.sights.append(one);
    if (!seen || !clusterComplete_)
        report_.unmeasuredChecks << checks;
}

void Examination::tellSights()
{
    const Message blind = report_.reachable ? Message(QT_TRANSLATE_NOOP("awb", "INFO is not allowed."))
                                            : Message(QT_TRANSLATE_NOOP("awb", "There is no connection."));
    const bool data = rights_.info && !info_.isSentinel();
    const Message counters = clusterComplete_
                                 ? Message(QT_TRANSLATE_NOOP("awb", "Sees the counters of INFO."))
                                 : Message(QT_TRANSLATE_NOOP("awb", "Sees only a part of the cluster."));
    const bool partly = !clusterComplete_;
    const auto text = [&](const Message& fine) { return data ? fine : blind; };
    sight("redis.stats_window", {QStringLiteral("3.1"), QStringLiteral("3.8")}, data, text(counters), partly);
    sight(
        "redis.memory", {QStringLiteral("3.3"), QStringLiteral("3.4")}, data,
        text(partly ? counters : Message(QT_TRANSLATE_NOOP("awb", "Sees maxmemory and its policy in INFO."))),
        partly);
    sight("redis.command_stats", {QStringLiteral("3.6"), QStringLiteral("3.7")}, data,
          text(QT_TRANSLATE_NOOP("awb", "Sees hints only; a person decides.")), partly);
    sight("redis.connections", {QStringLiteral("4.1")}, data,
          text(QT_TRANSLATE_NOOP("awb", "Sees a hint only.")), partly);
    const bool looks = data && rights_.scan && rights_.look;
    Message keys = QT_TRANSLATE_NOOP("awb", "Counts keys exactly and looks at a sample.");
    if (data && !looks)
        keys = QT_TRANSLATE_NOOP("awb", "Counts keys exactly, but may not look at them.");
    else if (data && !rights_.allKeys)
        keys = QT_TRANSLATE_NOOP("awb", "Counts keys exactly, but may look only at a part of them.");
    sight("redis.keys", {QStringLiteral("3.2"), QStringLiteral("3.5")}, looks, text(keys),
          partly || !rights_.allKeys);
    report_.unmeasuredChecks.removeDuplicates();
}

} // namespace

QVector<DoctorReport> examineRedis(const ProbeTarget& target, ProbeContext& context)
{
    if (!target.profile.redis)
        return {};
    auto endpoint = redisEndpoint(target.profile);
    if (!endpoint) {
        DoctorReport report;
        report.source = ProbeSource::Redis;
        report.label = target.profile.redis->label();
        report.steps.append({QStringLiteral("url"), QT_TRANSLATE_NOOP("awb", "URL"), StepState::Failed,
                             Message::verbatim(endpoint.error().message), 0,
                             QStringLiteral("redis://host:6379/0")});
        return {report};
    }
    return {Examination(*endpoint, target, context).run(target)};
}

} // namespace awb
