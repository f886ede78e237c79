#pragma once

#include "core/foundation/result.h"

#include <QByteArray>

#include <curl/curl.h>

#include <memory>

namespace awb
{

struct CurlListRelease
{
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// A request of a plan, taken apart again: libcurl writes the bytes of HTTP/1.1 or the frames of HTTP/2
// itself. What it must say on its own (Content-Length, Connection) is left out of the lines.
struct CurlRequest
{
    QByteArray method;
    QByteArray target;                                  // "/products?page=2", or "http://…" for a proxy
    std::unique_ptr<curl_slist, CurlListRelease> lines; // Host and all else that was written
    QByteArray body;
    bool hasBody = false; // also an empty one
};

// Error (Usage): these bytes are no HTTP/1.1 request, or one with a coded body.
Result<CurlRequest> takeApart(const QByteArray& bytes);

} // namespace awb
