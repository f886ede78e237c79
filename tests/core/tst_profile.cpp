#include "core/target/public_key_pin.h"
#include "core/target/target_profile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace awb;

namespace
{

// The profile of CONTRACT.md, word for word.
QByteArray contractProfile()
{
    QFile file(qEnvironmentVariable("AWB_SOURCE_DIR", QStringLiteral(".")) +
               QStringLiteral("/tests/data/contract-profile.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file: run by ctest");
}

QString here(const QString& file)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(file));
}

QString ref(const SecretRef& secret)
{
    return secret.text();
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldOfTheContractIsRead();
    void anEmptyProfileIsAllowed();
    void postgresMayBeAListAndAppRoleOneName();
    void ruleFilesNeedNoPrometheus();
    void thresholdsKeepTheirUnits_data();
    void thresholdsKeepTheirUnits();
    void aPinIsReadInBothSpellings_data();
    void aPinIsReadInBothSpellings();
    void badProfilesNameLineAndReason_data();
    void badProfilesNameLineAndReason();
    void literalSecretsAreRefusedAndNotRepeated_data();
    void literalSecretsAreRefusedAndNotRepeated();
    void proxiesOfAllKindsAreTaken();
    void boundsHold_data();
    void boundsHold();
    void checksThatDoNotExistAreNamed();
    void aWrittenProfileReadsBackTheSame_data();
    void aWrittenProfileReadsBackTheSame();
    void hostileTextsSurviveWriting();
    void theTemplateIsSilentAndParsesWhenSwitchedOn();
    void loadingSaysWhatIsWrongWithTheFile();
    void displayTargetNamesWhatIsAudited();
};

