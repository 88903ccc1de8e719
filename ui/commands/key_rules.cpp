#include "ui/commands/key_rules.h"

#include <array>

namespace destek::ui
{

namespace
{

Result<Done, RefusedKeys> refuse(KeyRefusal why, const QKeySequence &keys)
{
    RefusedKeys refused;
    refused.why = why;
    refused.keys = keys;
    return failure(refused);
}

bool isFunctionKey(int key)
{
    return key >= Qt::Key_F1 && key <= Qt::Key_F12;
}

/// Named keys that move or confirm when pressed alone or with Shift.
bool isNamedKey(int key)
{
    return key >= 0x01000000; // Qt::Key: what is not a character begins here
}

bool isEditing(const QKeySequence &keys)
{
    constexpr std::array kStandard{QKeySequence::Copy,      QKeySequence::Cut,
                                   QKeySequence::Paste,     QKeySequence::Undo,
                                   QKeySequence::Redo,      QKeySequence::SelectAll,
                                   QKeySequence::Backspace, QKeySequence::DeleteStartOfWord};
    for (const auto standard : kStandard) {
        if (QKeySequence::keyBindings(standard).contains(keys))
            return true;
    }
    return false;
}

} // namespace

Result<Done, RefusedKeys> checkKeys(const QKeySequence &keys)
{
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown)
        return refuse(KeyRefusal::NotOneKey, keys);
    const QKeyCombination one = keys[0];
    const auto modifiers = one.keyboardModifiers();
    const bool control = modifiers & (Qt::ControlModifier | Qt::MetaModifier);
    const bool alt = modifiers & Qt::AltModifier;
    if (control && alt && !isNamedKey(one.key()))
        return refuse(KeyRefusal::TypesAltGr, keys);
    if (!control && !alt && !isFunctionKey(one.key()))
        return refuse(isNamedKey(one.key()) ? KeyRefusal::Editing : KeyRefusal::TypesText, keys);
    if (isEditing(keys))
        return refuse(KeyRefusal::Editing, keys);
    return done();
}

bool suitsTurkishKeyboards(const QKeySequence &keys)
{
    if (!checkKeys(keys).ok())
        return false;
    const int key = keys[0].key();
    const bool letter = key >= Qt::Key_A && key <= Qt::Key_Z && key != Qt::Key_I;
    const bool digit = key >= Qt::Key_0 && key <= Qt::Key_9;
    // Shift+4 on Q, a key of its own on F; the minus is a key of its own on both.
    const bool sign = key == Qt::Key_Plus || key == Qt::Key_Minus;
    return letter || digit || sign || isNamedKey(key);
}

} // namespace destek::ui
