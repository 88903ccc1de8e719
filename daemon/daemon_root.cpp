#include "daemon/daemon_root.h"

#include "core/crypto/random.h"
#include "daemon/access/sodium_hasher.h"
#include "daemon/admin_commands.h"
#include "daemon/cli/metrics_text.h"
#include "daemon/intake/webhook_reader.h"
#include "daemon/vault/master_key.h"
#include "daemon/vault/vault_keepers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>

#include <future>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcRoot, "destek.daemon")

namespace
{

// sysexits(3): what scripts and systemd see.
constexpr int kDataError = 65;
constexpr int kUnavailable = 69;
constexpr int kSoftware = 70;
constexpr int kCannotCreate = 73;
constexpr int kTemporary = 75;
constexpr int kConfig = 78;

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString masterKeySentence(MasterKeyError error, const QString &path)
{
    switch (error) {
    case MasterKeyError::Missing:
        return u"masterKeyFile: %1 does not exist."_s.arg(path);
    case MasterKeyError::InsideDataFolder:
        return u"masterKeyFile: %1 lies inside dataDir and would travel with every backup. Name a "
               "file elsewhere."_s.arg(path);
    case MasterKeyError::TooOpen:
        return u"masterKeyFile: %1 can be read by others. Run: chmod 600 %1"_s.arg(path);
    case MasterKeyError::WrongLength:
        return u"masterKeyFile: %1 does not hold exactly 32 bytes. Restore the right file; a new "
               "one opens none of the old records."_s.arg(path);
    case MasterKeyError::CannotRead:
        return u"masterKeyFile: %1 cannot be read."_s.arg(path);
    case MasterKeyError::CannotCreate:
        return u"masterKeyFile: %1 cannot be created."_s.arg(path);
    }
    return {};
}

QString storeSentence(StoreOpenError error, const QString &dir)
{
    switch (error) {
    case StoreOpenError::InUse:
        return u"dataDir: another destekd is using %1."_s.arg(dir);
    case StoreOpenError::CannotOpen:
        return u"dataDir: the database in %1 cannot be opened."_s.arg(dir);
    case StoreOpenError::Corrupt:
        return u"dataDir: the database in %1 is damaged. Nothing was changed; restore a backup."_s
            .arg(dir);
    case StoreOpenError::NewerSchema:
        return u"dataDir: %1 was written by a newer destekd. Use that version."_s.arg(dir);
    case StoreOpenError::ChangedHistory:
    case StoreOpenError::MigrationFailed:
        return u"dataDir: the database in %1 could not be brought up to date. Nothing was changed."_s
            .arg(dir);
    case StoreOpenError::OtherKeys:
        return u"masterKeyFile: the records in %1 belong to another master key."_s.arg(dir);
    case StoreOpenError::UnfitSqlite:
        return u"This SQLite lacks WAL or secure_delete; destekd cannot keep its promises on it."_s;
    }
    return {};
}

QString listenSentence(const QString &name, httpd::ServerError error)
{
    using E = httpd::ServerError;
    switch (error) {
    case E::BadAddress:
        return u"%1.address is not a numeric address of this machine."_s.arg(name);
    case E::AddressInUse:
        return u"%1.port is taken by another program. Choose another or stop that one."_s.arg(name);
    case E::NotPermitted:
        return u"%1.port needs a privilege destekd does not have."_s.arg(name);
    case E::PlaintextRefused:
        return u"%1: without a certificate only loopback addresses are accepted."_s.arg(name);
    case E::CertificateUnusable:
        return u"%1.certificateFile is not a usable PEM chain."_s.arg(name);
    case E::PrivateKeyUnusable:
        return u"%1.privateKeyFile is not the key of the certificate."_s.arg(name);
    default:
        return u"%1: the port could not be opened."_s.arg(name);
    }
}

httpd::TlsConfig tls(const QByteArray &chain, const QByteArray &key, httpd::TlsVersion minimum)
{
    httpd::TlsConfig config;
    config.certificateChainPem = chain;
    config.privateKeyPem = key;
    config.minimum = minimum;
    return config;
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A new file's name is durable only once its folder is.
bool syncFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
#else
    return QFileInfo::exists(path);
#endif
}

bool writeOwnerOnly(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(kOwnerOnly);
    return file.write(bytes) == bytes.size() && file.commit() && syncFolderOf(path);
}

} // namespace

