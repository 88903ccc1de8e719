#pragma once

#include "core/domain/channel.h"
#include "core/text/dates.h"
#include "ui/shell/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace destek::ui
{

/// What WhatsApp reported of the account, newest first. How serious it is has a word and a
/// shape, never colour alone.
class AlertList : public QWidget
{
    Q_OBJECT
public:
    explicit AlertList(const Desk &desk, QWidget *parent = nullptr);
    void show(const QList<ChannelAlert> &alerts, bool mayAcknowledge);

Q_SIGNALS:
    void acknowledged(qint64 alert);

private:
    [[nodiscard]] QWidget *row(const ChannelAlert &alert, bool mayAcknowledge);
    void fill();
    void fillRows(int shown);
    void focusAfter(int row);

    Desk m_desk;
    QVBoxLayout *m_column;
    struct Row {
        ChannelAlert alert;
        bool mayAcknowledge = false;
        text::Language language = text::Language::Turkish;
        QWidget *panel = nullptr;
    };
    [[nodiscard]] bool isSame(const Row &row, const ChannelAlert &alert) const;
    QList<Row> m_rows;
    QWidget *m_tail = nullptr; ///< "nothing reported" or "show older"
    QList<ChannelAlert> m_alerts;
    bool m_mayAcknowledge = false;
    bool m_all = false;
};

} // namespace destek::ui
