#pragma once

#include "ui/composer/composer_mode.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

#include <QHash>

class QStackedWidget;

namespace destek::ui
{

class Banner;
class Button;
class Label;
class PlainEdit;
class TemplatePicker;

/// Where one answers. Says why before one types; keeps the text per conversation in memory and
/// brings it back when the daemon refuses it.
class Composer : public Panel
{
    Q_OBJECT
public:
    explicit Composer(const Desk &desk, QWidget *parent = nullptr);
    /// What is known of the open conversation now; the draft of the one before is kept.
    void show(const ConversationSummary &summary);
    void clear();
    /// The person is gone: so are the words meant for them.
    void forget(ConversationId id);
    void forgetAll();
    [[nodiscard]] ComposerMode mode() const { return m_mode; }
    [[nodiscard]] PlainEdit *edit() const { return m_edit; }
    void takeFocus();
    [[nodiscard]] QString draftOf(ConversationId id) const;

Q_SIGNALS:
    void questionAnswered(destek::ConversationId id, bool isOptOut);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void refresh();
    void keepDraft();
    void countText();
    void send();
    void sendTemplate(const TemplateView &chosen, const QStringList &variables);
    void onReturned(const net::OutgoingMessage &message, const ApiError &why);
    void buildQuestion();

    Desk m_desk;
    std::optional<ConversationSummary> m_summary;
    ComposerMode m_mode = ComposerMode::Locked;
    QHash<ConversationId, QString> m_drafts;
    Banner *m_question;
    Banner *m_notice;  ///< why not, or offline
    Banner *m_trouble; ///< what came back
    Button *m_yes;
    Button *m_no;
    QStackedWidget *m_stack;
    QWidget *m_writing;
    TemplatePicker *m_picker;
    PlainEdit *m_edit;
    Label *m_hint;
    Label *m_count;
    Button *m_send;
    ConversationId m_troubleOf;
};

} // namespace destek::ui
