// What was begun and not sent: kept here per conversation, and by the daemon for every console.
#include "core/text/masking.h"
#include "models/format/words.h"
#include "ui/composer/composer.h"
#include "ui/composer/draft_offer.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/template_picker.h"

#include <algorithm>

namespace destek::ui
{

namespace
{

QString withoutBlank(const QString &text)
{
    return text.trimmed().isEmpty() ? QString() : text;
}

} // namespace

QHash<ConversationId, QString> &Composer::begun(Draft::Kind kind)
{
    return kind == Draft::Kind::Note ? m_notes : m_drafts;
}

QString Composer::draftOf(ConversationId id, Draft::Kind kind) const
{
    if (m_summary && m_summary->id == id && m_kind == kind)
        return m_edit->toPlainText();
    return kind == Draft::Kind::Note ? m_notes.value(id) : m_drafts.value(id);
}

bool Composer::hasBegun(ConversationId id, Draft::Kind kind) const
{
    return !withoutBlank(draftOf(id, kind)).isEmpty() ||
           (kind == Draft::Kind::Reply && m_forms.contains(id));
}

int Composer::drafts() const
{
    QSet<ConversationId> all(m_forms.keyBegin(), m_forms.keyEnd());
    for (const auto &texts : {m_drafts, m_notes}) {
        for (auto text = texts.keyBegin(); text != texts.keyEnd(); ++text)
            all << *text;
    }
    if (m_summary)
        all << m_summary->id;
    return int(std::count_if(all.cbegin(), all.cend(), [this](ConversationId id) {
        return hasBegun(id, Draft::Kind::Reply) || hasBegun(id, Draft::Kind::Note);
    }));
}

void Composer::keepDraft()
{
    if (!m_summary)
        return;
    const QString text = withoutBlank(m_edit->toPlainText());
    if (text.isEmpty())
        begun(m_kind).remove(m_summary->id);
    else
        begun(m_kind).insert(m_summary->id, text);
}

void Composer::setText(const QString &text)
{
    m_settingText = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_edit->document()->setModified(false);
    m_settingText = false;
}

/// Words that were not sent come back to where they were written, before what was written since.
void Composer::giveBack(ConversationId id, Draft::Kind kind, const QString &text)
{
    const QString later = draftOf(id, kind);
    const QString whole = later.trimmed().isEmpty() ? text : text + u'\n' + later;
    begun(kind).insert(id, whole);
    if (m_summary && m_summary->id == id && m_kind == kind)
        setText(whole);
}

void Composer::discard(ConversationId id)
{
    const bool open = m_summary && m_summary->id == id;
    m_forms.remove(id);
    m_quotes.remove(id);
    for (const Draft::Kind kind : {Draft::Kind::Reply, Draft::Kind::Note}) {
        begun(kind).remove(id);
        m_offer->withdraw(id, kind);
        m_desk.state->drafts()->dropOlder(id, kind);
        if (open && m_kind == kind)
            setText({});
        tellDraft(id, kind);
    }
    m_desk.state->drafts()->keepNow(id);
    if (!open)
        return;
    m_quoteOwed = {};
    showForm();
    showQuote();
    refresh();
}

void Composer::rewrite(const MessageView &message)
{
    if (!m_summary || message.conversation != m_summary->id || message.text.isEmpty())
        return;
    setKind(Draft::Kind::Reply);
    if (!draftOf(m_summary->id).contains(message.text)) // asked twice
        giveBack(m_summary->id, Draft::Kind::Reply, message.text);
    m_templatesAsked = false;
    m_draftAsked = m_mode == ComposerMode::Templates; // to be read, though it cannot go
    tellDraft(m_summary->id);
    refresh();
    takeFocus();
}

void Composer::tell(const MessageView &message)
{
    if (!m_summary || message.conversation != m_summary->id || !mayNote())
        return;
    setKind(Draft::Kind::Note);
    const QString note = tr("The message of %1 was not sent: %2", "when, why")
                             .arg(words::dateTime(message.at), words::problemSentence(message));
    if (!draftOf(m_summary->id, Draft::Kind::Note).contains(note))
        giveBack(m_summary->id, Draft::Kind::Note, note);
    tellDraft(m_summary->id, Draft::Kind::Note);
    refresh();
    takeFocus();
}

void Composer::tellDraft(ConversationId id, Draft::Kind kind)
{
    Draft draft;
    draft.conversation = id;
    draft.kind = kind;
    draft.text = withoutBlank(draftOf(id, kind));
    if (kind == Draft::Kind::Reply) {
        if (!draft.text.isEmpty())
            draft.answers = m_quotes.value(id).id;
        if (const auto form = m_forms.constFind(id); form != m_forms.cend())
            draft.form = *form;
    }
    m_desk.state->drafts()->changed(draft);
}

/// What another console, or this one before it was closed, has left here. As in Telegram Desktop a
/// field follows what was written last, wherever that was; but one that words were typed into
/// since it was filled keeps them, and what came is offered above it. Who types on has written
/// last, and the other console is offered theirs.
void Composer::onDraftArrived(const Draft &draft)
{
    const ConversationId id = draft.conversation;
    if (m_gone.contains(id))
        return;
    if (isUnderMyHands(draft)) {
        m_offer->offer(draft);
        return;
    }
    m_offer->withdraw(id, draft.kind);
    takeText(draft);
    if (draft.kind == Draft::Kind::Reply) {
        takeQuote(draft);
        takeForm(draft);
    }
    if (m_summary && m_summary->id == id)
        refresh();
}

/// The field has the newer text; the one it would have replaced is not lost.
void Composer::onOvertaken(const Draft &older, bool writtenHere)
{
    const QString here = withoutBlank(draftOf(older.conversation, older.kind));
    if (m_gone.contains(older.conversation))
        return;
    if (older.text.isEmpty() || here == older.text || text::maskCards(here) == older.text)
        m_desk.state->drafts()->dropOlder(older.conversation, older.kind);
    else
        m_offer->offer(older, writtenHere);
}

bool Composer::isUnderMyHands(const Draft &draft) const
{
    if (!m_summary || m_summary->id != draft.conversation || m_kind != draft.kind ||
        !m_edit->document()->isModified())
        return false;
    const QString here = withoutBlank(m_edit->toPlainText());
    // The daemon keeps no card numbers; that alone is no other text.
    return !here.isEmpty() && here != draft.text && text::maskCards(here) != draft.text;
}

void Composer::takeText(const Draft &draft)
{
    const ConversationId id = draft.conversation;
    const QString here = withoutBlank(draftOf(id, draft.kind));
    if (here == draft.text || (!here.isEmpty() && text::maskCards(here) == draft.text))
        return;
    if (draft.text.isEmpty())
        begun(draft.kind).remove(id);
    else
        begun(draft.kind).insert(id, draft.text);
    if (m_summary && m_summary->id == id && m_kind == draft.kind)
        setText(draft.text);
}

void Composer::takeQuote(const Draft &draft)
{
    if (!m_summary || m_summary->id != draft.conversation || draft.text.isEmpty())
        return;
    m_quoteOwed = draft.answers;
    if (m_quotes.value(m_summary->id).id != draft.answers && m_quotes.remove(m_summary->id) > 0)
        showQuote();
    payQuote();
}

void Composer::takeForm(const Draft &draft)
{
    const bool open = m_summary && m_summary->id == draft.conversation;
    if (open && m_picker->isFilledIn())
        return; // by hand, at this moment
    if (draft.form)
        m_forms.insert(draft.conversation, *draft.form);
    else
        m_forms.remove(draft.conversation);
    if (open && draft.form != m_picker->begun())
        showForm();
}

/// Into its fields; they are shown at once if nothing else was being written.
void Composer::showForm()
{
    const auto form = m_forms.constFind(m_summary->id);
    const bool any = form != m_forms.cend();
    m_picker->setBegun(any ? std::optional(*form) : std::nullopt);
    if (any && !isNote() && m_edit->toPlainText().trimmed().isEmpty())
        m_templatesAsked = true;
}

void Composer::onFormChanged()
{
    if (!m_summary)
        return;
    const auto form = m_picker->begun();
    if (form)
        m_forms.insert(m_summary->id, *form);
    else if (m_forms.remove(m_summary->id) == 0)
        return;
    tellDraft(m_summary->id);
    if (!form)
        m_desk.state->drafts()->keepNow(m_summary->id);
}

/// By a step that Ctrl+Z takes back.
void Composer::onOfferTaken(const Draft &draft)
{
    m_desk.state->drafts()->dropOlder(draft.conversation, draft.kind);
    if (!m_summary || m_summary->id != draft.conversation || m_kind != draft.kind)
        return;
    m_settingText = true;
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.insertText(draft.text);
    m_edit->moveCursor(QTextCursor::End);
    m_edit->document()->setModified(false);
    m_settingText = false;
    if (draft.kind == Draft::Kind::Reply) {
        takeQuote(draft);
        takeForm(draft);
    }
    tellDraft(draft.conversation, draft.kind);
    refresh();
    takeFocus();
}

/// The quoted message may come after the draft that answers it.
void Composer::payQuote()
{
    if (!m_summary || !m_quoteOwed.isValid() || m_quote->quoted().isValid())
        return;
    const auto *thread = m_desk.state->thread();
    const int row = thread->conversation() == m_summary->id ? thread->rowOf(m_quoteOwed) : -1;
    if (row < 0)
        return;
    m_quotes.insert(m_summary->id, thread->at(row));
    m_quoteOwed = {};
    showQuote();
}

} // namespace destek::ui
