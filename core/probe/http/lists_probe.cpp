#include "core/probe/http/http_probes.h"
#include "core/probe/http/list_reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 hugeLimit = 1'000'000;
constexpr qint64 largeLimit = 10'000; // for a list whose answer to the huge limit does not come in time
constexpr qint64 unpagedItems = 100;
constexpr qint64 unpagedBytes = 1024 * 1024;
constexpr qint64 boundedDefault = 1000;

// What three or four requests show of one list.
struct ListSeen
{
    Endpoint endpoint;
    int status = 0;
    ListAnswer first, one, many;
    qint64 bytes = 0, manyBytes = 0;
    qint64 manyLimit = hugeLimit; // what `many` was asked with
    bool manyCut = false;         // the answer to the huge limit did not end within 16 MiB
    bool refused = false;         // 400 or 422 for the huge limit
    bool moreAfter = false;       // beyond what the huge limit gave there is more
    QString limitName;

    bool declared() const { return !endpoint.limitParameter.isEmpty() || !endpoint.pageParameter.isEmpty(); }
    QString clamp() const;
    QString paging() const;
};

// proven: more exists than the huge limit gave. none: it gave thousands. unknown: too few rows to tell.
QString ListSeen::clamp() const
{
    if (manyCut || many.items > boundedDefault)
        return QStringLiteral("none");
    const bool more = moreAfter || many.next || (many.total > many.items && many.items >= 0);
    return refused || (more && many.items >= 0) ? QStringLiteral("proven") : QStringLiteral("unknown");
}

QString ListSeen::paging() const
{
    const bool large = first.items >= unpagedItems || bytes > unpagedBytes;
    if (first.items > 1 && one.items == 1)
        return QStringLiteral("honoured");
    if (first.next || moreAfter)
        return QStringLiteral("honoured"); // by pages, without a limit of the caller's
    if (large)
        return declared() ? QStringLiteral("ignored") : QStringLiteral("none");
    if (first.items > 1 && one.items == first.items && declared())
        return QStringLiteral("ignored");
    return QStringLiteral("unknown");
}

QUrl withQuery(const QUrl& url, const QString& name, const QString& value)
{
    QUrl changed(url);
    QUrlQuery query(changed);
    query.removeQueryItem(name);
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    changed.setQuery(query);
    return changed;
}

struct AnswerSize
{
    double bytes = 0;
    bool cut = false; // it did not end within 16 MiB

    bool operator<(const AnswerSize& other) const { return bytes < other.bytes; }
};

class ListTrial
{
public:
    ListTrial(HttpClient& client, const Endpoint& endpoint) : client_(client)
    {
        seen_.endpoint = endpoint;
        seen_.limitName =
            endpoint.limitParameter.isEmpty() ? QStringLiteral("limit") : endpoint.limitParameter;
        url_ = client.at(endpoint.filled);
    }
    // Nothing when the endpoint is no list after all. *size: of the answer to the plain request.
    Result<std::optional<ListSeen>> run(AnswerSize* size)
    {
        const auto first = ask(url_, {});
        if (!first)
            return first.error();
        *size = {static_cast<double>(first->body.size()), first->truncated};
        seen_.status = first->status;
        seen_.first = readListAnswer(*first);
        seen_.bytes = first->body.size();
        if (!first->ok() || first->streaming)
            return seen_.endpoint.isList ? std::optional(seen_) : std::nullopt;
        // One item, even when it comes in brackets, is no list.
        const bool item = !seen_.endpoint.isList && seen_.endpoint.path.endsWith(QLatin1Char('}'));
        const bool unread = seen_.first.items < 0 && !first->truncated;
        if (unread && seen_.endpoint.isList)
            return std::optional(seen_); // declared as a list, but not readable as one: unknown, not left out
        if (item || unread)
            return std::optional<ListSeen>();
        if (Status tried = tryLimits(); !tried)
            return tried.error();
        return std::optional(seen_);
    }

private:
    Result<HttpResponse> ask(const QUrl& url, const QString& with)
    {
        HttpRequest request;
        request.url = url;
        request.followRedirects = true; // "/users" to "/users/"
        request.countedAs = seen_.endpoint.title() + (with.isEmpty() ? QString() : QLatin1Char('?') + with);
        return client_.send(request);
    }
    Result<HttpResponse> askAtMost(qint64 limit)
    {
        seen_.manyLimit = limit;
        const QString number = QString::number(limit);
        return ask(withQuery(url_, seen_.limitName, number), seen_.limitName + QLatin1Char('=') + number);
    }
    Status tryLimits();
    Status lookBeyond();

