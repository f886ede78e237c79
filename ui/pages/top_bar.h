// The bar above every page: home, the audit's name and host, page tabs, score, search, review, menu.
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/pane.h"

QT_BEGIN_NAMESPACE
class QMenu;
class QPushButton;
class QTabBar;
QT_END_NAMESPACE

namespace awb
{

class ScoreRing;
class TextLabel;

class TopBar : public Pane
{
    Q_OBJECT
public:
    TopBar(const QVector<PageId>& tabs, QWidget* parent = nullptr);

    void showSession(const AuditSession& session); // name, score; without an audit only the program's name
    void showPage(PageId page);
    void setMenu(QMenu* menu);

Q_SIGNALS:
    void homeWanted();
    void pageWanted(awb::PageId page);
    void paletteWanted();
    void reviewWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* quiet(tokens::IconId icon, const QString& text, const QString& key, const QString& name);
    void makeTabs(const QVector<PageId>& tabs);
    enum class Room {
        Everything,
        TabWords,  // the other buttons show their icons only
        OneTabWord // of the chosen tab
    };
    void fit();
    void showWords(Room room);

    QPushButton* home_;
    QWidget* sign_; // of the program, while no audit is open
    TextLabel* name_;
    TextLabel* host_;
    QTabBar* tabs_;
    QVector<PageId> pages_;
    QWidget* score_;
    TextLabel* points_;
    TextLabel* progress_;
    ScoreRing* ring_;
    QPushButton* search_;
    QPushButton* review_;
    QPushButton* menu_;
    bool open_ = false;
};

QString pageWord(PageId page);

} // namespace awb
