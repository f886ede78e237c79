// The endpoint inventory without a window: read from the sample shop's own description, changed, undone,
// kept, and what the next run asks.
#include "core/probe/http/http_probes.h"
#include "tests/ui/endpoints_world.h"
#include "ui/models/endpoint_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace awb;
using namespace awb::test;

class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEndpointOfTheDescriptionIsListed();
    void aChangeIsUndoneAndRedone();
    void eachChangeSaysWhatItMeans_data();
    void eachChangeSaysWhatItMeans();
    void aWriteIsAskedOnlyWhereItIsTakenIn();
    void twoChangesInARowMakeOneItem();
    void aChangeSurvivesReopeningTheStore();
    void theNextRunLeavesOutWhatAPersonLeftOut();
    void readingStops();
    void whatCannotBeReadSaysWhy_data();
    void whatCannotBeReadSaysWhy();
    void aServiceThatIsDownIsAnError();
    void anAuditWithoutAServiceReadsNothing();
};

void TestEndpoints::everyEndpointOfTheDescriptionIsListed()
{
    HttpPeer peer(shop);
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(presenter.hasService() && presenter.canEdit());
    QCOMPARE(presenter.places().size(), 5);
    QVERIFY(peer.seen().isEmpty()); // nothing is asked before a person wants it
    QVERIFY(readNow(presenter));
    const QJsonObject paths = QJsonDocument::fromJson(sample::shopDescription({}, false))
                                  .object()
                                  .value(QStringLiteral("paths"))
                                  .toObject();
    int described = 0;
    for (auto path = paths.constBegin(); path != paths.constEnd(); ++path) {
        for (const QString& method : path.value().toObject().keys()) {
            ++described;
            const QString title = method.toUpper() + QLatin1Char(' ') + path.key();
            QVERIFY2(find(presenter, title.toUtf8().constData()), qPrintable(title));
        }
    }
    QVERIFY(described > 5);
    QCOMPARE(presenter.known().endpoints.size(), described);
    QCOMPARE(presenter.changedCount(), 0);
    for (const KnownEndpoint& endpoint : presenter.known().endpoints)
        QCOMPARE(endpoint.takenIn, !endpoint.mayChange);
    QVERIFY(peer.seen().size() <= 5);
    for (const PeerRequest& request : peer.seen())
        QCOMPARE(request.method, QByteArray("GET"));
}

void TestEndpoints::aChangeIsUndoneAndRedone()
{
    HttpPeer peer(shop);
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(readNow(presenter));
    const QString before = profileNow(session);
    QVERIFY(presenter.setTakenIn(QStringLiteral("GET /products"), false));
    const QString after = profileNow(session);
    QVERIFY2(after.contains(QLatin1String("skip: true")) && after.startsWith(QLatin1String("# ours\n")),
             qPrintable(after));
    QVERIFY(becomes(presenter, "GET /products", isLeftOut));
    QCOMPARE(presenter.leftOutCount() - 1,
             int(std::count_if(presenter.known().endpoints.cbegin(), presenter.known().endpoints.cend(),
                               [](const auto& e) { return e.mayChange; })));
    QVERIFY2(session.undoText().contains(QLatin1String("GET /products")), qPrintable(session.undoText()));
    session.undo();
    QCOMPARE(profileNow(session), before);
    QVERIFY(becomes(presenter, "GET /products", [](const KnownEndpoint& e) { return e.takenIn; }));
    session.redo();
    QCOMPARE(profileNow(session), after);
    QVERIFY(becomes(presenter, "GET /products", isLeftOut));
    QVERIFY(presenter.reset(QStringLiteral("GET /products")));
    QVERIFY(becomes(presenter, "GET /products", [](const KnownEndpoint& e) { return e.entry < 0; }));
    QVERIFY(find(presenter, "GET /users/{id}")); // the description is still named: all the rest stays listed
}

void TestEndpoints::eachChangeSaysWhatItMeans_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("line");
    QTest::newRow("left out") << int(EndpointModel::Asked) << 0.0 << QStringLiteral("skip: true");
    QTest::newRow("public") << int(EndpointModel::Public) << 1.0 << QStringLiteral("public: true");
    QTest::newRow("guarded") << int(EndpointModel::Public) << 0.0 << QStringLiteral("public: false");
    QTest::newRow("a write") << int(EndpointModel::Kind) << 1.0 << QStringLiteral("kind: write");
    QTest::newRow("weight") << int(EndpointModel::Weight) << 2.5 << QStringLiteral("weight: 2.5");
    QTest::newRow("rate") << int(EndpointModel::Rate) << 40.0 << QStringLiteral("rate: 40");
}

