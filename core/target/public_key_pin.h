#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace awb
{

// The SHA-256 of a public key's DER form (RFC 7469), 32 bytes, from "sha256/BASE64" as the profile writes it
// or "sha256//BASE64" as curl does. BASE64 itself may begin with a slash, so the first spelling is tried
// first. Nothing if it is neither.
std::optional<QByteArray> pinDigest(const QString& pin);

} // namespace awb
