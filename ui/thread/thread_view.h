#pragma once

#include "core/domain/ids.h"
#include "ui/thread/bubble.h"

#include <QListView>

namespace destek::models
{
class ThreadModel;
}

namespace destek::ui
{

class Button;
class MessageDelegate;

/// The messages of one conversation. Stays at the end while one is at the end; otherwise keeps
/// what is being read where it is and says that something new has come. Older pages load when
/// the top comes near.
class ThreadView : public QListView
{
    Q_OBJECT
public:
    ThreadView(const Theme &theme, models::ThreadModel *model, QWidget *parent = nullptr);
    void setMayDecide(bool may);
    [[nodiscard]] bool isAtEnd() const;
    void goToEnd();
    /// What may be done with the current row, for menu and keyboard.
    [[nodiscard]] QList<BubbleAction> actionsAt(const QModelIndex &index) const;
    void perform(const BubbleHit &hit, const QModelIndex &index);
    void perform(BubbleAction action, const QModelIndex &index) { perform({action, {}, 0}, index); }
    /// Selects the newest message and takes the keyboard: arrows go on from there.
    void selectLast();
    /// Shows a message, loading older pages if it must; jumpFailed() if it is not there.
    void jumpTo(MessageId id);
    void setMedia(MediaStore *store, Player *player);
    void setMayReadHistory(bool may) { m_mayReadHistory = may; }
    void setFrame(MessageId sticker, int frame);
    /// Bytes or a picture have come: the row may have another height now.
    void mediaChanged(MessageId id);
    void repaintOf(MessageId id);
    void retranslate();

Q_SIGNALS:
    /// TryAgain and Resend ask the daemon to send it once more; GiveUp ends the waiting.
    void decided(destek::MessageId id, bool resend);
    /// Enter, or from the menu: the next message answers this one.
    void quoteRequested(destek::MessageId id);
    /// T, or from the menu: choose an emoji; `at` is where, in pixels of the screen.
    void reactRequested(destek::MessageId id, QPoint at);
    /// Every attempt and every former text, for those who may see them.
    void historyRequested(destek::MessageId id);
    /// Play, open, save, ...: what needs the bytes.
    void mediaRequested(const destek::MessageView &message, const destek::ui::BubbleHit &hit);
    /// The pointer is over this message.
    void hovered(const destek::MessageView &message);
    /// What was quoted is not in this conversation (any more).
    void jumpFailed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &from, const QModelIndex &to,
                     const QList<int> &roles) override;

private:
    void onScrolled();
    void rememberPlace();
    void restorePlace();
    void placePill();
    void showMenu(const QModelIndex &index, QPoint at);
    [[nodiscard]] QPoint placeOf(const QModelIndex &index) const; ///< on the screen
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPoint at) const;
    void arriveAt(int row);

    models::ThreadModel *m_model;
    MessageDelegate *m_delegate;
    Button *m_pill;
    bool m_mayDecide = false;
    bool m_mayReadHistory = false;
    MessageId m_hovered;
    bool m_stick = true;
    bool m_moving = false;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
};

} // namespace destek::ui
