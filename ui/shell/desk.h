#pragma once

#include "core/base/clock.h"
#include "models/session/console_state.h"
#include "models/templates/template_model.h"
#include "net/api/conversation_api.h"
#include "net/api/outbox.h"
#include "net/api/session_api.h"
#include "net/api/subject_api.h"
#include "net/api/work_api.h"
#include "ui/commands/key_files.h"
#include "ui/kit/prompts.h"
#include "ui/kit/speech.h"
#include "ui/theme/theme.h"

namespace destek::ui
{

/// What a screen works with: handed down from the composition root, which owns all of it and
/// outlives every widget.
struct Desk {
    Theme *theme = nullptr;
    Speech *speech = nullptr;
    Prompts *prompts = nullptr;
    Commands *commands = nullptr;
    KeyFiles *keyFiles = nullptr; ///< may be missing: keys cannot be handed on then
    const Clock *clock = nullptr;
    models::ConsoleState *state = nullptr;
    net::SessionApi *session = nullptr;
    net::ConversationApi *conversations = nullptr;
    net::PersonApi *persons = nullptr;
    net::SubjectApi *subjects = nullptr;
    net::AuditApi *audit = nullptr;
    net::Outbox *outbox = nullptr;
    net::MediaApi *media = nullptr;
    net::ChannelApi *channel = nullptr;
    net::WorkApi *work = nullptr;
    net::OwnApi *own = nullptr;
    net::TeamApi *team = nullptr;
};

} // namespace destek::ui
