#include "ui/commands/commands.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace destek::ui
{

namespace
{

QList<QKeySequence> fromWords(const QStringList &words)
{
    QList<QKeySequence> keys;
    for (const QString &word : words)
        keys << QKeySequence(word, QKeySequence::PortableText);
    return keys;
}

QStringList toWords(const QList<QKeySequence> &keys)
{
    QStringList words;
    for (const QKeySequence &one : keys)
        words << one.toString(QKeySequence::PortableText);
    return words;
}

Result<Done, RefusedKeys> refuse(KeyRefusal why, const QKeySequence &keys, const QString &holder)
{
    RefusedKeys refused;
    refused.why = why;
    refused.keys = keys;
    refused.holder = holder;
    return failure(refused);
}

Result<Done, RefusedKeys> checkAll(const QList<QKeySequence> &keys)
{
    if (keys.size() > Commands::kMostKeys)
        return refuse(KeyRefusal::TooMany, keys.last(), {});
    for (const QKeySequence &one : keys) {
        if (auto checked = checkKeys(one); !checked.ok())
            return checked;
    }
    return done();
}

} // namespace

struct Commands::Entry {
    Command command;
    std::unique_ptr<QAction> action;
};

Commands::Commands(QObject *parent) : QObject(parent) {}

Commands::~Commands() = default;

QAction *Commands::add(const Command &command)
{
    Entry *known = entry(command.id);
    if (!known) {
        m_entries.push_back(std::make_unique<Entry>());
        known = m_entries.back().get();
        known->action = std::make_unique<QAction>();
        known->action->setObjectName(command.id);
        connect(known->action.get(), &QAction::triggered, this,
                [this, id = command.id] { run(id); });
        if (m_window)
            m_window->addAction(known->action.get());
    }
    known->command = command;
    known->action->setCheckable(bool(command.isOn));
    refresh(*known);
    return known->action.get();
}

void Commands::attachTo(QWidget *window)
{
    m_window = window;
    connect(window, &QObject::destroyed, this, [this, window] {
        if (m_window != window)
            return;
        m_window = nullptr;
        m_entries.clear(); // what they act on is gone
    });
    for (const auto &entry : m_entries)
        window->addAction(entry->action.get());
}

QStringList Commands::ids() const
{
    QStringList ids;
    for (const auto &entry : m_entries)
        ids << entry->command.id;
    return ids;
}

QStringList Commands::ids(CommandGroup group) const
{
    QStringList ids;
    for (const auto &entry : m_entries) {
        if (entry->command.group == group)
            ids << entry->command.id;
    }
    return ids;
}

Commands::Entry *Commands::entry(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const auto &one) { return one->command.id == id; });
    return found == m_entries.end() ? nullptr : found->get();
}

const Command *Commands::find(const QString &id) const
{
    const Entry *known = entry(id);
    return known ? &known->command : nullptr;
}

QAction *Commands::action(const QString &id) const
{
    const Entry *known = entry(id);
    return known ? known->action.get() : nullptr;
}

QString Commands::words(const QString &id) const
{
    const Command *command = find(id);
    return command && command->words ? command->words() : QString();
}

QString Commands::whyNot(const QString &id) const
{
    const Command *command = find(id);
    return command && command->whyNot ? command->whyNot() : QString();
}

// --- keys ----------------------------------------------------------------------------------

QList<QKeySequence> Commands::keysOf(const QString &id) const
{
    if (const auto changed = m_changed.constFind(id); changed != m_changed.constEnd())
        return fromWords(*changed);
    const Command *command = find(id);
    if (!command)
        return {};
    // What a user gave to another command is no longer the default of this one.
    QList<QKeySequence> keys = command->keys;
    for (const QStringList &words : m_changed) {
        for (const QKeySequence &taken : fromWords(words))
            keys.removeAll(taken);
    }
    return keys;
}

QString Commands::keyWords(const QString &id) const
{
    QStringList words;
    for (const QKeySequence &one : keysOf(id))
        words << one.toString(QKeySequence::NativeText);
    return words.join(QStringLiteral(" · "));
}

