#include "app/cli/outputs.h"

#include "core/report/reports.h"
#include "core/report_pdf/pdf_report.h"

#include <QBuffer>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <array>
#include <cstdio>

namespace awb::cli
{

namespace
{

struct Format
{
    const char* option;
    QByteArray (*make)(const AuditResult&, const ReportOptions&);
};

const std::array<Format, 6> formats{{{"json", jsonReport},
                                     {"html", htmlReport},
                                     {"markdown", markdownReport},
                                     {"text", textReport},
                                     {"csv", csvReport},
                                     {"junit", junitReport}}};

bool writePdfOutput(const QString& path, const AuditResult& result, bool redact)
{
    PdfOptions pdf;
    pdf.redact = redact;
    QBuffer memory;
    memory.open(QIODevice::WriteOnly);
    const bool toStdout = path == QLatin1String("-");
    const Result<PdfWritten> written = toStdout ? writePdf(result, memory, pdf) : writePdf(result, path, pdf);
    if (!written) {
        report(written.error(), ExitNotWritten);
        return false;
    }
    for (const QString& warning : written->warnings)
        complain(QStringLiteral("auditbench-cli: %1\n").arg(warning));
    return !toStdout || writeFile(path, memory.data());
}

} // namespace

void addOutputOptions(Options& options)
{
    const QString place = QStringLiteral("F");
    options.value(QStringLiteral("json"), place, QStringLiteral("the result as JSON (auditbench/result/1)"));
    options.value(QStringLiteral("pdf"), place, QStringLiteral("the report as PDF"));
    options.value(QStringLiteral("html"), place, QStringLiteral("the report as one HTML file"));
    options.value(QStringLiteral("markdown"), place, QStringLiteral("the completed template as Markdown"));
    options.value(QStringLiteral("text"), place, QStringLiteral("the completed template as plain text"));
    options.value(QStringLiteral("csv"), place, QStringLiteral("one line a check"));
    options.value(QStringLiteral("junit"), place, QStringLiteral("JUnit XML for CI"));
    options.flag(QStringLiteral("no-redact"),
                 QStringLiteral("show literals of query texts and ids of key names in reports"));
}

bool anyOutput(const Options& options)
{
    return options.isSet(QStringLiteral("pdf")) ||
           std::any_of(formats.begin(), formats.end(),
                       [&](const Format& f) { return options.isSet(QLatin1String(f.option)); });
}

QString outputConflict(const Options& options)
{
    QSet<QString> seen;
    QStringList names{QStringLiteral("pdf")};
    for (const Format& format : formats)
        names.append(QLatin1String(format.option));
    for (const QString& name : std::as_const(names)) {
        if (!options.isSet(name))
            continue;
        const QString path = options.get(name);
        if (path.isEmpty())
            return QStringLiteral("--%1 needs a file name, or - for standard output").arg(name);
        if (seen.contains(path))
            return QStringLiteral("two outputs go to \"%1\"").arg(path);
        seen.insert(path);
    }
    return {};
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    if (path == QLatin1String("-")) {
        const auto size = static_cast<size_t>(bytes.size());
        return std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    complain(QStringLiteral("auditbench-cli: cannot write %1: %2\n").arg(path, file.errorString()));
    return false;
}

bool writeOutputs(const Options& options, const AuditResult& result)
{
    ReportOptions how;
    how.redact = !options.isSet(QStringLiteral("no-redact"));
    bool good = true;
    for (const Format& format : formats) {
        const QString name = QLatin1String(format.option);
        if (options.isSet(name))
            good = writeFile(options.get(name), format.make(result, how)) && good;
    }
    if (options.isSet(QStringLiteral("pdf")))
        good = writePdfOutput(options.get(QStringLiteral("pdf")), result, how.redact) && good;
    return good;
}

} // namespace awb::cli
