#include "core/domain/message.h"

namespace destek
{

namespace
{

int rank(SendState state)
{
    switch (state) {
    case SendState::None:
        return 0;
    case SendState::Queued:
        return 1;
    case SendState::Sending:
        return 2;
    case SendState::Unknown:
        return 3;
    case SendState::Refused:
    case SendState::Abandoned:
    case SendState::Withdrawn:
        return 4;
    case SendState::Accepted:
        return 5;
    case SendState::Sent:
        return 6;
    case SendState::Failed:
        return 7; // may follow `sent`, never undoes a delivery
    case SendState::Delivered:
        return 8;
    case SendState::Read:
        return 9;
    case SendState::Played:
        return 10;
    }
    return 0;
}

} // namespace

SendState climb(SendState shown, SendState arrived)
{
    return rank(arrived) > rank(shown) ? arrived : shown;
}

} // namespace destek
