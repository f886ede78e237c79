#include "ui/presenters/new_audit_presenter.h"

#include "core/foundation/ids.h"
#include "core/target/secret_store.h"
#include "ui/presenters/background.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QUrlQuery>

#include <algorithm>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr auto kTestBudget = 20s;

QVector<PartSpec> makeParts()
{
    using P = NewAuditPresenter;
    const auto host = FieldSpec{QStringLiteral("host"),
                                P::tr("Host, or a connection string"),
                                QStringLiteral("db.example"),
                                FieldKind::Text,
                                {},
                                true};
    const auto user = FieldSpec{
        QStringLiteral("user"), P::tr("Login"), QStringLiteral("auditbench"), FieldKind::Text, {}, false};
    const auto password =
        FieldSpec{QStringLiteral("password"), P::tr("Password"), {}, FieldKind::Password, {}, false};
    const auto port = [](const char* usual) {
        return FieldSpec{
            QStringLiteral("port"), P::tr("Port"), QLatin1String(usual), FieldKind::Text, {}, false};
    };
    return {
        {TargetPart::Postgres,
         ProbeSource::Postgres,
         QStringLiteral("PostgreSQL"),
         P::tr("Read only, in a read-only transaction."),
         {host,
          port("5432"),
          {QStringLiteral("database"), P::tr("Database"), QStringLiteral("shop"), FieldKind::Text, {}, false},
          user,
          password,
          {QStringLiteral("tls"),
           QStringLiteral("TLS"),
           {},
           FieldKind::Choice,
           {QStringLiteral("prefer"), QStringLiteral("require"), QStringLiteral("verify-full"),
            QStringLiteral("disable")},
           false}}},
        {TargetPart::Redis,
         ProbeSource::Redis,
         QStringLiteral("Redis"),
         P::tr("SCAN and metadata commands, paced. Never KEYS, never MONITOR."),
         {host,
          port("6379"),
          {QStringLiteral("database"), P::tr("Database"), QStringLiteral("0"), FieldKind::Text, {}, false},
          user,
          password,
          {QStringLiteral("tls"),
           QStringLiteral("TLS"),
           {},
           FieldKind::Choice,
           {QStringLiteral("off"), QStringLiteral("on")},
           false}}},
        {TargetPart::PgBouncer,
         ProbeSource::PgBouncer,
         QStringLiteral("PgBouncer"),
         P::tr("Its admin console, as a user of stats_users."),
         {host, port("6432"), user, password}},
        {TargetPart::Http,
         ProbeSource::Http,
         P::tr("HTTP service"),
         P::tr("GET, HEAD and OPTIONS."),
         {{QStringLiteral("url"),
           P::tr("Base URL"),
           QStringLiteral("https://shop.example/api"),
           FieldKind::Text,
           {},
           true},
          {QStringLiteral("openapi"),
           P::tr("OpenAPI document"),
           QStringLiteral("https://shop.example/openapi.json"),
           FieldKind::Text,
           {},
           true}}},
        {TargetPart::Prometheus,
         ProbeSource::Prometheus,
         P::tr("Prometheus"),
         P::tr("Its query API."),
         {{QStringLiteral("url"),
           P::tr("URL"),
           QStringLiteral("http://prom.example:9090"),
           FieldKind::Text,
           {},
           true},
          {QStringLiteral("selector"),
           P::tr("Selector"),
           QStringLiteral("job=\"shop\""),
           FieldKind::Text,
           {},
           true}}},
        {TargetPart::Repository,
         ProbeSource::Repository,
         P::tr("Repository"),
         P::tr("A folder with the source. Nothing in it is executed."),
         {{QStringLiteral("path"),
           P::tr("Folder"),
           QStringLiteral("/srv/src/shop"),
           FieldKind::Text,
           {},
           true}}}};
}

const PartSpec& specOf(TargetPart part)
{
    for (const PartSpec& spec : NewAuditPresenter::parts()) {
        if (spec.part == part)
            return spec;
    }
    return NewAuditPresenter::parts().constFirst();
}

