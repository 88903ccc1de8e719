#pragma once

#include "core/domain/work.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace destek::ui
{

class Button;

/// Who will read what is written: the customer (a reply) or colleagues (an internal note).
class KindTabs : public QWidget
{
    Q_OBJECT
public:
    explicit KindTabs(const Theme &theme, QWidget *parent = nullptr);
    void show(Draft::Kind kind);
    /// A dot beside the one that is not shown: something was begun there.
    void setBegun(bool other);
    /// What both say when pointed at.
    void setTip(const QString &tip);
    void retranslate();
    /// Spoken: who reads what is written now.
    void announce();
    [[nodiscard]] Button *reply() const { return m_reply; }
    [[nodiscard]] Button *note() const { return m_note; }

Q_SIGNALS:
    void chosen(destek::Draft::Kind kind);

private:
    Button *m_reply;
    Button *m_note;
    Draft::Kind m_kind = Draft::Kind::Reply;
    bool m_begun = false;
    QString m_tip;
};

} // namespace destek::ui
