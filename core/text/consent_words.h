#pragma once

#include <QString>

/// Does a whole customer message ask to be left alone, or to hear from us again?
/// The privacy promise names two words, STOP and DURDUR: only they, alone in a message, act at
/// once. Everything that resembles them is put before an agent, because "iptal" in
/// support mostly means "cancel my order". Sources: facts/kvkk.md 9.2, facts/whatsapp.md 10.
/// Give it text bodies, captions and button or list reply titles; never quoted text, reactions or
/// file names. Captions count as text: docs/decisions/0007-captions-opt-out.md.
namespace destek::text
{

enum class ConsentWord {
    None,
    OptOut,         ///< takes effect at once
    OptOutQuestion, ///< ask the agent whether the customer meant it; nothing happens by itself
    OptIn,          ///< explicit return; an ordinary message never is
};

struct ConsentReading {
    ConsentWord word = ConsentWord::None;
    /// The folded keyword or phrase of our own lists that matched, never the customer's text,
    /// so it may be kept as evidence. Empty for None.
    QString matched;

    bool operator==(const ConsentReading &) const = default;
};

/// Reads one whole message of any length. Pure, safe from any thread.
[[nodiscard]] ConsentReading readConsent(QStringView message);

} // namespace destek::text
