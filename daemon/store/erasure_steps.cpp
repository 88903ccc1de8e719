#include "daemon/store/erasure_steps.h"

namespace destek::daemon
{

std::span<const ErasureStep> erasureSteps()
{
    using Effect = ErasureEffect;
    static constexpr ErasureStep kSteps[] = {
        {"search_token", Effect::DeletesRows, "erase_search_tokens"},
        {"person_token", Effect::DeletesRows, "erase_person_tokens"},
        {"message_link", Effect::DeletesRows, "erase_links"},
        {"message_mention", Effect::DeletesRows, "erase_mentions"},
        {"message_attempt", Effect::DeletesRows, "erase_attempts"},
        {"message_status", Effect::DeletesRows, "erase_statuses"},
        {"consent_event", Effect::DeletesRows, "erase_consent"},
        {"contact_identity", Effect::DeletesRows, "erase_identities"},
        {"media", Effect::DeletesRows, "erase_media"},
        {"person_field", Effect::DeletesRows, "erase_fields"},
        {"draft", Effect::DeletesRows, "erase_drafts"},
        {"conversation_seen", Effect::DeletesRows, "erase_seen"},
        {"change_feed", Effect::Unlinks, "unlink_changes"},
        {"conversation_label", Effect::DeletesRows, "erase_conversation_labels"},
        {"message", Effect::DeletesRows, "erase_messages"},
        {"conversation", Effect::DeletesRows, "erase_conversations"},
        {"contact", Effect::DeletesRows, "erase_contact"},
        {"audit_entry", Effect::Unlinks, "unlink_audit"},
        {"erasure_order", Effect::Keeps, nullptr},
        {"erasure_conversation", Effect::Keeps, nullptr},
    };
    return kSteps;
}

} // namespace destek::daemon
