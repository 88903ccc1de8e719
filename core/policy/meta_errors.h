#pragma once

#include <QtGlobal>

#include <optional>
#include <span>

/// Meta's error codes and what follows from each: one table for the answer to a POST and for a
/// status that comes later (facts/whatsapp.md section 6). Words for people: models/format.
namespace destek
{

enum class MetaErrorClass : quint8 {
    Unknown,
    Connection, ///< token, permission, account: the administrator must act
    Passing,    ///< the daemon tries again by itself
    Recipient,  ///< this person cannot be reached this way
    Window,     ///< offer a template
    Preference, ///< the person or WhatsApp does not want it
    Content,    ///< the message must be changed
    Template,
    Media,
};

/// What the daemon does by itself when a code comes back.
enum class MetaRetry : quint8 {
    Never,
    Once,
    BackOff,     ///< exponentially, with jitter
    PairBackOff, ///< 4^n seconds: too fast to one person
    Minutes,     ///< rate of the whole account
    TenMinutes,
    AskFirst, ///< outcome unknown: a status or a person must say
};

/// Refused without a code: none of the table's, for 0 is one of Meta's.
constexpr int kNoMetaCode = -1;

struct MetaErrorRule {
    int code = 0;
    MetaErrorClass kind = MetaErrorClass::Unknown;
    MetaRetry retry = MetaRetry::Never;
    bool personMayRetry = false; ///< sending it again as it is may succeed
    bool alarms = false;         ///< the administrator must know
    bool stopsSending = false;   ///< nothing else would go through either: the queue waits
};

[[nodiscard]] std::span<const MetaErrorRule> metaErrorRules();
/// An unknown code answers a rule of class Unknown that never retries.
[[nodiscard]] MetaErrorRule metaErrorRule(int code);

} // namespace destek
