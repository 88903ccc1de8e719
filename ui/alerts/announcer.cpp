#include "ui/alerts/announcer.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/painted_text.h"
#include "ui/shell/whisper.h"

#include <QApplication>

namespace destek::ui
{

using models::Alert;
using models::AlertKind;

namespace
{

constexpr int kLongestText = 120;

QString longestWords(Duration span)
{
    const int minutes = int(std::chrono::duration_cast<std::chrono::minutes>(span).count());
    if (minutes < 60)
        return Announcer::tr("The longest for %n minute(s).", nullptr, minutes);
    return Announcer::tr("The longest for %1 h %2 min.").arg(minutes / 60).arg(minutes % 60);
}

/// What happened, without a word of whom it is about.
QString newsOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Mention:
        return Announcer::tr("A colleague mentions you");
    case AlertKind::Assigned:
        return Announcer::tr("A conversation was assigned to you");
    case AlertKind::Back:
        return Announcer::tr("A snoozed conversation is back");
    default:
        return Announcer::tr("New message");
    }
}

/// Notification servers may read markup in what they are given: a customer's words must not be
/// able to say any.
QString plain(QString text)
{
    return text.replace(u'<', QChar(0x2039))
        .replace(u'>', QChar(0x203A))
        .replace(u'&', QChar(0xFF06));
}

} // namespace

Announcer::Announcer(const Desk &desk, Whisper *whisper, QWidget *window)
    : QObject(window), m_desk(desk), m_alerts(desk.state, desk.clock), m_whisper(whisper),
      m_window(window)
{
    m_alerts.setInFront(
        [this] { return isInFront() ? m_desk.state->thread()->conversation() : ConversationId(); });
    connect(&m_alerts, &models::Alerts::raised, this, &Announcer::say);
    // The company's word; nothing is allowed until it is known.
    const auto obey = [this] { m_alerts.setContent(m_desk.state->team()->alertContent()); };
    connect(desk.state->team(), &models::TeamBook::changed, this, obey);
    connect(desk.state->thread(), &models::ThreadModel::opened, &m_alerts, &models::Alerts::opened);
    connect(desk.state->inbox(), &models::InboxModel::countsChanged, this, &Announcer::showWaiting);
    connect(desk.state, &models::ConsoleState::phaseChanged, this, &Announcer::showWaiting);
}

void Announcer::setLayers(Notifier *notifier, Chime *chime)
{
    m_notifier = notifier;
    m_chime = chime;
    connect(notifier, &Notifier::messageClicked, this,
            [this] { Q_EMIT wanted(std::exchange(m_said, {})); });
    showWaiting();
}

bool Announcer::isInFront() const
{
    return m_window->isVisible() && !m_window->isMinimized() && m_window->isActiveWindow();
}

void Announcer::tick(Instant now)
{
    m_alerts.tick(now);
}

void Announcer::say(const Alert &alert)
{
    play(alert);
    if (alert.looksAtIt)
        return;
    if (!isInFront())
        saySystem(alert);
    if (m_desk.state->phase() != models::ConsolePhase::Running)
        return;
    if (alert.kind == AlertKind::Message) {
        // Inside the window the inbox names everybody anyway.
        const auto *summary = m_desk.state->inbox()->find(alert.conversation);
        if (!summary)
            return;
        m_whisper->say(Tone::Calm,
                       tr("New message: %1").arg(isolatedName(words::personWords(*summary))));
        m_whisper->setGlyph(Glyph::Inbox);
    } else if (alert.kind == AlertKind::Mention) {
        const auto *summary = m_desk.state->inbox()->find(alert.conversation);
        const QString author = isolatedName(alert.author);
        m_whisper->say(Tone::Calm,
                       summary ? tr("%1 mentions you in a note. Conversation: %2")
                                     .arg(author, isolatedName(words::personWords(*summary)))
                               : tr("%1 mentions you in a note.").arg(author));
        m_whisper->setGlyph(Glyph::Lock);
    } else if (alert.kind == AlertKind::Assigned || alert.kind == AlertKind::Back) {
        const auto *summary = m_desk.state->inbox()->find(alert.conversation);
        if (!summary)
            return;
        const QString name = isolatedName(words::personWords(*summary));
        m_whisper->say(Tone::Calm, alert.kind == AlertKind::Assigned
                                       ? tr("Assigned to you: %1").arg(name)
                                       : tr("The snooze is over: %1").arg(name));
        m_whisper->setGlyph(Glyph::Inbox);
    } else if (alert.kind == AlertKind::Waiting) {
        m_whisper->say(alert.step > 2 ? Tone::Bad : Tone::Warn,
                       tr("%n person(s) still wait(s) for an answer.", nullptr, alert.count) +
                           QLatin1Char(' ') + longestWords(alert.longest));
    }
}

