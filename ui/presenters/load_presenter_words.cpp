// The words of the load page: figures, gate, verdict so far, errors, what-if.
#include "core/foundation/units.h"
#include "core/rules/latency_sentences.h"
#include "ui/presenters/load_presenter.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

QString text(const Message& message)
{
    return message.text(QLocale());
}

QString quantity(double value, const char* unit)
{
    return formatQuantity(value, QLatin1String(unit), QLocale());
}

// 0.1 %, not 0.100 % as for what was measured.
QString limitText(double value, const char* unit)
{
    const bool percent = qstrcmp(unit, "percent") == 0;
    return percent ? QLocale().toString(value, 'g', 3) + QChar(0x00A0) + QLatin1Char('%')
                   : quantity(value, unit);
}

QString count(qint64 value)
{
    return QLocale().toString(value);
}

double percentOf(qint64 part, qint64 whole)
{
    return whole > 0 ? 100 * static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QString intervalOf(const QuantileInterval& p99)
{
    const auto number = [](double us) { return formatNumber(us / 1000, QStringLiteral("ms"), QLocale()); };
    return p99.high ? QStringLiteral("%1–%2").arg(number(p99.low), number(*p99.high))
                    : LoadPresenter::tr("at least %1").arg(number(p99.low));
}

// The most slow requests with which a pass would still be proven; below 0: none would do.
qint64 mostForPass(const Exceedance& now)
{
    qint64 low = -1;
    qint64 high = now.n + 1;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        const Exceedance other = exceedanceOf(now.n, middle, middle, now.burst, now.burstKnown);
        (outcomeOf(other) == ExceedanceOutcome::Below ? low : high) = middle;
    }
    return low;
}

QString causeWord(const QString& cause)
{
    if (cause.startsWith(QLatin1String("status_")))
        return LoadPresenter::tr("Answered with %1").arg(cause.mid(7));
    static const QMap<QString, const char*> words{
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("awb", "Connection refused")},
        {QStringLiteral("unreachable"), QT_TRANSLATE_NOOP("awb", "No connection")},
        {QStringLiteral("tls"), QT_TRANSLATE_NOOP("awb", "TLS failed")},
        {QStringLiteral("proxy"), QT_TRANSLATE_NOOP("awb", "The proxy would not connect")},
        {QStringLiteral("reset"), QT_TRANSLATE_NOOP("awb", "Connection reset")},
        {QStringLiteral("malformed"), QT_TRANSLATE_NOOP("awb", "The answer is no HTTP")},
        {QStringLiteral("header_size"), QT_TRANSLATE_NOOP("awb", "Headers too long")},
        {QStringLiteral("body_size"), QT_TRANSLATE_NOOP("awb", "Body too long")},
        {QStringLiteral("timeout"), QT_TRANSLATE_NOOP("awb", "Timed out")},
        {QStringLiteral("unsent"), QT_TRANSLATE_NOOP("awb", "Never sent")}};
    const char* known = words.value(cause, nullptr);
    return known ? QCoreApplication::translate("awb", known) : cause;
}

QString causeMeaning(const QString& cause)
{
    if (cause == QLatin1String("timeout") || cause == QLatin1String("unsent"))
        return LoadPresenter::tr("counts with the time it took");
    if (cause == QLatin1String("status_429"))
        return LoadPresenter::tr("ends this endpoint: a limiter answers");
    return LoadPresenter::tr("is no latency");
}

MarkGlyph glyphOf(const latency::Verdict& verdict)
{
    switch (verdict.outcome) {
    case ExceedanceOutcome::Below:
        return MarkGlyph::Pass;
    case ExceedanceOutcome::Above:
        return MarkGlyph::Fail;
    case ExceedanceOutcome::Undecided:
        break;
    }
    return verdict.doubt == latency::Doubt::Statistics ? MarkGlyph::TooClose : MarkGlyph::NotMeasured;
}

} // namespace