DaemonRoot::DaemonRoot(Config config, const Clock &clock)
    : m_config(std::move(config)), m_clock(clock)
{
}

DaemonRoot::~DaemonRoot()
{
    stop();
}

Result<std::unique_ptr<DaemonRoot>, DaemonRoot::Problem> DaemonRoot::open(Config config,
                                                                          const Clock &clock)
{
    std::unique_ptr<DaemonRoot> root(new DaemonRoot(std::move(config), clock));
    DaemonRoot &r = *root;
    if (!QDir().mkpath(r.m_config.dataDir))
        return failure(
            Problem{kCannotCreate, u"dataDir: %1 cannot be created."_s.arg(r.m_config.dataDir)});
    QFile::setPermissions(r.m_config.dataDir, kOwnerOnly | QFile::ExeOwner);
    if (auto problem = r.openVault())
        return failure(*problem);
    if (auto problem = r.openStore())
        return failure(*problem);
    if (auto problem = r.openFiles())
        return failure(*problem);
    r.m_hasher = std::make_unique<SodiumHasher>();
    r.m_access =
        std::make_unique<AccessService>(*r.m_store, *r.m_hasher, clock, AccessService::Limits{});
    r.m_erasure =
        std::make_unique<ErasureService>(*r.m_store, *r.m_keys, *r.m_signer, clock, *r.m_files);
    r.m_exports = std::make_unique<ExportService>(
        *r.m_store, *r.m_signer, clock,
        ExportService::Organisation{r.m_config.organisationName, r.m_config.organisationContact},
        *r.m_files);
    r.m_retention = std::make_unique<RetentionService>(*r.m_store, *r.m_keys, clock, *r.m_files);
    r.m_peopleIndexing = std::make_unique<PeopleIndexing>(*r.m_store);
    r.m_commands = std::make_unique<AdminCommands>(r);
    // Before anybody is served: an erasure that was under way is finished.
    const auto finished = r.m_erasure->finishInterrupted();
    if (!finished)
        return failure(Problem{kTemporary, u"An interrupted erasure could not be finished."_s});
    if (auto problem = r.makeTls())
        return failure(*problem);
    return root;
}

std::optional<DaemonRoot::Problem> DaemonRoot::openVault()
{
    const auto master = readOrCreateMasterKey(m_config.masterKeyFile, m_config.dataDir);
    if (!master)
        return Problem{kConfig, masterKeySentence(master.error(), m_config.masterKeyFile)};
    auto vault = Vault::open(m_config.dataDir + u"/keys.db"_s, *master);
    if (!vault)
        return Problem{vault.error() == VaultOpenError::WrongMasterKey ? kConfig : kDataError,
                       vault.error() == VaultOpenError::WrongMasterKey
                           ? u"masterKeyFile: %1 is not the key of these records."_s.arg(
                                 m_config.masterKeyFile)
                           : u"dataDir: keys.db cannot be opened."_s};
    m_vault = std::move(*vault);
    m_keys = std::make_unique<VaultKeyKeeper>(*m_vault);
    auto key = m_vault->auditSigningKey();
    if (!key)
        return Problem{kSoftware, u"The signing key is not available."_s};
    m_signer = std::make_unique<VaultDocumentSigner>(std::move(*key));
    return std::nullopt;
}

std::optional<DaemonRoot::Problem> DaemonRoot::openStore()
{
    StoreOptions options;
    // For the power-loss test alone: it must notice a store that does not keep its promise.
    if (qEnvironmentVariable("DESTEK_TEST_WEAK_DURABILITY") == "1"_L1)
        options.durability = Durability::Weak;
    auto store = Store::open(m_config.dataDir, *m_vault, m_clock, options);
    if (!store) {
        const bool inUse = store.error() == StoreOpenError::InUse;
        return Problem{inUse ? kUnavailable : kDataError,
                       storeSentence(store.error(), m_config.dataDir)};
    }
    m_store = std::move(*store);
    m_store->onBroken([this](StoreError) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_broken = true;
                Q_EMIT broken(kTemporary);
            },
            Qt::QueuedConnection);
    });
    auto key = m_vault->auditSigningKey();
    if (!key)
        return Problem{kSoftware, u"The signing key is not available."_s};
    m_sealer = std::make_unique<AuditSealer>(*m_store, m_clock, std::move(*key));
    return std::nullopt;
}

