#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace destek::ui
{

QString Composer::whyNotCompose() const
{
    if (!m_summary)
        return tr("Please open a conversation first.");
    if (!mayCompose())
        return tr("Nothing can be written in this conversation at the moment.");
    return {};
}

QString Composer::whyNotWrite() const
{
    return isNote() && mayNote() ? QString() : whyNotCompose();
}

QString Composer::whyNotQuickReply() const
{
    if (isNote())
        return tr("Quick replies are for customers; press %1 to write a reply.")
            .arg(m_desk.commands->pressWords(u"message.note"_s));
    return whyNotCompose();
}

void Composer::addCommands()
{
    const auto add = [this](const char *id, const char *words, const QList<QKeySequence> &keys,
                            std::function<void()> run, bool startsBlock = false) {
        Command command;
        command.id = QLatin1StringView(id);
        command.group = CommandGroup::Message;
        command.words = [words] { return tr(words); };
        command.keys = keys;
        command.whyNot = [this, writes = command.id.startsWith(u"write.")] {
            return writes ? whyNotWrite() : whyNotCompose();
        };
        command.run = std::move(run);
        command.startsBlock = startsBlock;
        return m_desk.commands->add(command);
    };
    add("message.attach", QT_TR_NOOP("Attach files…"), {Qt::CTRL | Qt::Key_O},
        [this] { chooseFiles(); });

    Command note;
    note.id = u"message.note"_s;
    note.group = CommandGroup::Message;
    note.words = [] { return tr("Reply or internal note"); };
    note.keys = {Qt::Key_F2, Qt::CTRL | Qt::SHIFT | Qt::Key_N};
    note.whyNot = [this] {
        if (!m_summary)
            return tr("Please open a conversation first.");
        return mayNote() ? QString() : tr("Your role does not include this.");
    };
    note.run = [this] { toggleNote(); };
    note.isOn = [this] { return isNote(); };
    m_desk.commands->add(note);

    addUndoCommand();

    Command templates;
    templates.id = u"message.templates"_s;
    templates.group = CommandGroup::Message;
    templates.words = [] { return tr("Templates"); };
    templates.keys = {Qt::Key_F3, Qt::CTRL | Qt::Key_T};
    templates.whyNot = [this] {
        if (!m_summary)
            return tr("Please open a conversation first.");
        return mayUseTemplates() ? QString() : tr("No template can be sent in this conversation.");
    };
    templates.run = [this] { openTemplates(); };
    m_desk.commands->add(templates);

    add(
        "message.location", QT_TR_NOOP("Location…"), {}, [this] { compose(Piece::Location); },
        true);
    add("message.contact", QT_TR_NOOP("Contact card…"), {}, [this] { compose(Piece::Contact); });
    add("message.buttons", QT_TR_NOOP("Message with buttons…"), {},
        [this] { compose(Piece::Buttons); });
    add("message.list", QT_TR_NOOP("Message with a list…"), {}, [this] { compose(Piece::List); });

    const auto wrapIn = [this](const QString &sign) {
        return [this, sign] {
            m_edit->setFocus(Qt::ShortcutFocusReason);
            m_edit->wrap(sign);
        };
    };
    // Ctrl+I is what people know, but its key is another one on Turkish F: never the only one.
    m_edit->setMenuActions(
        {add("write.bold", QT_TR_NOOP("Bold"), {Qt::CTRL | Qt::Key_B}, wrapIn(u"*"_s), true),
         add("write.italic", QT_TR_NOOP("Italic"),
             {Qt::CTRL | Qt::SHIFT | Qt::Key_E, Qt::CTRL | Qt::Key_I}, wrapIn(u"_"_s)),
         add("write.struck", QT_TR_NOOP("Struck out"), {Qt::CTRL | Qt::SHIFT | Qt::Key_X},
             wrapIn(u"~"_s)),
         add("write.mono", QT_TR_NOOP("Monospace"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
             wrapIn(u"`"_s))});
}

} // namespace destek::ui
