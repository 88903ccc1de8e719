#pragma once

#include <QLatin1StringView>

/// The console protocol, version 1: JSON over HTTPS on the console port, the same words as
/// docs/openapi.yaml. Times are milliseconds since 1970 (numbers), ids are numbers except
/// message ids (UUID strings), enums are the wire names of core/domain. Unknown keys are
/// ignored; fields are only ever added.
///
/// Headers: `Authorization: Bearer <session token>` on everything but pair, setup and sessions;
/// `X-Destek-Device: <device token>` on sessions. Errors: {"error":{"code":…,"message":…,
/// "refusal":…}} with codes of core/wire/api_error.h.
///
/// Paths, what they take and what they answer:
///
// clang-format off
/// POST   /v1/pair                                 {code,deviceName,publicKey(b64 Ed25519)}
///                                                 -> {deviceId,deviceToken,organisation}
/// POST   /v1/setup                                {code,userName,displayName,password}
///                                                 -> AgentView (first administrator, all roles; once)
/// POST   /v1/sessions                             {userName,password,totp?}
///                                                 -> {token,agent,expiresAt,organisation}
/// GET    /v1/sessions                             -> {sessions:[SessionView]} (one's own, used last first)
/// DELETE /v1/sessions/current                     -> 204
/// DELETE /v1/sessions/others                      -> 204 (all of one's own but this one)
/// DELETE /v1/sessions/{id}                        -> 204 (one of one's own)
/// POST   /v1/sessions/step-up                     {password,totp?} -> {until}
///
/// GET    /v1/inbox                                ?before=<cursor>&limit=
///                                                 -> InboxPage (first page: all that is open or snoozed, then the newest resolved)
/// GET    /v1/conversations/{id}                   -> ConversationSummary
/// GET    /v1/conversations/{id}/messages          ?before=<at>:<order> | ?after=<at>:<order>, &limit=
///                                                 -> ThreadPage
/// POST   /v1/conversations/{id}/messages          {id,purpose,content:OutboundContent}; older forms:
///                                                 {id,purpose,text}, {id,purpose,template:{name,language,variables[]}}
///                                                 -> 202 MessageView; the same id again -> 200 and the same message;
///                                                 `holdMs` (0 … 5000): goes out that much later and can be withdrawn until then
/// POST   /v1/conversations/{id}/read              {typing} -> 204 (told to WhatsApp; the customer sees it)
/// POST   /v1/conversations/{id}/uploads           the bytes, X-Destek-File-Name: <percent-encoded>
///                                                 -> 201 UploadView (unused ones go after a day)
/// POST   /v1/conversations/{id}/opt-out-answer    {answer:"yes"|"no"} -> ConversationSummary
/// POST   /v1/messages/{id}/decision               {decision:"resend"|"abandon"}
///                                                 -> MessageView (only for states unknown and failed)
/// GET    /v1/messages/{id}/media                  -> the bytes; 404 while the daemon has none
/// GET    /v1/messages/{id}/history                -> MessageHistory (supervisors)
/// GET    /v1/search                               ?q=&limit=&conversation=&whose=&since=&until=&files=
///                                                 -> {hits:[{message:MessageView,conversation:ConversationSummary}]}
///
/// GET    /v1/templates                            -> {templates:[TemplateView]}
/// POST   /v1/templates/refresh                    {} -> {templates:[TemplateView]} (asks WhatsApp now)
/// POST   /v1/templates/thaw                       {name,language} -> {templates:[TemplateView]}
/// GET    /v1/channel                              -> ChannelView (administrators, supervisors)
/// POST   /v1/channel/alerts/{id}/acknowledge      {} -> ChannelView (administrators)
///
/// GET    /v1/contacts/{id}                        -> PersonView
/// POST   /v1/contacts/{id}/standing               {standing,source:"email"|"call"|"agent_record",note} -> PersonView
/// POST   /v1/contacts/{id}/reveal                 {reason} -> {number}
/// POST   /v1/contacts/{id}/export                 {language:"tr"|"en",reason} -> {folderName,files:[{path,base64}]}
/// GET    /v1/contacts/{id}/erasure                -> ErasurePreview
/// POST   /v1/contacts/{id}/erasure                {reason,confirmed:true} -> DestructionRecord
/// GET    /v1/destruction-records                  -> {records:[DestructionRecord]}
/// POST   /v1/erasure-orders/{id}/receipt          {receipt(b64 canonical JSON),signature(b64)} -> 204
///
/// POST   /v1/work                                 {conversations:[id,…] (200 at most),act:WorkAct}
///                                                 -> {outcomes:[{conversation,refusal?,summary?}]}
/// POST   /v1/conversations/{id}/notes             {id,text,mentions:[agent]} -> 201 MessageView; the same id again -> 200
/// GET    /v1/conversations/{id}/draft             -> Draft, the newest, with `other`: Draft of the other kind, if there
///                                                 is one; empty text and no template: there is none
/// PUT    /v1/conversations/{id}/draft             {kind,text,answers?,template?:{name,language,texts}} -> 204 (one of each
///                                                 kind is kept; empty text and no template: forget this kind)
/// PUT    /v1/conversations/{id}/seen              {heard} -> 204 (also: notes that name me are looked at)
/// POST   /v1/messages/{id}/withdraw               -> MessageView (only its author, only while it is held back)
/// PUT    /v1/contacts/{id}/fields                 {name,value} -> PersonView (empty value: remove it)
/// GET    /v1/own                                  -> OwnView
/// PUT    /v1/own/presence                         {presence:"online"|"busy"|"away"} -> 204
/// POST   /v1/own/attendance                       {conversation (0: none),typing} -> 204; renews my lease there
/// GET    /v1/team                                 -> TeamView
/// PUT    /v1/team/labels/{id}                     Label (id 0: a new one) -> Label
/// PUT    /v1/team/quick-replies/{id}              QuickReply (id 0: a new one) -> QuickReply
/// DELETE /v1/team/quick-replies/{id}              -> 204
/// PUT    /v1/team/views/{id}                      SavedView (id 0: a new one) -> SavedView
/// DELETE /v1/team/views/{id}                      -> 204
/// GET    /v1/team/words                           -> {words:[text,…]}, the company's dictionary for spelling
/// PUT    /v1/team/words                           {word,known} -> 204 (known false: take it out)
/// PUT    /v1/team/assignment                      AssignmentRule -> AssignmentRule
/// GET    /v1/team/alert-content                   -> {alertContent:"none"|"name"|"name_and_text"}
/// PUT    /v1/team/alert-content                   {alertContent} -> {alertContent} (administrators)
/// GET    /v1/team/sessions                        -> {sessions:[SessionView]} (administrators: everybody's)
/// DELETE /v1/team/sessions/{id}                   -> 204 (administrators)
///
/// GET    /v1/audit                                ?actor=&action=&contact=&from=&to=&before=&limit= -> AuditPage
/// GET    /v1/audit/state                          ?since=<size> -> AuditState
/// GET    /v1/health                               -> {time,channel:{ok,lastInboundAt,lastCallAt},queue}
///
/// GET    /v1/feed                                 text/event-stream; `Last-Event-ID: <seq>` (or ?after=) resumes:
///        id: <seq> / event: conversation / data: ConversationSummary
///        id: <seq> / event: message      / data: MessageView
///        id: <seq> / event: erased       / data: ErasureOrder
///        id: <seq> / event: team         / data: {}           fetch GET /v1/team again
///        event: presence / data: PresenceNow   who is here, who looks, who types, until when they hold it; first thing,
///                                              200 ms after each change, 5 s after a lease was renewed
///        event: draft  / data: DraftsNow            to this agent's other consoles alone: what is begun there now
///        event: beat   / data: {"time":…,"seq":…}   every 10 s and after catching up
///        event: reset  / data: {}                   the number is too old: fetch everything again
///        event: ended  / data: {"code":…,"by":…}    the session is over; sign in again (by: SessionEnd)
// clang-format on
namespace destek::wire
{

constexpr int kProtocolVersion = 1;

constexpr QLatin1StringView kPair("/v1/pair");
constexpr QLatin1StringView kSetup("/v1/setup");
constexpr QLatin1StringView kSessions("/v1/sessions");
constexpr QLatin1StringView kSession("/v1/sessions/{id}");
constexpr QLatin1StringView kCurrentSession("/v1/sessions/current");
constexpr QLatin1StringView kOtherSessions("/v1/sessions/others");
constexpr QLatin1StringView kStepUp("/v1/sessions/step-up");
constexpr QLatin1StringView kInbox("/v1/inbox");
constexpr QLatin1StringView kConversation("/v1/conversations/{id}");
constexpr QLatin1StringView kMessages("/v1/conversations/{id}/messages");
constexpr QLatin1StringView kOptOutAnswer("/v1/conversations/{id}/opt-out-answer");
constexpr QLatin1StringView kDecision("/v1/messages/{id}/decision");
constexpr QLatin1StringView kTemplates("/v1/templates");
constexpr QLatin1StringView kContact("/v1/contacts/{id}");
constexpr QLatin1StringView kReveal("/v1/contacts/{id}/reveal");
constexpr QLatin1StringView kExport("/v1/contacts/{id}/export");
constexpr QLatin1StringView kErasure("/v1/contacts/{id}/erasure");
constexpr QLatin1StringView kDestructionRecords("/v1/destruction-records");
constexpr QLatin1StringView kReceipt("/v1/erasure-orders/{id}/receipt");
constexpr QLatin1StringView kAudit("/v1/audit");
constexpr QLatin1StringView kAuditState("/v1/audit/state");
constexpr QLatin1StringView kSearch("/v1/search");
constexpr QLatin1StringView kHealth("/v1/health");
constexpr QLatin1StringView kFeed("/v1/feed");
constexpr QLatin1StringView kMarkRead("/v1/conversations/{id}/read");
constexpr QLatin1StringView kUploads("/v1/conversations/{id}/uploads");
constexpr QLatin1StringView kMedia("/v1/messages/{id}/media");
constexpr QLatin1StringView kHistory("/v1/messages/{id}/history");
constexpr QLatin1StringView kStanding("/v1/contacts/{id}/standing");
constexpr QLatin1StringView kChannel("/v1/channel");
constexpr QLatin1StringView kAlert("/v1/channel/alerts/{id}/acknowledge");
constexpr QLatin1StringView kTemplateRefresh("/v1/templates/refresh");
constexpr QLatin1StringView kTemplateThaw("/v1/templates/thaw");

constexpr QLatin1StringView kWork("/v1/work");
constexpr QLatin1StringView kNotes("/v1/conversations/{id}/notes");
constexpr QLatin1StringView kDraft("/v1/conversations/{id}/draft");
constexpr QLatin1StringView kSeen("/v1/conversations/{id}/seen");
constexpr QLatin1StringView kWithdraw("/v1/messages/{id}/withdraw");
constexpr QLatin1StringView kFields("/v1/contacts/{id}/fields");
constexpr QLatin1StringView kOwn("/v1/own");
constexpr QLatin1StringView kOwnPresence("/v1/own/presence");
constexpr QLatin1StringView kAttendance("/v1/own/attendance");
constexpr QLatin1StringView kTeam("/v1/team");
constexpr QLatin1StringView kLabel("/v1/team/labels/{id}");
constexpr QLatin1StringView kQuickReply("/v1/team/quick-replies/{id}");
constexpr QLatin1StringView kSavedView("/v1/team/views/{id}");
constexpr QLatin1StringView kTeamWords("/v1/team/words");
constexpr QLatin1StringView kAssignment("/v1/team/assignment");
constexpr QLatin1StringView kAlertContent("/v1/team/alert-content");
constexpr QLatin1StringView kTeamSessions("/v1/team/sessions");
constexpr QLatin1StringView kTeamSession("/v1/team/sessions/{id}");

constexpr QLatin1StringView kFileNameHeader("X-Destek-File-Name");
constexpr QLatin1StringView kMediaTypeHeader("X-Destek-Media-Type");
constexpr QLatin1StringView kDeviceHeader("X-Destek-Device");

} // namespace destek::wire
