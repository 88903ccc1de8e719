#include "app/settings.h"

#include "net/http/device_key.h"
#include "ui/shell/idle_watch.h"

#include <QFile>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr std::array kThemeNames{std::pair{"light"_L1, ui::ThemeName::Light},
                                 std::pair{"dark"_L1, ui::ThemeName::Dark},
                                 std::pair{"contrast"_L1, ui::ThemeName::Contrast},
                                 std::pair{"system"_L1, ui::ThemeName::System}};

} // namespace

std::optional<ui::ThemeName> themeNamed(QStringView word)
{
    for (const auto &[name, theme] : kThemeNames) {
        if (word == name)
            return theme;
    }
    return std::nullopt;
}

Settings::Settings(const QString &profile) : m_ini(profile + u"/destek.ini"_s, QSettings::IniFormat)
{
}

text::Language Settings::language() const
{
    const QString kept = m_ini.value("language"_L1).toString();
    const bool turkish =
        kept.isEmpty() ? QLocale::system().language() == QLocale::Turkish : kept == "tr"_L1;
    return turkish ? text::Language::Turkish : text::Language::English;
}

void Settings::setLanguage(text::Language language)
{
    m_ini.setValue("language"_L1, language == text::Language::Turkish ? u"tr"_s : u"en"_s);
}

ui::ThemeName Settings::theme() const
{
    return themeNamed(m_ini.value("theme"_L1).toString()).value_or(ui::ThemeName::System);
}

void Settings::setTheme(ui::ThemeName theme)
{
    for (const auto &[word, known] : kThemeNames) {
        if (known == theme)
            m_ini.setValue("theme"_L1, QString(word));
    }
}

int Settings::zoom() const
{
    return m_ini.value("zoom"_L1, 100).toInt();
}
void Settings::setZoom(int percent)
{
    m_ini.setValue("zoom"_L1, percent);
}
QByteArray Settings::geometry() const
{
    return m_ini.value("geometry"_L1).toByteArray();
}
QByteArray Settings::layout() const
{
    return m_ini.value("layout"_L1).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry, const QByteArray &layout)
{
    m_ini.setValue("geometry"_L1, geometry);
    m_ini.setValue("layout"_L1, layout);
}

QString Settings::userName() const
{
    return m_ini.value("userName"_L1).toString();
}
void Settings::setUserName(const QString &name)
{
    m_ini.setValue("userName"_L1, name);
}
bool Settings::tellsRead() const
{
    return m_ini.value("customers/read"_L1, true).toBool();
}
void Settings::setTellsRead(bool tells)
{
    m_ini.setValue("customers/read"_L1, tells);
}
bool Settings::showsTyping() const
{
    return m_ini.value("customers/typing"_L1, false).toBool();
}
void Settings::setShowsTyping(bool shows)
{
    m_ini.setValue("customers/typing"_L1, shows);
}
int Settings::undoHold(AgentId agent) const
{
    return m_ini.value(u"undoHold/%1"_s.arg(agent.value), 0).toInt();
}
void Settings::setUndoHold(AgentId agent, int seconds)
{
    m_ini.setValue(u"undoHold/%1"_s.arg(agent.value), seconds);
}
int Settings::idleMinutes() const
{
    return m_ini.value("lockMinutes"_L1, ui::IdleWatch::kDefaultMinutes).toInt();
}
void Settings::setIdleMinutes(int minutes)
{
    m_ini.setValue("lockMinutes"_L1, minutes);
}
bool Settings::alertSound() const
{
    return m_ini.value("alerts/sound"_L1, true).toBool();
}
void Settings::setAlertSound(bool on)
{
    m_ini.setValue("alerts/sound"_L1, on);
}
bool Settings::alertsTested() const
{
    return m_ini.value("alerts/tested"_L1).toBool();
}
void Settings::setAlertsTested()
{
    m_ini.setValue("alerts/tested"_L1, true);
}
ui::WritingHabits Settings::writingHabits() const
{
    ui::WritingHabits habits;
    habits.recentEmoji = m_ini.value("writing/emoji"_L1).toStringList();
    habits.skinTone = m_ini.value("writing/skinTone"_L1).toInt();
    habits.spellTurkish = m_ini.value("writing/turkish"_L1, true).toBool();
    habits.spellEnglish = m_ini.value("writing/english"_L1, true).toBool();
    return habits;
}
void Settings::setWritingHabits(const ui::WritingHabits &habits)
{
    m_ini.setValue("writing/emoji"_L1, habits.recentEmoji);
    m_ini.setValue("writing/skinTone"_L1, habits.skinTone);
    m_ini.setValue("writing/turkish"_L1, habits.spellTurkish);
    m_ini.setValue("writing/english"_L1, habits.spellEnglish);
}
ui::KeyMap Settings::keys() const
{
    ui::KeyMap keys;
    m_ini.beginGroup("keys"_L1);
    for (const QString &id : m_ini.childKeys())
        keys.insert(id, m_ini.value(id).toStringList());
    m_ini.endGroup();
    return keys;
}

void Settings::setKeys(const ui::KeyMap &keys)
{
    m_ini.remove("keys"_L1);
    m_ini.beginGroup("keys"_L1);
    for (auto it = keys.begin(); it != keys.end(); ++it)
        m_ini.setValue(it.key(), it.value());
    m_ini.endGroup();
}

bool Settings::isTryOut() const
{
    return m_ini.value("pairing/tryOut"_L1).toBool();
}

std::optional<net::Pairing> Settings::pairing(const net::SecretStore &secrets) const
{
    net::Pairing pairing;
    pairing.server = QUrl(m_ini.value("pairing/server"_L1).toString(), QUrl::StrictMode);
    pairing.organisation = m_ini.value("pairing/organisation"_L1).toString();
    pairing.caPem = m_ini.value("pairing/ca"_L1).toByteArray();
    pairing.device = DeviceId(m_ini.value("pairing/device"_L1).toLongLong());
    const auto token = secrets.read(net::deviceTokenSecret());
    if (!pairing.server.isValid() || pairing.server.isEmpty() || pairing.caPem.isEmpty() || !token)
        return std::nullopt;
    pairing.deviceToken = *token;
    return pairing;
}

void Settings::setPairing(const net::Pairing &pairing, bool tryOut)
{
    m_ini.setValue("pairing/server"_L1, pairing.server.toString());
    m_ini.setValue("pairing/organisation"_L1, pairing.organisation);
    m_ini.setValue("pairing/ca"_L1, pairing.caPem);
    m_ini.setValue("pairing/device"_L1, pairing.device.value);
    m_ini.setValue("pairing/tryOut"_L1, tryOut);
    // Another daemon has another log.
    m_ini.remove("audit"_L1);
    m_ini.sync();
}

void Settings::forgetPairing()
{
    m_ini.remove("pairing"_L1);
    m_ini.remove("audit"_L1);
    m_ini.remove("userName"_L1);
    m_ini.sync();
}

Settings::Seen Settings::read() const
{
    return {m_ini.value("audit/note"_L1).toByteArray(), m_ini.value("audit/key"_L1).toByteArray()};
}

void Settings::write(const Seen &seen)
{
    m_ini.setValue("audit/note"_L1, seen.note);
    m_ini.setValue("audit/key"_L1, seen.publicKeyPem);
    m_ini.sync();
}

} // namespace destek::app
