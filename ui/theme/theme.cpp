#include "ui/theme/theme.h"

#include "ui/theme/quiet_style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr std::array kTokenNames{
    "window"_L1,     "surface"_L1,      "sunken"_L1,    "line"_L1,          "lineStrong"_L1,
    "text"_L1,       "textMuted"_L1,    "textFaint"_L1, "accent"_L1,        "accentText"_L1,
    "accentSoft"_L1, "accentHover"_L1,  "selection"_L1, "hover"_L1,         "focus"_L1,
    "bubbleIn"_L1,   "bubbleInLine"_L1, "bubbleOut"_L1, "bubbleOutLine"_L1, "eventBack"_L1,
    "eventText"_L1,  "eventLine"_L1,    "good"_L1,      "goodSoft"_L1,      "warn"_L1,
    "warnSoft"_L1,   "warnLine"_L1,     "bad"_L1,       "badSoft"_L1,       "badLine"_L1,
    "closed"_L1,     "tickRead"_L1,     "badge"_L1,     "badgeText"_L1,     "link"_L1,
    "mark"_L1};
static_assert(kTokenNames.size() == std::size_t(Token::Count));

constexpr int kBasePixels = 13;

QString firstPresent(const QStringList &wanted)
{
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return {};
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    m_family = firstPresent({u"Inter"_s});
    m_monoFamily = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    m_emojiFamily =
        firstPresent({u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s});
    choose(ThemeName::Light);
}

QFont Theme::font(TextRole role) const
{
    QFont font;
    if (role == TextRole::Mono)
        font.setFamily(m_monoFamily);
    else if (!m_family.isEmpty())
        font.setFamily(m_family);
    int size = kBasePixels;
    switch (role) {
    case TextRole::Small:
    case TextRole::SmallStrong:
    case TextRole::Mono:
        size = 12;
        break;
    case TextRole::Title:
        size = 16;
        break;
    case TextRole::Headline:
        size = 22;
        break;
    case TextRole::Body:
    case TextRole::Strong:
        break;
    }
    font.setPixelSize(px(size));
    const bool strong = role == TextRole::Strong || role == TextRole::SmallStrong ||
                        role == TextRole::Title || role == TextRole::Headline;
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

bool Theme::choose(ThemeName name)
{
    QFile file(name == ThemeName::Light ? u":/themes/light.json"_s : u":/themes/dark.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (std::size_t i = 0; i < kTokenNames.size(); ++i) {
        const QColor color(json.value(kTokenNames[i]).toString());
        if (!color.isValid())
            return false;
        m_colors[i] = color;
    }
    m_name = name;
    spread();
    return true;
}

void Theme::setZoom(int percent)
{
    m_zoom = qBound(80, percent, 180);
    spread();
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    application.setStyle(new QuietStyle(*this)); // the application owns it
    spread();
}

void Theme::spread()
{
    if (m_application) {
        QPalette palette;
        palette.setColor(QPalette::Window, color(Token::Window));
        palette.setColor(QPalette::WindowText, color(Token::Text));
        palette.setColor(QPalette::Base, color(Token::Surface));
        palette.setColor(QPalette::AlternateBase, color(Token::Window));
        palette.setColor(QPalette::Text, color(Token::Text));
        palette.setColor(QPalette::PlaceholderText, color(Token::TextFaint));
        palette.setColor(QPalette::Button, color(Token::Surface));
        palette.setColor(QPalette::ButtonText, color(Token::Text));
        palette.setColor(QPalette::Highlight, color(Token::Accent));
        palette.setColor(QPalette::HighlightedText, color(Token::AccentText));
        palette.setColor(QPalette::ToolTipBase, color(Token::Surface));
        palette.setColor(QPalette::ToolTipText, color(Token::Text));
        palette.setColor(QPalette::Link, color(Token::Link));
        palette.setColor(QPalette::Light, color(Token::Surface));
        palette.setColor(QPalette::Midlight, color(Token::Hover));
        palette.setColor(QPalette::Mid, color(Token::Line));
        palette.setColor(QPalette::Dark, color(Token::LineStrong));
        palette.setColor(QPalette::Shadow, color(Token::LineStrong));
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(QPalette::Disabled, role, color(Token::TextFaint));
        palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Window));
        m_application->setPalette(palette);
        m_application->setFont(font(TextRole::Body));
    }
    Q_EMIT changed();
}

} // namespace destek::ui
