#pragma once

#include "core/probe/external_process.h"
#include "core/probe/load/foreign_tool.h"
#include "core/probe/load/wrk_report.h"

#include <map>

namespace awb
{

// One wrk process of a run: it sends one kind of request.
class WrkSender
{
public:
    // spent: requests of this kind that went out before (its caps hold for all). Files go into the folder,
    // which must outlive this.
    static Result<WrkSender> start(const LoadPlan& plan, qsizetype kind, qint64 spent, int seconds,
                                   const ForeignTool& tool, const PrivateFolder& folder, bool warmingUp);

    // The cap of this kind leaves nothing to send.
    static bool isSpent(const LoadPlan& plan, qsizetype kind, qint64 spent);

    // Reads what it printed; one that is through (limited, full, hung up on) is asked to hand over within
    // that time.
    void advance(std::chrono::milliseconds handOverWithin);
    void interrupt(std::chrono::milliseconds patience) { process_->interrupt(patience); }
    bool isRunning() const { return process_->isRunning(); }
    // Nothing was sent or answered for so long that the target must be gone: wrk tries to connect without a
    // pause.
    bool isSilent() const;

    qsizetype kind() const { return kind_; }
    int connections() const { return connections_; }
    QString command() const { return command_; }
    qint64 issued() const { return sum(&Counts::issued); }
    bool isLimited() const { return limited_; }
    bool wasRushed() const { return rushed_; }
    // What it sent and got since the last call, for whoever watches.
    RequestTally takeNews(bool warmingUp);
    // After its end, without the invented samples. Errors: Unreachable, Protocol (it failed, or its numbers
    // do not add up), Timeout.
    Result<WrkReport> report() const;

private:
    struct Counts
    {
        qint64 issued = 0, answered = 0, good = 0, bad = 0;
    };
    void take(const QByteArray& line);
    qint64 sum(qint64 Counts::*of) const;
    qint64 lost() const; // sent, not answered, and no connection waits for them any more

    const LoadPlan* plan_ = nullptr;
    qsizetype kind_ = 0;
    int connections_ = 1;
    double rate_ = 0;
    QString command_;
    QString reportFile_;
    std::unique_ptr<ExternalProcess> process_;
    std::map<int, Counts> byThread_;
    Counts told_;
    qint64 toldLost_ = 0;
    qint64 lastLineNs_ = 0;
    bool limited_ = false;
    bool full_ = false;
    bool rushed_ = false;
};

} // namespace awb
