#include "core/probe/metrics/prometheus_api.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace awb
{

namespace
{

HttpSettings settingsFor(const QUrl& url)
{
    HttpSettings settings;
    settings.base = url;
    return settings;
}

QString quoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('"'), QLatin1String("\\\""))
        .replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString textOf(const PromMatcher& matcher)
{
    static const QRegularExpression plain(QStringLiteral("^[a-zA-Z_][a-zA-Z0-9_]*$"));
    const QString label = plain.match(matcher.label).hasMatch() ? matcher.label : quoted(matcher.label);
    return label + matcher.op + quoted(matcher.value);
}

} // namespace

PrometheusApi::PrometheusApi(const QUrl& url, ProbeContext& context) : client_(settingsFor(url), context) {}

Result<QJsonValue> PrometheusApi::get(const QString& path, const QString& countedAs)
{
    HttpRequest request;
    request.url = client_.at(path);
    request.credential = Credential::None;
    request.followRedirects = true;
    request.countedAs = countedAs;
    const auto answer = client_.send(request);
    if (!answer)
        return answer.error();
    if (answer->status == 401 || answer->status == 403)
        return Error{ErrorCode::Auth, QStringLiteral("Prometheus asks for a credential."), {}, {}};
    const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
    if (answer->truncated || body.value(QStringLiteral("status")).toString() != QLatin1String("success"))
        return Error{ErrorCode::Protocol,
                     QStringLiteral("%1 does not answer as a Prometheus API does.").arg(countedAs),
                     QStringLiteral("status %1").arg(answer->status),
                     {}};
    return body.value(QStringLiteral("data"));
}

Result<double> PrometheusApi::countSeries(const QVector<PromMatcher>& matchers)
{
    QStringList parts;
    for (const PromMatcher& matcher : matchers)
        parts.append(textOf(matcher));
    const QString expression = QStringLiteral("count({%1})").arg(parts.join(QLatin1Char(',')));
    const auto data =
        get(QStringLiteral("/api/v1/query?query=") + QString::fromLatin1(QUrl::toPercentEncoding(expression)),
            QStringLiteral("GET /api/v1/query?query=count(…)"));
    if (!data)
        return data.error();
    const QJsonArray result = data->toObject().value(QStringLiteral("result")).toArray();
    if (result.isEmpty())
        return 0.0;
    bool good = false;
    const double count =
        result.first().toObject().value(QStringLiteral("value")).toArray().at(1).toString().toDouble(&good);
    if (!good)
        return Error{
            ErrorCode::Protocol, QStringLiteral("Prometheus answers a count with no number."), {}, {}};
    return count;
}

Result<QVector<PromMatcher>> parseSelector(const QString& text)
{
    const QString trimmed = text.trimmed();
    const bool braced = trimmed.startsWith(QLatin1Char('{'));
    const auto node = parsePromQl(braced ? trimmed : QStringLiteral("{%1}").arg(trimmed));
    if (!node || node->kind != PromNode::Kind::Selector || !node->name.isEmpty() || node->matchers.isEmpty())
        return Error{
            ErrorCode::Usage,
            QStringLiteral("prometheus.selector cannot be read: write label matchers such as job=\"shop\"."),
            text.left(200),
            {}};
    return node->matchers;
}

} // namespace awb
