#include "ui/thread/thread_view.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "models/outgoing/held_sends.h"
#include "models/thread/thread_model.h"
#include "ui/kit/announcement.h"
#include "ui/kit/button.h"
#include "ui/thread/message_delegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>

#include <utility>

namespace destek::ui
{

using models::ThreadModel;

namespace
{

constexpr int kFlash = 1500;      ///< milliseconds that a message jumped to keeps its frame
constexpr int kRowsWithBars = 20; ///< nobody sends more in five seconds
constexpr int kBarStep = 100;     ///< milliseconds between two lengths of the bar of what is held
constexpr qsizetype kMenuLetters = 40;
constexpr int kNearTop = 400; ///< pixels from the top at which the next older page is asked for

/// Somebody's words or files, not a line of our own.
bool isMessage(const QModelIndex &index)
{
    return index.isValid() &&
           index.data(ThreadModel::DirectionRole).toInt() != int(Direction::Event);
}

/// What one key does with the current message. Letters that Turkish Q and F type without another
/// key.
struct KeyOf {
    int key;
    BubbleAction action;
};
constexpr KeyOf kKeys[]{{Qt::Key_Return, BubbleAction::Quote}, {Qt::Key_T, BubbleAction::React},
                        {Qt::Key_K, BubbleAction::CopyText},   {Qt::Key_A, BubbleAction::ShowAll},
                        {Qt::Key_S, BubbleAction::Speed},      {Qt::Key_Left, BubbleAction::Back},
                        {Qt::Key_Right, BubbleAction::Forward}};

/// As a menu shows it beside the words.
QString keyWordsOf(BubbleAction action)
{
    if (action == BubbleAction::PlayOrOpen)
        return u'\t' + QKeySequence(Qt::Key_Space).toString(QKeySequence::NativeText);
    for (const KeyOf &one : kKeys) {
        if (one.action == action)
            return u'\t' + QKeySequence(one.key).toString(QKeySequence::NativeText);
    }
    return {};
}

/// Hostile words in a menu: one short line, no letter underlined by them.
QString inMenu(const QString &line)
{
    const auto shown = text::visibleLine(line, kMenuLetters);
    return text::isolate(shown.clipped ? shown.text + u'…' : shown.text)
        .replace(u'&', QStringLiteral("&&"))
        .replace(u'\t', u' ');
}

} // namespace

ThreadView::ThreadView(const Theme &theme, ThreadModel *model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new MessageDelegate(theme, this)),
      m_pill(new Button(theme, Button::Kind::Primary, this)), m_running(new QTimer(this)),
      m_measuring(new QTimer(this))
{
    m_running->setInterval(kBarStep);
    m_measuring->setInterval(0);
    connect(m_measuring, &QTimer::timeout, this, &ThreadView::measureMore);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_delegate->forgetAll(); });
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setSelectionMode(ExtendedSelection);
    setResizeMode(QListView::Fixed);
    setMouseTracking(true);
    setViewportMargins(0, 0, 0, 6);
    viewport()->setBackgroundRole(QPalette::Window);
    m_pill->setGlyph(Glyph::ArrowDown);
    m_pill->hide();
    m_pill->setFocusPolicy(Qt::NoFocus);
    connect(m_pill, &QPushButton::clicked, this, &ThreadView::goToEnd);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ThreadView::onScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_stick && !m_moving)
            scrollToBottom();
    });
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ThreadView::rememberPlace);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ThreadView::rememberPlace);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ThreadView::restorePlace);
    connect(model, &ThreadModel::shown, this, &ThreadView::onShown);
    connect(model, &ThreadModel::sought, this, [this](MessageId, int row) { arriveAt(row); });
    connect(model, &ThreadModel::liveMessage, this, [this](const MessageView &message, int row) {
        speak(message, row);
        if (!m_stick && message.direction == Direction::Inbound) {
            m_pill->show();
            placePill();
        }
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_delegate->forgetAll();
        doItemsLayout();
    });
    retranslate();
}

