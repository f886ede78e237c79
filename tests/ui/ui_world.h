#pragma once

#include "core/foundation/clock.h"
#include "core/probe/doctor.h"
#include "core/probe/endpoint_source.h"
#include "core/probe/probe_table.h"
#include "core/store/store_thread.h"
#include "core/target/secret_store.h"
#include "tests/support/temp_world.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/workbench.h"

namespace awb::test
{

// What a probe of the tests finds, and how long it takes.
struct FakeProbe
{
    QString id;
    Facts facts;
    int steps = 0; // of 20 ms, each with progress and a line of log
    ProbeSource source = ProbeSource::Postgres;
};

// Facts of postgres.foreign_keys: all visible, `covered` of `total` with an index.
Facts foreignKeyFacts(int covered, int total);
// The probe ids that the built-in checklist names.
QSet<QString> checklistProbes();
// A profile with a PostgreSQL and a Redis on loopback; nothing is listening there.
QString profileText();
AuditMeta auditMeta(const QString& name);

// Everything the window needs, in a home of its own.
class UiWorld
{
public:
    explicit UiWorld(std::vector<FakeProbe> probes = {});

    QString storePath() const { return home.filePath(QStringLiteral("audits.db")); }

    TempWorld home;
    SystemClock clock;
    Checklist checklist;
    ProbeTable probes;
    std::vector<DoctorEntry> doctors;
    std::unique_ptr<EndpointSource> endpoints; // the real one
    std::unique_ptr<StoreThread> store;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<Workbench> workbench;

    // Closes the store and opens the same file again: a restart of the program.
    void restart();

private:
    void open();
};

} // namespace awb::test
