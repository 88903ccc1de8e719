#include "ui/theme/theme.h"

#include "ui/theme/quiet_style.h"
#include "ui/theme/system_scheme.h"

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
    "eventText"_L1,  "eventLine"_L1,    "noteBack"_L1,  "noteText"_L1,      "noteLine"_L1,
    "good"_L1,       "goodSoft"_L1,     "warn"_L1,      "warnSoft"_L1,      "warnLine"_L1,
    "bad"_L1,        "badSoft"_L1,      "badLine"_L1,   "closed"_L1,        "tickRead"_L1,
    "badge"_L1,      "badgeText"_L1,    "link"_L1,      "mark"_L1};
static_assert(kTokenNames.size() == std::size_t(Token::Count));

constexpr std::array kTypeNames{"body"_L1, "small"_L1, "title"_L1, "headline"_L1, "mono"_L1};
constexpr std::array kSpaceNames{"hair"_L1,  "tight"_L1, "near"_L1,
                                 "apart"_L1, "group"_L1, "section"_L1};
constexpr std::array kRoundNames{"small"_L1, "control"_L1, "bubble"_L1};
constexpr std::array kMotionNames{"flash"_L1};
constexpr int kLeastZoom = 80;
constexpr int kMostZoom = 200;

QString fileOf(ThemeName name)
{
    switch (name) {
    case ThemeName::Dark:
        return u":/themes/dark.json"_s;
    case ThemeName::Contrast:
        return u":/themes/contrast.json"_s;
    case ThemeName::Light:
    case ThemeName::System:
        break;
    }
    return u":/themes/light.json"_s;
}

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// False if one is missing.
template <std::size_t N>
bool take(const QJsonObject &json, const std::array<QLatin1StringView, N> &names,
          std::array<int, N> &values)
{
    for (std::size_t i = 0; i < N; ++i) {
        values[i] = json.value(names[i]).toInt(-1);
        if (values[i] < 0)
            return false;
    }
    return true;
}

/// The console's own letters, so that it looks the same on every machine: resources/fonts. Static
/// cuts of each weight: Qt 6.4 thickens a variable font by smearing it. Stays loaded until exit.
QString loadLetters()
{
    QString family;
    for (const auto &cut : {"Regular"_L1, "Italic"_L1, "SemiBold"_L1, "Bold"_L1, "BoldItalic"_L1}) {
        const int id = QFontDatabase::addApplicationFont(u":/fonts/Inter-%1.otf"_s.arg(cut));
        family = QFontDatabase::applicationFontFamilies(id).value(0, family);
    }
    return family;
}

QString firstPresent(const QStringList &wanted)
{
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return {};
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_system(new SystemScheme(this))
{
    connect(m_system, &SystemScheme::changed, this, [this] {
        if (m_choice == ThemeName::System)
            choose(ThemeName::System);
    });
    loadScale();
    static const QString letters = loadLetters();
    m_family = letters;
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
    Type type = Type::Body;
    switch (role) {
    case TextRole::Small:
    case TextRole::SmallStrong:
        type = Type::Small;
        break;
    case TextRole::Mono:
        type = Type::Mono;
        break;
    case TextRole::Title:
        type = Type::Title;
        break;
    case TextRole::Headline:
        type = Type::Headline;
        break;
    case TextRole::Body:
    case TextRole::Strong:
        break;
    }
    font.setPixelSize(px(m_types[std::size_t(type)]));
    const bool strong = role == TextRole::Strong || role == TextRole::SmallStrong ||
                        role == TextRole::Title || role == TextRole::Headline;
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

bool Theme::choose(ThemeName name)
{
    const ThemeName shown = name == ThemeName::System ? m_system->wanted() : name;
    if (!loadColors(shown))
        return false;
    m_name = shown;
    m_choice = name;
    spread();
    return true;
}

bool Theme::loadScale()
{
    const QJsonObject json = objectIn(u":/themes/scale.json"_s);
    return take(json.value("type"_L1).toObject(), kTypeNames, m_types) &&
           take(json.value("space"_L1).toObject(), kSpaceNames, m_spaces) &&
           take(json.value("round"_L1).toObject(), kRoundNames, m_rounds) &&
           take(json.value("motion"_L1).toObject(), kMotionNames, m_motions);
}

bool Theme::loadColors(ThemeName name)
{
    const QJsonObject json = objectIn(fileOf(name));
    for (std::size_t i = 0; i < kTokenNames.size(); ++i) {
        const QColor color(json.value(kTokenNames[i]).toString());
        if (!color.isValid())
            return false;
        m_colors[i] = color;
    }
    return true;
}

void Theme::setZoom(int percent)
{
    m_zoom = qBound(kLeastZoom, percent, kMostZoom);
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
