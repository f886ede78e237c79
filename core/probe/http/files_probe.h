#pragma once

#include "core/probe/http/http_probe.h"

namespace awb
{

// The defaults are the shipped numbers (policy of 8.6).
struct FilesOptions
{
    qsizetype endpoints = 10;
};

// Does the operation take or give files? By the media types of its description, else by a word of its path.
enum class FileUse { None, Upload, Download };
FileUse fileUseOf(const Endpoint& endpoint);

// An address on another host in the answer: a redirect, or a field url, href, location, link … of a JSON
// object at most two levels deep. Empty: none.
QUrl addressElsewhere(const HttpResponse& response);

// 8.6, hints: what endpoints that give files answer with. Reads only, at most 64 KiB of each; uploads are
// told by their description and never tried.
//
// details: files [{endpoint, use: upload download, status, type, host (of the address), state: elsewhere (an
// address on another host) bytes (the file itself) declared (an upload whose description takes the bytes)
// unknown}], hint. Measured: files, elsewhere, bytes.
class FilesProbe final : public HttpProbe
{
public:
    explicit FilesProbe(std::shared_ptr<HttpPace> pace, FilesOptions options = {})
        : HttpProbe("http.files", std::move(pace)),
          options_(options)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const FilesOptions options_;
};

ProbeDescriptor filesProbe(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
