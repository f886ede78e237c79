#include "core/probe/http/trace_reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 mostSpans = 20'000;
constexpr qsizetype mostServices = 100;

QString key(const char* name)
{
    return QLatin1String(name);
}

// Hex in lower case, whatever the answer wrote: hex with or without leading zeros, or base64.
QByteArray idOf(const QJsonValue& value, qsizetype digits)
{
    const QByteArray text = value.toString().left(64).toLatin1();
    const QByteArray hex = text.toLower();
    const bool isHex = !hex.isEmpty() && hex.size() <= digits &&
                       std::all_of(hex.begin(), hex.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (isHex)
        return hex.rightJustified(digits, '0');
    const QByteArray bytes = QByteArray::fromBase64(text);
    return bytes.size() * 2 == digits ? bytes.toHex() : QByteArray();
}

// Datadog's id of a span, or the lower half of a trace's: a decimal of up to 20 digits, or hex.
bool isDatadogId(const QJsonValue& value, const QByteArray& wanted)
{
    const QByteArray text =
        value.isDouble() ? QByteArray::number(value.toInteger()) : value.toString().left(64).toLatin1();
    bool isDecimal = false;
    bool isHex = false;
    const quint64 lower = wanted.right(16).toULongLong(nullptr, 16);
    const quint64 decimal = text.toULongLong(&isDecimal, 10);
    const quint64 hex = text.size() <= 16 ? text.toULongLong(&isHex, 16) : 0;
    return (isDecimal && decimal == lower) || (isHex && hex == lower) ||
           (wanted.size() == 32 && idOf(value, 32) == wanted);
}

// Numbers of 16 digits and more as texts: ids of 64 bits do not fit into a double.
QByteArray withLongNumbersQuoted(const QByteArray& json)
{
    constexpr qsizetype exactDigits = 15;
    QByteArray out;
    out.reserve(json.size() + 64);
    bool inText = false;
    for (qsizetype i = 0; i < json.size();) {
        const char c = json.at(i);
        if (inText && c == '\\') {
            out.append(json.mid(i, 2));
            i += 2;
            continue;
        }
        inText = inText != (c == '"');
        qsizetype end = i;
        while (!inText && end < json.size() && json.at(end) >= '0' && json.at(end) <= '9')
            ++end;
        if (end == i) {
            out.append(c);
            ++i;
            continue;
        }
        const char before = i > 0 ? json.at(i - 1) : ' ';
        const char after = end < json.size() ? json.at(end) : ' ';
        const bool whole = before != '-' && before != '+' && before != '.' && before != 'e' &&
                           before != 'E' && after != '.' && after != 'e' && after != 'E';
        const QByteArray digits = json.mid(i, end - i);
        out.append(whole && digits.size() > exactDigits ? '"' + digits + '"' : digits);
        i = end;
    }
    return out;
}

class Reading
{
public:
    Reading(QByteArray traceId, QByteArray spanId) : trace_(std::move(traceId)), span_(std::move(spanId)) {}

    bool isFull() const { return all_ > mostSpans; }
    TraceSeen take() { return std::move(seen_); }

    void jaeger(const QJsonArray& traces)
    {
        for (const QJsonValue& value : traces) {
            const QJsonObject trace = value.toObject();
            const QJsonObject processes = trace.value(key("processes")).toObject();
            for (const QJsonValue& one : trace.value(key("spans")).toArray()) {
                const QJsonObject span = one.toObject();
                const QJsonObject process =
                    processes.value(span.value(key("processID")).toString()).toObject();
                bool ours = idOf(span.value(key("parentSpanID")), 16) == span_;
                for (const QJsonValue& reference : span.value(key("references")).toArray())
                    ours = ours || idOf(reference.toObject().value(key("spanID")), 16) == span_;
                add(span.value(key("traceID")), ours, process.value(key("serviceName")).toString());
            }
        }
    }

    void zipkin(const QJsonArray& spans)
    {
        for (const QJsonValue& one : spans) {
            const QJsonObject span = one.toObject();
            // a service that joins our span (B3) has our span id as its own
            const bool ours =
                idOf(span.value(key("parentId")), 16) == span_ || idOf(span.value(key("id")), 16) == span_;
            add(span.value(key("traceId")), ours,
                span.value(key("localEndpoint")).toObject().value(key("serviceName")).toString());
        }
    }

    void otlp(const QJsonArray& resources)
    {
        for (const QJsonValue& value : resources) {
            const QJsonObject resource = value.toObject();
            const QString service = serviceOf(resource.value(key("resource")).toObject());
            for (const char* scopes : {"scopeSpans", "instrumentationLibrarySpans"}) {
                for (const QJsonValue& scope : resource.value(key(scopes)).toArray()) {
                    for (const QJsonValue& one : scope.toObject().value(key("spans")).toArray()) {
                        const QJsonObject span = one.toObject();
                        add(span.value(key("traceId")), idOf(span.value(key("parentSpanId")), 16) == span_,
                            service);
                    }
                }
            }
        }
    }

    // spanID and parentID, or span_id and parent_id.
    void datadog(const QJsonObject& span)
    {
        const auto field = [&](const char* now, const char* once) {
            return span.contains(key(now)) ? span.value(key(now)) : span.value(key(once));
        };
        const QByteArray full = idOf(span.value(key("traceIDFull")), 32);
        const bool known = full.isEmpty() ? isDatadogId(field("traceID", "trace_id"), trace_)
                                          : full == trace_ || full == QByteArray(16, '0') + trace_.right(16);
        add(known, isDatadogId(field("parentID", "parent_id"), span_), span.value(key("service")).toString());
    }

    void datadogSpans(const QJsonArray& spans)
    {
        for (const QJsonValue& span : spans)
            datadog(span.toObject());
    }

    void datadogSpans(const QJsonObject& byId)
    {
        for (const QJsonValue& span : byId)
            datadog(span.toObject());
    }

private:
    static QString serviceOf(const QJsonObject& resource)
    {
        for (const QJsonValue& value : resource.value(key("attributes")).toArray()) {
            const QJsonObject attribute = value.toObject();
            if (attribute.value(key("key")).toString() == QLatin1String("service.name"))
                return attribute.value(key("value")).toObject().value(key("stringValue")).toString();
        }
        return {};
    }

    void add(const QJsonValue& traceId, bool ours, const QString& service)
    {
        add(idOf(traceId, 32) == trace_, ours, service);
    }

    void add(bool known, bool ours, const QString& service)
    {
        if (++all_ > mostSpans || !known)
            return;
        ++seen_.spans;
        seen_.isOurs = seen_.isOurs || ours;
        if (!service.isEmpty() && seen_.services.size() < mostServices)
            seen_.services.insert(service.left(200));
    }

    const QByteArray trace_, span_;
    TraceSeen seen_;
    qint64 all_ = 0;
};

} // namespace

