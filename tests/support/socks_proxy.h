#pragma once

#include "tests/support/cut_relay.h"

#include <QByteArray>
#include <QSet>

namespace awb::test
{

// A SOCKS5 proxy on 127.0.0.1 (RFC 1928, and 1929 for the login) that leads every client to one server,
// whatever it asks for, and remembers what that was.
class SocksProxy
{
public:
    // user empty: no login is asked for.
    explicit SocksProxy(quint16 serverPort, const QByteArray& user = {}, const QByteArray& password = {});

    quint16 port() const { return relay_.port(); }
    QSet<QByteArray>
    asked() const; // "shop.example:443", names as they came: resolved here, not by the client

private:
    bool greet(int client);
    bool logIn(int client);

    QByteArray user_, password_;
    mutable std::mutex mutex_;
    QSet<QByteArray> asked_;
    CutRelay relay_; // last: its threads use what is above
};

} // namespace awb::test
