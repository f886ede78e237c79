#include "core/target/profile_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace awb
{

namespace
{

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int cost = a.at(i - 1) == b.at(static_cast<qsizetype>(j) - 1) ? 0 : 1;
            const int next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + cost});
            diagonal = row[j];
            row[j] = next;
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString& word, const QStringList& known)
{
    QString best;
    int bestDistance = std::max(2, static_cast<int>(word.size() / 3)) + 1;
    if (word.size() > 60)
        return best;
    for (const QString& candidate : known) {
        const int distance = editDistance(word.toLower(), candidate.toLower());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

bool namesSecret(const QString& key)
{
    static const QRegularExpression form(
        QStringLiteral(
            "(^|[_.-])(password|passwd|passphrase|pwd|pass|token|secret_key|api_?key|credential)s?$"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(key).hasMatch();
}

int lineOfLiteralSecret(const QByteArray& text)
{
    static const QRegularExpression form(QStringLiteral(
        "[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s:/@\"']*:[^\\s@/\"']+@"
        "|-----BEGIN [A-Z ]*PRIVATE KEY"
        "|\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_[A-Za-z0-9_]{40}"
        "|\\bglpat-[A-Za-z0-9_-]{20}|\\bxox[abprs]-[A-Za-z0-9-]{10}|\\b[sr]k_live_[A-Za-z0-9]{16}"
        "|\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\."));
    int line = 1;
    for (const QByteArray& row : text.split('\n')) {
        if (form.match(QString::fromUtf8(row)).hasMatch())
            return line;
        ++line;
    }
    return 0;
}

} // namespace awb
