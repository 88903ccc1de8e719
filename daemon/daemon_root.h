#pragma once

#include "daemon/audit/audit_sealer.h"
#include "daemon/audit_watch.h"
#include "daemon/config/config.h"
#include "daemon/graph/graph_client.h"
#include "daemon/graph/graph_media.h"
#include "daemon/http/admin_routes.h"
#include "daemon/http/api_routes.h"
#include "daemon/http/webhook_routes.h"
#include "daemon/intake/signature.h"
#include "daemon/live/live_hub.h"
#include "daemon/live/presence_feed.h"
#include "daemon/service/dispatcher.h"
#include "daemon/service/intake_pump.h"
#include "daemon/service/media_desk.h"
#include "daemon/service/media_fetcher.h"
#include "daemon/service/media_uploader.h"
#include "daemon/service/people_indexing.h"
#include "daemon/service/read_receipts.h"
#include "daemon/service/retention_service.h"
#include "daemon/service/work_rounds.h"
#include "daemon/store/sealed_files.h"
#include "daemon/store/store.h"
#include "daemon/tls/team_ca.h"
#include "daemon/vault/vault.h"
#include "httpd/server.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace destek::daemon
{

class AdminCommands;

/// The daemon's object graph, built top to bottom from one Config. open() makes what commands
/// need; serve() adds the ports, the outbox and the timers. Threads: main.
class DaemonRoot : public QObject
{
    Q_OBJECT
public:
    /// A sentence for whoever started the daemon, and the exit code (sysexits).
    struct Problem {
        int exitCode = 70;
        QString sentence;
    };
    struct Ports {
        quint16 webhook = 0;
        quint16 console = 0;
        quint16 admin = 0;
        QString setupCode;  ///< only while nobody can sign in yet
        QString pairingUri; ///< only while no console is paired, or in a try-out
    };

    [[nodiscard]] static Result<std::unique_ptr<DaemonRoot>, Problem> open(Config config,
                                                                           const Clock &clock);
    ~DaemonRoot() override;

    [[nodiscard]] Result<Ports, Problem> serve();
    /// Stops taking, finishes what was taken, seals the log.
    void stop();
    [[nodiscard]] AdminCommands &commands() { return *m_commands; }
    [[nodiscard]] const Config &config() const { return m_config; }
    [[nodiscard]] QString pairingUri(const QString &code) const;

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] SealedFiles &files() { return *m_files; }
    [[nodiscard]] AccessService &access() { return *m_access; }
    [[nodiscard]] ErasureService &erasure() { return *m_erasure; }
    [[nodiscard]] ExportService &exports() { return *m_exports; }
    [[nodiscard]] const AuditSealer &sealer() const { return *m_sealer; }
    Stored<Done> sealNow() { return m_sealer->sealNow(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QJsonObject status();
    /// Templates and numbers. If Meta does not answer, or is not there yet, they are asked for
    /// again after so long, then ever more rarely, until the hourly round has them.
    void fetchAccount(std::chrono::seconds untilAgain = std::chrono::seconds(5));
    void fetchTemplates(const std::function<void(bool)> &then = {});
    void fetchTemplate(const QString &metaId);
    void fetchNumbers();
    void fetchAgainSoon();
    void connectChannel(ApiRoutes::Services &services);

Q_SIGNALS:
    /// The store can no longer be trusted: end with this code and be started again.
    void broken(int exitCode);

private:
    DaemonRoot(Config config, const Clock &clock);
    std::optional<Problem> openVault();
    std::optional<Problem> openStore();
    std::optional<Problem> openFiles();
    std::optional<Problem> makeTls();
    std::optional<Problem> listenAll(Ports &ports);
    Result<httpd::BoundListener, Problem> listen(httpd::Server &server, const QString &name,
                                                 httpd::ListenerConfig config);
    Result<QString, Problem> offer(CodePurpose purpose);
    void startTimers();
    [[nodiscard]] QByteArray metrics();
    Stored<Done> note(AuditAction action);

    Config m_config;
    const Clock &m_clock;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<KeyKeeper> m_keys;
    std::unique_ptr<DocumentSigner> m_signer;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SealedFiles> m_files;
    std::unique_ptr<AuditSealer> m_sealer;
    std::unique_ptr<PasswordHasher> m_hasher;
    std::unique_ptr<AccessService> m_access;
    std::unique_ptr<ErasureService> m_erasure;
    std::unique_ptr<ExportService> m_exports;
    std::unique_ptr<RetentionService> m_retention;
    std::unique_ptr<PeopleIndexing> m_peopleIndexing;
    std::unique_ptr<AuditWatch> m_auditWatch;
    std::unique_ptr<ReadAudit> m_readAudit;
    std::unique_ptr<LiveHub> m_live;
    std::unique_ptr<PresenceBoard> m_board;
    std::unique_ptr<PresenceFeed> m_presence;
    std::unique_ptr<WorkRounds> m_rounds;
    std::unique_ptr<IntakePump> m_pump;
    std::unique_ptr<GraphClient> m_graph;
    std::unique_ptr<GraphMedia> m_graphMedia;
    std::unique_ptr<MediaFetcher> m_fetcher;
    std::unique_ptr<MediaUploader> m_uploader;
    std::unique_ptr<MediaDesk> m_mediaDesk;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<ReadReceipts> m_receipts;
    std::unique_ptr<intake::SignatureCheck> m_signatures;
    std::unique_ptr<AdminCommands> m_commands;
    std::unique_ptr<WebhookRoutes> m_webhookRoutes;
    std::unique_ptr<ApiRoutes> m_apiRoutes;
    std::unique_ptr<AdminRoutes> m_adminRoutes;
    /// Webhooks and administration on one thread and budget, consoles on others: no upload and no
    /// crowd of consoles can keep WhatsApp out.
    std::unique_ptr<httpd::Server> m_server;
    std::unique_ptr<httpd::Server> m_consoleServer;
    CertifiedKey m_ca;
    CertifiedKey m_serverKey;
    Ports m_ports;
    QTimer m_beat;
    QTimer m_hourly;
    QTimer m_fetchAgain;
    std::chrono::seconds m_untilAgain{0};
    bool m_serving = false;
    bool m_broken = false;
};

} // namespace destek::daemon
