#include "tests/ui/showcase.h"

#include "core/crypto/checkpoint.h"
#include "core/crypto/signing_key.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

using namespace Qt::StringLiterals;

namespace destek::test
{

Showcase::Showcase(UiWorld &world) : m_world(world)
{
    auto &fake = world.server.world();
    fillRich();
    const Instant now = world.clock.now();
    ConversationSummary soon = fake.conversation(ConversationId(2));
    soon.windowClosesAt = now + std::chrono::minutes(24);
    soon.lastOwnState = SendState::Failed;
    soon.waiting = 3;
    soon.work.priority = Priority::Urgent;
    fake.replace(soon);
    ConversationSummary closed = fake.conversation(ConversationId(kClosed));
    closed.windowClosesAt = now - std::chrono::minutes(20);
    closed.allowance = {SendRefusal::WindowClosed, std::nullopt};
    fake.replace(closed);
    MessageView event;
    event.id = MessageId::create();
    event.conversation = ConversationId(kOptedOut);
    event.direction = Direction::Event;
    event.kind = MessageKind::Event;
    event.event = EventKind::OptedOut;
    event.text = u"DURDUR"_s;
    event.at = event.receivedAt = now;
    fake.append(event);
    ConversationSummary out = fake.conversation(ConversationId(kOptedOut));
    out.standing = Standing::OptedOut;
    out.lastLine = u"DURDUR"_s;
    out.allowance = {SendRefusal::OptedOut, SendRefusal::OptedOut};
    fake.replace(out);
    ConversationSummary question = fake.conversation(ConversationId(kQuestion));
    question.optOutQuestion = true;
    question.work.priority = Priority::High;
    question.lastLine = u"Durdurun artık şu iadeyi"_s;
    question.windowClosesAt = now + std::chrono::minutes(97);
    question.lastOwnState = SendState::Unknown;
    fake.replace(question);
    ConversationSummary hostile = fake.conversation(ConversationId(6));
    hostile.name = u"<b>Müşteri\u202Eevil</b>"_s;
    hostile.lastLine = u"<img src=file:///etc/passwd> <a href=\"x\">tıkla</a>"_s;
    fake.replace(hostile);
}

void Showcase::own(const QString &text, SendState state, int errorCode)
{
    MessageView message;
    message.id = MessageId::create();
    message.conversation = ConversationId(kRich);
    message.direction = Direction::Outbound;
    message.state = state;
    message.errorCode = errorCode;
    message.text = text;
    message.author = u"Deniz Kaya"_s;
    message.attempts = 1;
    message.at = message.receivedAt = m_world.clock.now();
    m_world.server.world().append(message);
}

void Showcase::fillRich()
{
    auto &server = m_world.server;
    const ConversationId id(kRich);
    const auto later = [&](int minutes) { m_world.clock.advance(std::chrono::minutes(minutes)); };
    server.customerWrites(
        id,
        u"Merhaba, paketim dün gelecekti ama hâlâ gelmedi. ❤️ 1️⃣ 🏳️‍🌈 Yardımcı olur musunuz?"_s);
    later(1);
    own(u"Merhaba, hemen bakıyorum. Sipariş numaranızı yazar mısınız?"_s, SendState::Read);
    later(1);
    server.customerWrites(id, u"kutu.jpg"_s, MessageKind::Image);
    server.customerWrites(id, u"<b>Numara:</b> 4821 <script>alert(1)</script>"_s);
    later(1);
    own(u"Teşekkürler. Kargo bugün 16:00 ile 18:00 arasında dağıtıma çıkacak."_s,
        SendState::Delivered);
    MessageView event;
    event.id = MessageId::create();
    event.conversation = id;
    event.direction = Direction::Event;
    event.kind = MessageKind::Event;
    event.event = EventKind::CardMasked;
    event.at = event.receivedAt = m_world.clock.now();
    server.world().append(event);
    later(1);
    own(u"Dağıtım saatini bu numaraya da yazdık."_s, SendState::Failed, 131026);
    own(u"Dağıtım saatini bir kez daha iletiyorum."_s, SendState::Unknown);
    later(1);
    server.customerWrites(id, u"Tamamdır, bekliyorum 🙏"_s);
    own(u"Sorununuz çözülünce yazmanız yeterli."_s, SendState::Queued);
    server.customerWrites(id, u"Teşekkür ederim, iyi çalışmalar"_s);
}

ConversationId Showcase::conversationFor(const QString &screen) const
{
    if (screen == "templates"_L1)
        return ConversationId(kClosed);
    if (screen == "opted-out"_L1)
        return ConversationId(kOptedOut);
    if (screen == "question"_L1)
        return ConversationId(kQuestion);
    return ConversationId(kRich);
}

void Showcase::arrange(const QString &screen)
{
    if (screen == "offline"_L1)
        m_world.server.feed()->setState(net::FeedState::Offline);
    if (screen == "catching-up"_L1)
        m_world.server.feed()->setState(net::FeedState::CatchingUp);
    if (screen == "thread"_L1 || screen == "offline"_L1 || screen == "closed"_L1)
        m_world.window->desk()->thread()->composer()->edit()->setPlainText(
            u"Kargo firmasıyla görüştüm, paketiniz"_s);
    if (screen == "closed"_L1) { // while somebody writes
        ConversationSummary open = m_world.server.world().conversation(ConversationId(kRich));
        open.windowClosesAt = m_world.clock.now() + std::chrono::minutes(1);
        m_world.server.change(open);
        settle(100);
        m_world.clock.advance(std::chrono::minutes(2));
        m_world.window->tick();
    }
}

void Showcase::fillChannel(bool sendingStopped)
{
    const Instant now = m_world.clock.now();
    const auto ago = [now](int minutes) { return now - std::chrono::minutes(minutes); };
    ChannelNumber first;
    first.phoneNumberId = u"106540352242922"_s;
    first.display = u"+90 850 555 01 02"_s;
    first.quality = u"YELLOW"_s;
    first.limit = u"TIER_2K"_s;
    first.throughput = u"STANDARD"_s;
    first.nameStatus = u"APPROVED"_s;
    first.lastInboundAt = ago(2);
    first.lastCallAt = ago(sendingStopped ? 95 : 1);
    first.servicesThisMonth = 912;
    first.pricing = {{u"2026-11"_s, u"service"_s, u"free_customer_service"_s, 912},
                     {u"2026-11"_s, u"utility"_s, u"regular"_s, 240},
                     {u"2026-10"_s, u"service"_s, u"free_customer_service"_s, 733},
                     {u"2026-10"_s, u"utility"_s, u"regular"_s, 198}};
    ChannelNumber second = first;
    second.phoneNumberId = u"106540352242923"_s;
    second.display = u"+90 850 555 01 03"_s;
    second.quality = u"GREEN"_s;
    second.limit = u"TIER_LUNAR"_s; // a word of tomorrow
    second.servicesThisMonth = 12;
    second.history = HistoryImport{55, 0, ago(3)};
    second.pricing = {{u"2026-11"_s, u"service"_s, u"free_customer_service"_s, 12}};
    ChannelView view;
    view.numbers = {first, second};
    view.queued = sendingStopped ? 7 : 0;
    view.waitingMedia = 2;
    view.deadLetters = 1;
    view.sendingStopped = sendingStopped;
    const auto alert = [&](qint64 id, int minutes, AlertSeverity severity, const QString &kind,
                           const QString &subject, const QString &detail, int code = 0) {
        ChannelAlert made;
        made.id = id;
        made.at = ago(minutes);
        made.severity = severity;
        made.kind = kind;
        made.subject = subject;
        made.detail = detail;
        made.code = code;
        return made;
    };
    if (sendingStopped)
        view.alerts << alert(5, 93, AlertSeverity::Critical, u"token"_s, {},
                             u"Error validating access token"_s, 190);
    view.alerts << alert(4, 130, AlertSeverity::Warning, u"category_changed"_s, u"kargo_bilgisi"_s,
                         u"MARKETING"_s)
                << alert(3, 3000, AlertSeverity::Warning, u"quality_low"_s, first.display, {})
                << alert(2, 9000, AlertSeverity::Notice, u"limit_changed"_s, {}, u"TIER_2K"_s);
    view.alerts.last().acknowledged = true;
    m_world.server.setChannel(view);
    QList<TemplateView> templates = net::fakeTemplates();
    TemplateView frozen = templates.first();
    frozen.name = u"kargo_bilgisi"_s;
    frozen.frozen = true;
    frozen.quality = u"YELLOW"_s;
    templates << frozen;
    m_world.server.setTemplates(templates);
}

MessageId Showcase::fillHistory()
{
    const ConversationId id(kRich);
    auto &fake = m_world.server.world();
    MessageView message;
    for (int i = fake.messageCount(id) - 1; i >= 0; --i) {
        message = fake.message(id, i);
        if (message.state == SendState::Delivered)
            break;
    }
    const Instant at = message.at;
    const auto after = [at](int seconds) { return at + std::chrono::seconds(seconds); };
    MessageHistory history;
    history.versions = {{at, u"Kargo bugün dağıtıma çıkacak."_s, false},
                        {after(40), u"Kargo <b>yarın</b> dağıtıma çıkacak."_s, false},
                        {after(90), {}, true}};
    history.steps = {{1, at, SendState::Sending, 0, {}, {}},
                     {1, after(2), SendState::Failed, 131026, {}, {}},
                     {2, after(60), SendState::Accepted, 0, {}, {}},
                     {2, after(61), SendState::Sent, 0, u"utility"_s, u"regular"_s},
                     {2, after(70), SendState::Delivered, 0, {}, {}}};
    m_world.server.setHistory(message.id, history);
    return message.id;
}

void Showcase::sealLog(qint64 firstBad)
{
    const auto key = crypto::SigningKey::generate();
    const Instant sealed = m_world.clock.now() - std::chrono::minutes(65);
    crypto::Checkpoint checkpoint;
    checkpoint.origin = std::string(crypto::kAuditOrigin);
    checkpoint.size = 1204331;
    checkpoint.unixSeconds = sealed.seconds();
    AuditState state;
    state.verified = firstBad < 0;
    state.firstBad = firstBad;
    state.size = qint64(checkpoint.size);
    state.sealedAt = sealed;
    state.checkpoint = QByteArray::fromStdString(crypto::signCheckpoint(checkpoint, *key).value());
    state.publicKeyPem = QByteArray::fromStdString(key->publicKey().toPem().value());
    m_world.server.setAuditState(state);
}

void Showcase::eraseSomebody()
{
    bool done = false;
    m_world.server.stepUp(
        net::FakeServer::password(), {},
        {&m_world.server, [&](const net::Answer<Instant> &) {
             m_world.server.erase(
                 net::FakeWorld::contactOf(ConversationId(9)), u"Başvuru 2026-31"_s,
                 {&m_world.server, [&](const net::Answer<DestructionRecord> &) { done = true; }});
         }});
    (void)QTest::qWaitFor([&] { return done; });
}

} // namespace destek::test
