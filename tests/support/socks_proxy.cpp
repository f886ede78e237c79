#include "tests/support/socks_proxy.h"

#include <sys/socket.h>

#include <limits>

namespace awb::test
{

namespace
{

QByteArray take(int client, int bytes)
{
    QByteArray taken(bytes, '\0');
    const auto wanted = static_cast<std::size_t>(bytes);
    if (bytes == 0 || ::recv(client, taken.data(), wanted, MSG_WAITALL) != bytes)
        return {};
    return taken;
}

// A length of one byte and what follows it.
QByteArray takeText(int client)
{
    const QByteArray length = take(client, 1);
    return length.isEmpty() ? QByteArray() : take(client, static_cast<unsigned char>(length[0]));
}

bool say(int client, const QByteArray& bytes)
{
    return ::send(client, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) ==
           bytes.size();
}

QByteArray takeHost(int client, char kind)
{
    constexpr char name = 3;
    if (kind == name)
        return takeText(client);
    QByteArray dotted;
    for (const char byte : take(client, 4))
        dotted += (dotted.isEmpty() ? "" : ".") + QByteArray::number(static_cast<unsigned char>(byte));
    return dotted;
}

} // namespace

SocksProxy::SocksProxy(quint16 serverPort, const QByteArray& user, const QByteArray& password)
    : user_(user),
      password_(password),
      relay_(serverPort, std::numeric_limits<qint64>::max(), [this](int client) { return greet(client); })
{
}

QSet<QByteArray> SocksProxy::asked() const
{
    const std::scoped_lock lock(mutex_);
    return asked_;
}

bool SocksProxy::logIn(int client)
{
    const QByteArray version = take(client, 1);
    const QByteArray user = takeText(client);
    const bool right = takeText(client) == password_ && user == user_ && version == QByteArray("\x01");
    return say(client, right ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2)) && right;
}

bool SocksProxy::greet(int client)
{
    const QByteArray version = take(client, 1);
    const QByteArray methods = takeText(client);
    const char method = user_.isEmpty() ? 0 : 2;
    if (version != QByteArray("\x05") || !methods.contains(method)) {
        say(client, QByteArray("\x05\xff", 2));
        return false;
    }
    if (!say(client, QByteArray("\x05") + method) || (method == 2 && !logIn(client)))
        return false;
    const QByteArray request = take(client, 4);
    if (request.size() != 4 || request[1] != 1)
        return false;
    const QByteArray host = takeHost(client, request[3]);
    const QByteArray port = take(client, 2);
    if (port.size() != 2)
        return false;
    const int number = static_cast<unsigned char>(port[0]) * 256 + static_cast<unsigned char>(port[1]);
    {
        const std::scoped_lock lock(mutex_);
        asked_.insert(host + ':' + QByteArray::number(number));
    }
    return say(client, QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
}

} // namespace awb::test
