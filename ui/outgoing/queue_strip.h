#pragma once

#include "ui/kit/banner.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

class Button;

/// Stands above everything while messages written offline wait for a word; hidden else.
class QueueStrip : public Banner
{
    Q_OBJECT
public:
    explicit QueueStrip(const Desk &desk, QWidget *parent = nullptr);
    /// Something waits; the strip is to be seen.
    [[nodiscard]] bool isWanted() const;

Q_SIGNALS:
    void wantedChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Desk m_desk;
    Button *m_look;
    int m_shown = 0;
};

} // namespace destek::ui
