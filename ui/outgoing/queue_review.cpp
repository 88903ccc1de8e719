#include "ui/outgoing/queue_review.h"

#include "core/text/safe_text.h"
#include "models/format/queue_words.h"
#include "models/format/words.h"
#include "ui/kit/painted_text.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kMostSaid = 240; ///< the thread behind has it all

QString quoted(const QString &said)
{
    const auto shown = text::visibleLine(said, kMostSaid);
    return QLocale().quoteString(text::isolate(shown.clipped ? shown.text + u'…' : shown.text));
}

} // namespace

QueueReview::QueueReview(const Desk &desk, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_queue(desk.state->queue()),
      m_person(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_when(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_why(new Banner(*desk.theme)), m_said(new Label(*desk.theme, TextRole::Body, Token::Text)),
      m_text(new QPlainTextEdit), m_later(new Button(*desk.theme, Button::Kind::Flat)),
      m_discard(new Button(*desk.theme, Button::Kind::Normal)),
      m_edit(new Button(*desk.theme, Button::Kind::Normal)),
      m_send(new Button(*desk.theme, Button::Kind::Primary))
{
    body()->addWidget(m_person);
    body()->addWidget(m_when);
    body()->addWidget(m_why);
    body()->addWidget(m_said);
    m_said->setWordWrap(true);
    body()->addWidget(m_text, 1);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(theme().px(96)); // longer ones are scrolled
    for (Button *button : {m_later, m_discard, m_edit, m_send}) {
        button->setAutoDefault(false); // Enter must not decide by itself
        addButton(button);
    }
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_discard, &QPushButton::clicked, this,
            [this] { act(&models::OfflineQueue::discard); });
    connect(m_send, &QPushButton::clicked, this, [this] { act(&models::OfflineQueue::send); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        for (const models::QueueQuestion &one : m_queue->questions()) {
            if (one.queued.message.id == m_shown)
                Q_EMIT conversationWanted(one.queued.message.conversation);
        }
        act(&models::OfflineQueue::edit);
        accept(); // what is to be edited stands in the composer now
    });
    connect(m_queue, &models::OfflineQueue::changed, this, &QueueReview::refresh);
    retranslate();
}

void QueueReview::act(void (models::OfflineQueue::*what)(const MessageId &))
{
    const MessageId id = m_shown;
    (m_queue->*what)(id);
}

void QueueReview::refresh()
{
    const auto &questions = m_queue->questions();
    if (questions.isEmpty())
        return accept();
    const models::QueueQuestion &question = questions.first();
    const int count = int(questions.size());
    setTitle(count > 1 ? tr("Written offline, not sent: %n to decide", nullptr, count)
                       : tr("Written offline, not sent"));
    m_person->setText(isolatedName(question.person));
    m_when->setText(tr("You wrote this at %1.").arg(words::clockTime(question.queued.writtenAt)));
    models::QueueQuestion named = question;
    if (!named.author.isEmpty())
        named.author = isolatedName(named.author);
    const QString holder = m_desk.state->team()->nameOf(question.holder);
    m_why->say(
        question.mayGo() ? Tone::Warn : Tone::Bad,
        words::queueQuestionSentence(named, holder.isEmpty() ? QString() : isolatedName(holder)));
    m_said->setText(quoted(question.said));
    m_said->setVisible(!question.said.isEmpty());
    m_text->setPlainText(words::queuedText(question.queued));
    m_send->setEnabled(question.mayGo());
    if (m_shown != question.queued.message.id) {
        m_shown = question.queued.message.id;
        m_text->setFocus(); // read first; Tab goes on to the buttons
    }
    fit();
}

void QueueReview::retranslate()
{
    m_text->setAccessibleName(tr("What you wrote"));
    m_later->setText(tr("Later"));
    m_discard->setText(tr("Discard the text"));
    m_edit->setText(tr("Edit"));
    m_send->setText(tr("Send"));
    refresh();
}

} // namespace destek::ui
