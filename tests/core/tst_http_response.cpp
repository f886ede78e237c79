#include "core/probe/load/http_response_parser.h"

#include <QTest>

using namespace awb;
using Parser = HttpResponseParser;

namespace
{

struct Read
{
    std::size_t used = 0;
    Parser parser;
};

// In pieces of this size.
Read readIn(const QByteArray& bytes, std::size_t piece, Parser::Request request = Parser::Request::Ordinary)
{
    Read read;
    read.parser.begin(request);
    const auto size = static_cast<std::size_t>(bytes.size());
    while (read.used < size && !read.parser.isComplete() && !read.parser.isBad()) {
        const std::size_t now = std::min(piece, size - read.used);
        read.used += read.parser.feed(bytes.constData() + read.used, now);
    }
    return read;
}

} // namespace

class TestHttpResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_response_ends_where_rfc_9112_says_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("body");
        QTest::addColumn<bool>("keeps");
        const auto row = [](const char* name, const char* bytes, int status, qint64 body, bool keeps,
                            Parser::Request request = Parser::Request::Ordinary) {
            QTest::newRow(name) << QByteArray(bytes) << static_cast<int>(request) << status << body << keeps;
        };
        row("by Content-Length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, 5, true);
        row("by an empty one", "HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n", 200, 0, true);
        row("by the same length twice",
            "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\nContent-Length: 2\r\n\r\nab", 200, 2, true);
        row("by the last chunk",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: "
            "chunked\r\n\r\n3\r\nabc\r\nA;x=\"y\"\r\n0123456789\r\n0\r\n\r\n",
            200, 13, true);
        row("by trailers",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n1\r\na\r\n0\r\nX-Sum: 1\r\n\r\n", 200,
            1, true);
        row("chunks beat a length, and end the connection",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
            200, 1, false);
        row("at the head after HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", 200, 0, true,
            Parser::Request::Head);
        row("at the head of 204", "HTTP/1.1 204 No Content\r\n\r\n", 204, 0, true);
        row("at the head of 304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n", 304, 0, true);
        row("at the head of a tunnel", "HTTP/1.1 200 Established\r\nTransfer-Encoding: chunked\r\n\r\n", 200,
            0, true, Parser::Request::Connect);
        row("after interim ones",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 201 "
            "Created\r\nContent-Length: 1\r\n\r\nx",
            201, 1, true);
        row("with Connection: close", "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n",
            200, 0, false);
        row("in the old version", "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", 200, 0, false);
        row("in the old version with keep-alive",
            "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", 200, 0, true);
        row("with bare line feeds", "HTTP/1.1 200\nContent-Length: 1\n\nx", 200, 1, true);
        row("with a folded value", "HTTP/1.1 200 OK\r\nX-A: b\r\n c\r\nContent-Length: 1\r\n\r\nx", 200, 1,
            true);
    }
    void a_response_ends_where_rfc_9112_says()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, request);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{100000}}) {
            // what follows belongs to the next response
            const Read read = readIn(bytes + "HTTP/1.1 500", piece, static_cast<Parser::Request>(request));
            QVERIFY(read.parser.isComplete());
            QCOMPARE(read.used, static_cast<std::size_t>(bytes.size()));
            QTEST(read.parser.status(), "status");
            QTEST(static_cast<qint64>(read.parser.bodyBytes()), "body");
            QTEST(read.parser.keepsAlive(), "keeps");
        }
    }

    void a_body_without_length_ends_with_the_connection()
    {
        Read read = readIn("HTTP/1.1 200 OK\r\n\r\nall of this", 4);
        QVERIFY(!read.parser.isComplete());
        QVERIFY(read.parser.feedEnd());
        QCOMPARE(read.parser.bodyBytes(), 11);
        QVERIFY(!read.parser.keepsAlive());
    }

    void a_connection_that_ends_early_completes_nothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("before the first byte") << QByteArray();
        QTest::newRow("in the status line") << QByteArray("HTTP/1.1 20");
        QTest::newRow("in the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell");
        QTest::newRow("in a chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe");
        QTest::newRow("before the last chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
        QTest::newRow("in the trailers")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
        QTest::newRow("after an interim one") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    }
    void a_connection_that_ends_early_completes_nothing()
    {
        QFETCH(QByteArray, bytes);
        Read read = readIn(bytes, 7);
        QVERIFY(!read.parser.isComplete());
        QVERIFY(!read.parser.feedEnd());
    }

    void a_bad_response_is_told_by_its_fault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const QByteArray& bytes, HttpFault fault) {
            QTest::newRow(name) << bytes << static_cast<int>(fault);
        };
        const QByteArray chunked("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", HttpFault::StatusLine);
        row("HTTP/2", "HTTP/2 200\r\n\r\n", HttpFault::StatusLine);
        row("no code", "HTTP/1.1 OK now\r\n\r\n", HttpFault::StatusLine);
        row("a code of four digits", "HTTP/1.1 2000 OK\r\n\r\n", HttpFault::StatusLine);
        row("a code below 100", "HTTP/1.1 099 X\r\n\r\n", HttpFault::StatusLine);
        row("a header without colon", "HTTP/1.1 200 OK\r\nnothing\r\n\r\n", HttpFault::HeaderLine);
        row("a header without name", "HTTP/1.1 200 OK\r\n: x\r\n\r\n", HttpFault::HeaderLine);
        row("a space before the colon", "HTTP/1.1 200 OK\r\nContent-Length : 1\r\n\r\n",
            HttpFault::HeaderLine);
        row("a folded length", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n 2\r\n\r\n", HttpFault::HeaderLine);
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            HttpFault::Length);
        row("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", HttpFault::Length);
        row("a length of letters", "HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n\r\n", HttpFault::Length);
        row("a length beyond reason", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
            HttpFault::Length);
        row("an empty length", "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", HttpFault::Length);
        row("a chunk of no size", chunked + "\r\n", HttpFault::Chunk);
        row("a chunk of letters", chunked + "xyz\r\n", HttpFault::Chunk);
        row("a negative chunk", chunked + "-1\r\n", HttpFault::Chunk);
        row("a chunk beyond reason", chunked + "fffffffffffffffff\r\n", HttpFault::Chunk);
        row("a chunk longer than it says", chunked + "2\r\nabc\r\n", HttpFault::Chunk);
        row("a chunk line without end", chunked + "1;" + QByteArray(10000, 'x'), HttpFault::Chunk);
        row("a header of 64 MB", "HTTP/1.1 200 OK\r\nX: " + QByteArray(1 << 20, 'x'), HttpFault::HeaderSize);
        row("headers without end",
            "HTTP/1.1 200 OK\r\n" + QByteArray("X-Header: 0123456789\r\n").repeated(4000),
            HttpFault::HeaderSize);
        row("trailers without end", chunked + "0\r\n" + QByteArray("X-Header: 0123456789\r\n").repeated(4000),
            HttpFault::HeaderSize);
        row("interim ones without end", QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(40),
            HttpFault::Interim);
        row("another protocol afterwards", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n",
            HttpFault::Upgrade);
    }
    void a_bad_response_is_told_by_its_fault()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, fault);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}, std::size_t{65536}}) {
            const Read read = readIn(bytes, piece);
            QVERIFY(read.parser.isBad());
            QCOMPARE(static_cast<int>(read.parser.fault()), fault);
            QVERIFY(!read.parser.keepsAlive());
        }
    }

    void a_retry_after_header_is_seen()
    {
        QVERIFY(readIn("HTTP/1.1 503 Busy\r\nretry-after: 5\r\nContent-Length: 0\r\n\r\n", 9)
                    .parser.hasRetryAfter());
        QVERIFY(!readIn("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", 9).parser.hasRetryAfter());
    }

    void the_next_response_starts_afresh()
    {
        Parser parser;
        parser.begin(Parser::Request::Ordinary);
        const QByteArray bad("nonsense\r\n");
        parser.feed(bad.constData(), static_cast<std::size_t>(bad.size()));
        QVERIFY(parser.isBad());
        parser.begin(Parser::Request::Ordinary);
        QVERIFY(!parser.hasBegun());
        const QByteArray good("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
        QCOMPARE(parser.feed(good.constData(), static_cast<std::size_t>(good.size())),
                 static_cast<std::size_t>(good.size()));
        QVERIFY(parser.isComplete());
        QVERIFY(parser.keepsAlive());
    }
};

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_http_response.moc"
