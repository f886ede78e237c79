#include "app/cli/progress.h"

#include "app/cli/command.h"

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace awb::cli
{

bool ProgressLine::isTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

ProgressLine::ProgressLine(bool quiet, bool terminal, std::chrono::milliseconds longestSilence)
    : quiet_(quiet),
      terminal_(terminal),
      longestSilence_(longestSilence)
{
    silence_.start();
}

void ProgressLine::begin(int probes)
{
    total_ = probes;
}

void ProgressLine::started(const QString& probe)
{
    running_.insert(probe, 0);
    last_ = probe;
    repaint();
}

void ProgressLine::moved(const QString& probe, double fraction, const Message& text)
{
    running_[probe] = std::clamp(fraction, 0.0, 1.0);
    last_ = text.isEmpty() ? probe : probe + QStringLiteral(": ") + text.text();
    repaint();
    if (quiet_ || terminal_ || silence_.elapsed() < longestSilence_.count())
        return;
    // a log that stands still for minutes looks like a program that hangs
    silence_.start();
    complain(
        QStringLiteral("        %1 (%2 %)\n").arg(last_.left(100)).arg(std::floor(100 * running_[probe])));
}

void ProgressLine::finished(const QString& probe, const QString& outcome)
{
    running_.remove(probe);
    ++done_;
    if (quiet_)
        return;
    silence_.start();
    if (terminal_)
        complain(QStringLiteral("\r\033[K"));
    complain(QStringLiteral("[%1/%2] %3: %4\n").arg(done_).arg(total_).arg(probe, outcome));
    repaint();
}

void ProgressLine::end()
{
    if (!quiet_ && terminal_)
        complain(QStringLiteral("\r\033[K"));
}

void ProgressLine::repaint()
{
    if (quiet_ || !terminal_ || total_ == 0)
        return;
    double share = done_;
    for (const double fraction : std::as_const(running_))
        share += fraction;
    constexpr int width = 24;
    const int filled = static_cast<int>(share / total_ * width);
    complain(QStringLiteral("\r\033[K%1%2 %3 of %4  %5")
                 .arg(QString(filled, QChar(0x2588)), QString(width - filled, QChar(0x2591)))
                 .arg(done_)
                 .arg(total_)
                 .arg(last_.left(60)));
}

} // namespace awb::cli