void Announcer::saySystem(const Alert &alert)
{
    if (!m_notifier)
        return;
    m_said = alert.conversation;
    if (alert.kind == AlertKind::Waiting)
        return m_notifier->show(
            tr("Destek"), tr("%n person(s) still wait(s) for an answer.", nullptr, alert.count));
    const QString news = newsOf(alert.kind);
    const QString title = alert.name.isEmpty() ? news : plain(isolatedName(alert.name));
    const QString text = alert.text.isEmpty()
                             ? (alert.name.isEmpty() ? QString() : news)
                             : plain(text::visibleLine(alert.text, kLongestText).text);
    m_notifier->show(title, text);
}

void Announcer::play(const Alert &alert)
{
    if (!m_sound || !alert.sounds || !m_chime)
        return;
    switch (alert.kind) {
    case AlertKind::Message:
    case AlertKind::Mention:
    case AlertKind::Assigned:
    case AlertKind::Back:
        return m_chime->play(Chime::Sound::Message);
    case AlertKind::Waiting:
        return m_chime->play(Chime::Sound::Waiting);
    case AlertKind::WindowClosing:
        return m_chime->play(Chime::Sound::Closing);
    }
}

void Announcer::showWaiting()
{
    if (!m_notifier)
        return;
    const bool locked = m_desk.state->phase() == models::ConsolePhase::Locked;
    const bool answers = m_desk.state->may(Permission::SendMessages);
    const int people = locked || !answers ? 0 : m_desk.state->inbox()->waitingForMe();
    m_notifier->setWaiting(people, people > 0
                                       ? tr("%n person(s) waiting for an answer", nullptr, people)
                                       : tr("Destek"));
}

Announcer::Trial Announcer::test()
{
    const bool sound = m_sound && m_chime && m_chime->isAvailable();
    const bool shown = m_notifier && m_notifier->showsMessages();
    if (m_chime && m_sound)
        m_chime->play(Chime::Sound::Message);
    if (m_notifier)
        m_notifier->show(tr("New message"), tr("This is how Destek announces a new message."));
    Trial trial;
    trial.reached = sound && shown;
    if (trial.reached)
        trial.sentence = tr("A sound was played and a notification shown. If you missed one of "
                            "them, please allow notifications of Destek in the settings of this "
                            "computer and look at its volume.");
    else if (!shown && sound)
        trial.sentence = tr("A sound was played, but this computer shows no notifications. Please "
                            "allow them for Destek in its settings; until then alerts come inside "
                            "the window and by sound.");
    else if (shown)
        trial.sentence = m_sound ? tr("A notification was shown, but this computer has no sound "
                                      "device. Alerts come without sound.")
                                 : tr("A notification was shown. Sounds are switched off in the "
                                      "account menu.");
    else
        trial.sentence = tr("This computer shows no notifications and plays no sound. Alerts come "
                            "inside the window only: please keep it in sight.");
    return trial;
}

} // namespace destek::ui
