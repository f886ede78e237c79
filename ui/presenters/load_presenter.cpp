#include "ui/presenters/load_presenter.h"

#include "core/latency/hdr_codec.h"
#include "core/latency/histogram_log.h"
#include "ui/presenters/background.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr double usPerMs = 1000;
constexpr double leastMs = 0.1;
constexpr double mostMs = 60'000;

// Facts of the load as the open audit has them; a shown result has them at its checks only.
const Facts* latencyFacts(const AuditSession& session)
{
    for (const char* id : {"1.3", "1.1", "1.2", "1.4"}) {
        const CheckResult* check = session.isOpen() ? session.check(QLatin1String(id)) : nullptr;
        if (!check)
            continue;
        for (const Facts& facts : check->evidence) {
            if (facts.probe == LoadPresenter::probeId())
                return &facts;
        }
    }
    return nullptr;
}

} // namespace

LoadPresenter::LoadPresenter(AuditSession& session, QObject* parent) : QObject(parent), session_(session)
{
    pool_.setMaxThreadCount(1);
    later_.setSingleShot(true);
    later_.setInterval(250ms); // four pictures a second
    connect(&later_, &QTimer::timeout, this, &LoadPresenter::rebuild);
    connect(&session_, &AuditSession::opened, this, &LoadPresenter::forget);
    connect(&session_, &AuditSession::closed, this, &LoadPresenter::forget);
    connect(&session_, &AuditSession::resultChanged, this, &LoadPresenter::readStored);
    connect(&session_, &AuditSession::runStarted, this, [this](const QStringList& probes) {
        if (probes.contains(probeId())) {
            live_.clear();
            selected_.clear();
            whatIf_.reset();
        }
        rebuild();
    });
    connect(&session_, &AuditSession::runFinished, this, &LoadPresenter::rebuild);
    connect(&session_, &AuditSession::probeChanged, this, [this](const QString& probe) {
        if (probe == probeId())
            rebuildLater();
    });
    connect(&session_, &AuditSession::loadChanged, this, &LoadPresenter::takeLoad);
    takeLoad();
    readStored();
    rebuild();
}

QByteArray LoadPresenter::histogramLog() const
{
    HistogramLog log;
    if (const Facts* facts = latencyFacts(session_))
        log.started = facts->started;
    double startS = 0;
    for (const StoredEndpoint& stored : *stored_) {
        log.intervals.append(
            {stored.status.endpoint, startS, stored.status.elapsedS, stored.series.histogram});
        startS += stored.status.elapsedS;
    }
    return writeHistogramLog(log);
}

void LoadPresenter::forget()
{
    live_.clear();
    stored_ = std::make_shared<QVector<StoredEndpoint>>();
    storedKey_.clear();
    storedOverTime_ = {};
    selected_.clear();
    whatIf_.reset();
    readStored();
    rebuild();
}

// The newest status replaces that of the same endpoint.
void LoadPresenter::takeLoad()
{
    const LoadStatusPtr status = session_.activity().value(probeId()).load;
    if (!status)
        return;
    const auto known = std::find_if(live_.begin(), live_.end(), [&](const LoadStatusPtr& other) {
        return other->endpoint == status->endpoint;
    });
    if (known == live_.end())
        live_.append(status);
    else
        *known = status;
    rebuildLater();
}

// Histograms are decoded by a worker; what was shown stays until they are there.
void LoadPresenter::readStored()
{
    const Facts* facts = latencyFacts(session_);
    const QString key =
        facts ? facts->started.toString(Qt::ISODateWithMs) + QString::number(facts->durationMs) : QString();
    if (key == storedKey_) {
        rebuildLater();
        return;
    }
    storedKey_ = key;
    storedOverTime_ = {};
    if (!facts) {
        stored_ = std::make_shared<QVector<StoredEndpoint>>();
        rebuildLater();
        return;
    }
    for (const ChartSpec& chart : facts->charts) {
        if (chart.id == QLatin1String("over_time"))
            storedOverTime_ = chart;
    }
    runInBackground(
        pool_, this,
        [copy = *facts] { return std::make_shared<const QVector<StoredEndpoint>>(storedEndpoints(copy)); },
        [this, key](std::shared_ptr<const QVector<StoredEndpoint>> stored) {
            if (key != storedKey_)
                return;
            stored_ = std::move(stored);
            if (!isRunning())
                live_.clear();
            rebuild();
        });
}

LoadState LoadPresenter::state() const
{
    const auto activity = session_.activity().constFind(probeId());
    if (session_.isRunning() && activity != session_.activity().constEnd()) {
        if (activity->state == ProbeState::Running)
            return LoadState::Running;
        if (activity->state == ProbeState::Waiting)
            return LoadState::Waiting;
    }
    if (!stored_->isEmpty() || !live_.isEmpty())
        return LoadState::Stored;
    if (!session_.isOpen())
        return LoadState::NoTarget;
    const Result<TargetProfile> profile = session_.profile();
    const bool hasTarget = profile && profile->http && !profile->http->baseUrl.isEmpty();
    return hasTarget ? LoadState::Ready : LoadState::NoTarget;
}

const Check* LoadPresenter::checkOf(bool isWrite, bool together) const
{
    const CheckResult* check = session_.check(QLatin1String(together ? "1.3" : isWrite ? "1.2" : "1.1"));
    return check ? &check->check : nullptr;
}

double LoadPresenter::thresholdMs(bool isWrite, bool together) const
{
    const CheckResult* check = session_.check(QLatin1String(together ? "1.3" : isWrite ? "1.2" : "1.1"));
    return check && !check->thresholds.isEmpty() ? check->thresholds.constFirst().value : 0;
}

