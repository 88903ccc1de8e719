#pragma once

#include "core/base/id.h"

#include <QUuid>

namespace destek
{

using ContactId = Id<struct ContactTag>;           ///< a person, however addressed (R-06)
using ConversationId = Id<struct ConversationTag>; ///< one person at one business number
using AgentId = Id<struct AgentTag>;               ///< somebody who signs in
using DeviceId = Id<struct DeviceTag>;             ///< a paired console
using OrderId = Id<struct OrderTag>;               ///< an erasure order
using UploadId = Id<struct UploadTag>;             ///< a file handed over for a message to come
using LabelId = Id<struct LabelTag>;               ///< a word the company files conversations under
using QuickReplyId = Id<struct QuickReplyTag>;     ///< an answer written once for everybody
using SavedViewId = Id<struct SavedViewTag>;       ///< a filter of the inbox with a name

/// Made by whoever creates the message (the console for what agents write), so that sending
/// the same thing twice is recognised as the same thing.
struct MessageId {
    QUuid uuid;

    [[nodiscard]] static MessageId create() { return {QUuid::createUuid()}; }
    [[nodiscard]] static MessageId fromString(const QString &text) { return {QUuid(text)}; }
    [[nodiscard]] QString toString() const { return uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] bool isValid() const { return !uuid.isNull(); }
    bool operator==(const MessageId &) const = default;
};

inline size_t qHash(const MessageId &id, size_t seed = 0)
{
    return ::qHash(id.uuid, seed);
}

} // namespace destek
