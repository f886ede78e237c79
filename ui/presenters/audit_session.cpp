#include "ui/presenters/audit_session.h"

#include "core/foundation/ids.h"
#include "core/rules/rules.h"
#include "core/store/store_thread.h"
#include "ui/presenters/background.h"
#include "ui/presenters/journal_import.h"

#include <QFile>
#include <QJsonDocument>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr qint64 kMaxResultFile = 64 * 1024 * 1024;

QDate today(const Clock& clock)
{
    return clock.now().toLocalTime().date();
}

AuditSummary summaryOf(const AuditDocument& document, const AuditResult& result)
{
    AuditSummary summary;
    summary.id = document.id();
    summary.meta = document.meta();
    summary.created = document.started();
    summary.changed = document.finished();
    summary.points = result.score.points;
    summary.max = result.score.max;
    summary.decided = result.score.decided;
    summary.pass = result.score.pass;
    summary.warn = result.score.warn;
    summary.fail = result.score.fail;
    summary.na = result.score.na;
    summary.band = result.score.band;
    return summary;
}

Error readOnlyError()
{
    return {ErrorCode::Refused, QStringLiteral("This audit is open for reading only."), {}, {}};
}

Result<AuditResult> readResultFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Io, QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()), {}, {}};
    }
    if (file.size() > kMaxResultFile) {
        return Error{ErrorCode::Limit, QStringLiteral("%1 is larger than 64 MiB.").arg(path), {}, {}};
    }
    QJsonParseError parse;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &parse);
    if (parse.error != QJsonParseError::NoError) {
        return Error{ErrorCode::Parse,
                     QStringLiteral("%1 is not a result: %2 at byte %3.")
                         .arg(path, parse.errorString())
                         .arg(parse.offset),
                     {},
                     {}};
    }
    return resultFromJson(json.object());
}

} // namespace

AuditSession::AuditSession(const Workbench& workbench, QObject* parent)
    : QObject(parent),
      workbench_(workbench)
{
    pool_.setMaxThreadCount(2);
    evaluateTimer_.setSingleShot(true);
    evaluateTimer_.setInterval(30ms);
    connect(&evaluateTimer_, &QTimer::timeout, this, &AuditSession::evaluateInBackground);
    summaryTimer_.setSingleShot(true);
    summaryTimer_.setInterval(500ms);
    connect(&summaryTimer_, &QTimer::timeout, this, &AuditSession::writeSummary);
    connectStore(workbench_.store);
    store_ = &workbench_.store;
}

AuditSession::~AuditSession()
{
    close();
    pool_.waitForDone(2000);
}

void AuditSession::setAuthor(const QString& name)
{
    author_ = name;
}

void AuditSession::setSeat(std::optional<Seat> seat)
{
    seat_ = seat;
}

StoreThread& AuditSession::store() const
{
    return *store_;
}

void AuditSession::connectStore(StoreThread& store)
{
    connect(&store, &StoreThread::saved, this, [this, which = &store](const QVector<JournalEntry>&) {
        if (which == store_) {
            saveState_ = {workbench_.clock.now(), store_->waiting(), std::nullopt};
            Q_EMIT saved(saveState_.savedAt);
        }
    });
    connect(&store, &StoreThread::saveFailed, this, [this, which = &store](const Error& error, int waiting) {
        if (which == store_) {
            saveState_.waiting = waiting;
            saveState_.error = error;
            Q_EMIT saveFailed(error, waiting);
        }
    });
    connect(&store, &StoreThread::entriesArrived, this,
            [this, which = &store](const QString& audit, const QVector<JournalEntry>& entries) {
                if (which == store_ && open_ && audit == document_.id()) {
                    takeOthers(entries);
                }
            });
}

// Opening ---------------------------------------------------------------------------------------------------

void AuditSession::open(const QString& auditId)
{
    close();
    fileStore_.reset();
    store_ = &workbench_.store;
    load(auditId);
}

void AuditSession::load(const QString& auditId)
{
    const quint64 generation = ++generation_;
    store_->loadEntries(auditId, this, [this, auditId, generation](Result<QVector<JournalEntry>> loaded) {
        if (generation != generation_) {
            return;
        }
        if (!loaded) {
            Q_EMIT openFailed(loaded.error());
            return;
        }
        if (loaded->isEmpty()) {
            Q_EMIT openFailed(
                {ErrorCode::NotFound, QStringLiteral("The store has no audit %1.").arg(auditId), {}, {}});
            return;
        }
        buildInBackground(auditId, std::move(*loaded));
    });
}

