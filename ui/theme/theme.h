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
    NoteBack, ///< what colleagues alone may read
    NoteText,
    NoteLine,
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

/// System: whichever of the others the desktop asks for. Contrast: every text at 7:1 or better.
enum class ThemeName : quint8 { Light, Dark, Contrast, System };

enum class TextRole : quint8 { Body, Strong, Small, SmallStrong, Title, Headline, Mono };

/// Distances between things, from none to be seen to another subject; resources/themes/scale.json.
enum class Space : quint8 { Hair, Tight, Near, Apart, Group, Section, Count };

/// Corners.
enum class Round : quint8 { Small, Control, Bubble, Count };

/// How long something that passes by stays.
enum class Motion : quint8 { Flash, Count };

class SystemScheme;

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
    /// What is shown; never System.
    [[nodiscard]] ThemeName name() const { return m_name; }
    /// What was chosen.
    [[nodiscard]] ThemeName choice() const { return m_choice; }
    /// Percent of the base size, 80 to 200.
    [[nodiscard]] int zoom() const { return m_zoom; }
    /// A length in pixels at the present zoom.
    [[nodiscard]] int px(int atHundred) const { return qRound(atHundred * m_zoom / 100.0); }
    /// Pixels at the present zoom.
    [[nodiscard]] int space(Space space) const { return px(m_spaces[std::size_t(space)]); }
    /// Pixels; corners do not grow.
    [[nodiscard]] int round(Round round) const { return m_rounds[std::size_t(round)]; }
    /// Milliseconds.
    [[nodiscard]] int motion(Motion motion) const { return m_motions[std::size_t(motion)]; }

    /// False if the theme file lacks a colour (a programming error; the tests load both).
    bool choose(ThemeName name);
    void setZoom(int percent);
    /// Gives palette, font and style to the application and keeps them in step.
    void applyTo(QApplication &application);

Q_SIGNALS:
    void changed();

private:
    bool loadColors(ThemeName name);
    bool loadScale();
    void spread();

    std::array<QColor, std::size_t(Token::Count)> m_colors;
    enum class Type : quint8 { Body, Small, Title, Headline, Mono, Count };
    std::array<int, std::size_t(Type::Count)> m_types{};
    std::array<int, std::size_t(Space::Count)> m_spaces{};
    std::array<int, std::size_t(Round::Count)> m_rounds{};
    std::array<int, std::size_t(Motion::Count)> m_motions{};
    SystemScheme *m_system;
    QString m_family;
    QString m_monoFamily;
    QString m_emojiFamily;
    ThemeName m_name = ThemeName::Light;
    ThemeName m_choice = ThemeName::Light;
    int m_zoom = 100;
    QApplication *m_application = nullptr;
};

} // namespace destek::ui
