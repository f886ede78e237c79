#include "ui/presenters/new_audit_presenter.h"

#include "core/foundation/ids.h"
#include "ui/presenters/background.h"

#include <QFileInfo>
#include <QSettings>
#include <QUrlQuery>

#include <algorithm>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr auto kTestBudget = 20s;

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

FieldSpec specOf(TargetPart part, const QString& field)
{
    for (const FieldSpec& spec : partSpec(part).fields) {
        if (spec.id == field)
            return spec;
    }
    return {};
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
    folders_.clear();
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
    return typed.isEmpty() ? specOf(part, field).choices.value(0) : typed;
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
    if (part == TargetPart::Repository)
        lookForFolder(text.trimmed());
    Q_EMIT partChanged(part);
}

// A folder on a network that does not answer must not stop the window: looked for on a worker.
void NewAuditPresenter::lookForFolder(const QString& path)
{
    if (path.isEmpty() || folders_.contains(path))
        return;
    folders_.insert(path, FolderState::Looking);
    runInBackground(
        pool_, this, [path] { return QFileInfo(path).isDir(); },
        [this, path](bool there) {
            folders_.insert(path, there ? FolderState::There : FolderState::Missing);
            Q_EMIT partChanged(TargetPart::Repository);
        });
}

bool NewAuditPresenter::isLooking() const
{
    const QString path = value(TargetPart::Repository, QStringLiteral("path")).trimmed();
    return !path.isEmpty() && folders_.value(path) == FolderState::Looking;
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
    // What the string says of TLS counts, and what an older one said does not.
    const QUrlQuery query(url);
    const auto given = [&query](const char* key) {
        return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
    };
    values[QStringLiteral("tls")] = given("sslmode");
    for (const char* file : {"sslrootcert", "sslcert", "sslkey"})
        values[QLatin1String(file)] = given(file);
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
    if (const QString mode = value(part, QStringLiteral("tls"));
        !specOf(part, QStringLiteral("tls")).choices.contains(mode) && !mode.isEmpty())
        errors.insert(QStringLiteral("tls"), tr("There is no way called “%1”: choose one.").arg(mode));
    const QString database = value(part, QStringLiteral("database")).trimmed();
    if (part == TargetPart::Redis && !database.isEmpty()) {
        bool number = false;
        if (database.toInt(&number) < 0 || !number)
            errors.insert(QStringLiteral("database"), tr("A number from 0."));
    }
    if (mainField(part) == QLatin1String("url") && !isWebUrl(main))
        errors.insert(QStringLiteral("url"), tr("A URL that begins with http:// or https://."));
    const QString metrics = value(part, QStringLiteral("metrics")).trimmed();
    if (!metrics.isEmpty() && !isWebUrl(metrics))
        errors.insert(QStringLiteral("metrics"), tr("A URL that begins with http:// or https://."));
    if (part == TargetPart::Repository && folders_.value(main) == FolderState::Missing)
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
    if (creating_ || isLooking() || !metaErrors().isEmpty())
        return false;
    const QVector<PartSpec>& all = parts();
    return std::all_of(all.begin(), all.end(),
                       [this](const PartSpec& spec) { return errors(spec.part).isEmpty(); });
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
    const ProbeSource source = partSpec(part).source;
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
    const ProbeSource source = partSpec(part).source;
    reports.removeIf([source](const DoctorReport& report) { return report.source != source; });
    test.reports = std::move(reports);
    test.state = worstOf(test.reports);
    Q_EMIT partChanged(part);
}

} // namespace awb

#include "moc_new_audit_presenter.cpp"
