#include "core/store/audit_store.h"

#include <QDir>
#include <QStandardPaths>

namespace awb
{

QString defaultStorePath(const QString& option)
{
    if (!option.isEmpty())
        return option;
    const QString variable = qEnvironmentVariable("AUDITBENCH_STORE");
    if (!variable.isEmpty())
        return variable;
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir(data).filePath(QStringLiteral("auditbench/audits.db"));
}

} // namespace awb
