#pragma once

#include "core/foundation/error.h"

#include <QtGlobal>

#include <utility>
#include <variant>

namespace awb
{

// What a failing function returns: `return Unexpected(Error{…});`
struct Unexpected
{
    explicit Unexpected(Error e) : error(std::move(e)) {}
    Error error;
};

// Result<T>: a value, or the Error that says why there is none. Vocabulary of std::expected, which g++ 12
// does not have in C++20. Reading the wrong side is a programming mistake (Q_ASSERT).
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Unexpected failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&state_);
    }
    const T& value() const&
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& value() &&
    {
        Q_ASSERT(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        Q_ASSERT(!has_value());
        return *std::get_if<1>(&state_);
    }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> state_;
};

// Success without a value.
struct Done
{
};
using Status = Result<Done>;

} // namespace awb
