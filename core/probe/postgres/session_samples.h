#pragma once

#include <QHash>
#include <QString>
#include <QVector>

#include <limits>

namespace awb
{

// One session of an application role, as pg_stat_activity showed it at one moment. Ages in s.
struct SessionSample
{
    qint64 pid = 0;
    double startedAt = 0; // epoch seconds: with the pid it names the session
    QString role, application, client, state, waitEvent;
    double ageS = 0;
    double inStateS = 0;
    bool readable = true; // false: the login may not see the state
    bool replication = false;

    bool isIdle() const { return state == QLatin1String("idle"); }
    bool isActive() const { return state == QLatin1String("active"); }
    bool isInTransaction() const { return state.startsWith(QLatin1String("idle in transaction")); }
};

struct SessionMoment
{
    double at = 0; // server clock, epoch seconds
    QVector<SessionSample> sessions;
};

// What a series of moments shows; everything about the application's own sessions.
struct SessionSummary
{
    qsizetype samples = 0;
    double peakConnections = 0;
    double peakPool = 0; // of one (role, application, client)
    double peakBusy = 0;
    double meanBusy = 0;
    double oldestS = std::numeric_limits<double>::quiet_NaN();
    double longestIdleS = std::numeric_limits<double>::quiet_NaN();
    double longestInTransactionS = std::numeric_limits<double>::quiet_NaN();
    double idleOverLimit = 0;        // idle longer than `idleLimitS` in the last moment
    double inTransactionPercent = 0; // of all sampled sessions: waiting in a transaction over 100 ms
    double unreadable = 0;
    double newSessions = 0; // began after the first moment
    double endedSessions = 0;
    double first = 0, last = 0;
    bool growing = false; // never fewer than before, and three more at the end, over ten moments
};
SessionSummary summarise(const QVector<SessionMoment>& moments, double idleLimitS);

// One line a (role, application, client).
struct SessionGroup
{
    QString role, application, client;
    double connections = 0, active = 0, idle = 0, inTransaction = 0, unreadable = 0;
    double oldestS = 0, longestIdleS = 0;
};
QVector<SessionGroup> groupSessions(const SessionMoment& moment);

} // namespace awb
