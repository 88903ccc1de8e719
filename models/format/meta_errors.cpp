// Meta's error codes in words (facts/whatsapp.md section 6). The daemon decides by itself what
// it tries again; `retry` here says whether a person may send it again with a chance.
#include "models/format/table.h"
#include "models/format/words.h"

#include <iterator>

namespace destek::words
{

namespace
{

using C = MetaErrorClass;

enum class Retry : quint8 { No, Yes };

struct MetaRow {
    int code;
    C kind;
    Retry retry;
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
constexpr const char *kForm =
    QT_TRANSLATE_NOOP("destek", "The form in this template is not available at present.");

const MetaRow kRows[]{
    {0, C::Connection, Retry::Yes, kToken},
    {190, C::Connection, Retry::Yes, kToken},
    {3, C::Connection, Retry::No, kPermission},
    {10, C::Connection, Retry::No, kPermission},
    {131005, C::Connection, Retry::No, kPermission},
    {1, C::Passing, Retry::Yes, QT_TRANSLATE_NOOP("destek", "WhatsApp rejected the request.")},
    {2, C::Passing, Retry::Yes, kDown},
    {131016, C::Passing, Retry::Yes, kDown},
    {133004, C::Passing, Retry::Yes, kDown},
    {131000, C::Passing, Retry::Yes,
     QT_TRANSLATE_NOOP("destek", "WhatsApp could not process the message and gave no reason.")},
    {4, C::Passing, Retry::Yes, kSlowed},
    {80007, C::Passing, Retry::Yes, kSlowed},
    {130429, C::Passing, Retry::Yes, kSlowed},
    {131056, C::Passing, Retry::Yes,
     QT_TRANSLATE_NOOP("destek", "Too many messages were sent to this person in a short time. Try "
                                 "again in a few minutes.")},
    {131048, C::Connection, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp limits our number because of complaints.")},
    {131064, C::Connection, Retry::No,
     QT_TRANSLATE_NOOP("destek", "The sending limit is reached because templates were in the wrong "
                                 "category; the administrator must correct them.")},
    {131057, C::Passing, Retry::Yes,
     QT_TRANSLATE_NOOP("destek", "WhatsApp is maintaining our number. Try again in a minute.")},
    {368, C::Connection, Retry::No, kRestricted},
    {131031, C::Connection, Retry::No, kRestricted},
    {130497, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp does not allow us to write to this country.")},
    {131037, C::Connection, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp has not approved our display name yet.")},
    {131042, C::Connection, Retry::Yes,
     QT_TRANSLATE_NOOP("destek", "There is a billing problem with our WhatsApp account; the "
                                 "administrator must solve it.")},
    {33, C::Content, Retry::No, kTechnical},
    {100, C::Content, Retry::No, kTechnical},
    {131008, C::Content, Retry::No, kTechnical},
    {131009, C::Content, Retry::No, kTechnical},
    {135000, C::Content, Retry::No, kTechnical},
    {131021, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek", "This is our own number; nothing can be sent to it.")},
    {131026, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek", "This person cannot receive WhatsApp messages at present. Use "
                                 "another way to reach them.")},
    {131030, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek",
                       "Our number is a test number and this person is not on its list.")},
    {131047, C::Window, Retry::No,
     QT_TRANSLATE_NOOP("destek", "The 24-hour window is closed. Choose a template.")},
    {131049, C::Preference, Retry::No,
     QT_TRANSLATE_NOOP("destek",
                       "WhatsApp did not deliver this message, to protect the person from "
                       "too many business messages. Do not repeat it within 24 hours.")},
    {131050, C::Preference, Retry::No,
     QT_TRANSLATE_NOOP("destek", "This person has told WhatsApp to stop such messages from us.")},
    {131055, C::Template, Retry::No, kWrongRoad},
    {131063, C::Template, Retry::No, kWrongRoad},
    {134100, C::Template, Retry::No, kWrongRoad},
    {130472, C::Preference, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp withheld this message as part of an experiment.")},
    {130403, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek", "We have blocked this person; unblock them first.")},
    {131051, C::Content, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp does not support this type of message.")},
    {131052, C::Media, Retry::No,
     QT_TRANSLATE_NOOP("destek",
                       "The person's file could not be received. Ask for a smaller one.")},
    {131053, C::Media, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp does not accept this type or size of file.")},
    {131060, C::Content, Retry::No,
     QT_TRANSLATE_NOOP("destek", "This message can only be seen on the phone.")},
    {131062, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek", "This message needs the person's phone number, which we do not "
                                 "have.")},
    {137000, C::Recipient, Retry::No,
     QT_TRANSLATE_NOOP("destek", "The person's WhatsApp identity has changed. Make sure that it is "
                                 "still them.")},
    {132000, C::Template, Retry::No, kFields},
    {132008, C::Template, Retry::No, kFields},
    {132012, C::Template, Retry::No, kFields},
    {132018, C::Template, Retry::No, kFields},
    {132001, C::Template, Retry::No,
     QT_TRANSLATE_NOOP("destek", "The template is not approved in this language.")},
    {132005, C::Template, Retry::No,
     QT_TRANSLATE_NOOP("destek", "With its fields filled in, the template's text is too long.")},
    {132007, C::Template, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp's rules do not allow the content of this template.")},
    {132015, C::Template, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp has paused this template.")},
    {132016, C::Template, Retry::No,
     QT_TRANSLATE_NOOP("destek", "WhatsApp has disabled this template for good.")},
    {132068, C::Template, Retry::No, kForm},
    {132069, C::Template, Retry::Yes, kForm},
    {133000, C::Connection, Retry::No, kRegistration},
    {133005, C::Connection, Retry::No, kRegistration},
    {133006, C::Connection, Retry::No, kRegistration},
    {133008, C::Connection, Retry::No, kRegistration},
    {133009, C::Connection, Retry::No, kRegistration},
    {133010, C::Connection, Retry::No, kRegistration},
    {133015, C::Connection, Retry::No, kRegistration},
    {133016, C::Connection, Retry::No, kRegistration},
    {131045, C::Connection, Retry::No, kRegistration},
    {134101, C::Template, Retry::Yes,
     QT_TRANSLATE_NOOP("destek", "WhatsApp is still preparing this template. Try again in ten "
                                 "minutes.")},
    {134102, C::Template, Retry::No, kWrongRoad},
};

} // namespace

MetaErrorWords metaError(int code)
{
    if (code >= 200 && code <= 299)
        return {C::Connection, false, translated(kPermission)};
    for (const MetaRow &row : kRows) {
        if (row.code == code)
            return {row.kind, row.retry == Retry::Yes, translated(row.source)};
    }
    return {C::Unknown, false,
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
