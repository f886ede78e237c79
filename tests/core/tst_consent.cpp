#include "core/target/target_profile.h"

#include <QTest>

using namespace awb;

namespace
{
TargetProfile profile(const QString& base, const QString& postgres, const QString& redis,
                      const QString& environment)
{
    TargetProfile p;
    p.environment = environment;
    if (!base.isEmpty())
        p.http.emplace().baseUrl = QUrl(base);
    if (!postgres.isEmpty())
        p.postgres.append({QUrl(postgres), {}, {}});
    if (!redis.isEmpty())
        p.redis.emplace().url = QUrl(redis);
    return p;
}
} // namespace

class TestConsent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void capabilitiesHaveTheirContractIds();
    void consentIsGivenForOneHostAndEnvironment_data();
    void consentIsGivenForOneHostAndEnvironment();
    void aProxyIsAHostToo();
    void loopbackIsOnlyWhatCannotResolveElsewhere_data();
    void loopbackIsOnlyWhatCannotResolveElsewhere();
    void hostsAreListedOnceInLowerCase();
};

void TestConsent::capabilitiesHaveTheirContractIds()
{
    const QStringList ids{QStringLiteral("load"),  QStringLiteral("burst"), QStringLiteral("body"),
                          QStringLiteral("write"), QStringLiteral("scan"),  QStringLiteral("second-user")};
    Capabilities all;
    for (const QString& id : ids) {
        const auto capability = capabilityFromId(id);
        QVERIFY(capability);
        QCOMPARE(capabilityId(*capability), id);
        QVERIFY(!capabilityText(*capability).isEmpty());
        all |= *capability;
    }
    QCOMPARE(capabilityIds(all), ids);
    QVERIFY(!capabilityFromId(QStringLiteral("Load")));
    QVERIFY(!capabilityFromId(QString()));
}

void TestConsent::consentIsGivenForOneHostAndEnvironment_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("postgres");
    QTest::addColumn<QString>("redis");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("allow");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("production");
    QTest::addColumn<QString>("refusal"); // empty: granted
    const auto row = [](const char* name, const char* base, const char* pg, const char* redis,
                        const char* environment, const char* allow, const char* target, bool production,
                        const char* refusal) {
        QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(pg)
                            << QString::fromLatin1(redis) << QString::fromLatin1(environment)
                            << QString::fromLatin1(allow) << QString::fromLatin1(target) << production
                            << QString::fromLatin1(refusal);
    };
    const char* shop = "https://Shop.example/api";
    const char* db = "postgresql://db/x";
    row("nothing asked, remote production", shop, db, "redis://cache", "production", "", "", false, "");
    row("loopback needs only the capability", "http://127.0.0.1:8080", "", "", "local",
        "load,burst,write,body", "", false, "");
    row("remote without its name", shop, "", "", "staging", "load", "", false, "needs --target shop.example");
    row("remote with its name", shop, "", "", "staging", "load", "shop.example", false, "");
    row("the name in capitals", shop, "", "", "staging", "load", "SHOP.example", false, "");
    row("remote with another name", shop, "", "", "staging", "load", "shop.example.org", false,
        "names no such host");
    row("production without --production", shop, "", "", "production", "load", "shop.example", false,
        "--production");
    row("production with --production", shop, "", "", "production", "load", "shop.example", true, "");
    row("production over a tunnel", "http://localhost:8080", "", "", "production", "load", "", false,
        "--production");
    row("--production alone does not name the host", shop, "", "", "production", "load", "", true,
        "needs --target");
    row("scan reaches the database", "http://localhost", db, "", "staging", "scan", "", false,
        "needs --target db");
    row("scan with the database named", "http://localhost", db, "", "staging", "scan", "db", false, "");
    row("scan reaches database and cache", "", db, "redis://cache", "staging", "scan", "db", false,
        "needs --target cache");
    row("both named", "", db, "redis://cache", "staging", "scan", "db, cache", false, "");
    row("load does not reach the database", "http://localhost", db, "", "staging", "load", "", false, "");
    row("load on a profile without a web host still names its host", "", db, "", "staging", "load", "", false,
        "needs --target db");
    row("naming the database does not allow load on the web host", shop, db, "", "staging", "load", "db",
        false, "needs --target shop.example");
    row("scan on loopback", "", "postgresql://127.0.0.1:5555/x", "redis://[::1]:6379", "local", "scan", "",
        false, "");
    row("IPv6 named with brackets", "", "", "redis://[2001:db8::1]:6379", "staging", "scan", "[2001:db8::1]",
        false, "");
    row("socket of this machine", "", "postgresql:///x?host=/run/postgresql", "", "local", "scan", "", false,
        "");
    row("second user is HTTP", shop, "", "", "staging", "second-user", "", false,
        "needs --target shop.example");
    row("a target that the profile does not name", "http://localhost", "", "", "local", "", "elsewhere",
        false, "names no such host");
}