void TestProfile::everyFieldOfTheContractIsRead()
{
    const auto parsed = parseProfile(contractProfile(), QStringLiteral("shop.yaml"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    const TargetProfile& p = *parsed;
    QCOMPARE(p.name, QStringLiteral("Checkout service"));
    QCOMPARE(p.team + p.reviewer + p.lead, QStringLiteral("PaymentsA. ReviewerB. Lead"));
    QCOMPARE(p.date, QDate(2026, 11, 24));
    QCOMPARE(p.version, QStringLiteral("header:X-App-Version"));
    QVERIFY(p.isProduction());
    QCOMPARE(p.observeMs, qint64(60000));
    QCOMPARE(p.http->baseUrl, QUrl(QStringLiteral("https://shop.example/api")));
    QCOMPARE(p.http->openapi, QStringLiteral("https://shop.example/openapi.json"));
    QCOMPARE(p.http->metricsUrl.path(), QStringLiteral("/metrics"));
    QCOMPARE(p.http->auth->kind, QStringLiteral("bearer"));
    QCOMPARE(ref(p.http->auth->secret), QStringLiteral("env:SHOP_TOKEN"));
    QCOMPARE(ref(p.http->secondAuth->secret), QStringLiteral("env:SHOP_TOKEN_B"));
    QCOMPARE(p.http->healthLive + p.http->healthReady, QStringLiteral("/healthz/readyz"));
    QCOMPARE(p.http->allowedOrigins, QStringList{QStringLiteral("https://shop.example")});
    QCOMPARE(p.http->caFile, here(QStringLiteral("corp-ca.pem")));
    QCOMPARE(p.http->proxy, QStringLiteral("http://proxy.example:3128"));
    QCOMPARE(p.http->endpoints.size(), 2);
    QCOMPARE(p.http->endpoints.at(0).isPublic, std::optional(true));
    QCOMPARE(p.http->endpoints.at(0).weight, 5.0);
    QCOMPARE(p.http->endpoints.at(1).method, QStringLiteral("POST"));
    QCOMPARE(p.http->endpoints.at(1).body, QStringLiteral("{\"sku\": 1}"));
    QCOMPARE(p.loadDurationMs, qint64(60000));
    QCOMPARE(p.loadRate, 50.0);
    QCOMPARE(p.seed, quint64(7));
    QCOMPARE(p.postgres.size(), 1);
    QCOMPARE(p.postgres.first().url, QUrl(QStringLiteral("postgresql://audit@db/shop")));
    QCOMPARE(p.postgres.first().label(), QStringLiteral("db:5432/shop"));
    QCOMPARE(ref(p.postgres.first().secret), QStringLiteral("keychain:shop-db"));
    QCOMPARE(p.postgres.first().appRoles, QStringList{QStringLiteral("shop")});
    QCOMPARE(p.pgbouncer->url.port(), 6432);
    QCOMPARE(p.redis->label(), QStringLiteral("cache:6380/0"));
    QCOMPARE(p.redis->prefixes.value(QStringLiteral("user:")), QStringLiteral("User"));
    QCOMPARE(p.redis->notCache, QStringList{QStringLiteral("queue:*")});
    QCOMPARE(p.prometheusSelector, QStringLiteral("job=\"shop\""));
    QCOMPARE(p.tracesKind, QStringLiteral("jaeger"));
    QCOMPARE(p.logsFile, here(QStringLiteral("app.log")));
    QCOMPARE(p.repositoryPath, here(QStringLiteral("../shop")));
    QCOMPARE(p.repositoryRules, here(QStringLiteral("audit-rules")));
    QCOMPARE(p.migrationsSince, QDate(2026, 7, 1));
    QCOMPARE(p.notApplicable.value(QStringLiteral("4.10")), QStringLiteral("not serverless"));
    QCOMPARE(p.sizing.poolSize.value_or(0), 10.0);
    QCOMPARE(p.sizing.avgQueryMs.value_or(0), 15.0);
}

void TestProfile::anEmptyProfileIsAllowed()
{
    const auto parsed = parseProfile("# nothing yet\n", QStringLiteral("empty.yaml"));
    QVERIFY(parsed);
    QVERIFY(!parsed->http && !parsed->redis && parsed->postgres.isEmpty());
    QCOMPARE(parsed->observeMs, qint64(60000));
    QVERIFY(!parsed->date.isValid());
    QVERIFY(parsed->onlyLoopback());
}

void TestProfile::postgresMayBeAListAndAppRoleOneName()
{
    const auto parsed =
        parseProfile("postgres:\n"
                     "  - {url: 'postgresql://a@one:5433/x?sslmode=require', app_role: web}\n"
                     "  - {url: 'postgres://b@two', secret: file:pw.txt, app_roles: [w1, w2]}\n"
                     "  - {url: 'postgresql:///shop?host=/run/postgresql', secret: ask}\n",
                     QStringLiteral("p.yaml"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->postgres.size(), 3);
    QCOMPARE(parsed->postgres.at(0).label(), QStringLiteral("one:5433/x"));
    QCOMPARE(parsed->postgres.at(0).appRoles, QStringList{QStringLiteral("web")});
    QCOMPARE(parsed->postgres.at(1).appRoles.size(), 2);
    QCOMPARE(ref(parsed->postgres.at(1).secret), QStringLiteral("file:pw.txt"));
    QCOMPARE(ref(parsed->postgres.at(2).secret), QStringLiteral("ask"));
    QCOMPARE(parsed->hosts(),
             (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("localhost")}));
}

void TestProfile::ruleFilesNeedNoPrometheus()
{
    const auto one = parseProfile("prometheus: {rules: alerts.yml}\n", QStringLiteral("p.yaml"));
    QVERIFY2(one, one ? "" : qPrintable(one.error().message));
    QCOMPARE(one->prometheusRules, QStringList{here(QStringLiteral("alerts.yml"))});
    QVERIFY(one->hosts().isEmpty());
    const auto two = parseProfile("prometheus: {url: 'http://prom:9090', rules: [a.yml, b/c.yml]}\n",
                                  QStringLiteral("p.yaml"));
    QVERIFY2(two, two ? "" : qPrintable(two.error().message));
    QCOMPARE(two->prometheusRules.size(), 2);
    const auto back = parseProfile(writeProfile(*two), QStringLiteral("p.yaml"));
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    QCOMPARE(back->prometheusRules, two->prometheusRules);
    for (const char* bad :
         {"{selector: 'a=\"b\"'}", "{rules: []}", "{rules: {a: b}}", "{rules: ['http://x/y.yml']}"})
        QVERIFY2(!parseProfile(QByteArray("prometheus: ") + bad + '\n', QStringLiteral("p.yaml")), bad);
}

void TestProfile::thresholdsKeepTheirUnits_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("unit");
    QTest::newRow("main in milliseconds") << QByteArray("150ms") << "" << 150.0 << "ms";
    QTest::newRow("main in seconds") << QByteArray("2 s") << "" << 2000.0 << "ms";
    QTest::newRow("share") << QByteArray("85%") << "" << 85.0 << "percent";
    QTest::newRow("bytes") << QByteArray("64MiB") << "" << 67108864.0 << "bytes";
    QTest::newRow("named count") << QByteArray("{rows: 5000}") << "rows" << 5000.0 << "";
}

void TestProfile::thresholdsKeepTheirUnits()
{
    QFETCH(QByteArray, value);
    const auto parsed = parseProfile("thresholds: {\"2.3\": " + value + "}\n", QStringLiteral("t.yaml"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    const QVector<Threshold> list = parsed->thresholds.value(QStringLiteral("2.3"));
    QCOMPARE(list.size(), 1);
    QTEST(list.first().id, "id");
    QTEST(list.first().value, "number");
    QTEST(list.first().unit, "unit");
}

void TestProfile::aPinIsReadInBothSpellings_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<QByteArray>("digest");     // empty: none
    for (const char first : {'\x00', '\xff'}) { // base64 of 0xff begins with a slash
        const QByteArray digest(32, first);
        const QString base64 = QString::fromLatin1(digest.toBase64());
        QTest::addRow("ours, %s", qPrintable(base64.left(2))) << QStringLiteral("sha256/") + base64 << digest;
        QTest::addRow("curl's, %s", qPrintable(base64.left(2)))
            << QStringLiteral("sha256//") + base64 << digest;
    }
    const QString whole = QString::fromLatin1(QByteArray(32, 'x').toBase64());
    QTest::newRow("another hash") << QStringLiteral("sha1/") + whole << QByteArray();
    QTest::newRow("a byte too few") << QStringLiteral("sha256/") +
                                           QString::fromLatin1(QByteArray(31, 'x').toBase64())
                                    << QByteArray();
    QTest::newRow("a byte too many") << QStringLiteral("sha256/") +
                                            QString::fromLatin1(QByteArray(33, 'x').toBase64())
                                     << QByteArray();
    QTest::newRow("no base64") << QStringLiteral("sha256/%%%") << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray();
}

void TestProfile::aPinIsReadInBothSpellings()
{
    QFETCH(QString, pin);
    QTEST(pinDigest(pin).value_or(QByteArray()), "digest");
}

void TestProfile::badProfilesNameLineAndReason_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* yaml, int line, const char* reason) {
        QTest::newRow(name) << QByteArray(yaml) << line << QString::fromUtf8(reason);
    };
    row("mistyped key", "name: x\npostgress: {url: postgresql://db/x}\n", 2, "did you mean 'postgres'?");
    row("mistyped inner key", "redis:\n  url: redis://c\n  prefixs: {a: b}\n", 3, "did you mean 'prefixes'?");
    row("far key", "name: x\nkubernetes: yes\n", 2, "the keys here are name, team");
    row("duplicate key", "name: a\nteam: b\nname: c\n", 3, "is here twice (first on line 1)");
    row("map instead of text", "name: {a: b}\n", 1, "'name' must be a single value, not a map");
    row("text instead of map", "\nredis: redis://cache\n", 2, "'redis' must be a map");
    row("list instead of map", "http: [a]\n", 1, "not a list");
    row("root is a list", "- a\n- b\n", 1, "a profile must be a map");
    row("empty list", "postgres: []\n", 1, "at least one item");
    row("no value", "name: x\nteam:\n", 2, "'team' has no value");
    row("observe without unit", "observe: 60\n", 1, "a duration with its unit");
    row("observe nonsense", "observe: soon\n", 1, "a duration with its unit");
    row("observe too short", "observe: 10ms\n", 1, "from 1s to 24h");
    row("bad date", "date: yesterday\n", 1, "must be a date");
    row("bad environment", "environment: prod\n", 1, "must be one of production, staging");
    row("near environment", "environment: prodction\n", 1, "did you mean 'production'?");
    row("bad method", "http:\n  endpoints:\n    - {path: /a, method: FETCH}\n", 3, "must be one of GET");
    row("bad engine", "load:\n  engine: gatling\n", 2, "must be one of native");
    row("pin of nothing", "http:\n  pin: sha256/x\n", 2, "'http.pin' must be sha256/");
    row("pin of another hash", "http:\n  pin: md5/AAAA\n", 2, "as 'auditbench-cli doctor' prints it");
    row("endpoint is a URL", "http:\n  endpoints:\n    - {path: https://evil/}\n", 3, "starts with one /");
    row("endpoint leaves the host", "http:\n  endpoints:\n    - {path: //evil/a}\n", 3, "starts with one /");
    row("endpoint without path", "http:\n  endpoints:\n    - {method: GET}\n", 3, "needs 'path'");
    row("bad boolean", "http:\n  endpoints:\n    - {path: /a, public: maybe}\n", 3, "true or false");
    row("bad number", "sizing: {instances: many}\n", 1, "'sizing.instances' must be a number");
    row("number out of range", "sizing: {instances: 0}\n", 1, "must be from 1");
    row("not a number", "load: {rate: nan}\n", 1, "must be a number");
    row("bad seed", "load: {seed: -1}\n", 1, "a whole number");
    row("bad threshold", "thresholds: {\"1.1\": fast}\n", 1, "'thresholds.1.1' must be a number");
    row("postgres without url", "postgres: {app_role: x}\n", 1, "'postgres' needs 'url'");
    row("wrong scheme", "postgres: {url: mysql://db/x}\n", 1, "postgresql://");
    row("no host", "redis: {url: \"redis:///0\"}\n", 1, "names no host");
    row("two hosts", "postgres: {url: \"postgresql://a,b/x\"}\n", 1, "'postgres.url'");
    row("host hidden in a parameter", "postgres: {url: \"postgresql://localhost/x?host=db.example\"}\n", 1,
        "host=");
    row("address hidden in a parameter", "postgres: {url: \"postgresql://localhost/x?hostaddr=192.0.2.1\"}\n",
        1, "hostaddr");
    row("parameter encoded", "postgres: {url: \"postgresql://localhost/x?%68ost=db.example\"}\n", 1, "host");
    row("auth without kind", "http: {auth: {secret: env:A}}\n", 1, "needs 'kind'");
    row("basic without user", "http: {auth: {kind: basic, secret: env:A}}\n", 1, "needs 'user'");
    row("bearer without secret", "http: {auth: {kind: bearer}}\n", 1, "needs 'secret'");
    row("certificate without key", "http: {auth: {kind: client-cert, certificate: c.pem}}\n", 1,
        "needs 'key'");
    row("bad variable name", "redis: {url: redis://c, secret: \"env:A B\"}\n", 1, "names nothing after env:");
    row("anchor", "name: &a x\n", 1, "anchors");
    row("alias", "name: x\nteam: *a\n", 2, "");
    row("tag", "name: !!binary aGk=\n", 1, "type tags");
    row("second document", "name: x\n---\nname: y\n", 3, "second document");
    row("quote left open", "name: \"x\nteam: y\n", 1, "the quote that opens here");
    row("single quote left open", "name: x\nteam: 'y\nlead: z\n", 2, "the quote that opens here");
    row("quote that is closed further down", "name: \"x\n  y\"\n", 1, "the quote that opens here");
    row("broken YAML", "name: [a, b\n", 2, "not valid YAML");
    row("question mark inside braces", "redis: {url: redis://c/x?a=b}\n", 1, "quotes");
    row("bad indentation", "http:\n  base_url: http://a\n bad: x\n", 3, "");
    row("control character",
        "name: x\nteam: a\x01"
        "b\n",
        2, "control character");
    row("escaped control character", "name: x\nteam: \"a\\x01b\"\n", 2, "control character");
    row("not UTF-8", "name: x\nteam: \xff\xfe\n", 2, "UTF-8");
    row("key is a list", "? [a]\n: b\n", 1, "a key must be plain text");
    row("two lines where one is meant", "name: \"a\\nb\"\n", 1, "must be one line");
}

