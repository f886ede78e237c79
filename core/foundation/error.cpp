#include "core/foundation/error.h"

namespace awb
{

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return QStringLiteral("usage");
    case ErrorCode::Parse:
        return QStringLiteral("parse");
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::Refused:
        return QStringLiteral("refused");
    case ErrorCode::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorCode::Auth:
        return QStringLiteral("auth");
    case ErrorCode::Permission:
        return QStringLiteral("permission");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Protocol:
        return QStringLiteral("protocol");
    case ErrorCode::Timeout:
        return QStringLiteral("timeout");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Limit:
        return QStringLiteral("limit");
    case ErrorCode::Io:
        return QStringLiteral("io");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    case ErrorCode::Damaged:
        return QStringLiteral("damaged");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace awb
