#include "core/probe/redis/resp_reader.h"

#include <hiredis/hiredis.h>

#include <QByteArrayList>

#include <cstring>

namespace awb
{

namespace
{

Unexpected protocolError(const char* what)
{
    return Unexpected(
        Error{ErrorCode::Protocol,
              QStringLiteral("The server's answer is not Redis protocol: %1.").arg(QLatin1String(what)),
              {},
              {}});
}

Unexpected limitError(const char* what, qint64 announced, qint64 limit)
{
    return Unexpected(Error{ErrorCode::Limit,
                            QStringLiteral("The server announced %1 (%2); at most %3 are accepted.")
                                .arg(QLatin1String(what))
                                .arg(announced)
                                .arg(limit),
                            {},
                            {}});
}

constexpr qint64 numberCap = 100'000'000'000'000'000; // ten times it still fits

} // namespace

bool RespGuard::refuse(const char* what)
{
    failure_ = protocolError(what).error;
    return false;
}

bool RespGuard::refuse(const char* what, qint64 announced, qint64 limit)
{
    failure_ = limitError(what, announced, limit).error;
    return false;
}

Status RespGuard::inspect(const char* data, qsizetype size)
{
    const char* const end = data + size;
    while (data < end) {
        if (state_ == State::Bulk) { // the fast path: bytes that need no look
            const qint64 take = std::min<qint64>(bulkLeft_, end - data);
            data += take;
            bulkLeft_ -= take;
            if (bulkLeft_ == 0)
                state_ = State::BulkCr;
            continue;
        }
        if (++replyBytes_ > limits_.replyBytes) {
            refuse("a reply of that many bytes", replyBytes_, limits_.replyBytes);
            return *failure_;
        }
        const char byte = *data++;
        if (!take(byte))
            return *failure_;
    }
    return Done{};
}

bool RespGuard::take(char byte)
{
    switch (state_) {
    case State::Type:
        return beginItem(byte);
    case State::Line:
    case State::LineEnd:
        return lineByte(byte);
    case State::BulkCr:
        state_ = State::BulkLf;
        return byte == '\r' || refuse("a bulk string is longer than announced");
    case State::BulkLf:
        if (byte != '\n')
            return refuse("a bulk string is longer than announced");
        endItem();
        break;
    case State::Bulk:
        break;
    }
    return true;
}

bool RespGuard::beginItem(char type)
{
    if (type != '+' && type != '-' && type != ':' && type != '$' && type != '*')
        return refuse("a reply begins with an unknown type");
    type_ = type;
    negative_ = digits_ = false;
    number_ = 0;
    lineBytes_ = 0;
    state_ = State::Line;
    return true;
}

bool RespGuard::lineByte(char byte)
{
    if (state_ == State::LineEnd) {
        if (byte == '\n')
            return endLine();
        if (type_ != '+' && type_ != '-')
            return refuse("a number does not end with its line");
        state_ = byte == '\r' ? State::LineEnd : State::Line;
        return true;
    }
    if (++lineBytes_ > limits_.lineBytes)
        return refuse("a line of that many bytes", lineBytes_, limits_.lineBytes);
    if (byte == '\r') {
        state_ = State::LineEnd;
        return true;
    }
    if (type_ == '+' || type_ == '-')
        return true;
    if (byte == '-' && !digits_ && !negative_) {
        negative_ = true;
        return true;
    }
    if (byte < '0' || byte > '9')
        return refuse("a number has other characters than digits");
    digits_ = true;
    if (number_ < numberCap)
        number_ = number_ * 10 + (byte - '0');
    else if (type_ != ':')
        return refuse("more than can be counted", number_, numberCap);
    return lineBytes_ <= 20 || refuse("a number is too long");
}

bool RespGuard::endLine()
{
    if (type_ == '+' || type_ == '-') {
        endItem();
        return true;
    }
    if (!digits_)
        return refuse("a number is missing");
    if (type_ == ':') {
        endItem();
        return true;
    }
    if (negative_) {
        if (number_ != 1)
            return refuse("a length is negative");
        endItem();
        return true;
    }
    if (type_ == '*')
        return announceArray(number_);
    if (number_ > limits_.bulkBytes)
        return refuse("a string of that many bytes", number_, limits_.bulkBytes);
    replyBytes_ += number_;
    if (replyBytes_ > limits_.replyBytes)
        return refuse("a reply of that many bytes", replyBytes_, limits_.replyBytes);
    bulkLeft_ = number_;
    state_ = number_ == 0 ? State::BulkCr : State::Bulk;
    return true;
}

bool RespGuard::announceArray(qint64 count)
{
    if (count > limits_.elements - elements_)
        return refuse("a list of that many elements", count, limits_.elements);
    elements_ += count;
    if (count == 0) {
        endItem();
        return true;
    }
    if (depth_ >= limits_.depth || depth_ >= maxDepth)
        return refuse("lists inside lists", depth_ + 1, limits_.depth);
    left_[static_cast<std::size_t>(depth_++)] = count;
    state_ = State::Type;
    return true;
}

void RespGuard::endItem()
{
    state_ = State::Type;
    while (depth_ > 0) {
        if (--left_[static_cast<std::size_t>(depth_ - 1)] > 0)
            return;
        --depth_;
    }
    ++complete_;
    replyBytes_ = 0;
    elements_ = 0;
}

struct RespReader::Reader
{
    Reader() : handle(redisReaderCreate()) {}
    ~Reader() { redisReaderFree(handle); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    redisReader* handle;
};

namespace
{

RedisReply convert(const redisReply& from)
{
    RedisReply reply;
    switch (from.type) {
    case REDIS_REPLY_INTEGER:
        reply.kind = RedisReply::Kind::Integer;
        reply.integer = from.integer;
        break;
    case REDIS_REPLY_ARRAY:
        reply.kind = RedisReply::Kind::Array;
        reply.elements.reserve(static_cast<std::size_t>(from.elements));
        for (std::size_t i = 0; i < static_cast<std::size_t>(from.elements); ++i)
            reply.elements.push_back(from.element[i] ? convert(*from.element[i]) : RedisReply{});
        break;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
    case REDIS_REPLY_ERROR:
        reply.kind = from.type == REDIS_REPLY_STRING   ? RedisReply::Kind::Bulk
                     : from.type == REDIS_REPLY_STATUS ? RedisReply::Kind::Simple
                                                       : RedisReply::Kind::Error;
        reply.text = QByteArray(from.str, static_cast<qsizetype>(from.len));
        break;
    default:
        break;
    }
    return reply;
}

} // namespace

RespReader::RespReader(const RespLimits& limits) : guard_(limits), reader_(std::make_unique<Reader>()) {}
RespReader::~RespReader() = default;

Status RespReader::feed(const char* data, qsizetype size)
{
    if (Status inspected = guard_.inspect(data, size); !inspected)
        return inspected;
    if (redisReaderFeed(reader_->handle, data, static_cast<std::size_t>(size)) != REDIS_OK)
        return protocolError("the reader gave up");
    return Done{};
}

Result<std::optional<RedisReply>> RespReader::next()
{
    void* raw = nullptr;
    if (redisReaderGetReply(reader_->handle, &raw) != REDIS_OK)
        return protocolError("the reader does not understand it");
    if (!raw)
        return std::optional<RedisReply>();
    const std::unique_ptr<void, void (*)(void*)> owner(raw, freeReplyObject);
    return std::optional<RedisReply>(convert(*static_cast<redisReply*>(raw)));
}

void appendCommand(QByteArray& out, const QByteArray* words, int count)
{
    std::array<const char*, 8> shortData{};
    std::array<std::size_t, 8> shortSize{};
    std::vector<const char*> longData;
    std::vector<std::size_t> longSize;
    const char** data = shortData.data();
    std::size_t* size = shortSize.data();
    if (count > static_cast<int>(shortData.size())) {
        longData.resize(static_cast<std::size_t>(count));
        longSize.resize(static_cast<std::size_t>(count));
        data = longData.data();
        size = longSize.data();
    }
    for (int i = 0; i < count; ++i) {
        data[i] = words[i].constData();
        size[i] = static_cast<std::size_t>(words[i].size());
    }
    char* formatted = nullptr;
    const auto length = redisFormatCommandArgv(&formatted, count, data, size);
    if (length > 0)
        out.append(formatted, static_cast<qsizetype>(length));
    redisFreeCommand(formatted);
}

void appendCommand(QByteArray& out, const QByteArrayList& words)
{
    appendCommand(out, words.constData(), static_cast<int>(words.size()));
}

} // namespace awb
