#include "core/probe/postgres/session_samples.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr double heldS = 0.1;
constexpr qsizetype growthMoments = 10;
constexpr double growthAtLeast = 3;

using SessionKey = QPair<qint64, double>;

double larger(double known, double value)
{
    return std::isnan(known) ? value : std::max(known, value);
}

struct MomentCounts
{
    double connections = 0, busy = 0, held = 0, biggest = 0;
};

MomentCounts look(const SessionMoment& moment, SessionSummary& out)
{
    MomentCounts counts;
    QHash<QString, double> pools;
    double unreadable = 0;
    for (const SessionSample& s : moment.sessions) {
        ++counts.connections;
        unreadable += s.readable ? 0 : 1;
        counts.busy += s.isActive() ? 1 : 0;
        const double pool = ++pools[s.role + QChar(0) + s.application + QChar(0) + s.client];
        counts.biggest = std::max(counts.biggest, pool);
        if (!s.readable)
            continue;
        out.oldestS = larger(out.oldestS, s.ageS);
        if (s.isIdle())
            out.longestIdleS = larger(out.longestIdleS, s.inStateS);
        if (s.isInTransaction()) {
            out.longestInTransactionS = larger(out.longestInTransactionS, s.inStateS);
            counts.held += s.inStateS > heldS ? 1 : 0;
        }
    }
    out.unreadable = std::max(out.unreadable, unreadable);
    return counts;
}

QSet<SessionKey> keysOf(const SessionMoment& moment)
{
    QSet<SessionKey> keys;
    for (const SessionSample& s : moment.sessions)
        keys.insert({s.pid, s.startedAt});
    return keys;
}

} // namespace

SessionSummary summarise(const QVector<SessionMoment>& moments, double idleLimitS)
{
    SessionSummary out;
    out.samples = moments.size();
    if (moments.isEmpty())
        return out;
    double sessions = 0, busy = 0, held = 0;
    bool shrank = false;
    double before = 0;
    const QSet<SessionKey> atFirst = keysOf(moments.first());
    QSet<SessionKey> everSeen = atFirst;
    for (const SessionMoment& moment : moments) {
        const MomentCounts counts = look(moment, out);
        sessions += counts.connections;
        busy += counts.busy;
        held += counts.held;
        out.peakConnections = std::max(out.peakConnections, counts.connections);
        out.peakBusy = std::max(out.peakBusy, counts.busy);
        out.peakPool = std::max(out.peakPool, counts.biggest);
        shrank = shrank || counts.connections < before;
        before = counts.connections;
        everSeen.unite(keysOf(moment));
    }
    const QSet<SessionKey> atLast = keysOf(moments.last());
    out.newSessions = static_cast<double>(everSeen.size() - atFirst.size());
    out.endedSessions = static_cast<double>(everSeen.size() - atLast.size());
    out.meanBusy = busy / static_cast<double>(moments.size());
    out.inTransactionPercent = sessions > 0 ? 100 * held / sessions : 0;
    out.first = static_cast<double>(moments.first().sessions.size());
    out.last = static_cast<double>(moments.last().sessions.size());
    out.growing = moments.size() >= growthMoments && !shrank && out.last >= out.first + growthAtLeast;
    for (const SessionSample& s : moments.last().sessions)
        out.idleOverLimit += s.isIdle() && s.inStateS >= idleLimitS ? 1 : 0;
    return out;
}

QVector<SessionGroup> groupSessions(const SessionMoment& moment)
{
    QMap<QString, SessionGroup> groups;
    for (const SessionSample& s : moment.sessions) {
        SessionGroup& g = groups[s.role + QChar(0) + s.application + QChar(0) + s.client];
        g.role = s.role;
        g.application = s.application;
        g.client = s.client;
        g.connections += 1;
        g.active += s.isActive() ? 1 : 0;
        g.idle += s.isIdle() ? 1 : 0;
        g.inTransaction += s.isInTransaction() ? 1 : 0;
        g.unreadable += s.readable ? 0 : 1;
        g.oldestS = std::max(g.oldestS, s.ageS);
        g.longestIdleS = std::max(g.longestIdleS, s.isIdle() ? s.inStateS : 0);
    }
    QVector<SessionGroup> out(groups.cbegin(), groups.cend());
    std::stable_sort(out.begin(), out.end(), [](const SessionGroup& a, const SessionGroup& b) {
        return a.connections > b.connections;
    });
    return out;
}

} // namespace awb
