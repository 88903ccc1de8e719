#pragma once

#include "models/search/search_model.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QLineEdit;

namespace destek::ui
{

class Button;
class Label;

/// Looks for words in one conversation: a line above its messages. Enter and Up go to older
/// places, Shift+Enter and Down to newer ones, Esc leaves.
class ThreadSearch : public Panel
{
    Q_OBJECT
public:
    explicit ThreadSearch(const Desk &desk, QWidget *parent = nullptr);
    /// Ready to type; what was looked for in this conversation stands there still.
    void open(ConversationId id);
    /// Hides itself and forgets the words.
    void leave();
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] models::SearchModel *model() { return &m_model; }
    /// Which of what was found is shown; -1: none.
    [[nodiscard]] int place() const { return m_place; }

Q_SIGNALS:
    void wanted(const destek::net::SearchHit &hit);
    /// Folded; empty: nothing is looked for any more.
    void wordsChanged(const QStringList &folded);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void onFound();
    void step(int places);
    void showState();
    void retranslate();

    models::SearchModel m_model;
    QLineEdit *m_field;
    Label *m_count;
    Button *m_older;
    Button *m_newer;
    Button *m_close;
    int m_place = -1;
    bool m_awaits = false; ///< an answer to the present words
};

} // namespace destek::ui
