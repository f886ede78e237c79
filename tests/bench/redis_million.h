#pragma once

#include "tests/support/private_redis.h"

#include <QString>

namespace awb::bench
{

// A private Redis with about `keys` keys like a real cache's: strings, hashes, lists, some without TTL, a
// pattern with two types, bare identifiers. The same every time.
class RedisMillion
{
public:
    explicit RedisMillion(int keys) : keys_(keys) {}
    bool start(); // false with error()
    QString error() const { return error_; }
    test::PrivateRedis& server() { return server_; }

private:
    int keys_;
    test::PrivateRedis server_;
    QString error_;
};

// Peak resident memory of this process in MiB since it was last reset.
double peakMiB();
void resetPeak();

} // namespace awb::bench
