// One open audit: the document, its frozen value, and every change a person can make to it.
#pragma once

#include "core/audit/audit_document.h"
#include "core/audit/audit_result.h"
#include "core/probe/probe_runner.h"
#include "ui/presenters/workbench.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace awb
{

class StoreThread;
struct ImportedJournal;

// What happened to a mark that a person asked for.
struct MarkAnswer
{
    enum class State { Made, NeedsReason, Refused };
    State state = State::Refused;
    Message why;         // why a reason is needed, or why it was refused
    QStringList waiting; // checks that still need a reason (several were marked at once)
};

// The plan of a hot query that a person looked at; `shape` is empty where no probe could draw it.
struct ReviewedPlan
{
    QString fingerprint;
    QString shape;
    bool operator==(const ReviewedPlan&) const = default;
};

// What to run and what was allowed for it, in this run (CONTRACT.md, capabilities).
struct RunRequest
{
    QStringList probes; // ids; empty: every probe that has a target
    Consent consent;
    quint64 seed = 0;
};

// The state of one probe in the present or last run of this session.
struct ProbeActivity
{
    ProbeState state = ProbeState::Waiting;
    double fraction = -1; // below 0: unknown
    Message text;
    QStringList log;    // the last 500 lines
    LoadStatusPtr load; // of a probe that makes load: how it stands, or stood last; else null
    QDateTime started;
    qint64 durationMs = 0;
};

// Where the entries are: all on disk, or some waiting because a write failed.
struct SaveState
{
    QDateTime savedAt; // UTC; invalid: nothing was saved yet in this session
    int waiting = 0;
    std::optional<Error> error;
};

// Lives in the GUI thread and never blocks it: loading, evaluating evidence, secrets and probes work
// elsewhere. Every change is a journal entry that is on its way to the store when the call returns. No
// widgets here, so that all of it is tested without a window.
class AuditSession : public QObject
{
    Q_OBJECT
public:
    explicit AuditSession(const Workbench& workbench, QObject* parent = nullptr);
    ~AuditSession() override;

    // Who is at the keyboard; both go into every entry.
    void setAuthor(const QString& name);
    void setSeat(std::optional<Seat> seat);
    QString author() const { return author_; }
    std::optional<Seat> seat() const { return seat_; }

    // Each ends in opened() or openFailed(). A file is a .audit (its own store), a recorded journal
    // (imported) or a result.json (read only).
    void open(const QString& auditId);
    void openFile(const QString& path);
    void showResult(const AuditResult& result); // a frozen value: nothing can be changed
    // Makes an audit in the workbench's store and opens it; returns its id.
    QString createAudit(const AuditMeta& meta);
    // Puts a recorded journal ({"entries": […], "blobs": {id: base64}}) into the workbench's store, unless it
    // is there, and opens it.
    void importJournal(const QByteArray& json);
    // The same from a file: a recorded journal (.json) or a .audit, which stays as it is.
    void importFile(const QString& path);
    // The whole audit into a file of its own, by its ending: .audit, or .json (the text form for git).
    // Evidence is not masked: this is a working copy, not a report. Ends in exported() or problem().
    void exportTo(const QString& path);
    void close();

    bool isOpen() const { return open_; }
    bool isReadOnly() const { return readOnly_ || isFrozen(); } // a result, or signed by both seats
    bool isFrozen() const { return open_ && !readOnly_ && document_.isFrozen(); }
    const AuditDocument& document() const { return document_; }
    const AuditResult& result() const { return result_; }
    const CheckResult* check(const QString& checkId) const { return result_.find(checkId); }
    const Workbench& workbench() const { return workbench_; }
    StoreThread& store() const;
    SaveState saveState() const { return saveState_; }
    QDate today() const; // of this machine's time zone
    // The profile the audit was made with; an Error if its text cannot be read.
    Result<TargetProfile> profile() const;

    // ✓ ⚠ ✗ – or undecided. A mark that contradicts the evidence, or N/A, needs a reason: nothing changes
    // until it is called again with one.
    MarkAnswer setMark(const QString& checkId, Mark mark, const QString& reason = {});
    MarkAnswer setMarks(const QStringList& checkIds, Mark mark, const QString& reason = {});
    // Only when the suggestion proves a mark (pass, warn, fail by measurement, or not applicable).
    MarkAnswer acceptSuggestion(const QString& checkId);
    bool canAccept(const QString& checkId) const;
    void setNote(const QString& checkId, const QString& text);
    void toggleFlag(const QString& checkId);
    void setActions(const QVector<ActionItem>& items); // the whole top list
    void attach(const QString& checkId, const QByteArray& bytes, const QString& name, const QString& type);
    // Read, or encoded as PNG, on a worker; at most 16 MiB.
    void attachFile(const QString& checkId, const QString& path);
    void attachImage(const QString& checkId, const QImage& image, const QString& name);
    void removeAttachment(const QString& checkId, const QString& blob);
    void setThreshold(const QString& checkId, const Threshold& threshold);
    void resetThreshold(const QString& checkId, const QString& thresholdId);
    // Suggestions follow the checklist's letter instead of our reading; reports say so.
    void setByLetter(bool on);
    void setMeta(const AuditMeta& meta);
    // The target profile's text, and nothing else of the details; `said` is for the toast and for undo.
    void setProfileText(const QString& text, const QString& said);
    // Says that whoever is at the keyboard looked at these plans of hot queries today (2.7): one entry.
    void reviewPlans(const QString& checkId, const QVector<ReviewedPlan>& plans);

    // Signs the present state. The second seat freezes the audit and saves it as a snapshot, "Revision 1".
    void signOff(Seat seat, const QString& name);
    // Of a frozen audit: what follows belongs to the next revision, and both seats sign again.
    void beginRevision();

    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const; // "2.2 marked Fail"
    void undo();
    void redo();

    void saveSnapshot(const QString& label);
    void loadSnapshot(const SnapshotRef& snapshot, QObject* context,
                      std::function<void(Result<AuditResult>)> done);
    void saveAttachment(const QString& blob, const QString& path); // a copy for another program
    void loadAttachment(const QString& blob, QObject* context, std::function<void(Result<QByteArray>)> done);

    // Probes. A secret that has to be asked for is announced by secretsNeeded() and given with
    // provideSecret() (kept in memory until the session ends); then runProbes() is called again. Refused
    // consent comes back as problem().
    std::vector<const ProbeDescriptor*> probesFor(const QString& checkId) const; // those with a target
    void runProbes(const RunRequest& request);
    // The profile with the secrets that can be had without asking anybody; they are looked up on a worker.
    void resolveTarget(QObject* context,
                       std::function<void(Result<std::shared_ptr<const ProbeTarget>>)> done);
    void provideSecret(const QString& key, const Secret& secret);
    void stopProbe(const QString& probeId);
    void stopProbes();
    bool isRunning() const { return running_; }
    const QMap<QString, ProbeActivity>& activity() const { return activity_; } // of the present or last run

Q_SIGNALS:
    void opened();
    void openFailed(const awb::Error& error);
    void closing(); // the audit is still open: last entries can be made
    void closed();
    void changed(const QStringList& checks); // judgments, notes, evidence of these checks; empty: all
    void resultChanged();                    // result() is a new value
    void saved(const QDateTime& time);
    void saveFailed(const awb::Error& error, int waiting);
    void othersWrote(const QStringList& checks, const QString& author);
    void problem(const awb::Error& error);             // something asked for could not be done
    void entryMade(const QString& text, bool canUndo); // for the toast: "2.2 marked Fail"
    void snapshotSaved(const QString& label);
    void exported(const QString& path);
    void secretsNeeded(const QStringList& keys);
    void runStarted(const QStringList& probes);
    void probeChanged(const QString& probe); // activity() of this probe moved
    void loadChanged(const QString& probe);  // its load status is a new one; about five times a second
    void runFinished(bool cancelled);

private:
    void connectStore(StoreThread& store);
    void load(const QString& auditId);
    void buildInBackground(const QString& auditId, QVector<JournalEntry> entries);
    void adopt(AuditDocument document, AuditResult result);
    void openAuditFile(const QString& path);
    void storeImported(const ImportedJournal& journal);
    void importFrom(std::function<Result<ImportedJournal>()> read);
    void storeSnapshot(const QString& label);
    bool mayWrite(); // else says so with problem()
    JournalEntry entry(EntryKind kind, QJsonObject value, const QString& checkId = {}) const;
    void make(const QVector<JournalEntry>& entries, const QString& text = {});
    void announce(const QStringList& checks);
    void takeOthers(const QVector<JournalEntry>& entries);
    void evaluateNow();
    void evaluateLater();
    void evaluateInBackground();
    void writeSummary();
    void snapshotStored(const QString& label, Result<QString> blob);
    QString entryText(const JournalEntry& entry) const;
    void startRun(const RunRequest& request, std::vector<ProbeDescriptor> probes, TargetProfile target);
    void launch(std::vector<ProbeDescriptor> probes, std::shared_ptr<const ProbeTarget> target);
    void ensureRunner();
    void onProbeFinished(const ProbeOutcome& outcome);

    const Workbench& workbench_;
    QThreadPool pool_;
    std::unique_ptr<StoreThread> fileStore_; // of an opened .audit file
    StoreThread* store_ = nullptr;
    QString author_;
    std::optional<Seat> seat_;
    AuditDocument document_;
    AuditResult result_;
    bool open_ = false;
    bool readOnly_ = false;
    quint64 generation_ = 0;         // of the document: answers for an older one are dropped
    qsizetype evaluatedEntries_ = 0; // journal length that result_ was made from
    QTimer evaluateTimer_;
    bool evaluating_ = false;
    bool evaluateAgain_ = false;
    QStringList changedChecks_;
    QTimer summaryTimer_;
    SaveState saveState_;
    QMap<QString, Secret> secrets_;
    std::unique_ptr<ProbeRunner> runner_;
    bool running_ = false;
    QMap<QString, ProbeActivity> activity_;
};

} // namespace awb
