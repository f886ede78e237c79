#pragma once

#include <QString>

namespace awb
{

// What a caller can do about a failure decides its code.
enum class ErrorCode {
    Usage,       // the caller's words are off
    Parse,       // text that cannot be read: detail or message names file, line, reason
    NotFound,    // no such file, audit, table, key
    Refused,     // consent, rights or a rule forbids it
    Unreachable, // name, TCP or TLS: nobody answers there
    Auth,        // the login was refused
    Permission,  // the login works but may not see this
    Unsupported, // the other side lacks a feature or is a version we cannot read
    Protocol,    // the other side answered something we do not accept
    Timeout,     // a deadline passed
    Cancelled,   // the user asked for a stop
    Limit,       // a bound on size, depth or count was hit
    Io,          // a local file, disk or store failed
    Locked,      // the store is held by another program
    Damaged,     // the store or a file is corrupt
    Internal     // our own mistake, caught
};

// `message` is one sentence for a person (what, where, how to fix), untranslated English; `detail` is for the
// log. Neither may carry a secret: whoever builds an Error from foreign text passes it through
// redactSecrets().
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
    QString
        remedy; // a command or statement that would fix it, if one is known (a GRANT, an ACL line, a package)
};

QString errorCodeName(ErrorCode code);

} // namespace awb
