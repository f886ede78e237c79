#pragma once

#include "core/foundation/result.h"
#include "core/foundation/secret.h"

#include <chrono>
#include <memory>

namespace awb
{

// Internal to core/target. The system keychain through QtKeychain, which answers by signals: its jobs live in
// a thread of their own with an event loop, and callers of any thread wait here on a condition with a
// deadline. QtKeychain keeps one queue for the whole process, bound to the thread that used it first; so
// there is one such thread too. It ends with the application object.
class KeychainThread
{
public:
    explicit KeychainThread(QString service, std::chrono::milliseconds deadline = std::chrono::seconds(5));

    Result<Secret> read(const QString& key); // NotFound also when the keychain is locked: see SecretStore
    Status write(const QString& key, const Secret& secret);
    Status remove(const QString& key);

private:
    QString service_;
    std::chrono::milliseconds deadline_;
};

} // namespace awb
