#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace awb::layering
{

// What each room may link, read from the set(AWB_ALLOW_<room> "…") lines of packaging/cmake/AwbBuild.cmake.
using AllowList = QHash<QString, QStringList>;
AllowList readAllowList(const QString& cmakeText);

// The room of a file, e.g. "core/probe/redis/x.cpp" → "probe_redis", "ui/pages/x.h" → "ui"; empty when it is
// in none.
QString roomOf(const QString& relativePath);

// The library whose header is named in angle brackets, e.g. "QPainter" → "Qt6::Gui", "pqxx/pqxx" →
// "PkgConfig::PQXX"; empty for the language's and the system's own.
QString libraryOf(const QString& header);

// Every #include of the file's text that its room may not make; one sentence each, "path:line: …".
QStringList forbiddenIncludes(const QString& relativePath, const QString& text, const AllowList& allow);

// Lines of a room's CMakeLists.txt that go round awb_module(): a library or a link of its own. A header-only
// (INTERFACE) library that links nothing but awb_flags may.
QStringList handMadeLibraries(const QString& relativePath, const QString& text);

// Every line of a text that names a place of the machine it was written on; "path:line: …".
QStringList machinePaths(const QString& relativePath, const QString& text);

// NEEDED libraries in the output of readelf -d that a headless program must not have.
QStringList forbiddenLibraries(const QString& readelfOutput);

} // namespace awb::layering
