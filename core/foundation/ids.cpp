#include "core/foundation/ids.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace awb
{

QString newId()
{
    const quint64 ms = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch()) & 0xFFFFFFFFFFFFULL;
    const quint64 high = (ms << 16) | 0x7000ULL | (QRandomGenerator::system()->generate64() & 0x0FFFULL);
    const quint64 low =
        (QRandomGenerator::system()->generate64() & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
    const QString h = QStringLiteral("%1").arg(high, 16, 16, QLatin1Char('0'));
    const QString l = QStringLiteral("%1").arg(low, 16, 16, QLatin1Char('0'));
    return QStringLiteral("%1-%2-%3-%4-%5").arg(h.left(8), h.mid(8, 4), h.mid(12, 4), l.left(4), l.mid(4));
}

} // namespace awb
