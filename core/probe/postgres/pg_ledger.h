#pragma once

#include <QHash>
#include <QString>

#include <mutex>

namespace awb
{

// What this program itself has done to each server, so that counters of the whole database can be read
// without our own part. Shared by the probes of a run and by their threads.
class PgLedger
{
public:
    struct Own
    {
        qint64 sessions = 0;
        qint64 transactions = 0; // a statement outside BEGIN … ROLLBACK is one
    };

    void add(const QString& label, const Own& own)
    {
        const std::lock_guard lock(mutex_);
        all_[label].sessions += own.sessions;
        all_[label].transactions += own.transactions;
    }
    Own at(const QString& label) const
    {
        const std::lock_guard lock(mutex_);
        return all_.value(label);
    }

private:
    mutable std::mutex mutex_;
    QHash<QString, Own> all_;
};

} // namespace awb
