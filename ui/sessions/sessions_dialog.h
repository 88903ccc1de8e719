#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

#include <QStandardItemModel>

namespace destek::ui
{

class Table;

/// At which consoles somebody is signed in, since when, used when; ends one of them, or all of
/// one's own others. Administrators see everybody's.
class SessionsDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Whose : quint8 { Own, Everybody };
    SessionsDialog(const Desk &desk, Whose whose, QWidget *parent);
    [[nodiscard]] Table *table() const { return m_table; }
    [[nodiscard]] Button *endButton() const { return m_end; }
    [[nodiscard]] Button *endOthersButton() const { return m_endOthers; }

protected:
    void retranslate() override;

private:
    void load();
    void take(const net::Answer<QList<SessionView>> &answer);
    void fill();
    void grey();
    void endChosen();
    void endOthers();
    void onEnded(const net::Answer<Done> &answer, const QString &sentence);
    /// nullptr if no row is chosen.
    [[nodiscard]] const SessionView *chosen() const;

    Desk m_desk;
    Whose m_whose;
    QList<SessionView> m_sessions;
    QStandardItemModel m_rows;
    Label *m_text;
    Table *m_table;
    Button *m_end;
    Button *m_endOthers;
    Button *m_close;
};

} // namespace destek::ui
