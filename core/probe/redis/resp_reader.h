#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace awb
{

// One RESP2 reply. Bulk, Simple and Error are bytes as they came (binary safe).
struct RedisReply
{
    enum class Kind { Nil, Simple, Error, Integer, Bulk, Array };
    Kind kind = Kind::Nil;
    QByteArray text;
    qint64 integer = 0;
    std::vector<RedisReply> elements;

    bool isError() const { return kind == Kind::Error; }
    bool isArray() const { return kind == Kind::Array; }
};

// What one reply may announce. A server that goes beyond gives ErrorCode::Limit before anything is allocated.
struct RespLimits
{
    qint64 elements = 65536;             // all arrays of one reply together
    qint64 bulkBytes = 4 * 1024 * 1024;  // one bulk string
    qint64 replyBytes = 8 * 1024 * 1024; // one reply with everything in it
    qint64 lineBytes = 64 * 1024;        // status, error or number up to its CR LF
    int depth = 7;                       // nested arrays: what hiredis' reader follows
};

// Walks over the bytes of RESP2 before hiredis' reader sees them and checks every announced size, because
// that reader allocates what is announced (3.8 GB for "*500000000"). Keeps no bytes; constant memory.
class RespGuard
{
public:
    explicit RespGuard(const RespLimits& limits) : limits_(limits) {}

    // ErrorCode::Limit or ErrorCode::Protocol; after an error the stream cannot be followed any more.
    Status inspect(const char* data, qsizetype size);
    qint64 completeReplies() const { return complete_; }

private:
    enum class State { Type, Line, LineEnd, Bulk, BulkCr, BulkLf };

    // False: the bytes are refused and failure_ says why. No Result in the loop over every byte.
    bool take(char byte);
    bool beginItem(char type);
    bool lineByte(char byte);
    bool endLine();
    bool announceArray(qint64 count);
    void endItem();
    bool refuse(const char* what);
    bool refuse(const char* what, qint64 announced, qint64 limit);

    static constexpr int maxDepth = 16;
    RespLimits limits_;
    State state_ = State::Type;
    char type_ = 0;
    bool negative_ = false;
    bool digits_ = false;
    qint64 number_ = 0;
    qint64 lineBytes_ = 0;
    qint64 bulkLeft_ = 0;
    qint64 replyBytes_ = 0;
    qint64 elements_ = 0;
    qint64 complete_ = 0;
    int depth_ = 0;
    std::array<qint64, maxDepth> left_{};
    std::optional<Error> failure_;
};

// hiredis' reply reader behind the guard. feed() what came, then take replies with next() until it gives
// none.
class RespReader
{
public:
    explicit RespReader(const RespLimits& limits = {});
    ~RespReader();
    RespReader(const RespReader&) = delete;
    RespReader& operator=(const RespReader&) = delete;

    Status feed(const char* data, qsizetype size);
    Result<std::optional<RedisReply>> next();

private:
    struct Reader;
    RespGuard guard_;
    std::unique_ptr<Reader> reader_;
};

// A command in RESP, by hiredis' formatter; words may hold any byte.
void appendCommand(QByteArray& out, const QByteArray* words, int count);
void appendCommand(QByteArray& out, const QByteArrayList& words);

} // namespace awb
