#pragma once

#include <QByteArray>
#include <QStringList>

// Internal to core/target: words that were mistyped, and words that are a secret.
namespace awb
{

// The known word that is nearest to a mistyped one (Levenshtein, at most a third of the letters off); empty
// if none is near.
QString nearestWord(const QString& word, const QStringList& known);

// Whether a key's name says that its value is a secret ("password", "db_password", "api_key" …).
bool namesSecret(const QString& key);

// Line (from 1) of the first secret that is written out in raw text: a password inside a URL, a private key,
// a token of a known format. 0 if there is none. Comments count too: the text is kept with the audit.
int lineOfLiteralSecret(const QByteArray& text);

} // namespace awb
