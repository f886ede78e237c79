#pragma once

#include "tests/core/engine_world.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace awb::test
{

// Points as k6 writes them (output/json/wrapper.go, httpext/tracer.go of its repository). k6 itself cannot be
// had where these tests run: it was never run for them.
class K6Output
{
public:
    struct Request
    {
        double atS = 0; // when it began, since the start of the file
        double durationMs = 10;
        int status = 200;
        int error = 0;
        double blockedMs = 0.004;
        double connectingMs = 0;
        double tlsMs = 0;
    };

    // Where a metric is first seen, k6 describes it.
    void request(const char* scenario, const Request& r)
    {
        const double endS = r.atS + (r.durationMs + r.blockedMs + r.connectingMs + r.tlsMs) / 1000;
        QJsonObject tags{{QStringLiteral("name"), QStringLiteral("GET /products")},
                         {QStringLiteral("method"), QStringLiteral("GET")},
                         {QStringLiteral("status"), QString::number(r.status)},
                         {QStringLiteral("scenario"), QLatin1String(scenario)}};
        if (r.error > 0)
            tags.insert(QStringLiteral("error_code"), QString::number(r.error));
        point("http_reqs", endS, 1, tags);
        point("http_req_duration", endS, r.durationMs, tags);
        point("http_req_blocked", endS, r.blockedMs, tags);
        point("http_req_connecting", endS, r.connectingMs, tags);
        point("http_req_tls_handshaking", endS, r.tlsMs, tags);
        point("http_req_sending", endS, 0.02, tags);
        point("http_req_waiting", endS, r.durationMs, tags);
        point("http_req_receiving", endS, 0.03, tags);
        point("http_req_failed", endS, r.status == 200 ? 0 : 1, tags);
        iteration(scenario, endS);
    }
    void iteration(const char* scenario, double atS)
    {
        point("iterations", atS, 1, {{QStringLiteral("scenario"), QLatin1String(scenario)}});
    }
    void dropped(const char* scenario, double atS, double count)
    {
        point("dropped_iterations", atS, count, {{QStringLiteral("scenario"), QLatin1String(scenario)}});
    }
    void line(const QByteArray& text) { text_ += text + '\n'; }

    const QByteArray& text() const { return text_; }
    QByteArrayList lines() const { return text_.trimmed().split('\n'); }

private:
    void point(const char* metric, double atS, double value, const QJsonObject& tags)
    {
        const auto start = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
        const auto ns = static_cast<qint64>(atS * 1e9);
        const QString time =
            start.addSecs(ns / 1'000'000'000).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
            QStringLiteral(".%1Z").arg(ns % 1'000'000'000, 9, 10, QLatin1Char('0'));
        if (!described_.contains(metric)) {
            described_ << metric;
            line(QByteArray("{\"type\":\"Metric\",\"data\":{\"name\":\"") + metric + "\"},\"metric\":\"" +
                 metric + "\"}");
        }
        line(QByteArray("{\"metric\":\"") + metric + "\",\"type\":\"Point\",\"data\":" +
             QJsonDocument({{QStringLiteral("time"), time},
                            {QStringLiteral("value"), value},
                            {QStringLiteral("tags"), tags}})
                 .toJson(QJsonDocument::Compact) +
             '}');
    }

    QByteArray text_;
    QByteArrayList described_;
};

// A shell script that plays k6's part: it tells a version, and as `k6 run` prints a file of ours and ends as
// told.
class PlayedK6
{
public:
    explicit PlayedK6(const QByteArray& output, const QByteArray& after = "exit 0",
                      const QByteArray& version = "v1.2.3")
        : tool_(QStringLiteral("k6"),
                "#!/bin/sh\nhere=$(dirname \"$0\")\n"
                "if [ \"$1\" = version ]; then echo 'k6 " +
                    version +
                    " (go1.23.6, linux/amd64)'; exit; fi\n"
                    "printf '%s\\n' \"$@\" >\"$here/arguments\"; env >\"$here/environment\"\n"
                    "for last; do :; done; cp \"$last\" \"$here/script.js\"\n"
                    "cat \"$here/output\"\n" +
                    after + '\n')
    {
        QFile file(tool_.filePath(QStringLiteral("output")));
        if (file.open(QIODevice::WriteOnly))
            file.write(output);
    }
    // What it was called with: "arguments", "environment", "script.js".
    QByteArray seen(const char* what) const
    {
        QFile file(tool_.filePath(QLatin1String(what)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    PlayedTool tool_;
};

} // namespace awb::test
