#include "core/target/secret_store.h"

#include "core/foundation/ids.h"
#include "core/target/keychain_thread.h"

#include <QMap>

#include <mutex>

namespace awb
{

namespace
{

class MemorySecretStore final : public SecretStore
{
public:
    Result<Secret> read(const QString& name) override
    {
        const std::lock_guard lock(mutex_);
        const auto it = secrets_.constFind(name);
        if (it == secrets_.constEnd())
            return Error{
                ErrorCode::NotFound, QStringLiteral("No secret named '%1' was given.").arg(name), {}, {}};
        return *it;
    }
    Status write(const QString& name, const Secret& secret) override
    {
        const std::lock_guard lock(mutex_);
        secrets_.insert(name, secret);
        return Done();
    }
    Status remove(const QString& name) override
    {
        const std::lock_guard lock(mutex_);
        secrets_.remove(name);
        return Done();
    }
    QString describe() const override { return QStringLiteral("memory, until the program ends"); }
    bool isPersistent() const override { return false; }

private:
    std::mutex mutex_;
    QMap<QString, Secret> secrets_;
};

// A locked keychain answers "not found" to a read and "done" to a delete, so neither is believed before a
// write was read back.
class KeychainSecretStore final : public SecretStore
{
public:
    Status probe()
    {
        const QString key = QStringLiteral("usable/") + newId();
        const Secret sent(newId().toUtf8());
        if (const Status written = keychain_.write(key, sent); !written)
            return written;
        const Result<Secret> back = keychain_.read(key);
        if (!back || back->reveal() != sent.reveal())
            return locked();
        return keychain_.remove(key);
    }

    Result<Secret> read(const QString& name) override
    {
        Result<Secret> found = keychain_.read(name);
        if (!found && found.error().code == ErrorCode::NotFound) {
            if (const Status usable = probe(); !usable)
                return locked();
        }
        return found;
    }
    Status write(const QString& name, const Secret& secret) override
    {
        if (const Status written = keychain_.write(name, secret); !written)
            return written;
        const Result<Secret> back = keychain_.read(name);
        return back && back->reveal() == secret.reveal() ? Status(Done()) : Status(locked());
    }
    Status remove(const QString& name) override
    {
        if (const Status usable = probe(); !usable)
            return locked();
        const Status removed = keychain_.remove(name);
        return !removed && removed.error().code == ErrorCode::NotFound ? Status(Done()) : removed;
    }
    QString describe() const override { return QStringLiteral("system keychain"); }
    bool isPersistent() const override { return true; }

private:
    static Error locked()
    {
        return {ErrorCode::Locked,
                QStringLiteral(
                    "The system keychain is locked or not usable: what was written could not be read back."),
                {},
                QStringLiteral("Unlock the keychain, or use env:NAME or file:PATH in the profile.")};
    }

    KeychainThread keychain_{QStringLiteral("auditbench")};
};

} // namespace

std::unique_ptr<SecretStore> makeMemorySecretStore()
{
    return std::make_unique<MemorySecretStore>();
}

std::unique_ptr<SecretStore> makeSecretStore()
{
    auto keychain = std::make_unique<KeychainSecretStore>();
    if (keychain->probe())
        return keychain;
    return makeMemorySecretStore();
}

} // namespace awb