std::optional<DaemonRoot::Problem> DaemonRoot::openFiles()
{
    auto files = SealedFiles::open(m_config.dataDir, *m_vault);
    if (!files)
        return Problem{kCannotCreate,
                       u"dataDir: media in %1 cannot be written."_s.arg(m_config.dataDir)};
    m_files = std::move(*files);
    // What a crash left behind: files without a row and files that were never finished.
    Stored<QStringList> known = failure(StoreError::Failed);
    m_store->readAndWait([&](const Tx &tx) { known = tx.media().files(); });
    if (!known)
        return Problem{kTemporary, u"The list of media files cannot be read."_s};
    const auto removed = m_files->removeAllBut(*known);
    if (!removed)
        return Problem{kCannotCreate,
                       u"dataDir: media in %1 cannot be tidied."_s.arg(m_config.dataDir)};
    if (*removed > 0)
        qCInfo(lcRoot) << *removed << "media files without a record were removed";
    return std::nullopt;
}

std::optional<DaemonRoot::Problem> DaemonRoot::makeTls()
{
    const QString dir = m_config.dataDir + u"/tls"_s;
    QDir().mkpath(dir);
    const SealPlace caPlace{"tls", "ca", "private_key"};
    const QByteArray sealed = fileBytes(dir + u"/ca.key.sealed"_s);
    m_ca.certificatePem = fileBytes(dir + u"/ca.pem"_s);
    if (sealed.isEmpty() || m_ca.certificatePem.isEmpty()) {
        auto made = makeTeamCa(m_config.organisationName, m_clock.now());
        if (!made)
            return Problem{kSoftware, u"The console port's CA could not be made."_s};
        const auto box = m_vault->sealOwn(caPlace, made->privateKeyPem);
        if (!box || !writeOwnerOnly(dir + u"/ca.key.sealed"_s, *box) ||
            !writeOwnerOnly(dir + u"/ca.pem"_s, made->certificatePem))
            return Problem{kCannotCreate, u"dataDir: %1 cannot be written."_s.arg(dir)};
        m_ca = std::move(*made);
    } else {
        auto opened = m_vault->openOwn(caPlace, sealed);
        if (!opened)
            return Problem{kDataError, u"dataDir: tls/ca.key.sealed does not open with this "
                                       "master key."_s};
        m_ca.privateKeyPem = std::move(*opened);
    }
    QStringList names = m_config.consoleHostNames;
    if (m_config.console.address != "0.0.0.0"_L1 && m_config.console.address != "::"_L1 &&
        !names.contains(m_config.console.address))
        names << m_config.console.address;
    // The server key lives in memory only: made at every start, no file to steal or renew.
    auto server = makeServerCertificate(m_ca, names, m_clock.now());
    if (!server)
        return Problem{kConfig, u"console.hostNames: not usable names for a certificate: %1"_s.arg(
                                    names.join(u", "_s))};
    m_serverKey = std::move(*server);
    return std::nullopt;
}

QString DaemonRoot::pairingUri(const QString &code) const
{
    return u"destek://%1:%2?ca=%3&code=%4"_s.arg(m_config.consoleHostNames.first(),
                                                 QString::number(m_ports.console),
                                                 publicKeyFingerprint(m_ca.certificatePem), code);
}

Result<httpd::BoundListener, DaemonRoot::Problem>
DaemonRoot::listen(httpd::Server &server, const QString &name, httpd::ListenerConfig config)
{
    auto bound = server.listen(std::move(config));
    if (!bound)
        return failure(
            Problem{bound.error() == httpd::ServerError::AddressInUse ? kUnavailable : kConfig,
                    listenSentence(name, bound.error())});
    return *bound;
}

