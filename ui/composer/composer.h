#pragma once

#include "models/outgoing/attachment_list.h"
#include "ui/composer/composer_mode.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

#include <QHash>
#include <QSet>

class QMimeData;
class QStackedWidget;

namespace destek::ui
{

class AttachmentTray;
class Banner;
class Button;
class DraftOffer;
class EditFrame;
class KindTabs;
class Label;
class MentionList;
class PlainEdit;
class QuoteBar;
class TemplatePicker;
class WritingAids;

/// Where one answers: text, files, places, cards, buttons, lists, templates, reactions. Says why
/// before one types; keeps text, quote and files per conversation in memory and brings them back
/// when the daemon refuses them.
class Composer : public Panel
{
    Q_OBJECT
public:
    /// What is written in a dialog of its own.
    enum class Piece : quint8 { Location, Contact, Buttons, List };

    explicit Composer(const Desk &desk, QWidget *parent = nullptr);
    /// What is known of the open conversation now; the draft of the one before is kept.
    void show(const ConversationSummary &summary);
    void clear();
    /// The person is gone: so are the words meant for them.
    void forget(ConversationId id);
    void forgetAll();
    /// Nothing that was begun there is wanted any more, neither the reply nor the note.
    void discard(ConversationId id);
    [[nodiscard]] ComposerMode mode() const { return m_mode; }
    [[nodiscard]] PlainEdit *edit() const { return m_edit; }
    [[nodiscard]] TemplatePicker *picker() const { return m_picker; }
    [[nodiscard]] QuoteBar *quoteBar() const { return m_quote; }
    [[nodiscard]] AttachmentTray *tray() const { return m_tray; }
    [[nodiscard]] WritingAids *aids() const { return m_aids; }
    [[nodiscard]] models::AttachmentList *attachments() { return &m_files; }
    void takeFocus();
    /// What is written: a reply to the customer or an internal note.
    [[nodiscard]] Draft::Kind kind() const { return m_kind; }
    void setKind(Draft::Kind kind);
    void toggleNote();
    /// Notes need neither an open window nor the customer's permission.
    [[nodiscard]] bool mayNote() const;
    /// The letters that answer the question about an opt-out, in the language shown.
    [[nodiscard]] static QString yesKey();
    [[nodiscard]] static QString noKey();
    [[nodiscard]] MentionList *mentions() const { return m_mentions; }
    [[nodiscard]] DraftOffer *offer() const { return m_offer; }
    [[nodiscard]] KindTabs *tabs() const { return m_tabs; }
    [[nodiscard]] QString draftOf(ConversationId id, Draft::Kind kind = Draft::Kind::Reply) const;
    /// In how many conversations something was written and not sent.
    [[nodiscard]] int drafts() const;
    /// Free messages may be written now, whatever their kind.
    [[nodiscard]] bool mayCompose() const;
    [[nodiscard]] bool mayUseTemplates() const;