QString mainField(TargetPart part)
{
    switch (part) {
    case TargetPart::Http:
    case TargetPart::Prometheus:
        return QStringLiteral("url");
    case TargetPart::Repository:
        return QStringLiteral("path");
    default:
        return QStringLiteral("host");
    }
}

bool isPort(const QString& text)
{
    bool number = false;
    const int port = text.toInt(&number);
    return number && port >= 1 && port <= 65535;
}

bool isWebUrl(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

TestState worstOf(const QVector<DoctorReport>& reports)
{
    TestState worst = reports.isEmpty() ? TestState::NoTest : TestState::Ok;
    for (const DoctorReport& report : reports) {
        if (!report.reachable)
            return TestState::Failed;
        for (const DoctorStep& step : report.steps) {
            if (step.state == StepState::Failed || step.state == StepState::Warning)
                worst = TestState::Attention;
        }
        for (const DoctorSight& sight : report.sights) {
            if (sight.state == StepState::Failed || sight.state == StepState::Warning)
                worst = TestState::Attention;
        }
    }
    return worst;
}

} // namespace

const QVector<PartSpec>& NewAuditPresenter::parts()
{
    static const QVector<PartSpec> all = makeParts();
    return all;
}

NewAuditPresenter::NewAuditPresenter(AuditSession& session, QObject* parent)
    : QObject(parent),
      session_(session)
{
    pool_.setMaxThreadCount(3);
    reset();
}

NewAuditPresenter::~NewAuditPresenter()
{
    stopTests();
    pool_.waitForDone(2000);
}

void NewAuditPresenter::reset()
{
    stopTests();
    values_.clear();
    tests_.clear();
    creating_ = false;
    secretSlug_ = newId().right(12);
    meta = {};
    meta.date = session_.workbench().clock.now().toLocalTime().date();
    meta.reviewer = QSettings().value(QStringLiteral("user/name")).toString();
    meta.environment = QStringLiteral("staging");
    observeMs = 60000;
}

// What was typed -------------------------------------------------------------------------------------------

QString NewAuditPresenter::value(TargetPart part, const QString& field) const
{
    const QString typed = values_.value(part).value(field);
    if (typed.isEmpty()) {
        for (const FieldSpec& spec : specOf(part).fields) {
            if (spec.id == field && spec.kind == FieldKind::Choice)
                return spec.choices.value(0);
        }
    }
    return typed;
}

void NewAuditPresenter::setValue(TargetPart part, const QString& field, const QString& text)
{
    if (field == QLatin1String("host") && text.contains(QLatin1String("://")) && fillFromUrl(part, text)) {
        Q_EMIT partChanged(part);
        return;
    }
    if (values_[part].value(field) == text)
        return;
    values_[part][field] = text;
    tests_[part].stop.request_stop();
    tests_[part] =
        Test{{}, TestState::Untested, {}, tests_[part].number + 1}; // an old test proves nothing now
    Q_EMIT partChanged(part);
}

bool NewAuditPresenter::fillFromUrl(TargetPart part, const QString& text)
{
    const QUrl url(text.trimmed());
    if (!url.isValid() || url.host().isEmpty())
        return false;
    QMap<QString, QString>& values = values_[part];
    values[QStringLiteral("host")] = url.host();
    if (url.port() > 0)
        values[QStringLiteral("port")] = QString::number(url.port());
    if (!url.userName().isEmpty())
        values[QStringLiteral("user")] = url.userName();
    if (!url.password().isEmpty())
        values[QStringLiteral("password")] = url.password();
    if (url.path().size() > 1)
        values[QStringLiteral("database")] = url.path().mid(1);
    const QString mode = QUrlQuery(url).queryItemValue(QStringLiteral("sslmode"));
    if (!mode.isEmpty())
        values[QStringLiteral("tls")] = mode;
    if (url.scheme() == QLatin1String("rediss"))
        values[QStringLiteral("tls")] = QStringLiteral("on");
    tests_[part] = Test{{}, TestState::Untested, {}, tests_[part].number + 1};
    return true;
}

