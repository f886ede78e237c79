#include "tests/layering/include_rules.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace awb::layering
{

AllowList readAllowList(const QString& cmakeText)
{
    static const QRegularExpression line(QStringLiteral("set\\(AWB_ALLOW_(\\w+) \"([^\"]*)\"\\)"));
    AllowList list;
    for (auto match = line.globalMatch(cmakeText); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        list.insert(found.captured(1), found.captured(2).split(QLatin1Char(';'), Qt::SkipEmptyParts));
    }
    return list;
}

QString roomOf(const QString& relativePath)
{
    const QStringList parts = relativePath.split(QLatin1Char('/'));
    if (parts.size() < 2)
        return {};
    if (parts[0] != QLatin1String("core"))
        return parts[0] == QLatin1String("ui") ? parts[0] : QString();
    return parts.mid(1, parts.size() - 2).join(QLatin1Char('_'));
}

namespace
{

// "QtWidgets/QWidget" and "QWidget" are both in the module QtWidgets: ask Qt's own folders.
QString qtModuleOf(const QString& header)
{
    static const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    static const QStringList modules = QDir(root).entryList({QStringLiteral("Qt*")}, QDir::Dirs, QDir::Name);
    const QString first = header.section(QLatin1Char('/'), 0, 0);
    if (modules.contains(first))
        return first;
    if (header.contains(QLatin1Char('/')))
        return {};
    for (const QString& module : modules) {
        if (QFileInfo::exists(root + QLatin1Char('/') + module + QLatin1Char('/') + header))
            return module;
    }
    return {};
}

QString modulesName(const QString& module)
{
    return QStringLiteral("Qt6::") + module.mid(2);
}

} // namespace

QString libraryOf(const QString& header)
{
    if (header.startsWith(QLatin1String("pqxx/")))
        return QStringLiteral("PkgConfig::PQXX");
    if (header == QLatin1String("libpq-fe.h") || header.startsWith(QLatin1String("libpq/")))
        return QStringLiteral("PkgConfig::PQ");
    if (header.startsWith(QLatin1String("hiredis/")))
        return QStringLiteral("PkgConfig::HIREDIS");
    if (header.startsWith(QLatin1String("curl/")))
        return QStringLiteral("PkgConfig::CURL");
    if (header.startsWith(QLatin1String("yaml-cpp/")))
        return QStringLiteral("yaml-cpp::yaml-cpp");
    if (header.startsWith(QLatin1String("qt6keychain/")) || header.startsWith(QLatin1String("qtkeychain/")))
        return QStringLiteral("Qt6Keychain::Qt6Keychain");
    if (header == QLatin1String("zlib.h"))
        return QStringLiteral("ZLIB::ZLIB");
    if (header.startsWith(QLatin1String("openssl/")))
        return QStringLiteral("OpenSSL::SSL");
    const QString module = header.startsWith(QLatin1Char('Q')) || header.startsWith(QLatin1Char('q'))
                               ? qtModuleOf(header)
                               : QString();
    return module.isEmpty() ? QString() : modulesName(module);
}

QStringList forbiddenIncludes(const QString& relativePath, const QString& text, const AllowList& allow)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    const QString room = roomOf(relativePath);
    if (room.isEmpty())
        return {};
    QStringList found;
    const QStringList allowed = allow.value(room);
    if (!allow.contains(room))
        found << QStringLiteral("%1:1: the room \"%2\" has no allow-list").arg(relativePath, room);
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        ++number;
        const QRegularExpressionMatch match = include.match(line);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        QString needed = libraryOf(header);
        if (needed.isEmpty() && match.captured(1) == QLatin1String("\"")) {
            const QString top = header.section(QLatin1Char('/'), 0, 0);
            const QString other = roomOf(header);
            if (top == QLatin1String("app") || top == QLatin1String("tests"))
                needed = top;
            else if (!other.isEmpty() && other != room)
                needed = other;
        }
        if (!needed.isEmpty() && !allowed.contains(needed))
            found << QStringLiteral("%1:%2: %3 may not use %4 (%5)")
                         .arg(relativePath)
                         .arg(number)
                         .arg(room, needed, header);
    }
    return found;
}

QStringList handMadeLibraries(const QString& relativePath, const QString& text)
{
    static const QRegularExpression made(
        QStringLiteral("^\\s*(?:add_library\\(\\s*\\w+\\s+(?!INTERFACE\\s*\\))|"
                       "target_link_libraries\\((?!\\s*\\w+\\s+INTERFACE\\s+awb_flags\\s*\\)))"));
    QStringList found;
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        ++number;
        if (made.match(line).hasMatch())
            found << QStringLiteral("%1:%2: %3").arg(relativePath).arg(number).arg(line.trimmed());
    }
    return found;
}

QStringList machinePaths(const QString& relativePath, const QString& text)
{
    // Written in parts, so that this file does not name them itself.
    static const QRegularExpression place(
        QStringLiteral("(?:^|[^\\w./-])/%1/|(?:^|[^\\w/])\\.\\./%2(?:/|\\b)")
            .arg(QStringLiteral("work"), QStringLiteral("shared")));
    QStringList found;
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        ++number;
        if (place.match(line).hasMatch())
            found << QStringLiteral("%1:%2: %3").arg(relativePath).arg(number).arg(line.trimmed().left(100));
    }
    return found;
}

QStringList forbiddenLibraries(const QString& readelfOutput)
{
    static const QRegularExpression needed(
        QStringLiteral("\\(NEEDED\\)[^\\[]*\\[(lib(?:Qt6Widgets|Qt6Charts|Qt6OpenGLWidgets)\\.[^\\]]*)\\]"));
    QStringList found;
    for (auto match = needed.globalMatch(readelfOutput); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

} // namespace awb::layering