void TestProfile::badProfilesNameLineAndReason()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(QString, reason);
    const auto parsed = parseProfile(yaml, QStringLiteral("bad.yaml"));
    QVERIFY(!parsed);
    const QString message = parsed.error().message;
    QVERIFY2(message.startsWith(QStringLiteral("bad.yaml:%1: ").arg(line)), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(parsed.error().code == ErrorCode::Parse, qPrintable(message));
}

void TestProfile::literalSecretsAreRefusedAndNotRepeated_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const char* yaml, int line) {
        QTest::newRow(name) << QByteArray(yaml) << line;
    };
    row("secret written out", "name: x\nredis:\n  url: redis://c\n  secret: hunter2planted\n", 4);
    row("password key", "postgres:\n  url: postgresql://db/x\n  password: hunter2planted\n", 3);
    row("token key", "http:\n  base_url: http://a\n  auth: {kind: bearer, token: hunter2planted}\n", 3);
    row("password in the postgres URL", "postgres: {url: \"postgresql://u:hunter2planted@db/x\"}\n", 1);
    row("password in the redis URL", "name: x\nredis: {url: \"redis://:hunter2planted@c/0\"}\n", 2);
    row("password hidden by an escape", "redis: {url: \"redis://u\\x3ahunter2planted@c/0\"}\n", 1);
    row("password as a parameter", "postgres: {url: \"postgresql://db/x?password=hunter2planted\"}\n", 1);
    row("key password as a parameter", "postgres: {url: \"postgresql://db/x?sslpassword=hunter2planted\"}\n",
        1);
    row("token in the query", "http: {metrics_url: \"https://a/m?access_token=hunter2planted\"}\n", 1);
    row("token as user", "http: {base_url: \"https://hunter2planted@a/\"}\n", 1);
    row("password of the proxy", "http: {proxy: \"http://u:hunter2planted@proxy:3128\"}\n", 1);
    row("password of a SOCKS proxy", "http: {proxy: \"socks5h://u:hunter2planted@proxy:1080\"}\n", 1);
    row("password of the OpenAPI URL", "http: {openapi: \"https://hunter2planted@a/openapi.json\"}\n", 1);
    row("value inside the header's name",
        "http: {auth: {kind: header, name: \"X-Key: hunter2planted\", secret: env:A}}\n", 1);
    row("in a comment", "name: x\n# was redis://u:hunter2planted@cache/0\n", 2);
    row("token of a known format", "name: x\nversion: ghp_hunter2plantedhunter2plantedhunter2p12\n", 2);
}

