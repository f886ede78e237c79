#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace awb
{

// How many recorded values reached a limit. The limit lies inside one bucket, so there is a least and a most.
struct CountRange
{
    quint64 least = 0;
    quint64 most = 0;
};

// A log-linear histogram of durations in µs: exact below 256 µs, then 128 equal steps an octave (a step is at
// most 0.8 % of its value), up to 2^36 µs (19 h); longer is counted in the last step. The layout is
// HdrHistogram's for two significant digits, lowest value 1. Memory grows with the largest value seen, to 30
// KiB. Not thread-safe.
class LatencyHistogram
{
public:
    static constexpr int stepBits = 7;
    static constexpr int valueBits = 36;
    static constexpr std::size_t bucketCount = std::size_t{valueBits - stepBits + 1} << stepBits;
    static constexpr quint64 highestValue = (quint64{1} << valueBits) - 1;

    static std::size_t indexOf(quint64 us)
    {
        const quint64 value = std::min(us, highestValue);
        const int octave = std::max(0, static_cast<int>(std::bit_width(value)) - 1 - stepBits);
        return (static_cast<std::size_t>(octave) << stepBits) + static_cast<std::size_t>(value >> octave);
    }
    static quint64 lowestOf(std::size_t index);
    static quint64 highestOf(std::size_t index) { return lowestOf(index + 1) - 1; }

    void record(quint64 us, quint64 times = 1)
    {
        const std::size_t index = indexOf(us);
        if (index >= counts_.size())
            grow(index);
        counts_[index] += times;
        count_ += times;
        sum_ += static_cast<double>(us) * static_cast<double>(times);
        min_ = std::min(min_, us);
        max_ = std::max(max_, us);
    }
    void merge(const LatencyHistogram& other);
    void clear(); // keeps the memory

    bool isEmpty() const { return count_ == 0; }
    quint64 count() const { return count_; }
    quint64 min() const { return count_ == 0 ? 0 : min_; }
    quint64 max() const { return max_; }
    double mean() const { return count_ == 0 ? 0 : sum_ / static_cast<double>(count_); }

    // The value of rank 1 … count(), as the highest value of its bucket (HdrHistogram's convention), never
    // above max(). 0 when empty.
    quint64 atRank(quint64 rank) const;
    // q in 0 … 1; the smallest value with at least q of all values at or below it.
    quint64 quantile(double q) const;
    // Values at or above the limit.
    CountRange atLeast(quint64 us) const;

    // counts()[i] belongs to the values lowestOf(i) … highestOf(i); trailing zeros may be left out.
    const std::vector<quint64>& counts() const { return counts_; }

private:
    void grow(std::size_t index);

    std::vector<quint64> counts_;
    quint64 count_ = 0;
    quint64 min_ = ~quint64{0};
    quint64 max_ = 0;
    double sum_ = 0;
};

} // namespace awb
