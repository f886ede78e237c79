// What is handed to k6. k6 itself was not run: the script is compared with a golden one, checked and partly
// run by node where that is installed, and the flags are those of k6's repository.

#include "core/probe/load/k6_script.h"
#include "tests/core/engine_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

LoadRequest requestWith(const QByteArray& bytes)
{
    LoadRequest request;
    request.name = QStringLiteral("POST /orders");
    request.bytes = bytes;
    return request;
}

LoadPlan shopPlan()
{
    LoadPlan plan = foreignPlan(8080);
    plan.requests = {
        requestOf("GET", "/products?key=s3cr3t-value"),
        requestWith("POST /orders HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAuthorization: Bearer s3cr3t-value\r\n"
                    "Idempotency-Key: ")};
    plan.requests[0].name = QStringLiteral("GET /products"); // names are shown: they never hold a secret
    LoadRequest& write = plan.requests[1];
    write.uuidAt = write.bytes.size();
    write.bytes += QByteArray(36, '0') + "\r\nContent-Length: 10\r\n\r\n{\"sku\": 1}";
    write.most = 1000;
    plan.requests[0].weight = 3;
    plan.rate = 8;
    plan.warmUp = 10s;
    plan.ramp = 2s;
    plan.duration = 60s;
    plan.timeout = 10s;
    return plan;
}

struct NodeRan
{
    int code = -1;
    QByteArray out, err;
};

NodeRan node(const QStringList& arguments, const QMap<QByteArray, QByteArray>& environment = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        variables.insert(QString::fromLatin1(it.key()), QString::fromUtf8(it.value()));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral("node"), arguments);
    process.waitForFinished(20000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

// The script without k6: its modules are taken away, and what it would send is printed.
QByteArray withoutK6(QByteArray script)
{
    script.replace("import http from 'k6/http';",
                   "const sent = []; const http = {request: (method, url, body, params) => "
                   "{ sent.push({method, url, body: body instanceof ArrayBuffer ? "
                   "Array.from(new Uint8Array(body)) : body, params}); "
                   "return {status: answer.status, headers: answer.headers}; }};");
    script.replace("import exec from 'k6/execution';",
                   "const aborted = []; const exec = {test: {abort: (why) => aborted.push(why)}}; "
                   "const __ENV = process.env; let answer = {status: 200, headers: {}};"
                   "const open = (name) => 'file ' + name;");
    script.replace("export ", "");
    return script;
}

} // namespace

