#include "ui/pages/probe_table.h"

#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/mark_painter.h"
#include "ui/models/probe_table_model.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_roles.h"

#include <QHeaderView>
#include <QPainter>
#include <QSettings>

#include <algorithm>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

using tokens::Role;

void paintSpinner(QPainter& painter, const QRectF& square, int turn, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Sunken), theme.px(2)));
    painter.drawEllipse(square);
    painter.setPen(QPen(theme.color(Role::Accent), theme.px(2), Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(square, (90 - turn * 36) * 16, -110 * 16);
}

} // namespace

void ProbeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    if (!index.data(SectionRole).toBool()) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    paintHeading(*painter, option.rect, index, themeOf(option.widget));
    painter->restore();
}

void ProbeDelegate::paintHeading(QPainter& painter, const QRect& row, const QModelIndex& index,
                                 const Theme& theme) const
{
    painter.fillRect(row, theme.color(Role::Window));
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.color(Role::Line));
    const double side = theme.px(16);
    double x = row.left() + theme.px(12);
    IconPainter::paint(painter, QRectF(x, row.center().y() - side / 2, side, side),
                       static_cast<tokens::IconId>(index.data(ProbeTableModel::IconRole).toInt()),
                       theme.color(Role::Text2));
    x += theme.px(24);
    const QFont strong = theme.font(tokens::Type::BodyStrong);
    const QFont small = theme.font(tokens::Type::Small);
    const QString title = index.data().toString();
    const QString over = index.data(ProbeTableModel::OverRole).toString();
    const double overWidth = QFontMetricsF(small).horizontalAdvance(over);
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter.setFont(strong);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(QRectF(x, row.top(), row.width(), row.height()), flags, title);
    x += QFontMetricsF(strong).horizontalAdvance(title) + theme.px(8);
    painter.setFont(small);
    painter.setPen(theme.color(Role::Text2));
    const double room = row.right() - theme.px(24) - overWidth - x;
    if (room > theme.px(24))
        painter.drawText(QRectF(x, row.top(), room, row.height()), flags,
                         QFontMetricsF(small).elidedText(index.data(ProbeTableModel::TargetRole).toString(),
                                                         Qt::ElideRight, room));
    painter.drawText(QRectF(row.right() - theme.px(12) - overWidth, row.top(), overWidth + 2, row.height()),
                     flags, over);
}

void ProbeDelegate::paintState(QPainter& painter, const QRectF& cell, const QModelIndex& index,
                               const Theme& theme) const
{
    const double side = theme.px(16);
    const QRectF square(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side);
    const auto phase = static_cast<ProbePhase>(index.data(ProbeTableModel::PhaseRole).toInt());
    if (phase == ProbePhase::Running) {
        const auto* model = qobject_cast<const ProbeTableModel*>(index.model());
        paintSpinner(painter, square.adjusted(1.5, 1.5, -1.5, -1.5), model ? model->spin() : 0, theme);
        return;
    }
    const QVariant glyph = index.data(GlyphRole);
    const QVariant icon = index.data(ProbeTableModel::IconRole);
    if (glyph.isValid()) // an outline: probes suggest, people decide
        MarkPainter::paint(painter, square, static_cast<MarkGlyph>(glyph.toInt()), false, theme);
    else if (icon.isValid())
        IconPainter::paint(painter, square, static_cast<tokens::IconId>(icon.toInt()),
                           theme.color(Role::Muted));
    else
        MarkPainter::paint(painter, square, MarkGlyph::Undecided, false, theme);
}

void ProbeDelegate::paintProgress(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                  const QModelIndex& index, const Theme& theme) const
{
    const double height = theme.px(6);
    const QRectF groove(cell.left(), cell.center().y() - height / 2,
                        std::min(theme.px(108), cell.width() * 0.4), height);
    const double share = index.data(ProgressRole).toDouble();
    drawRounded(painter, groove, theme.px(tokens::radius::bar), theme.color(Role::Sunken), QColor());
    QRectF done(groove);
    if (share < 0) {
        const auto* model = qobject_cast<const ProbeTableModel*>(index.model());
        const double at = model ? model->spin() / 10.0 : 0.4;
        done = QRectF(groove.left() + groove.width() * 0.8 * at, groove.top(), groove.width() * 0.2, height);
    } else
        done.setWidth(groove.width() * std::clamp(share, 0.0, 1.0));
    if (done.width() > 1)
        drawRounded(painter, done, std::min(theme.px(tokens::radius::bar), done.width() / 2),
                    theme.color(Role::Accent), QColor());
    CellDelegate::paintCell(painter, cell.adjusted(groove.width() + theme.px(8), 0, 0, 0), option, index,
                            theme);
}

void ProbeDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                              const QModelIndex& index, const Theme& theme) const
{
    if (index.column() == ProbeTableModel::StateIconColumn)
        paintState(painter, cell, index, theme);
    else if (index.data(ProgressRole).isValid())
        paintProgress(painter, cell, option, index, theme);
    else
        CellDelegate::paintCell(painter, cell, option, index, theme);
}

ProbeTableView::ProbeTableView(QWidget* parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    setItemDelegate(new ProbeDelegate(this));
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    spinner_.setInterval(100ms);
    connect(&spinner_, &QTimer::timeout, this, [this] {
        if (probes_ && isVisible())
            probes_->advance();
    });
    followTheme(this, [this] { applyTheme(); });
}

void ProbeTableView::setProbes(ProbeTableModel* model)
{
    probes_ = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ProbeTableView::span);
    span();
}

// With reduced motion the sign stands still; its word says that it runs.
void ProbeTableView::setRunning(bool running)
{
    const bool reduced = QSettings().value(QStringLiteral("look/reducedMotion")).toBool();
    if (running && !reduced)
        spinner_.start();
    else
        spinner_.stop();
}

QString ProbeTableView::currentProbe() const
{
    return currentIndex().data(ProbeTableModel::IdRole).toString();
}

void ProbeTableView::setCurrentProbe(const QString& id)
{
    if (!probes_ || currentProbe() == id)
        return;
    const QModelIndex index = probes_->indexOf(id);
    if (index.isValid())
        setCurrentIndex(index);
}

void ProbeTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    const QString id = currentProbe();
    if (!id.isEmpty())
        Q_EMIT currentProbeChanged(id);
}

// Headings are stepped over.
QModelIndex ProbeTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    QModelIndex next = QTableView::moveCursor(action, modifiers);
    const bool up = action == MoveUp || action == MovePageUp || action == MovePrevious;
    while (next.isValid() && next.data(SectionRole).toBool()) {
        const QModelIndex further = next.siblingAtRow(next.row() + (up ? -1 : 1));
        if (!further.isValid())
            return currentIndex();
        next = further;
    }
    return next;
}

void ProbeTableView::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(8); // else the margins of a header decide
    verticalHeader()->setDefaultSectionSize(static_cast<int>(themeOf(this).px(tokens::size::row)));
    fit();
}

void ProbeTableView::span()
{
    clearSpans();
    if (!probes_)
        return;
    for (const int row : probes_->headings()) {
        setSpan(row, 0, 1, ProbeTableModel::ColumnCount);
        setRowHeight(row, static_cast<int>(themeOf(this).px(tokens::size::sectionRow)));
    }
    fit();
}

void ProbeTableView::fit()
{
    const Theme theme = themeOf(this);
    const auto px = [&theme](double value) { return static_cast<int>(theme.px(value)); };
    const int width = viewport()->width();
    const int title = std::clamp(width / 4, px(150), px(230));
    const int checks = px(92);
    const int state = px(width < px(760) ? 104 : 156);
    setColumnWidth(ProbeTableModel::StateIconColumn, px(40));
    setColumnWidth(ProbeTableModel::TitleColumn, title);
    setColumnWidth(ProbeTableModel::ChecksColumn, checks);
    setColumnWidth(ProbeTableModel::StateColumn, state);
    setColumnWidth(ProbeTableModel::TimeColumn, px(84));
    setColumnWidth(ProbeTableModel::ResultColumn,
                   std::max(px(120), width - px(40) - title - checks - state - px(84)));
}

void ProbeTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

} // namespace awb

#include "moc_probe_table.cpp"