void TestProfile::proxiesOfAllKindsAreTaken()
{
    for (const char* proxy : {"https://proxy.example:3129", "socks5h://proxy.example:1080"}) {
        const auto parsed =
            parseProfile(QByteArray("http: {proxy: \"") + proxy + "\"}\n", QStringLiteral("p.yaml"));
        QVERIFY2(parsed, proxy);
        QCOMPARE(parsed->http->proxy, QString::fromLatin1(proxy));
    }
    const auto parsed = parseProfile("http: {proxy: \"ftp://proxy.example\"}\n", QStringLiteral("p.yaml"));
    QVERIFY(!parsed);
}

void TestProfile::literalSecretsAreRefusedAndNotRepeated()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    const auto parsed = parseProfile(yaml, QStringLiteral("bad.yaml"));
    QVERIFY(!parsed);
    const Error& error = parsed.error();
    QCOMPARE(error.code, ErrorCode::Refused);
    QVERIFY2(error.message.startsWith(QStringLiteral("bad.yaml:%1: ").arg(line)), qPrintable(error.message));
    QVERIFY2(!(error.message + error.detail + error.remedy).contains(QStringLiteral("hunter2")),
             qPrintable(error.message));
}

void TestProfile::boundsHold_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("larger than 1 MiB") << QByteArray("# ") + QByteArray(1024 * 1024, 'x');
    QTest::newRow("deep flow lists") << QByteArray("name: ") + QByteArray("[a, ").repeated(1000) +
                                            QByteArray(1000, ']');
    QTest::newRow("deep flow maps") << QByteArray("name: ") + QByteArray("{a: ").repeated(1000);
    QTest::newRow("deep block lists") << QByteArray("- ").repeated(1000) + "x\n";
    QTest::newRow("many values") << QByteArray("http:\n  allowed_origins:\n") +
                                        QByteArray("  - a\n").repeated(60000);
    QTest::newRow("long text") << QByteArray("name: ") + QByteArray(5000, 'x') + "\n";
    QByteArray many("not_applicable:\n");
    for (int i = 0; i < 1200; ++i)
        many += "  \"" + QByteArray::number(i) + "\": no\n";
    QTest::newRow("many entries") << many;
}

