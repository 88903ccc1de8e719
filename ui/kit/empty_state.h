#pragma once

#include "ui/kit/button.h"
#include "ui/kit/label.h"

#include <QWidget>

namespace destek::ui
{

/// What a screen shows when it has nothing to show: mark, what it means, the way on.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);
    void say(Glyph glyph, const QString &title, const QString &sentence);
    /// A button under the sentence; empty text hides it.
    void offer(const QString &text);

Q_SIGNALS:
    void taken();

private:
    class Mark;
    Mark *m_mark;
    Label *m_title;
    Label *m_sentence;
    Button *m_button;
};

} // namespace destek::ui
