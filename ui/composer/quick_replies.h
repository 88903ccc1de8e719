#pragma once

#include "ui/composer/quick_reply_list.h"
#include "ui/shell/desk.h"

#include <QPointer>

namespace destek::ui
{

class PlainEdit;

/// Quick replies for one field: `/` at the start of a line or F4 opens the list, what is chosen
/// stands at the caret, filled in for the person. What could not be filled in stays in braces and
/// must be replaced before it can be sent. GUI thread.
class QuickReplies : public QObject
{
    Q_OBJECT
public:
    /// `edit` outlives it. `whyNot`: empty if something may be written now.
    QuickReplies(const Desk &desk, PlainEdit *edit, std::function<QString()> whyNot,
                 QObject *parent);

    /// nullopt: no conversation is open.
    void show(const std::optional<ConversationSummary> &summary);
    /// At the caret, with a field to search in, or with what stands after a slash already.
    void openUp();
    /// Empty if nothing in braces waits to be filled in.
    [[nodiscard]] static QString whyNotSend(const QString &text);
    /// nullptr until it was opened once.
    [[nodiscard]] QuickReplyList *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Word {
        int start = 0; ///< of the slash, in the document
        QString typed; ///< after it
    };
    [[nodiscard]] std::optional<Word> slashWord() const;
    [[nodiscard]] bool isOpen() const { return m_list && m_list->isVisible(); }
    [[nodiscard]] models::FillValues values() const;
    void onTyped();
    void onMoved();
    void open(bool search);
    void close();
    void leave();
    void askForFields();
    void take(const QuickReply &reply);
    void insert(const QuickReply &reply);
    void make();

    Desk m_desk;
    PlainEdit *m_edit;
    std::function<QString()> m_whyNot;
    QPointer<QuickReplyList> m_list; ///< the window's
    std::optional<ConversationSummary> m_summary;
    std::optional<QList<PersonField>> m_fields; ///< of the person; nullopt: not asked or on the way
    bool m_asked = false;
    bool m_dismissed = false;            ///< Esc: this slash is only a slash
    std::optional<QuickReply> m_waiting; ///< for the fields
};

} // namespace destek::ui
