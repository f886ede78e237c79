#include "tests/core/http_world.h"
#include "tests/support/private_certificates.h"

#include <QTest>

using namespace awb;
using namespace awb::test;

// TLS needs certificates, which are made once.
class HttpTlsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivateCertificates> files_;
    std::unique_ptr<HttpPeer> peer_;

    HttpPeer::Options server(const QString& name = {}) const
    {
        HttpPeer::Options options;
        options.certificate = name.isEmpty() ? files_->serverCertificate() : files_->leafCertificate(name);
        options.key = name.isEmpty() ? files_->serverKey() : files_->leafKey(name);
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PrivateCertificates::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        files_ = std::make_unique<PrivateCertificates>();
        QVERIFY2(files_->isValid(), qPrintable(files_->error()));
        peer_ = std::make_unique<HttpPeer>(always(reply(200, "safe")), server());
    }

    void trustsTheProfilesAuthority()
    {
        HttpWorld world(peer_->url());
        world.http().caFile = files_->caFile();
        const auto answer = world.client().send(to(peer_->url()));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QVERIFY(answer->certificate.verified);
        QVERIFY2(answer->certificate.issuer.contains(QStringLiteral("test ca")),
                 qPrintable(answer->certificate.issuer));
        QVERIFY(answer->certificate.alternativeNames.contains(QStringLiteral("localhost")));
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(answer->certificate.expires);
        QVERIFY2(days >= 2 && days <= 3, qPrintable(QString::number(days)));
        QVERIFY(answer->timings.tls > 0);
    }

    void refusesWhatItCannotVerify_data()
    {
        QTest::addColumn<QString>("leaf");
        QTest::addColumn<bool>("otherAuthority");
        QTest::newRow("an unknown authority") << "" << true;
        QTest::newRow("an expired certificate") << "expired" << false;
        QTest::newRow("another name") << "wrong-name" << false;
        QTest::newRow("signed by itself") << "self" << false;
    }
    void refusesWhatItCannotVerify()
    {
        QFETCH(QString, leaf);
        QFETCH(bool, otherAuthority);
        if (!leaf.isEmpty())
            QVERIFY2(files_->addFlawedLeaf(leaf), qPrintable(files_->error()));
        HttpPeer peer(always(reply(200, "safe")), server(leaf));
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"));
        world.http().caFile = otherAuthority ? files_->otherCaFile() : files_->caFile();
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
        QVERIFY2(answer.error().message.contains(QStringLiteral("not trusted")),
                 qPrintable(answer.error().message));
        QVERIFY(peer.seen().isEmpty());
    }

    void pinsAKeyOnlyByChoice()
    {
        QVERIFY(files_->addFlawedLeaf(QStringLiteral("self")));
        HttpPeer peer(always(reply(200, "pinned")), server(QStringLiteral("self")));
        HttpWorld world(peer.url());
        const auto seen = world.client().inspectCertificate(QUrl(peer.url()));
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message));
        QVERIFY(seen->pin.startsWith(QStringLiteral("sha256/")));
        QVERIFY(peer.seen().isEmpty());
        world.http().pin = seen->pin;
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QVERIFY(!answer->certificate.verified);
        const auto other =
            world.client().send(to(peer_->url())); // another origin: the pin does not count there
        QVERIFY(!other);
        world.http().baseUrl = QUrl(peer_->url());
        const auto wrong = world.client().send(to(peer_->url()));
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message.contains(QStringLiteral("pins")), qPrintable(wrong.error().message));
    }

    void showsItsClientCertificate()
    {
        HttpPeer::Options options = server();
        options.clientCa = files_->caFile();
        HttpPeer peer(always(reply(200, "known")), options);
        HttpWorld world(peer.url());
        world.http().caFile = files_->caFile();
        AuthTarget auth;
        auth.kind = QStringLiteral("client-cert");
        auth.certificate = files_->clientCertificate();
        auth.key = files_->clientKey();
        world.http().auth = auth;
        HttpClient client = world.client();
        const auto known = client.send(to(peer.url()));
        QVERIFY2(known, known ? "" : qPrintable(known.error().message));
        HttpRequest without = to(peer.url());
        without.credential = Credential::None;
        const auto unknown = client.send(without);
        QVERIFY(!unknown);
    }
};

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "tst_http_tls.moc"
