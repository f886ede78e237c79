#pragma once

#include "tests/support/http_peer.h"

#include <QMap>

namespace awb::test
{

// A small API whose habits are switched by a test; the description at /openapi.json tells of /items,
// /items/{id}, /open and POST /items.
struct HttpShop
{
    // Habits
    QList<QByteArray> headers;      // on every answer below 400
    QList<QByteArray> errorHeaders; // on the others
    bool needsToken = false;        // Bearer token-secret-planted
    bool needsValidToken = true;    // false: any Authorization will do
    int refusal = 401;
    bool softRefusal = false; // 200 with a login page
    bool cachesAnswers = false;
    bool honoursLimit = true, clampsLimit = true, lists = true;
    int rows = 250;
    qint64 breaksAbove = -1; // 500 for a larger limit; -1: never
    bool singlePageApp = false;
    QByteArray cors; // "star", "reflect", "list", empty: none
    bool corsCredentials = false;
    QByteArray
        ids; // request ids: "clean" (echo what is plain, else make one), "raw" (echo anything), empty: none
    qint64 bodyLimit = -1; // 413 above it; -1: none
    bool closesOnLimit = false;
    QMap<QByteArray, QByteArray> health; // path → body; an empty body is 503

    static constexpr const char* description = R"({"openapi": "3.0.0", "security": [{"b": []}], "paths": {
      "/items": {"get": {"parameters": [{"name": "limit", "in": "query"}, {"name": "after", "in": "query"}],
        "responses": {"200": {"content": {"application/json": {"schema": {"type": "array"}}}}}},
        "post": {"responses": {"201": {}}}},
      "/items/{id}": {"get": {"responses": {"200": {"content": {"application/json": {}}}}}},
      "/open": {"get": {"security": [], "responses": {"200": {"content": {"application/json": {}}}}}}}})";

    HttpPeer::Handler handler()
    {
        return [this](PeerLine& line, const PeerRequest& request) {
            if (bodyLimit < 0 || request.body.size() <= bodyLimit)
                line.send(answer(request));
            else if (closesOnLimit)
                line.close();
            else
                line.send(json(request, "{\"error\":\"too large\"}", 413));
        };
    }

private:
    QList<QByteArray> headersFor(const PeerRequest& request, int status)
    {
        QList<QByteArray> lines = status < 400 ? headers : errorHeaders;
        const QByteArray origin = request.header("Origin");
        const bool listed = origin == "https://shop.example";
        if (cors == "star")
            lines.append("Access-Control-Allow-Origin: *");
        else if (!origin.isEmpty() && (cors == "reflect" || (cors == "list" && listed)))
            lines << "Access-Control-Allow-Origin: " + origin << "Vary: Origin";
        const QByteArray id = request.header("X-Request-ID");
        if (ids == "raw" && !id.isEmpty())
            lines.append("X-Request-ID: " + id);
        else if (!ids.isEmpty())
            lines.append("X-Request-ID: " +
                         (id.size() > 64 || id.isEmpty() ? "made-" + QByteArray::number(++made_) : id));
        if (corsCredentials)
            lines.append("Access-Control-Allow-Credentials: true");
        return lines;
    }
    QByteArray json(const PeerRequest& request, const QByteArray& body, int status = 200)
    {
        return jsonReply(body, headersFor(request, status), status);
    }
    QByteArray items(const PeerRequest& request) const
    {
        qint64 limit = request.query("limit").isEmpty() ? 20 : request.query("limit").toLongLong();
        if (clampsLimit)
            limit = qMin<qint64>(limit, 100);
        if (!honoursLimit)
            limit = rows;
        const qint64 after = request.query("after").toLongLong();
        QByteArrayList all;
        for (qint64 id = after + 1; id <= rows && all.size() < limit; ++id)
            all.append("{\"id\":" + QByteArray::number(id) + '}');
        return '[' + all.join(',') + ']';
    }
    bool mayPass(const PeerRequest& request) const
    {
        if (!needsToken || request.path() == "/open")
            return true;
        const QByteArray given = request.header("Authorization");
        return needsValidToken ? given == "Bearer token-secret-planted" : !given.isEmpty();
    }
    QByteArray answer(const PeerRequest& request)
    {
        const QByteArray path = request.path();
        if (path == "/openapi.json")
            return lists ? json(request, description) : json(request, R"({"openapi": "3.0.0", "paths": {}})");
        if (health.contains(path))
            return json(request, health.value(path), health.value(path).isEmpty() ? 503 : 200);
        const bool known = path == "/items" || path.startsWith("/items/") || path == "/open";
        if (known && breaksAbove >= 0 && request.query("limit").toLongLong() > breaksAbove)
            return json(request, "{}", 500);
        if (known && cachesAnswers && cached_ && !request.target.contains("auditbench="))
            return json(request, items(request));
        if (known && !mayPass(request))
            return softRefusal ? reply(200, "<form>log in</form>", {"Content-Type: text/html"})
                               : json(request, "{\"error\":\"no\"}", refusal);
        cached_ =
            cached_ || (known && request.path() != "/open" && !request.header("Authorization").isEmpty());
        if (path == "/items" && request.method == "GET")
            return json(request, items(request));
        if (path == "/items")
            return json(request, "{\"error\":\"unreadable\"}", 400);
        if (known)
            return json(request, "{\"id\":1,\"name\":\"one\"}");
        if (singlePageApp)
            return reply(200, "<!doctype html><div id=root>" + path, {"Content-Type: text/html"});
        return json(request, "{\"error\":\"nothing here\"}", 404);
    }

    std::atomic<bool> cached_{false};
    std::atomic<int> made_{0};
};

} // namespace awb::test