void TestProfile::boundsHold()
{
    QFETCH(QByteArray, yaml);
    const auto parsed = parseProfile(yaml, QStringLiteral("big.yaml"));
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().code == ErrorCode::Limit, qPrintable(parsed.error().message));
}

void TestProfile::checksThatDoNotExistAreNamed()
{
    const QStringList known{QStringLiteral("1.1"), QStringLiteral("2.3"), QStringLiteral("4.10")};
    const auto good = parseProfile(contractProfile(), QStringLiteral("a.yaml"));
    QVERIFY(validateProfile(*good, known));
    const auto threshold = parseProfile("thresholds: {\"2.33\": 1}\n", QStringLiteral("a.yaml"));
    const Status first = validateProfile(*threshold, known);
    QVERIFY(!first && first.error().message.contains(QStringLiteral("no check '2.33'; did you mean '2.3'?")));
    const auto none = parseProfile("not_applicable: {\"99.99\": no}\n", QStringLiteral("a.yaml"));
    QVERIFY(!validateProfile(*none, known));
}

void TestProfile::aWrittenProfileReadsBackTheSame_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("the contract's") << contractProfile();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("list of servers") << QByteArray(
        "postgres: [{url: 'postgresql://one/x?sslmode=require'}, {url: 'postgresql://two/y'}]\n");
    QTest::newRow("engine") << QByteArray("load: {engine: native}\n");
    QTest::newRow("fractions") << QByteArray(
        "load: {rate: 0.25}\nthresholds: {\"1.1\": {p50: 0.5ms, p99: 1.5s}}\n");
    QTest::newRow("client certificate")
        << QByteArray("http: {auth: {kind: client-cert, certificate: c.pem, key: /etc/key.pem}}\n");
    QTest::newRow("IPv6") << QByteArray("redis: {url: 'redis://[::1]:6379/1'}\n");
    QTest::newRow("words that YAML reads otherwise")
        << QByteArray("name: \"null\"\nteam: \"~\"\nlead: \"yes\"\n");
}

