#include "core/probe/logs/logs_probe.h"

#include "core/probe/fact_building.h"
#include "core/probe/logs/log_sample.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace awb
{

namespace
{

constexpr qint64 mostBytes = 4 * 1024 * 1024;
const char* const unlockLine = "logs: {file: app.log}";

// The end of the file, or why it cannot be had.
Result<LogSample> sampleOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, QStringLiteral("%1 does not exist.").arg(path), {}, {}};
    if (!info.isFile()) // a pipe or a device would never end
        return Error{ErrorCode::Usage, QStringLiteral("%1 is no plain file.").arg(path), {}, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::Io, QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()), {}, {}};
    const qint64 from = std::max<qint64>(0, file.size() - mostBytes);
    if (!file.seek(from))
        return Error{ErrorCode::Io, QStringLiteral("%1 cannot be read to its end.").arg(path), {}, {}};
    return readLogSample(file.read(mostBytes), from > 0);
}

QJsonObject detailsOf(const LogSample& sample)
{
    return {{QStringLiteral("lines"), sample.lines},      {QStringLiteral("json"), sample.json},
            {QStringLiteral("text"), sample.text},        {QStringLiteral("continued"), sample.continued},
            {QStringLiteral("too_long"), sample.tooLong}, {QStringLiteral("first_bad"), sample.firstBad},
            {QStringLiteral("wrapped"), sample.wrapped}};
}

Table tableOf(const LogSample& sample)
{
    Table table;
    table.id = QStringLiteral("lines");
    table.title = QT_TRANSLATE_NOOP("awb", "Lines of the log");
    table.columns = {column("kind", QT_TRANSLATE_NOOP("awb", "Kind")),
                     column("lines", QT_TRANSLATE_NOOP("awb", "Lines"), "count")};
    const std::pair<const char*, qint64> kinds[] = {
        {QT_TRANSLATE_NOOP("awb", "JSON object"), sample.json},
        {QT_TRANSLATE_NOOP("awb", "Text"), sample.text},
        {QT_TRANSLATE_NOOP("awb", "Stack trace"), sample.continued},
        {QT_TRANSLATE_NOOP("awb", "Too long"), sample.tooLong}};
    for (const auto& [kind, lines] : kinds)
        table.rows.append({QCoreApplication::translate("awb", kind), lines});
    table.total = table.rows.size();
    return table;
}

} // namespace

Result<Facts> LogsProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    Facts facts;
    facts.probe = QStringLiteral("logs.sample");
    facts.source = QFileInfo(target.profile.logsFile).fileName();
    facts.unlock = QString::fromLatin1(unlockLine);
    context.sent(QStringLiteral("read (the end of the log file)"));
    const auto sample = sampleOf(target.profile.logsFile);
    if (!sample) {
        facts.reason = Message::verbatim(sample.error().message);
        return facts;
    }
    facts.details = detailsOf(*sample);
    if (sample->isBinary || sample->lines == 0) {
        facts.reason = sample->isBinary
                           ? QT_TRANSLATE_NOOP("awb", "The log file is no text: unpack it first.")
                           : QT_TRANSLATE_NOOP("awb", "The log file holds no whole line.");
        return facts;
    }
    Measurement share =
        measurement("json_lines",
                    100 * static_cast<double>(sample->json) / static_cast<double>(sample->lines), "percent");
    share.n = sample->lines;
    facts.measured << share;
    facts.tables << tableOf(*sample);
    facts.complete = true;
    facts.unlock.clear();
    return facts;
}

std::vector<ProbeDescriptor> logsProbes()
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("logs.sample");
    probe.title = QT_TRANSLATE_NOOP("awb", "Log sample");
    probe.about =
        QT_TRANSLATE_NOOP("awb", "Reads the end of the log file and counts the lines that are JSON.");
    probe.source = ProbeSource::Logs;
    probe.checks = {QStringLiteral("5.3")};
    probe.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{
            {QStringLiteral("read (the end of the log file, at most 4 MiB; no line is kept)"), 1, {}}};
    };
    probe.create = [] { return std::make_unique<LogsProbe>(); };
    return {probe};
}

QVector<DoctorReport> examineLogs(const ProbeTarget& target, ProbeContext&)
{
    if (target.profile.logsFile.isEmpty())
        return {};
    DoctorReport report;
    report.source = ProbeSource::Logs;
    report.label = target.profile.logsFile;
    const auto sample = sampleOf(target.profile.logsFile);
    const bool good = sample && !sample->isBinary && sample->lines > 0;
    report.reachable = sample.has_value();
    const Message text = !sample ? Message::verbatim(sample.error().message)
                         : good  ? Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 lines at its end are JSON."),
                                           {MessageArg(sample->json), MessageArg(sample->lines)})
                         : sample->isBinary
                             ? Message(QT_TRANSLATE_NOOP("awb", "The log file is no text: unpack it first."))
                             : Message(QT_TRANSLATE_NOOP("awb", "The log file holds no whole line."));
    const StepState state = good ? StepState::Ok : StepState::Failed;
    report.steps.append({QStringLiteral("file"), QT_TRANSLATE_NOOP("awb", "File"), state, text, 0, {}});
    DoctorSight sight;
    sight.probe = QStringLiteral("logs.sample");
    sight.checks = {QStringLiteral("5.3")};
    sight.state = state;
    sight.text = text;
    report.sights.append(sight);
    if (!good)
        report.unmeasuredChecks = sight.checks;
    return {report};
}

} // namespace awb
