// Changes to a profile's text that leave all the rest of it as its author wrote it.
#pragma once

#include "core/target/target_profile.h"

namespace awb
{

struct EndpointEdit
{
    qsizetype index = -1;                // of the item in http.endpoints; -1: a new one, at the end
    std::optional<EndpointTarget> entry; // nothing: the item goes
    QString openapi;                     // written where the profile names no description; empty: none
};

// The text with that one item of http.endpoints changed. Other lines, comments and their order stay; where
// the layout does not let a line be changed alone (`http: {…}`), the http block is written anew, at worst the
// whole profile: no key is ever lost. What comes out reads as the profile that was meant, or there is an
// Error (Parse: the text is no profile; Usage: it names no service, no such item).
Result<QByteArray> editEndpoint(const QByteArray& yaml, const QString& fileName, const EndpointEdit& edit);

} // namespace awb
