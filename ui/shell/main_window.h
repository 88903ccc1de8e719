#pragma once

#include "ui/shell/desk.h"

#include <QMainWindow>

class QActionGroup;
class QStackedWidget;
class QTimer;

namespace destek::ui
{

class DeskPage;
class SignInPages;

/// Places the sign-in or the desk, holds the menu and its shortcuts. Knows no feature.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] SignInPages *signIn() const { return m_signIn; }
    [[nodiscard]] DeskPage *desk() const { return m_deskPage; }
    [[nodiscard]] bool showsDesk() const;

Q_SIGNALS:
    void themeChosen(destek::ui::ThemeName theme);
    void languageChosen(destek::text::Language language);
    void zoomChosen(int percent);
    void tellsReadChosen(bool tells);
    void showsTypingChosen(bool shows);
    void signOutRequested();
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    void buildMessageMenu();
    void onPhase(models::ConsolePhase phase);
    void retranslate();
    void updateMenus();
    QAction *add(QMenu *menu, const QKeySequence &keys, std::function<void()> act);

    Desk m_desk;
    QStackedWidget *m_stack;
    SignInPages *m_signIn;
    DeskPage *m_deskPage;
    QTimer *m_clock;
    QMenu *m_goMenu;
    QMenu *m_messageMenu;
    QMenu *m_personMenu;
    QMenu *m_viewMenu;
    QMenu *m_accountMenu;
    QAction *m_goInbox;
    QAction *m_goLogs;
    QAction *m_goRecords;
    QAction *m_goChannel;
    QAction *m_find;
    QAction *m_next;
    QAction *m_previous;
    QAction *m_attach;
    QAction *m_template;
    QAction *m_place;
    QAction *m_card;
    QAction *m_buttons;
    QAction *m_list;
    QAction *m_tellsRead;
    QAction *m_showsTyping;
    QAction *m_export;
    QAction *m_erase;
    QAction *m_pane;
    QAction *m_turkish;
    QAction *m_english;
    QAction *m_light;
    QAction *m_dark;
    QAction *m_larger;
    QAction *m_smaller;
    QAction *m_normal;
    QAction *m_signOut;
    QAction *m_quit;
};

} // namespace destek::ui
