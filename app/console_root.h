#pragma once

#include "app/key_file.h"
#include "app/login_file.h"
#include "app/options.h"
#include "app/platform/folder_prompts.h"
#include "app/platform/keychain_secrets.h"
#include "app/platform/tray_notifier.h"
#include "app/screen_picture.h"
#include "app/settings.h"
#include "app/tryout/tryout.h"
#include "core/base/clock.h"
#include "models/session/console_state.h"
#include "net/http/http_audit_api.h"
#include "net/http/http_channel_api.h"
#include "net/http/http_conversation_api.h"
#include "net/http/http_dictionary_api.h"
#include "net/http/http_media_api.h"
#include "net/http/http_own_api.h"
#include "net/http/http_session_api.h"
#include "net/http/http_subject_api.h"
#include "net/http/http_team_api.h"
#include "net/http/http_work_api.h"
#include "net/live/live_feed.h"
#include "net/outbox/pending_sends.h"
#include "net/outbox/sealed_shelf.h"
#include "ui/kit/speech.h"
#include "ui/media/chime.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace destek::app
{

/// The whole console put together; the only place that knows which port is which. Members are
/// destroyed in reverse: the window first, the transport late.
class ConsoleRoot : public QObject
{
    Q_OBJECT
public:
    ConsoleRoot(QApplication &application, const Options &options, const QString &profile);
    ~ConsoleRoot() override;
    void start();
    void comeForward();

private:
    [[nodiscard]] models::ConsolePorts ports();
    [[nodiscard]] ui::Desk desk();
    void connectWindow();
    void onSecretsOpen();
    void onPhase(models::ConsolePhase phase);
    [[nodiscard]] static QString endedSentence(SessionEnd by);
    void showSignIn();
    void pairWith(const QString &link, bool tryOut);
    void signIn(const Login &login);
    void forgetServer();
    void remember();

    void startTryOut();
    void onTryOutReady(const TryOut::Ready &ready);
    void setUpTryOut(const Secret &code);
    void sayTryOutFailure(TryOut::Failure why);

    Options m_options;
    QString m_profile;
    SystemClock m_clock;
    Settings m_settings;
    KeychainSecrets m_secrets;
    net::HttpTransport m_transport;
    net::HttpSessionApi m_session;
    net::HttpConversationApi m_conversations;
    net::HttpSubjectApi m_subjects;
    net::HttpAuditApi m_audit;
    net::HttpChannelApi m_channel;
    net::HttpMediaApi m_media;
    net::HttpWorkApi m_work;
    net::HttpOwnApi m_own;
    net::HttpTeamApi m_team;
    net::HttpDictionaryApi m_dictionary;
    net::LiveFeed m_feed;
    net::SealedShelf m_shelf;
    net::PendingSends m_outbox;
    models::ConsoleState m_state;
    ui::Theme m_theme;
    ui::Speech m_speech;
    FolderPrompts m_prompts;
    ui::Commands m_commands;
    TrayNotifier m_tray{&m_theme, &m_commands};
    ui::SpeakerChime m_chime;
    JsonKeyFiles m_keyFiles;
    TryOut m_tryOut;
    std::optional<net::Pairing> m_pairing;
    std::optional<Secret> m_setupCode;
    bool m_pairedWithTryOut = false;
    QString m_triedUser;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ScreenPicture> m_picture;
};

} // namespace destek::app
