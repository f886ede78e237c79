// record_sample STORE AUDIT JUDGMENTS.json OUT.json
//
// Judges a measured audit in full from a script and writes its journal as the recorded sample that the start
// page opens without any server. The evidence is real: the audit was made by quickstart's run; only people's
// marks are scripted. A measured suggestion is accepted as it is; a scripted mark never overrules one.

#include "app/services.h"
#include "core/audit/audit_document.h"
#include "core/rules/rules.h"
#include "core/store/audit_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace awb;

namespace
{

QJsonObject readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QJsonDocument::fromJson(file.readAll()).object();
}

struct Scripted
{
    Mark mark = Mark::Undecided;
    QString text;
};

Scripted scripted(const QJsonObject& script, const CheckResult& check)
{
    const auto proven = check.suggestion.confidence == Confidence::Measured
                            ? markFor(check.suggestion.verdict)
                            : std::nullopt;
    if (proven && check.suggestion.verdict != Verdict::NotApplicable)
        return {*proven, {}};
    for (const QString& part : {QStringLiteral("marks"), QStringLiteral("fallback")}) {
        const QJsonArray entry = script.value(part).toObject().value(check.check.id).toArray();
        if (!entry.isEmpty())
            return {markFromId(entry.at(0).toString()).value_or(Mark::Undecided), entry.at(1).toString()};
    }
    qFatal("no mark for %s", qPrintable(check.check.id));
}

QVector<JournalEntry> judge(const Services& services, const AuditResult& result, const QJsonObject& script)
{
    QVector<JournalEntry> entries;
    const QString reviewer =
        script.value(QStringLiteral("meta")).toObject().value(QStringLiteral("reviewer")).toString();
    for (const CheckResult& check : result.checks) {
        const Scripted mark = scripted(script, check);
        const MarkGuard guard = guardMark(check, mark.mark);
        QJsonObject value{
            {QStringLiteral("mark"), markId(mark.mark)},
            {QStringLiteral("origin"), originId(guard.isOverride ? Origin::Override : Origin::Manual)}};
        if (guard.needsReason)
            value.insert(QStringLiteral("reason"), mark.text);
        entries.append(makeEntry(services.clock, result.auditId, EntryKind::Mark, value, check.check.id,
                                 reviewer, QStringLiteral("reviewer")));
        if (!guard.needsReason && !mark.text.isEmpty())
            entries.append(makeEntry(services.clock, result.auditId, EntryKind::Note,
                                     {{QStringLiteral("text"), mark.text}}, check.check.id, reviewer,
                                     QStringLiteral("reviewer")));
    }
    entries.append(makeEntry(services.clock, result.auditId, EntryKind::Actions,
                             {{QStringLiteral("items"), script.value(QStringLiteral("actions"))}}, {},
                             reviewer));
    return entries;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 5) {
        std::fprintf(stderr, "usage: record_sample STORE AUDIT JUDGMENTS.json OUT.json\n");
        return 2;
    }
    const auto services = Services::create();
    auto store = openSqliteStore(words.at(1), OpenMode::ReadOnly);
    if (!services || !store)
        qFatal("cannot open %s", qPrintable(words.at(1)));
    Result<QVector<JournalEntry>> journal = (*store)->entries(words.at(2));
    if (!journal || journal->isEmpty())
        qFatal("no such audit");
    const QJsonObject script = readJson(words.at(3));
    QVector<JournalEntry> entries = *std::move(journal);
    // the names of the sample's world in place of this machine's paths and ports
    const QJsonObject meta = script.value(QStringLiteral("meta")).toObject();
    entries.removeIf([](const JournalEntry& entry) {
        return entry.kind == EntryKind::Mark || entry.kind == EntryKind::Snapshot;
    });
    for (JournalEntry& entry : entries) {
        entry.author = meta.value(QStringLiteral("reviewer")).toString();
        if (entry.kind != EntryKind::Created)
            continue;
        for (auto it = meta.begin(); it != meta.end(); ++it)
            entry.value.insert(it.key(), it.value());
        entry.value.insert(QStringLiteral("profile_path"), QString());
        entry.value.insert(QStringLiteral("profile_text"), QString());
    }
    const AuditDocument document = AuditDocument::fromJournal((*services)->checklist, words.at(2), entries);
    const AuditResult result = evaluate(document, (*services)->version, document.meta().date);
    entries += judge(**services, result, script);
    QJsonArray array;
    for (const JournalEntry& entry : entries)
        array.append(entryToJson(entry));
    QFile out(words.at(4));
    const QJsonObject file{{QStringLiteral("schema"), QStringLiteral("auditbench/journal/1")},
                           {QStringLiteral("entries"), array},
                           {QStringLiteral("blobs"), QJsonObject()}};
    if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(file).toJson(QJsonDocument::Compact)) < 0)
        qFatal("cannot write %s", qPrintable(words.at(4)));
    return 0;
}
