#include "tests/core/rule_table.h"

using namespace awb;
using namespace awb::test;

namespace
{

using Change = QJsonObject;

QJsonObject over(QJsonObject base, const QJsonObject& changes)
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
        base.insert(it.key(), it.value());
    return base;
}

QJsonObject rows(const char* name, const QVector<QJsonObject>& list, QJsonObject details = {})
{
    QJsonArray array;
    for (const QJsonObject& row : list)
        array.append(row);
    details.insert(QLatin1String(name), array);
    return details;
}

// ---- 6.9
QJsonObject answer(const QJsonObject& changes = {})
{
    return over({{QStringLiteral("url"), QStringLiteral("GET /x")},
                 {QStringLiteral("kind"), QStringLiteral("success")},
                 {QStringLiteral("status"), 200},
                 {QStringLiteral("hsts"), QStringLiteral("ok")},
                 {QStringLiteral("hsts_age"), 31536000},
                 {QStringLiteral("nosniff"), true},
                 {QStringLiteral("framing"), true}},
                changes);
}
const QJsonObject isError{{QStringLiteral("kind"), QStringLiteral("error")}, {QStringLiteral("status"), 404}};

FactsByProbe headers(const QVector<QJsonObject>& answers,
                     const QJsonObject& details = {{QStringLiteral("https"), true}}, bool complete = true)
{
    return only(factsOf("http.headers", {{"answers", double(answers.size())}},
                        rows("answers", answers, details), complete));
}

// ---- 6.8
QJsonObject told(const char* kind, const QJsonObject& changes = {})
{
    return over({{QStringLiteral("endpoint"), QStringLiteral("GET /x")},
                 {QStringLiteral("kind"), QLatin1String(kind)},
                 {QStringLiteral("origin"), QStringLiteral("https://evil.example")},
                 {QStringLiteral("value"), QStringLiteral("")},
                 {QStringLiteral("status"), 200}},
                changes);
}
const QJsonObject echoed{{QStringLiteral("allowed"), true},
                         {QStringLiteral("value"), QStringLiteral("https://evil.example")},
                         {QStringLiteral("vary"), true}};
const QJsonObject star{{QStringLiteral("allowed"), true},
                       {QStringLiteral("star"), true},
                       {QStringLiteral("value"), QStringLiteral("*")}};

FactsByProbe origins(const QVector<QJsonObject>& list, double answered = 1)
{
    return only(factsOf("http.cors", {{"violations", 0}, {"answered", answered}}, rows("origins", list),
                        answered > 0));
}

// ---- 6.1
QJsonObject endpoint(const char* state)
{
    return {{QStringLiteral("endpoint"), QStringLiteral("GET /") + QLatin1String(state)},
            {QStringLiteral("state"), QLatin1String(state)}};
}
// A read that was asked with a credential and without; `with` < 0: there was none.
QJsonObject asked(int with, int without)
{
    QJsonObject row{{QStringLiteral("endpoint"), QStringLiteral("GET /x")},
                    {QStringLiteral("state"), QStringLiteral("guarded")},
                    {QStringLiteral("without"), without}};
    if (with >= 0)
        row.insert(QStringLiteral("baseline"), with);
    return row;
}
FactsByProbe walled(const QVector<QJsonObject>& list, bool credential, double baselines)
{
    return only(factsOf("http.authentication",
                        {{"endpoints", double(list.size())}, {"unknown", 0}, {"baselines", baselines}},
                        rows("endpoints", list, {{QStringLiteral("credential"), credential}})));
}
FactsByProbe access(const QVector<QJsonObject>& list, double secured, double unknown = 0,
                    bool complete = true)
{
    return only(factsOf("http.authentication", {{"endpoints", secured}, {"unknown", unknown}},
                        rows("endpoints", list), complete));
}

// ---- 7.5
QJsonObject health(const char* path, const char* kind, const QJsonObject& changes = {})
{
    return over({{QStringLiteral("path"), QLatin1String(path)},
                 {QStringLiteral("kind"), QLatin1String(kind)},
                 {QStringLiteral("status"), 200},
                 {QStringLiteral("ms"), 3},
                 {QStringLiteral("sha256"), QLatin1String(path)}},
                changes);
}
FactsByProbe healthy(const QVector<QJsonObject>& list, bool complete = true, const QJsonArray& discarded = {})
{
    return only(factsOf("http.health", {{"endpoints", 2}},
                        rows("found", list, {{QStringLiteral("discarded"), discarded}}), complete));
}

