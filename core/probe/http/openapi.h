#pragma once

#include "core/foundation/result.h"
#include "core/probe/http/api_text.h"

#include <QJsonValue>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <optional>

namespace awb
{

struct ApiParameter
{
    QString name;
    QString in; // path query header cookie
    bool required = false;
    QString type;                  // integer number string boolean array object; empty if unknown
    QString format;                // uuid date …
    std::optional<QString> sample; // from example, examples, default or the first enum, in this order
    bool deepArray = false;        // an array whose items repeat the name (style form, explode true)
};

struct ApiOperation
{
    QString method; // GET …
    QString path;   // template: "/users/{id}"
    QString operationId;
    QStringList tags;
    QVector<ApiParameter> parameters;
    std::optional<bool> needsCredential; // effective `security`; nothing when the description is silent
    bool returnsList = false; // 2xx schema: an array, or an object with exactly one array of objects
    bool isDeprecated = false;
    QStringList answers; // media types of the 2xx answers
    QString bodyType;    // media type of the request body; empty: none
    QByteArray body;     // an example of it, if the description has one
    QUrl server;         // of the operation or its path; empty: the document's
    QString problem;     // an unresolved $ref or the like: listed, not dropped
};

// What an OpenAPI description says, without calling anything.
struct ApiDescription
{
    QString version; // "2.0", "3.0.3", "3.1.0"
    QString title;
    QVector<QUrl> servers; // absolute where `source` is; variables filled with their defaults
    QVector<ApiOperation> operations;
    QStringList problems;
};

// Reads Swagger 2.0, OpenAPI 3.0 and 3.1. `source` is where it came from (a URL, or a file): relative servers
// resolve against it. Only local references (#/…) are followed, in circles at most once; others are problems
// of their operation, never fetched. Errors: as readApiText(), and Unsupported for another format or version.
Result<ApiDescription> readOpenApi(const QByteArray& bytes, const QUrl& source,
                                   const ApiTextLimits& limits = {});

} // namespace awb
