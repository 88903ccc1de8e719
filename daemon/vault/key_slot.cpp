#include "daemon/vault/key_slot.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

KeySlot KeySlot::month(ContactId contact, Instant at)
{
    return {contact, monthOf(at)};
}

KeySlot KeySlot::profile(ContactId contact)
{
    return {contact, u"profile"_s};
}

KeySlot KeySlot::audit(ContactId contact)
{
    return {contact, u"audit"_s};
}

KeySlot KeySlot::intakeDay(Instant at)
{
    return {ContactId(), u"intake:"_s + dayOf(at)};
}

KeySlot KeySlot::auditSigning()
{
    return {ContactId(), u"audit-signing"_s};
}

QString monthOf(Instant at)
{
    return dayOf(at).left(7);
}

QString dayOf(Instant at)
{
    return at.toUtc().date().toString(Qt::ISODate);
}

} // namespace destek::daemon