std::optional<DaemonRoot::Problem> DaemonRoot::listenAll(Ports &ports)
{
    httpd::ListenerConfig webhook;
    webhook.address = m_config.webhook.address;
    webhook.port = m_config.webhook.port;
    if (!m_config.webhookCertificateFile.isEmpty())
        webhook.tls = tls(fileBytes(m_config.webhookCertificateFile),
                          fileBytes(m_config.webhookPrivateKeyFile), httpd::TlsVersion::Tls12);
    // Behind a proxy or at Meta all requests come from few addresses.
    webhook.limits.connectionsPerAddress = 1024;
    webhook.routes = m_webhookRoutes->routes();
    const auto first = listen(*m_server, u"webhook"_s, std::move(webhook));
    if (!first)
        return first.error();
    ports.webhook = first->port;

    httpd::ListenerConfig console;
    console.address = m_config.console.address;
    console.port = m_config.console.port;
    console.tls = tls(m_serverKey.certificatePem, m_serverKey.privateKeyPem.reveal(),
                      httpd::TlsVersion::Tls13);
    console.routes = m_apiRoutes->routes();
    const auto second = listen(*m_consoleServer, u"console"_s, std::move(console));
    if (!second)
        return second.error();
    ports.console = second->port;

    httpd::ListenerConfig admin;
    admin.port = m_config.adminPort;
    admin.routes = m_adminRoutes->routes();
    const auto third = listen(*m_server, u"admin"_s, std::move(admin));
    if (!third)
        return third.error();
    ports.admin = third->port;
    return std::nullopt;
}

Result<DaemonRoot::Ports, DaemonRoot::Problem> DaemonRoot::serve()
{
    m_auditWatch = std::make_unique<AuditWatch>(m_sealer->publicKey(), m_clock);
    m_readAudit = std::make_unique<ReadAudit>(*m_store, m_clock);
    m_live = std::make_unique<LiveHub>(*m_store, m_clock, LiveHub::Limits{});
    m_board = std::make_unique<PresenceBoard>(m_clock);
    m_presence = std::make_unique<PresenceFeed>(*m_board, *m_live, m_clock);
    m_rounds = std::make_unique<WorkRounds>(*m_store, m_clock, m_board.get());
    connect(m_presence.get(), &PresenceFeed::cameOnline, m_rounds.get(), &WorkRounds::wake);
    connect(m_presence.get(), &PresenceFeed::left, m_rounds.get(), &WorkRounds::wake);
    m_store->onFeedMoved([this](qint64 last) { m_live->wake(last); });
    m_access->onSessionEnded(
        [this](const QByteArray &hash, SessionEnd by) { m_live->endSession(hash, by); });
    m_graph = std::make_unique<GraphClient>(GraphClient::Settings{
        m_config.graphBaseUrl, m_config.graphVersion, m_config.wabaId, m_config.graphToken});
    m_dispatcher = std::make_unique<Dispatcher>(*m_store, *m_graph, m_clock);
    m_dispatcher->setRates({m_config.messagesPerSecond});
    m_pump = std::make_unique<IntakePump>(
        *m_store, m_clock,
        InboundApplier(
            m_clock, InboundApplier::Wording{m_config.optOutConfirmation},
            [this](const QString &metaId) {
                QMetaObject::invokeMethod(
                    this, [this, metaId] { fetchTemplate(metaId); }, Qt::QueuedConnection);
            },
            m_board.get()),
        intake::readWebhook);
    m_graphMedia = std::make_unique<GraphMedia>(
        GraphMedia::Settings{m_config.graphBaseUrl, m_config.graphVersion, m_config.graphToken});
    m_fetcher = std::make_unique<MediaFetcher>(*m_store, *m_graphMedia, *m_files, m_clock);
    m_uploader = std::make_unique<MediaUploader>(*m_store, *m_graphMedia, *m_files, m_clock);
    m_dispatcher->setHandOver([this](UploadId file, std::function<void(HandOverAnswer)> answer) {
        m_uploader->metaIdFor(file, std::move(answer));
    });
    m_mediaDesk = std::make_unique<MediaDesk>(*m_store, *m_files, m_clock);
    m_dispatcher->setBefore([this](Tx &tx) { return m_pump->catchUp(tx); });
    m_pump->onStep([this] {
        m_dispatcher->wake();
        m_fetcher->wake();
    });
    m_signatures = std::make_unique<intake::SignatureCheck>(m_config.appSecrets);
    m_webhookRoutes = std::make_unique<WebhookRoutes>(WebhookRoutes::Services{
        *m_store, m_clock, m_config.verifyToken, &intake::SignatureCheck::isWellFormed,
        [this](const QByteArray &header, const QByteArray &body) {
            return m_signatures->isGenuine(header, body);
        },
        [this] { m_pump->wake(); }});
    ApiRoutes::Services services{
        *m_store,
        *m_access,
        *m_erasure,
        *m_exports,
        *m_readAudit,
        *m_live,
        m_clock,
        m_config.organisationName,
        m_config.optOutConfirmation,
        [this] { m_dispatcher->wake(); },
        [this](const Tx &tx, qint64 since) { return m_auditWatch->state(tx, since); },
        *m_mediaDesk,
        *m_board};
    services.workMoved = [this] { m_rounds->wake(); };
    connectChannel(services);
    m_apiRoutes = std::make_unique<ApiRoutes>(std::move(services));
    const auto token = crypto::randomBytes(32);
    if (!token)
        return failure(Problem{kSoftware, u"No random bytes."_s});
    const Secret adminToken(
        QByteArray(reinterpret_cast<const char *>(token->data()), qsizetype(token->size()))
            .toHex());
    m_adminRoutes = std::make_unique<AdminRoutes>(AdminRoutes::Services{
        [this] { return m_serving && !m_broken; }, [this] { return metrics(); }, adminToken,
        [this](const QString &command, const QJsonObject &arguments,
               const AdminRoutes::CommandDone &done) {
            m_commands->run(command, arguments, done);
        }});
    m_server = std::make_unique<httpd::Server>(httpd::ServerLimits());
    httpd::ServerLimits limits;
    limits.bodyBudget = m_config.consoleBodyBudget > 0 ? m_config.consoleBodyBudget
                                                       : limits.bodyBudget + 2 * kMediaAtMost;
    m_consoleServer = std::make_unique<httpd::Server>(limits);
    Ports ports;
    if (auto problem = listenAll(ports))
        return failure(*problem);
    m_ports = ports;
    const QJsonObject admin{{"port"_L1, ports.admin},
                            {"token"_L1, QString::fromLatin1(adminToken.reveal())}};
    if (!writeOwnerOnly(m_config.dataDir + u"/admin.json"_s,
                        QJsonDocument(admin).toJson(QJsonDocument::Compact)))
        return failure(Problem{kCannotCreate, u"dataDir: admin.json cannot be written."_s});

    bool anyUser = true;
    bool anyDevice = true;
    m_store->readAndWait([&](const Tx &tx) {
        const auto users = tx.access().users();
        const auto devices = tx.access().devices();
        anyUser = !users || !users->isEmpty();
        anyDevice = !devices || !devices->isEmpty();
    });
    if (!anyUser) {
        const auto code = offer(CodePurpose::Setup);
        if (!code)
            return failure(code.error());
        ports.setupCode = *code;
    }
    if (!anyDevice || m_config.demo) {
        const auto code = offer(CodePurpose::Pairing);
        if (!code)
            return failure(code.error());
        ports.pairingUri = pairingUri(*code);
    }
    if (!note(AuditAction::DaemonStarted))
        return failure(Problem{kTemporary, u"The audit log cannot be written."_s});
    m_server->start();
    m_consoleServer->start();
    m_serving = true;
    m_sealer->start();
    m_pump->wake();
    m_dispatcher->start();
    m_fetcher->start();
    m_rounds->start();
    startTimers();
    fetchAccount();
    return ports;
}

