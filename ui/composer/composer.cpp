#include "ui/composer/composer.h"

#include "core/policy/send_policy.h"
#include "models/format/words.h"
#include "ui/composer/plain_edit.h"
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
      m_question(new Banner(*desk.theme)), m_notice(new Banner(*desk.theme)),
      m_trouble(new Banner(*desk.theme)), m_yes(new Button(*desk.theme, Button::Kind::Normal)),
      m_no(new Button(*desk.theme, Button::Kind::Normal)), m_stack(new QStackedWidget),
      m_writing(new QWidget), m_picker(new TemplatePicker(desk)),
      m_edit(new PlainEdit(*desk.theme)),
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
    auto *writing = new QVBoxLayout(m_writing);
    writing->setContentsMargins(0, 0, 0, 0);
    writing->setSpacing(6);
    writing->addWidget(new EditFrame(*desk.theme, m_edit));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_count);
    foot->addWidget(m_send);
    writing->addLayout(foot);
    m_hint->setElided(true);
    m_edit->setBackgroundVisible(false);
    m_edit->viewport()->setAutoFillBackground(false);
    m_send->setGlyph(Glyph::Send);
    // The stack takes the height of what it shows, not of its tallest page.
    for (QWidget *page : {m_writing, static_cast<QWidget *>(m_picker)})
        m_stack->addWidget(page);
    column->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    buildQuestion();

    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::countText);
    connect(m_edit, &PlainEdit::sendRequested, this, &Composer::send);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_picker, &TemplatePicker::sendRequested, this, &Composer::sendTemplate);
    connect(desk.state, &models::ConsoleState::feedStateChanged, this, &Composer::refresh);
    connect(desk.state, &models::ConsoleState::messageReturned, this, &Composer::onReturned);
    retranslate();
    clear();
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
        m_edit->setPlainText(m_drafts.value(summary.id));
        m_edit->moveCursor(QTextCursor::End);
        m_picker->reset();
    }
    m_summary = summary;
    setVisible(true);
    refresh();
}

void Composer::clear()
{
    keepDraft();
    m_summary.reset();
    m_edit->clear();
    setVisible(false);
}

void Composer::forget(ConversationId id)
{
    if (m_summary && m_summary->id == id) {
        m_summary.reset();
        m_edit->clear();
        setVisible(false);
    }
    m_drafts.remove(id);
}

void Composer::forgetAll()
{
    m_summary.reset();
    m_edit->clear();
    m_edit->document()->clearUndoRedoStacks();
    m_drafts.clear();
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

void Composer::takeFocus()
{
    if (m_mode == ComposerMode::Templates)
        m_picker->open(true);
    else
        m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::refresh()
{
    if (!m_summary)
        return;
    const bool may = m_desk.state->may(Permission::SendMessages);
    m_mode = composerMode(*m_summary, m_desk.state->feedState(), may, m_desk.clock->now());
    const bool writing = m_mode == ComposerMode::Write || m_mode == ComposerMode::WriteOffline;
    const QString sentence = composerSentence(m_mode, *m_summary, may);
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

    const bool picker = m_mode == ComposerMode::Templates;
    const bool hadFocus = m_edit->hasFocus();
    m_stack->setVisible(m_mode != ComposerMode::Locked);
    m_writing->setSizePolicy(QSizePolicy::Preferred,
                             picker ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_picker->setSizePolicy(QSizePolicy::Preferred,
                            picker ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_stack->setCurrentWidget(picker ? static_cast<QWidget *>(m_picker) : m_writing);
    if (picker)
        m_picker->open(hadFocus);
    m_edit->setEnabled(writing);
    m_question->setVisible(m_summary->optOutQuestion &&
                           m_desk.state->may(Permission::AnswerOptOutQuestion));
    m_trouble->setVisible(m_troubleOf.isValid() && m_troubleOf == m_summary->id);
    countText();
}

void Composer::countText()
{
    const qsizetype length = m_edit->toPlainText().size();
    const bool tooLong = length > kTextLimit;
    m_count->setText(QStringLiteral("%1/%2").arg(length).arg(kTextLimit));
    m_count->setLook(tooLong ? TextRole::SmallStrong : TextRole::Small,
                     tooLong ? Token::Bad : Token::TextMuted);
    const bool writing = m_mode == ComposerMode::Write || m_mode == ComposerMode::WriteOffline;
    m_send->setEnabled(writing && !tooLong && !m_edit->toPlainText().trimmed().isEmpty());
    m_hint->setText(tooLong ? tr("Too long for one message: please shorten it or send it in parts.")
                            : tr("Enter sends, Shift+Enter starts a new line"));
}

void Composer::send()
{
    if (!m_summary || !m_send->isEnabled())
        return;
    const MessageId id = m_desk.state->sendText(m_summary->id, m_edit->toPlainText());
    if (!id.isValid()) {
        m_troubleOf = m_summary->id;
        m_trouble->say(
            Tone::Bad,
            tr("Not sent: too many messages are waiting already. Your text is kept here; "
               "please try again when the connection is back."));
        m_trouble->show();
        return;
    }
    m_troubleOf = {};
    m_trouble->hide();
    m_edit->clear();
    m_drafts.remove(m_summary->id);
}

void Composer::sendTemplate(const TemplateView &chosen, const QStringList &variables)
{
    if (!m_summary || m_mode != ComposerMode::Templates)
        return;
    if (m_desk.state->sendTemplate(m_summary->id, chosen, variables).isValid()) {
        m_troubleOf = {};
        m_trouble->hide();
        m_picker->reset();
    }
}

void Composer::onReturned(const net::OutgoingMessage &message, const ApiError &why)
{
    // The words come back to where they were written, even if another chat is open now.
    if (!message.content.text.isEmpty()) {
        const QString later = draftOf(message.conversation);
        const QString whole =
            later.trimmed().isEmpty() ? message.content.text : message.content.text + u'\n' + later;
        m_drafts.insert(message.conversation, whole);
        if (m_summary && m_summary->id == message.conversation) {
            m_edit->setPlainText(whole);
            m_edit->moveCursor(QTextCursor::End);
        }
    }
    m_troubleOf = message.conversation;
    m_trouble->say(
        Tone::Bad,
        message.content.text.isEmpty()
            ? tr("Not sent. %1").arg(words::apiErrorSentence(why))
            : tr("Not sent. %1 Your text is back in the field.").arg(words::apiErrorSentence(why)));
    m_trouble->setVisible(m_summary && m_summary->id == m_troubleOf);
    refresh();
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
