#include "core/probe/redis/key_sample.h"

#include "core/probe/probe.h"
#include "core/probe/redis/redis_ledger.h"
#include "core/probe/redis/redis_nodes.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr milliseconds publishEvery{500};
constexpr qint64 leastPerDatabase = 500;

struct Page
{
    QByteArrayList keys;
    QByteArray cursor; // of the next page; "0": there is none
    bool isLast() const { return cursor == "0"; }
};

std::optional<Page> pageFrom(RedisReply& reply)
{
    if (!reply.isArray() || reply.elements.size() != 2 || !reply.elements[1].isArray())
        return std::nullopt;
    Page page;
    page.cursor = reply.elements[0].text.left(32);
    page.keys.reserve(static_cast<qsizetype>(reply.elements[1].elements.size()));
    for (RedisReply& key : reply.elements[1].elements)
        page.keys.append(std::move(key.text));
    return page;
}

// Types of modules have names of their own ("ReJSON-RL"); anything stranger is foreign text we do not keep.
QByteArray typeWord(const QByteArray& bytes)
{
    const bool plain = bytes.size() <= 32 && std::all_of(bytes.cbegin(), bytes.cend(), [](char c) {
                           return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                                  (c >= 'A' && c <= 'Z');
                       });
    return plain ? bytes : QByteArrayLiteral("other");
}

// Pages through one database of one node. While the server looks up the keys of one page it has the SCAN of
// the next one already (unpaced: also that page's lookups), so it never waits for us.
class DatabaseScan
{
public:
    DatabaseScan(RedisNode& node, int database, qint64 quota, const KeySampleOptions& options,
                 KeySample& sample, RedisLedger& ledger, ProbeContext& context)
        : node_(node),
          client_(*node.client),
          database_(database),
          quota_(quota),
          options_(options),
          sample_(sample),
          ledger_(ledger),
          context_(context),
          count_(options.scanCount)
    {
    }

    Status run(const std::function<void()>& afterPage);

private:
    Status select();
    Result<Page> firstPage();
    Status send(const Page& page, bool wantsNext);
    Result<std::optional<Page>> nextPage(const Page& current);
    Status takeAnswers(const Page& page);
    void takeKey(const QByteArray& key, const RedisReply& ttl, const RedisReply& type);
    Result<Page> readPage();
    Status smallerPages(const Page& current);
    Status pace(SteadyClock::time_point began);
    // `before`: keys looked at before this page.
    bool wantsMore(const Page& page, qint64 before) const
    {
        return !page.isLast() && (options_.everything || before + page.keys.size() < quota_);
    }

    RedisNode& node_;
    RedisClient& client_;
    int database_;
    qint64 quota_;
    const KeySampleOptions& options_;
    KeySample& sample_;
    RedisLedger& ledger_;
    ProbeContext& context_;
    int count_;
    qint64 looked_ = 0;
    OwnTraffic own_;
};

Status DatabaseScan::select()
{
    auto reply = client_.command({QByteArrayLiteral("SELECT"), QByteArray::number(database_)},
                                 QStringLiteral("SELECT {database}"));
    return reply ? Status(Done{}) : Status(reply.error());
}

Result<Page> DatabaseScan::readPage()
{
    auto reply = client_.read();
    if (!reply)
        return reply.error();
    if (reply->isError())
        return client_.errorFrom(*reply);
    std::optional<Page> page = pageFrom(*reply);
    if (!page)
        return Error{ErrorCode::Protocol,
                     QStringLiteral("%1 answers SCAN in an unknown form.").arg(node_.label),
                     {},
                     {}};
    count_ = std::min(options_.scanCount, count_ * 2);
    return std::move(*page);
}

Result<Page> DatabaseScan::firstPage()
{
    Page start;
    start.cursor = QByteArrayLiteral("0");
    if (Status sent = send(start, true); !sent)
        return sent.error();
    auto page = readPage();
    while (!page && page.error().code == ErrorCode::Limit && count_ > 1) {
        if (Status smaller = smallerPages(start); !smaller)
            return smaller.error();
        page = readPage();
    }
    return page;
}

