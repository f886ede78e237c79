// A key cap, with or without the word of what the key does ("J next").
#pragma once

#include <QWidget>

namespace awb
{

class KeyCap : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(const QString& key = {}, const QString& word = {}, QWidget* parent = nullptr);

    void setKey(const QString& key);
    void setWord(const QString& word);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void textChanged();

    QString key_;
    QString word_;
};

} // namespace awb
