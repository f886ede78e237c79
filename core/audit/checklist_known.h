#pragma once

#include <QStringList>

#include <array>

// Internal to core/audit: what the program knows about any checklist, to hold a file against.
namespace awb
{

// The Backend Audit Checklist: points of its sections and its bands.
inline constexpr std::array<int, 9> sectionSizes{6, 8, 8, 10, 8, 10, 8, 8, 5};

struct KnownBand
{
    const char* id;
    double minPercent;
};
inline constexpr std::array<KnownBand, 4> knownBands{
    {{"production-ready", 90}, {"some-gaps", 70}, {"significant-technical-debt", 50}, {"high-risk", 0}}};

// Words with spaces between them.
QStringList wordList(const char* words);

const QStringList& knownUnits();
const QStringList& knownLanguages(); // of snippets

} // namespace awb
