#pragma once

#include "core/probe/http/http_message.h"

#include <QStringList>

#include <array>
#include <optional>

namespace awb
{

// What a list answer shows of its paging.
struct ListAnswer
{
    qint64 items = -1; // -1: the body is no list
    qint64 total = -1; // as the body tells it; -1: it does not
    bool next = false; // Link: rel="next" (RFC 8288), or a field that leads to more
    QString lastId;    // id of the last item, for "after"
};

// A JSON array at the top, or an object with exactly one array of objects (data, items, results …).
ListAnswer readListAnswer(const HttpResponse& response);

// Where an object's id stands, the first that it has.
inline constexpr std::array<const char*, 3> objectIdNames{"id", "uuid", "_id"};

// The ids of the first items of such a list; items without one are left out.
QStringList listIds(const HttpResponse& response, qsizetype most);

} // namespace awb
