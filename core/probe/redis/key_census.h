#pragma once

#include "core/probe/redis/redis_info.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <array>

namespace awb
{

// What one key was: by its pattern.
struct PatternCount
{
    static constexpr int ttlBuckets = 7; // < 1 min, < 10 min, < 1 h, < 1 day, < 7 days, < 30 days, longer

    QByteArray pattern;
    QString example;            // masked
    qint64 keys = 0;            // readable keys
    qint64 withoutTtl = 0;      // of them, all classes
    qint64 cacheWithoutTtl = 0; // the person's words make them cache keys
    qint64 openWithoutTtl = 0;  // nobody said what they are
    qint64 notCache = 0;        // keys that the profile marks as no cache
    qint64 unlisted = 0;        // keys outside the profile's table of prefixes
    qint64 unreadable = 0;      // the key's ACL does not let us look; not among keys
    std::array<qint64, ttlBuckets> ttl{};
    QMap<QByteArray, qint64> types;

    void add(const PatternCount& other);
};

struct KeyClasses
{
    QByteArrayList notCache;                      // globs
    QVector<QPair<QByteArray, QString>> prefixes; // prefix → entity
    // Somebody said which keys are no cache: all others then are.
    bool isClassified() const { return !notCache.isEmpty(); }
};

// Counts keys by pattern in bounded memory: at most 5,000 patterns; a place in the name that takes more than
// a few dozen words is a {name} (people's names are no fixed part of a key).
class KeyCensus
{
public:
    explicit KeyCensus(KeyClasses classes) : classes_(std::move(classes)) {}

    // pttlMs: -1 no TTL, else what is left of it.
    void add(const QByteArray& key, qint64 pttlMs, const QByteArray& type);
    void addUnreadable(const QByteArray& key);
    void addVanished() { ++vanished_; }

    qint64 keys() const { return keys_; }
    qint64 vanished() const { return vanished_; }
    const KeyClasses& classes() const { return classes_; }
    // Most frequent first.
    QVector<PatternCount> patterns() const;

private:
    PatternCount& countOf(const QByteArray& key);
    QByteArray generalized(const QByteArray& pattern) const;
    QHash<QByteArray, qint64> keysByWord() const;
    QByteArray withoutRareWords(const QByteArray& pattern, const QHash<QByteArray, qint64>& byWord) const;
    void learn(const QByteArray& pattern);

    KeyClasses classes_;
    QHash<QByteArray, PatternCount> counts_;
    QHash<QByteArray, QSet<QByteArray>> words_; // place in the name → words seen there
    QSet<QByteArray> open_;                     // places with too many words: new ones are a {name}
    qint64 keys_ = 0;
    qint64 vanished_ = 0;
};

// What the patterns say about two entities under one name (specs, 3.5).
struct Collisions
{
    struct Mixed // (a) one pattern, several types
    {
        QByteArray pattern;
        qint64 keys = 0;
        QMap<QByteArray, qint64> types;
    };
    QVector<Mixed> mixed;
    qint64 bareKeys = 0; // (b) keys without any delimiter
    QVector<QPair<QByteArray, QByteArray>>
        twins; // (c) prefixes that differ only by case, plural or delimiter
    QVector<QPair<QByteArray, QByteArray>>
        literals; // (d) a fixed word where another pattern has an identifier
};
Collisions findCollisions(const QVector<PatternCount>& patterns);

// Is the profile's table of prefixes one to one? Empty: yes; else the two that are not.
QString tableProblem(const KeyClasses& classes);

} // namespace awb
