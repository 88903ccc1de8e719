#include "ui/composer/composer.h"

#include "core/policy/send_policy.h"
#include "models/format/words.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/markup_highlighter.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/template_picker.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

/// The field with a frame that shows the focus of what it holds.
class EditFrame : public QWidget
{
public:
    EditFrame(const Theme &theme, QWidget *edit) : m_theme(theme), m_edit(edit)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(2, 2, 2, 2);
        column->addWidget(edit);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool focus = m_edit->hasFocus();
        painter.setBrush(m_theme.color(m_edit->isEnabled() ? Token::Surface : Token::Window));
        painter.setPen(
            QPen(m_theme.color(focus ? Token::Focus : Token::LineStrong), focus ? 2 : 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }

private:
    const Theme &m_theme;
    QWidget *m_edit;
};

} // namespace

Composer::Composer(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, Qt::TopEdge, parent), m_desk(desk),
      m_files(desk.media, desk.state), m_question(new Banner(*desk.theme)),
      m_notice(new Banner(*desk.theme)), m_trouble(new Banner(*desk.theme)),
      m_again(new Button(*desk.theme, Button::Kind::Normal)),
      m_discard(new Button(*desk.theme, Button::Kind::Normal)),
      m_yes(new Button(*desk.theme, Button::Kind::Normal)),
      m_no(new Button(*desk.theme, Button::Kind::Normal)), m_quote(new QuoteBar(*desk.theme)),
      m_tray(new AttachmentTray(desk, &m_files)), m_stack(new QStackedWidget),
      m_writing(new QWidget), m_picker(new TemplatePicker(desk)),
      m_edit(new PlainEdit(*desk.theme)), m_attach(new Button(*desk.theme, Button::Kind::Flat)),
      m_more(new Button(*desk.theme, Button::Kind::Flat)),
      m_templates(new Button(*desk.theme, Button::Kind::Flat)),
      m_hint(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_count(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_send(new Button(*desk.theme, Button::Kind::Primary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    for (Banner *banner : {m_question, m_trouble, m_notice}) {
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
    writing->addWidget(new EditFrame(*desk.theme, m_edit));
    auto *foot = new QWidget;
    layOutFoot(foot);
    writing->addWidget(foot);
    m_edit->setBackgroundVisible(false);
    m_edit->viewport()->setAutoFillBackground(false);
    new MarkupHighlighter(*desk.theme, m_edit->document());
    // The stack takes the height of what it shows, not of its tallest page.
    for (QWidget *page : {m_writing, static_cast<QWidget *>(m_picker)})
        m_stack->addWidget(page);
    column->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    buildQuestion();
    connectParts();
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
                m_templatesAsked = false;
                refresh();
                takeFocus();
            });
    connect(m_picker, &TemplatePicker::left, this, [this] {
        if (m_mode == ComposerMode::Templates)
            return;
        m_templatesAsked = false;
        refresh();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_desk.state, &models::ConsoleState::feedStateChanged, this, &Composer::refresh);
    connect(m_desk.state, &models::ConsoleState::messageReturned, this, &Composer::onReturned);
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
        m_summary = summary;
        m_templatesAsked = false;
        setText(m_drafts.value(summary.id));
        m_picker->reset();
        m_tray->show(summary.id);
        showQuote();
    }
    m_summary = summary;
    m_picker->setPerson(summary.id, summary.name);
    setVisible(true);
    refresh();
}

void Composer::clear()
{
    keepDraft();
    m_summary.reset();
    m_tray->show({});
    m_quote->clear();
    setText({});
    setVisible(false);
}

void Composer::forget(ConversationId id)
{
    if (m_summary && m_summary->id == id) {
        m_summary.reset();
        m_quote->clear();
        m_picker->reset();
        setText({});
        setVisible(false);
    }
    m_drafts.remove(id);
    m_quotes.remove(id);
    m_returned.remove(id);
    m_files.forget(id);
}

void Composer::forgetAll()
{
    m_summary.reset();
    m_quote->clear();
    m_picker->forgetAll();
    setText({});
    m_edit->document()->clearUndoRedoStacks();
    m_drafts.clear();
    m_quotes.clear();
    m_returned.clear();
    m_files.clear();
    setVisible(false);
}

QString Composer::draftOf(ConversationId id) const
{
    return m_summary && m_summary->id == id ? m_edit->toPlainText() : m_drafts.value(id);
}

void Composer::keepDraft()
{
    if (!m_summary)
        return;
    const QString text = m_edit->toPlainText();
    if (text.trimmed().isEmpty())
        m_drafts.remove(m_summary->id);
    else
        m_drafts.insert(m_summary->id, text);
}

void Composer::setText(const QString &text)
{
    m_settingText = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_settingText = false;
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
    m_mode = composerMode(*m_summary, m_desk.state->feedState(), may, m_desk.clock->now());
    sayNotice(may);
    if (!mayUseTemplates())
        m_templatesAsked = false;
    m_stack->setVisible(m_mode != ComposerMode::Locked);
    showPage(m_mode == ComposerMode::Templates || m_templatesAsked);
    m_edit->setEnabled(mayCompose());
    m_tray->setEnabled(mayCompose());
    for (Button *button : {m_attach, m_more})
        button->setEnabled(mayCompose());
    m_templates->setEnabled(mayUseTemplates());
    m_question->setVisible(m_summary->optOutQuestion &&
                           m_desk.state->may(Permission::AnswerOptOutQuestion));
    sayReturned();
    countText();
}

void Composer::sayNotice(bool may)
{
    const bool hasDraft =
        !m_edit->toPlainText().trimmed().isEmpty() || !m_files.of(m_summary->id).isEmpty();
    const QString sentence = composerSentence(m_mode, *m_summary, may, hasDraft);
    m_notice->setVisible(!sentence.isEmpty());
    const bool quiet = m_mode == ComposerMode::CatchingUp || m_mode == ComposerMode::WriteOffline;
    m_notice->say(quiet ? Tone::Calm : Tone::Warn, sentence);
    if (quiet)
        m_notice->setGlyph(m_mode == ComposerMode::CatchingUp ? Glyph::Syncing : Glyph::Offline);
    else if (m_mode == ComposerMode::Locked)
        m_notice->setGlyph(m_summary->standing == Standing::OptedOut ? Glyph::OptedOut
                                                                     : Glyph::Lock);
    else if (m_mode == ComposerMode::Templates)
        m_notice->setGlyph(Glyph::Clock);
}

void Composer::showPage(bool picker)
{
    const bool hadFocus = m_edit->hasFocus() || m_templatesAsked;
    m_writing->setSizePolicy(QSizePolicy::Preferred,
                             picker ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_picker->setSizePolicy(QSizePolicy::Preferred,
                            picker ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    const bool turned = picker != (m_stack->currentWidget() == m_picker);
    m_stack->setCurrentWidget(picker ? static_cast<QWidget *>(m_picker) : m_writing);
    m_picker->setMayLeave(m_mode != ComposerMode::Templates);
    if (picker)
        m_picker->open(turned && hadFocus);
}

void Composer::openTemplates()
{
    if (!mayUseTemplates())
        return;
    m_templatesAsked = true;
    refresh();
    m_picker->open(true);
}

void Composer::onTyped()
{
    countText();
    if (!m_settingText && mayCompose() && !m_edit->toPlainText().isEmpty())
        m_desk.state->courtesies()->typing(*m_summary);
}

void Composer::countText()
{
    const qsizetype length = m_edit->toPlainText().size();
    const bool tooLong = length > kTextLimit;
    m_count->setText(QStringLiteral("%1/%2").arg(length).arg(kTextLimit));
    m_count->setLook(tooLong ? TextRole::SmallStrong : TextRole::Small,
                     tooLong ? Token::Bad : Token::TextMuted);
    const bool files = m_summary && m_files.hasSendable(m_summary->id);
    const bool words = !m_edit->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(mayCompose() && !tooLong && (words || files));
    m_hint->setText(tooLong ? tr("Too long for one message: please shorten it or send it in parts.")
                    : words && files ? tr("Enter sends the text, then the files")
                                     : tr("Enter sends, Shift+Enter starts a new line"));
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    // Reaches us only when no field is being typed into.
    if (m_question->isVisible() && event->modifiers() == Qt::NoModifier) {
        if (event->key() == Qt::Key_E)
            return m_yes->click();
        if (event->key() == Qt::Key_H)
            return m_no->click();
    }
    Panel::keyPressEvent(event);
}

void Composer::retranslate()
{
    m_question->say(Tone::Warn, tr("Is this an opt-out? The last message may mean that the person "
                                   "does not want to hear from you."));
    m_question->setGlyph(Glyph::Question);
    m_yes->setText(tr("Yes (E)"));
    m_no->setText(tr("No (H)"));
    m_yes->setAccessibleName(tr("Yes, the person does not want messages"));
    m_no->setAccessibleName(tr("No, the person meant something else"));
    m_again->setText(tr("Try again"));
    m_discard->setText(tr("Discard"));
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setToolTip(tr("Attach files (Ctrl+O)"));
    m_more->setAccessibleName(tr("Location, contact, buttons, list"));
    m_more->setToolTip(tr("Location, contact, buttons, list"));
    m_templates->setAccessibleName(tr("Templates"));
    m_templates->setToolTip(tr("Templates (F3)"));
    m_quote->retranslate();
    m_edit->setPlaceholderText(tr("Write a message…"));
    m_edit->setAccessibleName(tr("Message"));
    m_send->setText(tr("Send"));
    countText();
    refresh();
}

void Composer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
