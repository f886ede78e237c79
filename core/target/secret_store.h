#pragma once

#include "core/foundation/result.h"
#include "core/foundation/secret.h"
#include "core/target/target_profile.h"

#include <functional>
#include <memory>

namespace awb
{

// Keeps secrets by name. Blocking with a deadline (5 s); call it from a worker or from the CLI, not from the
// GUI thread.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual Result<Secret> read(const QString& name) = 0; // ErrorCode::NotFound when it is not there
    virtual Status write(const QString& name, const Secret& secret) = 0;
    virtual Status remove(const QString& name) = 0;
    // "system keychain" or "memory, until the program ends"
    virtual QString describe() const = 0;
    virtual bool isPersistent() const = 0;
};

std::unique_ptr<SecretStore> makeMemorySecretStore();

// The system keychain through QtKeychain if it is usable, else memory. Only a write that reads back proves a
// keychain usable: a locked one reads as "not found" and deletes "successfully".
std::unique_ptr<SecretStore> makeSecretStore();

// Resolves env:, file: and keychain: references; `ask` is called for Kind::Ask and may return nothing.
using AskSecret = std::function<std::optional<Secret>(const QString& what)>;
Result<Secret> resolveSecret(const SecretRef& ref, SecretStore& store, const QString& profilePath,
                             const QString& what, const AskSecret& ask = {});

} // namespace awb
