#include "ui/thread/media_viewer.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/painted_text.h"
#include "ui/media/media_store.h"
#include "ui/media/player.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr double kStep = 1.25;
constexpr double kLeastZoom = 0.25;
constexpr double kMostZoom = 16;
constexpr int kBar = 56;

} // namespace

MediaViewer::MediaViewer(const Theme &theme, MediaStore &store, Player &player, QWidget *over)
    : QWidget(over), m_theme(theme), m_store(store), m_player(player),
      m_close(new Button(theme, Button::Kind::Normal, this)),
      m_save(new Button(theme, Button::Kind::Normal, this)),
      m_previous(new Button(theme, Button::Kind::Normal, this)),
      m_next(new Button(theme, Button::Kind::Normal, this))
{
    hide();
    // What lies behind is not painted, so that it asks for no pictures of its own.
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    m_close->setGlyph(Glyph::Close);
    over->installEventFilter(this);
    connect(m_close, &QPushButton::clicked, this, &MediaViewer::closeViewer);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(current()); });
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(&store, &MediaStore::changed, this, [this](MessageId id) {
        if (!isVisible() || id != current())
            return;
        if (isFilm() && m_store.state(id) == MediaStore::State::Here && m_player.current() != id)
            m_player.toggle(id, m_store.bytes(id));
        retranslate();
        QWidget::update();
    });
    connect(&player, &Player::frame, this, [this](const QImage &shown) {
        if (isVisible() && isFilm()) {
            m_film = shown;
            QWidget::update();
        }
    });
    connect(&player, &Player::changed, this, [this] { QWidget::update(); });
    retranslate();
}

void MediaViewer::retranslate()
{
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save as…"));
    m_previous->setText(tr("Previous"));
    m_next->setText(tr("Next"));
    if (!m_messages.isEmpty())
        setAccessibleName(isFilm() ? tr("Video %1 of %2").arg(m_at + 1).arg(m_messages.size())
                                   : tr("Picture %1 of %2").arg(m_at + 1).arg(m_messages.size()));
    setAccessibleDescription(notice());
    placeButtons();
}

void MediaViewer::show(const QList<MessageView> &messages, qsizetype at)
{
    m_messages = messages;
    m_at = at;
    setGeometry(parentWidget()->rect());
    QWidget::show();
    raise();
    setFocus();
    load();
}

void MediaViewer::load()
{
    m_zoom = 1;
    m_offset = {};
    m_film = {};
    if (m_player.current() != current())
        m_player.stop();
    m_store.want(current(), true);
    if (isFilm() && m_store.state(current()) == MediaStore::State::Here)
        m_player.toggle(current(), m_store.bytes(current()));
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < m_messages.size());
    retranslate();
    QWidget::update();
}

void MediaViewer::remove(MessageId id)
{
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        if (m_messages.at(i).id != id)
            continue;
        const bool shown = i == m_at;
        m_messages.removeAt(i);
        if (shown)
            return closeViewer();
        m_at -= i < m_at ? 1 : 0;
        return;
    }
}

void MediaViewer::closeViewer()
{
    if (isFilm())
        m_player.stop();
    m_messages.clear();
    m_film = {};
    hide();
    Q_EMIT closed();
}

MessageId MediaViewer::current() const
{
    return m_messages.isEmpty() ? MessageId() : m_messages.at(m_at).id;
}

bool MediaViewer::isFilm() const
{
    return !m_messages.isEmpty() && m_messages.at(m_at).kind == MessageKind::Video;
}

QImage MediaViewer::image() const
{
    if (isFilm())
        return m_film;
    if (m_store.state(current()) != MediaStore::State::Here)
        return {};
    const Picture *large = m_store.large(current());
    const Picture *shown = large ? large : m_store.thumbnail(current());
    return shown ? shown->image : QImage();
}

