#pragma once

#include "ui/shell/desk.h"

#include <QMainWindow>

#include <array>

class QStackedWidget;
class QTimer;

namespace destek::ui
{

class Announcer;
class DeskPage;
class IdleWatch;
class Chime;
class LockPage;
class Notifier;
class Palette;
class SignInPages;
class Whisper;

/// Places the sign-in or the desk; its menus show what the commands are. Knows no feature.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] SignInPages *signIn() const { return m_signIn; }
    [[nodiscard]] DeskPage *desk() const { return m_deskPage; }
    [[nodiscard]] Whisper *whisper() const { return m_whisper; }
    [[nodiscard]] LockPage *lockPage() const { return m_lockPage; }
    [[nodiscard]] Announcer *announcer() const { return m_announcer; }
    [[nodiscard]] Palette *palette() const { return m_palette; }
    [[nodiscard]] bool showsDesk() const;
    [[nodiscard]] bool isLocked() const;
    /// Minutes without a touch after which the console locks itself.
    void setIdleLimit(int minutes);
    void setAlertSound(bool on);
    /// Where alerts go besides the window; both outlive it.
    void setAlertLayers(Notifier *notifier, Chime *chime);
    /// Offer the test of the alerts after each sign-in until it was done once.
    void setOffersAlertTest(bool offers) { m_offersAlertTest = offers; }
    void comeForward();
    /// Time went on: countdowns, the lease, the lock. Called every 15 seconds.
    void tick();
    /// The shortcut sheet, at this command if one is named.
    void openKeySheet(const QString &id = {});

Q_SIGNALS:
    void themeChosen(destek::ui::ThemeName theme);
    void languageChosen(destek::text::Language language);
    void zoomChosen(int percent);
    void tellsReadChosen(bool tells);
    /// 0: messages go out at once.
    void undoHoldChosen(int seconds);
    void showsTypingChosen(bool shows);
    void idleLimitChosen(int minutes);
    void alertSoundChosen(bool on);
    /// Alerts were tried, and all of them could reach somebody.
    void alertsTested();
    /// Really: no window is left behind.
    void quitRequested();
    void signOutRequested();
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    /// What stands in the table of commands, before it becomes one.
    struct Offer {
        const char *id;
        CommandGroup group;
        const char *words; ///< QT_TR_NOOP
        QList<QKeySequence> keys;
        std::function<QString()> whyNot;
        std::function<void()> run;
        std::function<bool()> isOn = {};
        bool startsBlock = false;
    };
    void offer(const Offer &offered);
    // main_window_commands.cpp
    void addCommands();
    void addGoCommands();
    void addPersonCommands();
    void addViewCommands();
    void addAccountCommands();
    void addAlertCommands();
    void testAlerts();
    void quit();
    /// Something would be lost: says so once; answers whether it was said a moment ago already.
    [[nodiscard]] bool mayLeave(const QString &openWork);
    [[nodiscard]] QString whyNotInside() const;
    [[nodiscard]] std::function<QString()> unless(Permission permission) const;

    void buildMenus();
    void buildPalette();
    void onPhase(models::ConsolePhase phase);
    void closeWindows();
    void retranslate();

    Desk m_desk;
    QStackedWidget *m_stack;
    SignInPages *m_signIn = nullptr;
    DeskPage *m_deskPage = nullptr;
    LockPage *m_lockPage = nullptr;
    IdleWatch *m_idle;
    bool m_lockedByIdle = false;
    Whisper *m_whisper = nullptr;
    Palette *m_palette = nullptr;
    Announcer *m_announcer = nullptr;
    bool m_offersAlertTest = false;
    Instant m_warnedAt;
    QTimer *m_clock;
    std::array<QMenu *, std::size_t(CommandGroup::Count)> m_menus{};
};

} // namespace destek::ui
