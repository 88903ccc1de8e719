#include "net/live/sse_parser.h"

#include <utility>

namespace destek::net
{

Result<QList<SseEvent>, SseError> SseParser::feed(const QByteArray &bytes)
{
    QList<SseEvent> events;
    qsizetype from = 0;
    while (from < bytes.size()) {
        if (std::exchange(m_afterCr, false) && bytes.at(from) == '\n') {
            ++from;
            continue;
        }
        qsizetype end = from;
        while (end < bytes.size() && bytes.at(end) != '\n' && bytes.at(end) != '\r')
            ++end;
        if (m_line.size() + m_event.data.size() + (end - from) > kMostFrame)
            return failure(SseError::TooLarge);
        m_line.append(bytes.constData() + from, end - from);
        if (end == bytes.size())
            break;
        m_afterCr = bytes.at(end) == '\r';
        takeLine(events);
        from = end + 1;
    }
    return events;
}

void SseParser::reset()
{
    *this = SseParser();
}

void SseParser::takeLine(QList<SseEvent> &events)
{
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    const qsizetype value = colon + 1 < line.size() && line.at(colon + 1) == ' ' ? 2 : 1;
    takeField(line.left(colon), line.mid(colon + value));
}

void SseParser::takeField(const QByteArray &name, const QByteArray &value)
{
    if (name == "data") {
        if (m_hasData)
            m_event.data += '\n';
        m_event.data += value;
        m_hasData = true;
    } else if (name == "event") {
        m_event.name = value;
    } else if (name == "id" && !value.contains('\0')) {
        m_event.id = value;
    }
}

void SseParser::dispatch(QList<SseEvent> &events)
{
    SseEvent event = std::exchange(m_event, {});
    if (!std::exchange(m_hasData, false))
        return;
    if (event.name.isEmpty())
        event.name = "message";
    events << std::move(event);
}

} // namespace destek::net
