// The load page without its widgets: what a run says while it goes on, what the last one left as evidence,
// and what another threshold would make of it.
#pragma once

#include "core/latency/latency_series.h"
#include "core/rules/latency_charts.h"
#include "core/rules/latency_evidence.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/load_view.h"

#include <QThreadPool>

#include <memory>

namespace awb
{

// One endpoint of the stored evidence, decoded.
struct StoredEndpoint
{
    latency::Endpoint endpoint;
    LatencySeries series; // of all its runs alone
    LoadStatus status;    // as a run would have reported it at its end
};
QVector<StoredEndpoint> storedEndpoints(const Facts& facts);

class LoadPresenter : public QObject
{
    Q_OBJECT
public:
    explicit LoadPresenter(AuditSession& session, QObject* parent = nullptr);

    const LoadView& view() const { return view_; }
    bool isRunning() const { return view_.state == LoadState::Running || view_.state == LoadState::Waiting; }

    void select(const QString& endpoint); // of the table; the page follows the run until somebody selects
    // Another threshold, in ms, for the pictures and words of this page only: no mark and no evidence
    // changes.
    void setWhatIf(std::optional<double> ms);
    std::optional<double> whatIf() const { return whatIf_; }
    void setLinear(bool linear);
    bool isLinear() const { return linear_; }

    // The stored response times of every endpoint as HdrHistogram's log, an interval for each, in µs.
    QByteArray histogramLog() const;

    void stop();
    static QString probeId() { return QStringLiteral("http.latency"); }

Q_SIGNALS:
    void changed(); // view() is another one: at most four times a second while load runs

private:
    void forget();
    void takeLoad();
    void readStored();
    void rebuild();
    void rebuildLater();
    LoadState state() const;
    const Check* checkOf(bool isWrite, bool together = false) const;
    double thresholdMs(bool isWrite, bool together = false) const;
    double limitMs(const LoadStatus& status) const;
    const LoadStatus* shown() const;
    const StoredEndpoint* storedNamed(const QString& name) const;
    Exceedance exceedanceOf(const LoadStatus& status, qint64 limitUs) const;
    latency::Picture pictureOf(const LoadStatus& status) const;
    void addHead(LoadView& view) const;
    void addStoredHead(LoadView& view) const;
    void addRunningHead(LoadView& view) const;
    void addFigures(LoadView& view, const LoadStatus& status) const;
    void addCharts(LoadView& view, const LoadStatus& status) const;
    void addGate(LoadView& view, const LoadStatus& status) const;
    void addVerdict(LoadView& view, const LoadStatus& status) const;
    LoadWords soFar(const Exceedance& now, const QString& counted, const QString& bound) const;
    LoadWords settled(const LoadStatus& status, const QString& counted, const QString& bound) const;
    void addErrors(LoadView& view, const LoadStatus& status) const;
    void addRows(LoadView& view) const;
    LoadEndpointRow rowOf(const LoadStatus& status) const;
    void addWhatIf(LoadView& view) const;
    QString allowedSentence() const;

    AuditSession& session_;
    QThreadPool pool_;
    QTimer later_;
    QVector<LoadStatusPtr> live_; // of this run, by endpoint, as each stood last
    std::shared_ptr<const QVector<StoredEndpoint>> stored_ = std::make_shared<QVector<StoredEndpoint>>();
    ChartSpec storedOverTime_;
    QString storedKey_; // which evidence stored_ was made from
    QString selected_;
    std::optional<double> whatIf_;
    bool linear_ = false;
    LoadView view_;
};

} // namespace awb
