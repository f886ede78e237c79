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
        << QByteArray(
               "name: x # y\nhttp:\n  base_url: http://a/\n  endpoints:\n  - path: /b # z\n  pin: sha256/x\n")
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
