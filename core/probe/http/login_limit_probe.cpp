#include "core/probe/http/login_limit_probe.h"

#include "core/foundation/ids.h"
#include "core/probe/http/rate_limits_probe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype mostLogins = 3;

bool matches(const QString& text, const char* pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

// A login, and not what makes an account or sends a mail.
bool isLogin(const Endpoint& endpoint)
{
    return endpoint.method == QLatin1String("POST") &&
           matches(endpoint.path, "login|log-in|signin|sign-in|/token|/sessions?(/|$)|/auth(/|$)") &&
           !matches(endpoint.path, "register|sign-?up|reset|forgot|otp|mfa|logout|log-out|refresh|revoke");
}

bool isAccount(const QString& name)
{
    return matches(name, "^(e-?mail|user|user_?name|login|account|identifier|name)$");
}
bool isPassword(const QString& name)
{
    return matches(name, "^(pass|password|passwd|pwd|passphrase|secret)$");
}

bool isRefusal(const HttpResponse& answer)
{
    return answer.status == 429 || answer.status == 423 ||
           (answer.status == 503 && answer.has("Retry-After"));
}

bool asksForCaptcha(const HttpResponse& answer)
{
    return answer.body.left(64 * 1024).toLower().contains("captcha");
}

struct Trial
{
    QString state = QStringLiteral("none");
    int attempts = 0;
    int refusedAt = 0;
    int status = 0;
    RateLimitSeen headers;
};

double perMinute(const RateLimitSeen& seen)
{
    return seen.limit >= 0 && seen.windowSeconds > 0
               ? 60.0 * static_cast<double>(seen.limit) / static_cast<double>(seen.windowSeconds)
               : std::numeric_limits<double>::quiet_NaN();
}

class LoginTrials
{
public:
    LoginTrials(HttpClient& client, ProbeContext& context, const LoginLimitOptions& options)
        : client_(client),
          context_(context),
          options_(options),
          // nobody's address (RFC 2606), at a top level that exists: many services refuse .invalid and .test
          account_(QStringLiteral("audit-") + newId() + QStringLiteral("@example.com")),
          password_(newId())
    {
    }

    std::optional<QByteArray> bodyFor(const Endpoint& endpoint) const
    {
        return strangersLogin(endpoint.body, account_, password_);
    }

    Result<Trial> run(const Endpoint& endpoint, const QByteArray& body)
    {
        Trial trial;
        std::optional<HttpResponse> first;
        for (int i = 0; i < options_.attempts; ++i) {
            if (i > 0 && !context_.waitFor(options_.interval))
                return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
            context_.progress(static_cast<double>(i) / options_.attempts,
                              Message::verbatim(endpoint.title()));
            const auto answer = client_.send(requestFor(endpoint, body));
            if (!answer && endsProbe(answer.error()))
                return answer.error();
            ++trial.attempts;
            if (!answer) {
                trial.state = QStringLiteral("failed");
                return trial;
            }
            if (const RateLimitSeen seen = readRateLimit(*answer); seen.isKnown())
                trial.headers = seen;
            trial.status = answer->status;
            if (!first)
                first = *answer;
            trial.state = stateOf(*answer, *first, i);
            if (trial.state == QLatin1String("limited"))
                trial.refusedAt = trial.attempts;
            if (trial.state != QLatin1String("none"))
                return trial;
        }
        return trial;
    }

private:
    static QString stateOf(const HttpResponse& answer, const HttpResponse& first, int before)
    {
        // the very first request says nothing of a limit on failed logins, unless it says 429
        const bool locked = before > 0 && (answer.status == 403 && first.status != 403);
        const bool captcha = before > 0 && asksForCaptcha(answer) && !asksForCaptcha(first);
        if (isRefusal(answer) || locked || captcha)
            return QStringLiteral("limited");
        if (answer.ok())
            return QStringLiteral("accepted"); // a stranger was let in, or this is no login
        if (answer.status >= 500)
            return QStringLiteral("failed");
        if (answer.status == 405 || answer.status == 415 || answer.status / 100 == 3)
            return QStringLiteral("absent");
        return QStringLiteral("none");
    }

    HttpRequest requestFor(const Endpoint& endpoint, const QByteArray& body) const
    {
        HttpRequest request;
        request.method = "POST";
        request.url = client_.at(endpoint.filled.isEmpty() ? endpoint.path : endpoint.filled);
        request.credential = Credential::None;
        request.waitWhenLimited = false;
        request.body = body;
        request.countedAs = endpoint.title() + QStringLiteral(" (wrong password, nobody's account)");
        const QByteArray type = body.startsWith('{') ? QByteArray("application/json")
                                                     : QByteArray("application/x-www-form-urlencoded");
        request.headers.append(HttpHeader{"Content-Type", type});
        request.maxBodyBytes = 64 * 1024;
        return request;
    }

    HttpClient& client_;
    ProbeContext& context_;
    const LoginLimitOptions& options_;
    const QString account_, password_;
};

// The path may not be there at all: a stranger's login is then answered like any path that nobody serves.
Result<bool> isNowhere(HttpClient& client, const Endpoint& endpoint, const QByteArray& body)
{
    HttpRequest request;
    request.method = "POST";
    request.credential = Credential::None;
    request.waitWhenLimited = false;
    request.body = body;
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.url = client.at(endpoint.path);
    const auto here = client.send(request);
    if (!here)
        return endsProbe(here.error()) ? Result<bool>(here.error()) : Result<bool>(true);
    if (here->status != 404)
        return false;
    request.url = client.at(randomPath());
    const auto elsewhere = client.send(request);
    if (!elsewhere)
        return endsProbe(elsewhere.error()) ? Result<bool>(elsewhere.error()) : Result<bool>(true);
    return elsewhere->status == 404 && elsewhere->body == here->body;
}

QJsonObject rowOf(const Endpoint& endpoint, const Trial& trial)
{
    QJsonObject row{{QStringLiteral("endpoint"), endpoint.title()},
                    {QStringLiteral("state"), trial.state},
                    {QStringLiteral("attempts"), trial.attempts},
                    {QStringLiteral("status"), trial.status}};
    if (trial.refusedAt > 0)
        row.insert(QStringLiteral("refused_at"), trial.refusedAt);
    if (const double rate = perMinute(trial.headers); !std::isnan(rate))
        row.insert(QStringLiteral("per_minute"), rate);
    return row;
}

} // namespace

