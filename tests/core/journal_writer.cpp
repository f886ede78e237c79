// The program that tst_store_kill and bench_kill kill: walks a scripted audit for ever, prints the id of
// every entry once it is acknowledged. journal_writer STORE AUDIT
#include "core/foundation/clock.h"
#include "core/store/audit_store.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>
#include <unistd.h>

namespace
{

using namespace awb;

// What a person and a run do to one check, over and over.
QVector<JournalEntry> step(const QString& audit, int n)
{
    const SystemClock clock;
    const QString check = QStringLiteral("%1.%2").arg(n % 9 + 1).arg(n % 8 + 1);
    switch (n % 5) {
    case 0:
        return {makeEntry(clock, audit, EntryKind::Mark, {{QStringLiteral("mark"), QStringLiteral("pass")}},
                          check)};
    case 1:
        return {makeEntry(clock, audit, EntryKind::Note,
                          {{QStringLiteral("text"), QString(300, QLatin1Char('n'))}}, check)};
    case 2: {
        QJsonArray rows;
        for (int i = 0; i < 200; ++i)
            rows.append(QJsonArray{i, QStringLiteral("public.orders")});
        return {makeEntry(clock, audit, EntryKind::Evidence, {{QStringLiteral("rows"), rows}})};
    }
    case 3:
        return {makeEntry(clock, audit, EntryKind::Flag, {{QStringLiteral("on"), true}}, check),
                makeEntry(clock, audit, EntryKind::Flag, {{QStringLiteral("on"), false}}, check)};
    default:
        return {makeEntry(clock, audit, EntryKind::Undo, {}, check)};
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 3)
        return 2;
    auto store = openSqliteStore(arguments.at(1));
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().message));
        return 5;
    }
    for (int n = 0;; ++n) {
        const auto stored = (*store)->append(step(arguments.at(2), n));
        if (!stored) {
            std::fprintf(stderr, "%s\n", qPrintable(stored.error().message));
            return 5;
        }
        for (const JournalEntry& entry : *stored) {
            const QByteArray line = entry.id.toLatin1() + '\n';
            if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) != line.size())
                return 1;
        }
        if (n % 7 == 6 && !(*store)->putBlob(QByteArray(20000, static_cast<char>(n))))
            return 5;
    }
}
