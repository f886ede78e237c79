#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace awb::bench
{

void printFigure(const Figure& figure)
{
    QByteArray line;
    if (QCoreApplication::arguments().contains(QStringLiteral("--json"))) {
        const bool paired = !figure.peer.isEmpty();
        line = QJsonDocument(
                   QJsonObject{
                       {QStringLiteral("name"), figure.name},
                       {QStringLiteral("value"), figure.value},
                       {QStringLiteral("unit"), figure.unit},
                       {QStringLiteral("peer"), paired ? QJsonValue(figure.peer) : QJsonValue()},
                       {QStringLiteral("peer_value"), paired ? QJsonValue(figure.peerValue) : QJsonValue()},
                       {QStringLiteral("ratio"), paired ? QJsonValue(figure.ratio) : QJsonValue()},
                       {QStringLiteral("runs"), figure.runs}})
                   .toJson(QJsonDocument::Compact);
    } else {
        line = QStringLiteral("%1: %2 %3")
                   .arg(figure.name)
                   .arg(figure.value, 0, 'g', 4)
                   .arg(figure.unit)
                   .toUtf8();
        if (!figure.peer.isEmpty())
            line += QStringLiteral(", %1: %2 %3, %4 %5")
                        .arg(figure.peer)
                        .arg(figure.peerValue, 0, 'g', 4)
                        .arg(figure.unit)
                        .arg(figure.ratio, 0, 'f', 2)
                        .arg(figure.ofPeer ? QStringLiteral("of it") : QStringLiteral("times better"))
                        .toUtf8();
        line += QStringLiteral(" (%1 runs)").arg(figure.runs).toUtf8();
    }
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

double median(QVector<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

} // namespace awb::bench
