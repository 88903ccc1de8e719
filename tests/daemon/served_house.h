#pragma once

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "daemon/daemon_root.h"
#include "tests/daemon/meta_says.h"
#include "tests/kit/test_main.h"

#include "daemon/intake/webhook_reader.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <thread>

/// A whole daemon in this process, and consoles that talk to it over TLS.
namespace destek::test
{

using namespace Qt::StringLiterals;
using namespace destek::daemon;

inline const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};
inline const RoleSet kEverything{Role::Agent, Role::Supervisor, Role::PrivacyOfficer,
                                 Role::Administrator};

struct Answer {
    int status = 0;
    QJsonObject json;
    QString code() const { return json.value(u"error"_s).toObject().value(u"code"_s).toString(); }
    QString word() const
    {
        return json.value(u"error"_s).toObject().value(u"message"_s).toString();
    }
};

/// One console's stream, as it comes.
class Stream : public QObject
{
public:
    /// A console of its own: its connection is shared with nothing else here.
    explicit Stream(const QNetworkRequest &request) : m_reply(m_network.get(request))
    {
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { read(); });
        connect(m_reply, &QNetworkReply::finished, this, [this] { finished = true; });
    }
    int status() const
    {
        return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    void cut() { m_reply->abort(); }

    QList<qint64> numbers; ///< in the order they came
    QSet<QString> messages;
    QStringList events;
    QHash<QString, QJsonObject> newest; ///< data of the last event of each kind
    bool finished = false;

private:
    void read()
    {
        m_rest += m_reply->readAll();
        for (qsizetype end = m_rest.indexOf("\n\n"); end >= 0; end = m_rest.indexOf("\n\n")) {
            take(m_rest.left(end));
            m_rest.remove(0, end + 2);
        }
    }
    void take(const QByteArray &frame)
    {
        QByteArray event;
        QJsonObject data;
        for (const QByteArray &line : frame.split('\n')) {
            if (line.startsWith("id: "))
                numbers << line.mid(4).toLongLong();
            else if (line.startsWith("event: "))
                event = line.mid(7);
            else if (line.startsWith("data: "))
                data = QJsonDocument::fromJson(line.mid(6)).object();
        }
        events << QString::fromLatin1(event);
        newest.insert(events.last(), data);
        if (event == "message")
            messages << data.value(u"id"_s).toString();
    }

    QNetworkAccessManager m_network;
    QNetworkReply *m_reply;
    QByteArray m_rest;
};

/// A whole daemon in this process, and a console's view of it over TLS.
class House
{
public:
    explicit House(qint64 bodyBudget = 0, const Clock *clock = nullptr)
        : m_clock(clock ? *clock : m_system)
    {
        Config config;
        config.consoleBodyBudget = bodyBudget;
        config.dataDir = m_folder.filePath(u"data"_s);
        config.masterKeyFile = m_folder.filePath(u"master.key"_s);
        config.graphBaseUrl = QUrl(u"http://127.0.0.1:1"_s); // nobody is there
        config.graphVersion = u"v23.0"_s;
        config.phoneNumberId = meta::kNumberId;
        config.wabaId = u"880"_s;
        config.graphToken = Secret(QByteArrayLiteral("token"));
        config.appSecrets = {Secret(QByteArrayLiteral("0123456789abcdef"))};
        config.verifyToken = Secret(QByteArrayLiteral("verify"));
        config.organisationName = u"Örnek A.Ş."_s;
        config.optOutConfirmation = u"Talebiniz alındı."_s;
        auto opened = DaemonRoot::open(config, m_clock);
        if (!opened)
            qFatal("not opened: %s", qPrintable(opened.error().sentence));
        m_root = std::move(*opened);
        const auto ports = m_root->serve();
        if (!ports)
            qFatal("not serving: %s", qPrintable(ports.error().sentence));
        m_port = ports->console;
        m_webhookPort = ports->webhook;
        QFile ca(config.dataDir + u"/tls/ca.pem"_s);
        if (!ca.open(QIODevice::ReadOnly))
            qFatal("no CA");
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls.setCaCertificates({QSslCertificate(ca.readAll(), QSsl::Pem)});
        m_tls.setProtocol(QSsl::TlsV1_3);
        write([&](Tx &tx) -> Stored<Done> {
            DeviceRecord device;
            device.name = u"masa"_s;
            device.tokenHash = AccessService::tokenHash("device");
            device.publicKey = QByteArray(32, 'p');
            const auto id = tx.access().addDevice(device);
            if (!id)
                return failure(id.error());
            m_device = *id;
            return done();
        });
    }

