#include "app/cli/run_plan.h"

#include "core/target/secret_store.h"

#include <cstdio>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace awb::cli
{

namespace
{

Result<Capabilities> parseCapabilities(const QString& text)
{
    Capabilities allowed;
    const QStringList names = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        const auto capability = capabilityFromId(name.trimmed());
        if (!capability)
            return Error{
                ErrorCode::Usage,
                QStringLiteral("--allow does not know \"%1\": it takes load, burst, write, body, scan and "
                               "second-user, separated by commas.")
                    .arg(name.trimmed()),
                {},
                {}};
        allowed |= *capability;
    }
    return allowed;
}

// A line from the terminal without echo; nothing when there is no terminal to ask on.
std::optional<Secret> askOnTerminal(const QString& what)
{
    if (!isatty(STDIN_FILENO))
        return std::nullopt;
    complain(QStringLiteral("Password for %1: ").arg(what));
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    std::string line;
    std::getline(std::cin, line);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    complain(QStringLiteral("\n"));
    Secret secret(QByteArray::fromStdString(line));
    std::fill(line.begin(), line.end(), '\0');
    return secret;
}

struct Wanted
{
    QString key;
    QString what;
    SecretRef ref;
};

std::vector<Wanted> wantedSecrets(const TargetProfile& profile)
{
    std::vector<Wanted> wanted;
    for (qsizetype i = 0; i < profile.postgres.size(); ++i)
        wanted.push_back({QStringLiteral("postgres/%1").arg(i), profile.postgres.at(i).label(),
                          profile.postgres.at(i).secret});
    if (profile.pgbouncer)
        wanted.push_back(
            {QStringLiteral("pgbouncer"), profile.pgbouncer->url.host(), profile.pgbouncer->secret});
    if (profile.redis)
        wanted.push_back({QStringLiteral("redis"), profile.redis->label(), profile.redis->secret});
    if (profile.http && profile.http->auth)
        wanted.push_back({QStringLiteral("http"), profile.http->baseUrl.host(), profile.http->auth->secret});
    if (profile.http && profile.http->secondAuth)
        wanted.push_back(
            {QStringLiteral("http/second"), profile.http->baseUrl.host(), profile.http->secondAuth->secret});
    const QString traces = profile.tracesUrl.host();
    if (profile.tracesSecret.kind != SecretRef::Kind::None)
        wanted.push_back({QStringLiteral("traces"), traces, profile.tracesSecret});
    if (profile.tracesAppSecret.kind != SecretRef::Kind::None)
        wanted.push_back({QStringLiteral("traces/app"), traces, profile.tracesAppSecret});
    return wanted;
}

} // namespace

Result<RunPlan> planRun(const Services& services, const Options& options)
{
    RunPlan plan;
    Result<TargetProfile> profile = loadProfile(options.positional().constFirst());
    if (!profile)
        return profile.error();
    plan.profile = *std::move(profile);
    if (const Status valid = validateProfile(plan.profile, services.checklist.checkIds()); !valid)
        return valid.error();
    if (options.isSet(QStringLiteral("checks"))) {
        plan.checksNamed = true;
        const auto expanded = expandCheckPatterns(
            options.get(QStringLiteral("checks")).split(QLatin1Char(','), Qt::SkipEmptyParts),
            services.checklist.checkIds());
        if (!expanded)
            return expanded.error();
        plan.checks = *expanded;
    }
    const Result<Capabilities> allowed = parseCapabilities(options.get(QStringLiteral("allow")));
    if (!allowed)
        return allowed.error();
    plan.consent = {*allowed, options.get(QStringLiteral("target")),
                    options.isSet(QStringLiteral("production"))};
    if (const Status consent = checkConsent(plan.profile, plan.consent); !consent)
        return consent.error();
    plan.seed = plan.profile.seed;
    if (options.isSet(QStringLiteral("seed"))) {
        bool good = false;
        plan.seed = options.get(QStringLiteral("seed")).toULongLong(&good);
        if (!good)
            return Error{ErrorCode::Usage, QStringLiteral("--seed takes a whole number."), {}, {}};
    }
    for (const ProbeDescriptor* probe : services.probes.select(plan.profile, plan.checks))
        plan.probes.push_back(*probe);
    return plan;
}

QString describePlan(const RunPlan& plan)
{
    QString text = QStringLiteral("Nothing is sent: this is what a run would send to %1.\n")
                       .arg(plan.profile.displayTarget());
    for (const ProbeDescriptor& probe : plan.probes) {
        text += QStringLiteral("\n%1 (%2)\n").arg(probe.id, probe.checks.join(QStringLiteral(", ")));
        const Capabilities missing = probe.needs & ~plan.consent.allowed;
        if (missing)
            text += QStringLiteral("  not run: needs --allow %1\n")
                        .arg(capabilityIds(missing).join(QLatin1Char(',')));
        if (!probe.plan)
            continue;
        for (const PlannedSend& send : probe.plan(plan.profile)) {
            const QString bound = !send.bound.isEmpty() ? send.bound.text()
                                  : send.atMost == 1    ? QStringLiteral("once")
                                                        : QStringLiteral("at most %1 times").arg(send.atMost);
            text += QStringLiteral("  [%1] %2\n").arg(bound, send.what);
        }
    }
    if (plan.probes.empty())
        text += QStringLiteral("No probe serves these checks with this profile.\n");
    return text;
}

Result<QMap<QString, Secret>> resolveSecrets(const TargetProfile& profile)
{
    QMap<QString, Secret> secrets;
    std::unique_ptr<SecretStore> store; // the keychain is opened only when something is kept there
    std::unique_ptr<SecretStore> memory = makeMemorySecretStore();
    for (const Wanted& wanted : wantedSecrets(profile)) {
        if (wanted.ref.kind == SecretRef::Kind::None)
            continue;
        if (wanted.ref.kind == SecretRef::Kind::Keychain && !store)
            store = makeSecretStore();
        Result<Secret> secret =
            resolveSecret(wanted.ref, store ? *store : *memory, profile.path, wanted.what, askOnTerminal);
        if (!secret)
            return secret.error();
        secrets.insert(wanted.key, *std::move(secret));
    }
    return secrets;
}

Result<std::shared_ptr<const ProbeTarget>> resolveTarget(const RunPlan& plan)
{
    auto target = std::make_shared<ProbeTarget>();
    target->profile = plan.profile;
    target->allowed = plan.consent.allowed;
    target->seed = plan.seed;
    Result<QMap<QString, Secret>> secrets = resolveSecrets(plan.profile);
    if (!secrets)
        return secrets.error();
    target->secrets = *std::move(secrets);
    return std::shared_ptr<const ProbeTarget>(std::move(target));
}

} // namespace awb::cli