QString MediaViewer::notice() const
{
    if (m_messages.isEmpty())
        return {};
    const MessageId id = current();
    if (m_store.pictureTrouble(id))
        return tr("This picture cannot be shown. You may save it; open it only if you expect it.");
    if (m_player.trouble(id) != Player::Trouble::None)
        return tr("This video cannot be played here. You may save it; open it only if you expect "
                  "it.");
    switch (m_store.state(id)) {
    case MediaStore::State::Failed:
        return tr("Could not be loaded");
    case MediaStore::State::Loading:
        return tr("Loading…");
    default:
        return {};
    }
}

QRectF MediaViewer::target(const QImage &shown) const
{
    const QRectF room = QRectF(rect()).adjusted(24, kBar, -24, -24);
    QSizeF fit = QSizeF(shown.size());
    if (fit.width() > room.width() || fit.height() > room.height() || isFilm())
        fit.scale(room.size(), Qt::KeepAspectRatio);
    fit *= m_zoom;
    return {room.center() - QPointF(fit.width(), fit.height()) / 2 + m_offset, fit};
}

void MediaViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(16, 18, 20));
    const QImage shown = image();
    if (!shown.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target(shown), shown);
    }
    painter.fillRect(QRect(0, 0, width(), kBar), QColor(0, 0, 0, 150));
    const QColor ink(Qt::white);
    const QString place =
        QLocale().toString(m_at + 1) + u" / "_s + QLocale().toString(m_messages.size());
    drawLine(painter, m_theme, place, m_theme.font(TextRole::Strong), ink,
             QRectF(20, 0, 200, kBar));
    if (shown.isNull())
        drawLine(painter, m_theme, notice().isEmpty() ? tr("Loading…") : notice(),
                 m_theme.font(TextRole::Body), ink, QRectF(rect()).adjusted(20, kBar, -20, 0),
                 Qt::AlignHCenter);
    if (isFilm() && m_player.duration(current()) > 0)
        drawLine(painter, m_theme,
                 words::lengthWords(m_player.position(current())) + u" / "_s +
                     words::lengthWords(m_player.duration(current())),
                 m_theme.font(TextRole::Small), ink, QRectF(20, height() - 24, width() - 40, 20),
                 Qt::AlignHCenter);
}

void MediaViewer::zoomBy(double factor, QPointF around)
{
    const double before = m_zoom;
    m_zoom = qBound(kLeastZoom, m_zoom * factor, kMostZoom);
    // What is under the pointer stays there.
    const QPointF middle = QRectF(rect()).adjusted(24, kBar, -24, -24).center();
    m_offset = around - middle - (around - middle - m_offset) * (m_zoom / before);
    QWidget::update();
}

void MediaViewer::step(int by)
{
    const qsizetype next = qBound<qsizetype>(0, m_at + by, m_messages.size() - 1);
    if (next == m_at)
        return;
    m_at = next;
    load();
}

void MediaViewer::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(rect()).center();
    switch (event->key()) {
    case Qt::Key_Escape:
        return closeViewer();
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kStep, middle);
    case Qt::Key_Minus:
        return zoomBy(1 / kStep, middle);
    case Qt::Key_0:
        m_zoom = 1;
        m_offset = {};
        return QWidget::update();
    case Qt::Key_Space:
        if (isFilm() && m_store.state(current()) == MediaStore::State::Here)
            m_player.toggle(current(), m_store.bytes(current()));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MediaViewer::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? kStep : 1 / kStep, event->position());
    event->accept();
}

void MediaViewer::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->position();
    const QImage shown = image();
    if (event->position().y() > kBar &&
        (shown.isNull() || !target(shown).contains(event->position())))
        closeViewer();
}

void MediaViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_offset += event->position() - m_dragged;
    m_dragged = event->position();
    QWidget::update();
}

void MediaViewer::placeButtons()
{
    int right = width() - 16;
    for (Button *button : {m_close, m_save, m_next, m_previous}) {
        button->adjustSize();
        right -= button->width();
        button->move(right, (kBar - button->height()) / 2);
        right -= 8;
    }
}

void MediaViewer::resizeEvent(QResizeEvent *)
{
    placeButtons();
}

void MediaViewer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool MediaViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace destek::ui
