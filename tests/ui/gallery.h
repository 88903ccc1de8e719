#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// A message of the customer with this content, told on the feed.
MessageView customerSends(UiWorld &world, ConversationId id, MessageKind kind, const QString &text,
                          const MessageContent &content = {}, const QByteArray &bytes = {});
/// One of ours.
MessageView weSent(UiWorld &world, ConversationId id, MessageKind kind, const QString &text,
                   const MessageContent &content = {}, SendState state = SendState::Read);

[[nodiscard]] MessageContent mediaContent(const QString &mimeType, qint64 size,
                                          const QString &fileName = {},
                                          MediaState state = MediaState::Here);

/// One of each kind that WhatsApp knows, in every state a file can be in.
void fillGallery(UiWorld &world, ConversationId id);

/// Turkish, Arabic, Hebrew and numbers, one after the other and in one another.
void fillDirections(UiWorld &world, ConversationId id);

} // namespace destek::test