PartState NewAuditPresenter::state(TargetPart part) const
{
    PartState state;
    const QString main = value(part, mainField(part)).trimmed();
    state.set = !main.isEmpty();
    state.summary = state.set ? main : tr("not set");
    const QString database = value(part, QStringLiteral("database"));
    if (state.set && !database.isEmpty())
        state.summary = tr("%1, database %2").arg(main, database);
    const auto test = tests_.constFind(part);
    if (test == tests_.constEnd())
        return state;
    state.test = test->state;
    state.reports = test->reports;
    int steps = 0;
    int open = 0;
    for (const DoctorReport& report : test->reports) {
        for (const DoctorStep& step : report.steps) {
            steps += step.state == StepState::Skipped ? 0 : 1;
            open += step.state == StepState::Failed || step.state == StepState::Warning ? 1 : 0;
        }
    }
    switch (state.test) {
    case TestState::Untested:
        break;
    case TestState::Running:
        state.testText = tr("testing");
        break;
    case TestState::NoTest:
        state.testText = tr("this version has no test for it");
        break;
    case TestState::Ok:
        state.testText = tr("connected, all %n steps are fine", nullptr, steps);
        break;
    case TestState::Attention:
        state.testText = open > 0 ? tr("connected, %1 of %2 steps need attention").arg(open).arg(steps)
                                  : tr("connected, but not every probe can see all it needs");
        break;
    case TestState::Failed:
        state.testText = tr("not connected");
        break;
    }
    return state;
}

QMap<QString, QString> NewAuditPresenter::errors(TargetPart part) const
{
    QMap<QString, QString> errors;
    const QString main = value(part, mainField(part)).trimmed();
    if (main.isEmpty())
        return errors;
    const QString port = value(part, QStringLiteral("port")).trimmed();
    if (!port.isEmpty() && !isPort(port))
        errors.insert(QStringLiteral("port"), tr("Port is 1 to 65535."));
    if (mainField(part) == QLatin1String("host") &&
        (main.contains(QLatin1Char(' ')) || main.contains(QLatin1Char('/'))))
        errors.insert(QStringLiteral("host"), tr("A host name or address, or a whole connection string."));
    if (part == TargetPart::Postgres && value(part, QStringLiteral("database")).trimmed().isEmpty())
        errors.insert(QStringLiteral("database"), tr("Name the database to look at."));
    const QString database = value(part, QStringLiteral("database")).trimmed();
    if (part == TargetPart::Redis && !database.isEmpty()) {
        bool number = false;
        if (database.toInt(&number) < 0 || !number)
            errors.insert(QStringLiteral("database"), tr("A number from 0."));
    }
    if (mainField(part) == QLatin1String("url") && !isWebUrl(main))
        errors.insert(QStringLiteral("url"), tr("A URL that begins with http:// or https://."));
    if (part == TargetPart::Repository && !QFileInfo(main).isDir())
        errors.insert(QStringLiteral("path"), tr("There is no such folder."));
    return errors;
}

QStringList NewAuditPresenter::metaErrors() const
{
    QStringList errors;
    if (meta.name.trimmed().isEmpty())
        errors << tr("Give the audit a name.");
    if (!meta.date.isValid())
        errors << tr("The date is not one: type it as 2026-11-24.");
    return errors;
}

bool NewAuditPresenter::canCreate() const
{
    if (creating_ || !metaErrors().isEmpty())
        return false;
    const QVector<PartSpec>& all = parts();
    return std::all_of(all.begin(), all.end(),
                       [this](const PartSpec& spec) { return errors(spec.part).isEmpty(); });
}

// The profile ----------------------------------------------------------------------------------------------

SecretRef NewAuditPresenter::secretRef(TargetPart part, const char* name) const
{
    if (value(part, QStringLiteral("password")).isEmpty())
        return {};
    return {SecretRef::Kind::Keychain,
            QStringLiteral("auditbench-%1-%2").arg(secretSlug_, QLatin1String(name))};
}

