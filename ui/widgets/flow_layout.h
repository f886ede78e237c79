// Lays widgets out in rows from the left and breaks where they do not fit: chips, buttons with long words.
#pragma once

#include <QLayout>
#include <QVector>

namespace awb
{

class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr, int spacing = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    // Returns the height used; moves the items only if `place`.
    int arrange(const QRect& rect, bool place) const;
    void placeRow(qsizetype first, qsizetype next, const QRect& row) const;

    QVector<QLayoutItem*> items_;
};

} // namespace awb