    HttpClient& client_;
    ListSeen seen_;
    QUrl url_;
};

Status ListTrial::tryLimits()
{
    const auto one =
        ask(withQuery(url_, seen_.limitName, QStringLiteral("1")), seen_.limitName + QStringLiteral("=1"));
    if (!one)
        return one.error();
    seen_.one = readListAnswer(*one);
    auto many = askAtMost(hugeLimit);
    if (!many && endsProbe(many.error()))
        return many.error();
    if (!many || many->status >= 500)
        many = askAtMost(largeLimit);
    if (!many)
        return many.error();
    seen_.many = readListAnswer(*many);
    seen_.manyBytes = many->body.size();
    seen_.manyCut = many->truncated;
    // A service that refuses unknown parameters refuses a limit of 1 as well: that is no bound.
    seen_.refused = (many->status == 400 || many->status == 422 || many->status == 413) && one->ok() &&
                    seen_.first.items >= 0;
    return seen_.many.items > 0 && !seen_.many.next ? lookBeyond() : Status(Done{});
}

// Is there anything after what the huge limit gave? Only then is it a clamp and not the whole list.
Status ListTrial::lookBeyond()
{
    const QString page = seen_.endpoint.pageParameter;
    QString kind =
        page.section(QLatin1Char('['), -1).remove(QLatin1Char(']')).toLower(); // "pagination[page]"
    if (kind.startsWith(QLatin1Char('_')) || kind.startsWith(QLatin1Char('$')))
        kind.remove(0, 1);
    QString value;
    if (kind.contains(QLatin1String("after")) || kind.contains(QLatin1String("cursor")))
        value = seen_.many.lastId;
    else if (kind == QLatin1String("page") || kind == QLatin1String("number"))
        value = QStringLiteral("2");
    else if (kind == QLatin1String("offset") || kind == QLatin1String("skip") ||
             kind == QLatin1String("start"))
        value = QString::number(seen_.many.items);
    if (value.isEmpty())
        return Done{};
    QUrl url = withQuery(url_, page, value);
    url = withQuery(url, seen_.limitName, QString::number(seen_.many.items));
    const auto beyond = ask(url, page + QStringLiteral("=…"));
    if (!beyond)
        return beyond.error();
    const ListAnswer next = readListAnswer(*beyond);
    seen_.moreAfter = next.items > 0 && next.lastId != seen_.many.lastId;
    return Done{};
}

QJsonObject rowOf(const ListSeen& list)
{
    const auto known = [](qint64 number) { return number < 0 ? QJsonValue() : QJsonValue(number); };
    return {
        {QStringLiteral("endpoint"), list.endpoint.title()}, {QStringLiteral("status"), list.status},
        {QStringLiteral("items"), known(list.first.items)},  {QStringLiteral("bytes"), list.bytes},
        {QStringLiteral("limit"), list.limitName},           {QStringLiteral("one"), known(list.one.items)},
        {QStringLiteral("many"), known(list.many.items)},    {QStringLiteral("many_limit"), list.manyLimit},
        {QStringLiteral("many_bytes"), list.manyBytes},      {QStringLiteral("refused"), list.refused},
        {QStringLiteral("next"), list.first.next},           {QStringLiteral("clamp"), list.clamp()},
        {QStringLiteral("paging"), list.paging()},           {QStringLiteral("declared"), list.declared()}};
}

