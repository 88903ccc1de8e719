#include "daemon/http/api_routes.h"

#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr qsizetype kTokensAtMost = 10'000;
constexpr auto kSeenFor = std::chrono::minutes(15);

} // namespace

ApiRoutes::ApiRoutes(Services services) : m_s(std::move(services)) {}

const QList<ApiRoutes::Rule> &ApiRoutes::rules()
{
    using P = Permission;
    const auto needs = [](const char *method, QLatin1StringView pattern, P permission) {
        return Rule{method, pattern, permission, false, std::nullopt};
    };
    const auto anyone = [](const char *method, QLatin1StringView pattern) {
        return Rule{method, pattern, std::nullopt, true, std::nullopt};
    };
    const auto open = [](const char *method, QLatin1StringView pattern) {
        return Rule{method, pattern, std::nullopt, false, std::nullopt};
    };
    static const QList<Rule> table{
        open("POST", wire::kPair),
        open("POST", wire::kSetup),
        open("POST", wire::kSessions),
        anyone("GET", wire::kSessions),
        anyone("DELETE", wire::kCurrentSession),
        anyone("DELETE", wire::kOtherSessions),
        anyone("DELETE", wire::kSession),
        anyone("POST", wire::kStepUp),
        needs("GET", wire::kInbox, P::ReadConversations),
        needs("GET", wire::kConversation, P::ReadConversations),
        needs("GET", wire::kMessages, P::ReadConversations),
        needs("POST", wire::kMessages, P::SendMessages),
        needs("POST", wire::kUploads, P::SendMessages),
        needs("GET", wire::kMedia, P::ReadConversations),
        needs("POST", wire::kOptOutAnswer, P::AnswerOptOutQuestion),
        needs("POST", wire::kDecision, P::DecideUnknownOutcome),
        needs("GET", wire::kHistory, P::ReadMessageHistory),
        Rule{"GET", wire::kTemplates, P::SendMessages, false, P::SeeChannel},
        needs("GET", wire::kContact, P::ReadConversations),
        needs("POST", wire::kReveal, P::RevealNumber),
        needs("POST", wire::kExport, P::ExportSubject),
        needs("GET", wire::kErasure, P::EraseSubject),
        needs("POST", wire::kErasure, P::EraseSubject),
        needs("GET", wire::kDestructionRecords, P::SeeDestructionRecords),
        anyone("POST", wire::kReceipt),
        needs("GET", wire::kAudit, P::ReadAudit),
        anyone("GET", wire::kAuditState),
        needs("GET", wire::kSearch, P::ReadConversations),
        needs("GET", wire::kHealth, P::SeeHealth),
        needs("POST", wire::kMarkRead, P::SendMessages),
        needs("POST", wire::kStanding, P::RecordStanding),
        needs("POST", wire::kTemplateRefresh, P::ManageChannel),
        needs("POST", wire::kTemplateThaw, P::ManageChannel),
        needs("GET", wire::kChannel, P::SeeChannel),
        needs("POST", wire::kAlert, P::ManageChannel),
        needs("POST", wire::kWork, P::ShareWork),
        needs("PUT", wire::kOwnPresence, P::ReadConversations),
        needs("POST", wire::kAttendance, P::ReadConversations),
        anyone("GET", wire::kTeam), // who manages labels may have no conversations
        needs("PUT", wire::kLabel, P::ManageTeam),
        needs("PUT", wire::kQuickReply, P::ManageTeam),
        needs("DELETE", wire::kQuickReply, P::ManageTeam),
        needs("PUT", wire::kSavedView, P::ReadConversations),
        needs("DELETE", wire::kSavedView, P::ReadConversations),
        anyone("GET", wire::kTeamWords),
        needs("PUT", wire::kTeamWords, P::ShareWork), // taking out: P::ManageTeam (CompanyWords)
        needs("PUT", wire::kAssignment, P::ManageTeam),
        anyone("GET", wire::kAlertContent),
        needs("PUT", wire::kAlertContent, P::ManageUsers),
        needs("GET", wire::kTeamSessions, P::ManageUsers),
        needs("DELETE", wire::kTeamSession, P::ManageUsers),
        needs("POST", wire::kNotes, P::ShareWork),
        needs("GET", wire::kDraft, P::ShareWork),
        needs("PUT", wire::kDraft, P::ShareWork),
        needs("PUT", wire::kSeen, P::ReadConversations),
        needs("POST", wire::kWithdraw, P::SendMessages),
        needs("PUT", wire::kFields, P::ShareWork),
        needs("GET", wire::kOwn, P::ReadConversations),
        needs("GET", wire::kFeed, P::ReadConversations)};
    return table;
}

