#include "core/target/profile_edit.h"

#include "core/target/yaml_reader.h"

#include <QStringList>

#include <algorithm>

namespace awb
{

namespace
{

using Lines = QList<QByteArray>;

qsizetype indentOf(const QByteArray& line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == ' ')
        ++indent;
    return indent;
}

bool saysNothing(const QByteArray& line)
{
    const QByteArray text = line.trimmed();
    return text.isEmpty() || text.startsWith('#');
}

// From a key's line to the one after all that belongs to it; comments and blank lines at its end belong to
// what follows. `dashes`: items of a list may stand under the key itself.
qsizetype endOf(const Lines& lines, qsizetype from, qsizetype indent, bool dashes)
{
    qsizetype end = from + 1;
    for (qsizetype i = from + 1; i < lines.size(); ++i) {
        if (saysNothing(lines.at(i)))
            continue;
        const qsizetype at = indentOf(lines.at(i));
        const bool item = dashes && at == indent && lines.at(i).at(at) == '-';
        if (at <= indent && !item)
            break;
        end = i + 1;
    }
    return end;
}

Lines splitLines(const QByteArray& text)
{
    Lines lines = text.split('\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

void replaceLines(Lines& lines, qsizetype from, qsizetype end, const QByteArray& text)
{
    lines.remove(from, end - from);
    const Lines fresh = splitLines(text);
    for (qsizetype i = 0; i < fresh.size(); ++i)
        lines.insert(from + i, fresh.at(i));
}

QByteArray joined(const Lines& lines)
{
    return lines.join('\n') + '\n';
}

// A block key alone on its line, or -1: "http:" but not "http: {…}".
qsizetype blockKey(const Lines& lines, const YamlNode& map, const QString& name)
{
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        if (map.keys[i].name != name)
            continue;
        const qsizetype at = map.keys[i].line - 1;
        if (at < 0 || at >= lines.size())
            return -1;
        const QByteArray rest = lines.at(at).trimmed().mid(name.toUtf8().size() + 1).trimmed();
        const bool alone = rest.isEmpty() || rest.startsWith('#');
        return alone && lines.at(at).trimmed().startsWith(name.toUtf8() + ':') ? at : -1;
    }
    return -1;
}

// The text with the item's own lines changed, or nothing where the layout is another.
std::optional<QByteArray> withItemChanged(const QByteArray& yaml, const YamlNode& root,
                                          const EndpointEdit& edit)
{
    Lines lines = splitLines(yaml);
    const qsizetype http = blockKey(lines, root, QStringLiteral("http"));
    const YamlNode* part = root.find(QStringLiteral("http"));
    if (http < 0 || !part || part->keys.empty())
        return std::nullopt;
    const qsizetype inner = indentOf(lines.at(part->keys.front().line - 1));
    const YamlNode* list = part->find(QStringLiteral("endpoints"));
    if (!list) {
        if (!edit.entry)
            return std::nullopt;
        replaceLines(lines, endOf(lines, http, indentOf(lines.at(http)), false),
                     endOf(lines, http, indentOf(lines.at(http)), false),
                     QByteArray(inner, ' ') + "endpoints:\n" + writeEndpoint(*edit.entry, int(inner) + 2));
    } else {
        const qsizetype key = blockKey(lines, *part, QStringLiteral("endpoints"));
        if (key < 0 || list->items.empty())
            return std::nullopt;
        const qsizetype end = endOf(lines, key, inner, true);
        const qsizetype dash = indentOf(lines.at(list->items.front().line - 1));
        const auto itemEnd = [&](qsizetype index) {
            return endOf(lines, list->items[std::size_t(index)].line - 1, dash, false);
        };
        if (edit.index < 0) {
            replaceLines(lines, end, end, writeEndpoint(*edit.entry, int(dash)));
        } else {
            const qsizetype from = list->items[std::size_t(edit.index)].line - 1;
            const bool last = list->items.size() == 1 && !edit.entry;
            replaceLines(lines, last ? key : from, last ? end : itemEnd(edit.index),
                         edit.entry ? writeEndpoint(*edit.entry, int(dash)) : QByteArray());
        }
    }
    if (!edit.openapi.isEmpty() && !part->find(QStringLiteral("openapi")))
        replaceLines(lines, http + 1, http + 1,
                     QByteArray(inner, ' ') + "openapi: \"" + edit.openapi.toUtf8() + "\"\n");
    return joined(lines);
}

// The text with its http block written anew.
std::optional<QByteArray> withHttpWritten(const QByteArray& yaml, const YamlNode& root,
                                          const TargetProfile& meant)
{
    Lines lines = splitLines(yaml);
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
        if (root.keys[i].name != QLatin1String("http"))
            continue;
        const qsizetype from = root.keys[i].line - 1;
        if (from < 0 || from >= lines.size() || indentOf(lines.at(from)) != 0)
            return std::nullopt;
        replaceLines(lines, from, endOf(lines, from, 0, false), writeHttpPart(meant));
        return joined(lines);
    }
    return std::nullopt;
}

bool reads(const QByteArray& yaml, const QString& fileName, const TargetProfile& meant)
{
    Result<TargetProfile> profile = parseProfile(yaml, fileName);
    if (!profile)
        return false;
    profile->path = meant.path;
    return writeProfile(*profile) == writeProfile(meant);
}

} // namespace

Result<QByteArray> editEndpoint(const QByteArray& yaml, const QString& fileName, const EndpointEdit& edit)
{
    Result<TargetProfile> meant = parseProfile(yaml, fileName);
    if (!meant)
        return meant.error();
    meant->path = fileName;
    if (!meant->http || edit.index >= meant->http->endpoints.size() || (edit.index < 0 && !edit.entry))
        return Error{ErrorCode::Usage,
                     meant->http ? QStringLiteral("The profile lists no such endpoint.")
                                 : QStringLiteral("The profile names no service."),
                     {},
                     {}};
    QVector<EndpointTarget>& all = meant->http->endpoints;
    if (edit.index < 0)
        all.append(*edit.entry);
    else if (edit.entry)
        all[edit.index] = *edit.entry;
    else
        all.removeAt(edit.index);
    if (meant->http->openapi.isEmpty())
        meant->http->openapi = edit.openapi;
    const Result<YamlNode> root = readYaml(yaml, fileName);
    if (!root)
        return root.error();
    for (const auto& text : {withItemChanged(yaml, *root, edit), withHttpWritten(yaml, *root, *meant)}) {
        if (text && reads(*text, fileName, *meant))
            return *text;
    }
    const QByteArray whole = writeProfile(*meant);
    if (reads(whole, fileName, *meant))
        return whole;
    return Error{ErrorCode::Internal, QStringLiteral("The changed profile could not be written."), {}, {}};
}

} // namespace awb