    void chooseFiles();
    /// False if there is nothing in it that could be a file.
    bool attach(const QMimeData *source);
    void openTemplates();
    void compose(Piece piece);
    void quote(const MessageView &message);
    /// A text that was not sent comes back to be changed.
    void rewrite(const MessageView &message);
    /// Begins an internal note that says what became of the message.
    void tell(const MessageView &message);
    /// A small window at `at` (on the screen) with the reactions.
    void react(const MessageView &message, QPoint at);

Q_SIGNALS:
    void questionAnswered(destek::ConversationId id, bool isOptOut);
    /// The quoted message was clicked.
    void jumpRequested(destek::MessageId id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOutFoot(QWidget *foot);
    void addCommands(); ///< composer_commands.cpp
    [[nodiscard]] QString whyNotCompose() const;
    [[nodiscard]] QString whyNotWrite() const;
    [[nodiscard]] QString whyNotQuickReply() const;
    void buildQuestion();
    void connectParts();
    void retranslate();
    void showKeys();
    void refresh();
    void sayNotice(bool may);
    void showPage(bool picker);
    // composer_texts.cpp
    [[nodiscard]] QHash<ConversationId, QString> &begun(Draft::Kind kind);
    void keepDraft();
    void setText(const QString &text);
    [[nodiscard]] bool hasBegun(ConversationId id, Draft::Kind kind) const;
    void giveBack(ConversationId id, Draft::Kind kind, const QString &text);
    void tellDraft(ConversationId id, Draft::Kind kind = Draft::Kind::Reply);
    void onDraftArrived(const Draft &draft);
    void onOvertaken(const Draft &older, bool writtenHere);
    [[nodiscard]] bool isUnderMyHands(const Draft &draft) const;
    void takeText(const Draft &draft);
    void takeQuote(const Draft &draft);
    void takeForm(const Draft &draft);
    void showForm();
    void onFormChanged();
    void onOfferTaken(const Draft &draft);
    void payQuote();
    // composer_notes.cpp
    [[nodiscard]] bool isNote() const { return m_kind == Draft::Kind::Note; }
    [[nodiscard]] Draft::Kind otherKind() const
    {
        return isNote() ? Draft::Kind::Reply : Draft::Kind::Note;
    }
    void showKind();
    void markMentions();
    void saveNote();
    void onNoteReturned(const NoteDraft &note, const ApiError &why);
    // composer_undo.cpp
    void addUndoCommand();
    void takeBack();
    void onTakenBack(const net::OutgoingMessage &message);
    void onTooLate(ConversationId id, const ApiError &why);
    void countText();
    void onTyped();
    void onEscape();
    void showQuote();
    void dropQuote();
    void showMore();
    void attachFiles(ConversationId id, QStringList paths);
    bool put(ConversationId id, const QString &name, const QByteArray &bytes,
             models::FileFault fault);
    void bringBack();
    void attachPicture(const QImage &picture);
    void sayNoRoom();
    void send();
    [[nodiscard]] bool sendText(MessageId answers);
    void sendPiece(const OutboundContent &content, const QString &shownText = {});
    void sendReturned();
    void sayReturned();
    void saySent();
    void sayFull();
    void onReturned(const net::OutgoingMessage &message, const ApiError &why);

    Desk m_desk;
    models::AttachmentList m_files;
    std::optional<ConversationSummary> m_summary;
    ComposerMode m_mode = ComposerMode::Locked;
    bool m_templatesAsked = false; ///< by F3, although free text would do
    bool m_draftAsked = false;     ///< by Esc: what was written is shown, the window is closed
    int m_session = 0;             ///< files still being read belong to one
    QSet<ConversationId> m_gone;   ///< erased while this console runs
    bool m_settingText = false;
    Draft::Kind m_kind = Draft::Kind::Reply; ///< what is being written
    QHash<ConversationId, QString> m_drafts; ///< replies
    QHash<ConversationId, QString> m_notes;
    QHash<ConversationId, Draft::Kind> m_kinds;
    QHash<ConversationId, BegunTemplate> m_forms; ///< templates that are being filled in
    MessageId m_quoteOwed;                        ///< a draft answers it, and it was not loaded yet
    QHash<ConversationId, MessageView> m_quotes;
    /// Refused pieces that have no field to go back to; sent again on request.
    QHash<ConversationId, QList<OutboundContent>> m_returned;
    /// Templates whose file is gone: back in their fields, for another file.
    QHash<ConversationId, OutboundContent> m_unfinished;
    Banner *m_question;
    Banner *m_notice;  ///< why not, or offline
    Banner *m_trouble; ///< what came back
    DraftOffer *m_offer;
    Button *m_again;
    Button *m_discard;
    Button *m_yes;
    Button *m_no;
    QuoteBar *m_quote;
    AttachmentTray *m_tray;
    KindTabs *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_writing;
    TemplatePicker *m_picker;
    PlainEdit *m_edit;
    EditFrame *m_frame;
    MentionList *m_mentions;
    WritingAids *m_aids;
    Button *m_attach;
    Button *m_more;
    Button *m_templates;
    Label *m_hint;
    Label *m_count;
    Button *m_send;
    ConversationId m_troubleOf;
};

} // namespace destek::ui
