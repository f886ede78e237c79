#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace awb
{

// A YAML document as plain values with the lines they stand on. Every scalar is text; what it means is the
// reader's business.
struct YamlNode
{
    enum class Kind { Null, Scalar, Sequence, Map };
    struct Key
    {
        QString name;
        int line = 0;
    };

    Kind kind = Kind::Null;
    QString text;                // Scalar
    int line = 0;                // from 1
    std::vector<Key> keys;       // Map: keys.size() == items.size()
    std::vector<YamlNode> items; // Map values or Sequence items

    const YamlNode* find(const QString& key) const; // Map; nullptr if it is not there
};

struct YamlLimits
{
    qsizetype bytes = 1024 * 1024;
    int depth = 16;
    int nodes = 50000;
};

// Reads one document of a plain subset: no anchors, aliases, tags, duplicate keys, second document or control
// characters; UTF-8 only. An Error is "FILE:LINE: reason" (Parse, or Limit for a bound). An empty document is
// a Null node.
Result<YamlNode> readYaml(const QByteArray& bytes, const QString& fileName, const YamlLimits& limits = {});

// "FILE:LINE: reason" as an Error.
Error yamlError(const QString& fileName, int line, const QString& reason, ErrorCode code = ErrorCode::Parse);

} // namespace awb
