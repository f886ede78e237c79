// A checker for the part of JSON Schema that resources/schemas uses: type, properties, required,
// additionalProperties, items, enum, const, pattern, minimum, minLength, minItems, uniqueItems, $ref into
// $defs. Any other keyword in a schema is reported as an error, so that nothing goes unchecked unnoticed.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace awb::test
{

// One sentence for each violation, with its place ("checks[3].mark: …"); empty: valid.
QStringList schemaViolations(const QJsonValue& value, const QJsonObject& schema);

} // namespace awb::test
