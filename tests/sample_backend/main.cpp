// The sample backend: a small shop with flaws that switch on and off. See --help.

#include "tests/sample_backend/expectation.h"
#include "tests/sample_backend/sample_world.h"
#include "tests/sample_backend/shop_database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>

using namespace awb::sample;
using Clock = std::chrono::steady_clock;

namespace
{

int stopPipe[2] = {-1, -1};

void askToStop(int)
{
    const char byte = 's';
    (void)!::write(stopPipe[1], &byte, 1);
}

void say(const QString& sentence)
{
    std::fprintf(stderr, "sample_backend: %s\n", qPrintable(sentence));
}

int fail(const QString& sentence)
{
    say(sentence);
    return 1;
}

bool catchSignals()
{
    if (::pipe2(stopPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    struct sigaction action
    {
    };
    action.sa_handler = askToStop;
    return ::sigaction(SIGTERM, &action, nullptr) == 0 && ::sigaction(SIGINT, &action, nullptr) == 0 &&
           ::sigaction(SIGHUP, &action, nullptr) == 0;
}

// Returns when standard input closes (if watched), a signal asks, the time is up or trouble() says something.
QString waitForTheEnd(bool watchInput, std::chrono::seconds limit, const std::function<QString()>& trouble)
{
    const auto until = Clock::now() + limit;
    while (Clock::now() < until) {
        pollfd sources[2] = {{stopPipe[0], POLLIN, 0}, {watchInput ? STDIN_FILENO : -1, POLLIN, 0}};
        (void)::poll(sources, 2, 500);
        if (sources[0].revents != 0)
            return {};
        char buffer[256];
        if (sources[1].revents != 0 && ::read(STDIN_FILENO, buffer, sizeof buffer) <= 0)
            return {};
        if (const QString what = trouble(); !what.isEmpty())
            return what;
    }
    return {};
}

int listFlaws(bool json)
{
    QTextStream out(stdout);
    for (const Flaw& flaw : allFlaws()) {
        if (json)
            out << QStringLiteral("{\"id\":\"%1\",\"check\":\"%2\",\"default\":%3}\n")
                       .arg(flaw.id, flaw.check,
                            flaw.inDefault ? QStringLiteral("true") : QStringLiteral("false"));
        else
            out << flaw.id.leftJustified(22) << flaw.check.leftJustified(5)
                << (flaw.inDefault ? QStringLiteral("default  ") : QStringLiteral("         ")) << flaw.what
                << '\n';
    }
    return 0;
}

int runWorld(const QCommandLineParser& options, const FlawSet& flaws)
{
    if (!catchSignals())
        return fail(QStringLiteral("cannot catch signals"));
    SampleWorld world(
        {options.value(QStringLiteral("world")), flaws, options.value(QStringLiteral("traffic")).toDouble(),
         options.value(QStringLiteral("observe")), options.value(QStringLiteral("warm")).toInt()});
    if (const QString error = world.start(say); !error.isEmpty())
        return fail(error);
    std::printf("READY %s http://127.0.0.1:%u\n", qPrintable(world.profileFile()), world.httpPort());
    std::fflush(stdout);
    const QString trouble =
        waitForTheEnd(!options.isSet(QStringLiteral("until-signal")),
                      std::chrono::seconds{options.value(QStringLiteral("seconds")).toInt()},
                      [&] { return world.trouble(); });
    if (!trouble.isEmpty())
        return fail(trouble);
    say(QStringLiteral("stopping"));
    return 0;
}

int prepare(const QCommandLineParser& options, const FlawSet& flaws)
{
    const ShopDatabase shop{options.value(QStringLiteral("postgres")), qEnvironmentVariable("SHOP_PASSWORD"),
                            qEnvironmentVariable("AUDITBENCH_PASSWORD")};
    say(QStringLiteral("creating the shop (about 10 s)"));
    QString error = createShop(shop, options.isSet(QStringLiteral("recreate")));
    if (error.isEmpty())
        error = applyDatabaseFlaws(shop, flaws);
    const auto redisPort = static_cast<quint16>(options.value(QStringLiteral("redis-port")).toUInt());
    if (error.isEmpty() && redisPort != 0) {
        say(QStringLiteral("emptying and warming the cache"));
        awb::test::RedisLink link;
        if (!link.open(redisPort, {}, qEnvironmentVariable("SHOP_REDIS_PASSWORD")))
            error = link.error();
        if (error.isEmpty())
            error = applyCacheFlaws(link, flaws);
        if (error.isEmpty())
            error = warmCache(link, flaws);
    }
    return error.isEmpty() ? 0 : fail(error);
}

int serve(const QCommandLineParser& options, const FlawSet& flaws)
{
    if (!catchSignals())
        return fail(QStringLiteral("cannot catch signals"));
    ServiceSettings settings;
    settings.database = options.value(QStringLiteral("postgres"));
    settings.cache = {static_cast<quint16>(options.value(QStringLiteral("redis-port")).toUInt()), QString(),
                      qEnvironmentVariable("SHOP_REDIS_PASSWORD")};
    settings.flaws = flaws;
    settings.apiToken = qgetenv("SHOP_API_TOKEN");
    if (flaws.has("slow_query"))
        settings.forecastRounds = calibrateForecast(settings.database, std::chrono::milliseconds{150});
    ShopService service(settings);
    HttpFront front(service, !flaws.has("no_body_limit"));
    const quint16 port = front.start(static_cast<quint16>(options.value(QStringLiteral("port")).toUInt()));
    if (port == 0)
        return fail(QStringLiteral("cannot listen on port %1").arg(options.value(QStringLiteral("port"))));
    const Traffic traffic({port, options.value(QStringLiteral("traffic")).toDouble(), flaws, 7});
    std::printf("READY http://127.0.0.1:%u\n", port);
    std::fflush(stdout);
    (void)waitForTheEnd(!options.isSet(QStringLiteral("until-signal")),
                        std::chrono::seconds{options.value(QStringLiteral("seconds")).toInt()},
                        [] { return QString(); });
    if (flaws.has("abrupt_stop"))
        ::_exit(0);
    say(QStringLiteral("%1 requests sent, %2 failed").arg(traffic.sent()).arg(traffic.failed()));
    return 0;
}

int expect(const QString& path, const FlawSet& flaws)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    QString error;
    const QList<Finding> findings = judge(file.readAll(), flaws, error);
    if (!error.isEmpty())
        return fail(path + QStringLiteral(": ") + error);
    QTextStream out(stdout);
    int missed = 0;
    for (const Finding& finding : findings) {
        missed += finding.found ? 0 : 1;
        out << (finding.found ? "found   " : "MISSED  ") << finding.flaw.check.leftJustified(5)
            << finding.flaw.id.leftJustified(22)
            << (finding.suggestion.isEmpty() ? QStringLiteral("not in the result") : finding.suggestion)
            << '\n';
    }
    out << (findings.size() - missed) << " of " << findings.size() << " known flaws were found\n";
    return missed == 0 ? 0 : 1;
}

void describeOptions(QCommandLineParser& options)
{
    options.setApplicationDescription(
        QStringLiteral("A small shop over PostgreSQL and Redis, with flaws that switch on and off.\n\n"
                       "--world starts everything by itself, prints READY and ends when standard input "
                       "closes or on SIGTERM.\n"
                       "--prepare and --serve use servers that are there already."));
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("world"),
         QStringLiteral(
             "Start private servers, the shop and its customers; write profile.yaml and env into FOLDER."),
         QStringLiteral("FOLDER")},
        {QStringLiteral("prepare"), QStringLiteral("Create roles, database and rows on the server of "
                                                   "--postgres (superuser), and warm --redis-port.")},
        {QStringLiteral("serve"),
         QStringLiteral("Serve the shop over --postgres (role shop) and --redis-port.")},
        {QStringLiteral("expect"),
         QStringLiteral("Say which of the flaws an audit found; exit 0 only if all were."),
         QStringLiteral("RESULT.json")},
        {QStringLiteral("list-flaws"),
         QStringLiteral("Print each flaw, the check it spoils and what it does.")},
        {QStringLiteral("json"), QStringLiteral("With --list-flaws: one JSON object a line.")},
        {QStringLiteral("flaws"), QStringLiteral("default, none, all-but:ID,… or ID,ID,…"),
         QStringLiteral("FLAWS"), QStringLiteral("default")},
        {QStringLiteral("traffic"), QStringLiteral("Requests a second (0: none)."), QStringLiteral("RPS"),
         QStringLiteral("25")},
        {QStringLiteral("seconds"), QStringLiteral("End after N seconds at the latest."), QStringLiteral("N"),
         QStringLiteral("86400")},
        {QStringLiteral("observe"), QStringLiteral("The profile's observation window."),
         QStringLiteral("TIME"), QStringLiteral("60s")},
        {QStringLiteral("warm"), QStringLiteral("Requests to wait for before READY."), QStringLiteral("N"),
         QStringLiteral("600")},
        {QStringLiteral("until-signal"), QStringLiteral("Do not watch standard input.")},
        {QStringLiteral("postgres"), QStringLiteral("conninfo or URL."), QStringLiteral("URL")},
        {QStringLiteral("redis-port"), QStringLiteral("Redis on 127.0.0.1 (password: $SHOP_REDIS_PASSWORD)."),
         QStringLiteral("PORT"), QStringLiteral("0")},
        {QStringLiteral("port"), QStringLiteral("Where --serve listens (0: any)."), QStringLiteral("PORT"),
         QStringLiteral("0")},
        {QStringLiteral("recreate"),
         QStringLiteral("With --prepare: replace an existing database \"shop\".")},
    });
}

} // namespace

int main(int argc, char** argv)
{
    ::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    describeOptions(options);
    options.process(application);
    if (options.isSet(QStringLiteral("list-flaws")))
        return listFlaws(options.isSet(QStringLiteral("json")));
    QString error;
    const auto flaws = FlawSet::parse(options.value(QStringLiteral("flaws")), error);
    if (!flaws)
        return fail(error);
    if (options.isSet(QStringLiteral("world")))
        return runWorld(options, *flaws);
    if (options.isSet(QStringLiteral("prepare")))
        return prepare(options, *flaws);
    if (options.isSet(QStringLiteral("serve")))
        return serve(options, *flaws);
    if (options.isSet(QStringLiteral("expect")))
        return expect(options.value(QStringLiteral("expect")), *flaws);
    options.showHelp(2);
}
