#pragma once

#include "ui/commands/key_rules.h"

#include <QHash>
#include <QMap>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QWidget;

namespace destek::ui
{

/// Where a command stands in the menus and in the shortcut sheet.
enum class CommandGroup : quint8 { Go, Conversation, Message, Person, View, Account, Count };

/// Something a person can make the console do. `id` is kept in settings and exported files and so
/// never changes; `words` is asked again after every change of language.
struct Command {
    QString id; ///< "task.next"
    CommandGroup group = CommandGroup::Go;
    std::function<QString()> words;
    QList<QKeySequence> keys;        ///< at most kMostKeys, as they come
    std::function<QString()> whyNot; ///< an empty sentence or no function: possible now
    std::function<void()> run;
    std::function<bool()> isOn; ///< given for what is either on or off
    bool startsBlock = false;   ///< a line above it in the menu
};

/// Keys by command id, in QKeySequence's portable words; what a user has changed.
using KeyMap = QMap<QString, QStringList>;

/// Every command of the console, and the only place where keys are tied to anything (journeys.md
/// 6.5): menus, shortcuts, the palette (Ctrl+K) and the shortcut sheet (F1) are all read from here.
///
/// To add one, call add() in the constructor of the widget that can do it, with `desk.commands`:
/// an id "area.act", the group whose menu it belongs to, words by tr(), default keys from
/// key_rules.h (a letter with Ctrl, an F key with a Ctrl combination beside it), whyNot() with a
/// whole sentence that says what is missing, and run(). Nothing else is needed: it is in the menu,
/// the palette and the sheet, its key works, and a key pressed in vain says why. MainWindow's own
/// are in ui/shell/main_window_commands.cpp. GUI thread; outlives every widget.
class Commands : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostKeys = 2;

    explicit Commands(QObject *parent = nullptr);
    ~Commands() override;

    /// The action for menus; its text, keys and state are kept up to date here. An id that is
    /// known already is replaced (its widget was made anew).
    QAction *add(const Command &command);
    /// Keys work while this window is in front. One window.
    void attachTo(QWidget *window);

    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] QStringList ids(CommandGroup group) const;
    /// nullptr if there is no such command.
    [[nodiscard]] const Command *find(const QString &id) const;
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] QString words(const QString &id) const;
    [[nodiscard]] QString whyNot(const QString &id) const;
    [[nodiscard]] QList<QKeySequence> keysOf(const QString &id) const;
    /// As people read them: "F3 · Ctrl+T"; empty if there are none.
    [[nodiscard]] QString keyWords(const QString &id) const;
    /// For a sentence: its first key, else what the command is called. "F3" or "Templates".
    [[nodiscard]] QString pressWords(const QString &id) const;
    /// For a tool tip: what it does, by which keys. "Templates (F3 · Ctrl+T)".
    [[nodiscard]] QString tip(const QString &id) const { return tip(id, words(id)); }
    /// The same, called otherwise.
    [[nodiscard]] QString tip(const QString &id, const QString &words) const;
    /// Does it, or says why not by refused().
    void run(const QString &id);

    /// Gives a command these keys, none included. Nothing changes if they are refused.
    Result<Done, RefusedKeys> rebind(const QString &id, const QList<QKeySequence> &keys);
    void restore(const QString &id);
    void restoreAll();
    [[nodiscard]] QString sentenceFor(const RefusedKeys &refused) const;
    [[nodiscard]] const KeyMap &changedKeys() const { return m_changed; }
    /// All of them or none: a map in which two commands share a key is refused. Ids of commands
    /// that are not there yet are kept for them.
    Result<Done, RefusedKeys> adopt(const KeyMap &changed);

    /// A menu is looked at: what is impossible is grey. Otherwise actions stay alive, so that a
    /// key pressed in vain gets an answer.
    void showPossible(bool shown);
    /// Words, keys and states anew.
    void refresh();

Q_SIGNALS:
    void keysChanged();
    /// A command was asked for in vain; the sentence says why.
    void refused(const QString &sentence);

private:
    struct Entry;
    [[nodiscard]] Entry *entry(const QString &id) const;
    [[nodiscard]] QString holderOf(const QKeySequence &keys, const QString &except) const;
    void spread();
    void refresh(Entry &entry);

    std::vector<std::unique_ptr<Entry>> m_entries; ///< in the order added
    KeyMap m_changed;
    QWidget *m_window = nullptr;
    bool m_shown = false;
};

} // namespace destek::ui