QMap<QString, Secret> NewAuditPresenter::secrets() const
{
    QMap<QString, Secret> secrets;
    const struct
    {
        TargetPart part;
        const char* key;
    } keys[] = {{TargetPart::Postgres, "postgres/0"},
                {TargetPart::PgBouncer, "pgbouncer"},
                {TargetPart::Redis, "redis"}};
    for (const auto& entry : keys) {
        const QString password = value(entry.part, QStringLiteral("password"));
        if (!password.isEmpty())
            secrets.insert(QLatin1String(entry.key), Secret(password.toUtf8()));
    }
    return secrets;
}

TargetProfile NewAuditPresenter::profile() const
{
    TargetProfile profile;
    profile.name = meta.name.trimmed();
    profile.team = meta.team.trimmed();
    profile.reviewer = meta.reviewer.trimmed();
    profile.lead = meta.lead.trimmed();
    profile.version = meta.version.trimmed();
    profile.environment = meta.environment;
    profile.date = meta.date;
    profile.observeMs = observeMs;
    const auto url = [this](TargetPart part, const QString& scheme, int usualPort) {
        QUrl made;
        made.setScheme(scheme);
        made.setHost(value(part, QStringLiteral("host")).trimmed());
        const QString port = value(part, QStringLiteral("port")).trimmed();
        made.setPort(port.isEmpty() ? usualPort : port.toInt());
        made.setUserName(value(part, QStringLiteral("user")).trimmed());
        return made;
    };
    if (state(TargetPart::Postgres).set) {
        PostgresTarget target;
        target.url = url(TargetPart::Postgres, QStringLiteral("postgresql"), 5432);
        target.url.setPath(QLatin1Char('/') +
                           value(TargetPart::Postgres, QStringLiteral("database")).trimmed());
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("sslmode"), value(TargetPart::Postgres, QStringLiteral("tls")));
        target.url.setQuery(query);
        target.secret = secretRef(TargetPart::Postgres, "postgres");
        profile.postgres << target;
    }
    if (state(TargetPart::PgBouncer).set) {
        PgBouncerTarget target;
        target.url = url(TargetPart::PgBouncer, QStringLiteral("postgresql"), 6432);
        target.url.setPath(QStringLiteral("/pgbouncer"));
        target.secret = secretRef(TargetPart::PgBouncer, "pgbouncer");
        profile.pgbouncer = target;
    }
    if (state(TargetPart::Redis).set) {
        RedisTarget target;
        const bool tls = value(TargetPart::Redis, QStringLiteral("tls")) == QLatin1String("on");
        target.url = url(TargetPart::Redis, tls ? QStringLiteral("rediss") : QStringLiteral("redis"), 6379);
        const QString database = value(TargetPart::Redis, QStringLiteral("database")).trimmed();
        target.url.setPath(QLatin1Char('/') + (database.isEmpty() ? QStringLiteral("0") : database));
        target.secret = secretRef(TargetPart::Redis, "redis");
        profile.redis = target;
    }
    if (state(TargetPart::Http).set) {
        HttpTarget http;
        http.baseUrl = QUrl(value(TargetPart::Http, QStringLiteral("url")).trimmed());
        http.openapi = value(TargetPart::Http, QStringLiteral("openapi")).trimmed();
        profile.http = http;
    }
    profile.prometheusUrl = QUrl(value(TargetPart::Prometheus, QStringLiteral("url")).trimmed());
    profile.prometheusSelector = value(TargetPart::Prometheus, QStringLiteral("selector")).trimmed();
    profile.repositoryPath = value(TargetPart::Repository, QStringLiteral("path")).trimmed();
    return profile;
}

int NewAuditPresenter::checkCount() const
{
    return session_.workbench().checklist.checkCount();
}

QStringList NewAuditPresenter::measurableChecks() const
{
    QSet<QString> unseen;
    for (const Test& test : tests_) {
        for (const DoctorReport& report : test.reports)
            unseen += QSet<QString>(report.unmeasuredChecks.begin(), report.unmeasuredChecks.end());
    }
    QSet<QString> seen;
    for (const ProbeDescriptor* probe : session_.workbench().probes.select(profile(), {}))
        seen += QSet<QString>(probe->checks.begin(), probe->checks.end());
    QStringList checks;
    for (const QString& id : session_.workbench().checklist.checkIds()) {
        if (seen.contains(id) && !unseen.contains(id))
            checks << id;
    }
    return checks;
}

