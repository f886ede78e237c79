#include "ui/models/endpoint_model.h"

#include "design_tokens.h"
#include "ui/presenters/endpoints_presenter.h"
#include "ui/widgets/cell_roles.h"

#include <QLocale>

#include <algorithm>

namespace awb
{

EndpointModel::EndpointModel(QObject* parent) : QAbstractTableModel(parent) {}

void EndpointModel::setEndpoints(const QVector<KnownEndpoint>& endpoints, bool canEdit)
{
    const bool same = endpoints.size() == endpoints_.size() &&
                      std::equal(endpoints.cbegin(), endpoints.cend(), endpoints_.cbegin(),
                                 [](const KnownEndpoint& a, const KnownEndpoint& b) {
                                     return a.method == b.method && a.path == b.path;
                                 });
    if (!same)
        beginResetModel();
    endpoints_ = endpoints;
    canEdit_ = canEdit;
    if (!same)
        endResetModel();
    else if (!endpoints_.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int EndpointModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(endpoints_.size());
}

int EndpointModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QStringList EndpointModel::switchWords(int column)
{
    switch (column) {
    case Asked:
        return {tr("asked"), tr("left out")};
    case Public:
        return {tr("public"), tr("guarded")};
    case Kind:
        return {tr("write"), tr("read")};
    default:
        return {};
    }
}

QString EndpointModel::text(const KnownEndpoint& endpoint, int column) const
{
    switch (column) {
    case Asked:
        return switchWords(column).at(endpoint.takenIn ? 0 : 1);
    case Name:
        return EndpointsPresenter::titleOf(endpoint);
    case Public:
        return switchWords(column).at(endpoint.isPublic ? 0 : 1);
    case Kind:
        return switchWords(column).at(endpoint.isWrite ? 0 : 1);
    case Weight:
        return QLocale().toString(endpoint.weight, 'g', 6);
    case Rate:
        return endpoint.rate > 0 ? QLocale().toString(endpoint.rate, 'g', 6) + QStringLiteral("/s")
                                 : QStringLiteral("–");
    default:
        return note(endpoint);
    }
}

// The one thing worth knowing of it.
QString EndpointModel::note(const KnownEndpoint& endpoint) const
{
    if (!endpoint.problem.isEmpty())
        return tr("Not asked: %1").arg(endpoint.problem);
    if (!endpoint.takenIn && endpoint.said.skip)
        return tr("Left out by the profile; every report lists it");
    if (!endpoint.takenIn)
        return tr("May change something: asked only where you take it in");
    if (endpoint.mayChange && endpoint.isLogin)
        return tr("A login: never under load");
    if (endpoint.mayChange && endpoint.needsBody)
        return tr("No body is known: the profile has to give one");
    if (endpoint.mayChange)
        return tr("Sent only while writes are allowed");
    if (endpoint.entry >= 0)
        return endpoint.described ? tr("Changed by the profile") : tr("Listed by the profile");
    return {};
}

bool EndpointModel::isSaid(const KnownEndpoint& endpoint, int column) const
{
    switch (column) {
    case Asked:
        return endpoint.said.skip || (endpoint.mayChange && endpoint.takenIn);
    case Public:
        return endpoint.said.isPublic.has_value();
    case Kind:
        return endpoint.said.isWrite.has_value();
    case Weight:
        return endpoint.said.weight != 1;
    case Rate:
        return endpoint.said.rate > 0;
    default:
        return false;
    }
}

QVariant EndpointModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= endpoints_.size())
        return {};
    const KnownEndpoint& endpoint = endpoints_.at(index.row());
    const int column = index.column();
    const bool figures = column == Weight || column == Rate;
    switch (role) {
    case Qt::DisplayRole:
        return text(endpoint, column);
    case Qt::EditRole:
        return figures ? QVariant(column == Weight ? endpoint.weight : endpoint.rate) : QVariant();
    case Qt::ToolTipRole:
        return column == Name || column == Note ? QVariant(text(endpoint, column).toHtmlEscaped())
               : isSaid(endpoint, column)       ? QVariant(tr("Set in the profile"))
                                                : QVariant();
    case Qt::AccessibleTextRole:
        return isSaid(endpoint, column) ? tr("%1, set in the profile").arg(text(endpoint, column))
                                        : text(endpoint, column);
    case Qt::TextAlignmentRole:
        return QVariant(figures ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case MonoRole:
        return figures || column == Name;
    case StrongRole:
        return isSaid(endpoint, column);
    case QuietRole:
        return column == Note || (!endpoint.takenIn && column != Asked);
    case IconRole:
        if (column == Asked)
            return static_cast<int>(endpoint.takenIn ? tokens::IconId::Check : tokens::IconId::X);
        if (column == Public)
            return static_cast<int>(endpoint.isPublic ? tokens::IconId::Globe : tokens::IconId::Lock);
        return {};
    case TitleRole:
        return EndpointsPresenter::titleOf(endpoint);
    default:
        return {};
    }
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Weight || section == Rate ? Qt::AlignRight | Qt::AlignVCenter
                                                             : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Asked:
        return tr("Asked");
    case Name:
        return tr("Endpoint");
    case Public:
        return tr("Access");
    case Kind:
        return tr("Counts as");
    case Weight:
        return tr("Weight");
    case Rate:
        return tr("Rate");
    default:
        return tr("Note");
    }
}

Qt::ItemFlags EndpointModel::flags(const QModelIndex& index) const
{
    const bool number = index.column() == Weight || index.column() == Rate;
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return canEdit_ && number ? usual | Qt::ItemIsEditable : usual;
}

bool EndpointModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    bool number = false;
    double entered = QLocale().toDouble(value.toString().trimmed(), &number);
    if (!number)
        entered = value.toString().trimmed().toDouble(&number); // a point where the language has a comma
    if (!number || entered < 0 || entered > 1e6)
        return false;
    Q_EMIT numberEntered(index.data(TitleRole).toString(), index.column(), entered);
    return true;
}

} // namespace awb

#include "moc_endpoint_model.cpp"
