#pragma once

#include "core/domain/enum_names.h"

namespace destek
{

/// Every reason why a message may not be sent. Closed: unknown facts end in one of these too.
enum class SendRefusal : quint8 {
    WindowClosed, ///< more than 24 h since the customer wrote
    OptedOut,     ///< wrote STOP/DURDUR and has asked nothing since
    Marketing,    ///< nobody sends marketing (R-13)
    TemplateUnknown,
    TemplateNotApproved, ///< paused, rejected, re-categorised, ...
    MissingVariable,
    TextEmpty,
    TextTooLong,      ///< over 4096 characters
    NoRecipient,      ///< no identity to send to
    NotPermitted,     ///< the role may not
    ConfirmationSent, ///< the one opt-out confirmation has gone out already
    PersonErased,
    ConversationUnknown,
    Standby,           ///< somebody else answers this conversation
    TemplateFrozen,    ///< Meta changed its category; waits for the administrator
    ContentNotAllowed, ///< WhatsApp would not take it: see core/policy/content_limits.h
    FileGone,          ///< the file handed over is not there (any more)
    TargetGone,        ///< the message to react to or to quote is not there, or too old
    SendingStopped,    ///< WhatsApp refuses our token or account
    HeldByColleague,   ///< a colleague answers this conversation at this moment
};
constexpr auto enumNames(SendRefusal)
{
    using R = SendRefusal;
    return std::array{DESTEK_NAME(R::WindowClosed, "window_closed"),
                      DESTEK_NAME(R::OptedOut, "opted_out"),
                      DESTEK_NAME(R::Marketing, "marketing"),
                      DESTEK_NAME(R::TemplateUnknown, "template_unknown"),
                      DESTEK_NAME(R::TemplateNotApproved, "template_not_approved"),
                      DESTEK_NAME(R::MissingVariable, "missing_variable"),
                      DESTEK_NAME(R::TextEmpty, "text_empty"),
                      DESTEK_NAME(R::TextTooLong, "text_too_long"),
                      DESTEK_NAME(R::NoRecipient, "no_recipient"),
                      DESTEK_NAME(R::NotPermitted, "not_permitted"),
                      DESTEK_NAME(R::ConfirmationSent, "confirmation_sent"),
                      DESTEK_NAME(R::PersonErased, "person_erased"),
                      DESTEK_NAME(R::ConversationUnknown, "conversation_unknown"),
                      DESTEK_NAME(R::Standby, "standby"),
                      DESTEK_NAME(R::TemplateFrozen, "template_frozen"),
                      DESTEK_NAME(R::ContentNotAllowed, "content_not_allowed"),
                      DESTEK_NAME(R::FileGone, "file_gone"),
                      DESTEK_NAME(R::TargetGone, "target_gone"),
                      DESTEK_NAME(R::SendingStopped, "sending_stopped"),
                      DESTEK_NAME(R::HeldByColleague, "held_by_colleague")};
}

} // namespace destek