Result<TraceSeen> readTrace(const QByteArray& json, const QByteArray& traceId, const QByteArray& spanId)
{
    const QJsonDocument document = QJsonDocument::fromJson(withLongNumbersQuoted(json));
    const QJsonObject root = document.object();
    const QJsonObject inner = root.value(key("trace")).toObject();
    const QJsonObject attributes = root.value(key("data")).toObject().value(key("attributes")).toObject();
    Reading reading(traceId, spanId);
    if (document.isArray())
        reading.zipkin(document.array());
    else if (attributes.value(key("spans")).isArray())
        reading.datadogSpans(attributes.value(key("spans")).toArray());
    else if (root.contains(key("data")))
        reading.jaeger(root.value(key("data")).toArray());
    else if (root.contains(key("batches")))
        reading.otlp(root.value(key("batches")).toArray());
    else if (root.contains(key("resourceSpans")))
        reading.otlp(root.value(key("resourceSpans")).toArray());
    else if (inner.value(key("spans")).isObject())
        reading.datadogSpans(inner.value(key("spans")).toObject());
    else if (root.contains(key("trace")))
        reading.otlp(inner.value(key("resourceSpans")).toArray());
    else if (root.contains(key("result")))
        reading.otlp(root.value(key("result")).toObject().value(key("resourceSpans")).toArray());
    else
        return Error{ErrorCode::Protocol, QStringLiteral("The answer is no trace."), {}, {}};
    if (reading.isFull())
        return Error{
            ErrorCode::Limit, QStringLiteral("The trace holds more than %1 spans.").arg(mostSpans), {}, {}};
    return reading.take();
}

QByteArray decimalTraceId(const QByteArray& traceId)
{
    return QByteArray::number(traceId.right(16).toULongLong(nullptr, 16));
}

} // namespace awb
