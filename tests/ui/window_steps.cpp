#include "tests/ui/window_steps.h"

#include "tests/ui/ui_world.h"
#include "ui/pages/load_page.h"
#include "ui/pages/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QSignalSpy>
#include <QTest>

namespace awb::test
{

bool openAudit(MainWindow& window, const QString& profile)
{
    window.resize(1440, 900);
    window.show();
    QApplication::setActiveWindow(&window);
    QSignalSpy opened(&window.session(), &AuditSession::opened);
    AuditMeta meta = auditMeta(QStringLiteral("Checkout"));
    meta.profileText = profile;
    window.session().createAudit(meta);
    return QTest::qWaitFor([&] { return opened.size() == 1 && window.focusWidget(); });
}

bool startLoad(LoadPage& page)
{
    page.findChild<QAbstractButton*>(QStringLiteral("load-button"))->click();
    const auto* dialog = page.findChild<QDialog*>(QStringLiteral("consent"));
    if (!dialog)
        return false;
    dialog->findChild<QCheckBox*>(QStringLiteral("consent-host"))->setChecked(true);
    dialog->findChild<QAbstractButton*>(QStringLiteral("consent-yes"))->click();
    return true;
}

} // namespace awb::test
