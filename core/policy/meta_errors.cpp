#include "core/policy/meta_errors.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace destek
{

namespace
{

using C = MetaErrorClass;
using R = MetaRetry;

// Marks of a row, in the order of MetaErrorRule: may a person send it again as it is, must the
// administrator know, does nothing else go through either.
constexpr bool kNo = false;
constexpr bool kAgain = true;
constexpr bool kAlarm = true;
constexpr bool kStop = true;

// Codes ascending. Source: facts/whatsapp.md section 6.
// A throttle says "not taken"; a 5xx without such a code says nothing, hence AskFirst.
constexpr MetaErrorRule kRules[]{
    {0, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {1, C::Passing, R::Once, kAgain, kNo, kNo},
    {2, C::Passing, R::AskFirst, kAgain, kNo, kNo},
    {3, C::Connection, R::Never, kNo, kAlarm, kNo},
    {4, C::Passing, R::Minutes, kAgain, kNo, kNo},
    {10, C::Connection, R::Never, kNo, kAlarm, kNo},
    {33, C::Content, R::Never, kNo, kAlarm, kNo},
    {100, C::Content, R::Never, kNo, kNo, kNo},
    {190, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {368, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {80007, C::Passing, R::Minutes, kAgain, kNo, kNo},
    {130403, C::Recipient, R::Never, kNo, kNo, kNo},
    {130429, C::Passing, R::BackOff, kAgain, kNo, kNo},
    {130472, C::Preference, R::Never, kNo, kNo, kNo},
    {130497, C::Recipient, R::Never, kNo, kNo, kNo},
    {131000, C::Passing, R::AskFirst, kAgain, kNo, kNo},
    {131005, C::Connection, R::Never, kNo, kAlarm, kNo},
    {131008, C::Content, R::Never, kNo, kNo, kNo},
    {131009, C::Content, R::Never, kNo, kNo, kNo},
    {131016, C::Passing, R::AskFirst, kAgain, kNo, kNo},
    {131021, C::Recipient, R::Never, kNo, kNo, kNo},
    {131026, C::Recipient, R::Never, kNo, kNo, kNo},
    {131030, C::Recipient, R::Never, kNo, kNo, kNo},
    {131031, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {131037, C::Connection, R::Never, kNo, kAlarm, kNo},
    {131042, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {131045, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {131047, C::Window, R::Never, kNo, kNo, kNo},
    {131048, C::Connection, R::Never, kNo, kAlarm, kNo},
    {131049, C::Preference, R::Never, kNo, kNo, kNo},
    {131050, C::Preference, R::Never, kNo, kNo, kNo},
    {131051, C::Content, R::Never, kNo, kNo, kNo},
    {131052, C::Media, R::Never, kNo, kNo, kNo},
    {131053, C::Media, R::Never, kNo, kNo, kNo},
    {131055, C::Template, R::Never, kNo, kNo, kNo},
    {131056, C::Passing, R::PairBackOff, kAgain, kNo, kNo},
    {131057, C::Passing, R::BackOff, kAgain, kNo, kNo},
    {131059, C::Passing, R::Once, kNo, kNo, kNo},
    {131060, C::Content, R::Never, kNo, kNo, kNo},
    {131062, C::Recipient, R::Never, kNo, kNo, kNo},
    {131063, C::Template, R::Never, kNo, kNo, kNo},
    {131064, C::Connection, R::Never, kNo, kAlarm, kNo},
    {132000, C::Template, R::Never, kNo, kNo, kNo},
    {132001, C::Template, R::Never, kNo, kAlarm, kNo},
    {132005, C::Template, R::Never, kNo, kNo, kNo},
    {132007, C::Template, R::Never, kNo, kAlarm, kNo},
    {132008, C::Template, R::Never, kNo, kNo, kNo},
    {132012, C::Template, R::Never, kNo, kNo, kNo},
    {132015, C::Template, R::Never, kNo, kAlarm, kNo},
    {132016, C::Template, R::Never, kNo, kAlarm, kNo},
    {132018, C::Template, R::Never, kNo, kNo, kNo},
    {132068, C::Template, R::Never, kNo, kAlarm, kNo},
    {132069, C::Template, R::Never, kAgain, kNo, kNo},
    {133000, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133004, C::Passing, R::AskFirst, kAgain, kNo, kNo},
    {133005, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133006, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133008, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133009, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133010, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133015, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {133016, C::Connection, R::Never, kAgain, kAlarm, kStop},
    {134100, C::Template, R::Never, kNo, kNo, kNo},
    {134101, C::Template, R::TenMinutes, kAgain, kNo, kNo},
    {134102, C::Template, R::Never, kNo, kNo, kNo},
    {135000, C::Content, R::Never, kNo, kNo, kNo},
    {137000, C::Recipient, R::Never, kNo, kNo, kNo},
    {139100, C::Recipient, R::Never, kNo, kNo, kNo},
    {139101, C::Recipient, R::Never, kNo, kAlarm, kNo},
    {139102, C::Passing, R::BackOff, kAgain, kNo, kNo},
    {139103, C::Passing, R::BackOff, kAgain, kNo, kNo},
    {147001, C::Connection, R::Never, kNo, kAlarm, kNo},
    {147002, C::Connection, R::Never, kNo, kAlarm, kNo},
    {147003, C::Connection, R::Never, kNo, kAlarm, kNo},
    {147004, C::Connection, R::Never, kNo, kAlarm, kNo},
    {147005, C::Connection, R::Never, kNo, kAlarm, kNo},
    {2388019, C::Template, R::Never, kNo, kAlarm, kNo},
    {2388040, C::Template, R::Never, kNo, kAlarm, kNo},
    {2388047, C::Template, R::Never, kNo, kAlarm, kNo},
    {2388072, C::Template, R::Never, kNo, kAlarm, kNo},
    {2388073, C::Template, R::Never, kNo, kAlarm, kNo},
    {2388293, C::Template, R::Never, kNo, kAlarm, kNo},
    {2388299, C::Template, R::Never, kNo, kAlarm, kNo},
    {2593107, C::Connection, R::Never, kNo, kAlarm, kNo},
    {2593108, C::Connection, R::Never, kNo, kAlarm, kNo},
    {2593109, C::Connection, R::Never, kNo, kAlarm, kNo},
};

static_assert(std::is_sorted(std::begin(kRules), std::end(kRules),
                             [](const MetaErrorRule &a, const MetaErrorRule &b) {
                                 return a.code < b.code;
                             }));

} // namespace

std::span<const MetaErrorRule> metaErrorRules()
{
    return kRules;
}

MetaErrorRule metaErrorRule(int code)
{
    if (code >= 200 && code <= 299) // one permission each; Meta lists them as a range
        return {code, C::Connection, R::Never, kNo, kAlarm, kNo};
    const auto *const found =
        std::lower_bound(std::begin(kRules), std::end(kRules), code,
                         [](const MetaErrorRule &rule, int wanted) { return rule.code < wanted; });
    if (found != std::end(kRules) && found->code == code)
        return *found;
    return {code, C::Unknown, R::Never, kNo, kNo, kNo};
}

} // namespace destek