QList<httpd::Route> ApiRoutes::routes()
{
    QList<httpd::Route> routes;
    addAccess(routes);
    addSessions(routes);
    addConversations(routes);
    addPeople(routes);
    addSubjects(routes);
    addAudit(routes);
    addFeed(routes);
    addMedia(routes);
    addChannel(routes);
    addWork(routes);
    addTeam(routes);
    addOwn(routes);
    return routes;
}

httpd::Route ApiRoutes::open(QByteArray method, QLatin1StringView pattern, httpd::Handler handler)
{
    return {std::move(method), pattern, std::move(handler), 64 * 1024};
}

void ApiRoutes::denied(const Actor &actor, const QString &what)
{
    m_s.database.write(
        Urgency::Background,
        [=, this](Tx &tx) -> Stored<Done> {
            AuditDraft draft;
            draft.at = m_s.clock.now();
            draft.actor = actor;
            draft.action = AuditAction::AccessDenied;
            draft.object = what;
            if (auto appended = tx.audit().append(draft); !appended)
                return failure(appended.error());
            return done();
        },
        [](Stored<Done>) {});
}

httpd::Route ApiRoutes::guarded(QByteArray method, QLatin1StringView pattern, Signed handler)
{
    std::optional<Rule> rule;
    for (const Rule &candidate : rules()) {
        if (candidate.method == method && candidate.pattern == pattern)
            rule = candidate;
    }
    // A route without a row in the table refuses everybody.
    const auto run = [this, rule, handler = std::move(handler)](Request request,
                                                                Responder responder) {
        const QByteArray token = answers::bearer(request);
        if (token.isEmpty())
            return answers::fail(responder, ApiErrorCode::NotSignedIn);
        m_s.access.authenticate(token, [this, rule, handler, request, token,
                                        responder](Result<Actor, ApiError> actor) {
            if (!actor)
                return answers::fail(responder, actor.error());
            remember(token);
            const bool allowed =
                rule &&
                (rule->anySession || (rule->permission && may(actor->roles, *rule->permission)) ||
                 (rule->orElse && may(actor->roles, *rule->orElse)));
            if (!allowed) {
                denied(*actor,
                       rule ? QString::fromLatin1(rule->method) + u' ' + rule->pattern : QString());
                return answers::fail(responder, ApiErrorCode::NotPermitted);
            }
            // Looking at what an erasure would destroy is not the grave act itself.
            if (rule->permission && rule->method != "GET" && needsStepUp(*rule->permission) &&
                m_s.clock.now() >= actor->steppedUpUntil)
                return answers::fail(responder, ApiErrorCode::StepUpNeeded);
            responder.exemptFromAddressLimit();
            handler(request, responder, *actor);
        });
    };
    return {std::move(method), pattern, run, 256 * 1024};
}

void ApiRoutes::remember(const QByteArray &token)
{
    const QByteArray hash = AccessService::tokenHash(token);
    const Instant now = m_s.clock.now();
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= kTokensAtMost)
        m_seen.removeIf([&](const auto &seen) { return now - seen.value() > Duration(kSeenFor); });
    if (m_seen.size() < kTokensAtMost)
        m_seen.insert(hash, now);
}

bool ApiRoutes::wasHere(const Request &headOnly)
{
    const QByteArray token = answers::bearer(headOnly);
    if (token.isEmpty())
        return false;
    const QByteArray hash = AccessService::tokenHash(token);
    const std::lock_guard lock(m_mutex);
    const auto seen = m_seen.constFind(hash);
    return seen != m_seen.cend() && m_s.clock.now() - *seen <= Duration(kSeenFor);
}

} // namespace destek::daemon