    DaemonRoot &root() { return *m_root; }
    Store &store() { return m_root->store(); }
    QNetworkAccessManager &network() { return m_network; }
    QSslConfiguration &tls() { return m_tls; }
    quint16 port() const { return m_port; }
    quint16 webhookPort() const { return m_webhookPort; }

    void write(const Database::WriteJob &job)
    {
        if (!store().writeAndWait(job))
            qFatal("a write failed");
    }
    /// A session of somebody with these roles, as if signed in just now.
    QByteArray signedIn(const QString &name, RoleSet roles, bool steppedUp = false)
    {
        const QByteArray token = "token-of-" + name.toUtf8();
        write([&](Tx &tx) -> Stored<Done> {
            UserRecord user;
            user.userName = name;
            user.displayName = name;
            user.roles = roles;
            const auto id = tx.access().addUser(user);
            if (!id)
                return failure(id.error());
            SessionRecord session;
            session.tokenHash = AccessService::tokenHash(token);
            session.agent = *id;
            session.device = m_device;
            session.startedAt = session.lastUsedAt = m_clock.now();
            session.expiresAt = session.startedAt + std::chrono::hours(1);
            if (steppedUp)
                session.steppedUpUntil = session.expiresAt;
            return tx.access().addSession(session);
        });
        return token;
    }
    /// The same person at another console.
    QByteArray signedInAgain(const QString &name)
    {
        const QByteArray token = "second-token-of-" + name.toUtf8();
        write([&](Tx &tx) -> Stored<Done> {
            const auto user = std::as_const(tx).access().user(name);
            if (!user || !*user)
                return failure(StoreError::NotFound);
            SessionRecord session;
            session.tokenHash = AccessService::tokenHash(token);
            session.agent = (*user)->id;
            session.device = m_device;
            session.startedAt = session.lastUsedAt = m_clock.now();
            session.expiresAt = session.startedAt + std::chrono::hours(1);
            return tx.access().addSession(session);
        });
        return token;
    }
    /// Somebody writes; answers their conversation.
    ConversationRecord says(const meta::Sender &from, const QString &wamid, const QString &words)
    {
        ConversationRecord conversation;
        const InboundApplier applier(m_clock, {u"Talebiniz alındı."_s});
        write([&](Tx &tx) -> Stored<Done> {
            for (const InboundEvent &event :
                 intake::readWebhook(meta::says(from, wamid, m_clock.now().seconds(), words))) {
                if (auto applied = applier.apply(tx, event, m_clock.now()); !applied)
                    return applied;
            }
            const auto contact =
                std::as_const(tx).contacts().find({IdentityKind::Bsuid, from.bsuid});
            conversation = std::as_const(tx).conversations().ofContact(**contact)->first();
            return done();
        });
        return conversation;
    }
    int audited(AuditAction action)
    {
        int count = 0;
        AuditFilter filter;
        filter.action = QString(wireName(action));
        store().readAndWait(
            [&](const Tx &tx) { count = int(tx.audit().page(filter, {}, 500)->lines.size()); });
        return count;
    }

    QNetworkRequest request(const QString &path, const QByteArray &token) const
    {
        QNetworkRequest request(QUrl(u"https://127.0.0.1:%1%2"_s.arg(m_port).arg(path)));
        request.setSslConfiguration(m_tls);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setTransferTimeout(4 * kPatience);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        return request;
    }
    Answer call(const QByteArray &method, const QString &path, const QByteArray &token,
                const QByteArray &body = {})
    {
        QNetworkRequest http = request(path, token);
        if (!body.isEmpty())
            http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(http, method, body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        // A stream never ends: its head is all that is looked at here.
        if (path.startsWith(u"/v1/feed"_s))
            QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &loop, [&] {
                if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200)
                    loop.quit(); // a refusal has a body to wait for
            });
        loop.exec();
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (!path.startsWith(u"/v1/feed"_s) || answer.status != 200)
            answer.json = QJsonDocument::fromJson(reply->readAll()).object();
        return answer;
    }
    Answer post(const QString &path, const QByteArray &token, const QJsonObject &body)
    {
        return call("POST", path, token, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    std::unique_ptr<Stream> follow(const QByteArray &token, const QByteArray &lastEventId = "0")
    {
        QNetworkRequest http = request(u"/v1/feed"_s, token);
        http.setTransferTimeout(0);
        http.setRawHeader("Last-Event-ID", lastEventId);
        return std::make_unique<Stream>(http);
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_system;
    const Clock &m_clock;
    std::unique_ptr<DaemonRoot> m_root;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    quint16 m_port = 0;
    quint16 m_webhookPort = 0;
    DeviceId m_device;
};

} // namespace destek::test
