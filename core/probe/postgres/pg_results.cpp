#include "core/probe/postgres/pg_results.h"

namespace awb
{

Rows copyOut(const pqxx::result& result)
{
    QStringList columns;
    const auto width = result.columns();
    for (pqxx::row::size_type c = 0; c < width; ++c)
        columns.append(QString::fromUtf8(result.column_name(c)));
    QVector<QByteArray> fields;
    fields.reserve(static_cast<qsizetype>(result.size()) * columns.size());
    for (pqxx::result::size_type r = 0; r < result.size(); ++r) {
        const pqxx::row row = result[r];
        for (pqxx::row::size_type c = 0; c < width; ++c) {
            const pqxx::field field = row[c];
            if (field.is_null())
                fields.append(QByteArray());
            else
                fields.append(QByteArray(field.c_str(), static_cast<qsizetype>(field.size())));
        }
    }
    return {columns, fields};
}

QString sqlStateOf(const pqxx::sql_error& error)
{
    if (const QString state = QString::fromStdString(error.sqlstate()); !state.isEmpty())
        return state;
    if (dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr)
        return QStringLiteral("42501");
    if (dynamic_cast<const pqxx::undefined_table*>(&error) != nullptr)
        return QStringLiteral("42P01");
    if (dynamic_cast<const pqxx::undefined_function*>(&error) != nullptr)
        return QStringLiteral("42883");
    return dynamic_cast<const pqxx::syntax_error*>(&error) != nullptr ? QStringLiteral("42601") : QString();
}

pqxx::result executeWith(pqxx::nontransaction& work, const std::string& sql,
                         const std::vector<const char*>& p)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    switch (p.size()) {
    case 0:
        return work.exec_params(sql);
    case 1:
        return work.exec_params(sql, p[0]);
    case 2:
        return work.exec_params(sql, p[0], p[1]);
    case 3:
        return work.exec_params(sql, p[0], p[1], p[2]);
    default:
        Q_ASSERT(p.size() == 4);
        return work.exec_params(sql, p[0], p[1], p[2], p[3]);
    }
#pragma GCC diagnostic pop
}

} // namespace awb
