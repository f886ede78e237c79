#include "core/latency/latency_histogram.h"

#include <cmath>

namespace awb
{

quint64 LatencyHistogram::lowestOf(std::size_t index)
{
    constexpr std::size_t steps = std::size_t{1} << stepBits;
    if (index < 2 * steps)
        return index;
    const std::size_t octave = (index >> stepBits) - 1;
    return static_cast<quint64>((index & (steps - 1)) + steps) << octave;
}

void LatencyHistogram::grow(std::size_t index)
{
    constexpr std::size_t steps = std::size_t{1} << stepBits;
    counts_.resize(std::min(bucketCount, (index / steps + 1) * steps), 0);
}

void LatencyHistogram::merge(const LatencyHistogram& other)
{
    if (other.counts_.size() > counts_.size())
        counts_.resize(other.counts_.size(), 0);
    for (std::size_t i = 0; i < other.counts_.size(); ++i)
        counts_[i] += other.counts_[i];
    count_ += other.count_;
    sum_ += other.sum_;
    min_ = std::min(min_, other.min_);
    max_ = std::max(max_, other.max_);
}

void LatencyHistogram::clear()
{
    std::fill(counts_.begin(), counts_.end(), quint64{0});
    count_ = 0;
    min_ = ~quint64{0};
    max_ = 0;
    sum_ = 0;
}

quint64 LatencyHistogram::atRank(quint64 rank) const
{
    if (count_ == 0)
        return 0;
    const quint64 wanted = std::clamp(rank, quint64{1}, count_);
    quint64 seen = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        seen += counts_[i];
        if (seen >= wanted)
            return i + 1 == bucketCount ? max_ : std::clamp(highestOf(i), min_, max_);
    }
    return max_;
}

quint64 LatencyHistogram::quantile(double q) const
{
    const double wanted = std::ceil(std::clamp(q, 0.0, 1.0) * static_cast<double>(count_) - 1e-9);
    return atRank(static_cast<quint64>(std::max(1.0, wanted)));
}

CountRange LatencyHistogram::atLeast(quint64 us) const
{
    CountRange range;
    if (count_ == 0 || us <= min_)
        return {count_, count_};
    if (us > max_)
        return range;
    const std::size_t inside = indexOf(us);
    for (std::size_t i = inside + 1; i < counts_.size(); ++i)
        range.least += counts_[i];
    range.most = range.least + (inside < counts_.size() ? counts_[inside] : 0);
    if (us <= lowestOf(inside))
        range.least = range.most;
    return range;
}

} // namespace awb
