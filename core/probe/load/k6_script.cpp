// Source of options and flags: k6's repository, 0.38 to 2.2 (internal/cmd/{root,options,runtime_options}.go,
// lib/options.go), and its documentation of scenarios.

#include "core/probe/load/k6_script.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype mostOfVariable = 100 * 1024; // the system takes 128 KiB
constexpr double rateSteps = 1000; // k6's rates are whole numbers: so many of its own a second of ours
constexpr int mostVus = 1000;
constexpr double mostOfRun = 2e6;

Error cannot(const QString& what)
{
    return {ErrorCode::Unsupported,
            what + QStringLiteral(" Let this program send the load itself (load: {engine: native})."),
            {},
            QStringLiteral("load: {engine: native}")};
}

Status checkForK6(const LoadPlan& plan)
{
    if (const Status usable = checkForeignPlan(plan); !usable)
        return usable;
    if (plan.arrivals == ArrivalKind::ClosedLoop)
        return cannot(QStringLiteral("k6 is asked for a rate here, not for as much as it can."));
    if (plan.tls && !plan.tls->pin.isEmpty())
        return cannot(QStringLiteral("k6 knows no pinned keys."));
    const bool loopback = plan.host == QLatin1String("localhost") ||
                          plan.host.startsWith(QLatin1String("127.")) || plan.host == QLatin1String("::1");
    if (plan.proxy && loopback)
        return cannot(QStringLiteral("k6 goes to this machine directly, never through a proxy."));
    if (plan.mostBytes > 0 || plan.requestsPerConnection > 0)
        return cannot(
            QStringLiteral("k6 can bound neither the bytes of a run nor the requests of a connection."));
    if (plan.rate * static_cast<double>(plan.duration.count()) / 1000 > mostOfRun)
        return cannot(QStringLiteral("Two million requests are the most that are kept of a run of k6."));
    for (qsizetype kind = 0; kind < plan.requests.size(); ++kind) {
        if (plan.requests[kind].weight > 0 && measuredSecondsOf(plan, kind) < 1)
            return cannot(
                QStringLiteral("k6 measures for a second at least, and %1 may not be sent that often.")
                    .arg(plan.requests[kind].name));
    }
    return Done{};
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QByteArray> requestVariable(const LoadPlan& plan, const LoadRequest& request, const WireRequest& wire)
{
    QJsonObject headers;
    for (const auto& [name, value] : wire.headers) {
        if (headers.contains(QString::fromLatin1(name)))
            return cannot(QStringLiteral("k6 sends each header once, and %1 has %2 twice.")
                              .arg(request.name, QString::fromLatin1(name)));
        headers.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    }
    const QString target = QString::fromLatin1(wire.target);
    const QString url = target.startsWith(QLatin1Char('/')) ? originOf(plan) + target : target;
    const QByteArray variable = compact({{QStringLiteral("method"), QString::fromLatin1(wire.method)},
                                         {QStringLiteral("url"), url},
                                         {QStringLiteral("headers"), headers},
                                         {QStringLiteral("uuid"), QString::fromLatin1(wire.uuidHeader)}});
    if (variable.size() > mostOfVariable)
        return Error{ErrorCode::Limit,
                     QStringLiteral("%1 has more than 100 KiB of headers.").arg(request.name),
                     {},
                     {}};
    return variable;
}

QString ms(double milliseconds)
{
    return QStringLiteral("%1ms").arg(static_cast<qint64>(std::floor(milliseconds)));
}

// "http://user:password@proxy:3128" for Go's standard library.
QByteArray proxyUrl(const LoadProxy& proxy)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(proxy.host);
    url.setPort(proxy.port);
    const QByteArray login = QByteArray::fromBase64(proxy.authorization.mid(6)); // "Basic …"
    if (!login.isEmpty()) {
        const qsizetype colon = login.indexOf(':');
        url.setUserName(QString::fromUtf8(login.left(colon)), QUrl::DecodedMode);
        url.setPassword(QString::fromUtf8(login.mid(colon + 1)), QUrl::DecodedMode);
    }
    return url.toEncoded();
}

double warmUpRequests(const LoadPlan& plan, double rate)
{
    const double rampS = static_cast<double>(std::min(plan.ramp, plan.warmUp).count()) / 1000;
    const double flatS = static_cast<double>(plan.warmUp.count()) / 1000 - rampS;
    return rate * (0.55 * rampS + flatS); // the ramp begins at a tenth
}

qint64 wholeRate(double rate)
{
    return std::max<qint64>(1, std::llround(rate * rateSteps));
}

