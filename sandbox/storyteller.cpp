#include "sandbox/storyteller.h"

#include "sandbox/fold.h"
#include "sandbox/taps.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr int kMostWalkIns = 300;
constexpr double kFreshMinutes = 180; ///< older questions are not asked again unprompted
} // namespace

Storyteller::Storyteller(World &world, Timetable &timetable, WebhookSender &webhooks,
                         MediaBox &media, const TemplateShelf &templates, const Scenario &scenario,
                         quint32 seed, QObject *parent)
    : QObject(parent), m_world(world), m_timetable(timetable), m_webhooks(webhooks),
      m_filler(world, media), m_templates(templates), m_dice(seed),
      m_arrivalsPerHour(scenario.arrivalsPerHour), m_dialogues(scenario.dialogues),
      m_walkInNames(scenario.walkInNames), m_walkInDialogues(scenario.walkInDialogues)
{
    for (const Person &person : scenario.people) {
        Person *added = m_world.add(person);
        if (added->live)
            m_live << added;
    }
}

void Storyteller::begin()
{
    struct Past {
        double minutesAgo;
        Person *person;
        const Line *line;
    };
    std::vector<Past> past;
    for (const auto &person : m_world.people()) {
        for (const HistoryLine &entry : person->history)
            past.push_back({entry.minutesAgo, person.get(), &entry.line});
    }
    std::stable_sort(past.begin(), past.end(),
                     [](const Past &a, const Past &b) { return a.minutesAgo > b.minutesAgo; });
    const qint64 now = m_world.nowMs();
    for (const Past &entry : past)
        say(*entry.person, *entry.line, now - qint64(entry.minutesAgo * 60'000));
    for (const auto &person : m_world.people()) {
        if (!person->history.isEmpty() && person->history.last().minutesAgo < kFreshMinutes)
            awaitAnswer(*person);
    }
    bookArrival();
}

QString Storyteller::say(Person &person, const Line &line, qint64 atMs, QString wamid)
{
    const Update update = compose(person, line, atMs, std::move(wamid));
    if (!update.value.isEmpty())
        m_webhooks.post(update);
    return update.key;
}

Update Storyteller::compose(Person &person, const Line &line, qint64 atMs, QString wamid)
{
    if (wamid.isEmpty())
        wamid = m_world.newWamid(person.phone.isEmpty() ? person.bsuid : person.phone);
    const QJsonObject content = m_filler.complete(person, line.content);
    if (content.isEmpty())
        return {};
    const QString type = content.value("type"_L1).toString();
    if (type != "system"_L1) // System messages come from WhatsApp and open no window.
        m_world.noteInbound(person, wamid, atMs, type);
    if (type == "revoke"_L1)
        m_world.noteWithdrawn(content["revoke"_L1]["original_message_id"_L1].toString());
    ++m_said;
    return inboundUpdate(m_world.business(), person, wamid, atMs, content);
}

bool Storyteller::press(Person &person, const QString &choice)
{
    const SentMessage *message = m_world.sent(person.lastFromAgent);
    const QJsonObject content = message == nullptr
                                    ? QJsonObject()
                                    : tapOn(*message, m_templates, m_world.business(), choice);
    if (!content.isEmpty())
        say(person, Line{content}, m_world.nowMs());
    return !content.isEmpty();
}

void Storyteller::hear(const QString &wamid)
{
    const SentMessage *message = m_world.sent(wamid);
    if (message == nullptr || message->person == nullptr)
        return;
    Person &person = *message->person;
    Progress &progress = m_progress[&person];
    m_timetable.cancel(progress.nudgeTicket);
    m_timetable.cancel(progress.answerTicket);
    const QString text = textOf(*message);
    progress.heard += u' ' + text;
    const double reading = double(m_dice.between(3000, 12'000)) + 40.0 * double(text.size());
    progress.answerTicket =
        m_timetable.after(qint64(person.pace * reading), [this, &person] { answer(person); });
}

void Storyteller::answer(Person &person)
{
    Progress &progress = m_progress[&person];
    const QString heard = std::exchange(progress.heard, {});
    if (progress.state == "end"_L1)
        return;
    for (qsizetype i = 0; i < person.dialogue.replies.size(); ++i) {
        const Reply &reply = person.dialogue.replies.at(i);
        const bool here = reply.in.isEmpty() || reply.in.contains(progress.state);
        const bool meant = reply.when.isEmpty() ||
                           std::any_of(reply.when.begin(), reply.when.end(),
                                       [&](const QString &w) { return mentions(heard, w); });
        if (!here || !meant || progress.usedReplies.contains(i))
            continue;
        progress.usedReplies << i;
        if (!reply.then.isEmpty())
            progress.state = reply.then;
        if (!reply.react.isEmpty())
            say(person,
                lineFrom(QJsonObject{{u"type"_s, u"reaction"_s},
                                     {u"reaction"_s, QJsonObject{{u"emoji"_s, reply.react}}}}),
                m_world.nowMs());
        if (!reply.press.isEmpty())
            press(person, reply.press);
        speak(person, reply.say);
        return;
    }
    if (press(person, u"*"_s)) // Buttons and lists are there to be pressed.
        return;
    if (progress.otherwise < person.dialogue.otherwise.size())
        speak(person, {person.dialogue.otherwise.at(progress.otherwise++)});
}

void Storyteller::speak(Person &person, const QList<Line> &lines)
{
    qint64 wait = 0;
    for (const Line &line : lines) {
        const qsizetype length = line.content["text"_L1]["body"_L1].toString().size();
        const double typing = 1200.0 + 90.0 * double(std::min<qsizetype>(length, 200));
        wait += line.pauseS >= 0 ? line.pauseS * 1000LL : qint64(person.pace * typing);
        m_timetable.after(wait, [this, &person, line] { say(person, line, m_world.nowMs()); });
    }
    if (!lines.isEmpty() && m_progress[&person].state != "end"_L1)
        m_timetable.after(wait, [this, &person] { awaitAnswer(person); });
}

void Storyteller::awaitAnswer(Person &person)
{
    Progress &progress = m_progress[&person];
    m_timetable.cancel(progress.nudgeTicket);
    if (progress.nudges >= person.dialogue.nudges.size())
        return;
    const qint64 patience = m_dice.between(person.patienceS / 2, person.patienceS * 2) * 1000;
    progress.nudgeTicket = m_timetable.after(patience, [this, &person] {
        Progress &later = m_progress[&person];
        if (later.nudges < person.dialogue.nudges.size())
            speak(person, {person.dialogue.nudges.at(later.nudges++)});
    });
}

void Storyteller::bookArrival()
{
    if (m_arrivalsPerHour <= 0)
        return;
    m_timetable.after(m_dice.untilNext(qint64(3'600'000 / m_arrivalsPerHour)), [this] {
        arrive();
        bookArrival();
    });
}

void Storyteller::arrive()
{
    if (!m_live.isEmpty()) {
        Person *person = m_live.takeFirst();
        const auto &openings = person->dialogue.openings;
        if (!openings.isEmpty())
            speak(*person, openings.at(m_dice.between(0, openings.size() - 1)));
        return;
    }
    Person *person = m_dice.chance(0.5) ? returning() : nullptr;
    if (person != nullptr) {
        Progress &progress = m_progress[person];
        progress.state = u"start"_s;
        speak(*person, {person->dialogue.later.at(progress.later++)});
    } else if ((person = walkIn()) != nullptr) {
        const auto &openings = person->dialogue.openings;
        if (!openings.isEmpty())
            speak(*person, openings.at(m_dice.between(0, openings.size() - 1)));
    }
}

Person *Storyteller::walkIn()
{
    if (m_walkInNames.isEmpty() || m_walkInDialogues.isEmpty() || m_walkIns >= kMostWalkIns)
        return nullptr;
    Person person;
    person.phone = u"905550004"_s + u"%1"_s.arg(m_walkIns, 3, 10, QChar(u'0'));
    ++m_walkIns;
    person.name = m_walkInNames.at(m_dice.between(0, m_walkInNames.size() - 1));
    person.dialogue =
        m_dialogues.value(m_walkInDialogues.at(m_dice.between(0, m_walkInDialogues.size() - 1)));
    person.pace = double(m_dice.between(6, 16)) / 10.0;
    static constexpr std::array kinds{Receipts::Always, Receipts::Always, Receipts::Always,
                                      Receipts::ReadOnly, Receipts::Hidden};
    person.receipts = kinds.at(std::size_t(m_dice.between(0, kinds.size() - 1)));
    return m_world.add(std::move(person));
}

Person *Storyteller::returning()
{
    QList<Person *> candidates;
    for (const auto &person : m_world.people()) {
        if (person->lastInboundMs > 0 &&
            m_progress.value(person.get()).later < person->dialogue.later.size())
            candidates << person.get();
    }
    return candidates.isEmpty() ? nullptr : candidates.at(m_dice.between(0, candidates.size() - 1));
}

QString Storyteller::textOf(const SentMessage &message) const
{
    const QJsonObject &body = message.body;
    if (message.type == "template"_L1) {
        const QJsonObject sent = body.value("template"_L1).toObject();
        QString text;
        for (const QJsonValue &part :
             m_templates
                 .find(sent.value("name"_L1).toString(), sent["language"_L1]["code"_L1].toString())
                 .value("components"_L1)
                 .toArray())
            text += u' ' + part["text"_L1].toString();
        for (const QJsonValue &part : sent.value("components"_L1).toArray()) {
            for (const QJsonValue &parameter : part["parameters"_L1].toArray())
                text += u' ' + parameter["text"_L1].toString();
        }
        return text;
    }
    const QJsonObject content = body.value(message.type).toObject();
    if (message.type == "interactive"_L1)
        return content["body"_L1]["text"_L1].toString();
    return content.value("body"_L1).toString() + content.value("caption"_L1).toString();
}

} // namespace destek::sandbox
