#pragma once

#include "models/inbox/inbox_filter.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

namespace destek::ui
{

/// The queues of the inbox side by side: how many, and what they are called. Arrow keys move
/// between them; each is reached by Tab as well.
class QueueTabs : public QWidget
{
    Q_OBJECT
public:
    explicit QueueTabs(const Theme &theme, QWidget *parent = nullptr);
    void setQueue(models::Queue queue);
    /// `count` < 0: no number.
    void setCount(models::Queue queue, int count);
    [[nodiscard]] static QString nameOf(models::Queue queue);

Q_SIGNALS:
    void chosen(destek::models::Queue queue);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Tab;
    void retranslate();
    std::array<Tab *, models::kQueues> m_tabs{};
};

} // namespace destek::ui
