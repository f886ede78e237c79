#include "core/probe/redis/key_report.h"

#include "core/probe/chart_limits.h"
#include "core/probe/fact_building.h"
#include "core/probe/redis/counting_intervals.h"
#include "core/probe/redis/key_pattern.h"
#include "core/target/target_profile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype maxRows = 200;
constexpr qsizetype maxBars = 12;
constexpr qsizetype maxRemedies = 5;
constexpr double leastShareOfAll = 0.9;
const QStringList ttlChecks{QStringLiteral("3.2")};
const QStringList nameChecks{QStringLiteral("3.5")};

double percentOf(qint64 part, qint64 whole)
{
    return whole > 0 ? 100 * static_cast<double>(part) / static_cast<double>(whole)
                     : std::numeric_limits<double>::quiet_NaN();
}

Measurement share(const char* name, qint64 part, qint64 whole, const QStringList& checks)
{
    if (whole <= 0)
        return measurement(name, std::numeric_limits<double>::quiet_NaN(), "percent", checks);
    const CountInterval range = shareInterval(static_cast<double>(part), static_cast<double>(whole));
    return estimate(name, percentOf(part, whole), "percent", whole, 100 * range.low, 100 * range.high,
                    checks);
}

Measurement exact(const char* name, qint64 value, const char* unit, const QStringList& checks = {})
{
    return measurement(name, static_cast<double>(value), unit, checks);
}

QJsonObject typeCounts(const QMap<QByteArray, qint64>& types)
{
    QJsonObject object;
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        object.insert(QString::fromLatin1(it.key()), it.value());
    return object;
}

QString typeText(const QMap<QByteArray, qint64>& types)
{
    QStringList words;
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        words << QStringLiteral("%1: %2").arg(QString::fromLatin1(it.key())).arg(it.value());
    return words.join(QStringLiteral(", "));
}

QJsonArray pairs(const QVector<QPair<QByteArray, QByteArray>>& list)
{
    QJsonArray array;
    for (const auto& [first, second] : list)
        array.append(QJsonArray{patternText(first), patternText(second)});
    return array;
}

PatternCount totalOf(const QVector<PatternCount>& patterns)
{
    PatternCount sum;
    for (const PatternCount& pattern : patterns)
        sum.add(pattern);
    return sum;
}

void measure(Facts& facts, const KeySample& sample, const PatternCount& sum, const Collisions& collisions)
{
    const qint64 without = sample.keysTotal - sample.expiresTotal;
    Measurement with = exact("with_ttl", 0, "percent", ttlChecks);
    with.value = percentOf(sample.expiresTotal, sample.keysTotal);
    with.n = sample.keysTotal;
    if (with.isKnown()) {
        with.low = with.high = with.value;
        with.level = 1.0;
    }
    facts.measured << exact("keys_total", sample.keysTotal, "keys")
                   << exact("keys_without_ttl", without, "keys", ttlChecks) << with
                   << exact("sampled", sum.keys, "keys")
                   << share("without_ttl_share", sum.withoutTtl, sum.keys, ttlChecks)
                   << exact("cache_without_ttl", sum.cacheWithoutTtl, "keys", ttlChecks)
                   << exact("open_without_ttl", sum.openWithoutTtl, "keys", ttlChecks)
                   << exact("not_cache", sum.notCache, "keys", ttlChecks)
                   << exact("long_ttl", sum.ttl.back(), "keys", ttlChecks)
                   << exact("unreadable", sample.unreadable, "keys")
                   << exact("vanished", sample.census.vanished(), "keys")
                   << exact("bare_keys", collisions.bareKeys, "keys", nameChecks)
                   << exact("own_lookups", sample.ownLookups, "count");
}

