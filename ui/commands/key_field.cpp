#include "ui/commands/key_field.h"

#include <QKeyEvent>

namespace destek::ui
{

namespace
{

bool leavesField(const QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return plain && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab ||
                     event->key() == Qt::Key_Escape);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
           key == Qt::Key_AltGr || key == Qt::Key_Meta || key == Qt::Key_CapsLock ||
           key == Qt::Key_NumLock || key == Qt::Key_unknown || key == 0;
}

} // namespace

KeyField::KeyField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyField::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    setText(keys.toString(QKeySequence::NativeText));
}

bool KeyField::event(QEvent *event)
{
    // Before any shortcut of the dialog or the window gets it.
    if (event->type() == QEvent::ShortcutOverride && !leavesField(static_cast<QKeyEvent *>(event)))
        event->accept();
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    if (leavesField(event))
        return QLineEdit::keyPressEvent(event);
    event->accept();
    if (isModifier(event->key()))
        return;
    const bool plain = !event->modifiers();
    if (plain && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)) {
        Q_EMIT pressed(QKeySequence());
        return;
    }
    auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    Q_EMIT pressed(QKeySequence(QKeyCombination(modifiers, Qt::Key(event->key()))));
}

} // namespace destek::ui
