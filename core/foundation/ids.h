#pragma once

#include <QString>

namespace awb
{

// A new unique id: 128 bits, lower-case hex with dashes (RFC 9562 version 7: sorts by time of making).
QString newId();

} // namespace awb
