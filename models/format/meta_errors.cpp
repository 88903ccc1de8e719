// Meta's error codes in words (facts/whatsapp.md section 6). What follows from each is in
// core/policy/meta_errors.cpp.
#include "models/format/table.h"
#include "models/format/words.h"

#include <iterator>

namespace destek::words
{

namespace
{

struct MetaRow {
    int code;
    const char *source;
};

constexpr const char *kToken = QT_TRANSLATE_NOOP(
    "destek", "The connection to WhatsApp has expired; the administrator must renew it.");
constexpr const char *kPermission = QT_TRANSLATE_NOOP(
    "destek", "The system lacks a permission at WhatsApp; the administrator must grant it.");
constexpr const char *kDown = QT_TRANSLATE_NOOP("destek", "WhatsApp is temporarily unavailable.");
constexpr const char *kSlowed =
    QT_TRANSLATE_NOOP("destek", "WhatsApp is slowing down what we send at the moment.");
constexpr const char *kRestricted =
    QT_TRANSLATE_NOOP("destek", "WhatsApp has restricted the business account.");
constexpr const char *kTechnical = QT_TRANSLATE_NOOP(
    "destek", "WhatsApp did not accept how the message was built. The administrator can find the "
              "details in the server's log.");
constexpr const char *kWrongRoad =
    QT_TRANSLATE_NOOP("destek", "This template cannot be sent in this way.");
constexpr const char *kFields =
    QT_TRANSLATE_NOOP("destek", "Fields of the template are missing or filled in wrongly.");
constexpr const char *kRegistration = QT_TRANSLATE_NOOP(
    "destek", "Our number is not registered at WhatsApp; the administrator must register it.");
constexpr const char *kBlock =
    QT_TRANSLATE_NOOP("destek", "WhatsApp could not change its list of blocked people.");
constexpr const char *kUserName = QT_TRANSLATE_NOOP(
    "destek", "WhatsApp did not accept our user name; the administrator can see to it.");
constexpr const char *kTemplateMaking = QT_TRANSLATE_NOOP(
    "destek", "WhatsApp did not accept the new template; the administrator must correct it.");
constexpr const char *kPhoneHistory = QT_TRANSLATE_NOOP(
    "destek", "The history of our number cannot be fetched from the phone any more.");
constexpr const char *kForm =
    QT_TRANSLATE_NOOP("destek", "The form in this template is not available at present.");

const MetaRow kRows[]{
    {0, kToken},
    {190, kToken},
    {3, kPermission},
    {10, kPermission},
    {131005, kPermission},
    {1, QT_TRANSLATE_NOOP("destek", "WhatsApp rejected the request.")},
    {2, kDown},
    {131016, kDown},
    {133004, kDown},
    {131000,
     QT_TRANSLATE_NOOP("destek", "WhatsApp could not process the message and gave no reason.")},
    {4, kSlowed},
    {80007, kSlowed},
    {130429, kSlowed},
    {131056,
     QT_TRANSLATE_NOOP("destek", "Too many messages were sent to this person in a short time. Try "
                                 "again in a few minutes.")},
    {131048, QT_TRANSLATE_NOOP("destek", "WhatsApp limits our number because of complaints.")},
    {131064,
     QT_TRANSLATE_NOOP("destek", "The sending limit is reached because templates were in the wrong "
                                 "category; the administrator must correct them.")},
    {131057,
     QT_TRANSLATE_NOOP("destek", "WhatsApp is maintaining our number. Try again in a minute.")},
    {368, kRestricted},
    {131031, kRestricted},
    {130497, QT_TRANSLATE_NOOP("destek", "WhatsApp does not allow us to write to this country.")},
    {131037, QT_TRANSLATE_NOOP("destek", "WhatsApp has not approved our display name yet.")},
    {131042,
     QT_TRANSLATE_NOOP("destek", "There is a billing problem with our WhatsApp account; the "
                                 "administrator must solve it.")},
    {33, kTechnical},
    {100, kTechnical},
    {131008, kTechnical},
    {131009, kTechnical},
    {135000, kTechnical},
    {131021, QT_TRANSLATE_NOOP("destek", "This is our own number; nothing can be sent to it.")},
    {131026,
     QT_TRANSLATE_NOOP("destek", "This person cannot receive WhatsApp messages at present. Use "
                                 "another way to reach them.")},
    {131030, QT_TRANSLATE_NOOP("destek",
                               "Our number is a test number and this person is not on its list.")},
    {131047, QT_TRANSLATE_NOOP("destek", "The 24-hour window is closed. Choose a template.")},
    {131049, QT_TRANSLATE_NOOP("destek",
                               "WhatsApp did not deliver this message, to protect the person from "
                               "too many business messages. Do not repeat it within 24 hours.")},
    {131050,
     QT_TRANSLATE_NOOP("destek", "This person has told WhatsApp to stop such messages from us.")},
    {131055, kWrongRoad},
    {131063, kWrongRoad},
    {134100, kWrongRoad},
    {130472,
     QT_TRANSLATE_NOOP("destek", "WhatsApp withheld this message as part of an experiment.")},
    {130403, QT_TRANSLATE_NOOP("destek", "We have blocked this person; unblock them first.")},
    {131051, QT_TRANSLATE_NOOP("destek", "WhatsApp does not support this type of message.")},
    {131052, QT_TRANSLATE_NOOP("destek",
                               "The person's file could not be received. Ask for a smaller one.")},
    {131053, QT_TRANSLATE_NOOP("destek", "WhatsApp does not accept this type or size of file.")},
    {131060, QT_TRANSLATE_NOOP("destek", "This message can only be seen on the phone.")},
    {131062,
     QT_TRANSLATE_NOOP("destek", "This message needs the person's phone number, which we do not "
                                 "have.")},
    {137000,
     QT_TRANSLATE_NOOP("destek", "The person's WhatsApp identity has changed. Make sure that it is "
                                 "still them.")},
    {132000, kFields},
    {132008, kFields},
    {132012, kFields},
    {132018, kFields},
    {132001, QT_TRANSLATE_NOOP("destek", "The template is not approved in this language.")},
    {132005,
     QT_TRANSLATE_NOOP("destek", "With its fields filled in, the template's text is too long.")},
    {132007,
     QT_TRANSLATE_NOOP("destek", "WhatsApp's rules do not allow the content of this template.")},
    {132015, QT_TRANSLATE_NOOP("destek", "WhatsApp has paused this template.")},
    {132016, QT_TRANSLATE_NOOP("destek", "WhatsApp has disabled this template for good.")},
    {132068, kForm},
    {132069, kForm},
    {133000, kRegistration},
    {133005, kRegistration},
    {133006, kRegistration},
    {133008, kRegistration},
    {133009, kRegistration},
    {133010, kRegistration},
    {133015, kRegistration},
    {133016, kRegistration},
    {131045, kRegistration},
    {134101,
     QT_TRANSLATE_NOOP("destek", "WhatsApp is still preparing this template. Try again in ten "
                                 "minutes.")},
    {134102, kWrongRoad},
    {131059, QT_TRANSLATE_NOOP("destek", "WhatsApp lost its place in a long list; it is read again "
                                         "from the beginning.")},
    {139100, kBlock},
    {139101, kBlock},
    {139102, kBlock},
    {139103, kBlock},
    {147001, kUserName},
    {147002, kUserName},
    {147003, kUserName},
    {147004, kUserName},
    {147005, kUserName},
    {2388019, kTemplateMaking},
    {2388040, kTemplateMaking},
    {2388047, kTemplateMaking},
    {2388072, kTemplateMaking},
    {2388073, kTemplateMaking},
    {2388293, kTemplateMaking},
    {2388299, kTemplateMaking},
    {2593107, kPhoneHistory},
    {2593108, kPhoneHistory},
    {2593109, kPhoneHistory},
};

} // namespace

MetaErrorWords metaError(int code)
{
    const MetaErrorRule rule = metaErrorRule(code);
    if (code >= 200 && code <= 299)
        return {rule.kind, rule.personMayRetry, translated(kPermission)};
    if (code == kNoMetaCode)
        return {rule.kind, rule.personMayRetry,
                QCoreApplication::translate(
                    "destek", "This message did not arrive. WhatsApp gave no reason.")};
    for (const MetaRow &row : kRows) {
        if (row.code == code)
            return {rule.kind, rule.personMayRetry, translated(row.source)};
    }
    return {rule.kind, rule.personMayRetry,
            QCoreApplication::translate("destek", "WhatsApp reported error %1.").arg(code)};
}

QString metaErrorSentence(int code)
{
    return metaError(code).sentence;
}

QList<int> knownMetaErrors()
{
    QList<int> codes;
    codes.reserve(qsizetype(std::size(kRows)));
    for (const MetaRow &row : kRows)
        codes << row.code;
    return codes;
}

} // namespace destek::words
