#include "sandbox/scenario_check.h"

#include "sandbox/line_filler.h"
#include "sandbox/order.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

using Mistake = std::optional<ScenarioError>;
/// "t" text, "n" number, "b" true or false, "o" object, "a" list, "l" a line or lines, "w" a word
/// or words.
using Kinds = QHash<QString, QChar>;

const Kinds kRoot{{u"title"_s, u't'},     {u"arrivals_per_hour"_s, u'n'}, {u"people"_s, u'a'},
                  {u"dialogues"_s, u'o'}, {u"walk_ins"_s, u'o'},          {u"templates"_s, u'a'},
                  {u"steps"_s, u'a'}};
const Kinds kDialogue{{u"openings"_s, u'a'},
                      {u"replies"_s, u'a'},
                      {u"otherwise"_s, u'l'},
                      {u"nudges"_s, u'l'},
                      {u"later"_s, u'l'}};
const Kinds kPerson{
    {u"key"_s, u't'},        {u"name"_s, u't'},           {u"phone"_s, u't'},
    {u"bsuid"_s, u't'},      {u"parent_bsuid"_s, u't'},   {u"identity_hash"_s, u't'},
    {u"username"_s, u't'},   {u"shows_phone"_s, u'b'},    {u"on_whatsapp"_s, u'b'},
    {u"blocked_us"_s, u'b'}, {u"stopped_offers"_s, u'b'}, {u"receipts"_s, u't'},
    {u"fail_code"_s, u'n'},  {u"pace"_s, u'n'},           {u"patience_s"_s, u'n'},
    {u"live"_s, u'b'},       {u"history"_s, u'a'},        {u"dialogue"_s, u't'},
    {u"note"_s, u't'}};
const Kinds kReply{{u"when"_s, u'w'},  {u"in"_s, u'w'},    {u"say"_s, u'l'},
                   {u"react"_s, u't'}, {u"press"_s, u't'}, {u"then"_s, u't'}};
const Kinds kStep{{u"at_s"_s, u'n'}, {u"do"_s, u't'}, {u"with"_s, u'o'}, {u"note"_s, u't'}};
const Kinds kWalkIns{{u"names"_s, u'a'}, {u"dialogues"_s, u'a'}};

bool isOfKind(const QJsonValue &value, QChar kind)
{
    switch (kind.unicode()) {
    case u't':
        return value.isString();
    case u'n':
        return value.isDouble();
    case u'b':
        return value.isBool();
    case u'o':
        return value.isObject();
    case u'a':
        return value.isArray();
    case u'w':
        return value.isString() || value.isArray();
    default:
        return value.isString() || value.isArray() || value.isObject();
    }
}

Mistake checkObject(const QJsonValue &value, const QString &place, const Kinds &kinds)
{
    if (!value.isObject())
        return ScenarioError{ScenarioFault::WrongKind, place, u"an object belongs here"_s};
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString where = place.isEmpty() ? it.key() : place + u'.' + it.key();
        if (!kinds.contains(it.key()))
            return ScenarioError{ScenarioFault::UnknownKey, where, u"this key is unknown"_s};
        if (!isOfKind(*it, kinds.value(it.key())))
            return ScenarioError{ScenarioFault::WrongKind, where,
                                 u"this key takes a value of another kind"_s};
    }
    return std::nullopt;
}

Mistake checkLine(const QJsonValue &value, const QString &place)
{
    if (!value.isString() && !value.isObject())
        return ScenarioError{ScenarioFault::WrongKind, place,
                             u"a text or a message belongs here"_s};
    const QString why = LineFiller::complaintAbout(lineFrom(value).content);
    return why.isEmpty() ? std::nullopt
                         : Mistake(ScenarioError{ScenarioFault::BadLine, place, why});
}

Mistake checkLines(const QJsonValue &value, const QString &place)
{
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isArray())
        return checkLine(value, place);
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (auto mistake = checkLine(list.at(i), u"%1[%2]"_s.arg(place).arg(i)))
            return mistake;
    }
    return std::nullopt;
}

/// The keys of a dialogue inside an object whose keys are already known to be right.
Mistake checkTalk(const QJsonObject &talk, const QString &place)
{
    const QJsonArray openings = talk.value("openings"_L1).toArray();
    for (qsizetype i = 0; i < openings.size(); ++i) {
        if (auto mistake = checkLines(openings.at(i), u"%1.openings[%2]"_s.arg(place).arg(i)))
            return mistake;
    }
    const QJsonArray replies = talk.value("replies"_L1).toArray();
    for (qsizetype i = 0; i < replies.size(); ++i) {
        const QString where = u"%1.replies[%2]"_s.arg(place).arg(i);
        if (auto mistake = checkObject(replies.at(i), where, kReply))
            return mistake;
        if (auto mistake = checkLines(replies.at(i)["say"_L1], where + u".say"_s))
            return mistake;
    }
    for (const QString &key : {u"otherwise"_s, u"nudges"_s, u"later"_s}) {
        if (auto mistake = checkLines(talk.value(key), place + u'.' + key))
            return mistake;
    }
    return std::nullopt;
}

Mistake checkPerson(const QJsonValue &person, const QString &place)
{
    Kinds kinds = kPerson;
    kinds.insert(kDialogue);
    if (auto mistake = checkObject(person, place, kinds))
        return mistake;
    const QJsonArray history = person["history"_L1].toArray();
    for (qsizetype i = 0; i < history.size(); ++i) {
        const QJsonObject entry = history.at(i).toObject();
        const QString where = u"%1.history[%2]"_s.arg(place).arg(i);
        if (!entry.value("minutes_ago"_L1).isDouble())
            return ScenarioError{ScenarioFault::BadLine, where, u"\"minutes_ago\" is missing"_s};
        if (auto mistake = checkLine(
                entry.contains("say"_L1) ? entry.value("say"_L1) : QJsonValue(entry), where))
            return mistake;
    }
    return checkTalk(person.toObject(), place);
}

Mistake checkStep(const QJsonValue &step, const QString &place)
{
    if (auto mistake = checkObject(step, place, kStep))
        return mistake;
    const QString why = complaintAbout(step["do"_L1].toString(), step["with"_L1].toObject());
    return why.isEmpty() ? std::nullopt
                         : Mistake(ScenarioError{ScenarioFault::BadStep, place, why});
}

} // namespace

std::optional<ScenarioError> mistakeIn(const QJsonObject &scenario)
{
    if (auto mistake = checkObject(scenario, {}, kRoot))
        return mistake;
    if (scenario.contains("walk_ins"_L1)) {
        if (auto mistake = checkObject(scenario.value("walk_ins"_L1), u"walk_ins"_s, kWalkIns))
            return mistake;
    }
    const QJsonObject dialogues = scenario.value("dialogues"_L1).toObject();
    for (auto it = dialogues.begin(); it != dialogues.end(); ++it) {
        const QString place = u"dialogues."_s + it.key();
        if (auto mistake = checkObject(*it, place, kDialogue))
            return mistake;
        if (auto mistake = checkTalk(it->toObject(), place))
            return mistake;
    }
    const QJsonArray people = scenario.value("people"_L1).toArray();
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (auto mistake = checkPerson(people.at(i), u"people[%1]"_s.arg(i)))
            return mistake;
    }
    const QJsonArray steps = scenario.value("steps"_L1).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (auto mistake = checkStep(steps.at(i), u"steps[%1]"_s.arg(i)))
            return mistake;
    }
    return std::nullopt;
}

} // namespace destek::sandbox