void LoadPresenter::addHead(LoadView& view) const
{
    switch (view.state) {
    case LoadState::NoTarget:
        view.headline = tr("No service to load");
        break;
    case LoadState::Ready:
        view.headline = tr("No load was made yet");
        view.detail = tr("Nothing is sent before you allow it");
        break;
    case LoadState::Waiting:
        view.headline = tr("Load waits for the other probes");
        view.detail = tr("It runs alone, after them");
        break;
    case LoadState::Stored:
        addStoredHead(view);
        break;
    case LoadState::Running:
        addRunningHead(view);
        break;
    }
}

void LoadPresenter::addStoredHead(LoadView& view) const
{
    view.headline = tr("The last run");
    view.fraction = 1;
    const FactsByProbe& all = session_.document().facts();
    auto facts = all.constFind(probeId());
    if (facts == all.constEnd())
        facts = all.constFind(probeId() + importSuffix);
    if (facts == all.constEnd())
        return;
    view.detail = facts->complete || facts->reason.isEmpty()
                      ? QLocale().toString(facts->started.toLocalTime(), QLocale::ShortFormat)
                      : text(facts->reason);
}

void LoadPresenter::addRunningHead(LoadView& view) const
{
    if (live_.isEmpty()) {
        view.headline = tr("Looking at the endpoints");
        return;
    }
    const LoadStatus& now = *live_.constLast();
    const auto seconds = [](double s) { return QLocale().toString(std::max(0.0, s), 'f', 0); };
    view.headline =
        now.together ? tr("All endpoints together") : tr("Endpoint %1 of %2").arg(now.number).arg(now.of);
    view.detail = now.warmingUp
                      ? tr("warming up, %1 of %2 s").arg(seconds(now.elapsedS), seconds(now.warmUpS))
                      : tr("%1 of %2 s measured")
                            .arg(seconds(now.elapsedS - now.warmUpS), seconds(now.plannedS - now.warmUpS));
    view.fraction = now.fractionOfAll;
}

void LoadPresenter::addFigures(LoadView& view, const LoadStatus& status) const
{
    view.rate = {QLocale().toString(status.achievedRate, 'f', 1) + QStringLiteral("/s"),
                 tr("asked %1").arg(quantity(status.askedRate, "per_second"))};
    const auto n = static_cast<qint64>(status.response.count());
    if (n > 0)
        view.p99 = {quantity(status.p99.value / 1000, "ms"),
                    QStringLiteral("[%1], n = %2").arg(intervalOf(status.p99), count(n))};
    else
        view.p99 = {QStringLiteral("–"),
                    status.warmingUp ? tr("the warm-up is not measured") : tr("no answer yet")};
    view.lag = {quantity(status.schedulerLagP99Ms, "ms"), QString()};
    const double failed = percentOf(status.notOk(), status.scheduled);
    view.errors = {quantity(failed, "percent"),
                   tr("%1 of %2").arg(count(status.notOk()), count(status.scheduled))};
}

void LoadPresenter::addGate(LoadView& view, const LoadStatus& status) const
{
    const Check* check = checkOf(status.isWrite, status.together);
    if (!check)
        return;
    const auto policy = [&](const char* name) { return check->policyValue(QLatin1String(name)); };
    const double lagLimit =
        std::max(policy("max_scheduler_lag_ms"), policy("max_scheduler_lag_percent") / 100 * limitMs(status));
    const auto add = [&](const QString& name, double value, double limit, const char* unit) {
        view.gate.append({name, value, limit, quantity(value, unit),
                          limit > 0 ? tr("of %1").arg(limitText(limit, unit)) : tr("no limit")});
    };
    const double unscheduled = 100 - percentOf(status.sentInTime, status.scheduled);
    add(tr("Scheduler lag p99"), status.schedulerLagP99Ms, lagLimit, "ms");
    add(tr("Rate shortfall"), status.scheduled > 0 ? std::max(0.0, unscheduled) : 0,
        100 - policy("min_achieved_percent"), "percent");
    add(tr("Never sent"), percentOf(status.unsent, status.scheduled), policy("max_unsent_percent"),
        "percent");
    const qint64 slow = status.errors.value(QStringLiteral("timeout")) + status.unsent;
    add(tr("Not 2xx"), percentOf(status.notOk() - slow, status.scheduled), policy("max_non_2xx_percent"),
        "percent");
    add(tr("Queue lag p99"), status.queueLagP99Ms, 0, "ms");
    view.lag.note = tr("limit %1").arg(quantity(lagLimit, "ms"));
    view.gateKept = std::none_of(view.gate.cbegin(), view.gate.cend(),
                                 [](const GateBar& bar) { return bar.isReached(); });
}

