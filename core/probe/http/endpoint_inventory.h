#pragma once

#include "core/probe/http/http_client.h"
#include "core/probe/http/openapi.h"

#include <optional>

namespace awb
{

// One operation that can be called: what the API description says, under what the profile says.
struct Endpoint
{
    QString method;
    QString path;          // template below the base URL: "/users/{id}"
    QString filled;        // with values, and required query parameters: "/users/1?kind=a"
    bool isPublic = false; // the profile ticks it, or the description says that no credential is needed
    bool declaredSecured = false; // the description asks for a credential
    bool isAuth = false;          // login, token, session, password … by path, id or tag
    bool isList = false;          // by the description; an observed answer may say more
    bool isGuessed = false;       // a value in `filled` is invented: 400, 404 and 422 prove nothing
    bool isDescribed = false;     // by the API description
    bool fromProfile = false;     // listed or changed there
    std::optional<bool> countsAs; // the profile says: a write (true) or a read
    bool isLeftOut = false;       // the profile says `skip`
    qsizetype entry = -1;         // of http.endpoints in the profile; -1: none
    double weight = 1;
    double rate = 0; // requests a second on an ordinary day; 0: not known
    QByteArray body;
    QString bodyType;
    QStringList answers;    // media types of 2xx answers
    QString pageParameter;  // declared: page, offset, cursor …; empty: none
    QString limitParameter; // declared: limit, per_page …; empty: none
    QString problem;        // of the description, as text

    // What it may do: sent only under `write`. A GET that changes something is one when the profile says so;
    // a POST that only reads stays one.
    bool isWrite() const { return changesByMethod() || countsAs.value_or(false); }
    // Which of the two thresholds it is judged by.
    bool isJudgedAsWrite() const { return countsAs.value_or(changesByMethod()); }
    bool changesByMethod() const { return method != QLatin1String("GET") && method != QLatin1String("HEAD"); }
    QString title() const { return method + QLatin1Char(' ') + path; }
};

struct EndpointInventory
{
    QVector<Endpoint> endpoints; // sorted by path, then method
    QVector<Endpoint> leftOut;   // the profile says `skip`: never asked, always listed; sorted likewise
    bool described = false;      // an API description was read; false: only what the profile lists
    QUrl source;                 // of it
    QStringList problems;
    Message reason; // why it is not described; empty otherwise

    QVector<Endpoint> reads() const; // GET without a problem that changes nothing
};

// A path of logging in, signing up or resetting a password, by its words.
bool isLoginPath(const QString& path);

// Parameter names that page a list or bound it, lower case.
bool isPageParameter(const QString& name);
bool isLimitParameter(const QString& name);

// The inventory of a description (none: only the profile's) under the profile's overrides. Paths are relative
// to `base`: a server of the description on another host is never taken, and is a problem. Health and metrics
// paths of the profile count as public.
EndpointInventory buildInventory(const HttpTarget& target, const std::optional<ApiDescription>& description);

struct FoundDescription
{
    std::optional<ApiDescription> description;
    QUrl source;
    QString problem; // why the named one could not be read
};

// Reads the description that the profile names, or without one and without listed endpoints looks in five
// usual places. At most five requests. Errors: Unreachable, Cancelled.
Result<FoundDescription> findDescription(const HttpTarget& target, HttpClient& client);
QStringList
describedAt(const HttpTarget& target); // where it looks: paths below the base URL, a URL or a file
// buildInventory() with where the description came from, or why there is none.
EndpointInventory inventoryOf(const HttpTarget& target, const FoundDescription& found);

// Reads the description that the profile names (a file, or a URL through the client), or without one looks in
// five usual places below the base URL; then fills guessed path values with an id from the list above them.
// At most 5 + 10 requests. Errors: only when the target cannot be reached or the run is stopped; an
// unreadable description is a `reason` with an inventory of the profile's endpoints.
Result<EndpointInventory> loadInventory(const ProbeTarget& target, HttpClient& client);

} // namespace awb
