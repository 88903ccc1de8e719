#pragma once

#include <cassert>
#include <utility>
#include <variant>

/// Failing is a value: a Result holds either the answer or the error, never both, and may not
/// be dropped unread. Same meaning as C++23's std::expected, so that it can become an alias.
/// Free of Qt: core/crypto and destek-verify use it too.
namespace destek
{

/// Wraps an error on its way into a Result: `return failure(StoreError::Busy);`
template <typename E>
struct Failure {
    E error;
};

template <typename E>
[[nodiscard]] Failure<std::decay_t<E>> failure(E &&error)
{
    return {std::forward<E>(error)};
}

template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Failure<E> failed) : m_state(std::in_place_index<1>, std::move(failed.error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Precondition: ok().
    [[nodiscard]] const T &value() const &
    {
        assert(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &value() &
    {
        assert(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        assert(ok());
        return std::get<0>(std::move(m_state));
    }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// Precondition: !ok().
    [[nodiscard]] const E &error() const
    {
        assert(!ok());
        return std::get<1>(m_state);
    }
    [[nodiscard]] T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

private:
    std::variant<T, E> m_state;
};

/// The Result of work that answers nothing but success: `return done();`
struct Done {
    bool operator==(const Done &) const = default;
};

[[nodiscard]] inline Done done()
{
    return {};
}

} // namespace destek