// ---- 8.7, 8.8
QJsonObject list(const char* paging, const char* clamp, const QJsonObject& changes = {})
{
    return over({{QStringLiteral("endpoint"), QStringLiteral("GET /users")},
                 {QStringLiteral("items"), 20},
                 {QStringLiteral("one"), 1},
                 {QStringLiteral("many"), 100},
                 {QStringLiteral("paging"), QLatin1String(paging)},
                 {QStringLiteral("clamp"), QLatin1String(clamp)}},
                changes);
}
FactsByProbe lists(const QVector<QJsonObject>& all, double largest = 5000, bool complete = true)
{
    return only(factsOf("http.lists", {{"lists", double(all.size())}, {"largest", largest}},
                        rows("lists", all), complete));
}

} // namespace

class HttpRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        ruleColumns();
        const auto pass = Verdict::Pass, warn = Verdict::Warn, fail = Verdict::Fail,
                   open = Verdict::Inconclusive, none = Verdict::NotMeasured;
        row("6.9 all headers, errors included", "6.9", headers({answer(), answer(isError)}), pass);
        row("6.9 an error without nosniff", "6.9",
            headers({answer(), answer(over(isError, {{QStringLiteral("nosniff"), false}}))}), warn);
        row("6.9 HSTS nowhere", "6.9",
            headers({answer({{QStringLiteral("hsts"), QStringLiteral("missing")}}),
                     answer(over(isError, {{QStringLiteral("hsts"), QStringLiteral("missing")}}))}),
            fail);
        row("6.9 HSTS too short", "6.9",
            headers({answer({{QStringLiteral("hsts"), QStringLiteral("short")}}), answer(isError)}), warn);
        row("6.9 HSTS younger than the policy", "6.9",
            headers({answer({{QStringLiteral("hsts_age"), 100}}), answer(isError)}), warn);
        row("6.9 neither nosniff nor framing", "6.9",
            headers({answer({{QStringLiteral("nosniff"), false}, {QStringLiteral("framing"), false}}),
                     answer(over(isError,
                                 {{QStringLiteral("nosniff"), false}, {QStringLiteral("framing"), false}}))}),
            fail);
        row("6.9 plain HTTP can at best be a warning", "6.9",
            headers({answer({{QStringLiteral("hsts"), QStringLiteral("unmeasured")}}),
                     answer(over(isError, {{QStringLiteral("hsts"), QStringLiteral("unmeasured")}}))},
                    {{QStringLiteral("https"), false}}),
            warn);
        row("6.9 plain HTTP without the others", "6.9",
            headers({answer({{QStringLiteral("hsts"), QStringLiteral("unmeasured")},
                             {QStringLiteral("nosniff"), false},
                             {QStringLiteral("framing"), false}})},
                    {{QStringLiteral("https"), false}}),
            fail);
        row("6.9 an address keeps no HSTS", "6.9",
            headers({answer({{QStringLiteral("hsts"), QStringLiteral("unmeasured")}}), answer(isError)}),
            open);
        row("6.9 a pin is a warning", "6.9",
            headers({answer(), answer(isError)},
                    {{QStringLiteral("https"), true}, {QStringLiteral("pinned"), true}}),
            warn);
        const auto overPlain = [&](const char* state, const QVector<QJsonObject>& all) {
            return headers(all,
                           {{QStringLiteral("https"), true},
                            {QStringLiteral("plain"),
                             QJsonArray{QJsonObject{{QStringLiteral("url"), QStringLiteral("GET http://x/")},
                                                    {QStringLiteral("status"), 200},
                                                    {QStringLiteral("location"), QStringLiteral("http://y/")},
                                                    {QStringLiteral("state"), QLatin1String(state)}}}}});
        };
        const QVector<QJsonObject> good{answer(), answer(isError)};
        row("6.9 plain HTTP redirects", "6.9", overPlain("redirects", good), pass);
        row("6.9 nobody answers plain HTTP", "6.9", overPlain("silent", good), pass);
        row("6.9 plain HTTP is refused", "6.9", overPlain("refused", good), pass);
        row("6.9 plain HTTP is served", "6.9", overPlain("served", good), warn, pass);
        row("6.9 plain HTTP leads elsewhere", "6.9", overPlain("elsewhere", good), warn, pass);
        row("6.9 plain HTTP fails", "6.9", overPlain("unclear", good), open, pass);
        row("6.9 plain HTTP is served, no error was seen", "6.9", overPlain("served", {answer()}), warn,
            open);
        row("6.9 plain HTTP redirects, headers are missing", "6.9",
            overPlain("redirects", {answer({{QStringLiteral("nosniff"), false}}), answer(isError)}), warn);
        row("6.9 only errors were seen", "6.9", headers({answer(isError)}), open);
        row("6.9 a redirect is no success", "6.9",
            headers({answer({{QStringLiteral("kind"), QStringLiteral("redirect")}}), answer(isError)}), open);
        row("6.9 no error was seen", "6.9", headers({answer()}), open);
        row("6.9 no answer", "6.9", headers({}, {}, false), none);
        row("6.9 not everything answered", "6.9",
            headers({answer(), answer(isError)}, {{QStringLiteral("https"), true}}, false), none);

        row("6.8 no CORS header at all", "6.8", origins({told("none"), told("foreign"), told("null")}), pass);
        row("6.8 an allow list", "6.8",
            origins({told("foreign"), told("allowed", {{QStringLiteral("allowed"), true},
                                                       {QStringLiteral("value"), QStringLiteral("https://a")},
                                                       {QStringLiteral("vary"), true}})}),
            pass);
        row("6.8 reflects with credentials", "6.8",
            origins({told("foreign", over(echoed, {{QStringLiteral("credentials"), true}}))}), fail);
        row("6.8 reflects without credentials", "6.8", origins({told("foreign", echoed)}), fail);
        row("6.8 null with credentials", "6.8",
            origins({told("null", over(echoed, {{QStringLiteral("credentials"), true}}))}), fail);
        row("6.8 star on what is not public", "6.8", origins({told("foreign", star)}), fail);
        row("6.8 star on a public endpoint", "6.8",
            origins({told("foreign", over(star, {{QStringLiteral("public"), true}}))}), warn, fail);
        row("6.8 star with credentials", "6.8",
            origins({told("foreign", over(star, {{QStringLiteral("public"), true},
                                                 {QStringLiteral("credentials"), true}}))}),
            warn, fail);
        row("6.8 a hole by suffix", "6.8", origins({told("suffix", echoed)}), warn);
        row("6.8 its own host over http", "6.8", origins({told("http", echoed)}), warn);
        row("6.8 two origins in one answer", "6.8",
            origins({told("allowed", {{QStringLiteral("invalid"), true}})}), warn);
        row("6.8 no Vary", "6.8",
            origins({told("none"), told("allowed", over(echoed, {{QStringLiteral("vary"), false}}))}), warn);
        row("6.8 one fixed origin for everybody needs no Vary", "6.8",
            origins({told("none", {{QStringLiteral("value"), QStringLiteral("https://a")}}),
                     told("foreign", {{QStringLiteral("value"), QStringLiteral("https://a")}}),
                     told("allowed", {{QStringLiteral("value"), QStringLiteral("https://a")},
                                      {QStringLiteral("allowed"), true}})}),
            pass);
        row("6.8 401 everywhere", "6.8", origins({told("foreign")}, 0), none);
        row("6.8 reflects even on a 401", "6.8", origins({told("foreign", echoed)}, 0), fail);
        row("6.8 nothing to ask", "6.8", origins({}, 0), none);

        row("6.1 all guarded", "6.1",
            access({endpoint("guarded"), endpoint("hidden"), endpoint("public")}, 2), pass);
        row("6.1 one open", "6.1", access({endpoint("guarded"), endpoint("open")}, 2), fail);
        row("6.1 one open in what could be seen", "6.1", access({endpoint("open")}, 1, 0, false), fail);
        row("6.1 a cache replays a private answer", "6.1", access({endpoint("cached")}, 1), fail);
        row("6.1 a forged credential is accepted", "6.1", access({endpoint("forged")}, 1), fail);
        row("6.1 success with another body", "6.1", access({endpoint("guarded"), endpoint("soft")}, 2), warn);
        row("6.1 some unknown", "6.1", access({endpoint("guarded"), endpoint("unknown")}, 2, 1), open);
        row("6.1 the page of every unknown path", "6.1",
            access({endpoint("guarded"), endpoint("unserved")}, 2, 1), open);
        row("6.1 a credential that opens one", "6.1", walled({asked(200, 401), asked(403, 401)}, true, 1),
            pass);
        row("6.1 a credential that opens nothing", "6.1", walled({asked(401, 401)}, true, 0), open);
        row("6.1 no credential, and 401", "6.1", walled({asked(-1, 401), asked(-1, 403)}, false, 0), pass);
        row("6.1 no credential, and 403 everywhere", "6.1", walled({asked(-1, 403)}, false, 0), open);
        row("6.1 everything is public", "6.1", access({endpoint("public")}, 0), open);
        row("6.1 no endpoint", "6.1", access({}, 0, 0, false), none);
        row("6.1 guarded, but not described", "6.1", access({endpoint("guarded")}, 1, 0, false), none);

        const QJsonObject checks{{QStringLiteral("dependencies"), true}};
        const QJsonObject live = health("/health/live", "live"),
                          ready = health("/health/ready", "ready", checks);
        row("7.5 readiness in other words only", "7.5", healthy({live, health("/health/ready", "ready")}),
            open, pass);
        row("7.5 other names in other words only", "7.5",
            healthy({health("/livez", "live"), health("/readyz", "ready")}), open, warn);
        row("7.5 both by the checklist's names", "7.5", healthy({live, ready}), pass);
        row("7.5 both by other names", "7.5",
            healthy({health("/livez", "live"), health("/readyz", "ready", checks)}), pass, warn);
        row("7.5 readiness says 503: it exists", "7.5",
            healthy({live, health("/health/ready", "ready", {{QStringLiteral("status"), 503}})}), pass);
        row("7.5 liveness says 503", "7.5",
            healthy({health("/health/live", "live", {{QStringLiteral("status"), 503}}), ready}), warn);
        row("7.5 slow", "7.5",
            healthy({live, health("/health/ready", "ready", {{QStringLiteral("ms"), 1500}})}), warn);
        row("7.5 guarded", "7.5",
            healthy({live, health("/health/ready", "ready",
                                  {{QStringLiteral("guarded"), true}, {QStringLiteral("status"), 401}})}),
            warn);
        row("7.5 tells details", "7.5",
            healthy({live, health("/health/ready", "ready", {{QStringLiteral("leaks"), true}})}), warn);
        const QJsonObject twin{{QStringLiteral("sha256"), QStringLiteral("same")}};
        row("7.5 twins", "7.5", healthy({over(live, twin), health("/health/ready", "ready", twin)}), warn);
        const QJsonObject named{{QStringLiteral("sha256"), QStringLiteral("same")},
                                {QStringLiteral("named"), true}};
        row("7.5 twins that the profile names", "7.5", healthy({over(live, named), over(ready, named)}),
            pass);
        const QJsonObject both = over(
            live, {{QStringLiteral("path"), QStringLiteral("/healthz")}, {QStringLiteral("named"), true}});
        row("7.5 one path named for both", "7.5",
            healthy({both, over(both, {{QStringLiteral("kind"), QStringLiteral("ready")}})}), warn);
        row("7.5 behind a wall", "7.5",
            only(factsOf("http.health", {{"endpoints", 0}},
                         {{QStringLiteral("found"), QJsonArray()},
                          {QStringLiteral("discarded"), QJsonArray{QStringLiteral("/health/live")}},
                          {QStringLiteral("walled"), true}})),
            open);
        row("7.5 only one combined", "7.5", healthy({health("/health", "combined")}), warn);
        row("7.5 only liveness", "7.5", healthy({live}), warn);
        row("7.5 none", "7.5", healthy({}), fail);
        row("7.5 a single-page app", "7.5", healthy({}, true, {QStringLiteral("/health/live")}), fail);
        row("7.5 no answer", "7.5", healthy({}, false), none);

        const auto rates = [](const QVector<const char*>& states, int burst) {
            QVector<QJsonObject> all;
            for (const char* state : states)
                all.append(endpoint(state));
            return only(factsOf("http.rate_limits", {{"endpoints", double(all.size())}},
                                rows("endpoints", all, {{QStringLiteral("burst"), burst}}), !all.isEmpty()));
        };
        row("6.3 limits everywhere", "6.3", rates({"limited", "policy"}, 20), pass);
        const auto tried = [&](const QVector<const char*>& states, int burst, const char* at,
                               const QStringList& untried = {}) {
            FactsByProbe facts = rates(states, burst);
            facts.first().details.insert(QStringLiteral("burst_at"),
                                         QStringLiteral("GET /") + QLatin1String(at));
            facts.first().details.insert(QStringLiteral("untried"), QJsonArray::fromStringList(untried));
            return facts;
        };
        row("6.3 the burst met one, another shows none", "6.3", tried({"limited", "none"}, 20, "limited"),
            open);
        row("6.3 the burst met none", "6.3", tried({"none", "policy"}, 120, "none"), open);
        row("6.3 limits at all that were tried", "6.3",
            tried({"limited", "policy"}, 20, "limited", {QStringLiteral("POST /signup")}), open);
        row("6.3 headers that stand still", "6.3", rates({"policy", "constant"}, 0), warn);
        row("6.3 none met by the burst", "6.3", rates({"none", "policy"}, 120), open);
        row("6.3 503 in the burst", "6.3", rates({"unclear", "policy"}, 14), open);
        row("6.3 none, and no burst", "6.3", rates({"none"}, 0), none);
        row("6.3 nothing is public", "6.3", rates({}, 0), none);
        const auto limits = [](const QVector<const char*>& states, bool complete = true) {
            QVector<QJsonObject> all;
            for (const char* state : states)
                all.append(endpoint(state));
            return only(factsOf("http.body_limit", {{"endpoints", double(all.size())}},
                                rows("endpoints", all), complete));
        };
        row("1.6 limited with 413", "1.6", limits({"limited"}), pass);
        row("1.6 one without a limit", "1.6", limits({"limited", "unlimited"}), fail);
        row("1.6 closes the connection", "1.6", limits({"closed"}), warn);
        row("1.6 another status than 413", "1.6", limits({"limited", "otherwise"}), warn);
        row("1.6 chunks are not limited", "1.6", limits({"limited", "length"}), warn);
        row("1.6 only a huge body is refused", "1.6", limits({"limited", "high"}), warn, pass);
        row("1.6 an announced body is refused, no more is known", "1.6", limits({"limited", "announced"}),
            open, pass);
        row("1.6 a huge limit beside an unknown one", "1.6", limits({"announced", "unknown"}, false), none);
        row("1.6 refused before the body", "1.6", limits({"unknown"}, false), none);
        row("1.6 nothing is ticked", "1.6", limits({}, false), none);
        const auto ids = [](const QVector<QJsonObject>& all, bool complete = true) {
            return only(factsOf("http.request_ids", {{"answers", double(all.size())}}, rows("answers", all),
                                complete));
        };
        const QJsonObject echoes{{QStringLiteral("echoed"), true}},
            makes{{QStringLiteral("generated"), true}};
        row("5.4 ids everywhere are one hop", "5.4", ids({echoes, makes}), warn);
        row("5.4 none on errors", "5.4", ids({echoes, QJsonObject()}), warn);
        row("5.4 hostile ids come back", "5.4",
            ids({over(echoes, {{QStringLiteral("hostile"), QStringLiteral("raw")}})}), warn);
        row("5.4 none", "5.4", ids({QJsonObject(), QJsonObject()}), fail);
        row("5.4 nothing to ask", "5.4", ids({}, false), none);

        row("8.7 honoured", "8.7", lists({list("honoured", "proven")}), pass);
        row("8.7 whole lists", "8.7", lists({list("honoured", "proven"), list("none", "unknown")}), fail);
        row("8.7 declared and ignored", "8.7", lists({list("ignored", "unknown")}), warn);
        row("8.7 any number for the asking", "8.7", lists({list("honoured", "none")}), warn);
        row("8.7 thousands by default", "8.7",
            lists({list("honoured", "proven", {{QStringLiteral("items"), 1500}})}), warn);
        row("8.7 too few rows", "8.7", lists({list("unknown", "unknown")}), open);
        row("8.7 no list", "8.7", lists({}), open);
        row("8.7 no description", "8.7", lists({}, 0, false), none);
        row("8.7 honoured, but not all was seen", "8.7", lists({list("honoured", "proven")}, 5000, false),
            none);

        row("8.8 bounded", "8.8", lists({list("honoured", "proven")}), pass);
        row("8.8 ten thousand items", "8.8",
            lists({list("honoured", "none", {{QStringLiteral("many"), 10000}})}), fail);
        row("8.8 six megabytes", "8.8", lists({list("honoured", "proven")}, 6e6), fail);
        row("8.8 two megabytes", "8.8", lists({list("honoured", "proven")}, 2e6), warn);
        row("8.8 thousands without a bound", "8.8",
            lists({list("honoured", "none", {{QStringLiteral("many"), 5000}})}), warn);
        row("8.8 too few rows to tell", "8.8", lists({list("honoured", "unknown")}), open);
        row("8.8 nothing was asked", "8.8", lists({}, 0, false), none);
    }
    void judges()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        const QString said = suggestion.summary.text();
        QVERIFY(!said.isEmpty());
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict,
                 qPrintable(verdictId(suggestion.verdict) + QStringLiteral(": ") + said));
        QTEST(verdictId(suggestion.byLetter), "letter");
        if (suggestion.verdict == Verdict::Inconclusive)
            QVERIFY(!suggestion.settle.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HttpRulesTest)
#include "tst_rules_http.moc"
