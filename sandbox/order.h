#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace destek::sandbox
{

struct OrderRefusal {
    QString why;
    int status = 400;
};

/// What the control API answers beside "ok".
using Ordered = Result<QJsonObject, OrderRefusal>;

/// The orders of the control API (README.md), the same over HTTP and as a scenario's steps.
[[nodiscard]] QStringList orderNames();
/// Why this order cannot be meant: its name or one of its keys is unknown. Empty: nothing.
[[nodiscard]] QString complaintAbout(const QString &name, const QJsonObject &order);

/// "at" in Unix seconds, or "minutes_ago"; otherwise now. Milliseconds.
[[nodiscard]] qint64 momentOf(const QJsonObject &order, qint64 nowMs);

} // namespace destek::sandbox