/// At the end; or where what was unread begins, if it does not all fit.
void ThreadView::onShown()
{
    m_stick = true;
    m_pill->hide();
    doItemsLayout();
    const QModelIndex unread = m_model->index(m_model->unreadRow());
    if (!unread.isValid() || visualRect(unread).top() >= 0)
        return;
    m_stick = false;
    scrollTo(unread, PositionAtTop);
    settle();
}

void ThreadView::setFound(const QStringList &words)
{
    m_delegate->setFound(words);
    viewport()->update();
}

void ThreadView::retranslate()
{
    m_pill->setText(tr("New messages"));
    setAccessibleName(tr("Messages"));
    m_delegate->forgetAll();
    doItemsLayout();
    placePill();
}

void ThreadView::setMayDecide(bool may)
{
    m_mayDecide = may;
    m_delegate->setMayDecide(may);
    doItemsLayout();
}

/// What others write in the open conversation is spoken, whatever has the keyboard.
void ThreadView::speak(const MessageView &message, int row)
{
    if (row >= 0 && isVisible() && message.direction != Direction::Outbound)
        announceRow(this, row);
}

bool ThreadView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

void ThreadView::goToEnd()
{
    m_pill->hide();
    m_stick = true;
    if (m_model->hasNewer())
        m_model->loadNewest();
    else
        scrollToBottom();
}

void ThreadView::onScrolled()
{
    if (m_moving)
        return;
    m_stick = isAtEnd() && !m_model->hasNewer();
    settle();
    if (m_stick)
        m_pill->hide();
    if (verticalScrollBar()->value() < kNearTop && m_model->hasOlder() && !m_model->isLoading())
        m_model->loadOlder();
    else if (isAtEnd() && m_model->hasNewer() && !m_model->isLoading())
        m_model->loadNewer();
}

void ThreadView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QListView::rowsInserted(parent, start, end);
    restorePlace();
}

void ThreadView::dataChanged(const QModelIndex &from, const QModelIndex &to,
                             const QList<int> &roles)
{
    const bool stick = m_stick;
    for (int row = from.row(); row <= to.row(); ++row)
        m_delegate->forgetHeight(m_model->index(row));
    rememberPlace();
    QListView::dataChanged(from, to, roles);
    m_stick = stick;
    restorePlace();
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    const bool stick = m_stick;
    m_moving = true;
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
    m_stick = stick;
    doItemsLayout();
    m_moving = false;
    placePill();
}

void ThreadView::placePill()
{
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2, height() - m_pill->height() - 14);
    m_pill->raise();
}

ThreadView::Under ThreadView::laidOut(const QModelIndex &index, QPoint at) const
{
    return {index, m_delegate->bubble(index), at - visualRect(index).topLeft()};
}

std::optional<ThreadView::Under> ThreadView::under(QPoint at) const
{
    const QModelIndex index = indexAt(at);
    return index.isValid() ? std::optional(laidOut(index, at)) : std::nullopt;
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        return dragTo(event->pos());
    const auto row = under(event->pos());
    const bool pressable =
        row && (row->bubble.hitAt(row->inRow) || row->bubble.isDayMark(row->inRow));
    viewport()->setCursor(pressable             ? Qt::PointingHandCursor
                          : row && row->words() ? Qt::IBeamCursor
                                                : Qt::ArrowCursor);
    const MessageId over = row ? m_model->at(row->index.row()).id : MessageId();
    if (std::exchange(m_hovered, over) != over && row)
        Q_EMIT hovered(m_model->at(row->index.row()));
    QListView::mouseMoveEvent(event);
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || std::exchange(m_dragged, false) ||
        event->modifiers() != Qt::NoModifier)
        return;
    const auto row = under(event->pos());
    if (!row)
        return;
    if (row->bubble.isDayMark(row->inRow))
        return Q_EMIT dayPressed();
    if (const auto hit = row->bubble.hitAt(row->inRow))
        perform(*hit, row->index);
}

