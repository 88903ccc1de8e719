#include "ui/channel/alert_list.h"

#include "core/text/dates.h"
#include "models/format/channel_words.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/panel.h"

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
        setFixedSize(18, 18);
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
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_alerts.isEmpty()) {
        auto *none = new Label(*m_desk.theme, TextRole::Body, Token::TextMuted);
        none->setText(tr("WhatsApp has reported nothing about the account."));
        m_column->addWidget(none);
        return;
    }
    const int shown = m_all ? int(m_alerts.size()) : qMin(kFirst, int(m_alerts.size()));
    for (int i = 0; i < shown; ++i)
        m_column->addWidget(row(m_alerts.at(i), m_mayAcknowledge));
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
            tr("WhatsApp says: %1").arg(isolatedName(alert.detail)));
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
