#pragma once

#include "ui/kit/label.h"
#include "ui/kit/panel.h"

namespace destek::ui
{

/// One fact: what it is, how it stands, and when or why in small print.
class FactTile : public Panel
{
    Q_OBJECT
public:
    explicit FactTile(const Theme &theme, QWidget *parent = nullptr);
    void say(const QString &caption, const QString &value, const QString &detail = {},
             Token ink = Token::Text);
    [[nodiscard]] QString value() const { return m_value->text(); }

private:
    Label *m_caption;
    Label *m_value;
    Label *m_detail;
};

} // namespace destek::ui
