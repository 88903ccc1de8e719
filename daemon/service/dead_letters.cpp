#include "daemon/service/dead_letters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kAtMost = 10'000;

/// A field is kept as the element of `changes` it was: read as a body of its own again.
QByteArray bodyOf(const QByteArray &letter)
{
    const QJsonObject json = QJsonDocument::fromJson(letter).object();
    if (!json.contains("field"_L1))
        return letter;
    const QJsonObject entry{{"changes"_L1, QJsonArray{json}}};
    return QJsonDocument(QJsonObject{{"entry"_L1, QJsonArray{entry}}})
        .toJson(QJsonDocument::Compact);
}

bool isUnderstood(const QList<InboundEvent> &events)
{
    for (const InboundEvent &event : events) {
        if (std::holds_alternative<OtherUpdate>(event) ||
            std::holds_alternative<UnreadablePart>(event))
            return false;
    }
    return !events.isEmpty();
}

} // namespace

Stored<Reread> rereadDeadLetters(Tx &tx, const InboundApplier &applier,
                                 const std::function<QList<InboundEvent>(const QByteArray &)> &read)
{
    const auto letters = std::as_const(tx).intake().deadBodies(0, kAtMost);
    if (!letters)
        return failure(letters.error());
    Reread counts;
    for (const PendingBody &letter : *letters) {
        const QList<InboundEvent> events = read(bodyOf(letter.body));
        const auto applied = tx.attempt([&](Tx &inner) -> Stored<Done> {
            if (!isUnderstood(events))
                return failure(StoreError::NotFound);
            for (const InboundEvent &event : events) {
                if (auto one = applier.apply(inner, event, letter.receivedAt); !one)
                    return one;
            }
            return inner.intake().removeDeadLetter(letter.row);
        });
        ++(applied ? counts.read : counts.left);
    }
    return counts;
}

} // namespace destek::daemon
