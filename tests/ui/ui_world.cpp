#include "tests/ui/ui_world.h"

#include "core/probe/http/http_endpoint_source.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace awb::test
{

namespace
{

class ScriptedProbe final : public Probe
{
public:
    explicit ScriptedProbe(FakeProbe script) : script_(std::move(script)) {}

    Result<Facts> run(const ProbeTarget&, ProbeContext& context) override
    {
        for (int i = 0; i < script_.steps; ++i) {
            if (!context.waitFor(std::chrono::milliseconds(20))) {
                break;
            }
            context.progress(double(i + 1) / script_.steps,
                             Message::verbatim(QStringLiteral("step %1").arg(i)));
            context.log(QStringLiteral("line %1").arg(i));
        }
        context.sent(QStringLiteral("SELECT 1"));
        Facts facts = script_.facts;
        facts.started = context.clock().now();
        facts.sent = context.sentSoFar();
        return facts;
    }

private:
    FakeProbe script_;
};

ProbeTable tableOf(const std::vector<FakeProbe>& scripts)
{
    std::vector<ProbeDescriptor> probes;
    for (const FakeProbe& script : scripts) {
        ProbeDescriptor probe;
        probe.id = script.id;
        probe.title = "A scripted probe";
        probe.about = "Finds what the test wrote.";
        probe.source = script.source;
        probe.checks = script.facts.checks;
        probe.plan = [](const TargetProfile&) {
            return std::vector<PlannedSend>{{QStringLiteral("SELECT 1"), 1, {}}};
        };
        probe.create = [script] { return std::make_unique<ScriptedProbe>(script); };
        probes.push_back(std::move(probe));
    }
    return ProbeTable(std::move(probes));
}

Measurement count(const char* name, double value, const QString& unit = QStringLiteral("count"),
                  qint64 n = -1)
{
    Measurement measured;
    measured.name = QLatin1String(name);
    measured.value = value;
    measured.unit = unit;
    measured.n = n;
    return measured;
}

} // namespace

Facts foreignKeyFacts(int covered, int total)
{
    Facts facts;
    facts.probe = QStringLiteral("postgres.foreign_keys");
    facts.checks = {QStringLiteral("2.2")};
    facts.complete = true;
    facts.source = QStringLiteral("db:5432/shop");
    facts.measured = {
        count("foreign_keys", total), count("uncovered", total - covered), count("prefix_only", 0),
        count("covered_percent", total > 0 ? 100.0 * covered / total : 0, QStringLiteral("percent"), total)};
    Table table;
    table.id = QStringLiteral("uncovered");
    table.title = "Foreign keys without an index";
    Column name{QStringLiteral("name"), "Foreign key", {}, true, 1};
    Column rows{QStringLiteral("rows"), "Rows", QStringLiteral("count"), false, 1};
    table.columns = {name, rows};
    for (int i = covered; i < total; ++i) {
        table.rows.append({QStringLiteral("order_items_%1_fkey").arg(i), 1000.0 * i});
    }
    table.total = total - covered;
    facts.tables = {table};
    return facts;
}

QSet<QString> checklistProbes()
{
    QFile file(QStringLiteral(":/auditbench/checklist/backend-audit.json"));
    QSet<QString> ids;
    if (!file.open(QIODevice::ReadOnly)) {
        return ids;
    }
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue& section : root.value(QStringLiteral("sections")).toArray()) {
        for (const QJsonValue& check : section[QStringLiteral("checks")].toArray()) {
            for (const QJsonValue& probe : check[QStringLiteral("probes")].toArray()) {
                ids.insert(probe.toString());
            }
        }
    }
    return ids;
}

QString profileText()
{
    return QStringLiteral("name: Checkout\n"
                          "environment: local\n"
                          "postgres: {url: \"postgresql://audit@127.0.0.1:1/shop\"}\n"
                          "redis: {url: \"redis://127.0.0.1:1/0\"}\n");
}

AuditMeta auditMeta(const QString& name)
{
    AuditMeta meta;
    meta.name = name;
    meta.team = QStringLiteral("Payments");
    meta.reviewer = QStringLiteral("A. Reviewer");
    meta.lead = QStringLiteral("B. Lead");
    meta.date = QDate(2026, 11, 24);
    meta.target = QStringLiteral("db:5432/shop");
    meta.profileText = profileText();
    return meta;
}

UiWorld::UiWorld(std::vector<FakeProbe> scripts)
    : probes(tableOf(scripts)),
      endpoints(std::make_unique<HttpEndpointSource>()),
      secrets(makeMemorySecretStore())
{
    Result<Checklist> loaded = loadBuiltInChecklist(checklistProbes());
    Q_ASSERT(loaded);
    checklist = *loaded;
    open();
}

void UiWorld::open()
{
    store = std::make_unique<StoreThread>(storePath());
    workbench = std::make_unique<Workbench>(Workbench{clock, checklist, probes, doctors, *store, *secrets,
                                                      QStringLiteral("test"), endpoints.get()});
    store->open();
}

void UiWorld::restart()
{
    workbench.reset();
    store.reset();
    open();
}

} // namespace awb::test