std::optional<QByteArray> strangersLogin(const QByteArray& body, const QString& account,
                                         const QString& password)
{
    bool hasAccount = false;
    bool hasPassword = false;
    const auto replaced = [&](const QString& name) -> std::optional<QString> {
        hasAccount = hasAccount || isAccount(name);
        hasPassword = hasPassword || isPassword(name);
        return isAccount(name)    ? std::optional(account)
               : isPassword(name) ? std::optional(password)
                                  : std::nullopt;
    };
    const QJsonDocument json = QJsonDocument::fromJson(body);
    QByteArray changed;
    if (json.isObject()) {
        QJsonObject object = json.object();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const auto value = replaced(it.key()))
                it.value() = *value;
        }
        changed = QJsonDocument(object).toJson(QJsonDocument::Compact);
    } else {
        QUrlQuery form;
        for (const auto& [name, value] : QUrlQuery(QString::fromUtf8(body)).queryItems(QUrl::FullyDecoded))
            form.addQueryItem(name,
                              QString::fromLatin1(QUrl::toPercentEncoding(replaced(name).value_or(value))));
        changed = form.toString(QUrl::FullyEncoded).toUtf8();
    }
    return hasAccount && hasPassword ? std::optional(changed) : std::nullopt;
}

Status LoginLimitProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                                Facts& facts)
{
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    LoginTrials trials(client, context, options_);
    QJsonArray rows, skipped;
    double laxest = -1;
    for (const Endpoint& endpoint : inventory->endpoints) {
        if (!isLogin(endpoint) || rows.size() >= mostLogins)
            continue;
        const auto body = endpoint.fromProfile ? trials.bodyFor(endpoint) : std::nullopt;
        if (!body) {
            skipped.append(
                QJsonObject{{QStringLiteral("endpoint"), endpoint.title()},
                            {QStringLiteral("why"), endpoint.fromProfile ? QStringLiteral("no_fields")
                                                                         : QStringLiteral("not_listed")}});
            continue;
        }
        const auto nowhere = isNowhere(client, endpoint, *body);
        if (!nowhere)
            return nowhere.error();
        Trial trial;
        trial.state = QStringLiteral("absent");
        if (!*nowhere) {
            auto tried = trials.run(endpoint, *body);
            if (!tried)
                return tried.error();
            trial = *tried;
            ++trial.attempts; // the one that looked whether anybody is there
            trial.refusedAt += trial.refusedAt > 0 ? 1 : 0;
        }
        laxest = std::max<double>(laxest, trial.refusedAt > 0 ? trial.refusedAt - 1 : trial.attempts);
        rows.append(rowOf(endpoint, trial));
    }
    for (const Endpoint& endpoint : inventory->leftOut) {
        if (isLogin(endpoint))
            skipped.append(QJsonObject{{QStringLiteral("endpoint"), endpoint.title()},
                                       {QStringLiteral("why"), QStringLiteral("left_out")}});
    }
    setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Failed logins"),
            {column("endpoint", QT_TRANSLATE_NOOP("awb", "Login"), "", 1, true),
             column("state", QT_TRANSLATE_NOOP("awb", "State")),
             column("attempts", QT_TRANSLATE_NOOP("awb", "Attempts"), "count"),
             column("refused_at", QT_TRANSLATE_NOOP("awb", "Refused at"), "count"),
             column("per_minute", QT_TRANSLATE_NOOP("awb", "Limit of its headers"), "per_minute", 2)},
            rows);
    facts.details.insert(QStringLiteral("skipped"), skipped);
    facts.measured << measurement("logins", static_cast<double>(rows.size()), "count");
    if (!rows.isEmpty())
        facts.measured << measurement("attempts", laxest, "per_minute");
    facts.complete = !rows.isEmpty();
    if (!facts.complete) {
        facts.reason =
            QT_TRANSLATE_NOOP("awb", "The profile lists no login with a body that names an account "
                                     "and a password.");
        facts.unlock = QStringLiteral("http: {endpoints: [{path: /login, method: POST, body: "
                                      "'{\"email\": \"\", \"password\": \"\"}'}]}");
    }
    return Done{};
}

ProbeDescriptor loginLimitProbe(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("http.login_limit");
    probe.title = QT_TRANSLATE_NOOP("awb", "Limit on failed logins");
    probe.about = QT_TRANSLATE_NOOP(
        "awb", "Logs in a dozen times within a minute, with a wrong password of an account that nobody has.");
    probe.source = ProbeSource::Http;
    probe.checks = {QStringLiteral("6.4")};
    probe.needs = Capability::Write;
    probe.exclusive = true; // a limiter by address would refuse the other probes
    probe.after = {QStringLiteral("http.queries"), QStringLiteral("http.latency"),
                   QStringLiteral("http.restart")};
    probe.budget = std::chrono::minutes(6);
    probe.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{
            {QStringLiteral("GET (API description)"), 5, {}},
            {QStringLiteral("POST {login} (nobody's account, wrong password, one every 4.5 s)"), -1,
             QT_TRANSLATE_NOOP(
                 "awb", "13 to each of at most 3 logins that the profile lists with a body, until the first "
                        "refusal")},
            {QStringLiteral("POST /{random}"), 3, {}}};
    };
    probe.create = [pace] { return std::make_unique<LoginLimitProbe>(pace); };
    return probe;
}

} // namespace awb
