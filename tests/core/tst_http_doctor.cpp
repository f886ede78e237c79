#include "core/probe/http/http_doctor.h"
#include "tests/core/http_shop.h"
#include "tests/core/http_world.h"
#include "tests/support/private_certificates.h"

#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

const DoctorStep* step(const DoctorReport& report, const char* id)
{
    for (const DoctorStep& one : report.steps) {
        if (one.id == QLatin1String(id))
            return &one;
    }
    return nullptr;
}

DoctorReport examine(HttpWorld& world)
{
    const QVector<DoctorReport> reports = examineHttp(world.target, *world.where);
    return reports.size() == 1 ? reports.first() : DoctorReport();
}

} // namespace

class HttpDoctorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksThroughAGoodService()
    {
        HttpShop shop;
        shop.needsToken = true;
        HttpPeer peer(shop.handler());
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"));
        world.http().secondAuth = world.http().auth;
        EndpointTarget write;
        write.path = QStringLiteral("/items");
        write.method = QStringLiteral("POST");
        world.http().endpoints = {write};
        world.http().openapi = peer.url(QStringLiteral("/openapi.json"));
        const DoctorReport report = examine(world);
        QVERIFY(report.reachable);
        for (const char* id : {"dns", "tcp", "http", "openapi", "auth"})
            QVERIFY2(step(report, id) && step(report, id)->state == StepState::Ok, id);
        QCOMPARE(step(report, "tls")->state, StepState::Skipped);
        QVERIFY(report.unmeasuredChecks.isEmpty());
        for (const DoctorSight& sight : report.sights)
            QVERIFY2(sight.state == StepState::Ok, qPrintable(sight.probe));
    }

    void saysThatACredentialIsRefused()
    {
        HttpShop shop;
        shop.needsToken = true;
        HttpPeer peer(shop.handler());
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"), {}, "wrong");
        const DoctorReport report = examine(world);
        QCOMPARE(step(report, "auth")->state, StepState::Failed);
        for (const DoctorSight& sight : report.sights) {
            const bool blind = sight.probe == QLatin1String("http.lists") ||
                               sight.probe == QLatin1String("http.body_limit"); // nothing is ticked
            QVERIFY2(!blind || sight.state == StepState::Warning, qPrintable(sight.probe));
        }
    }

    void saysThatThereIsNoDescription()
    {
        HttpPeer peer(always(reply(404)));
        HttpWorld world(peer.url());
        const DoctorReport report = examine(world);
        QVERIFY(report.reachable);
        QCOMPARE(step(report, "openapi")->state, StepState::Warning);
        QVERIFY(!step(report, "openapi")->fix.isEmpty());
    }

    void namesTheStepThatFails_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("name") << "http://no-such-name.invalid" << QByteArray("dns");
        QTest::newRow("TCP") << "http://127.0.0.1:1" << QByteArray("tcp");
    }
    void namesTheStepThatFails()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, id);
        HttpWorld world(url);
        const DoctorReport report = examine(world);
        QVERIFY(!report.reachable);
        QCOMPARE(report.steps.last().id, QString::fromLatin1(id));
        QCOMPARE(report.steps.last().state, StepState::Failed);
        QVERIFY(report.unmeasuredChecks.contains(QStringLiteral("6.9")));
    }

    void offersThePinOfWhatCannotBeVerified()
    {
        if (const QString reason = PrivateCertificates::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        PrivateCertificates files;
        QVERIFY(files.addFlawedLeaf(QStringLiteral("self")));
        HttpPeer::Options options;
        options.certificate = files.leafCertificate(QStringLiteral("self"));
        options.key = files.leafKey(QStringLiteral("self"));
        HttpPeer peer(always(reply(200)), options);
        HttpWorld world(peer.url());
        const DoctorReport report = examine(world);
        QVERIFY(!report.reachable);
        QCOMPARE(step(report, "tls")->state, StepState::Failed);
        QVERIFY(step(report, "certificate")->fix.contains(QStringLiteral("pin: sha256/")));
    }
};

QTEST_GUILESS_MAIN(HttpDoctorTest)
#include "tst_http_doctor.moc"
