#pragma once

namespace awb
{

struct CountInterval
{
    double low = 0;
    double high = 0;
};

// 95 % Wilson score interval of a share k/n (E. B. Wilson 1927); n = 0 gives [0, 1]. With k = 0 or k = n the
// outer side is the rule of three, 3/n.
CountInterval shareInterval(double k, double n);

// 95 % interval of a Poisson count: Byar's approximation (Breslow and Day 1987, vol. 2, p. 69); k = 0 gives
// [0, 3].
CountInterval countInterval(double k);

} // namespace awb
