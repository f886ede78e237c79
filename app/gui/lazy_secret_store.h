#pragma once

#include "core/target/secret_store.h"

#include <mutex>

namespace awb
{

// Asks for the system keychain only when a secret is first needed: starting never waits for it. Thread-safe.
class LazySecretStore final : public SecretStore
{
    template<typename F>
    auto with(F call) const
    {
        const std::lock_guard lock(mutex_);
        if (!store_) {
            store_ = makeSecretStore();
        }
        return call(*store_);
    }

public:
    Result<Secret> read(const QString& name) override
    {
        return with([&](SecretStore& s) { return s.read(name); });
    }
    Status write(const QString& name, const Secret& secret) override
    {
        return with([&](SecretStore& s) { return s.write(name, secret); });
    }
    Status remove(const QString& name) override
    {
        return with([&](SecretStore& s) { return s.remove(name); });
    }
    QString describe() const override
    {
        return with([](SecretStore& s) { return s.describe(); });
    }
    bool isPersistent() const override
    {
        return with([](SecretStore& s) { return s.isPersistent(); });
    }

private:
    mutable std::mutex mutex_;
    mutable std::unique_ptr<SecretStore> store_;
};

} // namespace awb
