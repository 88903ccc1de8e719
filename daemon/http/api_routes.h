#pragma once

#include "core/policy/permissions.h"
#include "daemon/live/live_hub.h"
#include "daemon/service/access_service.h"
#include "daemon/service/erasure_service.h"
#include "daemon/service/export_service.h"
#include "daemon/service/media_desk.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"
#include "daemon/service/read_audit.h"
#include "httpd/route.h"

#include <QHash>

#include <functional>
#include <mutex>

namespace destek::daemon
{

/// The console port (core/wire/endpoints.h, docs/openapi.yaml): decode, one use case, encode.
/// Every route names the permission it needs; a signed-in person without it gets 403 and an
/// audit entry.
class ApiRoutes
{
public:
    struct Services {
        Database &database;
        AccessService &access;
        ErasureService &erasure;
        ExportService &exports;
        ReadAudit &readAudit;
        LiveHub &live;
        const Clock &clock;
        QString organisation;
        QString optOutConfirmation;
        std::function<void()> sendSomething; ///< wakes the dispatcher
        std::function<Stored<AuditState>(const Tx &, qint64 since)> auditState;
        MediaDesk &media;
        PresenceBoard &presence;
        /// Fetches the templates; answers whether it could.
        std::function<void(std::function<void(bool)>)> refreshTemplates = {};
        /// Tells Meta what was read; absent: the company does not want that.
        std::function<void(const QString &phoneNumberId, const QString &wamid, bool typing)>
            markRead = {};
        /// Something comes back at a time of its own, or somebody may have room again.
        std::function<void()> workMoved = {};
    };

    explicit ApiRoutes(Services services);
    [[nodiscard]] QList<httpd::Route> routes();

    /// For the test that walks every endpoint with every role. nullopt: no session needed.
    struct Rule {
        QByteArray method;
        QString pattern;
        std::optional<Permission> permission;
        bool anySession = false;                         ///< whoever is signed in
        std::optional<Permission> orElse = std::nullopt; ///< this one will do, too
    };
    [[nodiscard]] static const QList<Rule> &rules();

private:
    using Request = httpd::Request;
    using Responder = httpd::Responder;
    using Signed = std::function<void(const Request &, const Responder &, const Actor &)>;

    httpd::Route open(QByteArray method, QLatin1StringView pattern, httpd::Handler handler);
    httpd::Route guarded(QByteArray method, QLatin1StringView pattern, Signed handler);
    void denied(const Actor &actor, const QString &what);

    void addAccess(QList<httpd::Route> &routes);
    void addConversations(QList<httpd::Route> &routes);
    void addPeople(QList<httpd::Route> &routes);
    void addSubjects(QList<httpd::Route> &routes);
    void addAudit(QList<httpd::Route> &routes);
    void addFeed(QList<httpd::Route> &routes);
    void addMedia(QList<httpd::Route> &routes);
    void addChannel(QList<httpd::Route> &routes);
    void addWork(QList<httpd::Route> &routes);
    void addTeam(QList<httpd::Route> &routes);
    void addWords(QList<httpd::Route> &routes);
    void addOwn(QList<httpd::Route> &routes);
    void addSessions(QList<httpd::Route> &routes);
    void addAlertContent(QList<httpd::Route> &routes);

    void sendMessage(const Request &request, const Responder &responder, const Actor &actor);
    void thread(const Request &request, const Responder &responder, const Actor &actor);
    void history(const Request &request, const Responder &responder, const Actor &actor);
    void search(const Request &request, const Responder &responder, const Actor &actor);
    void reveal(const Request &request, const Responder &responder, const Actor &actor);
    void answerOptOut(const Request &request, const Responder &responder, const Actor &actor);
    void decide(const Request &request, const Responder &responder, const Actor &actor);
    void markRead(const Request &request, const Responder &responder, const Actor &actor);
    void recordStanding(const Request &request, const Responder &responder, const Actor &actor);
    void thaw(const Request &request, const Responder &responder, const Actor &actor);
    void acknowledge(const Request &request, const Responder &responder, const Actor &actor);
    void answerTemplates(const Responder &responder);
    void answerChannel(const Responder &responder);
    void feed(const Request &request, const Responder &responder, const Actor &actor);
    void upload(const Request &request, const Responder &responder, const Actor &actor);
    void media(const Request &request, const Responder &responder, const Actor &actor);
    void work(const Request &request, const Responder &responder, const Actor &actor);
    void setPresence(const Request &request, const Responder &responder, const Actor &actor);
    void attend(const Request &request, const Responder &responder, const Actor &actor);
    template <typename T, typename Change>
    void changeTeam(const Responder &responder, Change change);
    template <typename T, typename I, typename Read>
    void keepInTeam(QList<httpd::Route> &routes, QLatin1StringView pattern, Read read);
    template <typename I>
    void removeFromTeam(QList<httpd::Route> &routes, QLatin1StringView pattern);
    void keepNote(const Request &request, const Responder &responder, const Actor &actor);
    void draft(const Request &request, const Responder &responder, const Actor &actor);
    void keepDraft(const Request &request, const Responder &responder, const Actor &actor);
    void markSeen(const Request &request, const Responder &responder, const Actor &actor);
    void withdraw(const Request &request, const Responder &responder, const Actor &actor);
    void keepField(const Request &request, const Responder &responder, const Actor &actor);
    void own(const Request &request, const Responder &responder, const Actor &actor);
    /// Whoever sends much must have shown their session a short while ago: a look into memory
    /// before the first byte is kept. The session is checked in full afterwards.
    void remember(const QByteArray &token);
    [[nodiscard]] bool wasHere(const Request &headOnly);

    Services m_s;
    std::mutex m_mutex;
    QHash<QByteArray, Instant> m_seen; ///< SHA-256 of tokens
};

} // namespace destek::daemon
