#pragma once

#include <QVector>

namespace awb
{

// Calls of one statement while `requests` requests were sent in a window of always the same length.
struct BurstCalls
{
    int requests = 0;
    double calls = 0;
};

// How the calls of a statement grow with the requests: calls = constant + perRequest · requests.
struct CallFit
{
    double perRequest = 0; // never negative
    double constant = 0;
    // In step with the requests, and next to nothing without them: it belongs to the request. Otherwise it is
    // somebody else's traffic, or a mixture, and its slope means nothing.
    bool accepted = false;
};

struct FitTolerance
{
    double share = 0.05;
    double calls = 1;
};

// Least squares over bursts of at least two sizes. Source: specification of the database probes, 2.4: the
// residual at each burst is at most max(1, 5 % of its calls), the constant at most max(1, 5 % of what the
// largest burst causes).
CallFit fitCalls(const QVector<BurstCalls>& bursts, const FitTolerance& tolerance = {});

} // namespace awb
