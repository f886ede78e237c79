#include "tests/ui/page_world.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

// Outside of a namespace; without it a static library loses its resources.
static void keepResources()
{
    Q_INIT_RESOURCE(auditbench);
}

namespace awb
{

namespace
{

class FakeRun : public Probe
{
public:
    explicit FakeRun(FakeProbe fake) : fake_(std::move(fake)) {}

    Result<Facts> run(const ProbeTarget&, ProbeContext& context) override
    {
        context.log(QStringLiteral("begins ") + fake_.id);
        context.sent(QStringLiteral("SELECT 1"), 2);
        if (fake_.waits) {
            context.progress(0.25, QT_TRANSLATE_NOOP("awb", "window 15 of 60 s"));
            context.waitFor(60s);
        }
        if (!fake_.error.message.isEmpty())
            return fake_.error;
        Facts facts;
        facts.probe = fake_.id;
        facts.checks = fake_.checks;
        facts.complete = fake_.complete && !context.stopRequested();
        facts.cancelled = context.stopRequested();
        if (!facts.complete)
            facts.reason = QT_TRANSLATE_NOOP("awb", "The login cannot read pg_stat_statements.");
        if (!fake_.complete)
            facts.unlock = QStringLiteral("GRANT pg_read_all_stats TO auditbench;");
        facts.sent = context.sentSoFar();
        facts.started = context.clock().now();
        facts.durationMs = 420;
        facts.source = QStringLiteral("127.0.0.1:5432/shop");
        return facts;
    }

private:
    FakeProbe fake_;
};

// Every probe id that the checklist names: it does not load with an unknown one.
QSet<QString> namedProbes()
{
    keepResources();
    QFile file(QStringLiteral(":/auditbench/checklist/backend-audit.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> ids;
    const QJsonArray sections =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("sections")).toArray();
    for (const QJsonValue& section : sections) {
        const QJsonArray checks = section.toObject().value(QStringLiteral("checks")).toArray();
        for (const QJsonValue& check : checks) {
            const QJsonArray probes = check.toObject().value(QStringLiteral("probes")).toArray();
            for (const QJsonValue& probe : probes)
                ids.insert(probe.toString());
        }
    }
    return ids;
}

Checklist builtIn()
{
    Result<Checklist> checklist = loadBuiltInChecklist(namedProbes());
    if (!checklist)
        qFatal("%s", qPrintable(checklist.error().message));
    return *checklist;
}

std::vector<ProbeDescriptor> descriptors(const QVector<FakeProbe>& fakes)
{
    std::vector<ProbeDescriptor> list;
    for (const FakeProbe& fake : fakes) {
        ProbeDescriptor probe;
        probe.id = fake.id;
        probe.title = fake.source == ProbeSource::Redis ? "Key sample, TTL" : "Foreign key indexes";
        probe.about = "Reads the catalog.";
        probe.source = fake.source;
        probe.checks = fake.checks;
        probe.needs = fake.needs;
        probe.rights = {QStringLiteral("pg_monitor")};
        probe.plan = [](const TargetProfile&) {
            return std::vector<PlannedSend>{{QStringLiteral("SELECT * FROM pg_constraint"), 1, {}},
                                            {QStringLiteral("SELECT * FROM pg_index"), 100, {}}};
        };
        probe.create = [fake] { return std::make_unique<FakeRun>(fake); };
        list.push_back(std::move(probe));
    }
    return list;
}

} // namespace

QVector<FakeProbe> PageWorld::usualProbes()
{
    FakeProbe keys{QStringLiteral("postgres.foreign_keys"),
                   ProbeSource::Postgres,
                   {QStringLiteral("2.2")},
                   false,
                   true,
                   {},
                   {}};
    FakeProbe statements{QStringLiteral("postgres.statements"),
                         ProbeSource::Postgres,
                         {QStringLiteral("2.1"), QStringLiteral("2.7")},
                         false,
                         false,
                         {},
                         {}};
    FakeProbe bloat{QStringLiteral("postgres.index_bloat"),
                    ProbeSource::Postgres,
                    {QStringLiteral("2.8")},
                    false,
                    true,
                    Capability::Scan,
                    {}};
    FakeProbe sample{QStringLiteral("redis.keys"),
                     ProbeSource::Redis,
                     {QStringLiteral("3.2"), QStringLiteral("3.5")},
                     true,
                     true,
                     {},
                     {}};
    FakeProbe broken{QStringLiteral("redis.memory"),
                     ProbeSource::Redis,
                     {QStringLiteral("3.3")},
                     false,
                     true,
                     {},
                     {ErrorCode::Unreachable, QStringLiteral("Nobody answers at 127.0.0.1:6379."), {}, {}}};
    return {keys, statements, bloat, sample, broken};
}

PageWorld::PageWorld(const QVector<FakeProbe>& fakes)
    : checklist(builtIn()),
      probes(descriptors(fakes)),
      store(std::make_unique<StoreThread>(home.filePath(QStringLiteral("audits.db")))),
      secrets(makeMemorySecretStore()),
      workbench{clock, checklist, probes, doctors, *store, *secrets, QStringLiteral("1.0-test")},
      shell(Qt::WindowShortcut, nullptr),
      session(std::make_unique<AuditSession>(workbench))
{
    store->open();
    session->setAuthor(QStringLiteral("R. Viewer"));
    session->setSeat(Seat::Reviewer);
}

PageWorld::~PageWorld()
{
    session.reset();
    store.reset();
}

bool PageWorld::openAudit(const QString& profile)
{
    QSignalSpy opened(session.get(), &AuditSession::opened);
    AuditMeta meta;
    meta.name = QStringLiteral("Checkout API · Q4 2026");
    meta.team = QStringLiteral("Payments");
    meta.reviewer = QStringLiteral("R. Viewer");
    meta.lead = QStringLiteral("L. Eader");
    meta.date = QDate(2026, 11, 24);
    meta.environment = QStringLiteral("local");
    meta.profileText = profile;
    meta.target = QStringLiteral("127.0.0.1");
    session->createAudit(meta);
    return opened.count() > 0 || opened.wait(10000);
}

} // namespace awb
