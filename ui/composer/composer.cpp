#include "ui/composer/composer.h"

#include "core/policy/own_limits.h"
#include "core/policy/send_policy.h"
#include "models/format/words.h"
#include "ui/commands/commands.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/draft_offer.h"
#include "ui/composer/edit_frame.h"
#include "ui/composer/kind_tabs.h"
#include "ui/composer/mention_list.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/template_picker.h"
#include "ui/composer/writing_aids.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/painted_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace destek::ui
{

Composer::Composer(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, Qt::TopEdge, parent), m_desk(desk),
      m_files(desk.media, desk.state), m_question(new Banner(*desk.theme)),
      m_notice(new Banner(*desk.theme)), m_trouble(new Banner(*desk.theme)),
      m_offer(new DraftOffer(*desk.theme)), m_again(new Button(*desk.theme, Button::Kind::Normal)),
      m_discard(new Button(*desk.theme, Button::Kind::Normal)),
      m_yes(new Button(*desk.theme, Button::Kind::Normal)),
      m_no(new Button(*desk.theme, Button::Kind::Normal)), m_quote(new QuoteBar(*desk.theme)),
      m_tray(new AttachmentTray(desk, &m_files)), m_tabs(new KindTabs(*desk.theme)),
      m_stack(new QStackedWidget), m_writing(new QWidget), m_picker(new TemplatePicker(desk)),
      m_edit(new PlainEdit(*desk.theme)), m_frame(new EditFrame(*desk.theme, m_edit)),
      m_mentions(new MentionList(desk, m_edit)), m_aids(new WritingAids(
                                                     desk, m_edit, [this] { return whyNotWrite(); },
                                                     [this] { return whyNotQuickReply(); }, this)),
      m_attach(new Button(*desk.theme, Button::Kind::Flat)),
      m_more(new Button(*desk.theme, Button::Kind::Flat)),
      m_templates(new Button(*desk.theme, Button::Kind::Flat)),
      m_hint(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_count(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_send(new Button(*desk.theme, Button::Kind::Primary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    for (Banner *banner : {m_question, m_trouble, m_notice, static_cast<Banner *>(m_offer)}) {
        column->addWidget(banner);
        banner->hide();
    }
    m_trouble->addButton(m_again);
    m_trouble->addButton(m_discard);
    auto *writing = new QVBoxLayout(m_writing);
    writing->setContentsMargins(0, 0, 0, 0);
    writing->setSpacing(6);
    writing->addWidget(m_quote);
    writing->addWidget(m_tray);
    writing->addWidget(m_frame);
    auto *foot = new QWidget;
    layOutFoot(foot);
    writing->addWidget(foot);
    m_edit->setBackgroundVisible(false);
    m_edit->viewport()->setAutoFillBackground(false);
    // The stack takes the height of what it shows, not of its tallest page.
    for (QWidget *page : {m_writing, static_cast<QWidget *>(m_picker)})
        m_stack->addWidget(page);
    column->addWidget(m_tabs);
    column->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    buildQuestion();
    markMentions();
    connectParts();
    addCommands();
    retranslate();
    clear();
}

void Composer::layOutFoot(QWidget *foot)
{
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_attach);
    row->addWidget(m_more);
    row->addWidget(m_templates);
    row->addWidget(m_aids->emojiButton());
    row->addSpacing(8);
    row->addWidget(m_hint, 1);
    row->addSpacing(8);
    row->addWidget(m_count);
    row->addSpacing(10);
    row->addWidget(m_send);
    m_hint->setElided(true);
    m_attach->setGlyph(Glyph::Attach);
    m_more->setGlyph(Glyph::Plus);
    m_templates->setGlyph(Glyph::Template);
    m_send->setGlyph(Glyph::Send);
}

void Composer::connectParts()
{
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::onTyped);
    connect(m_edit, &PlainEdit::sendRequested, this, &Composer::send);
    connect(m_edit, &PlainEdit::filesOffered, this, &Composer::attach);
    connect(m_edit, &PlainEdit::escaped, this, &Composer::onEscape);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_attach, &QPushButton::clicked, this, &Composer::chooseFiles);
    connect(m_more, &QPushButton::clicked, this, &Composer::showMore);
    connect(m_templates, &QPushButton::clicked, this, &Composer::openTemplates);
    connect(m_again, &QPushButton::clicked, this, &Composer::sendReturned);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (m_summary)
            m_returned.remove(m_summary->id);
        saySent();
        takeFocus();
    });
    connect(m_quote, &QuoteBar::removed, this, [this] {
        dropQuote();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_quote, &QuoteBar::jumpRequested, this, &Composer::jumpRequested);
    connect(m_tray, &AttachmentTray::sendRequested, this, &Composer::send);
    connect(&m_files, &models::AttachmentList::listChanged, this, &Composer::countText);
    connect(&m_files, &models::AttachmentList::itemChanged, this, &Composer::countText);
    connect(m_picker, &TemplatePicker::sendRequested, this,
            [this](const OutboundContent &content, const QString &shown) {
                sendPiece(content, shown);
                m_picker->reset();
                onFormChanged();
                m_templatesAsked = false;
                refresh();
                takeFocus();
            });
    connect(m_picker, &TemplatePicker::begunChanged, this, &Composer::onFormChanged);
    connect(m_offer, &DraftOffer::taken, this, &Composer::onOfferTaken);
    connect(m_picker, &TemplatePicker::left, this, [this] {
        m_templatesAsked = false;
        m_draftAsked = m_mode == ComposerMode::Templates;
        refresh();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_desk.state, &models::ConsoleState::feedStateChanged, this, &Composer::refresh);
    connect(m_desk.state, &models::ConsoleState::messageReturned, this, &Composer::onReturned);
    connect(m_desk.state->drafts(), &models::DraftKeeper::arrived, this, &Composer::onDraftArrived);
    connect(m_desk.state->drafts(), &models::DraftKeeper::overtaken, this, &Composer::onOvertaken);
    connect(m_offer, &DraftOffer::declined, m_desk.state->drafts(),
            &models::DraftKeeper::dropOlder);
    connect(m_desk.state->drafts(), &models::DraftKeeper::elsewhere, this,
            [this](ConversationId id) {
                if (m_summary && (!id.isValid() || id == m_summary->id))
                    m_desk.state->drafts()->fetch(m_summary->id);
            });
    connect(m_desk.state->thread(), &models::ThreadModel::opened, this, &Composer::payQuote);
    connect(m_desk.commands, &Commands::keysChanged, this, &Composer::retranslate);
    auto *held = m_desk.state->held();
    connect(held, &models::HeldSends::takenBack, this, &Composer::onTakenBack);
    connect(held, &models::HeldSends::tooLate, this, &Composer::onTooLate);
    connect(m_edit, &PlainEdit::undoAsked, this, [this] {
        if (m_summary && m_desk.state->held()->newest(m_summary->id).isValid())
            takeBack();
    });
    connect(m_tabs, &KindTabs::chosen, this, &Composer::setKind);
    connect(m_desk.state->notes(), &models::Notes::returned, this, &Composer::onNoteReturned);
    connect(m_desk.state, &models::ConsoleState::messageTakenBack, this, &Composer::onTakenBack);
}

void Composer::buildQuestion()
{
    m_question->addButton(m_yes);
    m_question->addButton(m_no);
    const auto answer = [this](bool isOptOut) {
        if (m_summary && m_summary->optOutQuestion)
            Q_EMIT questionAnswered(m_summary->id, isOptOut);
    };
    connect(m_yes, &QPushButton::clicked, this, [answer] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [answer] { answer(false); });
}

void Composer::show(const ConversationSummary &summary)
{
    const bool another = !m_summary || m_summary->id != summary.id;
    if (another) {
        keepDraft();
        if (m_summary)
            m_desk.state->drafts()->keepNow(m_summary->id);
        m_summary = summary;
        m_quoteOwed = {};
        m_templatesAsked = false;
        m_draftAsked = false;
        m_kind = m_kinds.value(summary.id, Draft::Kind::Reply);
        setText(begun(m_kind).value(summary.id));
        m_aids->show(summary);
        m_picker->reset();
        showKind();
    }
    m_summary = summary;
    m_picker->setPerson(summary.id, summary.contact, summary.name);
    setVisible(true);
    if (another) {
        showForm();
        bringBack();
    }
    refresh();
    if (another)
        m_desk.state->drafts()->fetch(summary.id);
}

void Composer::clear()
{
    keepDraft();
    if (m_summary)
        m_desk.state->drafts()->keepNow(m_summary->id);
    m_summary.reset();
    m_aids->show(std::nullopt);
    m_offer->showFor({}, m_kind);
    m_kind = Draft::Kind::Reply;
    m_tray->show({});
    m_quote->clear();
    m_picker->forgetPerson();
    setText({});
    setVisible(false);
}

void Composer::forget(ConversationId id)
{
    if (m_summary && m_summary->id == id) {
        m_summary.reset();
        m_aids->show(std::nullopt);
        m_kind = Draft::Kind::Reply;
        m_quote->clear();
        m_picker->forgetPerson();
        setText({});
        setVisible(false);
    }
    m_drafts.remove(id);
    m_notes.remove(id);
    m_forms.remove(id);
    m_offer->forget(id);
    m_kinds.remove(id);
    m_quotes.remove(id);
    m_returned.remove(id);
    m_unfinished.remove(id);
    m_gone.insert(id);
    m_files.forget(id);
}

void Composer::forgetAll()
{
    m_summary.reset();
    m_aids->show(std::nullopt);
    m_kind = Draft::Kind::Reply;
    m_quote->clear();
    m_picker->forgetAll();
    setText({});
    m_edit->document()->clearUndoRedoStacks();
    m_drafts.clear();
    m_notes.clear();
    m_forms.clear();
    m_offer->forgetAll();
    m_kinds.clear();
    m_quoteOwed = {};
    m_quotes.clear();
    m_returned.clear();
    m_unfinished.clear();
    m_gone.clear();
    ++m_session;
    m_files.clear();
    setVisible(false);
}

void Composer::takeFocus()
{
    if (m_stack->currentWidget() == m_picker)
        m_picker->open(true);
    else
        m_edit->setFocus(Qt::OtherFocusReason);
}

bool Composer::mayCompose() const
{
    return m_summary && (m_mode == ComposerMode::Write || m_mode == ComposerMode::WriteOffline);
}

bool Composer::mayUseTemplates() const
{
    return m_summary && !m_summary->allowance.templates &&
           (mayCompose() || m_mode == ComposerMode::Templates);
}

void Composer::refresh()
{
    if (!m_summary)
        return;
    const bool may = m_desk.state->may(Permission::SendMessages);
    m_mode = composerMode(*m_summary, m_desk.state->feedState(), may, m_desk.clock->now(),
                          m_desk.state->agent().id);
    sayNotice(may);
    if (!mayUseTemplates())
        m_templatesAsked = false;
    m_tabs->setVisible(mayNote());
    m_stack->setVisible(isNote() || m_mode != ComposerMode::Locked);
    m_draftAsked = m_draftAsked && m_mode == ComposerMode::Templates;
    showPage(!isNote() &&
             ((m_mode == ComposerMode::Templates && !m_draftAsked) || m_templatesAsked));
    const bool open = isNote() ? mayNote() : mayCompose() || m_draftAsked;
    // Closed all of a sudden: the keyboard waits here, it does not go to the next button.
    if (m_edit->hasFocus() && !open)
        m_frame->setFocus(Qt::OtherFocusReason);
    m_edit->setEnabled(open);
    if (m_frame->hasFocus() && open)
        m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->setReadOnly(m_draftAsked); // to be read and copied
    m_tray->setEnabled(mayCompose());
    m_aids->emojiButton()->setEnabled(open && !m_draftAsked);
    for (Button *button : {m_attach, m_more})
        button->setEnabled(mayCompose());
    m_templates->setEnabled(mayUseTemplates());
    m_question->setVisible(m_summary->optOutQuestion &&
                           m_desk.state->may(Permission::AnswerOptOutQuestion));
    sayReturned();
    m_offer->showFor(m_summary->id, m_kind);
    countText();
}

void Composer::sayNotice(bool may)
{
    const bool hasDraft =
        !m_edit->toPlainText().trimmed().isEmpty() || !m_files.of(m_summary->id).isEmpty();
    if (isNote())
        return m_notice->hide(); // none of it is about notes
    const QString sentence =
        composerSentence(m_mode, *m_summary, may, hasDraft,
                         isolatedName(m_desk.state->team()->nameOf(m_summary->work.holder)),
                         m_desk.commands->pressWords(QStringLiteral("work.claim")),
                         m_desk.commands->pressWords(QStringLiteral("message.note")));
    const bool quiet = m_mode == ComposerMode::CatchingUp || m_mode == ComposerMode::WriteOffline;
    m_notice->say(quiet ? Tone::Calm : Tone::Warn, sentence);
    m_notice->setVisible(!sentence.isEmpty());
    if (quiet)
        m_notice->setGlyph(m_mode == ComposerMode::CatchingUp ? Glyph::Syncing : Glyph::Offline);
    else if (m_mode == ComposerMode::Held)
        m_notice->setGlyph(Glyph::Person);
    else if (m_mode == ComposerMode::Locked)
        m_notice->setGlyph(m_summary->standing == Standing::OptedOut ? Glyph::OptedOut
                                                                     : Glyph::Lock);
    else if (m_mode == ComposerMode::Templates)
        m_notice->setGlyph(Glyph::Clock);
}

void Composer::showPage(bool picker)
{
    const QWidget *focus = focusWidget(); // of the composer; others have the keyboard elsewhere
    const bool hadFocus = focus && focus->hasFocus();
    m_writing->setSizePolicy(QSizePolicy::Preferred,
                             picker ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_picker->setSizePolicy(QSizePolicy::Preferred,
                            picker ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    const bool turned = picker != (m_stack->currentWidget() == m_picker);
    m_stack->setCurrentWidget(picker ? static_cast<QWidget *>(m_picker) : m_writing);
    m_picker->setMayLeave(m_mode != ComposerMode::Templates ||
                          !m_edit->toPlainText().trimmed().isEmpty());
    if (picker)
        m_picker->open(turned && hadFocus);
}

void Composer::openTemplates()
{
    if (!mayUseTemplates())
        return;
    setKind(Draft::Kind::Reply);
    m_templatesAsked = m_mode != ComposerMode::Templates; // there nothing else is offered
    m_draftAsked = false;
    refresh();
    m_picker->open(true);
}

void Composer::onTyped()
{
    countText();
    if (!m_settingText && m_summary)
        tellDraft(m_summary->id, m_kind);
    if (!m_settingText && mayCompose() && !isNote() && !m_edit->toPlainText().isEmpty())
        m_desk.state->courtesies()->typing(*m_summary);
}

void Composer::countText()
{
    const qsizetype length = m_edit->toPlainText().size();
    const int limit = isNote() ? kNoteLimit : kTextLimit;
    const bool tooLong = length > limit;
    m_count->setText(QStringLiteral("%1/%2").arg(length).arg(limit));
    m_count->setLook(tooLong ? TextRole::SmallStrong : TextRole::Small,
                     tooLong ? Token::Bad : Token::TextMuted);
    const bool files = m_summary && !isNote() && m_files.hasSendable(m_summary->id);
    const bool words = !m_edit->toPlainText().trimmed().isEmpty();
    const QString unfilled = isNote() ? QString() : m_aids->whyNotSend();
    m_send->setEnabled((isNote() ? mayNote() : mayCompose()) && !tooLong && unfilled.isEmpty() &&
                       (words || files));
    m_tabs->setBegun(m_summary && hasBegun(m_summary->id, otherKind()));
    m_hint->setText(
        isNote() && !tooLong ? tr("Only colleagues see it. Enter saves, @ mentions")
        : m_draftAsked       ? tr("Kept until the person writes. Esc or %1: templates")
                             .arg(m_desk.commands->pressWords(QStringLiteral("message.templates")))
        : tooLong ? tr("Too long for one message: please shorten it or send it in parts.")
        : !unfilled.isEmpty() ? unfilled
        : words && files      ? tr("Enter sends the text, then the files")
                              : tr("Enter sends, Shift+Enter starts a new line"));
}

QString Composer::yesKey()
{
    return tr("Y", "the key for yes");
}

QString Composer::noKey()
{
    return tr("N", "the key for no");
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    // Reaches us only when no field is being typed into.
    if (m_question->isVisible() && event->modifiers() == Qt::NoModifier) {
        if (event->key() == yesKey().front().unicode())
            return m_yes->click();
        if (event->key() == noKey().front().unicode())
            return m_no->click();
    }
    Panel::keyPressEvent(event);
}

void Composer::retranslate()
{
    m_question->say(Tone::Warn, tr("Is this an opt-out? The last message may mean that the person "
                                   "does not want to hear from you."));
    m_question->setGlyph(Glyph::Question);
    m_yes->setText(tr("Yes (%1)", "the key that says so").arg(yesKey()));
    m_no->setText(tr("No (%1)", "the key that says so").arg(noKey()));
    m_yes->setAccessibleName(tr("Yes, the person does not want messages"));
    m_no->setAccessibleName(tr("No, the person meant something else"));
    m_again->setText(tr("Try again"));
    m_discard->setText(tr("Discard"));
    m_attach->setAccessibleName(tr("Attach files"));
    m_more->setAccessibleName(tr("Location, contact, buttons, list"));
    m_more->setToolTip(tr("Location, contact, buttons, list"));
    m_templates->setAccessibleName(tr("Templates"));
    showKeys();
    m_quote->retranslate();
    m_offer->retranslate();
    showKind();
    countText();
    refresh();
}

void Composer::showKeys()
{
    m_attach->setToolTip(
        m_desk.commands->tip(QStringLiteral("message.attach"), tr("Attach files")));
    m_templates->setToolTip(m_desk.commands->tip(QStringLiteral("message.templates")));
    m_tabs->setTip(m_desk.commands->tip(QStringLiteral("message.note")));
}

void Composer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
