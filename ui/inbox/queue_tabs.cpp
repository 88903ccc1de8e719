#include "ui/inbox/queue_tabs.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace destek::ui
{

using models::Queue;

/// The number large, the word below it: found at a glance, read without leaning forward.
class QueueTabs::Tab : public QAbstractButton
{
public:
    explicit Tab(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }

    void setCount(int count)
    {
        m_count = count;
        name();
        update();
    }

    void setWord(const QString &word)
    {
        setText(word);
        name();
        updateGeometry();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Small));
        return {metrics.horizontalAdvance(text()) + m_theme.px(10), m_theme.px(42)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {m_theme.px(30), m_theme.px(42)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
        const bool lit = isChecked() || underMouse();
        painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Focus), 2) : QPen(Qt::NoPen));
        painter.setBrush(lit ? m_theme.color(isChecked() ? Token::Selection : Token::Hover)
                             : QColor(Qt::transparent));
        painter.drawRoundedRect(area, 4, 4);
        const QColor ink = m_theme.color(isChecked() ? Token::Accent : Token::TextMuted);
        const QFont small = m_theme.font(isChecked() ? TextRole::SmallStrong : TextRole::Small);
        const QString word =
            QFontMetricsF(small).elidedText(text(), Qt::ElideRight, area.width() - 4);
        painter.setPen(ink);
        if (m_count < 0) {
            painter.setFont(small);
            painter.drawText(area, Qt::AlignCenter, word);
            return;
        }
        const QRectF top(area.x(), area.y() + 3, area.width(), area.height() / 2);
        painter.setFont(m_theme.font(TextRole::Strong));
        painter.setPen(isChecked()   ? ink
                       : m_count > 0 ? m_theme.color(Token::Text)
                                     : m_theme.color(Token::TextFaint));
        painter.drawText(top, Qt::AlignCenter,
                         m_count > 999 ? QStringLiteral("999+") : QString::number(m_count));
        painter.setFont(small);
        painter.setPen(ink);
        painter.drawText(QRectF(area.x(), area.center().y(), area.width(), area.height() / 2 - 2),
                         Qt::AlignCenter, word);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            event->ignore(); // the row of tabs moves on, and shows what it moves to
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    void name()
    {
        setAccessibleName(
            m_count < 0 ? text()
                        : tr("%1: %n conversation(s)", "name of a queue", m_count).arg(text()));
        setToolTip(accessibleName());
    }

    static QString tr(const char *text, const char *comment, int n)
    {
        return QueueTabs::tr(text, comment, n);
    }

    const Theme &m_theme;
    int m_count = -1;
};

QueueTabs::QueueTabs(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (int i = 0; i < models::kQueues; ++i) {
        auto *tab = new Tab(theme, this);
        tab->setObjectName(QStringLiteral("queue%1").arg(i));
        m_tabs[size_t(i)] = tab;
        row->addWidget(tab);
        connect(tab, &QAbstractButton::clicked, this, [this, i] {
            setQueue(Queue(i));
            Q_EMIT chosen(Queue(i));
        });
    }
    retranslate();
}

void QueueTabs::setQueue(Queue queue)
{
    for (int i = 0; i < models::kQueues; ++i)
        m_tabs[size_t(i)]->setChecked(Queue(i) == queue);
}

void QueueTabs::setCount(Queue queue, int count)
{
    m_tabs[size_t(queue)]->setCount(count);
}

QString QueueTabs::nameOf(Queue queue)
{
    switch (queue) {
    case Queue::Mine:
        return tr("Mine");
    case Queue::Team:
        return tr("Team");
    case Queue::Unassigned:
        return tr("Unassigned");
    case Queue::Snoozed:
        return tr("Snoozed");
    case Queue::All:
        break;
    }
    return tr("All");
}

void QueueTabs::retranslate()
{
    setAccessibleName(tr("Queues"));
    for (int i = 0; i < models::kQueues; ++i)
        m_tabs[size_t(i)]->setWord(nameOf(Queue(i)));
}

void QueueTabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void QueueTabs::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    for (int i = 0; i < models::kQueues && step != 0; ++i) {
        if (!m_tabs[size_t(i)]->hasFocus())
            continue;
        const int next = (i + step + models::kQueues) % models::kQueues;
        m_tabs[size_t(next)]->setFocus(Qt::TabFocusReason);
        return m_tabs[size_t(next)]->click();
    }
    QWidget::keyPressEvent(event);
}

} // namespace destek::ui
