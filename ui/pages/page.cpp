#include "ui/pages/page.h"

#include "ui/presenters/command_set.h"

namespace awb
{

Page::Page(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      commands_(new CommandSet(Qt::WidgetWithChildrenShortcut, this))
{
    connect(commands_, &CommandSet::added, this, [this](QAction* action) { addAction(action); });
}

void Page::endWidgets()
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void Page::activate(const QString&) {}

} // namespace awb

#include "moc_page.cpp"
