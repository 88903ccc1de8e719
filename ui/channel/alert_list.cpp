#include "ui/channel/alert_list.h"

#include "core/text/dates.h"
#include "models/format/channel_words.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/panel.h"

#include <QApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kFirst = 10; ///< more on request

struct SeverityLook {
    Glyph glyph;
    Token color;
};

SeverityLook lookOf(const ChannelAlert &alert)
{
    if (alert.acknowledged)
        return {Glyph::Tick, Token::TextFaint};
    switch (alert.severity) {
    case AlertSeverity::Critical:
        return {Glyph::Alert, Token::Bad};
    case AlertSeverity::Warning:
        return {Glyph::Warning, Token::Warn};
    case AlertSeverity::Notice:
        break;
    }
    return {Glyph::Question, Token::TextMuted};
}

class Mark : public QWidget
{
public:
    Mark(const Theme &theme, SeverityLook look) : m_theme(theme), m_look(look)
    {
        setFixedSize(theme.px(18), theme.px(18));
        connect(&theme, &Theme::changed, this,
                [this] { setFixedSize(m_theme.px(18), m_theme.px(18)); });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintGlyph(painter, m_look.glyph, rect(), m_theme.color(m_look.color));
    }

private:
    const Theme &m_theme;
    SeverityLook m_look;
};

} // namespace

AlertList::AlertList(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void AlertList::show(const QList<ChannelAlert> &alerts, bool mayAcknowledge)
{
    m_alerts = alerts;
    m_mayAcknowledge = mayAcknowledge;
    fill();
}

void AlertList::fill()
{
    delete std::exchange(m_tail, nullptr);
    const int shown = m_all ? int(m_alerts.size()) : qMin(kFirst, int(m_alerts.size()));
    fillRows(shown);
    if (m_alerts.isEmpty()) {
        auto *none = new Label(*m_desk.theme, TextRole::Body, Token::TextMuted);
        none->setText(tr("WhatsApp has reported nothing about the account."));
        m_column->addWidget(none);
        m_tail = none;
        return;
    }
    if (shown == m_alerts.size())
        return;
    auto *more = new Button(*m_desk.theme, Button::Kind::Flat);
    const int left = int(m_alerts.size()) - shown;
    more->setText(tr("Show %n older", nullptr, left));
    connect(more, &QPushButton::clicked, this, [this] {
        m_all = true;
        // Not in the middle of the click of a button that goes with it.
        QMetaObject::invokeMethod(this, &AlertList::fill, Qt::QueuedConnection);
    });
    m_column->addWidget(more);
    m_tail = more;
}

/// A row that still says the same stays as it is, with the keyboard in it.
void AlertList::fillRows(int shown)
{
    QList<Row> before;
    before.swap(m_rows);
    int focused = -1;
    for (int i = 0; i < shown; ++i) {
        const ChannelAlert &alert = m_alerts.at(i);
        Row kept{alert, m_mayAcknowledge, m_desk.speech->language(), nullptr};
        for (Row &old : before) {
            if (!old.panel || old.alert.id != alert.id)
                continue;
            if (isSame(old, alert))
                kept.panel = std::exchange(old.panel, nullptr);
            else if (old.panel->isAncestorOf(QApplication::focusWidget()))
                focused = i;
        }
        if (!kept.panel)
            kept.panel = row(alert, m_mayAcknowledge);
        else if (auto *button = kept.panel->findChild<QPushButton *>())
            button->setEnabled(true); // it may not have come to the daemon
        m_column->removeWidget(kept.panel);
        m_column->insertWidget(i, kept.panel);
        m_rows << kept;
    }
    if (focused >= 0)
        focusAfter(focused); // before the old one hides and sends the keyboard anywhere
    for (const Row &old : std::as_const(before)) {
        if (!old.panel)
            continue;
        old.panel->hide(); // its button may be the one that was pressed
        old.panel->deleteLater();
    }
}

bool AlertList::isSame(const Row &row, const ChannelAlert &alert) const
{
    return row.alert.acknowledged == alert.acknowledged && row.mayAcknowledge == m_mayAcknowledge &&
           row.language == m_desk.speech->language();
}

/// What was pressed is gone: on to the next that can be, or the last before it.
void AlertList::focusAfter(int row)
{
    QWidget *next = nullptr;
    for (int i = 0; i < m_rows.size() && !(next && i > row); ++i) {
        if (auto *button = m_rows.at(i).panel->findChild<QPushButton *>())
            next = button;
    }
    if (next)
        next->setFocus(Qt::OtherFocusReason);
}

QWidget *AlertList::row(const ChannelAlert &alert, bool mayAcknowledge)
{
    const Theme &theme = *m_desk.theme;
    auto *panel = new Panel(theme, Token::Surface, Qt::BottomEdge);
    auto *line = new QHBoxLayout(panel);
    line->setContentsMargins(12, 9, 12, 9);
    line->setSpacing(10);
    line->addWidget(new Mark(theme, lookOf(alert)), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    ChannelAlert safe = alert;
    safe.subject = isolatedName(alert.subject);
    const auto say = [&](TextRole role, Token color, const QString &text) {
        if (text.isEmpty())
            return;
        auto *label = new Label(theme, role, color);
        label->setWordWrap(true);
        label->setText(text);
        texts->addWidget(label);
    };
    const QString when = text::dateTime(alert.at, m_desk.speech->language());
    const QString state = alert.acknowledged ? tr("%1 · %2 · seen") : tr("%1 · %2");
    say(TextRole::SmallStrong, lookOf(alert).color,
        state.arg(words::severityWords(alert.severity), when));
    say(alert.acknowledged ? TextRole::Body : TextRole::Strong,
        alert.acknowledged ? Token::TextMuted : Token::Text, words::alertSentence(safe));
    if (!alert.acknowledged)
        say(TextRole::Body, Token::Text, words::alertAdvice(alert));
    if (!alert.detail.isEmpty())
        say(TextRole::Small, Token::TextMuted,
            tr("WhatsApp says: %1").arg(isolatedName(words::alertDetail(alert))));
    if (alert.code != 0)
        say(TextRole::Small, Token::TextMuted, words::metaErrorSentence(alert.code));
    line->addLayout(texts, 1);
    if (mayAcknowledge && !alert.acknowledged) {
        auto *seen = new Button(theme, Button::Kind::Normal);
        seen->setText(tr("I have seen it"));
        seen->setAccessibleName(tr("I have seen it: %1").arg(words::alertSentence(safe)));
        connect(seen, &QPushButton::clicked, this, [this, seen, id = alert.id] {
            seen->setEnabled(false);
            Q_EMIT acknowledged(id);
        });
        line->addWidget(seen, 0, Qt::AlignTop);
    }
    return panel;
}

} // namespace destek::ui
