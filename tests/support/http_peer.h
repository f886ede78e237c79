#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QTcpSocket;

namespace awb::test
{

struct PeerRequest
{
    QByteArray method;
    QByteArray target; // "/users?page=2"
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(const char* name) const; // case-insensitive; empty if absent
    QByteArray path() const { return target.split('?').value(0); }
    QByteArray query(const char* name) const;
};

// The connection's side of a talk, for a server that is as rude as it likes.
class PeerLine
{
public:
    PeerLine(QTcpSocket& socket, std::atomic<bool>& over) : socket_(socket), over_(over) {}
    bool send(const QByteArray& bytes); // false: the client has gone, or the test is over
    void waitUntilGone();
    void pause(int ms);
    bool isOver() const { return over_; }
    void close();

private:
    QTcpSocket& socket_;
    std::atomic<bool>& over_;
};

// "HTTP/1.1 200 …" with these header lines ("Name: value"), Content-Length and the body.
QByteArray reply(int status, const QByteArray& body = {}, const QList<QByteArray>& headers = {});
QByteArray jsonReply(const QByteArray& body, const QList<QByteArray>& headers = {}, int status = 200);

// A small HTTP/1.1 server on loopback for tests, a thread a connection, over TLS when it has a certificate.
// The handler answers the request with raw bytes; it runs in the connection's thread.
class HttpPeer
{
public:
    using Handler = std::function<void(PeerLine&, const PeerRequest&)>;
    struct Options
    {
        QString certificate, key;     // PEM files: TLS
        QString clientCa;             // clients must show a certificate of this authority
        bool ipv6 = false;            // listens on ::1
        bool answersExpect = true;    // sends 100 Continue before it reads an announced body
        bool expectToHandler = false; // hands a request with Expect to the handler before its body
    };

    explicit HttpPeer(Handler handler);
    HttpPeer(Handler handler, Options options);
    ~HttpPeer();
    HttpPeer(const HttpPeer&) = delete;
    HttpPeer& operator=(const HttpPeer&) = delete;

    quint16 port() const { return port_; }
    QString url(const QString& path = {}) const; // http(s)://127.0.0.1:port
    QList<PeerRequest> seen() const;             // every request, in the order of arrival
    void forget();

private:
    void serve();
    void talk(qintptr descriptor);
    void converse(QTcpSocket& socket, PeerLine& line);

    Handler handler_;
    Options options_;
    quint16 port_ = 0;
    std::atomic<bool> over_{false};
    mutable std::mutex mutex_;
    QList<PeerRequest> seen_;
    std::vector<std::thread> talks_;
    std::thread thread_;
};

} // namespace awb::test
