#include "core/probe/http/endpoint_inventory.h"
#include "tests/core/http_world.h"
#include "tests/core/openapi_samples.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

const QUrl source(QStringLiteral("http://127.0.0.1:9/docs/openapi.json"));

const ApiOperation* find(const ApiDescription& api, const char* method, const char* path)
{
    for (const ApiOperation& operation : api.operations) {
        if (operation.method == QLatin1String(method) && operation.path == QLatin1String(path))
            return &operation;
    }
    return nullptr;
}

const Endpoint* find(const EndpointInventory& inventory, const char* title)
{
    for (const Endpoint& endpoint : inventory.endpoints) {
        if (endpoint.title() == QLatin1String(title))
            return &endpoint;
    }
    return nullptr;
}

HttpTarget targetAt(const QString& url)
{
    HttpTarget target;
    target.baseUrl = QUrl(url);
    return target;
}

} // namespace

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsVersion3()
    {
        const auto api = readOpenApi(version3, source);
        QVERIFY2(api, api ? "" : qPrintable(api.error().message));
        QCOMPARE(api->servers, QVector<QUrl>{QUrl(QStringLiteral("http://127.0.0.1:9/v1"))});
        QCOMPARE(api->operations.size(), 7);
        const ApiOperation* users = find(*api, "GET", "/users");
        QVERIFY(users->returnsList && users->needsCredential == true);
        QCOMPARE(users->parameters[1].sample, QStringLiteral("20"));
        QVERIFY(!find(*api, "GET", "/users/{id}")->returnsList);
        QVERIFY(find(*api, "GET", "/things/{kind}")->needsCredential == false);
        QVERIFY(find(*api, "GET", "/open")->needsCredential == false);
        QVERIFY(find(*api, "GET", "/broken")->problem.contains(QStringLiteral("10.0.0.1")));
        QCOMPARE(find(*api, "POST", "/login")->body, QByteArray("{\"user\":\"a\"}"));
    }

    void readsSwagger2()
    {
        const auto api = readOpenApi(swagger2, source);
        QVERIFY2(api, api ? "" : qPrintable(api.error().message));
        QCOMPARE(api->servers, QVector<QUrl>{QUrl(QStringLiteral("http://h.example:8/api"))});
        const ApiOperation* get = find(*api, "GET", "/a/{b}");
        QVERIFY(get->returnsList && !get->needsCredential.has_value());
        QCOMPARE(get->parameters.first().sample, QStringLiteral("bee"));
        QCOMPARE(find(*api, "POST", "/a/{b}")->body, QByteArray("{\"x\":1}"));
    }

    void readsYamlByItsCoreSchemaWithAnchorsAndMergeKeys()
    {
        const auto root =
            readApiText("openapi: 3.1.0\nx: &x {on: yes, no: 'true', n: 0x1F, f: 1.5, t: true, z: ~}\n"
                        "y: {<<: *x, f: 2}\nz: [*x, *x]\n");
        QVERIFY2(root, root ? "" : qPrintable(root.error().message));
        const QJsonObject x = root->value(QStringLiteral("x")).toObject();
        QCOMPARE(x.value(QStringLiteral("on")), QJsonValue(QStringLiteral("yes")));
        QCOMPARE(x.value(QStringLiteral("no")), QJsonValue(QStringLiteral("true")));
        QCOMPARE(x.value(QStringLiteral("n")), QJsonValue(QStringLiteral("0x1F")));
        QCOMPARE(x.value(QStringLiteral("t")), QJsonValue(true));
        QVERIFY(x.value(QStringLiteral("z")).isNull());
        const QJsonObject y = root->value(QStringLiteral("y")).toObject();
        QCOMPARE(y.value(QStringLiteral("f")).toDouble(), 2.0);
        QCOMPARE(y.value(QStringLiteral("on")), QJsonValue(QStringLiteral("yes")));
        QCOMPARE(root->value(QStringLiteral("z")).toArray().size(), 2);
    }

    void refusesHostileTexts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QByteArray bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n";
        for (char c = 'b'; c < 'k'; ++c) {
            const QByteArray before(1, static_cast<char>(c - 1));
            bomb += QByteArray(1, c) + ": &" + c + " [*" + QByteArrayList(10, before).join(",*") + "]\n";
        }
        const int parse = int(ErrorCode::Parse), limit = int(ErrorCode::Limit);
        QTest::newRow("an alias bomb") << bomb << limit;
        QTest::newRow("an alias of itself") << QByteArray("a: &a [*a]\n") << parse;
        QTest::newRow("deep YAML") << QByteArray("a: ") + QByteArray(70, '[') + QByteArray(70, ']') << limit;
        QTest::newRow("deep JSON") << QByteArray("{\"a\":") + QByteArray(70, '[') + QByteArray(70, ']') + "}"
                                   << limit;
        QTest::newRow("very deep YAML")
            << QByteArray("a: ") + QByteArray(100000, '[') << parse; // the parser gives up first
        QTest::newRow("a duplicate key in YAML") << QByteArray("a: 1\na: 2\n") << parse;
        QTest::newRow("a duplicate key in JSON") << QByteArray("{\"a\":1,\"b\":{\"a\":1},\"a\":2}") << parse;
        QTest::newRow("too large") << QByteArray("{\"a\":\"") + QByteArray(17 * 1024 * 1024, 'x') + "\"}"
                                   << limit;
        QTest::newRow("too many values")
            << QByteArray("{\"a\":[") + QByteArray("1,").repeated(500000) + "1]}" << limit;
        QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n") << parse;
        QTest::newRow("no map") << QByteArray("- a\n") << parse;
        QTest::newRow("HTML of a single-page app")
            << QByteArray("<!doctype html>\n<html>\n<p>a: b</p>\n") << parse;
        QTest::newRow("no UTF-8") << QByteArray("a: \xff\xfe\n") << parse;
        QTest::newRow("nothing") << QByteArray() << parse;
    }
    void refusesHostileTexts()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const auto root = readApiText(bytes);
        QVERIFY(!root);
        QTEST(int(root.error().code), "code");
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    void refusesOtherFormats_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no version") << QByteArray(noVersion);
        QTest::newRow("a later version") << QByteArray(laterVersion);
        QTest::newRow("swagger 1.2") << QByteArray(swagger12);
    }
    void refusesOtherFormats()
    {
        QFETCH(QByteArray, bytes);
        const auto api = readOpenApi(bytes, source);
        QVERIFY(!api);
        QCOMPARE(api.error().code, ErrorCode::Unsupported);
    }

    void followsReferencesInCirclesAtMostOnce()
    {
        const auto api = readOpenApi(circle, source);
        QVERIFY(api);
        QVERIFY(api->operations.first().problem.contains(QStringLiteral("circle")));
        QVERIFY(api->operations.first().returnsList);
    }

    void putsTheProfileOverTheDescription()
    {
        HttpTarget target = targetAt(QStringLiteral("http://127.0.0.1:9"));
        target.healthLive = QStringLiteral("/live");
        EndpointTarget users;
        users.path = QStringLiteral("/v1/users");
        users.isPublic = true;
        users.weight = 5;
        users.rate = 20;
        EndpointTarget one;
        one.path = QStringLiteral("/v1/users/7");
        EndpointTarget extra;
        extra.path = QStringLiteral("/live");
        target.endpoints = {users, one, extra};
        const auto api = readOpenApi(version3, source);
        const EndpointInventory inventory = buildInventory(target, *api);
        const Endpoint* list = find(inventory, "GET /v1/users");
        QVERIFY(list && list->isPublic && list->isList && list->declaredSecured);
        QCOMPARE(list->rate, 20.0);
        QCOMPARE(list->weight, 5.0);
        QCOMPARE(list->limitParameter, QStringLiteral("limit"));
        QCOMPARE(list->pageParameter, QStringLiteral("page"));
        QVERIFY(find(inventory, "GET /v1/users/7"));
        QVERIFY(find(inventory, "GET /live")->isPublic);
        const Endpoint* things = find(inventory, "GET /v1/things/{kind}");
        QCOMPARE(things->filled, QStringLiteral("/v1/things/red%20one?since=2026-01-02"));
        QVERIFY(!things->isGuessed && things->isPublic);
        QVERIFY(find(inventory, "GET /v1/users/{id}")->isGuessed);
        QVERIFY(find(inventory, "POST /v1/login")->isAuth);
        QVERIFY(find(inventory, "DELETE /v1/users/{id}")->isWrite());
        const QVector<Endpoint> reads = inventory.reads();
        QVERIFY(std::none_of(reads.cbegin(), reads.cend(),
                             [](const Endpoint& e) { return e.path.contains(QStringLiteral("broken")); }));
    }

    void neverTakesAServerOnAnotherHost()
    {
        const auto api = readOpenApi(otherServers, source);
        const EndpointInventory inventory =
            buildInventory(targetAt(QStringLiteral("http://127.0.0.1:9/x")), *api);
        QCOMPARE(inventory.endpoints.size(), 1);
        QCOMPARE(inventory.endpoints.first().filled, QStringLiteral("/a"));
        QCOMPARE(inventory.problems.size(), 2);
    }

    void fetchesTheDescriptionAndHarvestsIds()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest& request) {
            if (request.path() == "/spec.json")
                line.send(jsonReply(version3));
            else if (request.path() == "/v1/users")
                line.send(jsonReply(twoUsers));
            else
                line.send(reply(404));
        });
        HttpWorld world(peer.url());
        world.http().openapi = peer.url(QStringLiteral("/spec.json"));
        HttpClient client = world.client();
        const auto inventory = loadInventory(world.target, client);
        QVERIFY2(inventory, inventory ? "" : qPrintable(inventory.error().message));
        QVERIFY(inventory->described && inventory->reason.isEmpty());
        const Endpoint* one = find(*inventory, "GET /v1/users/{id}");
        QCOMPARE(one->filled, QStringLiteral("/v1/users/41"));
        QVERIFY(!one->isGuessed);
    }

    void saysWhyThereIsNoDescription_data()
    {
        QTest::addColumn<QString>("openapi");
        QTest::addColumn<QString>("word");
        QTest::newRow("a single-page app answers everything") << ""
                                                              << "No API description was found";
        QTest::newRow("the named one is HTML") << "/spec.json"
                                               << "cannot be read";
        QTest::newRow("the named one is missing") << "/missing"
                                                  << "status 404";
        QTest::newRow("the named file is missing") << "file"
                                                   << "cannot be opened";
    }
    void saysWhyThereIsNoDescription()
    {
        QFETCH(QString, openapi);
        QFETCH(QString, word);
        HttpPeer peer([](PeerLine& line, const PeerRequest& request) {
            line.send(request.path() == "/missing"
                          ? reply(404)
                          : reply(200, "<!doctype html><p>x", {"Content-Type: text/html"}));
        });
        HttpWorld world(peer.url());
        world.http().openapi = openapi == QLatin1String("file") ? QStringLiteral("/no/such/file.yaml")
                               : openapi.isEmpty()              ? QString()
                                                                : peer.url(openapi);
        HttpClient client = world.client();
        const auto inventory = loadInventory(world.target, client);
        QVERIFY(inventory);
        QVERIFY(!inventory->described && inventory->endpoints.isEmpty());
        QVERIFY2(inventory->reason.text().contains(word), qPrintable(inventory->reason.text()));
    }

    void failsWhenNobodyAnswers()
    {
        HttpWorld world(QStringLiteral("http://127.0.0.1:1"));
        HttpClient client = world.client();
        const auto inventory = loadInventory(world.target, client);
        QVERIFY(!inventory);
        QCOMPARE(inventory.error().code, ErrorCode::Unreachable);
    }
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "tst_openapi.moc"
