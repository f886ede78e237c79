// Settings: who is at the keyboard, the look, and what reports leave out. All take effect at once.
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace awb
{

class TextLabel;

class SettingsPage : public Page
{
    Q_OBJECT
public:
    SettingsPage(const PageContext& context, QWidget* parent);
    ~SettingsPage() override;

    QString title() const override { return tr("Settings"); }
    void activate(const QString& argument) override;
    QVector<StatusKey> statusKeys() const override;

private:
    QWidget* makePerson();
    QWidget* makeLook();
    QWidget* makeReports();
    void lock();

    QLineEdit* author_;
    QComboBox* seat_;
    QComboBox* theme_;
    QComboBox* language_;
    QSpinBox* scale_;
    QCheckBox* reduced_;
    QCheckBox* redact_;
    TextLabel* locked_;
};

} // namespace awb
