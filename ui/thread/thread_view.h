#pragma once

#include "core/domain/ids.h"
#include "ui/thread/bubble.h"

#include <QListView>

class QTimer;

namespace destek::models
{
class HeldSends;
class ThreadModel;
class TeamBook;
} // namespace destek::models

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
    /// What Ctrl+C takes: the chosen letters, else the chosen messages with who and when, else
    /// the words of the current one.
    [[nodiscard]] QString chosenText() const;
    /// Nothing is chosen any more but the current message; false if that was so.
    bool clearChoice();
    /// Whose conversation it is, for copied messages. Hostile.
    void setPartner(const QString &name) { m_partner = name; }
    /// Folded words to be marked wherever they stand.
    void setFound(const QStringList &words);
    /// Selects a loaded row and brings it into the middle.
    void showRow(int row);
    /// Shows a message, loading older pages if it must; jumpFailed() if it is not there.
    void jumpTo(MessageId id);
    void setMedia(MediaStore *store, Player *player);
    /// Outlives the view.
    void setTeam(const models::TeamBook *team);
    /// Outlives the view: a bar runs in what can still be taken back.
    void setHeld(models::HeldSends *held);
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
    /// What was not sent comes back into the composer.
    void rewriteRequested(destek::MessageId id);
    void templatesRequested();
    /// An internal note about what became of it.
    void tellRequested(destek::MessageId id);
    /// Every attempt and every former text, for those who may see them.
    void historyRequested(destek::MessageId id);
    /// Play, open, save, ...: what needs the bytes.
    void mediaRequested(const destek::MessageView &message, const destek::ui::BubbleHit &hit);
    /// Somebody pressed the words of a day.
    void dayPressed();
    /// The pointer is over this message.
    void hovered(const destek::MessageView &message);
    /// What was quoted is not in this conversation (any more).
    void jumpFailed();

public:
    void doItemsLayout() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void selectionChanged(const QItemSelection &now, const QItemSelection &before) override;
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
    void onShown();
    void rememberPlace();
    void restorePlace();
    void keepPlace();
    void settle();
    [[nodiscard]] bool measureVisible();
    void measureMore();
    void placePill();
    void showMenu(const QModelIndex &index, QPoint at);
    [[nodiscard]] bool performKey(int key, const QModelIndex &index);
    [[nodiscard]] QPoint placeOf(const QModelIndex &index) const; ///< on the screen
    /// A row laid out, and a point in it.
    struct Under {
        QModelIndex index;
        Bubble bubble;
        QPointF inRow;
        [[nodiscard]] std::optional<WordsPlace> words(std::optional<int> part = {}) const
        {
            return bubble.wordsAt(inRow, part);
        }
    };
    [[nodiscard]] Under laidOut(const QModelIndex &index, QPoint at) const;
    [[nodiscard]] std::optional<Under> under(QPoint at) const;
    void dragTo(QPoint at);
    void choose(const QModelIndex &index, WordsPlace from, WordsPlace to);
    void forgetLetters();
    [[nodiscard]] QList<int> chosenRows() const;
    [[nodiscard]] QString lineOf(int row) const;
    void arriveAt(int row);
    void runBars();
    void speak(const MessageView &message, int row);

    models::ThreadModel *m_model;
    models::HeldSends *m_held = nullptr;
    MessageDelegate *m_delegate;
    Button *m_pill;
    bool m_mayDecide = false;
    bool m_mayReadHistory = false;
    MessageId m_hovered;
    QString m_partner;
    QPersistentModelIndex m_pressed; ///< where the pointer went down
    std::optional<WordsPlace> m_pressedWords;
    bool m_dragged = false; ///< something was chosen: letting go presses nothing
    bool m_stick = true;
    bool m_moving = false;
    bool m_settling = false;
    QTimer *m_running;   ///< while something is held
    QTimer *m_measuring; ///< runs while rows out of sight have assumed heights
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
};

} // namespace destek::ui
