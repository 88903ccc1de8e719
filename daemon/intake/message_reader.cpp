#include "daemon/intake/message_reader.h"

#include "core/text/phone.h"
#include "daemon/intake/value_reader.h"
#include "daemon/service/message_content.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::daemon::intake
{

namespace
{

QString withoutAt(const QString &username)
{
    return username.startsWith(u'@') ? username.mid(1) : username;
}

/// NUL is a known poison for databases and screens (facts/whatsapp.md 1.5).
QString cleaned(QString text)
{
    return text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

QStringList consentWordsOf(MessageKind kind, const QJsonObject &message, const QString &text)
{
    switch (kind) {
    case MessageKind::Text:
    case MessageKind::Image:
    case MessageKind::Video:
        return {text};
    case MessageKind::Document: { // its name is not what somebody said
        const QString caption =
            message.value("document"_L1).toObject().value("caption"_L1).toString();
        return caption.isEmpty() ? QStringList() : QStringList(caption);
    }
    case MessageKind::Edit: {
        const QJsonObject edited =
            message.value("edit"_L1).toObject().value("message"_L1).toObject();
        const MessageKind inner = kindOf(edited);
        return inner == MessageKind::Edit ? QStringList() : consentWordsOf(inner, edited, text);
    }
    case MessageKind::Button:
        return {text, message.value("button"_L1).toObject().value("payload"_L1).toString()};
    case MessageKind::Interactive: {
        const QJsonObject interactive = message.value("interactive"_L1).toObject();
        const QJsonObject reply =
            interactive.value(interactive.value("type"_L1).toString()).toObject();
        return {text, reply.value("id"_L1).toString()};
    }
    default:
        return {};
    }
}

/// Before August 2026 the former BSUID stood in the sentence only: "… changed from OLD to NEW".
QString formerBsuid(const QJsonObject &system)
{
    const QString named = system.value("previous_user_id"_L1).toString();
    if (!named.isEmpty())
        return named;
    const QString current = system.value("user_id"_L1).toString();
    const QStringList words = system.value("body"_L1).toString().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (text::isBsuid(word) && word != current)
            return word;
    }
    return {};
}

std::optional<IdentityChange> changeOf(const QJsonObject &message)
{
    const QJsonObject system = message.value("system"_L1).toObject();
    const QString type = system.value("type"_L1).toString();
    // The first pages on it had other words for the same (facts/whatsapp.md 2.3).
    if (type != "user_changed_number"_L1 && type != "user_changed_user_id"_L1 &&
        type != "customer_changed_number"_L1)
        return std::nullopt;
    IdentityChange change;
    change.former = readIdentities(message.value("from"_L1).toString(), formerBsuid(system),
                                   system.value("previous_parent_user_id"_L1).toString());
    QString phone = system.value("wa_id"_L1).toString();
    if (phone.isEmpty())
        phone = system.value("new_wa_id"_L1).toString();
    change.current = readIdentities(phone, system.value("user_id"_L1).toString(),
                                    system.value("parent_user_id"_L1).toString());
    if (change.former.isEmpty() || change.current.isEmpty())
        return std::nullopt;
    change.ofNumber = type != "user_changed_user_id"_L1;
    return change;
}

/// The contact that belongs to this message: matched by number or BSUID, or the only one.
QJsonObject contactOf(const QJsonObject &message, const QJsonArray &contacts)
{
    const QString from = message.value("from"_L1).toString();
    const QString user = message.value("from_user_id"_L1).toString();
    for (const QJsonValue &value : contacts) {
        const QJsonObject contact = value.toObject();
        if ((!from.isEmpty() && contact.value("wa_id"_L1).toString() == from) ||
            (!user.isEmpty() && contact.value("user_id"_L1).toString() == user))
            return contact;
    }
    return from.isEmpty() && user.isEmpty() && contacts.size() == 1 ? contacts.first().toObject()
                                                                    : QJsonObject();
}

bool hasOtherKeys(const QJsonObject &json, const QStringList &known)
{
    const QStringList keys = json.keys();
    return std::any_of(keys.begin(), keys.end(),
                       [&](const QString &key) { return !known.contains(key); });
}

/// More than the words themselves: quoted, forwarded, from an advertisement, or of a later time.
bool isMoreThanText(const QJsonObject &message)
{
    static const QStringList plain{u"from"_s, u"from_user_id"_s, u"from_parent_user_id"_s,
                                   u"to"_s,   u"to_user_id"_s,   u"id"_s,
                                   u"type"_s, u"timestamp"_s,    u"text"_s};
    if (hasOtherKeys(message, plain))
        return true;
    const QJsonObject text = message.value("text"_L1).toObject();
    return text.size() != 1 || !text.value("body"_L1).isString();
}

} // namespace

bool saysMore(const QJsonObject &contact)
{
    static const QStringList known{u"profile"_s, u"wa_id"_s, u"user_id"_s, u"parent_user_id"_s,
                                   u"identity_key_hash"_s};
    return hasOtherKeys(contact, known) ||
           hasOtherKeys(contact.value("profile"_L1).toObject(), {u"name"_s, u"username"_s});
}

void readBody(const QJsonObject &message, InboundMessage &inbound)
{
    inbound.at = readTimestamp(message.value("timestamp"_L1));
    inbound.kind = kindOf(message);
    inbound.text = cleaned(lineOf(inbound.kind, message));
    inbound.target = targetWamid(inbound.kind, message);
    inbound.consentWords = consentWordsOf(inbound.kind, message, inbound.text);
    inbound.identityKey = message.value("identity"_L1).toObject().value("hash"_L1).toString();
    if (inbound.kind == MessageKind::Button || inbound.kind == MessageKind::Interactive)
        inbound.consentSource = ConsentSource::Button;
    if (message.value("interactive"_L1).toObject().value("type"_L1).toString() == "list_reply"_L1)
        inbound.consentSource = ConsentSource::ListReply;
    inbound.isPlaceholder = message.value("type"_L1).toString() == "media_placeholder"_L1;
    if (inbound.kind != MessageKind::Text || isMoreThanText(message))
        inbound.raw = QJsonDocument(message).toJson(QJsonDocument::Compact);
    // A group has a window of its own (facts/whatsapp.md 5.1).
    inbound.inGroup = isInGroup(message);
    if (inbound.inGroup)
        inbound.opensWindow = false;
    // Corrections and withdrawals are no messages of their own (facts/whatsapp.md 5.1).
    if (inbound.kind == MessageKind::Edit || inbound.kind == MessageKind::Revoke)
        inbound.opensWindow = false;
    if (inbound.kind == MessageKind::System) {
        inbound.opensWindow = false;
        inbound.change = changeOf(message);
        inbound.identityKeyChanged =
            message.value("system"_L1).toObject().value("type"_L1).toString() ==
            "customer_identity_changed"_L1;
        if (inbound.change && inbound.sender.isEmpty())
            inbound.sender = inbound.change->current;
    }
}

Instant readTimestamp(const QJsonValue &value)
{
    const qint64 seconds = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return seconds > 0 && seconds < 4102444800 ? Instant::fromSeconds(seconds) : Instant();
}

QList<Identity> readIdentities(const QString &phone, const QString &bsuid,
                               const QString &parentBsuid)
{
    QList<Identity> identities;
    const auto add = [&](IdentityKind kind, const QString &value) {
        const Identity identity{kind, value};
        if (!value.isEmpty() && !identities.contains(identity))
            identities << identity;
    };
    add(IdentityKind::Bsuid, bsuid);
    add(IdentityKind::ParentBsuid, parentBsuid);
    if (text::isBsuid(phone))
        add(IdentityKind::Bsuid, phone);
    else
        add(IdentityKind::Phone, text::digitsOf(phone));
    return identities;
}

std::optional<InboundMessage> readMessage(const QJsonObject &message, const QJsonArray &contacts,
                                          const BusinessNumber &number)
{
    const QJsonObject contact = contactOf(message, contacts);
    const auto either = [&](QLatin1StringView own, QLatin1StringView ofContact) {
        const QString value = message.value(own).toString();
        return value.isEmpty() ? contact.value(ofContact).toString() : value;
    };
    InboundMessage inbound;
    inbound.number = number;
    inbound.sender =
        readIdentities(either("from"_L1, "wa_id"_L1), either("from_user_id"_L1, "user_id"_L1),
                       either("from_parent_user_id"_L1, "parent_user_id"_L1));
    inbound.wamid = message.value("id"_L1).toString();
    const QJsonObject profile = contact.value("profile"_L1).toObject();
    inbound.profileName = cleaned(profile.value("name"_L1).toString());
    inbound.username = cleaned(withoutAt(profile.value("username"_L1).toString()));
    QJsonObject whole = message;
    if (saysMore(contact))
        whole.insert("contacts_entry"_L1, contact);
    readBody(whole, inbound);
    if (inbound.identityKey.isEmpty())
        inbound.identityKey = contact.value("identity_key_hash"_L1).toString();
    if (inbound.wamid.isEmpty() || inbound.sender.isEmpty())
        return std::nullopt;
    return inbound;
}

} // namespace destek::daemon::intake
