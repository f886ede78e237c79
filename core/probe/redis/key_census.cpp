#include "core/probe/redis/key_census.h"

#include "core/probe/redis/key_pattern.h"

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype maxPatterns = 5000;
constexpr qsizetype maxWordsAtStart = 200; // first part of names: the prefixes
constexpr qsizetype maxWordsInside = 40;
constexpr qsizetype maxBareWords = 30; // names without a delimiter
constexpr qsizetype maxPlaces = 5000;
constexpr qint64 frequentOneIn = 500; // a word of an open place stays if one key in 500 has it
constexpr qsizetype maxFindings = 50;
constexpr qsizetype maxTypes = 16;
const QByteArray restPattern(2, namePlaceholder); // everything that is too various to be told apart

constexpr std::array<qint64, PatternCount::ttlBuckets - 1> bucketEndsMs{
    60'000, 600'000, 3'600'000, 86'400'000, 7 * 86'400'000LL, 30 * 86'400'000LL};

bool isWord(const QByteArray& part)
{
    return std::any_of(part.cbegin(), part.cend(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool isFixed(const QByteArray& part)
{
    return isWord(part) && !part.contains(idPlaceholder) && !part.contains(namePlaceholder);
}

// The key of a place in the name: what stands before it. Bare names are a place of their own.
QByteArray placeOf(const QByteArray& before, bool bare)
{
    return bare ? QByteArrayLiteral("\x03") : before;
}

qsizetype wordLimit(const QByteArray& before, bool bare)
{
    if (bare)
        return maxBareWords;
    return before.isEmpty() ? maxWordsAtStart : maxWordsInside;
}

QByteArray withName(const QByteArray& part)
{
    const char last = part.back();
    const bool delimited =
        last == ':' || last == '/' || last == '|' || last == '#' || last == '{' || last == '}';
    QByteArray out(1, namePlaceholder);
    if (delimited)
        out += last;
    return out;
}

} // namespace

void PatternCount::add(const PatternCount& other)
{
    keys += other.keys;
    withoutTtl += other.withoutTtl;
    cacheWithoutTtl += other.cacheWithoutTtl;
    openWithoutTtl += other.openWithoutTtl;
    notCache += other.notCache;
    unlisted += other.unlisted;
    unreadable += other.unreadable;
    for (std::size_t i = 0; i < ttl.size(); ++i)
        ttl[i] += other.ttl[i];
    for (auto it = other.types.cbegin(); it != other.types.cend(); ++it)
        types[it.key()] += it.value();
    if (example.isEmpty())
        example = other.example;
}

QByteArray KeyCensus::generalized(const QByteArray& pattern) const
{
    const QByteArrayList parts = patternParts(pattern);
    const bool bare = parts.size() == 1;
    QByteArray out;
    for (const QByteArray& part : parts) {
        const QByteArray place = placeOf(out, bare);
        out += isFixed(part) && open_.contains(place) && !words_.value(place).contains(part) ? withName(part)
                                                                                             : part;
    }
    return out;
}

void KeyCensus::learn(const QByteArray& pattern)
{
    const QByteArrayList parts = patternParts(pattern);
    const bool bare = parts.size() == 1;
    QByteArray before;
    for (const QByteArray& part : parts) {
        const QByteArray place = placeOf(before, bare);
        if (isFixed(part) && !open_.contains(place) &&
            (words_.size() < maxPlaces || words_.contains(place))) {
            QSet<QByteArray>& words = words_[place];
            words.insert(part);
            if (words.size() > wordLimit(before, bare))
                open_.insert(place);
        }
        before += part;
    }
}

// How many keys have each word of an open place; by what stands before it together with the word.
QHash<QByteArray, qint64> KeyCensus::keysByWord() const
{
    QHash<QByteArray, qint64> byWord;
    for (const PatternCount& count : counts_) {
        const QByteArrayList parts = patternParts(count.pattern);
        QByteArray before;
        for (const QByteArray& part : parts) {
            const QByteArray place = placeOf(before, parts.size() == 1);
            if (isFixed(part) && open_.contains(place))
                byWord[place + part] += count.keys + count.unreadable;
            before += part;
        }
    }
    return byWord;
}

QByteArray KeyCensus::withoutRareWords(const QByteArray& pattern,
                                       const QHash<QByteArray, qint64>& byWord) const
{
    const QByteArrayList parts = patternParts(pattern);
    QByteArray before;
    QByteArray out;
    for (const QByteArray& part : parts) {
        const QByteArray place = placeOf(before, parts.size() == 1);
        const bool rare =
            isFixed(part) && open_.contains(place) && byWord.value(place + part) * frequentOneIn < keys_;
        out += rare ? withName(part) : part;
        before += part;
    }
    return out;
}

PatternCount& KeyCensus::countOf(const QByteArray& key)
{
    const QByteArray raw = keyPattern(key);
    auto found = counts_.find(raw);
    if (found != counts_.end())
        return *found;
    QByteArray pattern = generalized(raw);
    found = counts_.find(pattern);
    if (found != counts_.end())
        return *found;
    if (counts_.size() >= maxPatterns) {
        pattern = restPattern;
        if (const auto rest = counts_.find(pattern); rest != counts_.end())
            return *rest;
    }
    learn(pattern);
    PatternCount& count = counts_[pattern];
    count.pattern = pattern;
    count.example = maskedExample(key);
    return count;
}

void KeyCensus::add(const QByteArray& key, qint64 pttlMs, const QByteArray& type)
{
    PatternCount& count = countOf(key);
    ++keys_;
    ++count.keys;
    if (!type.isEmpty() && (count.types.size() < maxTypes || count.types.contains(type)))
        ++count.types[type];
    const auto matches = [&](const QByteArray& glob) { return globMatches(glob, key); };
    const bool notCache = std::any_of(classes_.notCache.cbegin(), classes_.notCache.cend(), matches);
    const bool listed = std::any_of(classes_.prefixes.cbegin(), classes_.prefixes.cend(),
                                    [&](const auto& entry) { return key.startsWith(entry.first); });
    count.notCache += notCache ? 1 : 0;
    count.unlisted += listed ? 0 : 1;
    if (pttlMs >= 0) {
        const auto end = std::upper_bound(bucketEndsMs.cbegin(), bucketEndsMs.cend(), pttlMs);
        ++count.ttl[static_cast<std::size_t>(end - bucketEndsMs.cbegin())];
        return;
    }
    ++count.withoutTtl;
    if (notCache)
        return;
    if (listed || classes_.isClassified())
        ++count.cacheWithoutTtl;
    else
        ++count.openWithoutTtl;
}

void KeyCensus::addUnreadable(const QByteArray& key)
{
    ++countOf(key).unreadable;
}

QVector<PatternCount> KeyCensus::patterns() const
{
    QHash<QByteArray, PatternCount> merged;
    const QHash<QByteArray, qint64> byWord = keysByWord();
    for (const PatternCount& count : counts_) {
        const QByteArray pattern = withoutRareWords(count.pattern, byWord);
        PatternCount& into = merged[pattern];
        into.pattern = pattern;
        into.add(count);
    }
    QVector<PatternCount> list(merged.cbegin(), merged.cend());
    std::sort(list.begin(), list.end(), [](const PatternCount& a, const PatternCount& b) {
        return a.keys != b.keys ? a.keys > b.keys : a.pattern < b.pattern;
    });
    return list;
}

namespace
{

void findTwins(Collisions& found, const QMap<QByteArray, qint64>& prefixes)
{
    QMap<QByteArray, QByteArray> byStem;
    for (auto it = prefixes.cbegin(); it != prefixes.cend(); ++it) {
        const QByteArray stem = prefixStem(it.key());
        if (stem.isEmpty() || !isFixed(it.key()))
            continue;
        const auto other = byStem.constFind(stem);
        if (other == byStem.cend())
            byStem.insert(stem, it.key());
        else if (found.twins.size() < maxFindings)
            found.twins.append({*other, it.key()});
    }
}

// "user:missing:{id}" against "user:{id}": where one pattern has an identifier, the other has a word.
void findLiterals(Collisions& found, const QVector<PatternCount>& patterns)
{
    QHash<QByteArray, QByteArray> idPlaces; // what stands before an identifier → the pattern that has it
    for (const PatternCount& count : patterns) {
        QByteArray before;
        for (const QByteArray& part : patternParts(count.pattern)) {
            if (part.startsWith(idPlaceholder) && !before.isEmpty() && !idPlaces.contains(before))
                idPlaces.insert(before, count.pattern);
            before += part;
        }
    }
    for (const PatternCount& count : patterns) {
        QByteArray before;
        for (const QByteArray& part : patternParts(count.pattern)) {
            const auto place = idPlaces.constFind(before);
            if (isFixed(part) && place != idPlaces.cend() && found.literals.size() < maxFindings) {
                found.literals.append({count.pattern, *place});
                break;
            }
            before += part;
        }
    }
}

} // namespace

Collisions findCollisions(const QVector<PatternCount>& patterns)
{
    Collisions found;
    QMap<QByteArray, qint64> prefixes;
    for (const PatternCount& count : patterns) {
        const QByteArray prefix = patternPrefix(count.pattern);
        if (!prefix.isEmpty())
            prefixes[prefix] += count.keys;
        else if (count.pattern != restPattern)
            found.bareKeys += count.keys;
        // A {name} stands for many words, so two types under it are no proof.
        if (count.types.size() > 1 && !count.pattern.contains(namePlaceholder) &&
            found.mixed.size() < maxFindings)
            found.mixed.append({count.pattern, count.keys, count.types});
    }
    findTwins(found, prefixes);
    findLiterals(found, patterns);
    return found;
}

QString tableProblem(const KeyClasses& classes)
{
    for (qsizetype i = 0; i < classes.prefixes.size(); ++i) {
        for (qsizetype j = 0; j < classes.prefixes.size(); ++j) {
            if (i == j)
                continue;
            const auto& [prefix, entity] = classes.prefixes[i];
            const auto& [other, otherEntity] = classes.prefixes[j];
            if (entity == otherEntity)
                return QStringLiteral("%1 and %2 name the same entity")
                    .arg(QString::fromUtf8(prefix), QString::fromUtf8(other));
            if (other.startsWith(prefix))
                return QStringLiteral("%1 also begins with %2")
                    .arg(QString::fromUtf8(other), QString::fromUtf8(prefix));
        }
    }
    return {};
}

} // namespace awb
