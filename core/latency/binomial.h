#pragma once

namespace awb
{

// The regularized incomplete beta function I_x(a, b), a and b > 0, x in 0 … 1. Continued fraction (Lentz), to
// about 1e-12. Source: Abramowitz & Stegun 26.5.8; DLMF 8.17.22.
double incompleteBeta(double x, double a, double b);

// x with I_x(a, b) = p, by bisection.
double betaQuantile(double p, double a, double b);

// P(X ≤ k) for X ~ Binomial(n, p); n and k may be fractions (effective sizes), as the beta function continues
// it.
double binomialAtMost(double k, double n, double p);

// One-sided Clopper–Pearson bounds of the share of k in n at this confidence (0.95). n = 0: 0 and 1.
double shareLowerBound(double k, double n, double confidence);
double shareUpperBound(double k, double n, double confidence);

} // namespace awb