void TestEndpoints::eachChangeSaysWhatItMeans()
{
    QFETCH(int, column);
    QFETCH(double, value);
    QFETCH(QString, line);
    HttpPeer peer(shop);
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(readNow(presenter));
    const QString title = QStringLiteral("GET /orders/recent");
    const bool on = value != 0;
    const bool made = column == EndpointModel::Asked    ? presenter.setTakenIn(title, on)
                      : column == EndpointModel::Public ? presenter.setPublic(title, on)
                      : column == EndpointModel::Kind   ? presenter.setWrite(title, on)
                      : column == EndpointModel::Weight ? presenter.setWeight(title, value)
                                                        : presenter.setRate(title, value);
    QVERIFY(made);
    QVERIFY2(profileNow(session).contains(line), qPrintable(profileNow(session)));
    const Result<TargetProfile> profile = session.profile();
    QVERIFY(profile);
    QCOMPARE(profile->http->endpoints.size(), 1);
    QCOMPARE(profile->http->endpoints.constFirst().path, QStringLiteral("/orders/recent"));
    QVERIFY(becomes(presenter, "GET /orders/recent", [](const KnownEndpoint& e) { return e.entry == 0; }));
    QVERIFY(!presenter.setWeight(title, -1));
    QVERIFY(!presenter.setRate(QStringLiteral("GET /nowhere"), 1));
}

void TestEndpoints::aWriteIsAskedOnlyWhereItIsTakenIn()
{
    HttpPeer peer(shop);
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(readNow(presenter));
    QVERIFY(presenter.setRate(QStringLiteral("POST /orders"), 5)); // naming it does not take it in
    QVERIFY(becomes(presenter, "POST /orders", [](const KnownEndpoint& e) { return e.entry >= 0; }));
    QVERIFY(!find(presenter, "POST /orders")->takenIn);
    QVERIFY(presenter.setTakenIn(QStringLiteral("POST /orders"), true));
    QVERIFY(becomes(presenter, "POST /orders", [](const KnownEndpoint& e) { return e.takenIn; }));
    QCOMPARE(find(presenter, "POST /orders")->rate, 5.0);
    QVERIFY(presenter.setTakenIn(QStringLiteral("POST /orders"), false));
    QVERIFY(becomes(presenter, "POST /orders", isLeftOut)); // still named
}

void TestEndpoints::twoChangesInARowMakeOneItem()
{
    HttpPeer peer(shop);
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(readNow(presenter));
    QVERIFY(presenter.setRate(QStringLiteral("GET /products"), 5));
    QVERIFY(!presenter.setWeight(QStringLiteral("GET /products"),
                                 2)); // its place in the profile is not known yet
    QVERIFY(becomes(presenter, "GET /products", [](const KnownEndpoint& e) { return e.entry == 0; }));
    QVERIFY(presenter.setWeight(QStringLiteral("GET /products"), 2));
    const Result<TargetProfile> profile = session.profile();
    QVERIFY(profile);
    QCOMPARE(profile->http->endpoints.size(), 1);
    QCOMPARE(profile->http->endpoints.constFirst().rate, 5.0);
    QCOMPARE(profile->http->endpoints.constFirst().weight, 2.0);
}

void TestEndpoints::aChangeSurvivesReopeningTheStore()
{
    HttpPeer peer(shop);
    UiWorld world;
    QString id, text;
    {
        AuditSession session(*world.workbench);
        id = newAudit(session, profileOf(peer));
        EndpointsPresenter presenter(session);
        QVERIFY(readNow(presenter));
        QVERIFY(presenter.setTakenIn(QStringLiteral("GET /products"), false));
        text = profileNow(session);
        QTRY_COMPARE(session.store().waiting(), 0);
    }
    world.restart();
    AuditSession session(*world.workbench);
    EndpointsPresenter presenter(session);
    session.open(id);
    QVERIFY(becomes(presenter, "GET /products", isLeftOut)); // before the description is read again
    QCOMPARE(profileNow(session), text);
    QCOMPARE(presenter.state(), DescriptionState::NotRead);
    QVERIFY(readNow(presenter));
    QVERIFY(becomes(presenter, "GET /products", isLeftOut));
    QVERIFY(find(presenter, "GET /orders/recent"));
}

