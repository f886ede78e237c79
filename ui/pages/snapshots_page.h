// Snapshots: save, list with A and B, the trend over the bands, the comparison check by check (mockup 07).
#pragma once

#include "ui/pages/page.h"
#include "ui/presenters/snapshots_presenter.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace awb
{

class Banner;
class Card;
class ComparisonModel;
class ChangeDetail;
class ComparisonTable;
class EmptyState;
class TextLabel;
class TrendView;

class SnapshotsPage : public Page
{
    Q_OBJECT
public:
    SnapshotsPage(const PageContext& context, QWidget* parent);
    ~SnapshotsPage() override;

    QString title() const override { return tr("Snapshots"); }
    void activate(const QString& argument) override; // "save": the name is asked for
    QVector<StatusKey> statusKeys() const override;

private:
    QWidget* makeList();
    QWidget* makeTrend();
    QWidget* makeComparison();
    void makeCommands();
    void refresh();
    void refreshList();
    void showDetail();
    void beginSave();
    void save();
    void choose(bool asB);
    void choosePath();
    void openCheck();
    void say(bool failed, const QString& strong, const QString& detail);

    SnapshotsPresenter presenter_;
    ComparisonModel* model_;
    QListWidget* list_;
    QLineEdit* label_;
    QPushButton* save_;
    TrendView* trend_;
    Card* comparison_;
    QCheckBox* changedOnly_;
    QPushButton* export_;
    ComparisonTable* table_;
    ChangeDetail* detail_;
    EmptyState* empty_;
    Banner* message_;
};

} // namespace awb
