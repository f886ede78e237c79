#include "core/probe/redis/key_pattern.h"

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype lookedAt = 512;

bool isMainDelimiter(char c)
{
    return c == ':' || c == '/' || c == '|' || c == '#' || c == '{' || c == '}';
}

bool isInnerDelimiter(char c)
{
    return c == '_' || c == '.' || c == '-';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isHexLetter(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

struct Shape
{
    qsizetype size = 0, digits = 0, hexLetters = 0, dashes = 0, words = 0, caseChanges = 0;
    bool strange = false; // a byte that no fixed part of a name has

    bool isNumber() const { return digits == size; }
    bool isHex() const { return digits + hexLetters + dashes == size; }
};

Shape shapeOf(const char* data, qsizetype size)
{
    Shape shape;
    shape.size = size;
    char before = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const char c = data[i];
        if (isDigit(c))
            ++shape.digits;
        else if (isHexLetter(c))
            ++shape.hexLetters;
        else if (c == '-')
            ++shape.dashes;
        else if (isLower(c) || isUpper(c) || c == '_' || c == '.')
            ++shape.words;
        else
            shape.strange = true;
        const bool caseChange = (isLower(before) && isUpper(c)) || (isUpper(before) && isLower(c));
        const bool digitChange = before && isDigit(before) != isDigit(c);
        shape.caseChanges += caseChange || digitChange ? 1 : 0;
        before = c;
    }
    return shape;
}

// Numbers, UUIDs, hashes, tokens, addresses, binary. A short word with a digit or two ("v2", "s3") is no
// identifier.
bool isIdentifier(const char* data, qsizetype size)
{
    if (size == 0)
        return false;
    const Shape shape = shapeOf(data, size);
    if (shape.strange || shape.isNumber() || size > 64)
        return true;
    if (shape.isHex() && size >= 8 && (shape.digits > 0 || size >= 16) &&
        shape.digits + shape.hexLetters >= 8)
        return true;
    const bool oneWord = shape.dashes == 0 && std::none_of(data, data + size, isInnerDelimiter);
    if (oneWord && (shape.digits >= 4 || (size >= 12 && shape.digits >= 2)))
        return true;
    return size >= 16 && shape.caseChanges >= 6; // base64 and the like
}

void appendPart(QByteArray& out, const char* data, qsizetype size)
{
    if (isIdentifier(data, size)) {
        out += idPlaceholder;
        return;
    }
    const char* const end = data + size;
    while (data < end) {
        const char* const stop = std::find_if(data, end, isInnerDelimiter);
        if (isIdentifier(data, stop - data))
            out += idPlaceholder;
        else
            out.append(data, stop - data);
        if (stop < end)
            out += *stop;
        data = stop < end ? stop + 1 : end;
    }
}

QString shapeText(const QByteArray& part)
{
    const Shape shape = shapeOf(part.constData(), part.size());
    const char* what = "characters";
    if (shape.strange)
        what = "bytes";
    else if (shape.isNumber())
        what = "digits";
    else if (shape.isHex())
        what = shape.size == 36 && shape.dashes == 4 ? "UUID characters" : "hex digits";
    return QStringLiteral("\u27e8%1 %2\u27e9").arg(part.size()).arg(QLatin1String(what));
}

bool classMatches(const QByteArray& glob, qsizetype& at, char c)
{
    bool invert = false;
    bool hit = false;
    ++at; // over [
    if (at < glob.size() && glob[at] == '^') {
        invert = true;
        ++at;
    }
    while (at < glob.size() && glob[at] != ']') {
        if (glob[at] == '\\' && at + 1 < glob.size())
            ++at;
        const auto low = static_cast<unsigned char>(glob[at]);
        auto high = low;
        if (at + 2 < glob.size() && glob[at + 1] == '-' && glob[at + 2] != ']') {
            high = static_cast<unsigned char>(glob[at + 2]);
            at += 2;
        }
        const auto byte = static_cast<unsigned char>(c);
        hit = hit || (byte >= std::min(low, high) && byte <= std::max(low, high));
        ++at;
    }
    return hit != invert;
}

// One step of the glob that is no star; moves `at` behind it.
bool stepMatches(const QByteArray& glob, qsizetype& at, char c)
{
    bool matches = false;
    if (glob[at] == '[') {
        matches = classMatches(glob, at, c);
    } else {
        if (glob[at] == '\\' && at + 1 < glob.size())
            ++at;
        else if (glob[at] == '?') {
            ++at;
            return true;
        }
        matches = glob[at] == c;
    }
    ++at;
    return matches;
}

} // namespace

