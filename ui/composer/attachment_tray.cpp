#include "ui/composer/attachment_tray.h"

#include "ui/composer/attachment_card.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kMostCards = 3;

} // namespace

AttachmentTray::AttachmentTray(const Desk &desk, models::AttachmentList *list, QWidget *parent)
    : QScrollArea(parent), m_desk(desk), m_list(list), m_inner(new QWidget),
      m_column(new QVBoxLayout(m_inner))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_inner->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setWidget(m_inner);
    connect(list, &models::AttachmentList::listChanged, this, &AttachmentTray::rebuild);
    connect(list, &models::AttachmentList::itemChanged, this, [this](quint64 key) {
        for (AttachmentCard *card : std::as_const(m_cards)) {
            if (card->key() == key)
                card->refresh();
        }
        fit();
    });
    connect(desk.theme, &Theme::changed, this, &AttachmentTray::fit);
    hide();
}

void AttachmentTray::show(ConversationId id)
{
    if (id == m_conversation)
        return;
    m_conversation = id;
    rebuild();
}

void AttachmentTray::rebuild()
{
    const QList<const models::Attachment *> items = m_list->of(m_conversation);
    QList<AttachmentCard *> before = std::exchange(m_cards, {});
    for (const models::Attachment *item : items) {
        AttachmentCard *card = nullptr;
        for (AttachmentCard *&known : before) {
            if (known && known->key() == item->key)
                card = std::exchange(known, nullptr); // keeps its place in the focus chain
        }
        if (!card) {
            card = new AttachmentCard(m_desk, m_list, item->key);
            connect(card, &AttachmentCard::sendRequested, this, &AttachmentTray::sendRequested);
        }
        m_column->insertWidget(int(m_cards.size()), card);
        m_cards << card;
        card->refresh();
    }
    for (AttachmentCard *gone : std::as_const(before)) {
        if (gone) {
            gone->hide();
            gone->deleteLater();
        }
    }
    QWidget *last = this;
    for (AttachmentCard *card : std::as_const(m_cards)) {
        card->chainAfter(last);
        last = card->lastControl();
    }
    setVisible(!m_cards.isEmpty());
    fit();
}

void AttachmentTray::fit()
{
    updateGeometry();
}

QSize AttachmentTray::sizeHint() const
{
    int height = 0;
    const int shown = int(qMin<qsizetype>(m_cards.size(), kMostCards));
    for (int i = 0; i < shown; ++i)
        height += m_cards.at(i)->sizeHint().height() + (i > 0 ? m_column->spacing() : 0);
    return {240, height};
}

QSize AttachmentTray::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

} // namespace destek::ui
