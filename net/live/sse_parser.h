#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace destek::net
{

/// One event of a text/event-stream.
struct SseEvent {
    QByteArray id;   ///< empty if the event carried none
    QByteArray name; ///< "message" if it carried none
    QByteArray data; ///< lines joined with '\n'
    bool operator==(const SseEvent &) const = default;
};

enum class SseError : quint8 { TooLarge };

/// Reads a text/event-stream (WHATWG HTML section 9.2.6) in pieces of any size, by which the
/// result does not change. Holds at most kMostFrame bytes; a frame beyond ends the stream.
class SseParser
{
public:
    static constexpr qsizetype kMostFrame = 1024 * 1024;

    /// The events completed by these bytes. After an error: only reset() helps.
    [[nodiscard]] Result<QList<SseEvent>, SseError> feed(const QByteArray &bytes);
    /// Forgets everything: a new connection.
    void reset();

private:
    void takeLine(QList<SseEvent> &events);
    void takeField(const QByteArray &name, const QByteArray &value);
    void dispatch(QList<SseEvent> &events);

    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_afterCr = false; ///< a line feed now belongs to the end of line before it
    bool m_atStart = true;
};

} // namespace destek::net