QByteArray keyPattern(const QByteArray& key)
{
    QByteArray out;
    out.reserve(64);
    const char* data = key.constData();
    const char* const end = data + std::min(key.size(), lookedAt);
    while (data < end) {
        const char* const stop = std::find_if(data, end, isMainDelimiter);
        appendPart(out, data, stop - data);
        if (stop < end)
            out += *stop;
        data = stop < end ? stop + 1 : end;
    }
    if (key.size() > lookedAt && !out.endsWith(idPlaceholder))
        out += idPlaceholder;
    return out;
}

QByteArrayList patternParts(const QByteArray& pattern)
{
    QByteArrayList parts;
    qsizetype from = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isMainDelimiter(pattern[i])) {
            parts.append(pattern.mid(from, i + 1 - from));
            from = i + 1;
        }
    }
    if (from < pattern.size())
        parts.append(pattern.mid(from));
    return parts;
}

QByteArray patternPrefix(const QByteArray& pattern)
{
    const auto isAnyDelimiter = [](char c) { return isMainDelimiter(c) || isInnerDelimiter(c); };
    // Leading delimiters, as in "{user:1}:cart" or "/users/1", belong to the prefix.
    const auto word = std::find_if_not(pattern.cbegin(), pattern.cend(), isAnyDelimiter);
    auto stop = std::find_if(word, pattern.cend(), isMainDelimiter);
    if (stop == pattern.cend())
        stop = std::find_if(word, pattern.cend(), isInnerDelimiter);
    if (stop == pattern.cend() || word == pattern.cend())
        return {};
    const QByteArray prefix(pattern.cbegin(), stop - pattern.cbegin() + 1);
    const bool onlyId = std::all_of(prefix.cbegin(), prefix.cend(),
                                    [&](char c) { return c == idPlaceholder || isAnyDelimiter(c); });
    return onlyId && !std::any_of(pattern.cbegin(), pattern.cend(),
                                  [](char c) { return isLower(c) || isUpper(c); })
               ? QByteArray()
               : prefix;
}

QString patternText(const QByteArray& pattern)
{
    QString text = QString::fromLatin1(pattern.left(200));
    text.replace(QLatin1Char(idPlaceholder), QStringLiteral("{id}"));
    text.replace(QLatin1Char(namePlaceholder), QStringLiteral("{name}"));
    return text.isEmpty() ? QStringLiteral("(empty name)") : text;
}

QString maskedExample(const QByteArray& key)
{
    const QByteArray seen = key.left(lookedAt);
    QString out;
    qsizetype from = 0;
    const auto flush = [&](qsizetype to) {
        const QByteArray part = seen.mid(from, to - from);
        const QByteArray masked = keyPattern(part);
        out += masked.contains(idPlaceholder) && masked.size() == 1 ? shapeText(part) : patternText(masked);
    };
    for (qsizetype i = 0; i < seen.size(); ++i) {
        if (!isMainDelimiter(seen[i]))
            continue;
        if (i > from)
            flush(i);
        out += QLatin1Char(seen[i]);
        from = i + 1;
    }
    if (from < seen.size())
        flush(seen.size());
    if (key.size() > lookedAt)
        out += QStringLiteral("\u2026 (%1 bytes)").arg(key.size());
    return out.left(200);
}

QByteArray prefixStem(const QByteArray& prefix)
{
    QByteArray stem;
    for (const char c : prefix.toLower()) {
        if (!isMainDelimiter(c) && !isInnerDelimiter(c))
            stem += c;
    }
    if (stem.size() > 4 && stem.endsWith("ies"))
        return stem.chopped(3) + 'y';
    if (stem.size() > 2 && stem.endsWith('s') && !stem.endsWith("ss"))
        stem.chop(1);
    return stem;
}

bool globMatches(const QByteArray& glob, const QByteArray& key)
{
    const qsizetype size = std::min(key.size(), lookedAt);
    qsizetype g = 0, k = 0, starG = -1, starK = 0;
    while (k < size) {
        if (g < glob.size() && glob[g] == '*') {
            starG = ++g;
            starK = k;
            continue;
        }
        qsizetype next = g;
        if (g < glob.size() && stepMatches(glob, next, key[k])) {
            g = next;
            ++k;
            continue;
        }
        if (starG < 0)
            return false;
        g = starG; // the last star takes one byte more
        k = ++starK;
    }
    while (g < glob.size() && glob[g] == '*')
        ++g;
    return g >= glob.size();
}

} // namespace awb