double LoadPresenter::limitMs(const LoadStatus& status) const
{
    return whatIf_ ? *whatIf_ : thresholdMs(status.isWrite, status.together);
}

const StoredEndpoint* LoadPresenter::storedNamed(const QString& name) const
{
    const auto found = std::find_if(stored_->cbegin(), stored_->cend(),
                                    [&](const StoredEndpoint& one) { return one.status.endpoint == name; });
    return found == stored_->cend() ? nullptr : &*found;
}

const LoadStatus* LoadPresenter::shown() const
{
    if (!live_.isEmpty()) {
        for (const LoadStatusPtr& status : live_) {
            if (status->endpoint == selected_)
                return status.get();
        }
        return live_.constLast().get();
    }
    if (stored_->isEmpty())
        return nullptr;
    const StoredEndpoint* chosen = storedNamed(selected_);
    return chosen ? &chosen->status : &stored_->constFirst().status;
}

// Exact at a limit that was counted; elsewhere between a least and a most, weighed by the bursts that are
// known.
Exceedance LoadPresenter::exceedanceOf(const LoadStatus& status, qint64 limitUs) const
{
    if (live_.isEmpty()) {
        if (const StoredEndpoint* stored = storedNamed(status.endpoint))
            return stored->series.exceedanceAt(limitUs, latency::assumedBurst);
    }
    if (limitUs == status.limitUs)
        return status.exceedance;
    const CountRange range = status.response.atLeast(static_cast<quint64>(limitUs));
    return awb::exceedanceOf(static_cast<qint64>(status.response.count()), static_cast<qint64>(range.least),
                             static_cast<qint64>(range.most), status.exceedance.burst,
                             status.exceedance.burstKnown);
}

latency::Picture LoadPresenter::pictureOf(const LoadStatus& status) const
{
    latency::Picture picture{{}, status.response, status.service, status.p99, {}, 0};
    picture.limitUs = std::llround(limitMs(status) * usPerMs);
    picture.exceedance = exceedanceOf(status, picture.limitUs);
    return picture;
}

void LoadPresenter::select(const QString& endpoint)
{
    if (selected_ == endpoint)
        return;
    selected_ = endpoint;
    rebuild();
}

void LoadPresenter::setWhatIf(std::optional<double> ms)
{
    if (ms)
        ms = std::clamp(*ms, leastMs, mostMs);
    if (whatIf_ == ms)
        return;
    whatIf_ = ms;
    rebuild();
}

void LoadPresenter::setLinear(bool linear)
{
    linear_ = linear;
    rebuild();
}

void LoadPresenter::stop()
{
    if (session_.activity().size() > 1 && view_.state == LoadState::Running)
        session_.stopProbe(probeId());
    else
        session_.stopProbes();
}

void LoadPresenter::rebuildLater()
{
    if (!later_.isActive())
        later_.start();
}

void LoadPresenter::rebuild()
{
    later_.stop();
    LoadView view;
    view.state = state();
    const LoadStatus* status = view.state == LoadState::NoTarget ? nullptr : shown();
    addHead(view);
    view.allowed = allowedSentence();
    if (status) {
        view.endpoint = status->endpoint;
        view.limitMs = limitMs(*status);
        addFigures(view, *status);
        addCharts(view, *status);
        addGate(view, *status);
        addVerdict(view, *status);
        addErrors(view, *status);
        addRows(view);
        addWhatIf(view);
    }
    view_ = std::move(view);
    Q_EMIT changed();
}

void LoadPresenter::addCharts(LoadView& view, const LoadStatus& status) const
{
    const latency::Picture picture = pictureOf(status);
    view.histogram = latency::histogramChart(picture);
    view.spectrum = latency::spectrumChart(picture);
    if (linear_) {
        view.histogram.x.logarithmic = view.histogram.y.logarithmic = false;
        view.spectrum.y.logarithmic = false;
    }
    if (live_.isEmpty()) {
        QStringList others; // another limit is theirs
        QVector<latency::Picture> pictures;
        for (const StoredEndpoint& stored : *stored_) {
            if (stored.status.isWrite != status.isWrite)
                others << stored.status.endpoint;
            if (others.contains(stored.status.endpoint) || stored.status.response.isEmpty())
                continue;
            pictures.append(pictureOf(stored.status));
            pictures.last().name = stored.status.endpoint;
        }
        view.overTime = latency::overTimeChart(storedOverTime_, others, picture.limitUs);
        if (pictures.size() > 1)
            view.overlay = latency::overlayChart(pictures);
        return;
    }
    ChartSpec& chart = view.overTime;
    chart.id = QStringLiteral("rate");
    chart.title = QT_TRANSLATE_NOOP("awb", "Achieved rate");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("s"), false};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Requests"), QStringLiteral("per_second"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "The first second is not over yet.");
    if (status.rates.isEmpty())
        return;
    ChartSeries achieved{QT_TRANSLATE_NOOP("awb", "achieved"), {}};
    for (const LoadStatus::RatePoint& point : status.rates)
        achieved.points.append({point.atS, point.achieved, {}, {}});
    const double end = std::max(status.plannedS, status.elapsedS);
    ChartSeries asked{QT_TRANSLATE_NOOP("awb", "asked"),
                      {{0, status.askedRate, {}, {}}, {end, status.askedRate, {}, {}}}};
    chart.series = {achieved, asked};
}

} // namespace awb

#include "moc_load_presenter.cpp"
