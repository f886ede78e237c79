#pragma once

#include <QObject>

#include <functional>

namespace awb::cli
{

// Turns SIGINT and SIGTERM into one call in the event loop. One instance at a time.
class Interrupt : public QObject
{
public:
    explicit Interrupt(std::function<void()> stop);
    ~Interrupt() override;

private:
    std::function<void()> stop_;
};

} // namespace awb::cli