void TestProfile::aWrittenProfileReadsBackTheSame()
{
    QFETCH(QByteArray, yaml);
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("shop.yaml"));
    const auto first = parseProfile(yaml, path);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    const QByteArray written = writeProfile(*first);
    const auto second = parseProfile(written, path);
    QVERIFY2(second, second ? "" : (qPrintable(second.error().message + QString::fromUtf8(written))));
    QCOMPARE(writeProfile(*second), written);
    QCOMPARE(second->name, first->name);
    QCOMPARE(second->team + second->lead, first->team + first->lead);
    QCOMPARE(second->hosts(), first->hosts());
    QCOMPARE(second->thresholds, first->thresholds);
    QCOMPARE(second->notApplicable, first->notApplicable);
    QCOMPARE(second->repositoryPath, first->repositoryPath);
    QCOMPARE(second->loadRate, first->loadRate);
    QCOMPARE(second->loadEngine, first->loadEngine);
    QCOMPARE(second->http.has_value(), first->http.has_value());
    if (first->http) {
        QCOMPARE(second->http->endpoints.size(), first->http->endpoints.size());
        QCOMPARE(second->http->auth->secret.text(), first->http->auth->secret.text());
        QCOMPARE(second->http->auth->key, first->http->auth->key);
    }
    QCOMPARE(second->postgres.size(), first->postgres.size());
}

