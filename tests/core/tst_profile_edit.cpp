// One item of http.endpoints changed in the text of a profile: all the rest stays as its author wrote it.
#include "core/target/profile_edit.h"

#include <QTest>

using namespace awb;

namespace
{

constexpr auto kProfile = "# Ours: do not touch\n"
                          "name: Shop   # the shop\n"
                          "http:\n"
                          "  base_url: https://shop.example/api\n"
                          "\n"
                          "  # the slow ones\n"
                          "  endpoints:\n"
                          "    - {path: /products, method: GET, rate: 20}   # hot\n"
                          "    # written at night\n"
                          "    - path: /orders\n"
                          "      method: POST\n"
                          "      body: '{\"sku\": 1}'\n"
                          "  health: {live: /healthz}\n"
                          "\n"
                          "# the cache\n"
                          "redis: {url: \"redis://127.0.0.1:6379/0\"}\n";

EndpointTarget endpoint(const char* method, const char* path)
{
    EndpointTarget e;
    e.method = QLatin1String(method);
    e.path = QLatin1String(path);
    return e;
}

} // namespace

class TestProfileEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangedItemLeavesEveryOtherLine();
    void anItemGoesAndTheListWithItsLastOne();
    void everyLayoutTakesANewItem_data();
    void everyLayoutTakesANewItem();
    void whatAnItemSaysReadsBack();
    void anyItemOfAnyLayoutIsChanged_data();
    void anyItemOfAnyLayoutIsChanged();
    void noKeyIsLostWhereTheLayoutIsWrittenAnew();
    void aNamedDescriptionStays();
    void nonsenseIsRefused();
};

void TestProfileEdit::aChangedItemLeavesEveryOtherLine()
{
    EndpointTarget products = endpoint("GET", "/products");
    products.rate = 50;
    products.isPublic = true;
    const auto text = editEndpoint(kProfile, QStringLiteral("p.yaml"), {0, products, {}});
    QVERIFY2(text, text ? "" : qPrintable(text.error().message));
    QByteArray expected(kProfile);
    expected.replace("    - {path: /products, method: GET, rate: 20}   # hot\n",
                     "    - path: /products\n      method: GET\n      public: true\n      rate: 50\n");
    QCOMPARE(*text, expected);
    const auto more = editEndpoint(*text, QStringLiteral("p.yaml"), {-1, endpoint("GET", "/users/{id}"), {}});
    QVERIFY(more);
    expected.replace("  health:", "    - path: \"/users/{id}\"\n      method: GET\n  health:");
    QCOMPARE(*more, expected);
}

void TestProfileEdit::anItemGoesAndTheListWithItsLastOne()
{
    auto text = editEndpoint(kProfile, QStringLiteral("p.yaml"), {0, std::nullopt, {}});
    QVERIFY(text);
    QVERIFY(!text->contains("/products") && text->contains("/orders") && text->contains("# the cache"));
    text = editEndpoint(*text, QStringLiteral("p.yaml"), {0, std::nullopt, {}});
    QVERIFY(text);
    QVERIFY(!text->contains("endpoints:"));
    QVERIFY(text->contains("health: {live: /healthz}") && text->contains("# Ours: do not touch"));
}

