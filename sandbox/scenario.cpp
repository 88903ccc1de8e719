#include "sandbox/scenario.h"

#include "sandbox/scenario_check.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

QList<Line> linesFrom(const QJsonValue &value)
{
    QList<Line> lines;
    if (!value.isArray() && !value.isUndefined())
        return {lineFrom(value)};
    for (const QJsonValue &entry : value.toArray())
        lines << lineFrom(entry);
    return lines;
}

QStringList wordsFrom(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList words;
    for (const QJsonValue &entry : value.toArray())
        words << entry.toString();
    return words;
}

Dialogue dialogueFrom(const QJsonObject &json, Dialogue dialogue = {})
{
    if (json.contains("openings"_L1)) {
        dialogue.openings.clear();
        for (const QJsonValue &opening : json.value("openings"_L1).toArray())
            dialogue.openings << linesFrom(opening);
    }
    QList<Reply> own;
    for (const QJsonValue &entry : json.value("replies"_L1).toArray()) {
        const QJsonObject r = entry.toObject();
        own << Reply{wordsFrom(r.value("when"_L1)),  wordsFrom(r.value("in"_L1)),
                     linesFrom(r.value("say"_L1)),   r.value("react"_L1).toString(),
                     r.value("press"_L1).toString(), r.value("then"_L1).toString()};
    }
    dialogue.replies = own + dialogue.replies; // A person's own replies come first.
    for (const auto &[key, list] :
         {std::pair{"otherwise"_L1, &dialogue.otherwise}, std::pair{"nudges"_L1, &dialogue.nudges},
          std::pair{"later"_L1, &dialogue.later}}) {
        if (json.contains(key))
            *list = linesFrom(json.value(key));
    }
    return dialogue;
}

Person personFrom(const QJsonObject &json)
{
    Person person;
    person.key = json.value("key"_L1).toString();
    person.name = json.value("name"_L1).toString();
    person.phone = json.value("phone"_L1).toString();
    person.bsuid = json.value("bsuid"_L1).toString();
    person.parentBsuid = json.value("parent_bsuid"_L1).toString();
    person.identityHash = json.value("identity_hash"_L1).toString();
    person.username = json.value("username"_L1).toString();
    person.showsPhone = json.value("shows_phone"_L1).toBool(true);
    person.onWhatsApp = json.value("on_whatsapp"_L1).toBool(true);
    person.blockedUs = json.value("blocked_us"_L1).toBool(false);
    person.stoppedOffers = json.value("stopped_offers"_L1).toBool(false);
    person.receipts = receiptsFromWord(json.value("receipts"_L1).toString());
    person.failCode = json.value("fail_code"_L1).toInt(person.failCode);
    person.pace = json.value("pace"_L1).toDouble(1.0);
    person.patienceS = json.value("patience_s"_L1).toInt(person.patienceS);
    person.live = json.value("live"_L1).toBool(false);
    for (const QJsonValue &entry : json.value("history"_L1).toArray()) {
        const QJsonObject h = entry.toObject();
        const QJsonValue said = h.contains("say"_L1) ? h.value("say"_L1) : QJsonValue(h);
        person.history << HistoryLine{h.value("minutes_ago"_L1).toDouble(), lineFrom(said)};
    }
    return person;
}

} // namespace

Line lineFrom(const QJsonValue &value)
{
    if (value.isString()) {
        return {QJsonObject{{u"type"_s, u"text"_s},
                            {u"text"_s, QJsonObject{{u"body"_s, value.toString()}}}}};
    }
    QJsonObject content = value.toObject();
    Line line;
    line.pauseS = content.take("pause_s"_L1).toInt(-1);
    content.remove("minutes_ago"_L1);
    if (content.value("text"_L1).isString())
        content.insert("text"_L1, QJsonObject{{u"body"_s, content.value("text"_L1).toString()}});
    if (content.value("edit"_L1).isString()) { // {"edit":"…"}: the last message now says this
        content.insert("text"_L1, QJsonObject{{u"body"_s, content.take("edit"_L1).toString()}});
        content.insert("type"_L1, u"edit"_s);
    }
    if (!content.contains("type"_L1) && content.contains("text"_L1))
        content.insert("type"_L1, u"text"_s);
    line.content = content;
    return line;
}

Result<Scenario, ScenarioError> parseScenario(const QByteArray &json)
{
    QJsonParseError broken;
    const QJsonDocument document = QJsonDocument::fromJson(json, &broken);
    if (!document.isObject())
        return failure(ScenarioError{ScenarioFault::NotJson,
                                     {},
                                     broken.errorString(),
                                     int(json.left(broken.offset).count('\n')) + 1});
    const QJsonObject root = document.object();
    if (auto mistake = mistakeIn(root)) {
        mistake->line = lineOf(json, mistake->where);
        return failure(*mistake);
    }
    Scenario scenario;
    scenario.title = root.value("title"_L1).toString();
    scenario.arrivalsPerHour = root.value("arrivals_per_hour"_L1).toDouble(30);
    for (const QJsonValue &entry : root.value("steps"_L1).toArray())
        scenario.steps << Step{entry["at_s"_L1].toDouble(), entry["do"_L1].toString(),
                               entry["with"_L1].toObject()};
    scenario.templates = root.value("templates"_L1).toArray();
    const QJsonObject dialogues = root.value("dialogues"_L1).toObject();
    for (auto it = dialogues.begin(); it != dialogues.end(); ++it)
        scenario.dialogues.insert(it.key(), dialogueFrom(it.value().toObject()));
    const QJsonObject walkIns = root.value("walk_ins"_L1).toObject();
    scenario.walkInNames = wordsFrom(walkIns.value("names"_L1));
    scenario.walkInDialogues = wordsFrom(walkIns.value("dialogues"_L1));
    for (const QString &name : scenario.walkInDialogues) {
        if (!scenario.dialogues.contains(name))
            return failure(ScenarioError{ScenarioFault::NoSuchDialogue, name});
    }
    QSet<QString> keys;
    for (const QJsonValue &entry : root.value("people"_L1).toArray()) {
        const QJsonObject p = entry.toObject();
        Person person = personFrom(p);
        if (person.phone.isEmpty() && person.bsuid.isEmpty())
            return failure(ScenarioError{ScenarioFault::NoIdentity, person.key});
        if (person.phone.startsWith("90"_L1) && !person.phone.startsWith("90555000"_L1))
            return failure(ScenarioError{ScenarioFault::RealNumber, person.key});
        if (person.key.isEmpty() || keys.contains(person.key))
            return failure(ScenarioError{ScenarioFault::DuplicateKey, person.key});
        keys.insert(person.key);
        const QString base = p.value("dialogue"_L1).toString();
        if (!base.isEmpty() && !scenario.dialogues.contains(base))
            return failure(ScenarioError{ScenarioFault::NoSuchDialogue, person.key});
        person.dialogue = dialogueFrom(p, scenario.dialogues.value(base));
        scenario.people << person;
    }
    return scenario;
}

Result<Scenario, ScenarioError> loadScenario(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ScenarioError{ScenarioFault::Unreadable, path});
    return parseScenario(file.readAll());
}

} // namespace destek::sandbox
