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
                      DESTEK_NAME(R::ConversationUnknown, "conversation_unknown")};
}

} // namespace destek