void LoadPresenter::addVerdict(LoadView& view, const LoadStatus& status) const
{
    const qint64 limitUs = std::llround(limitMs(status) * 1000);
    const Exceedance now = exceedanceOf(status, limitUs);
    const QString limit = quantity(limitMs(status), "ms");
    const QString counted =
        now.overMost > now.over
            ? tr("%1 to %2 of %3 requests took %4 or longer.")
                  .arg(count(now.over), count(now.overMost), count(now.n), limit)
            : tr("%1 of %2 requests took %3 or longer.").arg(count(now.over), count(now.n), limit);
    const qint64 allowed = now.n > 0 ? mostForPass(now) : -1;
    const QString bound =
        allowed < 0 ? tr("So few requests prove nothing yet.")
                    : tr("A pass allows %1 here, after the correction for bursts.").arg(count(allowed));
    view.verdict = live_.isEmpty() ? settled(status, counted, bound) : soFar(now, counted, bound);
}

// While it runs nothing is proven yet, whatever the count says: never the mark of a pass or a fail.
LoadWords LoadPresenter::soFar(const Exceedance& now, const QString& counted, const QString& bound) const
{
    if (now.n == 0)
        return {MarkGlyph::NotMeasured, tr("Nothing is measured yet"), tr("The warm-up does not count.")};
    switch (outcomeOf(now)) {
    case ExceedanceOutcome::Below:
        return {MarkGlyph::Undecided, tr("Below the threshold so far"),
                counted + QLatin1Char(' ') + tr("It counts when the run has lasted to its end.")};
    case ExceedanceOutcome::Above:
        return {MarkGlyph::Undecided, tr("Above the threshold so far"), counted + QLatin1Char(' ') + bound};
    case ExceedanceOutcome::Undecided:
        break;
    }
    return {MarkGlyph::TooClose, tr("Too close to call so far"), counted + QLatin1Char(' ') + bound};
}

LoadWords LoadPresenter::settled(const LoadStatus& status, const QString& counted, const QString& bound) const
{
    const StoredEndpoint* stored = storedNamed(status.endpoint);
    const Check* check = checkOf(status.isWrite);
    if (!stored || !check)
        return {};
    const QString limit = quantity(limitMs(status), "ms");
    const latency::Verdict verdict =
        latency::judge(stored->endpoint.runs, std::llround(limitMs(status) * 1000), *check);
    const MarkGlyph glyph = glyphOf(verdict);
    if (verdict.outcome == ExceedanceOutcome::Below)
        return {glyph, tr("It keeps %1").arg(limit), counted};
    if (verdict.outcome == ExceedanceOutcome::Above)
        return {glyph, tr("It misses %1").arg(limit), counted};
    if (verdict.doubt == latency::Doubt::Statistics)
        return {glyph, tr("Too close to call"), counted + QLatin1Char(' ') + bound};
    return {glyph, tr("No verdict"), text(latency::doubtSentence(verdict.doubt, status.endpoint))};
}