class TestK6Script : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_script_is_the_golden_one()
    {
        const auto made = k6ScriptOf(shopPlan());
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QFile golden(qEnvironmentVariable("AWB_SOURCE_DIR") +
                     QStringLiteral("/tests/data/load/k6_script.js"));
        if (qEnvironmentVariableIsSet("AWB_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(made->script);
            return;
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(made->script), QString::fromUtf8(golden.readAll()));
    }

    void nothing_that_may_be_a_secret_is_in_it()
    {
        const auto made = k6ScriptOf(shopPlan());
        QVERIFY(made);
        QVERIFY(!made->script.contains("s3cr3t"));
        QVERIFY(!made->script.contains("products?"));
        const QJsonObject read = QJsonDocument::fromJson(made->environment.value("AWB_REQUEST_0")).object();
        QCOMPARE(read.value(QStringLiteral("url")).toString(),
                 QStringLiteral("http://127.0.0.1:8080/products?key=s3cr3t-value"));
        const QJsonObject write = QJsonDocument::fromJson(made->environment.value("AWB_REQUEST_1")).object();
        QCOMPARE(write.value(QStringLiteral("method")).toString(), QStringLiteral("POST"));
        QCOMPARE(write.value(QStringLiteral("uuid")).toString(), QStringLiteral("Idempotency-Key"));
        const QJsonObject headers = write.value(QStringLiteral("headers")).toObject();
        QCOMPARE(headers.value(QStringLiteral("Authorization")).toString(),
                 QStringLiteral("Bearer s3cr3t-value"));
        QVERIFY(!headers.contains(QStringLiteral("Host")) &&
                !headers.contains(QStringLiteral("Content-Length")));
    }

    void flags_fit_the_version_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<bool>("address");
        QTest::newRow("0.38") << "0.38.0"
                              << "--no-summary" << true;
        QTest::newRow("1.2") << "1.2.3"
                             << "--no-summary" << true;
        QTest::newRow("1.3 deprecates --no-summary") << "1.3.0"
                                                     << "--summary-mode=disabled" << true;
        QTest::newRow("2.0 takes it away") << "2.0.0"
                                           << "--summary-mode=disabled" << false;
        QTest::newRow("2.2") << "2.2.0"
                             << "--summary-mode=disabled" << false;
    }
    void flags_fit_the_version()
    {
        QFETCH(QString, version);
        QFETCH(QString, summary);
        QFETCH(bool, address);
        const QStringList flags =
            k6Arguments(QVersionNumber::fromString(version), QStringLiteral("/tmp/empty.json"));
        QCOMPARE(flags.first(), QStringLiteral("run"));
        QCOMPARE(flags.filter(QStringLiteral("summary")), QStringList{summary});
        QCOMPARE(flags.contains(QStringLiteral("--address=")), address); // else nothing listens by itself
        QCOMPARE(flags.value(flags.indexOf(QStringLiteral("--out")) + 1), QStringLiteral("json=-"));
        QCOMPARE(flags.value(flags.indexOf(QStringLiteral("--config")) + 1),
                 QStringLiteral("/tmp/empty.json"));
        QCOMPARE(k6Environment().value("K6_NO_USAGE_REPORT"), QByteArray("true"));
    }

    void caps_shorten_the_measured_time()
    {
        LoadPlan plan = shopPlan();
        QCOMPARE(measuredSecondsOf(plan, 0), 60.0);
        QCOMPARE(measuredSecondsOf(plan, 1), 60.0); // 2/s for 70 s
        plan.requests[1].most = 60;
        const double seconds = measuredSecondsOf(plan, 1);
        // the ramp is 2 s from a tenth: 2.2 of 20; the rest of the warm-up 16; two may come at once
        QVERIFY(2 * seconds + 19 + 2 <= 60 && seconds > 18);
        plan.requests[1].most = 21;
        const auto none = k6ScriptOf(plan);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Unsupported);
    }

    void what_k6_cannot_do_is_refused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::newRow("a closed loop") << "closed"
                                       << "rate";
        QTest::newRow("a pin") << "pin"
                               << "pinned";
        QTest::newRow("a proxy to this machine") << "proxy"
                                                 << "proxy";
        QTest::newRow("a header twice") << "twice"
                                        << "X-A twice";
        QTest::newRow("a bound of bytes") << "bytes"
                                          << "bytes";
        QTest::newRow("too many requests to keep") << "many"
                                                   << "million";
    }
    void what_k6_cannot_do_is_refused()
    {
        QFETCH(QString, what);
        QFETCH(QString, says);
        LoadPlan plan = shopPlan();
        if (what == QLatin1String("closed"))
            plan.arrivals = ArrivalKind::ClosedLoop;
        if (what == QLatin1String("pin"))
            plan.tls = LoadTls{plan.host, {}, QStringLiteral("sha256/AAAA"), {}, {}};
        if (what == QLatin1String("proxy"))
            plan.proxy = LoadProxy{QStringLiteral("127.0.0.1"), 3128, {}};
        if (what == QLatin1String("twice"))
            plan.requests[0].bytes.replace("\r\n\r\n", "\r\nX-A: 1\r\nX-A: 2\r\n\r\n");
        plan.mostBytes = what == QLatin1String("bytes") ? 5 : 0;
        if (what == QLatin1String("many"))
            plan.rate = 100000;
        const auto made = k6ScriptOf(plan);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Unsupported);
        QVERIFY2(made.error().message.contains(says), qPrintable(made.error().message));
    }

    void a_proxy_and_an_authority_go_through_the_environment()
    {
        LoadPlan plan = shopPlan();
        plan.host = QStringLiteral("shop.example");
        plan.tls = LoadTls{plan.host,
                           QStringLiteral("/etc/corp ca.pem"),
                           {},
                           QStringLiteral("/c\"1.pem"),
                           QStringLiteral("/k.pem")};
        plan.proxy =
            LoadProxy{QStringLiteral("proxy.example"), 3128, "Basic " + QByteArray("a@b:p:w/d").toBase64()};
        const auto made = k6ScriptOf(plan);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->environment.value("SSL_CERT_FILE"), QByteArray("/etc/corp ca.pem"));
        QCOMPARE(made->environment.value("HTTPS_PROXY"),
                 QByteArray("http://a%40b:p:w%2Fd@proxy.example:3128"));
        QVERIFY(!made->script.contains("p:w/d") && !made->script.contains("p:w%2Fd"));
        QVERIFY(made->script.contains("cert: open(\"/c\\u00221.pem\")"));
        QVERIFY(made->environment.value("AWB_REQUEST_0").contains("https://shop.example:8080/products"));
    }

    void node_accepts_it()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            QSKIP("node is not installed: the script is only compared with the golden one");
        const auto made = k6ScriptOf(shopPlan());
        const PrivateFolder folder;
        const auto file = folder.write(QStringLiteral("load.mjs"), made->script);
        const NodeRan checked = node({QStringLiteral("--check"), *file});
        QVERIFY2(checked.code == 0, checked.err.constData());
    }

    void hostile_texts_stay_texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("quotes") << QByteArray("a\"b'c`d");
        QTest::newRow("templates") << QByteArray("${process.exit(3)} `${1}`");
        QTest::newRow("a way out of the string") << QByteArray("\"]; process.exit(3); //");
        QTest::newRow("long brackets") << QByteArray("]] --[[ ]]");
        QTest::newRow("backslashes") << QByteArray("\\u0022 \\\" \\");
        QTest::newRow("lines") << QByteArray("a\nb\r\nc\xe2\x80\xa8"
                                             "d");
        QTest::newRow("another script") << QByteArray("</script><!-- 支付 💳");
        QTest::newRow("no text at all") << QByteArray("\xff\x00\xfe", 3);
    }
    void hostile_texts_stay_texts()
    {
        QFETCH(QByteArray, text);
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            QSKIP("node is not installed");
        LoadPlan plan = shopPlan();
        plan.requests[1].bytes.replace("{\"sku\": 1}", text);
        plan.requests[1].name = QString::fromUtf8(text);
        QByteArray oneLine = text;
        oneLine.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
        plan.requests[0].bytes.replace("\r\n\r\n",
                                       "\r\nX-Odd: " + QString::fromUtf8(oneLine).toUtf8() + "\r\n\r\n");
        const auto made = k6ScriptOf(plan);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        const PrivateFolder folder;
        const auto file = folder.write(QStringLiteral("run.mjs"),
                                       withoutK6(made->script) +
                                           "r0(); r1(); r1(); answer = {status: 429, headers: {}}; r0();"
                                           "console.log(JSON.stringify({sent, aborted}));\n");
        const NodeRan ran = node({*file}, made->environment);
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QJsonObject found = QJsonDocument::fromJson(ran.out).object();
        const QJsonArray sent = found.value(QStringLiteral("sent")).toArray();
        QCOMPARE(sent.size(), 4);
        QCOMPARE(found.value(QStringLiteral("aborted")).toArray().size(), 1); // at the 429
        const QJsonObject read = sent[0].toObject();
        QCOMPARE(read.value(QStringLiteral("url")).toString(),
                 QStringLiteral("http://127.0.0.1:8080/products?key=s3cr3t-value"));
        const QJsonObject params = read.value(QStringLiteral("params")).toObject();
        QCOMPARE(params.value(QStringLiteral("headers")).toObject().value(QStringLiteral("X-Odd")).toString(),
                 QString::fromUtf8(oneLine).trimmed());
        QCOMPARE(params.value(QStringLiteral("redirects")).toInt(-1), 0);
        const QJsonValue body = sent[1].toObject().value(QStringLiteral("body"));
        QByteArray bytes = body.toString().toUtf8();
        for (const QJsonValue& byte : body.toArray())
            bytes += static_cast<char>(byte.toInt());
        QCOMPARE(bytes, text);
        const auto key = [&sent](int i) {
            return sent[i]
                .toObject()
                .value(QStringLiteral("params"))
                .toObject()
                .value(QStringLiteral("headers"))
                .toObject()
                .value(QStringLiteral("Idempotency-Key"))
                .toString();
        };
        QCOMPARE(key(1).size(), 36);
        QVERIFY(key(1) != key(2));
    }
};

QTEST_GUILESS_MAIN(TestK6Script)
#include "tst_k6_script.moc"