void TestProfileEdit::everyLayoutTakesANewItem_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("no list yet") << QByteArray("# mine\nhttp:\n  base_url: http://a/\n# end\nname: x\n")
                                 << QByteArray("# mine");
    QTest::newRow("service on one line")
        << QByteArray("# mine\nhttp: {base_url: \"http://a/\"}\nname: x # y\n") << QByteArray("name: x # y");
    QTest::newRow("list on one line")
        << QByteArray("name: x # y\nhttp:\n  base_url: http://a/\n  endpoints: [{path: /b}]\n")
        << QByteArray("name: x # y");
    QTest::newRow("list over two lines")
        << QByteArray(
               "name: x # y\nhttp:\n  base_url: http://a/\n  endpoints: [{path: /b},\n    {path: /c}]\n")
        << QByteArray("name: x # y");
    QTest::newRow("dashes under the key")
        << QByteArray("name: x # y\nhttp:\n  base_url: http://a/\n  endpoints:\n  - path: /b # z\n  pin: "
                      "sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
        << QByteArray("- path: /b # z");
    QTest::newRow("no line end at the end")
        << QByteArray("http:\n  base_url: http://a/ # y") << QByteArray("# y");
    QTest::newRow("line ends of another system")
        << QByteArray("name: x # y\r\nhttp:\r\n  base_url: http://a/\r\n") << QByteArray("name: x # y");
    QTest::newRow("all on one line") << QByteArray("{name: x, http: {base_url: \"http://a/\"}}")
                                     << QByteArray("name: x");
}

void TestProfileEdit::everyLayoutTakesANewItem()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, kept);
    const auto before = parseProfile(yaml, QStringLiteral("p"));
    QVERIFY2(before, before ? "" : qPrintable(before.error().message));
    const auto text = editEndpoint(yaml, QStringLiteral("p"),
                                   {-1, endpoint("PUT", "/new"), QStringLiteral("http://a/openapi.json")});
    QVERIFY2(text, text ? "" : qPrintable(text.error().message));
    const auto after = parseProfile(*text, QStringLiteral("p"));
    QVERIFY2(after, after ? "" : qPrintable(after.error().message));
    QCOMPARE(after->http->endpoints.size(), before->http->endpoints.size() + 1);
    QCOMPARE(after->http->endpoints.constLast(), endpoint("PUT", "/new"));
    QCOMPARE(after->http->openapi, QStringLiteral("http://a/openapi.json"));
    QCOMPARE(after->http->baseUrl, before->http->baseUrl);
    QCOMPARE(after->name, before->name);
    QVERIFY2(text->contains(kept), text->constData());
}

void TestProfileEdit::whatAnItemSaysReadsBack()
{
    EndpointTarget all = endpoint("POST", "/search");
    all.isPublic = false;
    all.isWrite = false;
    all.skip = true;
    all.weight = 0.25;
    all.rate = 12.5;
    all.body = QStringLiteral("{\"text\": \"- # :\"}\n");
    const auto text = editEndpoint(kProfile, QStringLiteral("p"), {1, all, {}});
    QVERIFY(text);
    const auto read = parseProfile(*text, QStringLiteral("p"));
    QVERIFY(read);
    QCOMPARE(read->http->endpoints.at(1), all);
    QCOMPARE(writeProfile(*parseProfile(writeProfile(*read), QStringLiteral("p"))), writeProfile(*read));
}

void TestProfileEdit::anyItemOfAnyLayoutIsChanged_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("blocks") << QByteArray("  endpoints:\n    - path: /a\n    - path: /b\n      rate: 3\n");
    QTest::newRow("one line each") << QByteArray(
        "  endpoints:\n    - {path: /a}\n    - {path: /b, rate: 3}\n");
    QTest::newRow("a dash alone on its line")
        << QByteArray("  endpoints:\n    -\n      path: /a\n    -\n      path: /b\n      rate: 3\n");
    QTest::newRow("dashes under the key")
        << QByteArray("  endpoints:\n  - path: /a\n  - path: /b\n    rate: 3\n");
    QTest::newRow("all on one line") << QByteArray("  endpoints: [{path: /a}, {path: /b, rate: 3}]\n");
    QTest::newRow("a body over several lines")
        << QByteArray("  endpoints:\n    - path: /a\n      body: |\n        - path: /x\n        # y\n"
                      "    - path: /b\n      rate: 3\n");
}

