#include "core/latency/hdr_codec.h"

#include <QtEndian>

#include <zlib.h>

#include <cmath>
#include <cstring>

namespace awb
{

namespace
{

constexpr quint32 plainV2 = 0x1c849303;
constexpr quint32 compressedV2 = 0x1c849304;
constexpr quint32 wordSizeOfV2 = 0x10; // "one byte words", as every V2 writer says
constexpr qsizetype headerBytes = 40;
constexpr qsizetype mostIn = 4 * 1024 * 1024;
constexpr qsizetype mostUnpacked = 16 * 1024 * 1024;
constexpr int ourDigits = 2; // 256 sub-buckets, half of them an octave: our 128 steps

template<typename T>
void append(QByteArray& bytes, T value)
{
    T big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char*>(&big), sizeof big);
}

template<typename T>
T read(const QByteArray& bytes, qsizetype at)
{
    return qFromBigEndian<T>(bytes.constData() + at);
}

void appendZigZag(QByteArray& bytes, qint64 value)
{
    quint64 rest = (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
    for (int i = 0; i < 8 && rest >= 0x80; ++i) { // the ninth byte carries eight bits
        bytes.append(static_cast<char>((rest & 0x7f) | 0x80));
        rest >>= 7;
    }
    bytes.append(static_cast<char>(rest));
}

// False at the end of the bytes.
bool readZigZag(const QByteArray& bytes, qsizetype& at, qint64& value)
{
    quint64 raw = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size())
            return false;
        const auto byte = static_cast<quint8>(bytes[at++]);
        if (i == 8) {
            raw |= static_cast<quint64>(byte) << 56;
            break;
        }
        raw |= static_cast<quint64>(byte & 0x7f) << (7 * i);
        if (byte < 0x80)
            break;
    }
    value = static_cast<qint64>(raw >> 1) ^ -static_cast<qint64>(raw & 1);
    return true;
}

QByteArray countBytes(const LatencyHistogram& histogram)
{
    QByteArray bytes;
    qint64 zeros = 0;
    for (const quint64 count : histogram.counts()) {
        if (count == 0) {
            ++zeros;
            continue;
        }
        if (zeros > 0)
            appendZigZag(bytes, -zeros);
        zeros = 0;
        appendZigZag(bytes, static_cast<qint64>(count));
    }
    return bytes;
}

Error unreadable(const char* what)
{
    return {
        ErrorCode::Parse, QStringLiteral("This is no HdrHistogram: %1.").arg(QLatin1String(what)), {}, {}};
}

// Unpacks at most mostUnpacked bytes, whatever the stream announces.
Result<QByteArray> inflated(const char* data, qsizetype size)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return Error{ErrorCode::Internal, QStringLiteral("zlib cannot be used."), {}, {}};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data));
    stream.avail_in = static_cast<uInt>(size);
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() < mostUnpacked) {
        char piece[16384];
        stream.next_out = reinterpret_cast<Bytef*>(piece);
        stream.avail_out = sizeof piece;
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece, static_cast<qsizetype>(sizeof piece - stream.avail_out));
    }
    inflateEnd(&stream);
    if (state == Z_STREAM_END)
        return out;
    if (out.size() >= mostUnpacked)
        return Error{ErrorCode::Limit, QStringLiteral("The histogram unpacks to more than 16 MiB."), {}, {}};
    return unreadable("its compressed part is damaged");
}

// Where the counts of a histogram with other digits and another lowest value lie.
struct Layout
{
    int unitBits = 0; // values are multiples of 2^unitBits
    int halfBits = 0; // log2 of half the sub-buckets

    // The middle of the values that share this count.
    double valueOf(qint64 index) const
    {
        const qint64 half = qint64{1} << halfBits;
        qint64 bucket = (index >> halfBits) - 1;
        qint64 sub = (index & (half - 1)) + half;
        if (bucket < 0) {
            sub -= half;
            bucket = 0;
        }
        const double step = std::ldexp(1.0, static_cast<int>(bucket) + unitBits);
        return static_cast<double>(sub) * step + (step > 1 ? step / 2 : 0);
    }
};

Result<Layout> layoutOf(const QByteArray& bytes)
{
    const auto digits = read<qint32>(bytes, 12);
    const auto lowest = read<qint64>(bytes, 16);
    if (digits < 0 || digits > 5 || lowest < 1)
        return unreadable("its digits or its range make no sense");
    if (read<qint32>(bytes, 8) != 0)
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("The histogram is shifted; only whole ones are read."),
                     {},
                     {}};
    Layout layout;
    layout.unitBits = static_cast<int>(std::floor(std::log2(static_cast<double>(lowest))));
    const double resolved = 2 * std::pow(10.0, digits);
    layout.halfBits = std::max(0, static_cast<int>(std::ceil(std::log2(resolved))) - 1);
    return layout;
}