void TestConsent::consentIsGivenForOneHostAndEnvironment()
{
    QFETCH(QString, allow);
    QFETCH(QString, refusal);
    QFETCH(QString, base);
    QFETCH(QString, postgres);
    QFETCH(QString, redis);
    QFETCH(QString, environment);
    QFETCH(QString, target);
    QFETCH(bool, production);
    Consent consent;
    consent.host = target;
    consent.production = production;
    for (const QString& id : allow.split(QLatin1Char(','), Qt::SkipEmptyParts))
        consent.allowed |= *capabilityFromId(id);
    const Status status = checkConsent(profile(base, postgres, redis, environment), consent);
    if (refusal.isEmpty()) {
        QVERIFY2(status, status ? "" : qPrintable(status.error().message));
        return;
    }
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Refused);
    QVERIFY2(status.error().message.contains(refusal), qPrintable(status.error().message));
}

void TestConsent::aProxyIsAHostToo()
{
    TargetProfile p = profile(QStringLiteral("http://localhost:8080"), {}, {}, QStringLiteral("local"));
    p.http->proxy = QStringLiteral("http://proxy.example:3128");
    Consent consent;
    consent.allowed = Capability::Load;
    QVERIFY(!checkConsent(p, consent));
    consent.host = QStringLiteral("proxy.example");
    QVERIFY(checkConsent(p, consent));
    p.http->baseUrl = QUrl();
    const Status unnamed = checkConsent(p, consent);
    QVERIFY(!unnamed && unnamed.error().message.contains(QStringLiteral("http.base_url")));
}

void TestConsent::loopbackIsOnlyWhatCannotResolveElsewhere_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("127.0.0.1") << "http://127.0.0.1:80" << true;
    QTest::newRow("127.255.0.9") << "http://127.255.0.9" << true;
    QTest::newRow("::1") << "http://[::1]:80" << true;
    QTest::newRow("::1 written long") << "http://[0:0:0:0:0:0:0:1]" << true;
    QTest::newRow("localhost") << "http://LocalHost" << true;
    QTest::newRow("a name that starts with 127.") << "http://127.0.0.1.evil.example" << false;
    QTest::newRow("127.evil") << "http://127.evil.example" << false;
    QTest::newRow("localhost.example") << "http://localhost.example" << false;
    QTest::newRow("the user is localhost") << "redis://localhost@evil.example" << false;
    QTest::newRow("128.0.0.1") << "http://128.0.0.1" << false;
    QTest::newRow("private address") << "http://10.0.0.1" << false;
    QTest::newRow("any address") << "http://0.0.0.0" << false;
}

void TestConsent::loopbackIsOnlyWhatCannotResolveElsewhere()
{
    QFETCH(QString, url);
    QFETCH(bool, loopback);
    QCOMPARE(profile(url, {}, {}, {}).onlyLoopback(), loopback);
}

void TestConsent::hostsAreListedOnceInLowerCase()
{
    TargetProfile p = profile(QStringLiteral("https://Shop.example"), QStringLiteral("postgresql://DB:1/x"),
                              QStringLiteral("redis://db"), {});
    p.http->metricsUrl = QUrl(QStringLiteral("https://shop.example/metrics"));
    p.http->openapi = QStringLiteral("https://docs.example/o.json");
    p.prometheusUrl = QUrl(QStringLiteral("http://prom:9090"));
    QCOMPARE(p.hosts(), (QStringList{QStringLiteral("shop.example"), QStringLiteral("docs.example"),
                                     QStringLiteral("db"), QStringLiteral("prom")}));
}

QTEST_GUILESS_MAIN(TestConsent)
#include "tst_consent.moc"
