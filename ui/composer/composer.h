#pragma once

#include "models/outgoing/attachment_list.h"
#include "ui/composer/composer_mode.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

#include <QHash>

class QMimeData;
class QStackedWidget;

namespace destek::ui
{

class AttachmentTray;
class Banner;
class Button;
class Label;
class PlainEdit;
class QuoteBar;
class TemplatePicker;

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
    [[nodiscard]] ComposerMode mode() const { return m_mode; }
    [[nodiscard]] PlainEdit *edit() const { return m_edit; }
    [[nodiscard]] TemplatePicker *picker() const { return m_picker; }
    [[nodiscard]] QuoteBar *quoteBar() const { return m_quote; }
    [[nodiscard]] AttachmentTray *tray() const { return m_tray; }
    [[nodiscard]] models::AttachmentList *attachments() { return &m_files; }
    void takeFocus();
    [[nodiscard]] QString draftOf(ConversationId id) const;
    /// Free messages may be written now, whatever their kind.
    [[nodiscard]] bool mayCompose() const;
    [[nodiscard]] bool mayUseTemplates() const;

    void chooseFiles();
    /// False if there is nothing in it that could be a file.
    bool attach(const QMimeData *source);
    void openTemplates();
    void compose(Piece piece);
    void quote(const MessageView &message);
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
    void buildQuestion();
    void connectParts();
    void retranslate();
    void refresh();
    void sayNotice(bool may);
    void showPage(bool picker);
    void keepDraft();
    void setText(const QString &text);
    void countText();
    void onTyped();
    void onEscape();
    void showQuote();
    void dropQuote();
    void showMore();
    void attachFile(const QString &path);
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
    bool m_settingText = false;
    QHash<ConversationId, QString> m_drafts;
    QHash<ConversationId, MessageView> m_quotes;
    /// Refused pieces that have no field to go back to; sent again on request.
    QHash<ConversationId, QList<OutboundContent>> m_returned;
    Banner *m_question;
    Banner *m_notice;  ///< why not, or offline
    Banner *m_trouble; ///< what came back
    Button *m_again;
    Button *m_discard;
    Button *m_yes;
    Button *m_no;
    QuoteBar *m_quote;
    AttachmentTray *m_tray;
    QStackedWidget *m_stack;
    QWidget *m_writing;
    TemplatePicker *m_picker;
    PlainEdit *m_edit;
    Button *m_attach;
    Button *m_more;
    Button *m_templates;
    Label *m_hint;
    Label *m_count;
    Button *m_send;
    ConversationId m_troubleOf;
};

} // namespace destek::ui
