#pragma once

#include "core/foundation/result.h"
#include "core/latency/latency_histogram.h"

#include <QByteArray>

namespace awb
{

// HdrHistogram's V2 form: cookie, lengths, range, then counts as ZigZag LEB128 with runs of zeros; deflated
// with zlib. Source: HdrHistogram, AbstractHistogram.encodeIntoByteBuffer / V2CompressedEncodingCookieBase.
QByteArray encodeHdr(const LatencyHistogram& histogram);       // compressed
QByteArray encodeHdrBase64(const LatencyHistogram& histogram); // as in .hlog and in evidence

// Any V2 histogram, compressed or not, of 0 … 5 significant digits; unitUs: how many µs one of its units is
// (0.001 for nanoseconds). Bounded: 4 MiB in, 16 MiB unpacked. ErrorCode::Parse, Limit or Unsupported (V0,
// V1).
struct DecodedHistogram
{
    LatencyHistogram histogram;
    double maxUnits = 0; // its largest value in its own units
};
Result<DecodedHistogram> decodeHdr(const QByteArray& bytes, double unitUs = 1);
Result<DecodedHistogram> decodeHdrBase64(const QByteArray& text, double unitUs = 1);

} // namespace awb
