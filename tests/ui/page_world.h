// A workbench in a temporary home: the built-in checklist, a real store, and probes made for the test.
#pragma once

#include "core/foundation/clock.h"
#include "core/probe/probe_table.h"
#include "core/store/store_thread.h"
#include "core/target/secret_store.h"
#include "ui/pages/page.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/command_set.h"

#include <QTemporaryDir>

namespace awb
{

// What a test probe does: facts at once, or wait until it is stopped.
struct FakeProbe
{
    QString id;
    ProbeSource source = ProbeSource::Postgres;
    QStringList checks;
    bool waits = false;
    bool complete = true;
    Capabilities needs;
    Error error; // with a message: run() fails with it
};

class PageWorld
{
public:
    explicit PageWorld(const QVector<FakeProbe>& fakes = usualProbes());
    ~PageWorld();

    // An audit of a database and a cache on this machine; open when it returns true.
    bool openAudit(const QString& profile = QString::fromUtf8(kProfile));
    PageContext context() { return {workbench, *session, shell}; }
    static QVector<FakeProbe> usualProbes();

    static constexpr const char* kProfile = "name: Checkout\n"
                                            "environment: local\n"
                                            "observe: 5s\n"
                                            "postgres: {url: \"postgresql://audit@127.0.0.1:5432/shop\"}\n"
                                            "redis: {url: \"redis://127.0.0.1:6379/0\"}\n";

    QTemporaryDir home;
    SystemClock clock;
    Checklist checklist;
    ProbeTable probes;
    std::vector<DoctorEntry> doctors;
    std::unique_ptr<StoreThread> store;
    std::unique_ptr<SecretStore> secrets;
    Workbench workbench;
    CommandSet shell;
    std::unique_ptr<AuditSession> session;
};

} // namespace awb