QString Commands::pressWords(const QString &id) const
{
    const QList<QKeySequence> keys = keysOf(id);
    return keys.isEmpty() ? words(id) : keys.first().toString(QKeySequence::NativeText);
}

QString Commands::tip(const QString &id, const QString &words) const
{
    const QString keys = keyWords(id);
    return keys.isEmpty() ? words : tr("%1 (%2)", "what it does, by which keys").arg(words, keys);
}

QString Commands::holderOf(const QKeySequence &keys, const QString &except) const
{
    for (const auto &entry : m_entries) {
        if (entry->command.id != except && keysOf(entry->command.id).contains(keys))
            return entry->command.id;
    }
    return {};
}

Result<Done, RefusedKeys> Commands::rebind(const QString &id, const QList<QKeySequence> &keys)
{
    if (auto checked = checkAll(keys); !checked.ok())
        return checked;
    for (const QKeySequence &one : keys) {
        if (const QString holder = holderOf(one, id); !holder.isEmpty())
            return refuse(KeyRefusal::Taken, one, holder);
    }
    m_changed.insert(id, toWords(keys));
    if (const Command *command = find(id); command && command->keys == keys)
        m_changed.remove(id);
    spread();
    return done();
}

void Commands::restore(const QString &id)
{
    if (m_changed.remove(id) > 0)
        spread();
}

void Commands::restoreAll()
{
    m_changed.clear();
    spread();
}

Result<Done, RefusedKeys> Commands::adopt(const KeyMap &changed)
{
    QMap<QString, QString> holders; // keys in words -> id
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        const QList<QKeySequence> keys = fromWords(it.value());
        if (auto checked = checkAll(keys); !checked.ok())
            return checked;
        for (const QKeySequence &one : keys) {
            const QString word = one.toString(QKeySequence::PortableText);
            if (holders.contains(word))
                return refuse(KeyRefusal::Taken, one, holders.value(word));
            holders.insert(word, it.key());
        }
    }
    m_changed = changed;
    spread();
    return done();
}

void Commands::spread()
{
    refresh();
    Q_EMIT keysChanged();
}

QString Commands::sentenceFor(const RefusedKeys &refused) const
{
    const QString keys = refused.keys.toString(QKeySequence::NativeText);
    switch (refused.why) {
    case KeyRefusal::TooMany:
        return tr("A command can have two keys at most. Please remove one first.");
    case KeyRefusal::NotOneKey:
        return tr("This is not a key that can carry a command. Nothing was changed.");
    case KeyRefusal::TypesText:
        return tr("%1 is needed for writing. Please choose a key together with Ctrl or Alt, or a "
                  "function key.")
            .arg(keys);
    case KeyRefusal::TypesAltGr:
        return tr("%1 types a character on Turkish keyboards, because Ctrl and Alt together are "
                  "AltGr. Please choose another key.")
            .arg(keys);
    case KeyRefusal::Editing:
        return tr("%1 is needed for editing text and moving about. Please choose another key.")
            .arg(keys);
    case KeyRefusal::Taken:
        return tr("%1 belongs to this command already: %2. Please remove it there first.")
            .arg(keys, words(refused.holder).isEmpty() ? refused.holder : words(refused.holder));
    }
    return {};
}

// --- doing ---------------------------------------------------------------------------------

void Commands::run(const QString &id)
{
    const Command *command = find(id);
    if (!command)
        return;
    const QString why = whyNot(id);
    if (why.isEmpty() && command->run)
        command->run();
    else if (!why.isEmpty())
        Q_EMIT refused(why);
    refresh();
}

void Commands::showPossible(bool shown)
{
    m_shown = shown;
    refresh();
}

void Commands::refresh()
{
    for (const auto &entry : m_entries)
        refresh(*entry);
}

void Commands::refresh(Entry &entry)
{
    QAction *action = entry.action.get();
    const Command &command = entry.command;
    action->setText(words(command.id));
    const QList<QKeySequence> keys = keysOf(command.id);
    if (action->shortcuts() != keys)
        action->setShortcuts(keys);
    if (command.isOn)
        action->setChecked(command.isOn());
    action->setEnabled(!m_shown || whyNot(command.id).isEmpty());
}

} // namespace destek::ui
