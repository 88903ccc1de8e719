#include "app/platform/tray_notifier.h"

#include "ui/kit/glyph.h"

#include <QAction>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr int kShownFor = 8000; ///< milliseconds; most systems decide for themselves

QPixmap signWith(int people, const ui::Theme &theme, int side)
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ui::Token::Accent));
    painter.drawRoundedRect(QRectF(0, 0, side, side), side / 5.0, side / 5.0);
    ui::paintGlyph(painter, ui::Glyph::Inbox, QRectF(0, 0, side, side).adjusted(4, 4, -4, -4),
                   theme.color(ui::Token::AccentText));
    if (people <= 0)
        return picture;
    const QString words = people > 99 ? u"99+"_s : QString::number(people);
    QFont face = theme.font(ui::TextRole::SmallStrong);
    face.setPixelSize(side * 2 / 5);
    const qreal high = side / 2.0;
    const qreal wide = qMax(high, QFontMetricsF(face).horizontalAdvance(words) + side / 8.0);
    const QRectF badge(side - wide, side - high, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ui::Token::Badge));
    painter.drawRoundedRect(badge, high / 2, high / 2);
    painter.setFont(face);
    painter.setPen(theme.color(ui::Token::BadgeText));
    painter.drawText(badge, Qt::AlignCenter, words);
    return picture;
}

} // namespace

TrayNotifier::TrayNotifier(const ui::Theme *theme, ui::Commands *commands)
    : m_theme(theme), m_commands(commands)
{
    m_tray.setContextMenu(&m_menu);
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, &Notifier::messageClicked);
    connect(&m_tray, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    Q_EMIT windowWanted();
            });
    connect(theme, &ui::Theme::changed, this, &TrayNotifier::paint);
}

void TrayNotifier::open()
{
    for (const auto &id : {u"window.show"_s, u"screen.lock"_s, u"account.quit"_s}) {
        if (QAction *action = m_commands->action(id))
            m_menu.addAction(action);
    }
    paint();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_tray.show();
}

bool TrayNotifier::hasSign() const
{
    return QSystemTrayIcon::isSystemTrayAvailable() && m_tray.isVisible();
}

bool TrayNotifier::showsMessages() const
{
    return hasSign() && QSystemTrayIcon::supportsMessages();
}

void TrayNotifier::show(const QString &title, const QString &text)
{
    if (showsMessages())
        m_tray.showMessage(title, text, m_tray.icon(), kShownFor);
}

void TrayNotifier::setWaiting(int people, const QString &words)
{
    m_tray.setToolTip(words);
    if (m_people == people)
        return;
    m_people = people;
    paint();
}

void TrayNotifier::paint()
{
    QIcon icon;
    for (int side : {16, 22, 32, 64})
        icon.addPixmap(signWith(m_people, *m_theme, side));
    m_tray.setIcon(icon);
}

} // namespace destek::app
