#include "core/probe/burst/endpoint_bursts.h"

#include <algorithm>
#include <limits>

namespace awb
{

namespace
{

using State = EndpointQueries::State;
using std::chrono::milliseconds;

Error stopped()
{
    return {ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
}

QString withQuery(const QString& path, const QString& name, int value)
{
    return path + (path.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?')) + name +
           QLatin1Char('=') + QString::number(value);
}

} // namespace

Result<State> EndpointBursts::sendAll(const QUrl& url, const QString& title, int requests)
{
    const auto begun = context_.clock().monotonic();
    for (int i = 0; i < requests; ++i) {
        HttpRequest request;
        request.url = url;
        request.waitWhenLimited = false;
        request.countedAs = title;
        const auto answer = client_.send(request);
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        if (answer && (answer->status == 429 || (answer->status == 503 && answer->has("Retry-After"))))
            return State::Limited;
        if (!answer || !answer->ok())
            return State::Failed;
        if (context_.clock().monotonic() - begun > options_.longestBurst)
            return State::Slow;
        if (!context_.waitFor(options_.gap))
            return stopped();
    }
    return State::Ok;
}

Result<std::vector<CallCounts>> EndpointBursts::countAll()
{
    std::vector<CallCounts> all;
    for (const auto& counter : counters_) {
        auto counts = counter->count();
        if (!counts)
            return counts.error();
        all.push_back(std::move(*counts));
    }
    return all;
}

// One burst inside a window that is as long as that of the round's largest burst, so that what others do in
// it is as much.
Result<EndpointBursts::Burst> EndpointBursts::burst(const QUrl& url, const QString& title, int requests)
{
    Burst found;
    found.requests = requests;
    const auto before = countAll();
    if (!before)
        return before.error();
    const auto begun = context_.clock().monotonic();
    const auto sent = sendAll(url, title, requests);
    if (!sent)
        return sent.error();
    found.state = *sent;
    const auto took = context_.clock().monotonic() - begun;
    if (window_.count() == 0)
        window_ = std::max<std::chrono::nanoseconds>(options_.window, took + took / 10);
    const auto left = std::chrono::duration_cast<milliseconds>(window_ - took);
    if (!context_.waitFor(std::max(left, options_.settle)))
        return stopped();
    const auto after = countAll();
    if (!after)
        return after.error();
    for (std::size_t i = 0; i < after->size(); ++i) {
        if (isBroken((*before)[i], (*after)[i]))
            found.state = State::Void;
        found.hidden = found.hidden || (*after)[i].hidden;
        const auto between = callsBetween((*before)[i], (*after)[i]);
        for (auto it = between.cbegin(); it != between.cend(); ++it)
            found.calls.insert(QStringLiteral("%1/%2").arg(i).arg(it.key()), it.value());
    }
    return found;
}

Status EndpointBursts::addStatements(EndpointQueries& found, const QVector<Burst>& bursts)
{
    Deltas all;
    for (const Burst& burst : bursts) {
        for (auto it = burst.calls.cbegin(); it != burst.calls.cend(); ++it)
            all[it.key()] += it.value();
    }
    for (std::size_t i = 0; i < counters_.size(); ++i) {
        const QString prefix = QStringLiteral("%1/").arg(i);
        QStringList ids;
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            if (it.key().startsWith(prefix))
                ids.append(it.key().mid(prefix.size()));
        }
        const auto texts = counters_[i]->texts(ids);
        if (!texts)
            return texts.error();
        for (const QString& id : std::as_const(ids)) {
            // without a text it may be anything: it counts
            const StatementText text = texts->value(id, {QString(), false, true});
            if (text.isOurs || !text.isQuery)
                continue;
            BurstStatement statement{prefix + id, text.text, all.value(prefix + id), {}};
            QVector<BurstCalls> calls;
            for (const Burst& burst : bursts)
                calls.append({burst.requests, burst.calls.value(statement.key, 0)});
            statement.fit = fitCalls(calls);
            found.statements.append(statement);
        }
    }
    return Done{};
}

Result<EndpointQueries> EndpointBursts::round(const QUrl& url, const QString& title)
{
    EndpointQueries found;
    found.state = State::Ok;
    window_ = {};
    QVector<Burst> bursts;
    for (const int size : options_.sizes) {
        auto one = burst(url, title, size);
        if (!one)
            return one.error();
        found.requests += size;
        found.hidden = found.hidden || one->hidden;
        if (one->state != State::Ok) {
            found.state = one->state;
            return found;
        }
        bursts.append(std::move(*one));
    }
    if (const Status done = addStatements(found, bursts); !done)
        return done.error();
    found.most = std::numeric_limits<double>::infinity();
    for (const Burst& burst : std::as_const(bursts)) {
        double calls = 0;
        for (const BurstStatement& statement : std::as_const(found.statements))
            calls += burst.calls.value(statement.key, 0);
        found.most = std::min(found.most, calls / burst.requests);
    }
    for (const BurstStatement& statement : std::as_const(found.statements))
        found.queries += statement.fit.accepted ? statement.fit.perRequest : 0;
    std::sort(found.statements.begin(), found.statements.end(),
              [](const BurstStatement& a, const BurstStatement& b) {
                  return std::make_tuple(!a.fit.accepted, -a.fit.perRequest, a.key) <
                         std::make_tuple(!b.fit.accepted, -b.fit.perRequest, b.key);
              });
    if (found.queries <= limit_ && found.most > limit_)
        found.state = State::Noisy;
    return found;
}

// Twice the page: does the statement that is called most often grow with it?
Result<bool> EndpointBursts::growsWithPage(const Endpoint& endpoint)
{
    if (endpoint.limitParameter.isEmpty() ||
        endpoint.filled.contains(endpoint.limitParameter + QLatin1Char('=')))
        return false;
    constexpr int page = 5;
    double calls[2] = {0, 0};
    QString key;
    for (int i = 0; i < 2; ++i) {
        const QUrl url = client_.at(withQuery(endpoint.filled, endpoint.limitParameter, page * (i + 1)));
        const auto found = round(url, endpoint.title());
        if (!found)
            return found.error();
        if (found->state != State::Ok && found->state != State::Noisy)
            return false;
        if (i == 0 && found->worst())
            key = found->worst()->key;
        for (const BurstStatement& statement : found->statements) {
            if (statement.key == key && statement.fit.accepted)
                calls[i] = statement.fit.perRequest;
        }
    }
    constexpr double clearly = 1.5;
    return calls[0] >= 1 && calls[1] >= clearly * calls[0];
}

Result<EndpointQueries> EndpointBursts::measure(const Endpoint& endpoint)
{
    const QUrl url = client_.at(endpoint.filled);
    const auto warm = sendAll(url, endpoint.title(), options_.warmUp);
    if (!warm)
        return warm.error();
    EndpointQueries found;
    found.state = *warm;
    found.requests = options_.warmUp;
    for (int attempt = 0; attempt <= options_.retries; ++attempt) {
        if (*warm != State::Ok || context_.expired())
            return found;
        auto one = round(url, endpoint.title());
        if (!one)
            return one.error();
        one->requests += found.requests;
        found = std::move(*one);
        if (found.state != State::Noisy && found.state != State::Void)
            break;
    }
    if (found.state != State::Ok || !found.worst() || found.worst()->fit.perRequest < options_.suspicious)
        return found;
    const auto grows = growsWithPage(endpoint);
    if (!grows)
        return grows.error();
    found.grows = *grows;
    return found;
}

} // namespace awb
