#include "core/latency/binomial.h"

#include <cmath>
#include <limits>

namespace awb
{

namespace
{

constexpr double tiny = 1e-300;

double awayFromZero(double value)
{
    return std::fabs(value) < tiny ? tiny : value;
}

// glibc's lgamma writes a global sign; all arguments here are positive.
double logGamma(double x)
{
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

double betaFraction(double x, double a, double b)
{
    constexpr int mostTerms = 100'000; // it takes about sqrt(max(a, b))
    constexpr double precise = 1e-14;
    double c = 1;
    double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int term = 1; term < mostTerms; ++term) {
        const double m = term;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / awayFromZero(1 + even * d);
        c = awayFromZero(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / awayFromZero(1 + odd * d);
        c = awayFromZero(1 + odd / c);
        const double change = d * c;
        fraction *= change;
        if (std::fabs(change - 1) < precise)
            break;
    }
    return fraction;
}

} // namespace

double incompleteBeta(double x, double a, double b)
{
    if (!(x > 0))
        return 0;
    if (x >= 1)
        return 1;
    const double front =
        std::exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * std::log(x) + b * std::log1p(-x));
    // the fraction converges fast on this side of the mean only
    if (x < (a + 1) / (a + b + 2))
        return front * betaFraction(x, a, b) / a;
    return 1 - front * betaFraction(1 - x, b, a) / b;
}

double betaQuantile(double p, double a, double b)
{
    double low = 0;
    double high = 1;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (incompleteBeta(middle, a, b) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double binomialAtMost(double k, double n, double p)
{
    if (k < 0)
        return 0;
    if (k >= n)
        return 1;
    return incompleteBeta(1 - p, n - k, k + 1);
}

double shareLowerBound(double k, double n, double confidence)
{
    if (!(n > 0) || !(k > 0))
        return 0;
    return betaQuantile(1 - confidence, k, n - k + 1);
}

double shareUpperBound(double k, double n, double confidence)
{
    if (!(n > 0) || k >= n)
        return 1;
    return betaQuantile(confidence, k + 1, n - k);
}

} // namespace awb
