#include "core/probe/postgres/statement_judgment.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace awb
{

namespace
{

constexpr double minCalls = 100;

}

JudgedStatement judgeStatement(const StatementEntry& after, const StatementEntry* before, double windowS,
                               const PolledCalls* polled, double limitMs, double longWindowS)
{
    JudgedStatement out;
    out.entry = after;
    out.calls = after.moments.calls;
    out.slow = slowCalls(after.moments, limitMs);
    out.verdict = paceVerdict(out.calls, out.slow, minCalls);
    out.source = QStringLiteral("lifetime");
    out.p99 = p99Range(after.moments);
    const auto decided = [](PaceVerdict v) { return v == PaceVerdict::Fast || v == PaceVerdict::Slow; };
    if (before != nullptr) {
        const std::optional<StatementMoments> window = windowMoments(before->moments, after.moments);
        const bool replaces = windowS >= longWindowS || out.verdict == PaceVerdict::Open;
        if (window && window->calls >= minCalls && replaces) {
            const SlowCalls slow = slowCalls(*window, limitMs);
            const PaceVerdict verdict = paceVerdict(window->calls, slow, minCalls);
            if (decided(verdict)) {
                out.slow = slow;
                out.verdict = verdict;
                out.calls = window->calls;
                out.source = QStringLiteral("window");
                out.p99 = p99Range(*window);
            }
        }
    }
    if (out.verdict == PaceVerdict::Open && polled != nullptr && polled->calls >= minCalls) {
        const PaceVerdict verdict = paceVerdict(polled->calls, polled->slow, minCalls);
        if (decided(verdict)) {
            out.slow = polled->slow;
            out.verdict = verdict;
            out.calls = polled->calls;
            out.source = QStringLiteral("poll");
            (verdict == PaceVerdict::Fast ? out.p99.high : out.p99.low) = limitMs;
        }
    }
    return out;
}

QString statementFingerprint(const QString& text)
{
    static const QRegularExpression comment(QStringLiteral("/\\*.*?\\*/|--[^\\n]*"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression parameter(QStringLiteral("\\$\\d+"));
    QString normal = text;
    normal.replace(comment, QStringLiteral(" "));
    normal.replace(parameter, QStringLiteral("$"));
    return QString::fromLatin1(
        QCryptographicHash::hash(normal.simplified().toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace awb