void addDetails(Facts& facts, const KeySample& sample, const PatternCount& sum, const Collisions& collisions)
{
    const KeyClasses& classes = sample.census.classes();
    QJsonArray mixed;
    for (const Collisions::Mixed& one : collisions.mixed)
        mixed.append(QJsonObject{{QStringLiteral("pattern"), patternText(one.pattern)},
                                 {QStringLiteral("keys"), one.keys},
                                 {QStringLiteral("types"), typeCounts(one.types)}});
    // Keys may expire while we look, but a SCAN that ends after a fraction of them is some proxy's, not the
    // server's.
    const bool most =
        static_cast<double>(sample.looked) >= leastShareOfAll * static_cast<double>(sample.keysTotal);
    facts.details.insert(QStringLiteral("full_scan"),
                         sample.everyKey && most && !sample.stopped && sample.problem.isEmpty());
    facts.details.insert(QStringLiteral("keyspace_known"), sample.keyspaceKnown);
    facts.details.insert(QStringLiteral("classified"), classes.isClassified() || !classes.prefixes.isEmpty());
    facts.details.insert(QStringLiteral("mixed"), mixed);
    facts.details.insert(QStringLiteral("twins"), pairs(collisions.twins));
    facts.details.insert(QStringLiteral("literals"), pairs(collisions.literals));
    facts.details.insert(QStringLiteral("table_given"), !classes.prefixes.isEmpty());
    facts.details.insert(QStringLiteral("table_problem"), tableProblem(classes));
    facts.details.insert(QStringLiteral("unlisted"), sum.unlisted);
}

Table patternTable(const QVector<PatternCount>& patterns, qint64 keys)
{
    Table table;
    table.id = QStringLiteral("patterns");
    table.title = QT_TRANSLATE_NOOP("awb", "Key patterns in the sample");
    table.columns = {column("pattern", QT_TRANSLATE_NOOP("awb", "Pattern"), "", 1, true),
                     column("keys", QT_TRANSLATE_NOOP("awb", "Keys"), "keys"),
                     column("share", QT_TRANSLATE_NOOP("awb", "Share"), "percent"),
                     column("share_low", QT_TRANSLATE_NOOP("awb", "from"), "percent", 2),
                     column("share_high", QT_TRANSLATE_NOOP("awb", "to"), "percent", 2),
                     column("without_ttl", QT_TRANSLATE_NOOP("awb", "Without TTL"), "keys"),
                     column("without_low", QT_TRANSLATE_NOOP("awb", "Without TTL, from"), "percent", 2),
                     column("without_high", QT_TRANSLATE_NOOP("awb", "Without TTL, to"), "percent", 2),
                     column("long_ttl", QT_TRANSLATE_NOOP("awb", "Over 30 days"), "keys", 3),
                     column("not_cache", QT_TRANSLATE_NOOP("awb", "Marked as no cache"), "keys", 3),
                     column("unreadable", QT_TRANSLATE_NOOP("awb", "Unreadable"), "keys", 3),
                     column("types", QT_TRANSLATE_NOOP("awb", "Types")),
                     column("example", QT_TRANSLATE_NOOP("awb", "Example, masked"), "", 2, true)};
    for (const PatternCount& p : patterns.mid(0, maxRows)) {
        const CountInterval part = shareInterval(static_cast<double>(p.keys), static_cast<double>(keys));
        const CountInterval without =
            shareInterval(static_cast<double>(p.withoutTtl), static_cast<double>(p.keys));
        table.rows.append({patternText(p.pattern), p.keys,
                           keys > 0 ? QJsonValue(percentOf(p.keys, keys)) : QJsonValue(), 100 * part.low,
                           100 * part.high, p.withoutTtl, 100 * without.low, 100 * without.high, p.ttl.back(),
                           p.notCache, p.unreadable, typeText(p.types), p.example});
    }
    table.total = patterns.size();
    return table;
}

struct PrefixCount
{
    QString prefix;
    PatternCount count;
};

QVector<PrefixCount> byPrefix(const QVector<PatternCount>& patterns)
{
    QMap<QByteArray, PatternCount> sums;
    for (const PatternCount& pattern : patterns)
        sums[patternPrefix(pattern.pattern)].add(pattern);
    QVector<PrefixCount> list;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        list.append(
            {it.key().isEmpty() ? QCoreApplication::translate("awb", "(no prefix)") : patternText(it.key()),
             *it});
    std::stable_sort(list.begin(), list.end(),
                     [](const PrefixCount& a, const PrefixCount& b) { return a.count.keys > b.count.keys; });
    return list.mid(0, maxBars);
}

constexpr ChecklistLimit ttlLimit{"3.2", "with_ttl", 100, "percent", false};