// SCAN of the next page first, then the lookups of this one.
Status DatabaseScan::send(const Page& page, bool wantsNext)
{
    if (wantsNext)
        client_.append(
            {QByteArrayLiteral("SCAN"), page.cursor, QByteArrayLiteral("COUNT"), QByteArray::number(count_)});
    QByteArray words[2];
    static const QByteArray pttl = QByteArrayLiteral("PTTL");
    static const QByteArray type = QByteArrayLiteral("TYPE");
    for (const QByteArray& key : page.keys) {
        words[0] = pttl;
        words[1] = key;
        client_.append(words, 2);
        words[0] = type;
        client_.append(words, 2);
    }
    own_.commands += (wantsNext ? 1 : 0) + 2 * page.keys.size();
    if (wantsNext)
        context_.sent(QStringLiteral("SCAN {cursor} COUNT %1").arg(options_.scanCount));
    if (!page.keys.isEmpty()) {
        context_.sent(QStringLiteral("PTTL {key}"), page.keys.size());
        context_.sent(QStringLiteral("TYPE {key}"), page.keys.size());
    }
    return client_.flush();
}

// A page with names too long to hold: connect anew and ask for fewer keys at a time.
Status DatabaseScan::smallerPages(const Page& current)
{
    count_ = std::max(1, count_ / 10);
    client_.close();
    if (Status opened = client_.open(); !opened)
        return opened;
    own_.connections += 1;
    if (Status selected = database_ == client_.endpoint().database ? Status(Done{}) : select(); !selected)
        return selected;
    return send(current, true);
}

Result<std::optional<Page>> DatabaseScan::nextPage(const Page& current)
{
    for (;;) {
        auto page = readPage();
        if (page)
            return std::optional<Page>(std::move(*page));
        if (page.error().code != ErrorCode::Limit || count_ <= 1)
            return page.error();
        if (Status smaller = smallerPages(current); !smaller)
            return smaller.error();
    }
}

void DatabaseScan::takeKey(const QByteArray& key, const RedisReply& ttl, const RedisReply& type)
{
    const auto lookup = [this](const RedisReply& reply, bool exists) {
        if (!reply.isError())
            ++(exists ? own_.hits : own_.misses);
    };
    lookup(ttl, ttl.integer != -2);
    lookup(type, type.text != "none");
    // Anything but a number and a word (a proxy in between?) is no answer, least of all "has a TTL".
    const bool answered = ttl.kind == RedisReply::Kind::Integer &&
                          (type.kind == RedisReply::Kind::Simple || type.kind == RedisReply::Kind::Bulk);
    if (!answered) {
        ++sample_.unreadable;
        sample_.census.addUnreadable(key);
    } else if (ttl.integer == -2 || type.text == "none") {
        sample_.census.addVanished();
    } else {
        sample_.census.add(key, ttl.integer, typeWord(type.text));
    }
}

Status DatabaseScan::takeAnswers(const Page& page)
{
    for (const QByteArray& key : page.keys) {
        auto ttl = client_.read();
        if (!ttl)
            return ttl.error();
        auto type = client_.read();
        if (!type)
            return type.error();
        takeKey(key, *ttl, *type);
    }
    looked_ += page.keys.size();
    sample_.looked += page.keys.size();
    sample_.ownLookups += own_.hits + own_.misses;
    ledger_.add(node_.runId, own_);
    own_ = {};
    return Done{};
}

Status DatabaseScan::pace(SteadyClock::time_point began)
{
    if (options_.duty >= 1)
        return Done{};
    const std::chrono::duration<double> busy = SteadyClock::now() - began;
    const auto rest = std::chrono::ceil<milliseconds>(busy * (1 / options_.duty - 1));
    if (context_.waitFor(rest))
        return Done{};
    return Error{context_.stopRequested() ? ErrorCode::Cancelled : ErrorCode::Timeout,
                 QStringLiteral("Stopped."),
                 {},
                 {}};
}

