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
    if (screen == "thread"_L1 || screen == "offline"_L1)
        m_world.window->desk()->thread()->composer()->edit()->setPlainText(
            u"Kargo firmasıyla görüştüm, paketiniz"_s);
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
