// The second thing one writes in a conversation: what colleagues read and customers never.
#include "core/policy/own_limits.h"
#include "models/format/words.h"
#include "models/work/mentions.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/composer.h"
#include "ui/composer/edit_frame.h"
#include "ui/composer/kind_tabs.h"
#include "ui/composer/mention_list.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/writing_aids.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"

#include <QTextBlock>

namespace destek::ui
{

bool Composer::mayNote() const
{
    return m_summary && m_desk.state->may(Permission::ShareWork);
}

/// Each keeps its own text: nothing half-written ever changes its reader.
void Composer::setKind(Draft::Kind kind)
{
    if (!m_summary || kind == m_kind || (kind == Draft::Kind::Note && !mayNote()))
        return;
    keepDraft();
    m_kind = kind;
    m_kinds.insert(m_summary->id, kind);
    m_templatesAsked = false;
    m_draftAsked = false;
    setText(begun(kind).value(m_summary->id));
    showKind();
    refresh();
    m_tabs->announce();
}

void Composer::toggleNote()
{
    setKind(isNote() ? Draft::Kind::Reply : Draft::Kind::Note);
    takeFocus();
}

void Composer::showKind()
{
    const bool note = isNote();
    m_frame->setNote(note);
    m_tabs->show(m_kind);
    m_mentions->setOffered(note);
    for (Button *button : {m_attach, m_more, m_templates})
        button->setVisible(!note);
    m_tray->show(m_summary && !note ? m_summary->id : ConversationId());
    if (m_summary)
        showQuote();
    m_edit->setPlaceholderText(note ? tr("Write a note for colleagues…") : tr("Write a message…"));
    m_edit->setAccessibleName(note ? tr("Internal note") : tr("Message"));
    m_send->setText(note ? tr("Save note") : tr("Send"));
    m_send->setGlyph(note ? Glyph::Lock : Glyph::Send);
}

/// Who is named stands out while one writes: whoever stands there hears of it.
void Composer::markMentions()
{
    m_aids->addLayer([this](const QTextBlock &block) {
        QList<QTextLayout::FormatRange> marked;
        if (!isNote())
            return marked;
        const auto named =
            models::mentionsIn(block.text(), m_desk.state->team()->view().colleagues);
        for (const models::Mention &mention : named) {
            QTextLayout::FormatRange range;
            range.start = int(mention.start);
            range.length = int(mention.length);
            range.format.setFontWeight(m_desk.theme->font(TextRole::Strong).weight());
            range.format.setForeground(m_desk.theme->color(Token::NoteText));
            marked << range;
        }
        return marked;
    });
    connect(m_desk.state->team(), &models::TeamBook::loaded, m_aids, &WritingAids::lookAgain);
}

void Composer::saveNote()
{
    const ConversationId id = m_summary->id;
    const QString text = m_edit->toPlainText();
    m_desk.state->notes()->keep(id, text,
                                models::namedIn(text, m_desk.state->team()->view().colleagues));
    setText({});
    m_notes.remove(id);
    tellDraft(id, Draft::Kind::Note);
    m_desk.state->drafts()->keepNow(id);
    saySent();
}

void Composer::onNoteReturned(const NoteDraft &note, const ApiError &why)
{
    const ConversationId id = note.conversation;
    if (m_gone.contains(id))
        return;
    giveBack(id, Draft::Kind::Note, note.text);
    tellDraft(id, Draft::Kind::Note);
    m_troubleOf = id;
    m_trouble->say(Tone::Bad, tr("The note was not saved. %1 Your text is back in the field.")
                                  .arg(words::apiErrorSentence(why)));
    refresh();
}

} // namespace destek::ui