void AuditSession::buildInBackground(const QString& auditId, QVector<JournalEntry> entries)
{
    qint64 last = 0;
    for (const JournalEntry& entry : std::as_const(entries)) {
        last = qMax(last, entry.sequence);
    }
    runInBackground(
        pool_, this,
        [checklist = workbench_.checklist, auditId, entries = std::move(entries),
         version = workbench_.toolVersion, day = today(workbench_.clock)] {
            AuditDocument document = AuditDocument::fromJournal(checklist, auditId, entries);
            AuditResult result = evaluate(document, version, day);
            return std::make_pair(std::move(document), std::move(result));
        },
        [this, generation = generation_, last](std::pair<AuditDocument, AuditResult> built) {
            if (generation == generation_) {
                adopt(std::move(built.first), std::move(built.second));
                store_->watch(document_.id(), last);
            }
        });
}

void AuditSession::adopt(AuditDocument document, AuditResult result)
{
    document_ = std::move(document);
    result_ = std::move(result);
    evaluatedEntries_ = document_.journal().size();
    open_ = true;
    readOnly_ = false;
    Q_EMIT opened();
    Q_EMIT resultChanged();
    Q_EMIT changed({});
}

void AuditSession::openFile(const QString& path)
{
    close();
    if (!path.endsWith(QLatin1String(".json"))) {
        openAuditFile(path);
        return;
    }
    const quint64 generation = ++generation_;
    runInBackground(
        pool_, this, [path] { return readResultFile(path); },
        [this, generation](Result<AuditResult> read) {
            if (generation != generation_) {
                return;
            }
            if (!read) {
                Q_EMIT openFailed(read.error());
                return;
            }
            showResult(*read);
        });
}

void AuditSession::openAuditFile(const QString& path)
{
    if (!QFile::exists(path)) {
        Q_EMIT openFailed({ErrorCode::NotFound, QStringLiteral("There is no file %1.").arg(path), {}, {}});
        return;
    }
    const quint64 generation = ++generation_;
    fileStore_ = std::make_unique<StoreThread>(path);
    store_ = fileStore_.get();
    connectStore(*store_);
    connect(store_, &StoreThread::openFailed, this, [this, generation](const Error& error) {
        if (generation == generation_) {
            Q_EMIT openFailed(error);
        }
    });
    store_->open();
    store_->loadAudits(this, [this, path, generation](Result<QVector<AuditSummary>> audits) {
        if (generation != generation_ || !audits) {
            return; // the failure came as openFailed
        }
        if (audits->isEmpty()) {
            Q_EMIT openFailed({ErrorCode::NotFound, QStringLiteral("%1 holds no audit.").arg(path), {}, {}});
            return;
        }
        load(audits->constFirst().id);
    });
}

void AuditSession::showResult(const AuditResult& result)
{
    close();
    ++generation_;
    document_ = AuditDocument(workbench_.checklist, result.auditId);
    result_ = result;
    open_ = true;
    readOnly_ = true;
    Q_EMIT opened();
    Q_EMIT resultChanged();
    Q_EMIT changed({});
}

QString AuditSession::createAudit(const AuditMeta& meta)
{
    close();
    fileStore_.reset();
    store_ = &workbench_.store;
    const QString id = newId();
    ++generation_;
    const JournalEntry created =
        makeEntry(workbench_.clock, id, EntryKind::Created, metaToJson(meta), {}, author_);
    store_->append({created});
    buildInBackground(id, {created});
    return id;
}

void AuditSession::importJournal(const QByteArray& json)
{
    close();
    fileStore_.reset();
    store_ = &workbench_.store;
    const quint64 generation = ++generation_;
    runInBackground(
        pool_, this, [json] { return parseJournal(json); },
        [this, generation](Result<ImportedJournal> parsed) {
            if (generation != generation_) {
                return;
            }
            if (!parsed) {
                Q_EMIT openFailed(parsed.error());
                return;
            }
            storeImported(*parsed);
        });
}

void AuditSession::storeImported(const ImportedJournal& journal)
{
    for (const QByteArray& blob : journal.blobs) {
        store_->putBlob(blob, this, [this](Result<QString> stored) {
            if (!stored) {
                Q_EMIT problem(stored.error());
            }
        });
    }
    store_->append(journal.entries);
    // The store works in order: the entries are there when this is answered.
    summaryTimer_.start();
    load(journal.auditId);
}

void AuditSession::close()
{
    if (!open_) {
        return;
    }
    Q_EMIT closing();
    stopProbes();
    if (summaryTimer_.isActive()) {
        writeSummary();
    }
    runner_.reset();
    running_ = false;
    activity_.clear();
    secrets_.clear();
    evaluateTimer_.stop();
    summaryTimer_.stop();
    evaluating_ = false;
    changedChecks_.clear();
    open_ = false;
    ++generation_;
    document_ = {};
    result_ = {};
    saveState_ = {};
    Q_EMIT closed();
}

