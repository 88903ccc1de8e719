#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QRectF>

namespace destek
{
enum class MessageKind : quint8;
}

namespace destek::ui
{

/// The console's own icons, drawn as strokes on a grid of 16. No picture files, no SVG.
enum class Glyph : quint8 {
    None,
    Clock,
    Tick,
    TwoTicks,
    Alert,
    Question,
    OptedOut,
    Inbox,
    Log,
    Record,
    Search,
    Close,
    Send,
    Retry,
    Copy,
    Lock,
    Person,
    Folder,
    Image,
    Video,
    Voice,
    Document,
    Sticker,
    Location,
    Contacts,
    Reply,
    Offline,
    Live,
    Syncing,
    Warning,
    ShieldGood,
    ShieldBad,
    ArrowDown,
    Computer,
    Link,
    Eye,
    Template,
    Panel,
    GiveUp,
    Attach,
    Plus,
    List,
    Smile,
    Dot,
    Filter,
    More,
};

/// What stands for a message of this kind in a row or in place of what cannot be shown; None for
/// plain words.
[[nodiscard]] Glyph glyphFor(MessageKind kind);
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color);
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor &color, int size = 16);

} // namespace destek::ui
