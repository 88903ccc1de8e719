#pragma once

#include "core/domain/ids.h"
#include "ui/thread/bubble.h"

#include <QHash>
#include <QSet>
#include <QStyledItemDelegate>

namespace destek::models
{
class HeldSends;
}

namespace destek::ui
{

/// Paints rows of the thread and remembers their heights by (message, width): the view asks for
/// every row's height whenever anything changes (facts/desktop.md 3). A row that nobody has seen
/// yet has an assumed height: laying a bubble out costs a hundred times as much.
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
    /// Outlives the delegate: names whom notes mention.
    void setTeam(const models::TeamBook *team) { m_team = team; }
    /// Outlives the delegate: what can still be taken back.
    void setHeld(const models::HeldSends *held) { m_held = held; }
    /// The sticker that moves, and the frame it shows; below 0: none does.
    void setFrame(MessageId id, int frame);
    /// The row somebody jumped to.
    void setFlash(MessageId id) { m_flash = id; }
    /// Several rows are chosen: each gets a ground from edge to edge.
    void setMarksRows(bool marks) { m_marksRows = marks; }
    /// Letters of one message are chosen; nullopt: none.
    struct Chosen {
        MessageId message;
        WordsPlace from;
        WordsPlace to;
    };
    void setChosen(const std::optional<Chosen> &chosen) { m_chosen = chosen; }
    [[nodiscard]] const std::optional<Chosen> &chosen() const { return m_chosen; }
    /// Folded words that somebody looks for.
    void setFound(const QStringList &words) { m_found = words; }
    /// Lays the row out unless its height is known; false if it was assumed wrongly.
    bool measure(const QModelIndex &index);
    [[nodiscard]] bool isMeasured(const QModelIndex &index) const;
    /// Would it be as tall as remembered? Remembers the new height.
    bool remeasure(const QModelIndex &index);
    void forgetHeight(const QModelIndex &index);
    void forgetAll();
    void showAllOf(const QModelIndex &index);
    [[nodiscard]] Bubble bubble(const QModelIndex &index) const;

private:
    [[nodiscard]] int assumedHeight(const QModelIndex &index) const;
    const Theme &m_theme;
    int m_width = 400;
    bool m_mayDecide = false;
    MediaStore *m_store = nullptr;
    Player *m_player = nullptr;
    const models::TeamBook *m_team = nullptr;
    const models::HeldSends *m_held = nullptr;
    MessageId m_moving;
    int m_frame = -1;
    MessageId m_flash;
    bool m_marksRows = false;
    std::optional<Chosen> m_chosen;
    QStringList m_found;
    QSet<MessageId> m_shownWhole;
    QHash<MessageId, int> m_heights; ///< of rows that were laid out
};

} // namespace destek::ui
