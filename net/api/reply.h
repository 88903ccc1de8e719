#pragma once

#include "core/base/result.h"
#include "core/wire/api_error.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace destek::net
{

template <typename T>
using Answer = Result<T, ApiError>;

/// Where an answer goes: called at most once, on the GUI thread, never before the call that
/// asked has returned, and not at all once `owner` is gone. Not calling it any more is the only
/// consequence of the owner's death: what was asked of the daemon still happens.
template <typename T>
class Then
{
public:
    Then(QObject *owner, std::function<void(Answer<T>)> callback)
        : m_owner(owner), m_callback(std::move(callback))
    {
    }
    void operator()(Answer<T> answer) const
    {
        if (m_owner)
            m_callback(std::move(answer));
    }
    /// nullptr once it is gone: who works on an answer may stop then.
    [[nodiscard]] QObject *owner() const { return m_owner; }

private:
    QPointer<QObject> m_owner;
    std::function<void(Answer<T>)> m_callback;
};

} // namespace destek::net
