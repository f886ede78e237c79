#pragma once

#include "tests/sample_backend/shop_service.h"

#include <memory>

namespace awb::sample
{

// Puts a ShopService on 127.0.0.1. The only place that knows the HTTP library (with http_front.cpp).
class HttpFront
{
public:
    // limitsBodies: answers 413 to more than 64 KiB.
    explicit HttpFront(ShopService& service, bool limitsBodies = true);
    ~HttpFront(); // answers what is in flight, then returns

    // port 0: any free one. The port, or 0 when it cannot be had.
    quint16 start(quint16 port);

private:
    struct Server;
    std::unique_ptr<Server> server_;
};

// A client that keeps its connection. One thread.
class HttpCaller
{
public:
    explicit HttpCaller(quint16 port);
    ~HttpCaller();
    // The status is 0 when nothing answered within 10 s.
    HttpAnswer call(const QByteArray& method, const QByteArray& pathAndQuery, const QByteArray& body = {});

private:
    struct Client;
    std::unique_ptr<Client> client_;
};

} // namespace awb::sample
