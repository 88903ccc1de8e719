#pragma once

#include "core/domain/message.h"
#include "ui/media/media_store.h"
#include "ui/media/player.h"
#include "ui/shell/desk.h"
#include "ui/thread/bubble_part.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace destek::ui
{

class MediaViewer;
class ThreadView;

/// What happens when somebody plays, opens or saves something in the thread: one store, one
/// player, one viewer.
class ThreadMedia : public QObject
{
    Q_OBJECT
public:
    /// `window` is what the viewer covers; it and the view outlive this.
    ThreadMedia(const Desk &desk, ThreadView *view, QWidget *pane);
    ~ThreadMedia() override;
    void act(const MessageView &message, const BubbleHit &hit);
    /// Somebody left, or was erased: everything held is overwritten.
    void clear();
    [[nodiscard]] MediaStore &store() { return m_store; }
    [[nodiscard]] Player &player() { return m_player; }
    /// Null until something was opened.
    [[nodiscard]] MediaViewer *viewer() const { return m_viewer; }

Q_SIGNALS:
    void saved(const QString &fileName);
    void saveFailed();

private:
    void play(const MessageView &message);
    void wind(const MessageView &message, qint64 by); ///< milliseconds
    void open(const MessageView &message);
    void save(const MessageView &message);
    void write(const QString &folder, const QString &name, const QByteArray &bytes);
    void move(MessageId id, bool always);
    void nextFrame();
    void arrived(MessageId id);
    void dropWithdrawn(int firstRow, int lastRow);

    Desk m_desk;
    ThreadView *m_view;
    QWidget *m_pane;
    MediaStore m_store;
    Player m_player;
    MediaViewer *m_viewer = nullptr; ///< a child of the window
    QTimer m_frames;
    MessageId m_moving;
    int m_frame = 0;
    MessageId m_playWhenHere;
    MessageView m_saveWhenHere;
};

} // namespace destek::ui
