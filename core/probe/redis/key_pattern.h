#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace awb
{

// Key names are hostile bytes and may hold personal data: a pattern keeps the words of a name and masks what
// looks like an identifier. Inside a pattern the two placeholders are single control bytes (control bytes of
// a key are themselves masked), so that a pattern can be cut at its delimiters again.
constexpr char idPlaceholder = '\x01'; // shown as {id}: numbers, UUIDs, hashes, tokens, addresses, binary
constexpr char namePlaceholder =
    '\x02'; // shown as {name}: one of too many words to be a fixed part of the name

// "user:4711:cart" → "user:\1:cart". Delimiters : / | # { } and, inside a part that is no identifier as a
// whole, _ . -. Looks at the first 512 bytes; the rest counts as an identifier.
QByteArray keyPattern(const QByteArray& key);

// A pattern in its parts between : / | # { }, each with the delimiter that ends it.
QByteArrayList patternParts(const QByteArray& pattern);

// The first part that has words, with its delimiter ("user:", "user_"); empty for a bare key (no delimiter at
// all, or nothing but an identifier).
QByteArray patternPrefix(const QByteArray& pattern);

// For people: "user:{id}:cart".
QString patternText(const QByteArray& pattern);

// A key name with what looks like an identifier replaced by its shape: "user:⟨5 digits⟩".
QString maskedExample(const QByteArray& key);

// What two prefixes have in common when they differ only by case, plural or delimiter: "Users_" and "user:" →
// "user".
QByteArray prefixStem(const QByteArray& prefix);

// Redis' glob (* ? [a-z] [^a] \x) on bytes, in time linear in the key for each star. The key's first 512
// bytes.
bool globMatches(const QByteArray& glob, const QByteArray& key);

} // namespace awb
