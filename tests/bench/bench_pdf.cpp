// The PDF of a complete audit: all 71 checks judged, charts, evidence tables of 1,000 rows, notes. There is
// no peer: the bound is 2 s.

#include "core/report_pdf/pdf_report.h"
#include "tests/bench/figure.h"
#include "tests/support/sample_result.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QGuiApplication>

#include <cstdio>

using namespace awb;

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const AuditResult result = test::sampleResult({.allDecided = true, .evidenceRows = 1000});
    constexpr int rounds = 7;
    QVector<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        QBuffer pdf;
        pdf.open(QIODevice::WriteOnly);
        QElapsedTimer timer;
        timer.start();
        const auto written = writePdf(result, pdf);
        seconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e9);
        if (!written || written->pages < 10) {
            std::fprintf(stderr, "the PDF was not written\n");
            return 1;
        }
    }
    bench::Figure figure;
    figure.name = QStringLiteral("pdf");
    figure.value = bench::median(seconds);
    figure.unit = QStringLiteral("s");
    figure.runs = rounds;
    bench::printFigure(figure);
    return 0;
}