QVector<Column> listColumns()
{
    return {column("endpoint", QT_TRANSLATE_NOOP("awb", "List"), "", 1, true),
            column("items", QT_TRANSLATE_NOOP("awb", "Items by default"), "count"),
            column("one", QT_TRANSLATE_NOOP("awb", "Items with a limit of 1"), "count"),
            column("many", QT_TRANSLATE_NOOP("awb", "Items with a large limit"), "count"),
            column("many_limit", QT_TRANSLATE_NOOP("awb", "That limit"), "count", 2),
            column("many_bytes", QT_TRANSLATE_NOOP("awb", "Its size"), "bytes", 2),
            column("paging", QT_TRANSLATE_NOOP("awb", "Paging")),
            column("clamp", QT_TRANSLATE_NOOP("awb", "Upper bound")),
            column("declared", QT_TRANSLATE_NOOP("awb", "Declared"), "", 3)};
}

// Files, exports and streams are listed apart: a bound on rows says nothing of them.
bool isDownload(const Endpoint& endpoint)
{
    return std::any_of(endpoint.answers.cbegin(), endpoint.answers.cend(), [](const QString& type) {
        return type == QLatin1String("application/octet-stream") || type == QLatin1String("text/csv") ||
               type == QLatin1String("application/x-ndjson") || type == QLatin1String("text/event-stream") ||
               type.startsWith(QLatin1String("image/"));
    });
}

} // namespace

Status ListsProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context, Facts& facts)
{
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    QJsonArray lists, sizes;
    double honoured = 0, unbounded = 0, done = 0;
    AnswerSize largest;
    bool allAnswered = true;
    const QVector<Endpoint> reads = inventory->reads();
    for (const Endpoint& endpoint : reads) {
        context.progress(done++ / static_cast<double>(reads.size()));
        if (client.isRefusedByLimit() || isDownload(endpoint))
            continue;
        AnswerSize size;
        const auto seen = ListTrial(client, endpoint).run(&size);
        if (!seen && endsProbe(seen.error()))
            return seen.error();
        if (!seen) {
            allAnswered = false;
            continue;
        }
        sizes.append(QJsonObject{{QStringLiteral("endpoint"), endpoint.title()},
                                 {QStringLiteral("bytes"), size.bytes}});
        largest = std::max(largest, size);
        if (!*seen)
            continue;
        const QJsonObject row = rowOf(**seen);
        honoured += row.value(QStringLiteral("paging")).toString() == QLatin1String("honoured") ? 1 : 0;
        unbounded += row.value(QStringLiteral("clamp")).toString() == QLatin1String("none") ? 1 : 0;
        largest = std::max(largest, {static_cast<double>((*seen)->manyBytes), (*seen)->manyCut});
        lists.append(row);
    }
    setRows(facts, "lists", QT_TRANSLATE_NOOP("awb", "List endpoints"), listColumns(), lists);
    setRows(facts, "sizes", QT_TRANSLATE_NOOP("awb", "Sizes of answers"),
            {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
             column("bytes", QT_TRANSLATE_NOOP("awb", "Size"), "bytes")},
            sizes, {QStringLiteral("8.8")});
    const auto count = static_cast<double>(lists.size());
    facts.measured << measurement("lists", count, "count")
                   << measurement("largest", largest.bytes, "bytes", {QStringLiteral("8.8")})
                   << measurement("unbounded", unbounded, "count", {QStringLiteral("8.8")});
    if (count > 0)
        facts.measured << measurement("covered", 100 * honoured / count, "percent", {QStringLiteral("8.7")});
    facts.details.insert(QStringLiteral("described"), inventory->described);
    facts.details.insert(QStringLiteral("largest_cut"), largest.cut);
    concludeFacts(facts, client, allAnswered && inventory->described && !reads.isEmpty(),
                  !inventory->reason.isEmpty()
                      ? inventory->reason
                      : Message(QT_TRANSLATE_NOOP("awb", "Some endpoints gave no answer in time.")),
                  QStringLiteral("http: {openapi: …}"));
    return Done{};
}

} // namespace awb