QJsonObject scenario(const LoadPlan& plan, qsizetype kind, const char* executor)
{
    const double rate = rateOf(plan, kind);
    const double timeoutS = static_cast<double>(plan.timeout.count()) / 1000;
    const double most = plan.mostInFlight > 0 ? plan.mostInFlight : 4 * rate * timeoutS;
    const int planned = static_cast<int>(std::clamp(std::ceil(rate), 10.0, 200.0));
    const int vus = std::max(planned, static_cast<int>(std::min<double>(std::ceil(most), mostVus)));
    return {{QStringLiteral("executor"), QLatin1String(executor)},
            {QStringLiteral("timeUnit"), QStringLiteral("%1s").arg(static_cast<int>(rateSteps))},
            {QStringLiteral("preAllocatedVUs"), planned},
            {QStringLiteral("maxVUs"), vus},
            {QStringLiteral("exec"), QStringLiteral("r%1").arg(kind)},
            {QStringLiteral("gracefulStop"), ms(static_cast<double>(plan.timeout.count()) + 500)}};
}

QJsonObject warmUp(const LoadPlan& plan, qsizetype kind)
{
    const auto rampMs = static_cast<double>(std::min(plan.ramp, plan.warmUp).count());
    const auto allMs = static_cast<double>(plan.warmUp.count());
    const qint64 rate = wholeRate(rateOf(plan, kind));
    QJsonObject object = scenario(plan, kind, "ramping-arrival-rate");
    object.insert(QStringLiteral("startRate"), rate / 10);
    object.insert(
        QStringLiteral("stages"),
        QJsonArray{
            QJsonObject{{QStringLiteral("duration"), ms(rampMs)}, {QStringLiteral("target"), rate}},
            QJsonObject{{QStringLiteral("duration"), ms(allMs - rampMs)}, {QStringLiteral("target"), rate}}});
    return object;
}

QJsonObject measured(const LoadPlan& plan, qsizetype kind)
{
    QJsonObject object = scenario(plan, kind, "constant-arrival-rate");
    object.insert(QStringLiteral("rate"), wholeRate(rateOf(plan, kind)));
    object.insert(QStringLiteral("startTime"), ms(static_cast<double>(plan.warmUp.count())));
    object.insert(QStringLiteral("duration"), ms(1000 * measuredSecondsOf(plan, kind)));
    return object;
}

QByteArray optionsOf(const LoadPlan& plan)
{
    QJsonObject scenarios;
    for (qsizetype kind = 0; kind < plan.requests.size(); ++kind) {
        if (plan.requests[kind].weight <= 0)
            continue;
        if (plan.warmUp.count() > 0)
            scenarios.insert(QStringLiteral("w%1").arg(kind), warmUp(plan, kind));
        scenarios.insert(QStringLiteral("m%1").arg(kind), measured(plan, kind));
    }
    QJsonArray tags;
    for (const char* tag : {"method", "name", "status", "error_code", "scenario", "expected_response"})
        tags.append(QLatin1String(tag));
    return compact({{QStringLiteral("scenarios"), scenarios},
                    {QStringLiteral("systemTags"), tags},
                    {QStringLiteral("maxRedirects"), 0},
                    {QStringLiteral("discardResponseBodies"), true},
                    {QStringLiteral("insecureSkipTLSVerify"), false},
                    {QStringLiteral("throw"), false}});
}

constexpr char head[] = R"(// Made by auditbench for one run of k6; goes away with the run.
import http from 'k6/http';
import exec from 'k6/execution';

function uuid() {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}

function isLimit(response) {
  if (response.status === 429) return true;
  return response.status === 503 && Object.keys(response.headers).some((name) => name.toLowerCase() === 'retry-after');
}

function send(kind) {
  const request = requests[kind];
  const headers = Object.assign({}, request.headers);
  if (request.uuid) headers[request.uuid] = uuid();
  const response = http.request(request.method, request.url, bodies[kind], {
    headers: headers,
    tags: { name: names[kind] },
    timeout: timeout,
    redirects: 0,
    responseType: 'none',
  });
  if (isLimit(response)) {
    console.warn('AWB limited <' + kind + '>');
    if (stopWhenLimited) exec.test.abort('limited');
  }
}

)";

} // namespace

double k6RateOf(const LoadPlan& plan, qsizetype kind)
{
    return static_cast<double>(wholeRate(rateOf(plan, kind))) / rateSteps;
}