bool ThreadView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QPoint at = static_cast<QHelpEvent *>(event)->pos();
        const auto row = under(at);
        QString words = row ? row->bubble.toolTipAt(row->inRow) : QString();
        words.replace(u'<', u'‹'); // a tool tip that looks like markup would be taken for it
        words.isEmpty()
            ? QToolTip::hideText()
            : QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), words, viewport());
        return true;
    }
    return QListView::viewportEvent(event);
}

QList<BubbleAction> ThreadView::actionsAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const MessageView &message = m_model->at(index.row());
    QList<BubbleAction> actions = bubbleActions(message, m_mayDecide);
    if (m_delegate->bubble(index).isClipped())
        actions.prepend(BubbleAction::ShowAll);
    if (m_held && m_held->left(message.id).count() > 0)
        actions.prepend(BubbleAction::TakeBack);
    const auto &media = message.content.media;
    if (media && media->state == MediaState::Here && !message.content.revoked) {
        if (message.kind != MessageKind::Document)
            actions << BubbleAction::PlayOrOpen;
        if (message.kind == MessageKind::Voice || message.kind == MessageKind::Audio)
            actions << BubbleAction::Back << BubbleAction::Forward << BubbleAction::Speed;
        actions << BubbleAction::SaveAs;
    }
    if (message.content.quote)
        actions << BubbleAction::JumpToQuote;
    if (isMessage(index))
        actions << BubbleAction::Quote << BubbleAction::React;
    if (isMessage(index) && m_mayReadHistory)
        actions << BubbleAction::History;
    return actions << BubbleAction::CopyText;
}

void ThreadView::perform(const BubbleHit &hit, const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const MessageView message = m_model->at(index.row());
    switch (hit.action) {
    case BubbleAction::TakeBack:
        if (m_held)
            m_held->takeBack(message.id);
        break;
    case BubbleAction::TryAgain:
    case BubbleAction::Resend:
        Q_EMIT decided(message.id, true);
        break;
    case BubbleAction::GiveUp:
        Q_EMIT decided(message.id, false);
        break;
    case BubbleAction::Quote:
        if (isMessage(index))
            Q_EMIT quoteRequested(message.id);
        break;
    case BubbleAction::React:
        if (isMessage(index))
            Q_EMIT reactRequested(message.id, placeOf(index));
        break;
    case BubbleAction::History:
        Q_EMIT historyRequested(message.id);
        break;
    case BubbleAction::Rewrite:
        Q_EMIT rewriteRequested(message.id);
        break;
    case BubbleAction::Templates:
        Q_EMIT templatesRequested();
        break;
    case BubbleAction::Tell:
        Q_EMIT tellRequested(message.id);
        break;
    case BubbleAction::JumpToQuote:
        if (message.content.quote)
            jumpTo(message.content.quote->id);
        break;
    case BubbleAction::CopyReason:
        QGuiApplication::clipboard()->setText(index.data(ThreadModel::ProblemRole).toString());
        break;
    case BubbleAction::CopyText:
        QGuiApplication::clipboard()->setText(
            selectionModel()->isSelected(index) ? chosenText() : words::copyText(message));
        break;
    case BubbleAction::CopyLine:
        QGuiApplication::clipboard()->setText(hit.text);
        break;
    case BubbleAction::ShowAll:
        rememberPlace();
        m_stick = false;
        m_delegate->showAllOf(index);
        restorePlace();
        break;
    case BubbleAction::PlayOrOpen:
    case BubbleAction::Seek:
    case BubbleAction::Back:
    case BubbleAction::Forward:
    case BubbleAction::Speed:
    case BubbleAction::FetchAgain:
    case BubbleAction::SaveAs:
        Q_EMIT mediaRequested(message, hit);
        break;
    }
}

void ThreadView::setMedia(MediaStore *store, Player *player)
{
    m_delegate->setMedia(store, player);
}

void ThreadView::setTeam(const models::TeamBook *team)
{
    m_delegate->setTeam(team);
}