Status DatabaseScan::run(const std::function<void()>& afterPage)
{
    auto first = firstPage();
    if (!first)
        return first.error();
    Page current = std::move(*first);
    bool more = wantsMore(current, looked_);
    const bool overlap = options_.duty >= 1;
    auto began = SteadyClock::now();
    if (Status sent = send(current, more); !sent)
        return sent;
    for (;;) {
        std::optional<Page> next;
        bool moreAfter = false;
        if (more) {
            auto read = nextPage(current);
            if (!read) {
                client_.close(); // lookups are still on their way
                return read.error();
            }
            next = std::move(*read);
            moreAfter = wantsMore(*next, looked_ + current.keys.size());
        }
        if (next && overlap) {
            if (Status sent = send(*next, moreAfter); !sent)
                return sent;
        }
        if (Status taken = takeAnswers(current); !taken)
            return taken;
        afterPage();
        if (!next) {
            sample_.everyKey = sample_.everyKey && current.isLast();
            return Done{};
        }
        if (!overlap) {
            if (Status paced = pace(began); !paced)
                return paced;
            began = SteadyClock::now();
            if (Status sent = send(*next, moreAfter); !sent)
                return sent;
        }
        current = std::move(*next);
        more = moreAfter;
    }
}

qint64 quotaOf(const RedisInfo::Database& database, qint64 total, const KeySampleOptions& options)
{
    const double share = static_cast<double>(database.keys) / static_cast<double>(std::max<qint64>(1, total));
    return std::max(leastPerDatabase,
                    static_cast<qint64>(std::ceil(static_cast<double>(options.sampleKeys) * share)));
}

// What a failed scan means for the sample: a right that is missing leaves a hole and is told; a stop ends it.
Status absorb(KeySample& sample, const Error& error, const QString& acl)
{
    sample.everyKey = false;
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::Timeout) {
        sample.stopped = true;
        sample.problem = QT_TRANSLATE_NOOP("awb", "The sampling was ended early.");
        return Done{};
    }
    if (error.code != ErrorCode::Permission && error.code != ErrorCode::Limit)
        return error;
    sample.problem = Message::verbatim(error.message);
    sample.unlock = error.code == ErrorCode::Permission ? acl : QString();
    return Done{};
}

} // namespace

Result<KeySample> sampleKeys(RedisDeployment& deployment, RedisLedger& ledger, ProbeContext& context,
                             const KeyClasses& classes, const KeySampleOptions& options,
                             const std::function<void(const KeySample&)>& progressed)
{
    KeySample sample(classes);
    QVector<QVector<RedisInfo::Database>> databases;
    for (RedisNode& node : deployment.nodes) {
        auto info = readInfo(node, ledger, QByteArrayLiteral("keyspace"));
        if (!info)
            return info.error();
        sample.keyspaceKnown = sample.keyspaceKnown && info->hasKeyspace();
        sample.keysTotal += info->keys();
        sample.expiresTotal += info->expires();
        databases.append(info->databases());
    }
    auto published = SteadyClock::now();
    const qint64 wanted =
        options.everything ? sample.keysTotal : std::min(options.sampleKeys, sample.keysTotal);
    const auto afterPage = [&] {
        const auto now = SteadyClock::now();
        if (now - published < publishEvery)
            return;
        published = now;
        context.progress(
            std::min(1.0,
                     static_cast<double>(sample.looked) / static_cast<double>(std::max<qint64>(1, wanted))),
            Message(QT_TRANSLATE_NOOP("awb", "Looked at %1 of %2 keys"), {sample.looked, wanted}));
        if (progressed)
            progressed(sample);
    };
    for (std::size_t i = 0; i < deployment.nodes.size() && !sample.stopped; ++i) {
        RedisNode& node = deployment.nodes[i];
        const QString acl = minimumAcl(node.client->endpoint().user, deployment.cluster);
        int selected = node.client->endpoint().database;
        for (const RedisInfo::Database& database : databases[static_cast<qsizetype>(i)]) {
            if (sample.stopped || !node.client->isOpen())
                break;
            if (database.number != selected) {
                auto reply =
                    node.client->command({QByteArrayLiteral("SELECT"), QByteArray::number(database.number)},
                                         QStringLiteral("SELECT {database}"));
                if (!reply) {
                    if (Status absorbed = absorb(sample, reply.error(), acl); !absorbed)
                        return absorbed.error();
                    continue;
                }
                selected = database.number;
            }
            DatabaseScan scan(node, database.number, quotaOf(database, sample.keysTotal, options), options,
                              sample, ledger, context);
            if (Status done = scan.run(afterPage); !done) {
                if (Status absorbed = absorb(sample, done.error(), acl); !absorbed)
                    return absorbed.error();
            }
        }
    }
    return sample;
}

} // namespace awb