void LoadPresenter::addErrors(LoadView& view, const LoadStatus& status) const
{
    for (auto it = status.errors.begin(); it != status.errors.end(); ++it)
        view.errorRows.append({causeWord(it.key()), causeMeaning(it.key()), it.value()});
    std::stable_sort(view.errorRows.begin(), view.errorRows.end(),
                     [](const LoadErrorRow& a, const LoadErrorRow& b) { return a.count > b.count; });
    view.errorsOf = tr("%1 of %2").arg(count(status.notOk()), count(status.scheduled));
}

LoadEndpointRow LoadPresenter::rowOf(const LoadStatus& status) const
{
    LoadEndpointRow row;
    row.name = status.endpoint;
    row.requests = static_cast<qint64>(status.response.count());
    const double limit = limitMs(status);
    row.ruler.threshold = limit;
    row.ruler.unit = QStringLiteral("ms");
    if (row.requests == 0)
        return row;
    row.p99Ms = status.p99.value / 1000;
    row.interval = intervalOf(status.p99);
    row.ruler.value = row.p99Ms;
    row.ruler.low = status.p99.low / 1000;
    if (status.p99.high)
        row.ruler.high = *status.p99.high / 1000;
    return row;
}

void LoadPresenter::addRows(LoadView& view) const
{
    if (!live_.isEmpty()) {
        for (const LoadStatusPtr& status : live_) {
            view.endpoints.append(rowOf(*status));
            view.endpoints.last().running = view.state == LoadState::Running && status == live_.constLast();
        }
        return;
    }
    for (const StoredEndpoint& stored : *stored_) {
        LoadEndpointRow row = rowOf(stored.status);
        const Check* check = checkOf(stored.status.isWrite);
        if (check)
            row.glyph = glyphOf(
                latency::judge(stored.endpoint.runs, std::llround(limitMs(stored.status) * 1000), *check));
        view.endpoints.append(row);
    }
}

void LoadPresenter::addWhatIf(LoadView& view) const
{
    if (!whatIf_)
        return;
    const QString limit = quantity(*whatIf_, "ms");
    if (!live_.isEmpty()) {
        view.whatIf = tr("What if the threshold were %1: the picture shows it. No mark changes.").arg(limit);
        return;
    }
    int keep = 0;
    int miss = 0;
    for (const LoadEndpointRow& row : view.endpoints) {
        keep += row.glyph == MarkGlyph::Pass ? 1 : 0;
        miss += row.glyph == MarkGlyph::Fail ? 1 : 0;
    }
    view.whatIf =
        tr("What if the threshold were %1: %2 of %3 endpoints keep it, %4 miss it, for %5 it stays open. No "
           "mark changes.")
            .arg(limit)
            .arg(keep)
            .arg(view.endpoints.size())
            .arg(miss)
            .arg(view.endpoints.size() - keep - miss);
}

// From the journal: what this run, or the last one that made load, was allowed to do.
QString LoadPresenter::allowedSentence() const
{
    const QVector<JournalEntry>& journal = session_.document().journal();
    for (auto entry = journal.crbegin(); entry != journal.crend(); ++entry) {
        if (entry->kind != EntryKind::RunStarted)
            continue;
        QStringList names;
        const QJsonArray ids = entry->value.value(QStringLiteral("capabilities")).toArray();
        bool load = false;
        for (const QJsonValue& id : ids) {
            load = load || id.toString() == QLatin1String("load");
            if (const auto capability = capabilityFromId(id.toString()))
                names << capabilityText(*capability);
        }
        if (!load)
            continue;
        const QString when = QLocale().toString(entry->time.toLocalTime(), QLocale::ShortFormat);
        const QString who = entry->author.isEmpty() ? tr("allowed at %1").arg(when)
                                                    : tr("allowed at %1 by %2").arg(when, entry->author);
        return QStringLiteral("%1 %2: %3.")
            .arg(names.join(QLatin1Char(' ')), entry->value.value(QStringLiteral("target")).toString(), who);
    }
    return tr("Nothing is allowed yet. The question before a run says what, where and how much.");
}

} // namespace awb