double measuredSecondsOf(const LoadPlan& plan, qsizetype kind)
{
    const double seconds = std::max(1.0, static_cast<double>(plan.duration.count()) / 1000);
    const double rate = rateOf(plan, kind);
    double most = static_cast<double>(plan.requests[kind].most);
    if (plan.mostRequests > 0) {
        const double share = static_cast<double>(plan.mostRequests) * rate / plan.rate;
        most = most > 0 ? std::min(most, share) : share;
    }
    if (!(most > 0))
        return seconds;
    constexpr double slack = 2; // both scenarios may begin with one at once
    const double left = most - slack - std::ceil(warmUpRequests(plan, rate));
    return std::clamp(left / rate, 0.0, seconds);
}

QByteArray jsText(const QString& text)
{
    QByteArray js = "\"";
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool plain = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
                           (code >= '0' && code <= '9') || code == ' ' || code == '/' || code == '.' ||
                           code == '_';
        if (plain)
            js += static_cast<char>(code);
        else
            js += "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
    }
    return js + '"';
}

QByteArray jsBody(const QByteArray& body)
{
    if (body.isEmpty())
        return "null";
    const QString text = QString::fromUtf8(body);
    if (text.toUtf8() == body)
        return jsText(text);
    QByteArrayList bytes;
    for (const char c : body)
        bytes << QByteArray::number(static_cast<uchar>(c));
    return "new Uint8Array([" + bytes.join(',') + "]).buffer";
}

Result<K6Script> k6ScriptOf(const LoadPlan& plan)
{
    if (const Status usable = checkForK6(plan); !usable)
        return usable.error();
    K6Script made;
    QByteArrayList requests;
    QByteArrayList bodies;
    QByteArrayList names;
    QByteArray functions;
    for (qsizetype kind = 0; kind < plan.requests.size(); ++kind) {
        const auto wire = wireRequestOf(plan.requests[kind]);
        if (!wire)
            return wire.error();
        const auto variable = requestVariable(plan, plan.requests[kind], *wire);
        if (!variable)
            return variable.error();
        const QByteArray number = QByteArray::number(kind);
        made.environment.insert("AWB_REQUEST_" + number, *variable);
        requests << "JSON.parse(__ENV.AWB_REQUEST_" + number + ')';
        bodies << jsBody(wire->body);
        names << jsText(plan.requests[kind].name);
        functions += "export function r" + number + "() { send(" + number + "); }\n";
    }
    if (plan.proxy) {
        made.environment.insert("HTTP_PROXY", proxyUrl(*plan.proxy));
        made.environment.insert("HTTPS_PROXY", proxyUrl(*plan.proxy));
    }
    if (plan.tls && !plan.tls->caFile.isEmpty())
        made.environment.insert("SSL_CERT_FILE", plan.tls->caFile.toLocal8Bit());
    made.script = QByteArray(head) + "const requests = [" + requests.join(", ") + "];\nconst bodies = [" +
                  bodies.join(", ") + "];\nconst names = [" + names.join(", ") +
                  "];\nconst timeout = " + QByteArray::number(static_cast<qint64>(plan.timeout.count())) +
                  ";\nconst stopWhenLimited = " + (plan.stopWhenLimited ? "true" : "false") +
                  ";\n\nexport const options = " + optionsOf(plan) + ";\n";
    if (plan.tls && !plan.tls->certificateFile.isEmpty())
        made.script += "options.tlsAuth = [{ cert: open(" + jsText(plan.tls->certificateFile) +
                       "), key: open(" + jsText(plan.tls->keyFile) + ") }];\n";
    made.script += '\n' + functions;
    return made;
}

QStringList k6Arguments(const QVersionNumber& version, const QString& emptyConfigFile)
{
    QStringList arguments{QStringLiteral("run"),
                          QStringLiteral("--quiet"),
                          QStringLiteral("--no-color"),
                          QStringLiteral("--config"),
                          emptyConfigFile,
                          QStringLiteral("--log-output"),
                          QStringLiteral("stderr"),
                          QStringLiteral("--include-system-env-vars"),
                          QStringLiteral("--out"),
                          QStringLiteral("json=-")};
    // 1.3 brought the mode "disabled" and deprecated --no-summary, which 2.0 took away
    if (version >= QVersionNumber(1, 3))
        arguments << QStringLiteral("--summary-mode=disabled");
    else
        arguments << QStringLiteral("--no-summary");
    // until 2.0 a server listens on port 6565 if nobody says otherwise
    if (version < QVersionNumber(2))
        arguments << QStringLiteral("--address=");
    return arguments;
}

QMap<QByteArray, QByteArray> k6Environment()
{
    return {{"K6_NO_USAGE_REPORT", "true"}, // a flag until 0.56, a variable in all
            {"K6_AUTO_EXTENSION_RESOLUTION", "false"}};
}

} // namespace awb
