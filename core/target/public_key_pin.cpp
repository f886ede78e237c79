#include "core/target/public_key_pin.h"

namespace awb
{

std::optional<QByteArray> pinDigest(const QString& pin)
{
    const QString scheme = QStringLiteral("sha256/");
    if (!pin.startsWith(scheme))
        return std::nullopt;
    const QByteArray text = pin.mid(scheme.size()).toUtf8();
    for (const QByteArray& base64 : {text, text.startsWith('/') ? text.mid(1) : QByteArray()}) {
        const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && (*decoded).size() == 32)
            return *decoded;
    }
    return std::nullopt;
}

} // namespace awb
