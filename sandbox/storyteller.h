#pragma once

#include "sandbox/line_filler.h"
#include "sandbox/scenario.h"
#include "sandbox/template_shelf.h"
#include "sandbox/timetable.h"
#include "sandbox/webhook_sender.h"

#include <QObject>
#include <QSet>

namespace destek::sandbox
{

/// Lets the cast speak: what they wrote in the past hours, their answers to the agent, their
/// reminders, and new customers by a Poisson process. Main thread only.
class Storyteller : public QObject
{
    Q_OBJECT
public:
    Storyteller(World &world, Timetable &timetable, WebhookSender &webhooks, MediaBox &media,
                const TemplateShelf &templates, const Scenario &scenario, quint32 seed,
                QObject *parent = nullptr);

    /// Posts everybody's history, oldest first, and starts the arrivals.
    void begin();
    /// The person has seen this message of the agent and may answer.
    void hear(const QString &wamid);
    /// Sends one message as this person; the wamid is made up unless given. Used by the control
    /// API too. Completes media, reactions and quotes (README.md, "Lines").
    QString say(Person &person, const Line &line, qint64 atMs, QString wamid = {});
    /// The same without delivering it. An empty value: nothing to refer to yet.
    [[nodiscard]] Update compose(Person &person, const Line &line, qint64 atMs, QString wamid = {});
    /// Presses a button or chooses a row of the agent's last message: a label, an id, or "*" for
    /// the first. False: there is none.
    bool press(Person &person, const QString &choice);
    [[nodiscard]] qint64 saidCount() const { return m_said; }

private:
    struct Progress {
        QString state = QStringLiteral("start");
        QString heard;
        QSet<qsizetype> usedReplies;
        qsizetype otherwise = 0;
        qsizetype nudges = 0;
        qsizetype later = 0;
        quint64 answerTicket = 0;
        quint64 nudgeTicket = 0;
    };

    void answer(Person &person);
    void speak(Person &person, const QList<Line> &lines);
    void awaitAnswer(Person &person);
    void bookArrival();
    void arrive();
    Person *walkIn();
    Person *returning();
    [[nodiscard]] QString textOf(const SentMessage &message) const;

    World &m_world;
    Timetable &m_timetable;
    WebhookSender &m_webhooks;
    LineFiller m_filler;
    const TemplateShelf &m_templates;
    Dice m_dice;
    const double m_arrivalsPerHour;
    const QHash<QString, Dialogue> m_dialogues;
    const QStringList m_walkInNames;
    const QStringList m_walkInDialogues;
    QList<Person *> m_live; ///< still to come, in the order of the story
    QHash<const Person *, Progress> m_progress;
    int m_walkIns = 0;
    qint64 m_said = 0;
};

} // namespace destek::sandbox