void TestProfileEdit::anyItemOfAnyLayoutIsChanged()
{
    QFETCH(QByteArray, list);
    const QByteArray yaml =
        "# ours\nname: Shop\nhttp:\n  base_url: http://a/\n" + list +
        "  pin: sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nenvironment: local\n";
    const auto before = parseProfile(yaml, QStringLiteral("p"));
    QVERIFY2(before, before ? "" : qPrintable(before.error().message));
    for (qsizetype index = 0; index < 2; ++index) {
        for (const bool gone : {false, true}) {
            EndpointTarget changed = before->http->endpoints.at(index);
            changed.skip = true;
            const auto text = editEndpoint(yaml, QStringLiteral("p"),
                                           {index, gone ? std::nullopt : std::optional(changed), {}});
            QVERIFY2(text, text ? "" : qPrintable(text.error().message));
            QVERIFY2(text->startsWith("# ours\nname: Shop\n"), text->constData());
            const auto after = parseProfile(*text, QStringLiteral("p"));
            QVERIFY2(after, after ? "" : qPrintable(after.error().message));
            QVector<EndpointTarget> wanted = before->http->endpoints;
            if (gone)
                wanted.removeAt(index);
            else
                wanted[index] = changed;
            QCOMPARE(after->http->endpoints, wanted);
            QCOMPARE(after->http->pin, before->http->pin);
            QCOMPARE(after->environment, before->environment);
        }
    }
}

void TestProfileEdit::noKeyIsLostWhereTheLayoutIsWrittenAnew()
{
    const QByteArray yaml =
        "name: Shop\n"
        "http: {base_url: \"https://shop.example/\", plain_port: 8080, metrics_url: "
        "\"https://shop.example/metrics\",\n"
        "  auth: {kind: bearer, secret: \"env:TOKEN\"}, health: {live: /live, ready: /ready},\n"
        "  allowed_origins: [\"https://shop.example\"], proxy: \"http://proxy.example:3128\"}\n"
        "prometheus: {url: \"http://prometheus.example:9090\", selector: 'job=\"shop\"'}\n";
    auto meant = parseProfile(yaml, QStringLiteral("p"));
    QVERIFY2(meant, meant ? "" : qPrintable(meant.error().message));
    const auto text = editEndpoint(yaml, QStringLiteral("p"), {-1, endpoint("GET", "/new"), {}});
    QVERIFY2(text, text ? "" : qPrintable(text.error().message));
    meant->http->endpoints.append(endpoint("GET", "/new"));
    const auto after = parseProfile(*text, QStringLiteral("p"));
    QVERIFY(after);
    QCOMPARE(writeProfile(*after), writeProfile(*meant));
    QCOMPARE(after->http->plainPort, 8080);
    QVERIFY(after->http->auth && after->http->auth->kind == QLatin1String("bearer"));
    QVERIFY(text->contains("prometheus: {url:")); // what is not about the service stays as it was
}

void TestProfileEdit::aNamedDescriptionStays()
{
    const QByteArray yaml = "http:\n  base_url: http://a/\n  openapi: http://a/ours.json # v2\n";
    const auto text = editEndpoint(yaml, QStringLiteral("p"),
                                   {-1, endpoint("GET", "/new"), QStringLiteral("http://a/openapi.json")});
    QVERIFY2(text, text ? "" : qPrintable(text.error().message));
    QVERIFY(text->contains("openapi: http://a/ours.json # v2") && !text->contains("openapi.json"));
}

void TestProfileEdit::nonsenseIsRefused()
{
    const EndpointTarget e = endpoint("GET", "/a");
    QVERIFY(!editEndpoint("name: x\n", QStringLiteral("p"), {-1, e, {}}));
    QVERIFY(!editEndpoint("nonsense: x\n", QStringLiteral("p"), {-1, e, {}}));
    QVERIFY(!editEndpoint(kProfile, QStringLiteral("p"), {7, e, {}}));
    QVERIFY(!editEndpoint(kProfile, QStringLiteral("p"), {-1, std::nullopt, {}}));
}

QTEST_GUILESS_MAIN(TestProfileEdit)
#include "tst_profile_edit.moc"
