#pragma once

#include "core/domain/enum_names.h"

namespace destek
{

/// May we write to this person of our own accord? One standing per person (R-58..R-64).
enum class Standing : quint8 { Open, OptedOut };
constexpr auto enumNames(Standing)
{
    return std::array{DESTEK_NAME(Standing::Open, "open"),
                      DESTEK_NAME(Standing::OptedOut, "opted_out")};
}

/// How a change of standing came to us; kept as evidence.
enum class ConsentSource : quint8 {
    Keyword,
    Button,
    AgentRecord,
    MetaPreference,
    MetaError,
    Restored,
    ListReply,
    Email, ///< recorded by an agent: said in an e-mail
    Call,  ///< recorded by an agent: said on the telephone
};
constexpr auto enumNames(ConsentSource)
{
    using S = ConsentSource;
    return std::array{DESTEK_NAME(S::Keyword, "keyword"),
                      DESTEK_NAME(S::Button, "button"),
                      DESTEK_NAME(S::AgentRecord, "agent_record"),
                      DESTEK_NAME(S::MetaPreference, "meta_preference"),
                      DESTEK_NAME(S::MetaError, "meta_error"),
                      DESTEK_NAME(S::Restored, "restored"),
                      DESTEK_NAME(S::ListReply, "list_reply"),
                      DESTEK_NAME(S::Email, "email"),
                      DESTEK_NAME(S::Call, "call")};
}

/// What a word about permission is about (facts/whatsapp.md 5.4, 10.4). WhatsApp's own switch is
/// about marketing and one of our numbers; what people tell us is about all we send unasked.
enum class ConsentScope : quint8 { Marketing, AllProactive };
constexpr auto enumNames(ConsentScope)
{
    return std::array{DESTEK_NAME(ConsentScope::Marketing, "marketing"),
                      DESTEK_NAME(ConsentScope::AllProactive, "all_proactive")};
}

} // namespace destek
