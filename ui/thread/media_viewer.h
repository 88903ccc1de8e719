#pragma once

#include "core/domain/message.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

namespace destek::ui
{

class Button;
class MediaStore;
class Player;

/// A picture or a film over the whole window: zoom with the wheel, + and -, 0 fits it again;
/// arrows go through the conversation's pictures; Esc closes.
class MediaViewer : public QWidget
{
    Q_OBJECT
public:
    MediaViewer(const Theme &theme, MediaStore &store, Player &player, QWidget *over);
    /// The pictures one can go through, oldest first. Precondition: at is one of them.
    void show(const QList<MessageView> &messages, qsizetype at);
    /// One of them is gone (withdrawn, erased).
    void remove(MessageId id);
    void closeViewer();
    [[nodiscard]] MessageId current() const;
    [[nodiscard]] double zoom() const { return m_zoom; }
    void zoomBy(double factor, QPointF around);
    void step(int by);
    /// What is said instead of a picture.
    [[nodiscard]] QString notice() const;

Q_SIGNALS:
    void saveRequested(destek::MessageId id);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void load();
    void placeButtons();
    void retranslate();
    [[nodiscard]] bool isFilm() const;
    [[nodiscard]] QImage image() const;
    [[nodiscard]] QRectF target(const QImage &image) const;

    const Theme &m_theme;
    MediaStore &m_store;
    Player &m_player;
    QList<MessageView> m_messages;
    qsizetype m_at = 0;
    double m_zoom = 1; ///< 1: fits
    QPointF m_offset;
    QPointF m_dragged;
    QImage m_film; ///< the frame that is shown now
    Button *m_close;
    Button *m_save;
    Button *m_previous;
    Button *m_next;
};

} // namespace destek::ui
