#include "core/probe/http/http_probes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace awb
{

namespace
{

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

QUrl redirectOf(const HttpResponse& response)
{
    const QByteArray location = response.header("Location");
    return response.status >= 300 && response.status < 400 && !location.isEmpty()
               ? response.url.resolved(QUrl::fromEncoded(location))
               : QUrl();
}

QString withoutSlash(const QUrl& url)
{
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

// Frameworks send "/authors" to "/authors/", with or without a credential: the answer is there.
bool isSlashRedirect(const HttpResponse& response)
{
    const QUrl target = redirectOf(response);
    return target.isValid() && sameOrigin(target, response.url) && target.path() != response.url.path() &&
           withoutSlash(target) == withoutSlash(response.url);
}

// By whole words of the path, and of the host if it is another one: "/authors" and "/lessons" are no login.
bool leadsToLogin(const HttpResponse& response)
{
    static const QRegularExpression words(
        QStringLiteral("(^|[/._-])(log[_-]?(in|on)|sign[_-]?in|sso|saml2?|oauth2?|oidc|auth0?|"
                       "authenticate|authorize|authentication)([/._-]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QUrl target = redirectOf(response);
    if (!target.isValid() || withoutSlash(target) == withoutSlash(response.url))
        return false; // only the scheme, the host or a slash changes
    const bool moves = target.host().compare(response.url.host(), Qt::CaseInsensitive) != 0;
    return words.match(target.path()).hasMatch() || (moves && words.match(target.host()).hasMatch());
}

bool isRefusal(const HttpResponse& response)
{
    return response.status == 401 || response.status == 403 || leadsToLogin(response);
}

void collectKeys(const QJsonValue& value, const QString& at, QSet<QString>& keys, int depth)
{
    if (depth > 6 || keys.size() > 2000)
        return;
    if (value.isArray())
        collectKeys(value.toArray().at(0), at + QStringLiteral("[]"), keys, depth + 1);
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        keys.insert(at + QLatin1Char('.') + it.key());
        collectKeys(it.value(), at + QLatin1Char('.') + it.key(), keys, depth + 1);
    }
}

// The same bytes, or at least 90 % of the same JSON keys: an open endpoint. A login page or an error in a 200
// is not.
bool isSameBody(const HttpResponse& a, const HttpResponse& b)
{
    if (a.body == b.body)
        return true;
    const auto valueOf = [](const HttpResponse& response) {
        const QJsonDocument document = QJsonDocument::fromJson(response.body);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    };
    QSet<QString> first, second;
    collectKeys(valueOf(a), {}, first, 0);
    collectKeys(valueOf(b), {}, second, 0);
    if (first.isEmpty() || second.isEmpty())
        return false;
    const auto common = static_cast<double>(QSet<QString>(first).intersect(second).size());
    return common >= 0.9 * static_cast<double>(std::max(first.size(), second.size()));
}

struct Answers
{
    std::optional<HttpResponse> before, baseline, after, broken;
    std::optional<HttpResponse> control; // of a path beside it that nobody serves
};

// Neither a success nor a refusal: perhaps only the random query value of the first request is not liked.
bool isDisliked(const HttpResponse& response)
{
    return response.status >= 400 && !isRefusal(response);
}

// The page of a single-page app, or the same bytes for whatever is asked.
bool isCatchAll(const HttpResponse& answer, const HttpResponse& control)
{
    return answersAlike(answer, control) &&
           (answer.mediaType() == "text/html" || answer.body == control.body);
}

// Where the endpoint's fixed part stands: "/shop/" for "/shop/items/{id}", beside which any id may be served.
QString folderOf(const QString& path)
{
    QString fixed = path.section(QLatin1Char('{'), 0, 0);
    while (fixed.endsWith(QLatin1Char('/')))
        fixed.chop(1);
    return fixed.left(fixed.lastIndexOf(QLatin1Char('/')) + 1) +
           (fixed.isEmpty() ? QStringLiteral("/") : QString());
}

// One row of the specification's table: baseline with the credential, then without.
QString stateOf(const Answers& answers, bool isGuessed)
{
    if (!answers.before)
        return QStringLiteral("unknown");
    const bool disliked = isDisliked(*answers.before) && answers.after;
    const HttpResponse& before = disliked ? *answers.after : *answers.before;
    const bool known = answers.baseline && isSuccess(answers.baseline->status);
    if (answers.after && !isSuccess(before.status) && isSuccess(answers.after->status))
        return QStringLiteral("cached"); // the answer made for the user was replayed to nobody
    if (isSuccess(before.status) && answers.control && isCatchAll(before, *answers.control))
        return QStringLiteral("unserved");
    if (isSuccess(before.status)) {
        if (!answers.baseline || !known)
            return QStringLiteral("open");
        return isSameBody(*answers.baseline, before) ? QStringLiteral("open") : QStringLiteral("soft");
    }
    if (answers.baseline && redirectOf(before).isValid() &&
        redirectOf(before) == redirectOf(*answers.baseline))
        return QStringLiteral("unknown"); // it sends everybody there
    if (isRefusal(before))                // another credential that is refused as well proves the same guard
        return answers.broken && isSuccess(answers.broken->status) ? QStringLiteral("forged")
                                                                   : QStringLiteral("guarded");
    if ((before.status == 404 || before.status == 410) && known && !isGuessed)
        return QStringLiteral("hidden");
    return QStringLiteral("unknown");
}

class Trial
{
public:
    Trial(const Endpoint& endpoint, HttpClient& client)
        : endpoint_(endpoint),
          client_(client),
          at_(client.at(endpoint.filled))
    {
    }

    Result<Answers> run()
    {
        Answers answers;
        // Without first and last: a cache could replay what was made for the user in between.
        for (const auto& [credential, slot] :
             {std::pair{Credential::None, &answers.before}, std::pair{Credential::First, &answers.baseline},
              std::pair{Credential::None, &answers.after}, std::pair{Credential::Broken, &answers.broken}}) {
            const bool needsOne = credential != Credential::None;
            const bool again = slot == &answers.after && answers.before && isDisliked(*answers.before);
            if ((needsOne || slot == &answers.after) && !client_.hasCredential() && !again)
                continue;
            if (Status sent = fill(*slot, credential, slot == &answers.before); !sent)
                return sent.error();
        }
        const bool open = (answers.before && isSuccess(answers.before->status)) ||
                          (answers.after && isSuccess(answers.after->status));
        if (open) {
            at_ = client_.at(randomPath(folderOf(endpoint_.path)));
            if (Status sent = fill(answers.control, Credential::None, false); !sent)
                return sent.error();
        }
        return answers;
    }

private:
    // Only an error that ends the probe is one; 429 and 5xx leave the slot empty.
    Status fill(std::optional<HttpResponse>& slot, Credential credential, bool pastCaches)
    {
        auto answer = send(credential, pastCaches);
        if (answer && isSlashRedirect(*answer)) {
            at_ = redirectOf(*answer).adjusted(QUrl::RemoveQuery);
            at_.setQuery(client_.at(endpoint_.filled).query(QUrl::FullyEncoded));
            answer = send(credential, pastCaches);
        }
        if (!answer)
            return endsProbe(answer.error()) ? Status(answer.error()) : Status(Done{});
        if (answer->status != 429 && answer->status < 500)
            slot = *std::move(answer);
        return Done{};
    }
    Result<HttpResponse> send(Credential credential, bool pastCaches)
    {
        HttpRequest request;
        request.method = endpoint_.method.toLatin1();
        request.url = at_;
        request.credential = credential;
        request.countedAs =
            endpoint_.title() + (credential == Credential::None     ? QStringLiteral(" (no credential)")
                                 : credential == Credential::Broken ? QStringLiteral(" (broken credential)")
                                                                    : QString());
        if (pastCaches) {
            request.headers.append(HttpHeader{"Cache-Control", "no-store"});
            QUrlQuery query(request.url);
            query.addQueryItem(QStringLiteral("auditbench"),
                               QString::number(QRandomGenerator::global()->generate64(), 36));
            request.url.setQuery(query);
        }
        return client_.send(request);
    }

    const Endpoint& endpoint_;
    HttpClient& client_;
    QUrl at_;
};

// A write without a credential and with an empty body: refused before the body is looked at, or not. It runs
// only with the capability `write`, since an unguarded endpoint may act on it.
Result<QString> tryWrite(const Endpoint& endpoint, HttpClient& client, int* status)
{
    HttpRequest request;
    request.method = endpoint.method.toLatin1();
    request.url = client.at(endpoint.filled);
    request.credential = Credential::None;
    request.countedAs = endpoint.title() + QStringLiteral(" (no credential, invalid body)");
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    if (endpoint.changesByMethod() && endpoint.method != QLatin1String("DELETE"))
        request.body = "{";
    const auto answer = client.send(request);
    if (!answer)
        return endsProbe(answer.error()) ? Result<QString>(answer.error())
                                         : Result<QString>(QStringLiteral("unknown"));
    *status = answer->status;
    if (isRefusal(*answer))
        return QStringLiteral("guarded");
    return isSuccess(answer->status) ? QStringLiteral("open") : QStringLiteral("unknown");
}

QVector<Column> columns()
{
    return {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
            column("public", QT_TRANSLATE_NOOP("awb", "Public")),
            column("declared", QT_TRANSLATE_NOOP("awb", "Declared as secured"), "", 2),
            column("baseline", QT_TRANSLATE_NOOP("awb", "With credential"), "count"),
            column("without", QT_TRANSLATE_NOOP("awb", "Without"), "count"),
            column("broken", QT_TRANSLATE_NOOP("awb", "With a broken one"), "count"),
            column("state", QT_TRANSLATE_NOOP("awb", "State"))};
}

QJsonValue statusOf(const std::optional<HttpResponse>& answer)
{
    return answer ? QJsonValue(answer->status) : QJsonValue();
}

} // namespace

Status AuthenticationProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                                    Facts& facts)
{
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    QJsonArray rows;
    double guarded = 0, open = 0, unknown = 0, secured = 0, done = 0, baselines = 0;
    for (const Endpoint& endpoint : inventory->endpoints) {
        context.progress(done++ / static_cast<double>(inventory->endpoints.size()));
        if (client.isRefusedByLimit() || endpoint.method == QLatin1String("OPTIONS"))
            continue;
        QJsonObject row{{QStringLiteral("endpoint"), endpoint.title()},
                        {QStringLiteral("public"), endpoint.isPublic},
                        {QStringLiteral("declared"), endpoint.declaredSecured}};
        QString state = QStringLiteral("unknown");
        if (endpoint.isPublic) {
            state = QStringLiteral("public");
        } else if (endpoint.isWrite()) {
            int status = 0;
            if (target.allows(Capability::Write)) {
                const auto tried = tryWrite(endpoint, client, &status);
                if (!tried)
                    return tried.error();
                state = *tried;
                row.insert(QStringLiteral("without"), status);
            } else {
                state = QStringLiteral("skipped");
            }
        } else if (endpoint.problem.isEmpty()) {
            const auto answers = Trial(endpoint, client).run();
            if (!answers)
                return answers.error();
            state = stateOf(*answers, endpoint.isGuessed);
            baselines += answers->baseline && isSuccess(answers->baseline->status) ? 1 : 0;
            row.insert(QStringLiteral("baseline"), statusOf(answers->baseline));
            row.insert(QStringLiteral("without"), statusOf(answers->before));
            row.insert(QStringLiteral("broken"), statusOf(answers->broken));
        }
        row.insert(QStringLiteral("state"), state);
        rows.append(row);
        secured += endpoint.isPublic ? 0 : 1;
        guarded += state == QLatin1String("guarded") || state == QLatin1String("hidden") ? 1 : 0;
        open += state == QLatin1String("open") || state == QLatin1String("cached") ||
                        state == QLatin1String("forged")
                    ? 1
                    : 0;
        unknown += state == QLatin1String("unknown") || state == QLatin1String("skipped") ||
                           state == QLatin1String("unserved")
                       ? 1
                       : 0;
    }
    for (const Endpoint& endpoint : inventory->leftOut) { // nothing is known of them: no pass comes of that
        if (endpoint.isPublic || endpoint.method == QLatin1String("OPTIONS"))
            continue;
        rows.append(QJsonObject{{QStringLiteral("endpoint"), endpoint.title()},
                                {QStringLiteral("public"), false},
                                {QStringLiteral("declared"), endpoint.declaredSecured},
                                {QStringLiteral("state"), QStringLiteral("left_out")}});
        ++secured;
        ++unknown;
    }
    setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Endpoints with and without a credential"),
            columns(), rows);
    facts.details.insert(QStringLiteral("described"), inventory->described);
    facts.details.insert(QStringLiteral("credential"), client.hasCredential());
    facts.details.insert(QStringLiteral("problems"),
                         QJsonArray::fromStringList(inventory->problems.mid(0, 50)));
    facts.measured << measurement("endpoints", secured, "count") << measurement("open", open, "count")
                   << measurement("unknown", unknown, "count")
                   << measurement("baselines", baselines, "count");
    if (secured > 0)
        facts.measured << measurement("covered", 100 * guarded / secured, "percent");
    concludeFacts(facts, client, inventory->described,
                  !inventory->reason.isEmpty()
                      ? inventory->reason
                      : Message(QT_TRANSLATE_NOOP("awb", "Not every endpoint could be asked.")),
                  QStringLiteral("http: {openapi: …, auth: …}"));
    return Done{};
}

} // namespace awb