ChartSpec ttlChart(const QVector<PrefixCount>& prefixes, const TargetProfile& profile)
{
    static const char* const names[PatternCount::ttlBuckets] = {
        QT_TRANSLATE_NOOP("awb", "TTL under 1 min"), QT_TRANSLATE_NOOP("awb", "under 10 min"),
        QT_TRANSLATE_NOOP("awb", "under 1 hour"),    QT_TRANSLATE_NOOP("awb", "under 1 day"),
        QT_TRANSLATE_NOOP("awb", "under 7 days"),    QT_TRANSLATE_NOOP("awb", "under 30 days"),
        QT_TRANSLATE_NOOP("awb", "30 days and more")};
    ChartSpec chart;
    chart.id = QStringLiteral("ttl_by_prefix");
    chart.check = QStringLiteral("3.2");
    chart.kind = ChartKind::Stacked;
    chart.title = QT_TRANSLATE_NOOP("awb", "TTL of the sampled keys by prefix");
    chart.x.label = QT_TRANSLATE_NOOP("awb", "Prefix");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Keys with a TTL"), QStringLiteral("percent"), false};
    chart.threshold = limitLine(profile, ttlLimit);
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "No key could be read.");
    for (const PrefixCount& prefix : prefixes)
        chart.categories << prefix.prefix;
    for (std::size_t bucket = 0; bucket < PatternCount::ttlBuckets && !prefixes.isEmpty(); ++bucket) {
        ChartSeries series{names[bucket], {}};
        for (qsizetype i = 0; i < prefixes.size(); ++i) {
            const PatternCount& count = prefixes[i].count;
            const double part = count.keys > 0 ? percentOf(count.ttl[bucket], count.keys) : 0;
            series.points.append({static_cast<double>(i), part, {}, {}});
        }
        chart.series.append(series);
    }
    return chart;
}

ChartSpec keysChart(const QVector<PrefixCount>& prefixes, qint64 keys)
{
    ChartSpec chart;
    chart.id = QStringLiteral("keys_by_prefix");
    chart.check = QStringLiteral("3.5");
    chart.kind = ChartKind::Range;
    chart.title = QT_TRANSLATE_NOOP(
        "awb", "Share of the keys by prefix, with its 95 % interval; 3.5 sets no limit to a share");
    chart.x.label = QT_TRANSLATE_NOOP("awb", "Prefix");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Share of the keys"), QStringLiteral("percent"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "No key could be read.");
    ChartSeries series{QT_TRANSLATE_NOOP("awb", "Keys"), {}};
    for (qsizetype i = 0; i < prefixes.size() && keys > 0; ++i) {
        const auto part = static_cast<double>(prefixes[i].count.keys);
        const CountInterval range = shareInterval(part, static_cast<double>(keys));
        chart.categories << prefixes[i].prefix;
        series.points.append({static_cast<double>(i), percentOf(prefixes[i].count.keys, keys),
                              100 * range.low, 100 * range.high});
    }
    chart.series.append(series);
    return chart;
}

// A loop to hand on for keys that exist already; only for prefixes that need no quoting in a shell.
void addRemedies(Facts& facts, const QVector<PatternCount>& patterns)
{
    QStringList done;
    for (const PatternCount& pattern : patterns) {
        const QByteArray prefix = patternPrefix(pattern.pattern);
        const bool plain = !prefix.isEmpty() && std::all_of(prefix.cbegin(), prefix.cend(), [](char c) {
            return QByteArrayLiteral(":/_.-").contains(c) || QChar::fromLatin1(c).isLetterOrNumber();
        });
        const QString text = QString::fromLatin1(prefix);
        if (!plain || pattern.withoutTtl == pattern.notCache || done.contains(text) ||
            done.size() >= maxRemedies || pattern.cacheWithoutTtl + pattern.openWithoutTtl == 0)
            continue;
        done << text;
        facts.remedies.append(
            {QStringLiteral("3.2"), QStringLiteral("sh"),
             QStringLiteral("# existing keys without a TTL, paced, with jitter (NX: Redis 7.0 and later)\n"
                            "redis-cli --scan --pattern '%1*' | while IFS= read -r key; do\n"
                            "    redis-cli EXPIRE \"$key\" $((3600 + RANDOM % 600)) NX; sleep 0.001\n"
                            "done")
                 .arg(text)});
    }
}

} // namespace

void reportKeys(Facts& facts, const KeySample& sample, const TargetProfile& profile)
{
    const QVector<PatternCount> patterns = sample.census.patterns();
    const PatternCount sum = totalOf(patterns);
    const Collisions collisions = findCollisions(patterns);
    measure(facts, sample, sum, collisions);
    addDetails(facts, sample, sum, collisions);
    facts.tables.append(patternTable(patterns, sum.keys));
    const QVector<PrefixCount> prefixes = byPrefix(patterns);
    facts.charts << ttlChart(prefixes, profile) << keysChart(prefixes, sum.keys);
    addRemedies(facts, patterns);
}

} // namespace awb
