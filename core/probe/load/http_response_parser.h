#pragma once

#include <QtGlobal>

#include <cstddef>
#include <string>
#include <string_view>

namespace awb
{

// Why a response cannot be read.
enum class HttpFault : quint8 { None, StatusLine, HeaderLine, HeaderSize, Length, Chunk, Interim, Upgrade };

// Reads one HTTP/1.x response after another from pieces of any size; bodies are counted and thrown away.
// Where a response ends follows RFC 9112 section 6.3. Bounded: 64 KiB of status line, headers and trailers in
// all, 4 KiB for the size line of a chunk, 32 interim (1xx) responses; the length of a body is bounded by
// whoever feeds it.
class HttpResponseParser
{
public:
    enum class Request : quint8 { Ordinary, Head, Connect };

    static constexpr std::size_t mostHeadBytes = 64 * 1024;
    static constexpr std::size_t mostChunkLine = 4096;
    static constexpr int mostInterim = 32;

    void begin(Request request); // the next response, an answer to this kind of request

    // Consumes at most the rest of this response and says how much that was; less than size: the response is
    // complete (what follows is not part of it) or bad.
    std::size_t feed(const char* data, std::size_t size);
    // The peer closed the connection. True if that is how this response ends.
    bool feedEnd();

    bool isComplete() const { return phase_ == Phase::Complete; }
    bool isBad() const { return phase_ == Phase::Bad; }
    HttpFault fault() const { return fault_; }
    bool hasBegun() const { return begun_; } // a byte came
    int status() const { return status_; }
    bool isOldVersion() const { return oldVersion_; } // HTTP/1.0
    bool keepsAlive() const { return keepAlive_; }
    bool hasRetryAfter() const { return retryAfter_; }
    quint64 bodyBytes() const { return bodyBytes_; }

private:
    enum class Phase : quint8 {
        StatusLine,
        Headers,
        Body,
        UntilClose,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailers,
        Complete,
        Bad
    };

    void resetMessage();
    void fail(HttpFault fault);
    std::size_t feedLine(const char* data, std::size_t size);
    std::size_t feedBody(std::size_t size);
    void takeLine(std::string_view line);
    void takeStatusLine(std::string_view line);
    void takeHeader(std::string_view line);
    void takeLength(std::string_view value);
    void takeChunkSize(std::string_view line);
    void endOfHead();

    Phase phase_ = Phase::Complete;
    Request request_ = Request::Ordinary;
    HttpFault fault_ = HttpFault::None;
    bool begun_ = false;
    bool keepAlive_ = true;
    bool retryAfter_ = false;
    bool hasLength_ = false;
    bool hasTransferCoding_ = false;
    bool isChunked_ = false;
    bool lastWasFraming_ = false;
    bool oldVersion_ = false;
    int interim_ = 0;
    int status_ = 0;
    std::size_t headBytes_ = 0;
    quint64 left_ = 0; // of the body or the chunk
    quint64 bodyBytes_ = 0;
    std::string carry_; // a line that came in pieces
};

} // namespace awb
