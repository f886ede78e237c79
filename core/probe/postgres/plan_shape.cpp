#include "core/probe/postgres/plan_shape.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

namespace awb
{

namespace
{

constexpr int maxDepth = 100;
constexpr int maxNodes = 5000;

class Walker
{
public:
    bool walk(const QJsonObject& node, int depth, std::optional<double> limit)
    {
        if (depth > maxDepth || ++nodes_ > maxNodes)
            return false;
        const QString type = node.value(QStringLiteral("Node Type")).toString();
        const QString relation = node.value(QStringLiteral("Relation Name")).toString();
        QStringList word{type};
        for (const char* key : {"Schema", "Relation Name", "Index Name", "Join Type", "CTE Name"}) {
            const QString value = node.value(QLatin1String(key)).toString();
            if (!value.isEmpty())
                word.append(value);
        }
        words.append(QStringLiteral("%1:%2").arg(depth).arg(word.join(QLatin1Char(' '))));
        const double rows = node.value(QStringLiteral("Plan Rows")).toDouble();
        if (type == QLatin1String("Seq Scan") && !(limit && *limit < rows))
            scans.append({node.value(QStringLiteral("Schema")).toString(), relation, rows,
                          columnsIn(node.value(QStringLiteral("Filter")).toString(),
                                    node.value(QStringLiteral("Alias")).toString())});
        if (type == QLatin1String("Limit"))
            limit = rows;
        else if (readsAll(type))
            limit.reset();
        for (const QJsonValue& child : node.value(QStringLiteral("Plans")).toArray()) {
            const QJsonObject object = child.toObject();
            const bool sub =
                object.value(QStringLiteral("Parent Relationship")).toString() != QLatin1String("Outer");
            if (!walk(object, depth + 1, sub && type.contains(QLatin1String("Join")) ? std::nullopt : limit))
                return false;
        }
        return true;
    }

    QStringList words;
    QVector<SeqScanNode> scans;

private:
    static bool readsAll(const QString& type)
    {
        return type.contains(QLatin1String("Sort")) || type.contains(QLatin1String("Aggregate")) ||
               type == QLatin1String("Hash") || type == QLatin1String("WindowAgg") ||
               type == QLatin1String("SetOp") || type == QLatin1String("Materialize") ||
               type == QLatin1String("ModifyTable") || type == QLatin1String("CTE Scan") ||
               type == QLatin1String("Recursive Union") || type == QLatin1String("Bitmap Heap Scan");
    }
    int nodes_ = 0;
};

} // namespace

Result<PlanShape> readPlan(const QByteArray& json)
{
    const QJsonObject plan =
        QJsonDocument::fromJson(json).array().at(0).toObject().value(QStringLiteral("Plan")).toObject();
    if (plan.isEmpty())
        return Error{ErrorCode::Protocol, QStringLiteral("The server's plan cannot be read."), {}, {}};
    Walker walker;
    if (!walker.walk(plan, 0, std::nullopt))
        return Error{ErrorCode::Limit, QStringLiteral("The plan is too large to be read."), {}, {}};
    PlanShape shape;
    shape.words = walker.words.join(QStringLiteral(" > "));
    shape.hash = QString::fromLatin1(
        QCryptographicHash::hash(shape.words.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
    shape.cost = plan.value(QStringLiteral("Total Cost")).toDouble();
    shape.seqScans = walker.scans;
    return shape;
}

QStringList columnsIn(const QString& condition, const QString& alias)
{
    static const QRegularExpression literal(QStringLiteral("'(?:[^']|'')*'"));
    static const QRegularExpression name(
        QStringLiteral("(?<![\\w$\"])(\"(?:[^\"]|\"\")+\"|[\\w$]+)\\.(\"(?:[^\"]|\"\")+\"|[\\w$]+)"),
        QRegularExpression::UseUnicodePropertiesOption);
    const QString text = QString(condition.left(20000)).replace(literal, QStringLiteral("''"));
    QStringList columns;
    for (auto it = name.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString owner = match.captured(1);
        if (owner.startsWith(QLatin1Char('"')))
            owner = owner.mid(1, owner.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
        if (owner == alias && !columns.contains(match.captured(2)))
            columns.append(match.captured(2));
    }
    return columns;
}

QString repairedText(const QString& sql)
{
    static const QRegularExpression extract(QStringLiteral("\\bextract\\s*\\(\\s*(\\$\\d+)\\s+from\\s+"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression typed(
        QStringLiteral("\\b(interval|date|time|timestamp|timestamptz)\\s+(\\$\\d+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString out = sql;
    out.replace(extract, QStringLiteral("date_part(\\1::text, "));
    out.replace(typed, QStringLiteral("\\2::\\1"));
    return out == sql ? QString() : out;
}

} // namespace awb
