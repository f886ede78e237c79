#include "core/probe/load/curl_request.h"

#include <QList>

namespace awb
{

namespace
{

bool append(CurlRequest& request, const QByteArray& line)
{
    curl_slist* longer = curl_slist_append(request.lines.get(), line.constData());
    if (!longer)
        return false;
    if (!request.lines)
        request.lines.reset(longer); // else it is the same list
    return true;
}

Error unusable(const QString& why)
{
    return {ErrorCode::Usage, QStringLiteral("A request of the plan cannot be sent: %1.").arg(why), {}, {}};
}

// What libcurl writes by itself from the body and the protocol.
bool isCurlsOwn(const QByteArray& name)
{
    return name == "content-length" || name == "connection" || name == "proxy-authorization";
}

Status takeLines(CurlRequest& request, const QByteArray& head, qsizetype from)
{
    bool hasType = false;
    bool hasAccept = false;
    for (const QByteArray& line : head.mid(from).split('\n')) {
        const QByteArray text = line.trimmed();
        if (text.isEmpty())
            continue;
        const qsizetype colon = text.indexOf(':');
        if (colon < 1)
            return unusable(QStringLiteral("a header line has no colon"));
        const QByteArray name = text.left(colon).trimmed().toLower();
        const QByteArray value = text.mid(colon + 1).trimmed();
        if (name == "transfer-encoding")
            return unusable(QStringLiteral("its body is coded"));
        hasType = hasType || name == "content-type";
        hasAccept = hasAccept || name == "accept";
        request.hasBody = request.hasBody || name == "content-length";
        // "Name;" is how curl sends a header without a value
        if (!isCurlsOwn(name) && !append(request, value.isEmpty() ? text.left(colon) + ';' : text))
            return unusable(QStringLiteral("there is no memory"));
    }
    // no header that only curl would add
    bool added = append(request, "Expect:");
    if (!hasAccept)
        added = added && append(request, "Accept:");
    if (request.hasBody && !hasType)
        added = added && append(request, "Content-Type:");
    return added ? Status(Done{}) : unusable(QStringLiteral("there is no memory"));
}

} // namespace

Result<CurlRequest> takeApart(const QByteArray& bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    const qsizetype lineEnd = bytes.indexOf("\r\n");
    const QList<QByteArray> words = bytes.left(lineEnd).split(' ');
    if (headEnd < 0 || words.size() != 3 || words[0].isEmpty() || words[1].isEmpty() ||
        words[2] != "HTTP/1.1")
        return unusable(QStringLiteral("it is no HTTP/1.1 request"));
    CurlRequest request;
    request.method = words[0];
    request.target = words[1];
    request.body = bytes.mid(headEnd + 4);
    request.hasBody = !request.body.isEmpty();
    if (const Status taken = takeLines(request, bytes.left(headEnd), lineEnd); !taken)
        return taken.error();
    return request;
}

} // namespace awb
