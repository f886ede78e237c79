#pragma once

#include "core/probe/doctor.h"

namespace awb
{

// Examines the service: name, TCP, TLS with the certificate and the pin to offer, an answer, the credential
// (with and without), the API description. Sends at most about 20 GETs.
QVector<DoctorReport> examineHttp(const ProbeTarget& target, ProbeContext& context);

} // namespace awb