Result<TargetProfile> AuditSession::profile() const
{
    const AuditMeta& meta = result_.meta;
    Result<TargetProfile> parsed = parseProfile(meta.profileText.toUtf8(), meta.profilePath);
    if (parsed) {
        parsed->path = meta.profilePath;
    }
    return parsed;
}

// Entries ---------------------------------------------------------------------------------------------------

JournalEntry AuditSession::entry(EntryKind kind, QJsonObject value, const QString& checkId) const
{
    return makeEntry(workbench_.clock, document_.id(), kind, std::move(value), checkId, author_,
                     seat_ ? seatId(*seat_) : QString());
}

bool AuditSession::mayWrite()
{
    if (!open_ || readOnly_) {
        Q_EMIT problem(readOnlyError());
        return false;
    }
    return true;
}

void AuditSession::make(const QVector<JournalEntry>& entries, const QString& text)
{
    QStringList checks;
    for (const JournalEntry& made : entries) {
        document_.apply(made);
        checks << made.check;
    }
    store_->append(entries);
    evaluateNow();
    announce(checks);
    summaryTimer_.start();
    if (!text.isEmpty()) {
        Q_EMIT entryMade(text, true);
    }
}

void AuditSession::announce(const QStringList& checks)
{
    QStringList named = checks;
    named.removeDuplicates();
    Q_EMIT changed(named.contains(QString()) ? QStringList() : named);
}

void AuditSession::takeOthers(const QVector<JournalEntry>& entries)
{
    QStringList checks;
    QString author;
    const qsizetype before = document_.journal().size();
    for (const JournalEntry& theirs : entries) {
        document_.apply(theirs);
        checks << (theirs.kind == EntryKind::Undo || theirs.kind == EntryKind::Redo ? QString()
                                                                                    : theirs.check);
        author = theirs.author;
    }
    if (document_.journal().size() == before) {
        return; // only what this window knows
    }
    changedChecks_ << checks;
    evaluateLater();
    checks.removeDuplicates();
    Q_EMIT othersWrote(checks, author);
}

// A person's word is shown at once; evaluating is cheap enough for that (tests/ui/tst_audit_session).
void AuditSession::evaluateNow()
{
    result_ = evaluate(document_, workbench_.toolVersion, today(workbench_.clock));
    evaluatedEntries_ = document_.journal().size();
    Q_EMIT resultChanged();
}

void AuditSession::evaluateLater()
{
    if (!evaluateTimer_.isActive()) {
        evaluateTimer_.start();
    }
}

// Evidence may be large: rules read it on a worker, against a copy of the document.
void AuditSession::evaluateInBackground()
{
    if (evaluating_) {
        evaluateAgain_ = true;
        return;
    }
    evaluating_ = true;
    const qsizetype seen = document_.journal().size();
    runInBackground(
        pool_, this,
        [document = document_, version = workbench_.toolVersion, day = today(workbench_.clock)] {
            return evaluate(document, version, day);
        },
        [this, seen, generation = generation_](AuditResult result) {
            if (generation != generation_) {
                return;
            }
            evaluating_ = false;
            if (seen != document_.journal().size() || evaluateAgain_) {
                evaluateAgain_ = false;
                evaluateLater(); // something was added meanwhile
            }
            if (seen >= evaluatedEntries_) {
                result_ = std::move(result);
                evaluatedEntries_ = seen;
                Q_EMIT resultChanged();
            }
            announce(changedChecks_);
            changedChecks_.clear();
            summaryTimer_.start();
        });
}

void AuditSession::writeSummary()
{
    if (open_ && !readOnly_) {
        store_->updateSummary(summaryOf(document_, result_));
    }
}

// Undo ------------------------------------------------------------------------------------------------------

bool AuditSession::canUndo() const
{
    return open_ && !readOnly_ && document_.undoTarget(author_) != nullptr;
}

bool AuditSession::canRedo() const
{
    return open_ && !readOnly_ && document_.redoTarget(author_) != nullptr;
}

QString AuditSession::undoText() const
{
    const JournalEntry* target = open_ ? document_.undoTarget(author_) : nullptr;
    return target ? entryText(*target) : QString();
}

void AuditSession::undo()
{
    if (!canUndo()) {
        return;
    }
    const JournalEntry target = *document_.undoTarget(author_);
    JournalEntry undo = entry(EntryKind::Undo, {}, target.check);
    undo.supersedes = target.id;
    make({undo});
    Q_EMIT entryMade(tr("Taken back: %1").arg(entryText(target)), false);
}

void AuditSession::redo()
{
    if (!canRedo()) {
        return;
    }
    const JournalEntry target = *document_.redoTarget(author_);
    JournalEntry redo = entry(EntryKind::Redo, {}, target.check);
    redo.supersedes = target.id;
    make({redo});
    Q_EMIT entryMade(tr("Done again"), false);
}

} // namespace awb

#include "moc_audit_session.cpp"
