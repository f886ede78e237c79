#pragma once

#include "core/probe/probe.h"

namespace awb
{

enum class StepState { Ok, Failed, Warning, Skipped };

// One step of a connection: name, TCP, TLS, login, rights, extensions; what it took and, if it failed, what
// to do.
struct DoctorStep
{
    QString id; // dns tcp tls login version rights extensions …
    Message title;
    StepState state = StepState::Skipped;
    Message text;
    qint64 durationMs = 0;
    QString fix; // a line to hand on
};

// What one probe can see with this login.
struct DoctorSight
{
    QString probe;
    QStringList checks;
    StepState state = StepState::Ok;
    Message text;
    QString fix;
};

struct DoctorReport
{
    ProbeSource source = ProbeSource::Postgres;
    QString label; // host:port/database
    QVector<DoctorStep> steps;
    QVector<DoctorSight> sights;
    QStringList unmeasuredChecks;
    bool reachable = false;
};

// Examines one part of the target step by step; on a worker thread; bounded by the context's deadline.
using DoctorFunction = std::function<QVector<DoctorReport>(const ProbeTarget& target, ProbeContext& context)>;
struct DoctorEntry
{
    ProbeSource source;
    DoctorFunction examine;
};

QJsonObject toJson(const DoctorReport& report);

} // namespace awb
