#pragma once

#include "core/probe/doctor.h"

namespace awb
{

// The profile's Redis step by step: name, TCP, TLS with its certificate, login, version and mode, the
// cluster's masters, then what each probe may do, tried out with commands that change nothing (SCAN 0 COUNT
// 1, PTTL and TYPE of a key that does not exist: the two add two to keyspace_misses). One report; unlock
// lines for whoever keeps the ACL.
QVector<DoctorReport> examineRedis(const ProbeTarget& target, ProbeContext& context);

} // namespace awb