int NewAuditPresenter::measurable() const
{
    return static_cast<int>(measurableChecks().size());
}

// Tests
// ------------------------------------------------------------------------------------------------------

bool NewAuditPresenter::isTesting(TargetPart part) const
{
    return tests_.value(part).state == TestState::Running;
}

void NewAuditPresenter::stopTests()
{
    for (Test& test : tests_)
        test.stop.request_stop();
}

void NewAuditPresenter::test(TargetPart part)
{
    if (!state(part).set || !errors(part).isEmpty() || isTesting(part))
        return;
    const ProbeSource source = specOf(part).source;
    const std::vector<DoctorEntry>& doctors = session_.workbench().doctors;
    const auto doctor = std::find_if(doctors.begin(), doctors.end(),
                                     [source](const DoctorEntry& entry) { return entry.source == source; });
    Test& test = tests_[part];
    test.reports.clear();
    test.stop = std::stop_source();
    const int number = ++test.number;
    if (doctor == doctors.end()) {
        test.state = TestState::NoTest;
        Q_EMIT partChanged(part);
        return;
    }
    test.state = TestState::Running;
    Q_EMIT partChanged(part);
    ProbeTarget target;
    target.profile = profile();
    target.secrets = secrets();
    runInBackground(
        pool_, this,
        [examine = doctor->examine, target = std::move(target), stop = test.stop.get_token(),
         &clock = session_.workbench().clock] {
            ProbeContext context(clock, kTestBudget, {}, stop);
            return examine(target, context);
        },
        [this, part, number](QVector<DoctorReport> reports) { testDone(part, number, std::move(reports)); });
}

void NewAuditPresenter::testDone(TargetPart part, int number, QVector<DoctorReport> reports)
{
    Test& test = tests_[part];
    if (number != test.number)
        return;
    const ProbeSource source = specOf(part).source;
    reports.removeIf([source](const DoctorReport& report) { return report.source != source; });
    test.reports = std::move(reports);
    test.state = worstOf(test.reports);
    Q_EMIT partChanged(part);
}

// The audit
// --------------------------------------------------------------------------------------------------

void NewAuditPresenter::create()
{
    if (!canCreate())
        return;
    creating_ = true;
    stopTests();
    const TargetProfile made = profile();
    QMap<QString, Secret> named; // keychain name → secret
    const QMap<QString, Secret> typed = secrets();
    if (!made.postgres.isEmpty() && typed.contains(QStringLiteral("postgres/0")))
        named.insert(made.postgres.constFirst().secret.name, typed.value(QStringLiteral("postgres/0")));
    if (made.pgbouncer && typed.contains(QStringLiteral("pgbouncer")))
        named.insert(made.pgbouncer->secret.name, typed.value(QStringLiteral("pgbouncer")));
    if (made.redis && typed.contains(QStringLiteral("redis")))
        named.insert(made.redis->secret.name, typed.value(QStringLiteral("redis")));
    AuditMeta out = meta;
    out.profileText = QString::fromUtf8(writeProfile(made));
    out.target = made.displayTarget();
    struct Stored
    {
        Status status = Done();
        bool persistent = true;
    };
    runInBackground(
        pool_, this,
        [named, &store = session_.workbench().secrets] {
            Stored stored;
            for (auto it = named.constBegin(); it != named.constEnd() && stored.status; ++it)
                stored.status = store.write(it.key(), it.value());
            stored.persistent = named.isEmpty() || store.isPersistent();
            return stored;
        },
        [this, out](Stored stored) {
            creating_ = false;
            if (!stored.status) {
                Q_EMIT failed(stored.status.error().message);
                return;
            }
            if (!stored.persistent)
                Q_EMIT secretsInMemory();
            values_.clear(); // no password stays in a form that nobody sees
            session_.createAudit(out);
            Q_EMIT created();
        });
}

} // namespace awb

#include "moc_new_audit_presenter.cpp"
