#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// A world with one of everything a screen must be able to show.
class Showcase
{
public:
    explicit Showcase(UiWorld &world);
    [[nodiscard]] ConversationId conversationFor(const QString &screen) const;
    void arrange(const QString &screen);
    void eraseSomebody();
    /// Two numbers, alerts of every severity, counts near the free quota, a stopped template.
    void fillChannel(bool sendingStopped = false);
    /// A message of kRich that was edited, failed once and arrived.
    MessageId fillHistory();
    /// A log with a true seal; with firstBad >= 0 the daemon says that this record is altered.
    void sealLog(qint64 firstBad = -1);

    static constexpr qint64 kRich = 1;     ///< every kind of message and state
    static constexpr qint64 kClosed = 3;   ///< window closed
    static constexpr qint64 kOptedOut = 4; ///< wrote DURDUR
    static constexpr qint64 kQuestion = 5; ///< may have meant to opt out

private:
    void fillRich();
    void own(const QString &text, SendState state, int errorCode = 0);
    UiWorld &m_world;
};

} // namespace destek::test
