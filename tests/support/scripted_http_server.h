#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_st SSL;

namespace awb::test
{

// What the server does with one request.
struct HttpReply
{
    enum class End { Keep, Close, Reset };

    QByteArrayList pieces; // written one after the other …
    int delayMs = 0;       // … after this time …
    int pauseMs = 0;       // … with this pause between them
    End end = End::Keep;
    qint64 endless = 0; // then this many bytes of filler

    static HttpReply ok(const QByteArray& body = QByteArrayLiteral("{}"));
    static HttpReply of(const QByteArray& wholeAnswer, End end = End::Keep);
    static HttpReply status(int code, const QByteArray& headers = {});
};

// A real server on 127.0.0.1 (or ::1) whose every answer a test writes itself. A thread for each connection;
// the handler is called from them: with the whole request, and how many came on this connection before.
class ScriptedHttpServer
{
public:
    struct Options
    {
        QString certificate, key; // set: TLS
        QString clientCa;         // set: the client must show a certificate
        bool ipv6 = false;
    };
    using Handler = std::function<HttpReply(const QByteArray& request, int before)>;

    explicit ScriptedHttpServer(Handler handler);
    ScriptedHttpServer(Handler handler, const Options& options);
    ~ScriptedHttpServer();

    quint16 port() const { return port_; }
    QString error() const { return error_; }
    int connections() const { return accepted_; } // ever
    int requests() const { return requests_; }

private:
    bool listenOn(bool ipv6);
    bool useTls(const Options& options);
    void acceptAll();
    void serve(int fd);
    bool answer(int fd, SSL* tls, const HttpReply& reply);

    Handler handler_;
    QString error_;
    int listener_ = -1;
    quint16 port_ = 0;
    SSL_CTX* tls_ = nullptr;
    std::atomic<bool> stop_{false};
    std::atomic<int> accepted_{0};
    std::atomic<int> requests_{0};
    std::mutex mutex_;
    std::set<int> open_;
    std::vector<std::thread> threads_;
    std::thread acceptor_;
};

} // namespace awb::test