Result<DecodedHistogram> decodePlain(const QByteArray& bytes, double unitUs)
{
    if (bytes.size() < headerBytes)
        return unreadable("it ends inside its head");
    const auto announced = read<qint32>(bytes, 4);
    if (announced < 0 || announced > bytes.size() - headerBytes)
        return unreadable("it is shorter than it says");
    const Result<Layout> layout = layoutOf(bytes);
    if (!layout)
        return layout.error();
    constexpr qint64 mostBuckets = qint64{64} << 18; // 5 digits over 64 octaves
    DecodedHistogram decoded;
    qint64 index = 0;
    qsizetype at = headerBytes;
    const QByteArray counts = bytes.first(headerBytes + announced);
    while (at < counts.size()) {
        qint64 count = 0;
        if (!readZigZag(counts, at, count))
            return unreadable("a count is cut off");
        const qint64 step = count < 0 ? -std::max(count, -mostBuckets) : 1;
        if (index + step > mostBuckets || count > (qint64{1} << 50))
            return unreadable("its counts run out of range");
        if (count > 0) {
            decoded.maxUnits = layout->valueOf(index);
            decoded.histogram.record(static_cast<quint64>(std::min(decoded.maxUnits * unitUs, 1e15)),
                                     static_cast<quint64>(count));
        }
        index += step;
    }
    return decoded;
}

} // namespace

QByteArray encodeHdr(const LatencyHistogram& histogram)
{
    const QByteArray counts = countBytes(histogram);
    QByteArray plain;
    append<quint32>(plain, plainV2 | wordSizeOfV2);
    append<qint32>(plain, static_cast<qint32>(counts.size()));
    append<qint32>(plain, 0); // normalizing index offset
    append<qint32>(plain, ourDigits);
    append<qint64>(plain, 1);
    append<qint64>(plain, static_cast<qint64>(LatencyHistogram::highestValue));
    append<quint64>(plain, 0x3ff0000000000000); // conversion ratio 1.0
    plain += counts;

    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    QByteArray packed(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
              reinterpret_cast<const Bytef*>(plain.constData()), static_cast<uLong>(plain.size()),
              Z_BEST_COMPRESSION);
    QByteArray bytes;
    append<quint32>(bytes, compressedV2 | wordSizeOfV2);
    append<qint32>(bytes, static_cast<qint32>(size));
    return bytes + packed.first(static_cast<qsizetype>(size));
}

QByteArray encodeHdrBase64(const LatencyHistogram& histogram)
{
    return encodeHdr(histogram).toBase64();
}

Result<DecodedHistogram> decodeHdr(const QByteArray& bytes, double unitUs)
{
    if (bytes.size() > mostIn)
        return Error{ErrorCode::Limit, QStringLiteral("The histogram is larger than 4 MiB."), {}, {}};
    if (bytes.size() < 8)
        return unreadable("it is too short");
    const quint32 cookie = read<quint32>(bytes, 0) & ~quint32{0xf0};
    if (cookie == plainV2)
        return decodePlain(bytes, unitUs);
    if (cookie == 0x1c849301 || cookie == 0x1c849302 || cookie == 0x1c849308 || cookie == 0x1c849309)
        return Error{ErrorCode::Unsupported,
                     QStringLiteral(
                         "The histogram is in HdrHistogram's old form; write it with version 2.1 or later."),
                     {},
                     {}};
    if (cookie != compressedV2)
        return unreadable("it does not begin like one");
    const auto announced = read<qint32>(bytes, 4);
    if (announced < 0 || announced > bytes.size() - 8)
        return unreadable("it is shorter than it says");
    const Result<QByteArray> plain = inflated(bytes.constData() + 8, announced);
    if (!plain)
        return plain.error();
    if (plain->size() < 4 || (read<quint32>(*plain, 0) & ~quint32{0xf0}) != plainV2)
        return unreadable("its compressed part is no histogram");
    return decodePlain(*plain, unitUs);
}

Result<DecodedHistogram> decodeHdrBase64(const QByteArray& text, double unitUs)
{
    if (text.size() > mostIn * 4 / 3 + 4)
        return Error{ErrorCode::Limit, QStringLiteral("The histogram is larger than 4 MiB."), {}, {}};
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return unreadable("it is no base64");
    return decodeHdr(*decoded, unitUs);
}

} // namespace awb