Result<QString, DaemonRoot::Problem> DaemonRoot::offer(CodePurpose purpose)
{
    std::promise<Result<QString, ApiError>> promise;
    m_access->offerCode(Actor::system(), purpose,
                        [&](Result<QString, ApiError> code) { promise.set_value(code); });
    const auto code = promise.get_future().get();
    if (!code)
        return failure(Problem{kTemporary, u"A one-time code could not be stored."_s});
    return *code;
}

Stored<Done> DaemonRoot::note(AuditAction action)
{
    return m_store->writeAndWait([&](Tx &tx) -> Stored<Done> {
        AuditDraft draft;
        draft.at = m_clock.now();
        draft.actor = Actor::system();
        draft.action = action;
        draft.result = QStringLiteral(DESTEK_VERSION);
        if (auto appended = tx.audit().append(draft); !appended)
            return failure(appended.error());
        return done();
    });
}

void DaemonRoot::startTimers()
{
    m_beat.setInterval(std::chrono::seconds(10));
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_live->beat();
        const QList<QByteArray> sessions = m_live->sessions();
        for (const QByteArray &session : sessions)
            m_access->recheck(session); // a stream ends with its session
    });
    m_beat.start();
    m_fetchAgain.setSingleShot(true);
    connect(&m_fetchAgain, &QTimer::timeout, this, [this] { fetchAccount(2 * m_untilAgain); });
    m_hourly.setInterval(std::chrono::hours(1));
    connect(&m_hourly, &QTimer::timeout, this, [this] {
        if (!m_store->housekeep())
            qCWarning(lcRoot) << "housekeeping failed; it is tried again in an hour";
        fetchAccount();
        m_retention->runIfDue();
        m_mediaDesk->removeUnused();
        m_rounds->tidy();
    });
    m_hourly.start();
    m_peopleIndexing->start();
    m_retention->runIfDue();
    m_mediaDesk->removeUnused();
}

