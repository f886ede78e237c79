#include "core/probe/metrics/alert_rules.h"
#include "core/probe/metrics/alerts_probe.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"
#include "tests/support/server_process.h"

#include <QTest>

#include <cmath>

using namespace awb;
using namespace awb::test;

namespace
{

std::size_t nodesIn(const PromNode& node)
{
    std::size_t nodes = 1;
    for (const PromNode& part : node.parts)
        nodes += nodesIn(part);
    return nodes;
}

// The Prometheus of Debian with rules of ours; it watches itself, twice: as the jobs self and twin.
class PrivatePrometheus
{
public:
    static QString missing()
    {
        return findServerProgram(QStringLiteral("prometheus")).isEmpty()
                   ? QStringLiteral("prometheus is not installed: install the package prometheus")
                   : QString();
    }
    explicit PrivatePrometheus(const QByteArray& rules, bool alertmanager)
        : dir_(QStringLiteral("prometheus")),
          port_(freePort())
    {
        const QByteArray own = "127.0.0.1:" + QByteArray::number(port_);
        QByteArray config =
            "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [rules.yml]\n"
            "scrape_configs: [{job_name: self, static_configs: [{targets: ['" +
            own + "']}]}, {job_name: twin, static_configs: [{targets: ['" + own + "']}]}]\n";
        if (alertmanager) // its presence in the configuration is what is asked for
            config += "alerting: {alertmanagers: [{static_configs: [{targets: ['" + own + "']}]}]}\n";
        dir_.write(QStringLiteral("prometheus.yml"), config);
        dir_.write(QStringLiteral("rules.yml"), "groups:\n- name: g\n  rules:\n" + rules);
    }
    bool start()
    {
        const QString data = dir_.filePath(QStringLiteral("data"));
        return process_.start(
            findServerProgram(QStringLiteral("prometheus")),
            {QStringLiteral("--config.file=") + dir_.filePath(QStringLiteral("prometheus.yml")),
             QStringLiteral("--storage.tsdb.path=") + data,
             QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port_)},
            dir_.filePath(QStringLiteral("log")), dir_.path());
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port_)); }
    QString log() const { return process_.logText(); }

private:
    ServerDir dir_;
    quint16 port_;
    ServerProcess process_;
};

QByteArray alert(const QByteArray& expression, const QByteArray& more = {})
{
    return "  - alert: A\n    expr: '" + expression + "'\n" + more;
}

FactsByProbe alerts(const QVector<QJsonObject>& rows, int managers = 1, bool complete = true)
{
    QJsonArray array;
    for (const QJsonObject& row : rows)
        array.append(row);
    return only(factsOf("prometheus.alerts", {{"alerts", double(rows.size())}},
                        {{QStringLiteral("alerts"), array}, {QStringLiteral("alertmanagers"), managers}},
                        complete));
}

FactsByProbe written(const QVector<QJsonObject>& rows, bool complete = true)
{
    FactsByProbe facts = alerts(rows, 0, complete);
    facts.first().details.insert(QStringLiteral("source"), QStringLiteral("files"));
    return facts;
}

