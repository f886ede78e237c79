// The probes page without its widgets: every probe that has a target, its state, what it sends and needs, and
// what may be felt by the target.
#pragma once

#include "core/report_pdf/mark_painter.h"
#include "ui/presenters/audit_session.h"

#include <QSet>

namespace awb
{

// What the list says of a probe; wider than ProbeState: also before any run, and what it was worth.
enum class ProbePhase { NotRun, Waiting, Running, Done, NotMeasured, Failed, Stopped, NotAllowed };

struct ProbeView
{
    QString id;
    QString title;
    QString about;
    ProbeSource source = ProbeSource::Postgres;
    QStringList checks;
    ProbePhase phase = ProbePhase::NotRun;
    std::optional<MarkGlyph> glyph; // outline: what it suggests; nothing while it says nothing
    QString state;                  // "Running", "Not measured"
    QString result;                 // sentence, progress text or reason
    double fraction = -1;           // while running; below 0: unknown
    QString time;                   // "0.4 s"; empty before a run
    bool canBeFelt = false;         // needs a capability
};

struct ProbeGroup
{
    ProbeSource source = ProbeSource::Postgres;
    QString title;
    QString target; // "db:5432/shop"; says so when the audit names none
    QVector<ProbeView> probes;
    int over = 0; // not waiting and not running, in the present run or before
};

// One line of "what is sent".
struct SendView
{
    QString what;
    QString howMuch; // "up to 100 times"
};

// The selected probe, in full.
struct ProbeDetail
{
    ProbeView view;
    QVector<SendView> sends;
    QStringList rights;
    QString needs;   // capabilities, in words; empty: none
    QString problem; // why it is not measured; empty: nothing to say
    QString unlock;  // the line to hand on
    QStringList log;
    QString diagnostics; // for support: no secret in it
};

// A capability that some probe with a target needs or uses, for the consent dialog and the list below.
struct FeltView
{
    Capability capability = Capability::Load;
    QString name;       // "scan"
    QString text;       // what it lets a probe send
    QStringList probes; // ids
    QStringList checks;
    QStringList hosts; // where it goes
    QVector<SendView> sends;
};

// How far the present or last run is.
struct RunView
{
    bool running = false;
    int active = 0;
    int over = 0;
    int total = 0;
    int pass = 0, warn = 0, fail = 0, unknown = 0; // what the finished ones suggest
    QString headline;                              // "Running 3 probes"
    QString detail;                                // "31 of 52 done"
};

class ProbesPresenter : public QObject
{
    Q_OBJECT
public:
    explicit ProbesPresenter(AuditSession& session, QObject* parent = nullptr);

    const QVector<ProbeGroup>& groups() const { return groups_; }
    QStringList missingParts() const { return missing_; } // parts the audit names no target for
    QString profileProblem() const { return profileProblem_; }
    const ProbeView* find(const QString& id) const;
    RunView run() const;
    bool isLocked() const { return session_.isRunning(); } // settings, and starting another run
    bool canRun() const { return session_.isOpen() && !session_.isReadOnly() && !session_.isRunning(); }

    const QString& selected() const { return selected_; }
    void setSelected(const QString& id);
    bool selectCheck(const QString& checkId); // the first probe that serves it
    ProbeDetail detail() const;
    int selectedSection() const; // of its first check; 0: none

    void runAll();
    void runSelected();
    void runSection();
    void runChecks(const QStringList& checks);
    void stopAll();
    void stopSelected();

    QVector<FeltView> felt() const;
    // The same for one probe alone: what the load page asks for.
    std::optional<FeltView> feltBy(Capability capability, const QString& probe) const;
    bool needsHostNamed(Capability capability) const; // the target is not this machine
    bool isProduction() const;
    // Allowed for the hosts shown, in the run that this starts; forgotten with it. Runs what needs it.
    // probe: only this one of them; empty: all.
    void allowAndRun(Capability capability, bool production, const QString& probe = {});

    // Every statement, command and request that a run would send, with its bound; nothing is sent.
    QString dryRun() const;

    // Passwords that the profile asks for: wanted by the last start, which is then tried again.
    QStringList wantedSecrets() const { return wantedSecrets_; }
    void giveSecret(const QString& key, const Secret& secret);
    void dropSecrets();

Q_SIGNALS:
    void listChanged();                         // groups() is another list
    void probesChanged(const QStringList& ids); // their views; at most ten times a second
    void runChanged();
    void selectedChanged();
    void secretsWanted();

private:
    void rebuild();
    void readProfile();
    void updateViews(const QStringList& ids);
    void flush();
    FeltView feltOf(Capability capability, const QString& only) const;
    ProbeView viewOf(const ProbeDescriptor& probe) const;
    void fillFromActivity(ProbeView& view, const ProbeActivity& activity) const;
    void fillFromFacts(ProbeView& view, const Facts& facts) const;
    std::optional<MarkGlyph> suggested(const ProbeDescriptor& probe) const;
    QString targetLabel(ProbeSource source) const;
    void start(const RunRequest& request);

    AuditSession& session_;
    std::optional<TargetProfile> profile_;
    QString profileText_;
    QString profileProblem_;
    QVector<ProbeGroup> groups_;
    QStringList missing_;
    QString selected_;
    QSet<QString> dirty_;
    QTimer flushTimer_;
    QTimer clockTimer_;               // seconds of running probes
    std::optional<RunRequest> asked_; // waits for secrets
    QStringList wantedSecrets_;
};

QVector<SendView> sendsOf(const ProbeDescriptor& probe, const TargetProfile& profile);

} // namespace awb
