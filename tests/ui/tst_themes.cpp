// Themes: what can be told apart and read (WCAG 2.1), and where the values come from.
#include "tests/kit/test_main.h"
#include "ui/theme/system_scheme.h"
#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QRawFont>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionSlider>

#include <cmath>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

double luminance(const QColor &color)
{
    const auto part = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

using T = Token;

struct Pairs {
    QList<T> inks;
    QList<T> grounds;
};

/// Every ink that ui/ sets words in, on every ground it may stand on.
const QList<Pairs> kWords{
    {{T::Text, T::TextMuted, T::TextFaint, T::Accent, T::Good, T::Warn, T::Bad, T::Link, T::Closed},
     {T::Surface, T::Window}},
    {{T::Text, T::TextMuted, T::TextFaint, T::Accent, T::Good, T::Warn, T::Bad, T::Closed},
     {T::Selection, T::Hover}}, // a row that is chosen or pointed at
    {{T::Text, T::TextMuted, T::TextFaint, T::Accent}, {T::Sunken, T::AccentSoft}},
    {{T::Text, T::TextMuted, T::TextFaint, T::Accent, T::Link}, {T::BubbleIn, T::BubbleOut}},
    {{T::Text, T::TextMuted, T::TextFaint, T::Bad, T::Link}, {T::BadSoft}},
    {{T::Text, T::TextMuted, T::TextFaint, T::Warn, T::Link}, {T::WarnSoft}},
    {{T::Text, T::Good}, {T::GoodSoft}},
    {{T::AccentText}, {T::Accent, T::AccentHover}},
    {{T::BadgeText}, {T::Badge}},
    {{T::EventText}, {T::EventBack}},
    {{T::Text, T::TextMuted, T::TextFaint, T::NoteText, T::Link}, {T::NoteBack}},
};

/// Marks and the edges of what one types into or presses.
const QList<Pairs> kMarks{
    {{T::Mark, T::TickRead, T::Focus, T::LineStrong}, {T::Surface, T::Window}},
    {{T::TickRead, T::TextFaint, T::Focus}, {T::BubbleOut}},
    {{T::Mark, T::TickRead}, {T::Selection, T::Hover}},
    {{T::Bad}, {T::BadSoft, T::BubbleOut}},
    {{T::Warn}, {T::WarnSoft}},
    {{T::Focus}, {T::NoteBack}},
};

QStringList tooFaint(const Theme &theme, const QList<Pairs> &all, double least)
{
    QStringList found;
    for (const Pairs &pairs : all) {
        for (const T ink : pairs.inks) {
            for (const T ground : pairs.grounds) {
                const double ratio = contrast(theme.color(ink), theme.color(ground));
                if (ratio < least)
                    found << u"%1 on %2: %3"_s.arg(theme.color(ink).name(),
                                                   theme.color(ground).name(),
                                                   QString::number(ratio, 'f', 2));
            }
        }
    }
    return found;
}

} // namespace

class Themes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_and_marks_can_be_made_out_in_every_theme()
    {
        Theme theme;
        QStringList wrong;
        for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::Contrast}) {
            QVERIFY(theme.choose(name));
            const bool high = name == ThemeName::Contrast;
            for (const QString &pair : tooFaint(theme, kWords, high ? 7.0 : 4.5))
                wrong << u"theme %1: words %2"_s.arg(int(name)).arg(pair);
            for (const QString &pair : tooFaint(theme, kMarks, high ? 4.5 : 3.0))
                wrong << u"theme %1: mark %2"_s.arg(int(name)).arg(pair);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void the_system_decides_when_it_is_asked_to()
    {
        Theme theme;
        const ThemeName wanted = SystemScheme().wanted();
        QVERIFY(wanted != ThemeName::System);
        QVERIFY(theme.choose(ThemeName::Contrast));
        QCOMPARE(theme.choice(), ThemeName::Contrast);
        QSignalSpy changed(&theme, &Theme::changed);
        QVERIFY(theme.choose(ThemeName::System));
        QCOMPARE(theme.choice(), ThemeName::System);
        QCOMPARE(theme.name(), wanted);
        QCOMPARE(changed.size(), 1);
    }

    void lengths_and_letters_grow_with_the_zoom()
    {
        Theme theme;
        const int near = theme.space(Space::Near);
        const int body = theme.font(TextRole::Body).pixelSize();
        QVERIFY(near > 0 && body > 0);
        for (int i = 1; i < int(Space::Count); ++i)
            QVERIFY(theme.space(Space(i)) > theme.space(Space(i - 1)));
        QVERIFY(theme.motion(Motion::Flash) > 0);
        theme.setZoom(200);
        QCOMPARE(theme.space(Space::Near), 2 * near);
        QCOMPARE(theme.font(TextRole::Body).pixelSize(), 2 * body);
        theme.setZoom(1000);
        QCOMPARE(theme.zoom(), 200);
    }

    /// A smeared regular cut is no bold: it fills the holes of ğ and ş at 13 pixels.
    void bold_is_a_cut_of_its_own_and_knows_turkish()
    {
        Theme theme;
        for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold, QFont::Bold}) {
            QFont font = theme.font(TextRole::Body);
            font.setWeight(weight);
            QCOMPARE(QFontInfo(font).family(), u"Inter"_s);
            const QRawFont raw = QRawFont::fromFont(font);
            QCOMPARE(raw.weight(), int(weight));
            for (const QChar letter : u"ğĞıİşŞçÇöÖüÜâ₺"_s)
                QVERIFY2(raw.supportsCharacter(letter), qPrintable(QString(letter)));
        }
    }

    /// In a field of one line there is room for little more than the bar's round ends.
    void a_scroll_bar_may_be_shorter_than_its_thumb()
    {
        ui::Theme theme;
        theme.applyTo(*qApp);
        for (const int length : {0, 1, 10, 27, 28, 29}) {
            QScrollBar bar(Qt::Vertical);
            bar.setRange(0, 100);
            bar.setPageStep(5);
            bar.setValue(50);
            bar.resize(10, length);
            QStyleOptionSlider option;
            option.initFrom(&bar);
            option.orientation = Qt::Vertical;
            option.maximum = 100;
            option.pageStep = 5;
            option.sliderPosition = 50;
            const QRect thumb = bar.style()->subControlRect(QStyle::CC_ScrollBar, &option,
                                                            QStyle::SC_ScrollBarSlider, &bar);
            QVERIFY(bar.rect().contains(thumb) || thumb.isEmpty());
        }
    }
};

DESTEK_TEST(Themes)
#include "tst_themes.moc"