QJsonObject row(const char* kind, double threshold, const QJsonObject& changes = {})
{
    QJsonObject object{{QStringLiteral("name"), QStringLiteral("A")},
                       {QStringLiteral("kind"), QLatin1String(kind)},
                       {QStringLiteral("threshold"), threshold},
                       {QStringLiteral("quantile"), 0.99},
                       {QStringLiteral("for_s"), 300},
                       {QStringLiteral("health"), QStringLiteral("ok")},
                       {QStringLiteral("series"), true}};
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

class AlertsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsExpressions_data()
    {
        using Kind = AlertMeaning::Kind;
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<double>("quantile");
        const auto expect = [](const char* name, const char* text, Kind kind, double threshold = 0,
                               double quantile = 0) {
            QTest::newRow(name) << QString::fromLatin1(text) << int(kind) << threshold << quantile;
        };
        expect("a share",
               "sum(rate(http_requests_total{status_code=~\"5..\"}[5m])) / "
               "sum(rate(http_requests_total[5m])) > 0.01",
               Kind::ErrorShare, 1);
        expect("a share in percent",
               "100 * sum(rate(x_total{code=~\"5..\"}[5m])) / sum(rate(x_total[5m])) > 2", Kind::ErrorShare,
               2);
        expect("a share times 100",
               "(sum by (job) (rate(x_errors_total[5m])) / sum by (job) (rate(x_total[5m]))) * 100 >= 5",
               Kind::ErrorShare, 5);
        expect("folded numbers of a burn rate", "job:errors:ratio > (14.4 * 0.001)", Kind::ErrorShare, 1.44);
        expect("two windows", "job:errors:ratio > 0.01 and job:errors:ratio > 0.02", Kind::ErrorShare, 2);
        expect("the other way round", "0.01 < job:errors:ratio", Kind::ErrorShare, 1);
        expect("a count", "rate(http_requests_total{status=\"500\"}[5m]) > 3", Kind::ErrorCount);
        expect("one less the share of successes",
               "1 - sum(rate(x_total{code!~\"5..\"}[5m])) / sum(rate(x_total[5m])) > 0.01", Kind::ErrorShare,
               1);
        expect("a share of successes that falls",
               "sum(rate(x_total{code=~\"2..\"}[5m])) / sum(rate(x_total[5m])) < 0.95", Kind::ErrorShare, 5);
        expect("silent while errors are many", "up == 0 unless job:errors:ratio > 0.01", Kind::Other);
        // from the rules that kube-prometheus installs
        expect("Prometheus watches its own notifications",
               "rate(prometheus_notifications_errors_total[5m]) / "
               "rate(prometheus_notifications_sent_total[5m]) * 100 > 1",
               Kind::Other);
        expect("an Alertmanager that cannot send",
               "rate(alertmanager_notifications_failed_total[5m]) / "
               "rate(alertmanager_notifications_total[5m]) > 0.01",
               Kind::Other);
        expect("p99 of a disk",
               "histogram_quantile(0.99, rate(etcd_disk_wal_fsync_duration_seconds_bucket[5m])) > 0.5",
               Kind::Other);
        expect("p99 of queries",
               "histogram_quantile(0.99, rate(shop_db_query_duration_seconds_bucket[5m])) > 0.5",
               Kind::Other);
        expect("a ratio of two quantiles",
               "histogram_quantile(0.99, rate(a_duration_seconds_bucket[5m])) / "
               "histogram_quantile(0.5, rate(a_duration_seconds_bucket[5m])) > 0.4",
               Kind::NotUnderstood);
        expect("p99 times a thousand",
               "max by (route) (1000 * histogram_quantile(0.99, rate(a_duration_seconds_bucket[5m]))) > 400",
               Kind::Quantile, 400, 0.99);
        expect("no errors in the numerator",
               "sum(rate(x_total{code!~\"5..\"}[5m])) / sum(rate(x_total[5m])) > 0.5", Kind::Other);
        expect("p99 in seconds",
               "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5",
               Kind::Quantile, 500, 0.99);
        expect("p99 in milliseconds",
               "histogram_quantile(.99, rate(http_server_duration_milliseconds_bucket[5m])) > 300",
               Kind::Quantile, 300, 0.99);
        expect("p95", "histogram_quantile(0.95, rate(a_duration_seconds_bucket[5m])) > 0.5", Kind::Quantile,
               500, 0.95);
        expect("an objective",
               "sum(rate(a_duration_seconds_bucket{le=\"0.5\"}[5m])) / "
               "sum(rate(a_duration_seconds_count[5m])) < 0.99",
               Kind::Quantile, 500, 0.99);
        expect("an average", "rate(a_duration_seconds_sum[5m]) / rate(a_duration_seconds_count[5m]) > 0.3",
               Kind::OtherLatency, 300);
        expect("something else", "up == 0", Kind::Other);
        expect("offset, at and comments",
               "rate(x_errors_total[5m] offset 5m) # note\n / rate(x_total[5m:1m] @ end()) > 0.01",
               Kind::ErrorShare, 1);
        expect("vector matching", "x_errors_total / on(job) group_left(a) x_total > 0.01", Kind::ErrorShare,
               1);
        expect("nonsense", "rate(x[5m) > > 1", Kind::NotUnderstood);
    }
    void understandsExpressions()
    {
        QFETCH(QString, expression);
        const AlertMeaning meaning =
            readAlert(expression, {{QStringLiteral("job:errors:ratio"),
                                    QStringLiteral("rate(x_errors_total[5m]) / rate(x_total[5m])")}});
        QTEST(int(meaning.kind), "kind");
        QFETCH(double, threshold);
        QFETCH(double, quantile);
        if (meaning.kind != AlertMeaning::Kind::ErrorCount)
            QVERIFY2(qAbs(meaning.threshold - threshold) < 1e-6,
                     qPrintable(QString::number(meaning.threshold)));
        QVERIFY(qAbs(meaning.quantile - quantile) < 1e-9);
    }

    void endsOnHostileExpressions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("deep brackets") << QString(10000, QLatin1Char('('));
        QTest::newRow("deep minus") << QString(10000, QLatin1Char('-'));
        QTest::newRow("open text") << QStringLiteral("a{b=\"");
        QTest::newRow("open range") << QStringLiteral("a[5m");
        QTest::newRow("empty") << QString();
        QTest::newRow("long") << QString(20000, QLatin1Char('a'));
    }
    void endsOnHostileExpressions()
    {
        QFETCH(QString, text);
        QVERIFY(!parsePromQl(text));
    }
    void recordingsInACircleEnd()
    {
        const AlertMeaning meaning =
            readAlert(QStringLiteral("a > 1"), {{QStringLiteral("a"), QStringLiteral("b + b")},
                                                {QStringLiteral("b"), QStringLiteral("a")}});
        QCOMPARE(int(meaning.kind), int(AlertMeaning::Kind::Other));
    }
    void recordingsThatMultiplyEnd()
    {
        QHash<QString, QString> recordings;
        for (int level = 0; level < 8; ++level) // 20 to the eighth selectors, were each followed
            recordings.insert(QStringLiteral("r%1").arg(level),
                              QStringList(20, QStringLiteral("r%1").arg(level + 1)).join(QLatin1Char('+')));
        auto parsed = parsePromQl(QStringLiteral("r0 > 1"));
        QVERIFY(parsed);
        substituteRecordings(*parsed, recordings);
        const std::size_t nodes = nodesIn(*parsed);
        QVERIFY2(nodes > 1000 && nodes <= 4096 + 3, qPrintable(QString::number(nodes)));
    }

    void judges_data()
    {
        ruleColumns();
        const auto pass = Verdict::Pass, warn = Verdict::Warn, fail = Verdict::Fail,
                   open = Verdict::Inconclusive, none = Verdict::NotMeasured;
        const auto add = [](const char* name, const FactsByProbe& facts, Verdict verdict) {
            test::row(name, QByteArray(name).left(3).constData(), facts, verdict);
        };
        add("5.5 one percent", alerts({row("error_share", 1)}), pass);
        add("5.5 five percent", alerts({row("error_share", 5)}), warn);
        add("5.5 the better of two counts", alerts({row("error_share", 5), row("error_share", 0.5)}), pass);
        add("5.5 no Alertmanager", alerts({row("error_share", 1)}, 0), warn);
        add("5.5 absent series", alerts({row("error_share", 1, {{QStringLiteral("series"), false}})}), warn);
        add("5.5 not evaluated",
            alerts({row("error_share", 1, {{QStringLiteral("health"), QStringLiteral("err")}})}), warn);
        add("5.5 an hour's wait", alerts({row("error_share", 1, {{QStringLiteral("for_s"), 3600}})}), warn);
        add("5.5 only a count", alerts({row("error_count", 3)}), warn);
        add("5.5 not understood", alerts({row("not_understood", 0)}), open);
        add("5.5 none", alerts({}), fail);
        add("5.5 too many rules to see", alerts({}, 1, false), none);
        add("5.5 others are added up",
            alerts({row("error_share", 1, {{QStringLiteral("concerns"), QStringLiteral("mixed")}})}), warn);
        add("5.5 whose it is cannot be told",
            alerts({row("error_share", 1, {{QStringLiteral("concerns"), QStringLiteral("unclear")}})}), open);
        add("5.5 only of another service",
            alerts({row("error_share", 1, {{QStringLiteral("concerns"), QStringLiteral("others")}})}), fail);
        add("5.5 another service's beside a lax one",
            alerts({row("error_share", 1, {{QStringLiteral("concerns"), QStringLiteral("others")}}),
                    row("error_share", 5, {{QStringLiteral("concerns"), QStringLiteral("this")}})}),
            warn);
        add("5.5 written in a file", written({row("error_share", 1)}), open);
        add("5.5 written in a file, but lax", written({row("error_share", 5)}), warn);
        add("5.5 written in no file", written({}), fail);
        add("5.5 lax in one file, another unread", written({row("error_share", 5)}, false), none);
        add("5.5 in no file that could be read", written({}, false), none);
        add("5.5 written for another service",
            written({row("error_share", 1, {{QStringLiteral("concerns"), QStringLiteral("others")}})}), fail);
        add("5.6 half a second", alerts({row("quantile", 500)}), pass);
        add("5.6 a second", alerts({row("quantile", 1000)}), warn);
        add("5.6 a stricter quantile", alerts({row("quantile", 500, {{QStringLiteral("quantile"), 0.999}})}),
            pass);
        add("5.6 p95", alerts({row("quantile", 100, {{QStringLiteral("quantile"), 0.95}})}), warn);
        add("5.6 the average", alerts({row("other_latency", 100)}), warn);
        add("5.6 none", alerts({row("error_share", 1)}), fail);
    }
    void judges()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion said = judge(check, facts);
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(said.verdict) == verdict,
                 qPrintable(verdictId(said.verdict) + QStringLiteral(": ") + said.summary.text()));
    }

    void readsARealPrometheus_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("selector");
        QTest::addColumn<bool>("alertmanager");
        QTest::addColumn<QString>("errors");
        QTest::addColumn<QString>("latency");
        const QByteArray share = alert("sum(rate(prometheus_http_requests_total{code=~\"5..\"}[1m])) / "
                                       "sum(rate(prometheus_http_requests_total[1m])) > 0.01");
        const QByteArray p99 = alert(
            "histogram_quantile(0.99, rate(prometheus_http_request_duration_seconds_bucket[1m])) > 0.5");
        const QByteArray recorded =
            "  - record: job:e:r\n    expr: 'rate(prometheus_http_requests_total{code=~\"5..\"}[1m]) / "
            "rate(prometheus_http_requests_total[1m])'\n";
        const QString self = QStringLiteral("job=\"self\"");
        const auto expect = [](const char* name, const QByteArray& rules, const QString& selector,
                               bool manager, const char* errors, const char* latency) {
            QTest::newRow(name) << rules << selector << manager << QString::fromLatin1(errors)
                                << QString::fromLatin1(latency);
        };
        expect("both", share + p99, {}, true, "pass", "pass");
        expect("no Alertmanager", share + p99, {}, false, "warn", "warn");
        expect("through a recording rule", recorded + alert("job:e:r > 0.01"), {}, true, "pass", "fail");
        expect("series that nobody has",
               alert("sum(rate(no_such_errors_total[1m])) / sum(rate(no_such_total[1m])) > 0.01"), {}, true,
               "warn", "fail");
        expect("none", alert("up == 0"), {}, true, "fail", "fail");
        expect("by job, for one of them",
               alert("sum by (job) (rate(prometheus_http_requests_total{code=~\"5..\"}[1m])) / "
                     "sum by (job) (rate(prometheus_http_requests_total[1m])) > 0.01") +
                   p99,
               self, true, "pass", "pass");
        expect("all jobs added up", share, self, true, "warn", "fail");
        expect("for another job",
               alert("sum(rate(prometheus_http_requests_total{code=~\"5..\",job=\"twin\"}[1m])) / "
                     "sum(rate(prometheus_http_requests_total{job=\"twin\"}[1m])) > 0.01"),
               self, true, "fail", "fail");
        expect("for another job through a recording rule", recorded + alert("job:e:r{job=\"twin\"} > 0.01"),
               self, true, "fail", "fail");
        expect("for this job through a recording rule", recorded + alert("job:e:r{job=\"self\"} > 0.01"),
               self, true, "pass", "fail");
        expect("a selector that finds nothing", share + p99, QStringLiteral("{job=\"shop\"}"), true,
               "not-measured", "not-measured");
        expect("a selector that Prometheus refuses", share + p99, QStringLiteral("job=~\".*\""), true,
               "not-measured", "not-measured");
    }
    void readsARealPrometheus()
    {
        if (const QString reason = PrivatePrometheus::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QFETCH(QByteArray, rules);
        QFETCH(bool, alertmanager);
        QFETCH(QString, errors);
        QFETCH(QString, latency);
        PrivatePrometheus prometheus(rules, alertmanager);
        QVERIFY2(prometheus.start(), qPrintable(prometheus.log()));
        HttpWorld world;
        world.target.profile.prometheusUrl = prometheus.url();
        QFETCH(QString, selector);
        world.target.profile.prometheusSelector = selector;
        const auto verdicts = [&] {
            const auto facts = AlertsProbe().run(world.target, *world.where);
            return facts ? verdictId(judge(QStringLiteral("5.5"), only(*facts)).verdict) + QLatin1Char(' ') +
                               verdictId(judge(QStringLiteral("5.6"), only(*facts)).verdict)
                         : facts.error().message;
        };
        // It scrapes itself a second after the start, and evaluates a second later.
        QTRY_COMPARE_WITH_TIMEOUT(verdicts(), errors + QLatin1Char(' ') + latency, 30'000);
        const QVector<DoctorReport> reports = examinePrometheus(world.target, *world.where);
        QCOMPARE(reports.first().steps.first().state, StepState::Ok);
    }

    void readsRuleFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("words");
        const auto expect = [](const char* name, const QByteArray& text, const char* verdict,
                               const char* words, const char* selector = "") {
            QTest::newRow(name) << text << QString::fromLatin1(selector) << QString::fromLatin1(verdict)
                                << QString::fromLatin1(words);
        };
        const QByteArray group = "groups:\n- name: g\n  rules:\n";
        const QByteArray share = alert("sum(rate(x_total{code=~\"5..\",job=\"shop\"}[5m])) / "
                                       "sum(rate(x_total{job=\"shop\"}[5m])) > 0.01");
        expect("the alert", group + share, "inconclusive", "rules.yml");
        expect("through a recording rule, over lines",
               group +
                   "  - record: job:e:r\n    expr: |\n      sum(rate(x_total{code=~\"5..\"}[5m]))\n        / "
                   "sum(rate(x_total[5m]))\n" +
                   alert("job:e:r > 0.01", "    for: 5m\n"),
               "inconclusive", "rules.yml");
        expect(
            "the operator's resource",
            "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - name: g\n    "
            "rules:\n    - {alert: A, expr: 'rate(x_errors_total[5m]) / rate(x_total[5m]) > 0.01'}\n",
            "inconclusive", "rules.yml");
        expect("an hour's wait",
               group + alert("rate(x_errors_total[5m]) / rate(x_total[5m]) > 0.01", "    for: 1h\n"), "warn",
               "15 minutes");
        expect("a lax one", group + alert("rate(x_errors_total[5m]) / rate(x_total[5m]) > 0.05"), "warn",
               "not from a running Prometheus");
        expect("none", group + alert("up == 0"), "fail", "No alert rule");
        expect("of this job", group + share, "inconclusive", "rules.yml", "job=\"shop\"");
        expect("of another job", group + share, "fail", "watch other services", "job=\"till\"");
        expect("no groups", "rules: []\n", "not-measured", "rule files");
        expect("a rule without an expression", group + "  - alert: A\n", "not-measured", "rule files");
        expect("a wait that is none",
               group + alert("rate(x_errors_total[5m]) / rate(x_total[5m]) > 0.01", "    for: soon\n"),
               "not-measured", "rule files");
        expect("an alias", "groups: &a\n- name: g\n  rules: *a\n", "not-measured", "rule files");
        expect("no YAML", "groups: [", "not-measured", "rule files");
        expect("too deep", QByteArray(2000, '['), "not-measured", "rule files");
        expect("too long", group + share + QByteArray(1024 * 1024, '#'), "not-measured", "rule files");
        expect("empty", {}, "not-measured", "rule files");
    }
    void readsRuleFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, selector);
        QFETCH(QString, words);
        ServerDir dir(QStringLiteral("rules"));
        QVERIFY(dir.write(QStringLiteral("rules.yml"), text));
        HttpWorld world;
        world.target.profile.prometheusRules = {dir.filePath(QStringLiteral("rules.yml"))};
        world.target.profile.prometheusSelector = selector;
        const auto facts = AlertsProbe().run(world.target, *world.where);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const Suggestion said = judge(QStringLiteral("5.5"), only(*facts));
        QVERIFY2(said.summary.text().contains(words), qPrintable(said.summary.text()));
        QTEST(verdictId(said.verdict), "verdict");
        // nothing of a file makes a mark by itself
        QVERIFY(said.confidence == Confidence::Assisted || said.verdict == Verdict::NotMeasured);
        QVERIFY(!jsonOf(*facts).contains(dir.path()));
    }
    void aRuleFileThatIsNoFileIsNotWaitedFor()
    {
        for (const char* path : {"/dev/zero", "/", "/no/such/file"}) {
            HttpWorld world;
            world.target.profile.prometheusRules = {QString::fromLatin1(path)};
            const auto facts = AlertsProbe().run(world.target, *world.where);
            QVERIFY2(facts && !facts->complete, path);
            QCOMPARE(judge(QStringLiteral("5.6"), only(*facts)).verdict, Verdict::NotMeasured);
            QCOMPARE(examinePrometheus(world.target, *world.where).first().steps.first().state,
                     StepState::Failed);
        }
    }
    void filesAreReadWhereNobodyAnswers()
    {
        ServerDir dir(QStringLiteral("rules"));
        HttpWorld world;
        world.target.profile.prometheusUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(freePort()));
        QVERIFY(!AlertsProbe().run(world.target, *world.where)); // nothing else is named
        QVERIFY(dir.write(QStringLiteral("rules.yml"),
                          "groups:\n- name: g\n  rules:\n" +
                              alert("histogram_quantile(0.99, rate(a_duration_seconds_bucket[5m])) > 0.5")));
        world.target.profile.prometheusRules = {dir.filePath(QStringLiteral("rules.yml"))};
        const auto facts = AlertsProbe().run(world.target, *world.where);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const Suggestion said = judge(QStringLiteral("5.6"), only(*facts));
        QCOMPARE(said.verdict, Verdict::Inconclusive);
        QVERIFY2(said.settle.text().contains(QStringLiteral("answer")), qPrintable(said.settle.text()));
        QCOMPARE(examinePrometheus(world.target, *world.where).size(), 2);
    }
    void aSelectorThatCannotBeReadIsRefused()
    {
        HttpWorld world;
        world.target.profile.prometheusUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(freePort()));
        for (const char* selector : {"job=shop", "up", "{}", "job=\"a\"} or {b=\"c\""}) {
            world.target.profile.prometheusSelector = QString::fromLatin1(selector);
            const auto facts = AlertsProbe().run(world.target, *world.where);
            QVERIFY2(!facts && facts.error().code == ErrorCode::Usage, selector);
        }
    }
    void durationsOfPrometheusAreRead()
    {
        QCOMPARE(promDuration(QStringLiteral("1h30m")), 5400.0);
        QCOMPARE(promDuration(QStringLiteral("500ms")), 0.5);
        QCOMPARE(promDuration(QStringLiteral("1d")), 86400.0);
        QCOMPARE(promDuration(QStringLiteral("0")), 0.0);
        for (const char* text : {"", "5", "m", "5 m", "-5m", "5mm"})
            QVERIFY2(std::isnan(promDuration(QString::fromLatin1(text))), text);
    }

    void saysWhatIsNoPrometheus_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("a web page") << reply(200, "<html>") << int(ErrorCode::Protocol);
        QTest::newRow("a login") << reply(401) << int(ErrorCode::Auth);
        QTest::newRow("not found") << reply(404, "404 page not found") << int(ErrorCode::Protocol);
        QTest::newRow("an error of its own")
            << jsonReply("{\"status\":\"error\",\"error\":\"x\"}") << int(ErrorCode::Protocol);
    }
    void saysWhatIsNoPrometheus()
    {
        QFETCH(QByteArray, answer);
        HttpPeer peer(always(answer));
        HttpWorld world;
        world.target.profile.prometheusUrl = QUrl(peer.url());
        const auto facts = AlertsProbe().run(world.target, *world.where);
        QVERIFY(!facts);
        QTEST(int(facts.error().code), "code");
        QCOMPARE(examinePrometheus(world.target, *world.where).first().steps.first().state,
                 StepState::Failed);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
