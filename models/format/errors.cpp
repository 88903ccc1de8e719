#include "models/format/table.h"
#include "models/format/words.h"

using namespace Qt::StringLiterals;

namespace destek::words
{

namespace
{

using R = SendRefusal;
const Row<R> kRefusals[]{
    {R::WindowClosed,
     QT_TRANSLATE_NOOP("destek", "More than 24 hours have passed since this person wrote. Only an "
                                 "approved template can be sent.")},
    {R::OptedOut, QT_TRANSLATE_NOOP("destek", "This person has asked not to be written to. You can "
                                              "answer again when they ask something.")},
    {R::Marketing, QT_TRANSLATE_NOOP("destek", "Advertising is never sent from here.")},
    {R::TemplateUnknown, QT_TRANSLATE_NOOP("destek", "This template does not exist any more.")},
    {R::TemplateNotApproved,
     QT_TRANSLATE_NOOP("destek", "WhatsApp does not allow this template at present.")},
    {R::MissingVariable, QT_TRANSLATE_NOOP("destek", "Fill in every field of the template.")},
    {R::TextEmpty, QT_TRANSLATE_NOOP("destek", "The message is empty.")},
    {R::TextTooLong,
     QT_TRANSLATE_NOOP("destek", "The message is longer than 4,096 characters. Shorten it or send "
                                 "it in two parts.")},
    {R::NoRecipient, QT_TRANSLATE_NOOP("destek", "There is no number or name this person could be "
                                                 "reached by.")},
    {R::NotPermitted, QT_TRANSLATE_NOOP("destek", "Your role does not allow sending messages.")},
    {R::ConfirmationSent,
     QT_TRANSLATE_NOOP("destek", "The one confirmation of the opt-out has been sent already.")},
    {R::PersonErased, QT_TRANSLATE_NOOP("destek", "This person's data has been erased.")},
    {R::ConversationUnknown,
     QT_TRANSLATE_NOOP("destek", "This conversation does not exist any more.")},
    {R::Standby,
     QT_TRANSLATE_NOOP("destek", "Somebody else answers this conversation at present. What is "
                                 "written there is shown here; nothing can be sent.")},
    {R::TemplateFrozen,
     QT_TRANSLATE_NOOP("destek", "Category changed by Meta: waiting for the administrator.")},
    {R::ContentNotAllowed,
     QT_TRANSLATE_NOOP("destek", "WhatsApp would not take this message as it is. Change it and "
                                 "send it again.")},
    {R::FileGone, QT_TRANSLATE_NOOP("destek", "The file is not on the server any more. Attach it "
                                              "again.")},
    {R::TargetGone,
     QT_TRANSLATE_NOOP("destek", "The message this one refers to does not exist any more or is "
                                 "too old. Send it without the reference.")},
    {R::SendingStopped,
     QT_TRANSLATE_NOOP("destek", "WhatsApp refuses our account at present, so nothing goes out. "
                                 "The administrator has been told.")},
    {R::HeldByColleague,
     QT_TRANSLATE_NOOP("destek", "A colleague is answering this conversation. Your text was kept; "
                                 "take the conversation over to send it.")},
};

using W = WorkRefusal;
const Row<W> kWorkRefusals[]{
    {W::HeldByColleague,
     QT_TRANSLATE_NOOP("destek",
                       "A colleague is answering this conversation. Take it over first.")},
    {W::AgentUnknown, QT_TRANSLATE_NOOP("destek", "This colleague cannot be given conversations.")},
    {W::SnoozePast, QT_TRANSLATE_NOOP("destek", "This time has passed. Choose a later one.")},
    {W::SnoozeTooFar,
     QT_TRANSLATE_NOOP("destek", "A conversation can be snoozed for 90 days at most.")},
    {W::WindowTooShort,
     QT_TRANSLATE_NOOP("destek", "This person is waiting and the reply window closes within the "
                                 "hour. Answer first.")},
    {W::LabelUnknown, QT_TRANSLATE_NOOP("destek", "This label does not exist any more.")},
    {W::ConversationUnknown,
     QT_TRANSLATE_NOOP("destek", "This conversation does not exist any more.")},
    {W::AlreadySo, QT_TRANSLATE_NOOP("destek", "Nothing had to be changed.")},
};

using E = ApiErrorCode;
const Row<E> kApiErrors[]{
    {E::BadRequest, QT_TRANSLATE_NOOP("destek", "The server did not understand the request. The "
                                                "console may be too old.")},
    {E::NotSignedIn, QT_TRANSLATE_NOOP("destek", "Your session is over. Sign in again.")},
    {E::WrongCredentials,
     QT_TRANSLATE_NOOP("destek", "The user name or the password is not right.")},
    {E::TooManyAttempts,
     QT_TRANSLATE_NOOP("destek", "Too many attempts. Wait a little before you try again.")},
    {E::SecondFactorNeeded,
     QT_TRANSLATE_NOOP("destek", "Enter the six digits from your authenticator.")},
    {E::NotPermitted, QT_TRANSLATE_NOOP("destek", "Your role does not allow this.")},
    {E::StepUpNeeded, QT_TRANSLATE_NOOP("destek", "Enter your password again to go on.")},
    {E::NotFound, QT_TRANSLATE_NOOP("destek", "This does not exist any more.")},
    {E::Refused, QT_TRANSLATE_NOOP("destek", "The message may not be sent.")},
    {E::CodeInvalid,
     QT_TRANSLATE_NOOP("destek", "The pairing code is wrong, used or too old. Ask for a new one.")},
    {E::AlreadySetUp, QT_TRANSLATE_NOOP("destek", "This server has been set up already.")},
    {E::TooLarge, QT_TRANSLATE_NOOP("destek", "This is larger than the server accepts.")},
    {E::Busy, QT_TRANSLATE_NOOP("destek", "The server is busy. Try again in a moment.")},
    {E::Internal, QT_TRANSLATE_NOOP("destek", "Something went wrong on the server. The "
                                              "administrator can find it in the server's log.")},
    {E::Unreachable, QT_TRANSLATE_NOOP("destek", "The server cannot be reached.")},
    {E::Timeout, QT_TRANSLATE_NOOP("destek", "The server did not answer in time.")},
    {E::WrongServer,
     QT_TRANSLATE_NOOP("destek", "This is not the server this console was paired with. Nothing was "
                                 "sent. Tell your administrator.")},
    {E::BadAnswer, QT_TRANSLATE_NOOP("destek", "The server's answer could not be understood. The "
                                               "console may be too old.")},
    {E::Cancelled, QT_TRANSLATE_NOOP("destek", "This was cancelled.")},
};

} // namespace

QString workRefusalSentence(WorkRefusal refusal)
{
    return translated(sourceFor(kWorkRefusals, refusal));
}

QString refusalSentence(SendRefusal refusal)
{
    return translated(sourceFor(kRefusals, refusal));
}

QString categoryWords(const QString &category)
{
    if (category == "UTILITY"_L1)
        return translated(QT_TRANSLATE_NOOP("destek", "Utility"));
    if (category == "AUTHENTICATION"_L1)
        return translated(QT_TRANSLATE_NOOP("destek", "Authentication"));
    return category;
}

QString templateStatusSentence(const QString &status)
{
    if (status == "PAUSED"_L1)
        return translated(QT_TRANSLATE_NOOP(
            "destek", "WhatsApp has paused this template because customers complained about it."));
    return refusalSentence(SendRefusal::TemplateNotApproved);
}

QString apiErrorSentence(ApiErrorCode code)
{
    return translated(sourceFor(kApiErrors, code));
}

QString apiErrorSentence(const ApiError &error)
{
    return error.refusal ? refusalSentence(*error.refusal) : apiErrorSentence(error.code);
}

} // namespace destek::words