void TestEndpoints::theNextRunLeavesOutWhatAPersonLeftOut()
{
    HttpPeer peer(shop);
    UiWorld world;
    world.probes = ProbeTable(httpProbes(std::shared_ptr<HttpPace>()));
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(readNow(presenter));
    QVERIFY(presenter.setTakenIn(QStringLiteral("GET /products"), false));
    peer.forget();
    QSignalSpy finished(&session, &AuditSession::runFinished);
    RunRequest request;
    request.probes = QStringList{QStringLiteral("http.lists")};
    session.runProbes(request);
    QVERIFY(session.isRunning());
    QVERIFY(!presenter.canEdit());
    QVERIFY(!presenter.setTakenIn(QStringLiteral("GET /products"), true));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    const auto asked = [&](const char* path) {
        const auto seen = peer.seen();
        return std::any_of(seen.cbegin(), seen.cend(), [&](const auto& one) { return one.path() == path; });
    };
    QVERIFY(asked("/orders/recent"));
    QVERIFY(!asked("/products"));
    const Facts facts = session.document().facts().value(QStringLiteral("http.lists"));
    const QJsonArray leftOut = facts.details.value(QStringLiteral("left_out")).toArray();
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.at(0).toObject().value(QStringLiteral("endpoint")).toString(),
             QStringLiteral("GET /products"));
}

void TestEndpoints::readingStops()
{
    HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.waitUntilGone(); });
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profileOf(peer)).isEmpty());
    EndpointsPresenter presenter(session);
    presenter.read();
    QCOMPARE(presenter.state(), DescriptionState::Reading);
    QTRY_COMPARE(peer.seen().size(), 1);
    presenter.stopReading();
    QCOMPARE(presenter.state(), DescriptionState::Stopped);
    QVERIFY(presenter.known().endpoints.isEmpty());
    presenter.read(); // and begins again
    QCOMPARE(presenter.state(), DescriptionState::Reading);
    QTRY_COMPARE(peer.seen().size(), 2); // the first one asked no second place
}

void TestEndpoints::whatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("named");
    QTest::newRow("nothing at the usual places") << 404 << false;
    QTest::newRow("nothing at the named place") << 404 << true;
    QTest::newRow("no description at the named place") << 200 << true;
}

void TestEndpoints::whatCannotBeReadSaysWhy()
{
    QFETCH(int, status);
    QFETCH(bool, named);
    HttpPeer peer([status](PeerLine& line, const PeerRequest&) { line.send(reply(status, "nothing")); });
    UiWorld world;
    AuditSession session(*world.workbench);
    QString profile = profileOf(peer);
    if (named)
        profile += QStringLiteral("  openapi: \"%1/api.json\"\n").arg(peer.url());
    QVERIFY(!newAudit(session, profile).isEmpty());
    EndpointsPresenter presenter(session);
    presenter.read();
    QVERIFY(QTest::qWaitFor([&] { return presenter.state() == DescriptionState::Read; }));
    QVERIFY(QTest::qWaitFor([&] { return !presenter.known().reason.isEmpty(); }));
    QVERIFY(!presenter.known().described);
    QVERIFY(presenter.known().endpoints.isEmpty());
    QCOMPARE(peer.seen().size(), named ? 1 : 5);
}

void TestEndpoints::aServiceThatIsDownIsAnError()
{
    QString profile;
    {
        HttpPeer gone(shop);
        profile = profileOf(gone);
    }
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, profile).isEmpty());
    EndpointsPresenter presenter(session);
    presenter.read();
    QVERIFY(QTest::qWaitFor([&] { return presenter.state() == DescriptionState::Failed; }));
    QVERIFY(!presenter.failure().isEmpty());
    QVERIFY(presenter.known().endpoints.isEmpty());
}

void TestEndpoints::anAuditWithoutAServiceReadsNothing()
{
    UiWorld world;
    AuditSession session(*world.workbench);
    QVERIFY(!newAudit(session, test::profileText()).isEmpty());
    EndpointsPresenter presenter(session);
    QVERIFY(!presenter.hasService());
    presenter.read();
    QCOMPARE(presenter.state(), DescriptionState::NotRead);
    QVERIFY(presenter.known().endpoints.isEmpty());
}

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
