// Opening an audit: its journal from the store, the document derived, all 71 rules evaluated. The audit is
// the recorded sample (real evidence) with 1,500 more entries of a long walk. Beside it: sqlite3 printing the
// same journal.

#include "app/services.h"
#include "core/audit/audit_document.h"
#include "core/rules/rules.h"
#include "core/store/audit_store.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace awb;

namespace
{

constexpr int rounds = 9;

QVector<JournalEntry> sampleJournal(const Services& services, const QString& auditId)
{
    QVector<JournalEntry> entries;
    QFile file(QStringLiteral(":/auditbench/sample/sample-audit.json"));
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    const QJsonArray recorded =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("entries")).toArray();
    for (const QJsonValue& value : recorded) {
        const QJsonObject object = value.toObject();
        const auto kind = entryKindFromId(object.value(QStringLiteral("kind")).toString());
        if (kind)
            entries.append(makeEntry(services.clock, auditId, *kind,
                                     object.value(QStringLiteral("value")).toObject(),
                                     object.value(QStringLiteral("check")).toString()));
    }
    const QStringList checks = services.checklist.checkIds();
    for (int i = 0; i < 1500; ++i)
        entries.append(makeEntry(services.clock, auditId, EntryKind::Note,
                                 {{QStringLiteral("text"), QStringLiteral("Note %1 of a long walk.").arg(i)}},
                                 checks.at(i % checks.size())));
    return entries;
}

double secondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir home;
    const QString path = home.filePath(QStringLiteral("audits.db"));
    const auto services = Services::create();
    auto store = openSqliteStore(path);
    if (!services || !store) {
        std::fprintf(stderr, "no store\n");
        return 1;
    }
    const QString id = QStringLiteral("bench-audit");
    const QVector<JournalEntry> entries = sampleJournal(**services, id);
    if (entries.size() <= 1500 || !(*store)->append(entries)) {
        std::fprintf(stderr, "the recorded sample audit is missing, or the store refused it\n");
        return 1;
    }
    QVector<double> ours, theirs;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto journal = (*store)->entries(id);
        const AuditDocument document = AuditDocument::fromJournal((*services)->checklist, id, *journal);
        const AuditResult result = evaluate(document, (*services)->version, QDate(2026, 11, 24));
        ours.append(secondsOf(timer));
        if (result.checks.size() != 71)
            return 1;
        timer.restart();
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"), {path, QStringLiteral("SELECT * FROM journal")});
        if (sqlite.waitForFinished(30000) && sqlite.exitCode() == 0)
            theirs.append(secondsOf(timer));
    }
    using namespace awb::bench;
    Figure figure{QStringLiteral("open"), median(ours), QStringLiteral("s"), {}, 0, 0, rounds};
    if (!theirs.isEmpty()) {
        figure.peer = QStringLiteral("sqlite3 SELECT");
        figure.peerValue = median(theirs);
        figure.ratio = figure.peerValue / figure.value;
    }
    printFigure(figure);
    return 0;
}
