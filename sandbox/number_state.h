#pragma once

#include "sandbox/meta_error.h"

#include <QJsonObject>

#include <optional>

namespace destek::sandbox
{

/// What Meta says of the business's number when asked, and what it does not let it send
/// (whatsapp.md 5.6, 7). Main thread only.
class NumberState
{
public:
    NumberState(const QString &id, const QString &displayNumber, const QString &name);

    /// As GET /<phone number id> answers; no fields named: all of them.
    [[nodiscard]] QJsonObject fields(const QString &chosen, qint64 nowMs);
    /// Replaces single fields.
    void set(const QJsonObject &fields);
    /// "outside": nothing to whom the window is closed; "all": nothing at all; "banned"; empty:
    /// no restriction any more. `untilMs` 0: open-ended.
    void restrict(const QString &what, qint64 untilMs);
    [[nodiscard]] std::optional<MetaError> refusalOf(bool insideWindow, qint64 nowMs);
    /// Messages a second beside the usual rate of the run.
    [[nodiscard]] int throughput(int usual) const;

private:
    void expire(qint64 nowMs);

    QJsonObject m_fields;
    QString m_restriction;
    qint64 m_untilMs = 0;
};

/// "TIER_2K" of 2000 or of itself.
[[nodiscard]] QString limitWord(const QJsonValue &limit);

} // namespace destek::sandbox
