#pragma once

#include "core/domain/ids.h"
#include "ui/thread/bubble.h"

#include <QHash>
#include <QSet>
#include <QStyledItemDelegate>

namespace destek::ui
{

/// Paints rows of the thread and remembers their heights by (message, width): the view asks for
/// every row's height whenever anything changes (facts/desktop.md 3).
class MessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MessageDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    void setWidth(int width);
    void setMayDecide(bool may);
    /// Both outlive the delegate; without them nothing is fetched or played.
    void setMedia(MediaStore *store, Player *player);
    /// The sticker that moves, and the frame it shows; below 0: none does.
    void setFrame(MessageId id, int frame);
    /// The row somebody jumped to.
    void setFlash(MessageId id) { m_flash = id; }
    /// Would it be as tall as remembered? Remembers the new height.
    bool remeasure(const QModelIndex &index);
    void forgetHeight(const QModelIndex &index);
    void forgetAll();
    void showAllOf(const QModelIndex &index);
    [[nodiscard]] Bubble bubble(const QModelIndex &index) const;

private:
    const Theme &m_theme;
    int m_width = 400;
    bool m_mayDecide = false;
    MediaStore *m_store = nullptr;
    Player *m_player = nullptr;
    MessageId m_moving;
    int m_frame = -1;
    MessageId m_flash;
    QSet<MessageId> m_shownWhole;
    mutable QHash<MessageId, int> m_heights;
};

} // namespace destek::ui
