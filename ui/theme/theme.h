#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>

class QApplication;

namespace destek::ui
{

/// Every colour the console uses, by what it means; the values live in resources/themes/*.json.
enum class Token : quint8 {
    Window,
    Surface,
    Sunken,
    Line,
    LineStrong,
    Text,
    TextMuted,
    TextFaint,
    Accent,
    AccentText,
    AccentSoft,
    AccentHover,
    Selection,
    Hover,
    Focus,
    BubbleIn,
    BubbleInLine,
    BubbleOut,
    BubbleOutLine,
    EventBack,
    EventText,
    EventLine,
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    WarnLine,
    Bad,
    BadSoft,
    BadLine,
    Closed,
    TickRead,
    Badge,
    BadgeText,
    Link,
    Mark,
    Count,
};

enum class ThemeName : quint8 { Light, Dark };

enum class TextRole : quint8 { Body, Strong, Small, SmallStrong, Title, Headline, Mono };

/// Colours and fonts of the running console. One object, made in the composition root and handed
/// to whoever paints; changed() is sent after every switch of theme or zoom. GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] QColor color(Token token) const { return m_colors[std::size_t(token)]; }
    [[nodiscard]] QFont font(TextRole role) const;
    /// The colour emoji font of this machine; empty if there is none.
    [[nodiscard]] const QString &emojiFamily() const { return m_emojiFamily; }
    [[nodiscard]] ThemeName name() const { return m_name; }
    /// Percent of the base size, 80 to 180.
    [[nodiscard]] int zoom() const { return m_zoom; }
    /// A length in pixels at the present zoom.
    [[nodiscard]] int px(int atHundred) const { return qRound(atHundred * m_zoom / 100.0); }

    /// False if the theme file lacks a colour (a programming error; the tests load both).
    bool choose(ThemeName name);
    void setZoom(int percent);
    /// Gives palette, font and style to the application and keeps them in step.
    void applyTo(QApplication &application);

Q_SIGNALS:
    void changed();

private:
    void spread();

    std::array<QColor, std::size_t(Token::Count)> m_colors;
    QString m_family;
    QString m_monoFamily;
    QString m_emojiFamily;
    ThemeName m_name = ThemeName::Light;
    int m_zoom = 100;
    QApplication *m_application = nullptr;
};

} // namespace destek::ui
