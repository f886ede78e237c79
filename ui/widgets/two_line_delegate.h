// Rows of two lines, a strong one over a small one, with a badge at the left and figures at the right:
// snapshots, report formats, the steps of an assistant.
#pragma once

#include "ui/widgets/cell_roles.h"

#include <QStyledItemDelegate>

namespace awb
{

enum TwoLineRole : int {
    SecondLineRole = FirstFreeCellRole, // QString
    BadgeRole,                          // QString: "A", "2"; empty: no badge, its room stays
    TrailingRole,                       // QString, right-aligned
    StepDoneRole                        // bool: the badge is a check
};

class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // Cap: a letter in a key cap. Step: a number in a disc, the row rounded.
    enum class Badge { None, Cap, Step };

    explicit TwoLineDelegate(Badge badge, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme) const;
    void paintBadge(QPainter& painter, const QRectF& row, bool selected, const QModelIndex& index,
                    const Theme& theme) const;

    Badge badge_;
};

} // namespace awb
