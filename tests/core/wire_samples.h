#pragma once

#include "core/wire/collaboration_json.h"
#include "core/wire/json.h"
#include "core/wire/outbound_json.h"
#include "core/wire/session_json.h"

#include <QTest>

#include <functional>

/// One filled-in value of everything the console protocol carries: what the golden files in
/// tests/fixtures/wire hold, and what the hostile documents are made from.
namespace destek::test
{

using namespace Qt::StringLiterals;

inline ConversationSummary sampleConversation()
{
    ConversationSummary summary;
    summary.id = ConversationId(17);
    summary.contact = ContactId(4);
    summary.name = u"Ayşe Ğ <b>Yılmaz</b>"_s;
    summary.number = u"+90 5** *** ** 34"_s;
    summary.username = u"ayse.y"_s;
    summary.businessNumber = u"+90 850 000 00 00"_s;
    summary.lastLine = u"Kargom nerede? 🙂"_s;
    summary.lastDirection = Direction::Outbound;
    summary.lastKind = MessageKind::Voice;
    summary.lastOwnState = SendState::Delivered;
    summary.lastAt = Instant::fromMs(1795327200123);
    summary.waiting = 3;
    summary.waitingSince = Instant::fromMs(1795327100000);
    summary.windowClosesAt = Instant::fromMs(1795413480000);
    summary.standing = Standing::OptedOut;
    summary.optOutQuestion = true;
    summary.allowance = {SendRefusal::WindowClosed, SendRefusal::OptedOut};
    summary.standby = true;
    summary.work.status = WorkStatus::Snoozed;
    summary.work.snoozedUntil = Instant::fromMs(1795330800000);
    summary.work.assignee = AgentId(7);
    summary.work.holder = AgentId(8);
    summary.work.heldUntil = Instant::fromMs(1795327260000);
    summary.work.priority = Priority::High;
    summary.work.labels = {LabelId(2), LabelId(5)};
    summary.work.heard = 12;
    summary.revision = 9007199254740991;
    return summary;
}

/// Everything at once; no real message has all of it.
inline MessageContent sampleContent()
{
    MessageContent content;
    content.media =
        MediaView{MediaState::TooLarge, u"image/webp"_s, u"fatura (1).pdf"_s, 104857601, true};
    content.location = LocationView{41.0082, -28.9784, u"Kız Kulesi"_s, u"Üsküdar"_s};
    content.contacts = {{u"Ali V."_s,
                         u"Öz Nakliyat"_s,
                         {{u"CELL"_s, u"+90 532 000 00 01"_s}},
                         {{u"WORK"_s, u"ali@example.org"_s}},
                         {{u"birthday"_s, u"1990-01-01"_s}},
                         true}};
    content.order = OrderView{u"194836987003835"_s, {{u"sku-1"_s, 2, u"10.50"_s, u"TRY"_s}}};
    content.product = ProductView{u"194836987003835"_s, u"sku-2"_s};
    content.quote = QuoteView{MessageId::fromString(u"11111111-2222-4333-8444-555566667777"_s),
                              true, u"Çağla Öztürk"_s, u"Kargonuz yolda"_s};
    content.referral = ReferralView{u"Yaz indirimi"_s, u"%20"_s, u"https://fb.me/abc"_s, false};
    content.form = FormView{{{u"adres"_s, u"İzmir"_s}}, u"{broken"_s};
    content.reactions = {{u"👍"_s, false, {}, Instant::fromMs(1795327300000)},
                         {u"❤️"_s, true, u"Çağla Öztürk"_s, Instant::fromMs(1795327400000)}};
    content.header = u"Sipariş"_s;
    content.footer = u"Destek"_s;
    content.buttons = {{ButtonKind::Url, u"b1"_s, u"Takip et"_s, u"https://example.org/t"_s}};
    content.list = ListView{u"Seçin"_s, {{u"Konular"_s, {{u"r1"_s, u"Kargo"_s, u"Nerede?"_s}}}}};
    content.choiceDescription = u"Kargom nerede?"_s;
    content.forwarded = ForwardMark::ForwardedOften;
    content.provenance = Provenance::Standby;
    content.inGroup = true;
    content.edited = true;
    content.revoked = true;
    content.foreignType = u"poll_creation"_s;
    content.errorCode = 131051;
    return content;
}

inline MessageView sampleMessage()
{
    MessageView message;
    message.id = MessageId::fromString(u"6f1c2d3e-4b5a-4697-8877-665544332211"_s);
    message.conversation = ConversationId(17);
    message.direction = Direction::Outbound;
    message.kind = MessageKind::Template;
    message.state = SendState::Failed;
    message.event = EventKind::CardMasked;
    message.purpose = MessageClass::LegalNotice;
    message.text = u"Siparişiniz \"yolda\".\nİyi günler"_s;
    message.author = u"Çağla Öztürk"_s;
    message.templateName = u"siparis_yolda"_s;
    message.at = Instant::fromMs(1795327200000);
    message.receivedAt = Instant::fromMs(1795327200456);
    message.order = 812;
    message.errorCode = 131047;
    message.refusal = u"window_closed"_s;
    message.attempts = 2;
    message.content = sampleContent();
    message.absorbed = true;
    message.mentions = {AgentId(7), AgentId(9)};
    message.goesAt = Instant::fromMs(1795327203000);
    return message;
}

inline MessageHistory sampleHistory()
{
    return {{{Instant::fromMs(1795327000000), u"Kargo yarın"_s, false},
             {Instant::fromMs(1795327100000), u"Kargo bugün"_s, true}},
            {{2, Instant::fromMs(1795327200000), SendState::Failed, 131026, u"utility"_s,
              u"regular"_s}}};
}

inline PersonView samplePerson()
{
    PersonView person;
    person.contact = ContactId(4);
    person.name = u"Ayşe"_s;
    person.number = u"+90 5** *** ** 34"_s;
    person.username = u"ayse.y"_s;
    person.language = u"tr"_s;
    person.standing = Standing::OptedOut;
    person.firstSeenAt = Instant::fromMs(1790000000000);
    person.stoppedAtWhatsApp = true;
    person.needsReview = true;
    person.addressBookName = u"Ayşe (Kargo)"_s;
    person.keptUntil = Instant::fromMs(1858399200000);
    person.fields = {{u"Sipariş no"_s, u"2026-1142"_s}};
    person.consent = {{Instant::fromMs(1795327000000),
                       Standing::OptedOut,
                       ConsentSource::MetaPreference,
                       u"DURDUR"_s,
                       {},
                       ConsentScope::Marketing,
                       u"+90 850 000 00 00"_s},
                      {Instant::fromMs(1795327100000), Standing::Open, ConsentSource::Button,
                       u"BAŞLAT"_s, u"Çağla"_s}};
    return person;
}

inline TemplateView sampleTemplate()
{
    TemplateView view;
    view.name = u"siparis_yolda"_s;
    view.language = u"tr"_s;
    view.category = u"UTILITY"_s;
    view.status = u"APPROVED"_s;
    view.quality = u"YELLOW"_s;
    view.frozen = true;
    view.named = true;
    view.header = TemplateHeader::Text;
    view.headerText = u"Sipariş {{kod}}"_s;
    view.headerVariables = QStringList{u"kod"_s};
    view.body = u"{{ad}}, siparişiniz {{kod}} yolda."_s;
    view.variables = QStringList{u"ad"_s, u"kod"_s};
    view.footer = u"Örnek A.Ş."_s;
    const ButtonView track{ButtonKind::Url, u"b1"_s, u"Kargoyu izle"_s,
                           u"https://ornek.example/{{1}}"_s};
    view.buttons = {track, {ButtonKind::CopyCode, u"b2"_s, u"Kodu kopyala"_s, u"250FF"_s}};
    view.cards = {{TemplateHeader::Video, u"{{1}} burada"_s, QStringList{u"1"_s}, {track}}};
    return view;
}

inline ChannelView sampleChannel()
{
    ChannelNumber number;
    number.phoneNumberId = u"106540352242922"_s;
    number.display = u"+90 850 000 00 00"_s;
    number.quality = u"GREEN"_s;
    number.limit = u"TIER_2K"_s;
    number.throughput = u"STANDARD"_s;
    number.nameStatus = u"APPROVED"_s;
    number.verifiedName = u"MektupX"_s;
    number.status = u"CONNECTED"_s;
    number.onPhone = true;
    number.restriction = u"RESTRICTED_BIZ_INITIATED_MESSAGING"_s;
    number.restrictedUntil = Instant::fromMs(1795900000000);
    number.lastInboundAt = Instant::fromMs(1795327200000);
    number.lastCallAt = Instant::fromMs(1795327100000);
    number.servicesThisMonth = 812;
    HistoryImport history;
    history.percent = 55;
    history.code = 2593109;
    history.at = Instant::fromMs(1795327050000);
    number.history = history;
    number.pricing = {{u"2026-11"_s, u"utility"_s, u"regular"_s, 41},
                      {u"2026-10"_s, u"service"_s, u"free_customer_service"_s, 990}};
    ChannelAlert alert;
    alert.id = 5;
    alert.at = Instant::fromMs(1795327000000);
    alert.severity = AlertSeverity::Critical;
    alert.kind = u"category_changed"_s;
    alert.subject = u"siparis_yolda"_s;
    alert.detail = u"UTILITY \u2192 <b>MARKETING</b>"_s;
    alert.code = 131049;
    alert.acknowledged = true;
    ChannelView channel;
    channel.numbers = {number};
    channel.alerts = {alert};
    channel.sendingStopped = true;
    channel.restricted = true;
    channel.waitingMedia = 2;
    channel.queued = 7;
    channel.deadLetters = 1;
    return channel;
}

inline DestructionRecord sampleRecord()
{
    DestructionRecord record;
    record.order = OrderId(3);
    record.orderedAt = Instant::fromMs(1795327200000);
    record.completedAt = Instant::fromMs(1795327201000);
    record.orderedBy = u"kvkk"_s;
    record.reason = u"başvuru 2026/14"_s;
    record.subjectRef = u"9f86d081884c7d65"_s;
    record.method = u"key_destruction"_s;
    record.messages = 12;
    record.identities = 3;
    record.keys = 2;
    record.searchEntries = 48;
    record.consolesTold = 5;
    record.consolesConfirmed = 4;
    record.files = 6;
    record.document = "{\"format\":\"destek-destruction-record 1\"}";
    record.signature = QByteArray(64, '\x5a');
    return record;
}

inline AuditPage sampleAuditPage()
{
    AuditLine line;
    line.seq = 41;
    line.at = Instant::fromMs(1795327200000);
    line.actor = u"dpo"_s;
    line.device = u"device 2"_s;
    line.action = u"number.revealed"_s;
    line.contact = ContactId(4);
    line.subject = u"9f86d081"_s;
    line.subjectName = u"A***"_s;
    line.object = u"message 6f1c2d3e"_s;
    line.reason = u"müşteri aradı"_s;
    line.result = u"changed"_s;
    return {{line, AuditLine{}}, u"40"_s};
}

inline AuditState sampleAuditState()
{
    AuditState state;
    state.verified = true;
    state.size = 42;
    state.firstBad = -1;
    state.sealedAt = Instant::fromMs(1795327200000);
    state.checkpoint = "destek audit\n42\nabc=\n\n\u2014 key sig\n";
    state.publicKeyPem = "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n";
    state.consistency = {QByteArray(32, '\x01'), QByteArray(32, '\xfe')};
    return state;
}

/// Everything at once; no real message has all of it.
inline OutboundContent sampleOutbound()
{
    OutboundContent content;
    content.kind = MessageKind::Template;
    content.text = u"Hangisi?"_s;
    content.answers = MessageId::fromString(u"11111111-2222-4333-8444-555566667777"_s);
    content.upload = UploadId(5);
    content.location = LocationView{41.0082, 28.9784, u"Kız Kulesi"_s, u"Üsküdar"_s};
    content.contacts = {{u"Ali V."_s, {}, {{u"CELL"_s, u"+90 532 000 00 01"_s}}, {}, {}, false}};
    content.header = u"Sipariş"_s;
    content.footer = u"Destek"_s;
    content.buttons = {{ButtonKind::Reply, u"evet"_s, u"Evet"_s, {}}};
    content.list = ListView{u"Seçin"_s, {{u"Konular"_s, {{u"r1"_s, u"Kargo"_s, u"Nerede?"_s}}}}};
    content.templateName = u"siparis_yolda"_s;
    content.templateLanguage = u"tr"_s;
    content.values.header = u"Ayşe"_s;
    content.values.headerUpload = UploadId(6);
    content.values.headerLocation = LocationView{38.4, 27.1, {}, {}};
    content.values.body = QStringList{u"Ayşe"_s, u"12"_s};
    content.values.buttons = QStringList{u"12"_s};
    content.values.cards = {{UploadId(7), QStringList{u"x"_s}, QStringList{u"evet"_s}}};
    return content;
}

inline TeamView sampleTeam()
{
    TeamView team;
    team.colleagues = {
        {AgentId(7), u"Çağla Ş."_s, Presence::Busy, Instant::fromMs(1795327000000), true, 6}};
    team.labels = {{LabelId(2), u"İade"_s, 210, true}};
    team.quickReplies = {{QuickReplyId(3), u"iade"_s, u"İade adresi"_s,
                          u"Merhaba {first_name|değerli müşterimiz}, iade adresimiz…"_s, u"tr"_s}};
    InboxFilter filter;
    filter.status = WorkStatus::Open;
    filter.whose = InboxFilter::Whose::Nobody;
    filter.labels = {LabelId(2)};
    filter.atLeast = Priority::High;
    filter.waitingOnly = true;
    team.views = {{SavedViewId(4), u"Acil iadeler"_s, true, filter}};
    team.assignment = {true, 5};
    return team;
}

inline WorkAct sampleWorkAct()
{
    WorkAct act;
    act.kind = WorkAct::Kind::SetPriority;
    act.agent = AgentId(8);
    act.until = Instant::fromMs(1795330800000);
    act.label = LabelId(5);
    act.priority = Priority::Urgent;
    act.note = u"Kargo firması arandı, geri dönüş bekleniyor."_s;
    return act;
}

inline PresenceNow samplePresence()
{
    PresenceNow now;
    now.agents = {{AgentId(7), Presence::Away, Instant::fromMs(1795327000000)}};
    now.attending = {{ConversationId(17), AgentId(7), true, Instant::fromMs(1795327230000)}};
    return now;
}

inline Draft sampleDraft()
{
    return {ConversationId(17),
            Draft::Kind::Note,
            u"Faturayı muhasebeden iste"_s,
            MessageId::fromString(u"6f9619ff-8b86-4011-b42d-00c04fc964ff"_s),
            Instant::fromMs(1795327200000),
            std::nullopt};
}

/// Both kinds at once; the reply is a template half filled in.
inline Drafts sampleDrafts()
{
    const Draft reply{ConversationId(17),
                      Draft::Kind::Reply,
                      u"Buyurun"_s,
                      {},
                      Instant::fromMs(1795327260000),
                      BegunTemplate{u"kargo_bilgisi"_s, u"tr"_s, {u"Ayşe"_s, QString()}}};
    return {ConversationId(17), {reply, sampleDraft()}};
}

inline NoteDraft sampleNote()
{
    return {MessageId::fromString(u"6f9619ff-8b86-4011-b42d-00c04fc964fe"_s),
            ConversationId(17),
            u"@Çağla bakar mısın?"_s,
            {AgentId(7)}};
}

/// A document of the protocol: its name, a sample, and reading it and writing it again.
struct WireDocument {
    QString name;
    QJsonObject sample;
    /// nullopt: refused by the reader.
    std::function<std::optional<QJsonObject>(const QJsonObject &)> again;
};

template <typename T>
WireDocument document(const QString &name, const T &sample,
                      std::optional<T> (*read)(const QJsonObject &))
{
    return {name, wire::toJson(sample),
            [read](const QJsonObject &json) -> std::optional<QJsonObject> {
                const auto value = read(json);
                return value ? std::optional(wire::toJson(*value)) : std::nullopt;
            }};
}

inline QList<WireDocument> wireDocuments()
{
    const ErasurePreview preview{
        ContactId(4), u"Ayşe"_s, u"+90 5** *** ** 34"_s, 12, 30, 9, 3, 48, 2, 1, 5, 6};
    return {
        document<ConversationSummary>(u"conversation"_s, sampleConversation(),
                                      wire::conversationFromJson),
        document<InboxPage>(u"inbox"_s, {{sampleConversation()}, u"1795:17"_s, 44},
                            wire::inboxFromJson),
        document<MessageView>(u"message"_s, sampleMessage(), wire::messageFromJson),
        document<ThreadPage>(u"thread"_s, {{sampleMessage()}, true, true}, wire::threadFromJson),
        document<MessageHistory>(u"history"_s, sampleHistory(), wire::historyFromJson),
        document<PersonView>(u"person"_s, samplePerson(), wire::personFromJson),
        document<TemplateView>(u"template"_s, sampleTemplate(), wire::templateFromJson),
        document<ChannelView>(u"channel"_s, sampleChannel(), wire::channelFromJson),
        document<OutboundContent>(u"outbound"_s, sampleOutbound(), wire::outboundFromJson),
        document<UploadView>(u"upload"_s,
                             {UploadId(5), u"fatura.pdf"_s, u"application/pdf"_s, 70'001},
                             wire::uploadFromJson),
        document<AgentView>(
            u"agent"_s, {AgentId(7), u"cagla"_s, u"Çağla"_s, {Role::Agent, Role::PrivacyOfficer}},
            wire::agentFromJson),
        document<SessionView>(u"session"_s,
                              {u"9f86d081884c7d659a2feaa0c55ad015"_s, AgentId(7), u"Çağla"_s,
                               u"Masa 3"_s, Instant::fromMs(1'782'205'200'000),
                               Instant::fromMs(1'782'205'400'000), true},
                              wire::sessionFromJson),
        document<ErasurePreview>(u"erasure_preview"_s, preview, wire::erasurePreviewFromJson),
        document<DestructionRecord>(u"destruction_record"_s, sampleRecord(),
                                    wire::destructionRecordFromJson),
        document<ErasureOrder>(u"erasure_order"_s,
                               {OrderId(3), ContactId(4), {ConversationId(17), ConversationId(21)}},
                               wire::erasureOrderFromJson),
        document<ExportPackage>(
            u"export_package"_s,
            {u"destek-export-4-20261122-060000"_s,
             {{u"index.html"_s, "<!doctype html>"}, {u"data.json"_s, QByteArray("\x00\xff{}", 4)}}},
            wire::exportPackageFromJson),
        document<AuditPage>(u"audit_page"_s, sampleAuditPage(), wire::auditPageFromJson),
        document<AuditState>(u"audit_state"_s, sampleAuditState(), wire::auditStateFromJson),
        document<TeamView>(u"team"_s, sampleTeam(), wire::teamFromJson),
        document<WorkAct>(u"work_act"_s, sampleWorkAct(), wire::workActFromJson),
        document<WorkOutcome>(
            u"work_outcome"_s,
            {ConversationId(17), WorkRefusal::HeldByColleague, sampleConversation()},
            wire::workOutcomeFromJson),
        document<PresenceNow>(u"presence"_s, samplePresence(), wire::presenceNowFromJson),
        document<Draft>(u"draft"_s, sampleDraft(), wire::draftFromJson),
        document<Drafts>(u"drafts"_s, sampleDrafts(), wire::draftsFromJson),
        document<DraftsNow>(u"drafts_now"_s,
                            {ConversationId(17), {Draft::Kind::Reply, Draft::Kind::Note}},
                            wire::draftsNowFromJson),
        document<NoteDraft>(u"note"_s, sampleNote(), wire::noteFromJson),
        document<OwnView>(u"own"_s,
                          {{{ConversationId(17), 11}}, {ConversationId(17)}, {ConversationId(21)}},
                          wire::ownFromJson),
        {u"api_error"_s,
         wire::toJson(ApiError{ApiErrorCode::Refused, SendRefusal::OptedOut, u"opted out"_s}),
         [](const QJsonObject &json) -> std::optional<QJsonObject> {
             return wire::toJson(wire::apiErrorFromJson(json));
         }}};
}

} // namespace destek::test
