#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <limits>

namespace awb
{

// A result set, copied out of the client library: text fields, SQL NULL is a null QByteArray. Columns by
// position, or by name where the other side's columns grow between versions.
class Rows
{
public:
    Rows() = default;
    Rows(QStringList columns, QVector<QByteArray> fields)
        : columns_(std::move(columns)),
          fields_(std::move(fields))
    {
    }

    qsizetype size() const { return columns_.isEmpty() ? 0 : fields_.size() / columns_.size(); }
    bool isEmpty() const { return size() == 0; }
    const QStringList& columns() const { return columns_; }
    qsizetype column(const QString& name) const { return columns_.indexOf(name); }

    const QByteArray& bytes(qsizetype row, qsizetype column) const
    {
        return fields_.at(row * columns_.size() + column);
    }
    bool isNull(qsizetype row, qsizetype column) const { return bytes(row, column).isNull(); }
    QString text(qsizetype row, qsizetype column) const { return QString::fromUtf8(bytes(row, column)); }
    qint64 integer(qsizetype row, qsizetype column) const { return bytes(row, column).toLongLong(); }
    // NaN for NULL and for text that is no number.
    double number(qsizetype row, qsizetype column) const
    {
        bool ok = false;
        const double value = bytes(row, column).toDouble(&ok);
        return ok ? value : std::numeric_limits<double>::quiet_NaN();
    }
    bool flag(qsizetype row, qsizetype column) const { return bytes(row, column) == "t"; }

private:
    QStringList columns_;
    QVector<QByteArray> fields_;
};

} // namespace awb