void ThreadView::setHeld(models::HeldSends *held)
{
    m_held = held;
    m_delegate->setHeld(held);
    connect(held, &models::HeldSends::heldChanged, this, [this](const MessageId &id) {
        mediaChanged(id); // the line with "Undo" comes or goes
        if (m_held->isAnyHeld())
            m_running->start();
    });
    connect(m_running, &QTimer::timeout, this, &ThreadView::runBars);
}

void ThreadView::runBars()
{
    m_held->tick();
    if (!m_held->isAnyHeld())
        return m_running->stop();
    for (int row = m_model->rowCount() - 1; row >= 0 && row >= m_model->rowCount() - kRowsWithBars;
         --row) {
        if (m_held->left(m_model->at(row).id).count() > 0)
            update(m_model->index(row));
    }
}

void ThreadView::setFrame(MessageId sticker, int frame)
{
    m_delegate->setFrame(sticker, frame);
    repaintOf(sticker);
}

void ThreadView::repaintOf(MessageId id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        update(m_model->index(row));
}

void ThreadView::mediaChanged(MessageId id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    const bool stick = m_stick;
    rememberPlace();
    if (m_delegate->remeasure(m_model->index(row)))
        return repaintOf(id);
    m_stick = stick;
    restorePlace();
}

void ThreadView::selectLast()
{
    setFocus();
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(m_model->rowCount() - 1));
}

void ThreadView::jumpTo(MessageId id)
{
    if (!id.isValid())
        return Q_EMIT jumpFailed();
    m_model->seek(id);
}

void ThreadView::arriveAt(int row)
{
    if (row < 0)
        return Q_EMIT jumpFailed();
    setFocus();
    showRow(row);
}

void ThreadView::showRow(int row)
{
    const QModelIndex index = m_model->index(row);
    if (!index.isValid())
        return;
    m_stick = false;
    m_delegate->setFlash(m_model->at(row).id);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    QTimer::singleShot(kFlash, this, [this] {
        m_delegate->setFlash({});
        viewport()->update();
    });
}

QPoint ThreadView::placeOf(const QModelIndex &index) const
{
    return viewport()->mapToGlobal(visualRect(index).center());
}

void ThreadView::showMenu(const QModelIndex &index, QPoint at)
{
    QList<BubbleAction> actions = actionsAt(index);
    if (actions.isEmpty())
        return;
    const bool several = chosenRows().size() > 1 && selectionModel()->isSelected(index);
    if (several)
        actions = {BubbleAction::CopyText};
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex place(index);
    const auto add = [&](const QString &words, const BubbleHit &hit) {
        menu->addAction(words, this, [this, hit, place] { perform(hit, place); });
    };
    for (const BubbleAction action : actions)
        add(several ? tr("Copy %n message(s)", nullptr, int(chosenRows().size()))
                    : bubbleActionWords(action) + keyWordsOf(action),
            {action, {}, 0});
    if (!several) {
        for (const BubbleHit &line : m_delegate->bubble(index).lines())
            add(tr("Copy: %1", "one line of a card").arg(inMenu(line.text)), line);
    }
    menu->popup(at);
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    const QPoint at =
        event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : placeOf(index);
    showMenu(index, at);
}

bool ThreadView::performKey(int key, const QModelIndex &index)
{
    for (const KeyOf &one : kKeys) {
        if (one.key != key)
            continue;
        if (actionsAt(index).contains(one.action))
            perform(one.action, index);
        return true;
    }
    return false;
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Copy) && index.isValid()) {
        perform(BubbleAction::CopyText, index);
        return;
    }
    if (event->key() == Qt::Key_Space && index.isValid())
        return perform(BubbleAction::PlayOrOpen, index);
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && index.isValid()) {
        const int key = event->key();
        if (key == Qt::Key_Menu)
            return showMenu(index, placeOf(index));
        if (performKey(key == Qt::Key_Enter ? Qt::Key_Return : key, index))
            return;
    }
    if (event->key() == Qt::Key_End) {
        goToEnd();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace destek::ui
