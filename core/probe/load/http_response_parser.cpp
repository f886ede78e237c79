#include "core/probe/load/http_response_parser.h"

#include <algorithm>
#include <cstring>

namespace awb
{

namespace
{

constexpr quint64 longestBody = quint64{1} << 60;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool sameWord(std::string_view text, std::string_view lowerCase)
{
    return text.size() == lowerCase.size() && std::equal(text.begin(), text.end(), lowerCase.begin(),
                                                         [](char a, char b) { return lower(a) == b; });
}

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// Calls `each` with every trimmed part of a comma-separated list.
template<typename F>
void forEachItem(std::string_view list, F&& each)
{
    while (true) {
        const std::size_t comma = list.find(',');
        each(trimmed(list.substr(0, comma)));
        if (comma == std::string_view::npos)
            return;
        list.remove_prefix(comma + 1);
    }
}

} // namespace

void HttpResponseParser::begin(Request request)
{
    request_ = request;
    fault_ = HttpFault::None;
    begun_ = false;
    interim_ = 0;
    headBytes_ = 0;
    carry_.clear();
    resetMessage();
}

void HttpResponseParser::resetMessage()
{
    phase_ = Phase::StatusLine;
    keepAlive_ = true;
    retryAfter_ = false;
    hasLength_ = false;
    hasTransferCoding_ = false;
    isChunked_ = false;
    lastWasFraming_ = false;
    oldVersion_ = false;
    status_ = 0;
    left_ = 0;
    bodyBytes_ = 0;
}

void HttpResponseParser::fail(HttpFault fault)
{
    phase_ = Phase::Bad;
    fault_ = fault;
    keepAlive_ = false;
}

std::size_t HttpResponseParser::feed(const char* data, std::size_t size)
{
    begun_ = begun_ || size > 0;
    std::size_t at = 0;
    while (at < size && phase_ != Phase::Complete && phase_ != Phase::Bad) {
        const bool inBody =
            phase_ == Phase::Body || phase_ == Phase::UntilClose || phase_ == Phase::ChunkData;
        at += inBody ? feedBody(size - at) : feedLine(data + at, size - at);
    }
    return at;
}

bool HttpResponseParser::feedEnd()
{
    keepAlive_ = false;
    if (phase_ == Phase::UntilClose)
        phase_ = Phase::Complete;
    return phase_ == Phase::Complete && begun_;
}

std::size_t HttpResponseParser::feedLine(const char* data, std::size_t size)
{
    const void* found = std::memchr(data, '\n', size);
    const std::size_t used =
        found ? static_cast<std::size_t>(static_cast<const char*>(found) - data) + 1 : size;
    const bool inChunk = phase_ == Phase::ChunkSize || phase_ == Phase::ChunkEnd;
    if (!inChunk)
        headBytes_ += used;
    if (inChunk ? carry_.size() + used > mostChunkLine : headBytes_ > mostHeadBytes) {
        fail(inChunk ? HttpFault::Chunk : HttpFault::HeaderSize);
        return used;
    }
    if (!found) {
        carry_.append(data, size);
        return size;
    }
    std::string_view line(data, used - 1);
    if (!carry_.empty()) {
        carry_.append(data, used - 1);
        line = carry_;
    }
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    takeLine(line);
    carry_.clear();
    return used;
}

std::size_t HttpResponseParser::feedBody(std::size_t size)
{
    if (phase_ == Phase::UntilClose) {
        bodyBytes_ += size;
        return size;
    }
    const std::size_t used = static_cast<std::size_t>(std::min<quint64>(left_, size));
    left_ -= used;
    bodyBytes_ += used;
    if (left_ == 0)
        phase_ = phase_ == Phase::Body ? Phase::Complete : Phase::ChunkEnd;
    return used;
}

void HttpResponseParser::takeLine(std::string_view line)
{
    switch (phase_) {
    case Phase::StatusLine:
        takeStatusLine(line);
        return;
    case Phase::Headers:
        if (line.empty())
            endOfHead();
        else
            takeHeader(line);
        return;
    case Phase::ChunkSize:
        takeChunkSize(line);
        return;
    case Phase::ChunkEnd:
        if (line.empty())
            phase_ = Phase::ChunkSize;
        else
            fail(HttpFault::Chunk);
        return;
    case Phase::Trailers:
        if (line.empty())
            phase_ = Phase::Complete;
        return;
    default:
        Q_UNREACHABLE();
    }
}

// "HTTP/1.1 200 OK"; the reason may be missing altogether.
void HttpResponseParser::takeStatusLine(std::string_view line)
{
    constexpr std::size_t codeAt = 9;
    const bool shaped = line.size() >= codeAt + 3 && line.substr(0, 7) == "HTTP/1." && isDigit(line[7]) &&
                        line[8] == ' ' && isDigit(line[codeAt]) && isDigit(line[codeAt + 1]) &&
                        isDigit(line[codeAt + 2]) && (line.size() == codeAt + 3 || line[codeAt + 3] == ' ');
    if (!shaped || line[codeAt] == '0') {
        fail(HttpFault::StatusLine);
        return;
    }
    oldVersion_ = line[7] == '0';
    keepAlive_ = !oldVersion_;
    status_ = (line[codeAt] - '0') * 100 + (line[codeAt + 1] - '0') * 10 + (line[codeAt + 2] - '0');
    phase_ = Phase::Headers;
}

void HttpResponseParser::takeHeader(std::string_view line)
{
    if (line.front() == ' ' || line.front() == '\t') { // obs-fold: part of the value before
        if (lastWasFraming_)
            fail(HttpFault::HeaderLine);
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || line[colon - 1] == ' ' || line[colon - 1] == '\t') {
        fail(HttpFault::HeaderLine);
        return;
    }
    lastWasFraming_ = false;
    const std::string_view name = line.substr(0, colon);
    const char first = lower(name.front());
    if (first != 'c' && first != 't' && first != 'r')
        return;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (sameWord(name, "content-length")) {
        lastWasFraming_ = true;
        takeLength(value);
    } else if (sameWord(name, "transfer-encoding")) {
        lastWasFraming_ = true;
        hasTransferCoding_ = true;
        forEachItem(value, [this](std::string_view item) { isChunked_ = sameWord(item, "chunked"); });
    } else if (sameWord(name, "connection")) {
        forEachItem(value, [this](std::string_view item) {
            if (sameWord(item, "close"))
                keepAlive_ = false;
            else if (sameWord(item, "keep-alive") && oldVersion_)
                keepAlive_ = true;
        });
    } else if (sameWord(name, "retry-after")) {
        retryAfter_ = !value.empty();
    }
}

// One number, or the same one several times (RFC 9112 6.3, rule 5).
void HttpResponseParser::takeLength(std::string_view value)
{
    forEachItem(value, [this](std::string_view item) {
        quint64 length = 0;
        bool readable = !item.empty() && item.size() <= 18;
        for (const char digit : item) {
            readable = readable && isDigit(digit);
            length = readable ? length * 10 + static_cast<quint64>(digit - '0') : 0;
        }
        if (!readable || length > longestBody || (hasLength_ && length != left_)) {
            fail(HttpFault::Length);
            return;
        }
        hasLength_ = true;
        left_ = length;
    });
}

void HttpResponseParser::takeChunkSize(std::string_view line)
{
    quint64 size = 0;
    std::size_t digits = 0;
    while (digits < line.size() && hexDigit(line[digits]) >= 0 && digits < 16) {
        size = size * 16 + static_cast<quint64>(hexDigit(line[digits]));
        ++digits;
    }
    const std::string_view rest = trimmed(line.substr(digits));
    if (digits == 0 || size > longestBody || (!rest.empty() && rest.front() != ';')) {
        fail(HttpFault::Chunk);
        return;
    }
    left_ = size;
    phase_ = size == 0 ? Phase::Trailers : Phase::ChunkData;
}

// RFC 9112 section 6.3, in its order.
void HttpResponseParser::endOfHead()
{
    if (status_ < 200) {
        if (status_ == 101 || ++interim_ > mostInterim) {
            fail(status_ == 101 ? HttpFault::Upgrade : HttpFault::Interim);
            return;
        }
        resetMessage();
        return;
    }
    const bool tunnel = request_ == Request::Connect && status_ < 300;
    if (request_ == Request::Head || status_ == 204 || status_ == 304 || tunnel) {
        phase_ = Phase::Complete;
        return;
    }
    if (hasTransferCoding_) {
        // both headers, or a coding from an old version: a smuggling attempt or a fault; the connection is
        // not reused
        keepAlive_ = keepAlive_ && !hasLength_ && !oldVersion_;
        phase_ = isChunked_ ? Phase::ChunkSize : Phase::UntilClose;
    } else if (hasLength_) {
        phase_ = left_ == 0 ? Phase::Complete : Phase::Body;
    } else {
        phase_ = Phase::UntilClose;
    }
    if (phase_ == Phase::UntilClose)
        keepAlive_ = false;
}

} // namespace awb