void TestProfile::hostileTextsSurviveWriting()
{
    TargetProfile p;
    p.name = QStringLiteral("a: b #c \"d\" 'e' \\ {f} [g] & * ! | > % @ `");
    p.team = QString::fromUtf8("支付 ✓ \xF0\x9F\x92\xB3 \u202E\u0085evil");
    p.lead = QStringLiteral("- x");
    p.reviewer = QStringLiteral("123");
    p.redis.emplace().url = QUrl(QStringLiteral("redis://c"));
    p.redis->prefixes = {{QStringLiteral("a\"b: {"), QStringLiteral("E\\F")}};
    p.redis->notCache = {QStringLiteral("*, ]")};
    p.tracesKind = QStringLiteral("datadog");
    p.tracesUrl = QUrl(QStringLiteral("https://api.datadoghq.eu"));
    p.tracesSecret = {SecretRef::Kind::Env, QStringLiteral("DD_API_KEY")};
    p.tracesAppSecret = {SecretRef::Kind::Keychain, QStringLiteral("datadog-app")};
    p.http.emplace();
    p.http->baseUrl = QUrl(QStringLiteral("https://shop.example/api"));
    p.http->instances = {QUrl(QStringLiteral("https://shop-2.example/api")),
                         QUrl(QStringLiteral("http://127.0.0.1:8081"))};
    QVERIFY(p.hosts().contains(QStringLiteral("shop-2.example")));
    const auto back = parseProfile(writeProfile(p), QString());
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    QCOMPARE(back->http->instances, p.http->instances);
    QCOMPARE(back->tracesSecret.text(), p.tracesSecret.text());
    QCOMPARE(back->tracesAppSecret.text(), p.tracesAppSecret.text());
    QCOMPARE(back->name, p.name);
    QCOMPARE(back->team, p.team);
    QCOMPARE(back->lead, p.lead);
    QCOMPARE(back->reviewer, p.reviewer);
    QCOMPARE(back->redis->prefixes, p.redis->prefixes);
    QCOMPARE(back->redis->notCache, p.redis->notCache);
}

void TestProfile::theTemplateIsSilentAndParsesWhenSwitchedOn()
{
    const QByteArray text = commentedProfileTemplate();
    const auto off = parseProfile(text, QStringLiteral("t.yaml"));
    QVERIFY(off);
    QCOMPARE(writeProfile(*off), writeProfile(TargetProfile()));
    QString on = QString::fromUtf8(text);
    on.replace(QRegularExpression(QStringLiteral("^#(?! )(?=\\w)"), QRegularExpression::MultilineOption),
               QString());
    on.replace(QRegularExpression(QStringLiteral("^#(?=  )"), QRegularExpression::MultilineOption),
               QString());
    const auto parsed = parseProfile(on.toUtf8(), QStringLiteral("t.yaml"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QVERIFY(parsed->http && parsed->http->secondAuth && parsed->redis && parsed->pgbouncer);
    QCOMPARE(parsed->http->endpoints.size(), 4);
    QCOMPARE(parsed->thresholds.size(), 2);
    QCOMPARE(parsed->sizing.poolSize.value_or(0), 10.0);
    QVERIFY(!parsed->http->pin.isEmpty() && !parsed->redis->caFile.isEmpty() && !parsed->logsFile.isEmpty());
}

void TestProfile::loadingSaysWhatIsWrongWithTheFile()
{
    QTemporaryDir dir;
    const auto missing = loadProfile(dir.filePath(QStringLiteral("no.yaml")));
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    const auto folder = loadProfile(dir.path());
    QVERIFY(!folder && folder.error().code == ErrorCode::Io);
    QFile file(dir.filePath(QStringLiteral("a.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBFname: With a mark\r\nteam: T\r\n");
    file.close();
    const auto loaded = loadProfile(file.fileName());
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(loaded->name, QStringLiteral("With a mark"));
    QCOMPARE(loaded->path, file.fileName());
}

void TestProfile::displayTargetNamesWhatIsAudited()
{
    const auto p = parseProfile(contractProfile(), QStringLiteral("a.yaml"));
    QCOMPARE(p->displayTarget(), QStringLiteral("shop.example · db:5432/shop · cache:6380/0"));
    QCOMPARE(TargetProfile().displayTarget(), QString());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
