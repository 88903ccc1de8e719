#include "tests/ui/gallery.h"

#include "tests/ui/media_samples.h"

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

MessageView put(UiWorld &world, MessageView message, const QByteArray &bytes)
{
    message.id = MessageId::create();
    message.at = message.receivedAt = world.clock.now();
    if (!bytes.isNull())
        world.server.setMedia(message.id, bytes);
    const qint64 number = world.server.world().append(message);
    const auto stored = world.server.world().find(message.id);
    Q_UNUSED(number)
    world.state.thread()->apply(*stored);
    world.clock.advance(std::chrono::seconds(30));
    return *stored;
}

void fillMedia(UiWorld &world, ConversationId id)
{
    const QByteArray photo = jpegBytes({1200, 900});
    MessageContent content = mediaContent(u"image/jpeg"_s, photo.size());
    content.forwarded = ForwardMark::Forwarded;
    content.reactions = {{u"👍"_s, true, u"Deniz Kaya"_s, world.clock.now()}};
    customerSends(world, id, MessageKind::Image,
                  u"Kutu *ezik* geldi, _içi sağlam_ ama ~iade~ değişim istiyorum"_s, content,
                  photo);
    const QByteArray sticker = webpBytes({256, 256});
    customerSends(world, id, MessageKind::Sticker, {},
                  mediaContent(u"image/webp"_s, sticker.size()), sticker);
    const QByteArray voice = opusBytes(7000);
    customerSends(world, id, MessageKind::Voice, {}, mediaContent(u"audio/ogg"_s, voice.size()),
                  voice);
    customerSends(world, id, MessageKind::Video, u"Videoda görünüyor"_s,
                  mediaContent(u"video/mp4"_s, 4'300'000));
    customerSends(world, id, MessageKind::Document, u"Fatura ektedir"_s,
                  mediaContent(u"application/pdf"_s, 182'000, u"Fatura 2026-11.pdf"_s), "%PDF-1.7");
    customerSends(world, id, MessageKind::Image, {},
                  mediaContent(u"image/jpeg"_s, 0, {}, MediaState::Waiting));
    customerSends(world, id, MessageKind::Video, {},
                  mediaContent(u"video/mp4"_s, 0, {}, MediaState::Expired));
    customerSends(world, id, MessageKind::Image, {}, mediaContent(u"image/jpeg"_s, 40),
                  pngClaiming({60000, 60000}));
}

void fillCards(UiWorld &world, ConversationId id)
{
    MessageContent place;
    place.location = {41.008238, 28.978359, u"Kadıköy Şubesi"_s, u"Moda Cad. 12, İstanbul"_s};
    customerSends(world, id, MessageKind::Location, {}, place);
    MessageContent card;
    card.contacts = {{u"Ali Veli"_s,
                      u"Örnek Lojistik"_s,
                      {{u"CELL"_s, u"+90 532 000 00 00"_s}},
                      {{u"WORK"_s, u"ali@ornek.example"_s}},
                      {},
                      false}};
    customerSends(world, id, MessageKind::Contacts, {}, card);
    MessageContent order;
    order.order = OrderView{
        u"1"_s,
        {{u"kahve-250"_s, 2, u"149.90"_s, u"TRY"_s}, {u"fincan-mavi"_s, 1, u"89.50"_s, u"TRY"_s}}};
    customerSends(world, id, MessageKind::Order, u"Hediye paketi olsun lütfen"_s, order);
    MessageContent form;
    form.form = FormView{{{u"ad"_s, u"Elif"_s}, {u"sikayet"_s, u"Geç teslimat"_s}}, {}};
    customerSends(world, id, MessageKind::Interactive, {}, form);
    MessageContent choice;
    choice.choiceDescription = u"2-3 iş günü"_s;
    customerSends(world, id, MessageKind::Interactive, u"Kargo"_s, choice);
    MessageContent ad;
    ad.referral = ReferralView{u"Kasım kampanyası"_s, u"Kahvelerde indirim"_s,
                               u"https://fb.example/ad/1"_s, true};
    customerSends(world, id, MessageKind::Text, u"Bu hâlâ geçerli mi?"_s, ad);
    MessageContent poll;
    poll.foreignType = u"poll_creation"_s;
    customerSends(world, id, MessageKind::Unsupported, {}, poll);
    MessageContent unknown;
    unknown.foreignType = u"hologram"_s;
    customerSends(world, id, MessageKind::Unknown, {}, unknown);
    MessageContent revoked;
    revoked.revoked = true;
    customerSends(world, id, MessageKind::Text, {}, revoked);
}

void fillOurs(UiWorld &world, ConversationId id, const MessageView &first)
{
    MessageContent asked;
    asked.header = u"Teslimat"_s;
    asked.footer = u"Yanıt için bir seçenek seçin"_s;
    asked.buttons = {{ButtonKind::Reply, u"e"_s, u"Evet, uygun"_s, {}},
                     {ButtonKind::Reply, u"h"_s, u"Başka gün"_s, {}}};
    weSent(world, id, MessageKind::Interactive, u"Yarın 14:00 uygun mu?"_s, asked);
    MessageContent listed;
    listed.list =
        ListView{u"Seçenekler"_s,
                 {{u"Konu"_s, {{u"1"_s, u"Kargo"_s, u"2-3 iş günü"_s}, {u"2"_s, u"İade"_s, {}}}}}};
    weSent(world, id, MessageKind::Interactive, u"Hangi konuda yazıyorsunuz?"_s, listed);
    MessageContent quote;
    quote.quote = QuoteView{first.id, false, {}, u"Merhaba, paketim ezik geldi"_s};
    quote.reactions = {{u"🙏"_s, false, {}, world.clock.now()},
                       {u"❤️"_s, true, u"Deniz Kaya"_s, world.clock.now()}};
    weSent(world, id, MessageKind::Text,
           u"Üzgünüz. Şunları yapabiliriz:\n- *değişim*\n- iade\n> kargo bizden\nKod: `AB-12`"_s,
           quote);
    MessageContent gone;
    gone.quote = QuoteView{};
    gone.edited = true;
    customerSends(world, id, MessageKind::Text, u"Olur, değişim lütfen"_s, gone);
    MessageContent phone;
    phone.provenance = Provenance::Phone;
    weSent(world, id, MessageKind::Text, u"Telefondan yazıldı"_s, phone, SendState::Delivered);
    weSent(world, id, MessageKind::Text, u"Adresi yazar mısınız?"_s, {}, SendState::Failed);
}

} // namespace

MessageContent mediaContent(const QString &mimeType, qint64 size, const QString &fileName,
                            MediaState state)
{
    MessageContent content;
    content.media = MediaView{state, mimeType, fileName, size, false};
    return content;
}

MessageView customerSends(UiWorld &world, ConversationId id, MessageKind kind, const QString &text,
                          const MessageContent &content, const QByteArray &bytes)
{
    MessageView message;
    message.conversation = id;
    message.kind = kind;
    message.text = text;
    message.content = content;
    return put(world, message, bytes);
}

MessageView weSent(UiWorld &world, ConversationId id, MessageKind kind, const QString &text,
                   const MessageContent &content, SendState state)
{
    MessageView message;
    message.conversation = id;
    message.direction = Direction::Outbound;
    message.kind = kind;
    message.text = text;
    message.content = content;
    message.state = state;
    message.errorCode = state == SendState::Failed ? 131026 : 0;
    message.attempts = state == SendState::Failed ? 2 : 1;
    message.author = u"Deniz Kaya"_s;
    return put(world, message, {});
}

void fillGallery(UiWorld &world, ConversationId id)
{
    const MessageView first =
        customerSends(world, id, MessageKind::Text, u"Merhaba, paketim ezik geldi"_s);
    fillMedia(world, id);
    fillCards(world, id);
    fillOurs(world, id, first);
}

void fillDirections(UiWorld &world, ConversationId id)
{
    const MessageView first =
        customerSends(world, id, MessageKind::Text, u"مرحبا، أين طلبي؟ رقم الطلب TR-4821."_s);
    weSent(world, id, MessageKind::Text,
           u"Siparişiniz (مرحبا، أين طلبي؟) yolda, takip no: 4821."_s);
    customerSends(world, id, MessageKind::Text, u"שלום, המספר הוא 4821 בבקשה"_s);
    customerSends(world, id, MessageKind::Text,
                  u"Merhaba,\nأريد استرداد المبلغ من فضلك\nteşekkürler\nשלום"_s);
    customerSends(world, id, MessageKind::Text,
                  u"*مهم جدا:* الصندوق _مفتوح_\n- واحد\n- اثنان\n> نص مقتبس"_s);
    MessageContent quote;
    quote.quote = QuoteView{first.id, false, {}, u"مرحبا، أين طلبي؟ رقم الطلب TR-4821."_s};
    weSent(world, id, MessageKind::Text, u"Bugün dağıtımda."_s, quote);
    const QByteArray photo = jpegBytes({640, 480});
    customerSends(world, id, MessageKind::Image, u"الصندوق مفتوح"_s,
                  mediaContent(u"image/jpeg"_s, photo.size()), photo);
    MessageContent card;
    card.contacts = {
        {u"محمد علي"_s, u"شركة"_s, {{u"CELL"_s, u"+90 532 000 00 00"_s}}, {}, {}, false}};
    customerSends(world, id, MessageKind::Contacts, {}, card);
    weSent(world, id, MessageKind::Text, u"نعم"_s);
}

} // namespace destek::test
