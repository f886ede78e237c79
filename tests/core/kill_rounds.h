#pragma once

#include <QString>

namespace awb::test
{

// What happened to a store whose writer was killed with SIGKILL at random moments, again and again.
struct KillRounds
{
    int rounds = 0;
    qint64 acknowledged = 0; // ids that the writer had printed
    qint64 lost = 0;         // of those, not there after reopening: must be 0
    int damaged = 0;         // rounds after which the store did not open: must be 0
    QString failure;         // why a round could not be run at all
};

// Starts `writer` on one store in `folder`, kills it after a random time, reopens the store and compares; the
// seed makes the moments repeatable as far as the machine is.
KillRounds runKillRounds(const QString& writer, const QString& folder, int rounds, quint32 seed);

} // namespace awb::test
