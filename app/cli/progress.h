#pragma once

#include "core/foundation/message.h"

#include <QElapsedTimer>
#include <QMap>
#include <QString>

#include <chrono>

namespace awb::cli
{

// Progress on standard error: one repainted line on a terminal, else a line a step, and one every 20 s while
// a step takes longer.
class ProgressLine
{
public:
    static bool isTerminal(); // standard error
    explicit ProgressLine(bool quiet, bool terminal = isTerminal(),
                          std::chrono::milliseconds longestSilence = std::chrono::seconds(20));
    void begin(int probes);
    void started(const QString& probe);
    void moved(const QString& probe, double fraction, const Message& text);
    void finished(const QString& probe, const QString& outcome);
    void end();

private:
    void repaint();

    bool quiet_;
    bool terminal_;
    std::chrono::milliseconds longestSilence_;
    int total_ = 0;
    int done_ = 0;
    QMap<QString, double> running_;
    QString last_;
    QElapsedTimer silence_; // since the last line
};

} // namespace awb::cli
