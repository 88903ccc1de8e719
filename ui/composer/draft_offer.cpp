#include "ui/composer/draft_offer.h"

#include "core/text/safe_text.h"
#include "ui/kit/button.h"

namespace destek::ui
{

namespace
{

constexpr qsizetype kShownAtMost = 120;

} // namespace

DraftOffer::DraftOffer(const Theme &theme, QWidget *parent)
    : Banner(theme, parent), m_take(new Button(theme, Button::Kind::Normal)),
      m_leave(new Button(theme, Button::Kind::Flat))
{
    addButton(m_take);
    addButton(m_leave);
    connect(m_take, &QPushButton::clicked, this, [this] {
        const Draft draft = m_offers.take(m_shown);
        hide();
        Q_EMIT taken(draft);
    });
    connect(m_leave, &QPushButton::clicked, this, [this] {
        const Draft draft = m_offers.take(m_shown);
        hide();
        Q_EMIT declined(draft.conversation, draft.kind);
    });
    hide();
    retranslate();
}

void DraftOffer::offer(const Draft &draft, bool writtenHere)
{
    m_offers.insert(draft.conversation, draft);
    if (writtenHere)
        m_fromHere.insert(draft.conversation);
    else
        m_fromHere.remove(draft.conversation);
    showFor(m_shown, m_kind);
}

void DraftOffer::withdraw(ConversationId id, Draft::Kind kind)
{
    const auto found = m_offers.constFind(id);
    if (found == m_offers.cend() || found->kind != kind)
        return;
    m_offers.erase(found);
    showFor(m_shown, m_kind);
}

void DraftOffer::showFor(ConversationId id, Draft::Kind kind)
{
    m_shown = id;
    m_kind = kind;
    const auto found = m_offers.constFind(id);
    const bool any = found != m_offers.cend() && found->kind == kind;
    if (any)
        sayIt();
    setVisible(any);
}

void DraftOffer::forget(ConversationId id)
{
    m_offers.remove(id);
    if (m_shown == id)
        hide();
}

void DraftOffer::forgetAll()
{
    m_offers.clear();
    m_fromHere.clear();
    m_shown = {};
    hide();
}

void DraftOffer::sayIt()
{
    const QString there = m_offers.value(m_shown).text;
    const bool gone = there.isEmpty();
    const QString line = text::isolate(text::visibleLine(there, kShownAtMost).text);
    if (gone)
        say(Tone::Calm, tr("What stood here was sent or deleted at your other console."));
    else if (m_fromHere.contains(m_shown))
        say(Tone::Calm, tr("Written here before, without a connection: %1").arg(line));
    else
        say(Tone::Calm, tr("Written at your other console: %1").arg(line));
    setGlyph(Glyph::Computer);
    m_take->setText(gone ? tr("Clear the field") : tr("Use that text"));
    m_leave->setText(tr("Keep mine"));
}

void DraftOffer::retranslate()
{
    sayIt();
}

} // namespace destek::ui