QByteArray DaemonRoot::metrics()
{
    MetricsText text;
    const WebhookRoutes::Counts webhooks = m_webhookRoutes->counts();
    text.counter("destek_webhooks_accepted_total", "Webhooks stored and answered 200.",
                 webhooks.accepted);
    text.counter("destek_webhooks_forged_total", "Webhooks without a genuine signature.",
                 webhooks.forged);
    text.counter("destek_webhooks_refused_total", "Webhooks answered 503.", webhooks.refused);
    text.counter("destek_bodies_applied_total", "Webhook bodies applied.", m_pump->applied());
    text.gauge("destek_streams", "Consoles listening.", m_live->streams());
    text.gauge("destek_sends_in_flight", "Messages at Meta without an answer yet.",
               m_dispatcher->inFlight());
    text.gauge("destek_media_transfers", "Files being fetched now.", m_fetcher->running());
    text.counter("destek_media_fetched_total", "Files fetched and sealed.", m_fetcher->fetched());
    text.counter("destek_media_failed_total", "Attempts to fetch a file that failed.",
                 m_fetcher->failed());
    httpd::Counters http = m_server->counters();
    const httpd::Counters consoles = m_consoleServer->counters();
    http.connections += consoles.connections;
    http.answered += consoles.answered;
    http.answered5xx += consoles.answered5xx;
    http.malformed += consoles.malformed;
    text.gauge("destek_connections", "Open connections.", http.connections);
    text.counter("destek_requests_total", "Requests answered.", http.answered);
    text.counter("destek_requests_5xx_total", "Requests answered 5xx.", http.answered5xx);
    text.counter("destek_requests_malformed_total", "Requests refused for their form.",
                 http.malformed);
    return text.bytes();
}

QJsonObject DaemonRoot::status()
{
    QJsonObject json{{"version"_L1, QStringLiteral(DESTEK_VERSION)},
                     {"serving"_L1, m_serving},
                     {"webhookPort"_L1, m_ports.webhook},
                     {"consolePort"_L1, m_ports.console}};
    m_store->readAndWait([&](const Tx &tx) {
        json.insert("pendingBodies"_L1, tx.intake().pendingCount().valueOr(-1));
        json.insert("deadLetters"_L1, tx.intake().deadLetters().valueOr(-1));
        json.insert("queuedMessages"_L1, tx.messages().queued().valueOr(-1));
        json.insert("waitingMedia"_L1, tx.media().waiting().valueOr(-1));
        json.insert("auditEntries"_L1, tx.audit().size().valueOr(-1));
        json.insert("feedSeq"_L1, tx.feed().last().valueOr(-1));
        json.insert("lastInboundAt"_L1, tx.facts().number(u"channel.lastInboundAt", 0).valueOr(0));
        json.insert("lastCallAt"_L1, tx.facts().number(u"channel.lastCallAt", 0).valueOr(0));
    });
    return json;
}

void DaemonRoot::stop()
{
    if (!m_store)
        return;
    m_beat.stop();
    m_hourly.stop();
    m_fetchAgain.stop();
    if (m_dispatcher)
        m_dispatcher->stop();
    if (m_fetcher)
        m_fetcher->stop();
    if (m_rounds)
        m_rounds->stop();
    if (m_live)
        m_live->closeAll();
    for (const auto &server : {m_server.get(), m_consoleServer.get()}) {
        if (server)
            server->stop(std::chrono::seconds(5));
    }
    if (m_serving && !m_broken) {
        m_serving = false;
        if (!note(AuditAction::DaemonStopped) || !m_sealer->stop())
            qCWarning(lcRoot)
                << "the last audit entries are not sealed; they will be at the next start";
        QFile::remove(m_config.dataDir + u"/admin.json"_s);
    }
    m_hasher.reset(); // its callbacks use the store
    m_store->close();
}

} // namespace destek::daemon
