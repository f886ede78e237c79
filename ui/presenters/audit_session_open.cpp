// Opening, making, importing and exporting audits.
#include "ui/presenters/audit_session.h"

#include "core/foundation/ids.h"
#include "core/rules/rules.h"
#include "core/store/store_thread.h"
#include "ui/presenters/audit_file.h"
#include "ui/presenters/background.h"

#include <QFile>

namespace awb
{

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
         version = workbench_.toolVersion, day = today()] {
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
        pool_, this, [path] { return readJsonFile(path); },
        [this, generation](Result<OpenedJson> read) {
            if (generation != generation_) {
                return;
            }
            if (!read) {
                Q_EMIT openFailed(read.error());
            } else if (read->journal) {
                storeImported(*read->journal);
            } else if (read->result) {
                showResult(*read->result);
            }
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
    importFrom([json] { return parseJournal(json); });
}

void AuditSession::importFile(const QString& path)
{
    importFrom([path]() -> Result<ImportedJournal> {
        if (!path.endsWith(QLatin1String(".json"))) {
            return readAuditFile(path);
        }
        Result<OpenedJson> read = readJsonFile(path);
        if (!read) {
            return read.error();
        }
        if (!read->journal) {
            return Error{
                ErrorCode::Unsupported,
                tr("%1 is a result: it can be opened for reading, but it holds no journal to import.")
                    .arg(path),
                {},
                {}};
        }
        return *read->journal;
    });
}

void AuditSession::importFrom(std::function<Result<ImportedJournal>()> read)
{
    close();
    fileStore_.reset();
    store_ = &workbench_.store;
    const quint64 generation = ++generation_;
    runInBackground(pool_, this, std::move(read), [this, generation](Result<ImportedJournal> journal) {
        if (generation != generation_) {
            return;
        }
        if (!journal) {
            Q_EMIT openFailed(journal.error());
            return;
        }
        storeImported(*journal);
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

// A copy for somebody else. What is not yet on disk is in it too: the entries are this window's.
void AuditSession::exportTo(const QString& path)
{
    if (!open_ || result_.auditId.isEmpty() || document_.journal().isEmpty()) {
        Q_EMIT problem({ErrorCode::Unsupported,
                        tr("This is a result, not an audit: save it with the report page."),
                        {},
                        {}});
        return;
    }
    AuditCopy copy{store_->path(), document_.journal(), summarize(document_, result_)};
    runInBackground(
        pool_, this, [copy, path] { return writeAuditFile(copy, path); },
        [this, path](Status written) {
            if (written) {
                Q_EMIT exported(path);
            } else {
                Q_EMIT problem(written.error());
            }
        });
}

void AuditSession::writeSummary()
{
    if (open_ && !readOnly_) {
        store_->updateSummary(summarize(document_, result_));
    }
}

} // namespace awb
