<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr">
<context>
    <name>Bubble</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Yeniden gönder</translation>
    </message>
    <message>
        <source>Copy reason</source>
        <translation>Nedeni kopyala</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tümünü göster</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Metni kopyala</translation>
    </message>
    <message>
        <source>Template · %1</source>
        <translation>Şablon · %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Yanıtla</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Tepki ver</translation>
    </message>
    <message>
        <source>Open or play</source>
        <translation>Aç ya da oynat</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>Hızı değiştir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Farklı kaydet…</translation>
    </message>
    <message>
        <source>Go to the message it answers</source>
        <translation>Yanıtlanan mesaja git</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>Mesajın geçmişi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>edited · %1</source>
        <translation>düzenlendi · %1</translation>
    </message>
    <message>
        <source>Attempts so far: %1.</source>
        <translation>Şimdiye kadarki deneme: %1.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Müşteri</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>emoji, who, when</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation>Koordinatları kopyala</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Konum</translation>
    </message>
    <message numerus="yes">
        <source>%n more; copying takes all of them</source>
        <translation>
            <numerusform>%n satır daha; kopyalayınca hepsi alınır</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared because we asked</source>
        <translation>Biz istediğimiz için paylaşıldı</translation>
    </message>
    <message>
        <source>Contact card, not checked</source>
        <translation>Kişi kartı, doğrulanmadı</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>quantity, price of one</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Toplam</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sipariş</translation>
    </message>
    <message>
        <source>Chose:</source>
        <translation>Seçimi:</translation>
    </message>
    <message>
        <source>As it came; it could not be read as a form</source>
        <translation>Geldiği gibi; form olarak okunamadı</translation>
    </message>
    <message>
        <source>Answered form</source>
        <translation>Yanıtlanan form</translation>
    </message>
    <message>
        <source>Came through an advertisement</source>
        <translation>Bir reklamdan geldi</translation>
    </message>
    <message>
        <source>Came through a post</source>
        <translation>Bir gönderiden geldi</translation>
    </message>
    <message>
        <source>About a product</source>
        <translation>Bir ürün hakkında</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>Biz</translation>
    </message>
    <message>
        <source>The message this answers is not available.</source>
        <translation>Yanıtlanan mesaj mevcut değil.</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Bu resim gösterilemiyor</translation>
    </message>
    <message>
        <source>Could not be loaded</source>
        <translation>Yüklenemedi</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Yükleniyor…</translation>
    </message>
    <message>
        <source>This computer has no sound output</source>
        <translation>Bu bilgisayarda ses çıkışı yok</translation>
    </message>
    <message>
        <source>This recording cannot be played here</source>
        <translation>Bu kayıt burada oynatılamıyor</translation>
    </message>
    <message>
        <source>Could not be loaded. Press play to try again.</source>
        <translation>Yüklenemedi. Yeniden denemek için oynat düğmesine basın.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Belge</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>Geri al (%1 sn)</translation>
    </message>
    <message>
        <source>Internal note · mentions you</source>
        <translation>Dahili not · sizden bahsetti</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Dahili not</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Okunmamış mesajlar</translation>
    </message>
    <message>
        <source>Mark as not sent</source>
        <translation>Gönderilmedi say</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Düzenle</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
    </message>
    <message>
        <source>Tell a colleague</source>
        <translation>Bir çalışma arkadaşına bildir</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>5 saniye geri</translation>
    </message>
    <message>
        <source>5 seconds forward</source>
        <translation>5 saniye ileri</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Catching up: newer messages may still be on their way. You can write again in a moment; your text is kept.</source>
        <translation>Eşitleniyor: daha yeni mesajlar yolda olabilir. Birazdan yeniden yazabilirsiniz; metniniz duruyor.</translation>
    </message>
    <message>
        <source>Your role lets you read this conversation but not answer it.</source>
        <translation>Rolünüz bu sohbeti okumanıza izin verir, yanıtlamanıza vermez.</translation>
    </message>
    <message>
        <source>No permission: this person does not want messages. You may answer when the person writes again.</source>
        <translation>İzin yok: bu kişi mesaj almak istemiyor. Kişi yeniden yazarsa yanıtlanabilir.</translation>
    </message>
    <message>
        <source>This person has not written yet. Only an approved template can be sent.</source>
        <translation>Bu kişi henüz yazmadı. Yalnızca onaylı şablon gönderilebilir.</translation>
    </message>
    <message>
        <source>Reply window closed: %1. Only an approved template can be sent. What you have written is kept and comes back when the person writes.</source>
        <translation>Yanıt penceresi kapandı: %1. Yalnızca onaylı şablon gönderilebilir. Yazdıklarınız saklandı; kişi yeniden yazınca geri gelir.</translation>
    </message>
    <message>
        <source>Reply window closed: %1. Only an approved template can be sent.</source>
        <translation>Yanıt penceresi kapandı: %1. Yalnızca onaylı şablon gönderilebilir.</translation>
    </message>
    <message>
        <source>You are offline. What you send waits here, encrypted. When the connection is back it goes out; if something has happened by then, you are asked first.</source>
        <translation>Çevrimdışısınız. Gönderdikleriniz burada şifreli olarak bekler. Bağlantı gelince gönderilir; o zamana kadar bir şey olmuşsa önce size sorulur.</translation>
    </message>
    <message>
        <source>%1 is answering. You may write a note (%2) or take over (%3, twice). Your text is kept.</source>
        <translation>Yanıtlayan: %1. Not yazabilir (%2) veya sohbeti devralabilirsiniz (%3, iki kez). Metniniz korunur.</translation>
    </message>
</context>
<context>
    <name>PackageWriter</name>
    <message>
        <source>The package names places outside its folder. Nothing was written; please tell your administrator.</source>
        <translation>Paket, kendi klasörünün dışında yerler belirtiyor. Hiçbir şey yazılmadı; lütfen yöneticinize bildirin.</translation>
    </message>
    <message>
        <source>A file or folder of this name exists already. Nothing was overwritten; please choose another folder.</source>
        <translation>Bu adda bir dosya ya da klasör zaten var. Hiçbir şeyin üzerine yazılmadı; lütfen başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The folder could not be written to. Nothing was kept there; please choose another folder.</source>
        <translation>Klasöre yazılamadı. Orada hiçbir şey bırakılmadı; lütfen başka bir klasör seçin.</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>[%1] %2</source>
        <comment>when, what happened</comment>
        <translation>[%1] %2</translation>
    </message>
    <message>
        <source>[%1] %2: %3</source>
        <comment>when, who, words</comment>
        <translation>[%1] %2: %3</translation>
    </message>
</context>
<context>
    <name>destek</name>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Did what</source>
        <translation>Ne yaptı</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Kime dair</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Gerekçe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsol</translation>
    </message>
    <message>
        <source>More than 24 hours have passed since this person wrote. Only an approved template can be sent.</source>
        <translation>Bu kişinin son mesajının üzerinden 24 saatten fazla geçti. Yalnızca onaylı şablon gönderilebilir.</translation>
    </message>
    <message>
        <source>This person has asked not to be written to. You can answer again when they ask something.</source>
        <translation>Bu kişi kendisine yazılmamasını istedi. Bir şey sorarsa yeniden yanıtlayabilirsiniz.</translation>
    </message>
    <message>
        <source>Advertising is never sent from here.</source>
        <translation>Buradan hiçbir zaman reklam gönderilmez.</translation>
    </message>
    <message>
        <source>This template does not exist any more.</source>
        <translation>Bu şablon artık yok.</translation>
    </message>
    <message>
        <source>WhatsApp does not allow this template at present.</source>
        <translation>WhatsApp bu şablona şu anda izin vermiyor.</translation>
    </message>
    <message>
        <source>Fill in every field of the template.</source>
        <translation>Şablonun bütün alanlarını doldurun.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Mesaj boş.</translation>
    </message>
    <message>
        <source>The message is longer than 4,096 characters. Shorten it or send it in two parts.</source>
        <translation>Mesaj 4.096 karakterden uzun. Kısaltın ya da iki parça hâlinde gönderin.</translation>
    </message>
    <message>
        <source>There is no number or name this person could be reached by.</source>
        <translation>Bu kişiye ulaşılabilecek bir numara ya da kullanıcı adı yok.</translation>
    </message>
    <message>
        <source>Your role does not allow sending messages.</source>
        <translation>Rolünüz mesaj göndermeye izin vermiyor.</translation>
    </message>
    <message>
        <source>The one confirmation of the opt-out has been sent already.</source>
        <translation>Çıkış isteğinin tek onay mesajı zaten gönderildi.</translation>
    </message>
    <message>
        <source>This person&apos;s data has been erased.</source>
        <translation>Bu kişinin verileri silindi.</translation>
    </message>
    <message>
        <source>This conversation does not exist any more.</source>
        <translation>Bu sohbet artık yok.</translation>
    </message>
    <message>
        <source>The server did not understand the request. The console may be too old.</source>
        <translation>Sunucu isteği anlamadı. Konsol eski bir sürüm olabilir.</translation>
    </message>
    <message>
        <source>Your session is over. Sign in again.</source>
        <translation>Oturumunuz sona erdi. Yeniden giriş yapın.</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>Kullanıcı adı ya da parola doğru değil.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little before you try again.</source>
        <translation>Çok fazla deneme yapıldı. Yeniden denemeden önce biraz bekleyin.</translation>
    </message>
    <message>
        <source>Enter the six digits from your authenticator.</source>
        <translation>Doğrulama uygulamanızdaki altı haneli kodu girin.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Rolünüz buna izin vermiyor.</translation>
    </message>
    <message>
        <source>Enter your password again to go on.</source>
        <translation>Sürdürmek için parolanızı yeniden girin.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Bu artık yok.</translation>
    </message>
    <message>
        <source>The message may not be sent.</source>
        <translation>Bu mesaj gönderilemez.</translation>
    </message>
    <message>
        <source>The pairing code is wrong, used or too old. Ask for a new one.</source>
        <translation>Eşleştirme kodu yanlış, kullanılmış ya da süresi geçmiş. Yeni bir kod isteyin.</translation>
    </message>
    <message>
        <source>This server has been set up already.</source>
        <translation>Bu sunucunun kurulumu zaten yapılmış.</translation>
    </message>
    <message>
        <source>This is larger than the server accepts.</source>
        <translation>Bu, sunucunun kabul ettiğinden büyük.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <translation>Sunucu meşgul. Birazdan yeniden deneyin.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. The administrator can find it in the server&apos;s log.</source>
        <translation>Sunucuda bir sorun oluştu. Yönetici ayrıntıyı sunucu günlüğünde bulabilir.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Sunucuya ulaşılamıyor.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Sunucu zamanında yanıt vermedi.</translation>
    </message>
    <message>
        <source>This is not the server this console was paired with. Nothing was sent. Tell your administrator.</source>
        <translation>Bu, konsolun eşleştirildiği sunucu değil. Hiçbir şey gönderilmedi. Yöneticinize bildirin.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood. The console may be too old.</source>
        <translation>Sunucunun yanıtı anlaşılamadı. Konsol eski bir sürüm olabilir.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Bu işlem iptal edildi.</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>Sunucu başladı</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>Sunucu durdu</translation>
    </message>
    <message>
        <source>First administrator set up</source>
        <translation>İlk yönetici tanımlandı</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>Kullanıcı eklendi</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>Kullanıcı değiştirildi</translation>
    </message>
    <message>
        <source>Pairing code made</source>
        <translation>Eşleştirme kodu üretildi</translation>
    </message>
    <message>
        <source>Console paired</source>
        <translation>Konsol eşleştirildi</translation>
    </message>
    <message>
        <source>Console revoked</source>
        <translation>Konsolun yetkisi kaldırıldı</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Giriş yapıldı</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Giriş başarısız oldu</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Çıkış yapıldı</translation>
    </message>
    <message>
        <source>Password given again</source>
        <translation>Parola yeniden girildi</translation>
    </message>
    <message>
        <source>Inbox read</source>
        <translation>Gelen kutusu okundu</translation>
    </message>
    <message>
        <source>Conversation read</source>
        <translation>Sohbet okundu</translation>
    </message>
    <message>
        <source>Person&apos;s details read</source>
        <translation>Kişi bilgileri okundu</translation>
    </message>
    <message>
        <source>Full number shown</source>
        <translation>Numara tam gösterildi</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Arama yapıldı</translation>
    </message>
    <message>
        <source>Message written</source>
        <translation>Mesaj yazıldı</translation>
    </message>
    <message>
        <source>Message refused</source>
        <translation>Mesaj reddedildi</translation>
    </message>
    <message>
        <source>Message handed to WhatsApp</source>
        <translation>Mesaj WhatsApp&apos;a verildi</translation>
    </message>
    <message>
        <source>Outcome of a message known</source>
        <translation>Mesajın sonucu belli oldu</translation>
    </message>
    <message>
        <source>Unclear message decided</source>
        <translation>Belirsiz mesaj karara bağlandı</translation>
    </message>
    <message>
        <source>Opt-out recorded</source>
        <translation>Çıkış isteği kaydedildi</translation>
    </message>
    <message>
        <source>Opt-out withdrawn</source>
        <translation>Çıkış isteği geri alındı</translation>
    </message>
    <message>
        <source>Possible opt-out decided</source>
        <translation>Olası ret bildirimi karara bağlandı</translation>
    </message>
    <message>
        <source>Person&apos;s data exported</source>
        <translation>Kişinin verileri dışa aktarıldı</translation>
    </message>
    <message>
        <source>Erasure previewed</source>
        <translation>Silme önizlendi</translation>
    </message>
    <message>
        <source>Erasure ordered</source>
        <translation>Silme emri verildi</translation>
    </message>
    <message>
        <source>Erasure completed</source>
        <translation>Silme tamamlandı</translation>
    </message>
    <message>
        <source>Console confirmed an erasure</source>
        <translation>Konsol silmeyi doğruladı</translation>
    </message>
    <message>
        <source>Expired data destroyed</source>
        <translation>Süresi dolan veriler imha edildi</translation>
    </message>
    <message>
        <source>Log read</source>
        <translation>Günlük okundu</translation>
    </message>
    <message>
        <source>Log exported</source>
        <translation>Günlük dışa aktarıldı</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Yedek alındı</translation>
    </message>
    <message>
        <source>Event from WhatsApp set aside</source>
        <translation>WhatsApp olayı ayrıldı</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Erişim reddedildi</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Temsilci</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Süpervizör</translation>
    </message>
    <message>
        <source>Data-protection officer</source>
        <translation>Veri koruma görevlisi</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Yönetici</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Yapıldı</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Gönderilmeyi bekliyor</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Gönderiliyor</translation>
    </message>
    <message>
        <source>Unclear whether it was sent</source>
        <translation>Gönderilip gönderilmediği belli değil</translation>
    </message>
    <message>
        <source>Accepted by WhatsApp</source>
        <translation>WhatsApp kabul etti</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gönderildi</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>İletildi</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Okundu</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>Dinlendi</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>İletilemedi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Gönderilemedi</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Vazgeçildi</translation>
    </message>
    <message>
        <source>[Picture]</source>
        <translation>[Resim]</translation>
    </message>
    <message>
        <source>[Video]</source>
        <translation>[Görüntü]</translation>
    </message>
    <message>
        <source>[Audio]</source>
        <translation>[Ses]</translation>
    </message>
    <message>
        <source>[Voice message]</source>
        <translation>[Sesli mesaj]</translation>
    </message>
    <message>
        <source>[Document]</source>
        <translation>[Belge]</translation>
    </message>
    <message>
        <source>[Sticker]</source>
        <translation>[Çıkartma]</translation>
    </message>
    <message>
        <source>[Location]</source>
        <translation>[Konum]</translation>
    </message>
    <message>
        <source>[Contact card]</source>
        <translation>[Kişi kartı]</translation>
    </message>
    <message>
        <source>[Button pressed]</source>
        <translation>[Düğmeye basıldı]</translation>
    </message>
    <message>
        <source>[Choice]</source>
        <translation>[Seçim]</translation>
    </message>
    <message>
        <source>[Reaction]</source>
        <translation>[Tepki]</translation>
    </message>
    <message>
        <source>[Order]</source>
        <translation>[Sipariş]</translation>
    </message>
    <message>
        <source>[Notice from WhatsApp]</source>
        <translation>[WhatsApp bildirimi]</translation>
    </message>
    <message>
        <source>[Message WhatsApp cannot show here]</source>
        <translation>[WhatsApp&apos;ın burada gösteremediği mesaj]</translation>
    </message>
    <message>
        <source>[Message was edited]</source>
        <translation>[Mesaj düzenlendi]</translation>
    </message>
    <message>
        <source>[Message was deleted by its writer]</source>
        <translation>[Mesajı yazan kişi sildi]</translation>
    </message>
    <message>
        <source>[Event]</source>
        <translation>[Olay]</translation>
    </message>
    <message>
        <source>[Message of an unknown type]</source>
        <translation>[Bilinmeyen türde mesaj]</translation>
    </message>
    <message>
        <source>This person asked not to be written to any more.</source>
        <translation>Kişi mesaj almak istemiyor.</translation>
    </message>
    <message>
        <source>This person may be written to again.</source>
        <translation>Bu kişiye yeniden yazılabilir.</translation>
    </message>
    <message>
        <source>These words may ask us to stop writing. Please say what is meant.</source>
        <translation>Bu sözler yazmamamızı istiyor olabilir. Lütfen ne denmek istendiğini belirtin.</translation>
    </message>
    <message>
        <source>A colleague decided that this was not a wish to stop.</source>
        <translation>Bir çalışma arkadaşınız bunun bir ret bildirimi olmadığına karar verdi.</translation>
    </message>
    <message>
        <source>This person&apos;s number has changed.</source>
        <translation>Bu kişinin numarası değişti.</translation>
    </message>
    <message>
        <source>A card number in a message was made unreadable before storing.</source>
        <translation>Mesajdaki kart numarası saklanmadan önce okunamaz hâle getirildi.</translation>
    </message>
    <message>
        <source>Something happened here that this console is too old to show.</source>
        <translation>Burada, bu konsol sürümünün gösteremediği bir olay oldu.</translation>
    </message>
    <message>
        <source>Nobody knows whether this message went out. It is not sent again by itself; please decide.</source>
        <translation>Bu mesajın gidip gitmediği bilinmiyor. Kendiliğinden yeniden gönderilmez; lütfen karar verin.</translation>
    </message>
    <message>
        <source>It is unknown whether this message went out; a colleague gave it up.</source>
        <translation>Bu mesajın gidip gitmediği bilinmiyor; bir çalışma arkadaşınız vazgeçti.</translation>
    </message>
    <message>
        <source>Unnamed person</source>
        <translation>Adsız kişi</translation>
    </message>
    <message>
        <source>May be written to</source>
        <translation>Mesaj gönderilebilir</translation>
    </message>
    <message>
        <source>Does not want to be written to</source>
        <translation>Mesaj almak istemiyor</translation>
    </message>
    <message>
        <source>By a word they wrote</source>
        <translation>Yazdığı bir sözle</translation>
    </message>
    <message>
        <source>By a button they pressed</source>
        <translation>Bastığı bir düğmeyle</translation>
    </message>
    <message>
        <source>Recorded by a colleague</source>
        <translation>Bir çalışma arkadaşı kaydetti</translation>
    </message>
    <message>
        <source>By their setting in WhatsApp</source>
        <translation>WhatsApp ayarıyla</translation>
    </message>
    <message>
        <source>Reported by WhatsApp when we wrote</source>
        <translation>Biz yazınca WhatsApp bildirdi</translation>
    </message>
    <message>
        <source>The connection to WhatsApp has expired; the administrator must renew it.</source>
        <translation>WhatsApp bağlantısının süresi doldu; yöneticinin yenilemesi gerekir.</translation>
    </message>
    <message>
        <source>The system lacks a permission at WhatsApp; the administrator must grant it.</source>
        <translation>Sistemin WhatsApp&apos;ta bir izni eksik; yöneticinin vermesi gerekir.</translation>
    </message>
    <message>
        <source>WhatsApp is temporarily unavailable.</source>
        <translation>WhatsApp geçici olarak kullanılamıyor.</translation>
    </message>
    <message>
        <source>WhatsApp is slowing down what we send at the moment.</source>
        <translation>WhatsApp şu anda gönderimlerimizi yavaşlatıyor.</translation>
    </message>
    <message>
        <source>WhatsApp has restricted the business account.</source>
        <translation>WhatsApp işletme hesabını kısıtladı.</translation>
    </message>
    <message>
        <source>WhatsApp did not accept how the message was built. The administrator can find the details in the server&apos;s log.</source>
        <translation>WhatsApp mesajın biçimini kabul etmedi. Yönetici ayrıntıyı sunucu günlüğünde bulabilir.</translation>
    </message>
    <message>
        <source>This template cannot be sent in this way.</source>
        <translation>Bu şablon bu şekilde gönderilemez.</translation>
    </message>
    <message>
        <source>Fields of the template are missing or filled in wrongly.</source>
        <translation>Şablonun alanları eksik ya da yanlış doldurulmuş.</translation>
    </message>
    <message>
        <source>Our number is not registered at WhatsApp; the administrator must register it.</source>
        <translation>Numaramız WhatsApp&apos;ta kayıtlı değil; yöneticinin kaydetmesi gerekir.</translation>
    </message>
    <message>
        <source>The form in this template is not available at present.</source>
        <translation>Bu şablondaki form şu anda kullanılamıyor.</translation>
    </message>
    <message>
        <source>WhatsApp rejected the request.</source>
        <translation>WhatsApp isteği reddetti.</translation>
    </message>
    <message>
        <source>WhatsApp could not process the message and gave no reason.</source>
        <translation>WhatsApp mesajı işleyemedi ve neden belirtmedi.</translation>
    </message>
    <message>
        <source>Too many messages were sent to this person in a short time. Try again in a few minutes.</source>
        <translation>Bu kişiye kısa sürede çok fazla mesaj gönderildi. Birkaç dakika sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>WhatsApp limits our number because of complaints.</source>
        <translation>WhatsApp şikâyetler nedeniyle numaramızı sınırlıyor.</translation>
    </message>
    <message>
        <source>The sending limit is reached because templates were in the wrong category; the administrator must correct them.</source>
        <translation>Şablonlar yanlış kategoride olduğu için gönderim sınırına ulaşıldı; yöneticinin düzeltmesi gerekir.</translation>
    </message>
    <message>
        <source>WhatsApp is maintaining our number. Try again in a minute.</source>
        <translation>WhatsApp numaramızda bakım yapıyor. Bir dakika sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>WhatsApp does not allow us to write to this country.</source>
        <translation>WhatsApp bu ülkeye yazmamıza izin vermiyor.</translation>
    </message>
    <message>
        <source>WhatsApp has not approved our display name yet.</source>
        <translation>WhatsApp görünen adımızı henüz onaylamadı.</translation>
    </message>
    <message>
        <source>There is a billing problem with our WhatsApp account; the administrator must solve it.</source>
        <translation>WhatsApp hesabımızda bir ödeme sorunu var; yöneticinin çözmesi gerekir.</translation>
    </message>
    <message>
        <source>This is our own number; nothing can be sent to it.</source>
        <translation>Bu bizim numaramız; buraya bir şey gönderilemez.</translation>
    </message>
    <message>
        <source>This person cannot receive WhatsApp messages at present. Use another way to reach them.</source>
        <translation>Bu kişi şu anda WhatsApp mesajı alamıyor. Başka bir yoldan ulaşın.</translation>
    </message>
    <message>
        <source>Our number is a test number and this person is not on its list.</source>
        <translation>Numaramız bir deneme numarası ve bu kişi listesinde değil.</translation>
    </message>
    <message>
        <source>The 24-hour window is closed. Choose a template.</source>
        <translation>24 saatlik pencere kapalı. Bir şablon seçin.</translation>
    </message>
    <message>
        <source>WhatsApp did not deliver this message, to protect the person from too many business messages. Do not repeat it within 24 hours.</source>
        <translation>WhatsApp, kişiyi çok sayıda işletme mesajından korumak için bu mesajı iletmedi. 24 saat içinde yinelemeyin.</translation>
    </message>
    <message>
        <source>This person has told WhatsApp to stop such messages from us.</source>
        <translation>Bu kişi WhatsApp&apos;a bizden böyle mesaj istemediğini bildirdi.</translation>
    </message>
    <message>
        <source>WhatsApp withheld this message as part of an experiment.</source>
        <translation>WhatsApp bu mesajı bir deneme kapsamında iletmedi.</translation>
    </message>
    <message>
        <source>We have blocked this person; unblock them first.</source>
        <translation>Bu kişiyi engellemişiz; önce engeli kaldırın.</translation>
    </message>
    <message>
        <source>WhatsApp does not support this type of message.</source>
        <translation>WhatsApp bu mesaj türünü desteklemiyor.</translation>
    </message>
    <message>
        <source>The person&apos;s file could not be received. Ask for a smaller one.</source>
        <translation>Kişinin dosyası alınamadı. Daha küçük bir dosya isteyin.</translation>
    </message>
    <message>
        <source>WhatsApp does not accept this type or size of file.</source>
        <translation>WhatsApp bu türde ya da boyutta dosya kabul etmiyor.</translation>
    </message>
    <message>
        <source>This message can only be seen on the phone.</source>
        <translation>Bu mesaj yalnızca telefonda görülebilir.</translation>
    </message>
    <message>
        <source>This message needs the person&apos;s phone number, which we do not have.</source>
        <translation>Bu mesaj için kişinin telefon numarası gerekir; bizde yok.</translation>
    </message>
    <message>
        <source>The person&apos;s WhatsApp identity has changed. Make sure that it is still them.</source>
        <translation>Kişinin WhatsApp kimliği değişti. Hâlâ aynı kişi olduğundan emin olun.</translation>
    </message>
    <message>
        <source>The template is not approved in this language.</source>
        <translation>Şablon bu dilde onaylı değil.</translation>
    </message>
    <message>
        <source>With its fields filled in, the template&apos;s text is too long.</source>
        <translation>Alanları dolunca şablonun metni çok uzun oluyor.</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s rules do not allow the content of this template.</source>
        <translation>WhatsApp kuralları bu şablonun içeriğine izin vermiyor.</translation>
    </message>
    <message>
        <source>WhatsApp has paused this template.</source>
        <translation>WhatsApp bu şablonu duraklattı.</translation>
    </message>
    <message>
        <source>WhatsApp has disabled this template for good.</source>
        <translation>WhatsApp bu şablonu kalıcı olarak kapattı.</translation>
    </message>
    <message>
        <source>WhatsApp is still preparing this template. Try again in ten minutes.</source>
        <translation>WhatsApp bu şablonu hâlâ hazırlıyor. On dakika sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>WhatsApp reported error %1.</source>
        <translation>WhatsApp şu hatayı bildirdi: %1.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>kapalı</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>bir dakikadan az kaldı</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>%1 dk kaldı</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>%1 sa %2 dk kaldı</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Dün</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n dakika önce</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n saat önce</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversation with %1.</source>
        <translation>Sohbet: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting.</source>
        <translation>
            <numerusform>%n mesaj bekliyor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Window for free text: %1.</source>
        <translation>Yanıt penceresi: %1.</translation>
    </message>
    <message>
        <source>Possible opt-out: please decide.</source>
        <translation>Olası ret bildirimi: lütfen karar verin.</translation>
    </message>
    <message>
        <source>Opted out.</source>
        <translation>Mesaj almak istemiyor.</translation>
    </message>
    <message>
        <source>Last message, %1: %2</source>
        <translation>Son mesaj, %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>consoles that confirmed</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Tutanak no</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Emri veren</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Anahtarlı iz</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mesajlar</translation>
    </message>
    <message>
        <source>Consoles that confirmed</source>
        <translation>Doğrulayan konsollar</translation>
    </message>
    <message>
        <source>Customer, %1: %2</source>
        <translation>Müşteri, %1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3. %4</source>
        <translation>%1, %2: %3. %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what happened</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>Eşleştirildi</translation>
    </message>
    <message>
        <source>The code was wrong or used up</source>
        <translation>Kod yanlış ya da kullanılmış</translation>
    </message>
    <message>
        <source>No such user</source>
        <translation>Böyle bir kullanıcı yok</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Değiştirildi</translation>
    </message>
    <message>
        <source>Said again</source>
        <translation>Yinelendi</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Doğrulandı</translation>
    </message>
    <message>
        <source>The signature is wrong</source>
        <translation>İmza yanlış</translation>
    </message>
    <message>
        <source>To be sent again</source>
        <translation>Yeniden gönderilecek</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Evet</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hayır</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Devre dışı bırakıldı</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Etkinleştirildi</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Yeni parola</translation>
    </message>
    <message>
        <source>New second factor</source>
        <translation>Yeni ikinci doğrulama</translation>
    </message>
    <message>
        <source>Support answer</source>
        <translation>Destek yanıtı</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Bilgilendirme</translation>
    </message>
    <message>
        <source>Legal notice</source>
        <translation>Yasal bildirim</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mesaj</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Sohbet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Kullanıcı</translation>
    </message>
    <message>
        <source>Live view</source>
        <translation>Canlı görünüm</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Eşleştirme</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Kurulum</translation>
    </message>
    <message>
        <source>Stopped: category changed</source>
        <translation>Durduruldu: kategorisi değişti</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Şablon</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kalite</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Yüksek</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Orta</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Düşük</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Henüz puanlanmadı</translation>
    </message>
    <message>
        <source>50 people a day</source>
        <translation>Günde 50 kişi</translation>
    </message>
    <message>
        <source>250 people a day</source>
        <translation>Günde 250 kişi</translation>
    </message>
    <message>
        <source>1,000 people a day</source>
        <translation>Günde 1.000 kişi</translation>
    </message>
    <message>
        <source>2,000 people a day</source>
        <translation>Günde 2.000 kişi</translation>
    </message>
    <message>
        <source>10,000 people a day</source>
        <translation>Günde 10.000 kişi</translation>
    </message>
    <message>
        <source>100,000 people a day</source>
        <translation>Günde 100.000 kişi</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sınırsız</translation>
    </message>
    <message>
        <source>80 messages a second</source>
        <translation>Saniyede 80 mesaj</translation>
    </message>
    <message>
        <source>1,000 messages a second</source>
        <translation>Saniyede 1.000 mesaj</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Belirtilmemiş</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Onaylı</translation>
    </message>
    <message>
        <source>Usable without review</source>
        <translation>İncelemesiz kullanılabilir</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>İncelemede</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Geri çevrildi</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Süresi doldu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Yok</translation>
    </message>
    <message>
        <source>Appeal in review</source>
        <translation>İtiraz incelemede</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Paused by WhatsApp</source>
        <translation>WhatsApp duraklattı</translation>
    </message>
    <message>
        <source>Disabled by WhatsApp</source>
        <translation>WhatsApp kapattı</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>İşaretlendi</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Silindi</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>Siliniyor</translation>
    </message>
    <message>
        <source>Too many templates</source>
        <translation>Şablon sayısı aşıldı</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arşivlendi</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Bilgilendirme</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Kimlik doğrulama</translation>
    </message>
    <message>
        <source>Authentication, international</source>
        <translation>Kimlik doğrulama, uluslararası</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Pazarlama</translation>
    </message>
    <message>
        <source>Marketing, lite</source>
        <translation>Pazarlama, hafif</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Hizmet</translation>
    </message>
    <message>
        <source>After an advertisement</source>
        <translation>Reklamdan sonra</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Ücretli</translation>
    </message>
    <message>
        <source>Free: customer service</source>
        <translation>Ücretsiz: müşteri hizmeti</translation>
    </message>
    <message>
        <source>Free: came through an advertisement</source>
        <translation>Ücretsiz: reklamdan gelen</translation>
    </message>
    <message>
        <source>Free: group</source>
        <translation>Ücretsiz: grup</translation>
    </message>
    <message>
        <source>WhatsApp rejected, paused or disabled the template “%1”.</source>
        <translation>WhatsApp “%1” şablonunu reddetti, duraklattı ya da kapattı.</translation>
    </message>
    <message>
        <source>WhatsApp changed the category of the template “%1”.</source>
        <translation>WhatsApp “%1” şablonunun kategorisini değiştirdi.</translation>
    </message>
    <message>
        <source>The quality rating of %1 has fallen.</source>
        <translation>%1 için kalite puanı düştü.</translation>
    </message>
    <message>
        <source>WhatsApp restricted the account.</source>
        <translation>WhatsApp hesabı kısıtladı.</translation>
    </message>
    <message>
        <source>The messaging limit has changed.</source>
        <translation>Mesaj sınırı değişti.</translation>
    </message>
    <message>
        <source>WhatsApp no longer accepts our access token.</source>
        <translation>WhatsApp erişim anahtarımızı artık kabul etmiyor.</translation>
    </message>
    <message>
        <source>There is a problem with paying WhatsApp.</source>
        <translation>WhatsApp ödemelerinde bir sorun var.</translation>
    </message>
    <message>
        <source>A security setting of %1 was changed.</source>
        <translation>%1 için bir güvenlik ayarı değiştirildi.</translation>
    </message>
    <message>
        <source>WhatsApp sent a notice about the account.</source>
        <translation>WhatsApp hesapla ilgili bir bildirim gönderdi.</translation>
    </message>
    <message>
        <source>It can no longer be sent. Change it in WhatsApp Manager.</source>
        <translation>Artık gönderilemez. WhatsApp Yöneticisi’nde değiştirin.</translation>
    </message>
    <message>
        <source>It is stopped here until you decide. Look at it under Templates below.</source>
        <translation>Siz karar verene kadar burada durdurulur. Aşağıdaki Şablonlar bölümüne bakın.</translation>
    </message>
    <message>
        <source>People block or report these messages. Send fewer templates.</source>
        <translation>İnsanlar bu mesajları engelliyor ya da bildiriyor. Daha az şablon gönderin.</translation>
    </message>
    <message>
        <source>See Account quality in WhatsApp Manager, and appeal there.</source>
        <translation>WhatsApp Yöneticisi’nde Hesap kalitesi bölümüne bakın; itirazı orada yapabilirsiniz.</translation>
    </message>
    <message>
        <source>Make a new system-user token at Meta and give it to the server.</source>
        <translation>Meta’da yeni bir sistem kullanıcısı anahtarı oluşturup sunucuya verin.</translation>
    </message>
    <message>
        <source>Check the payment method in Meta&apos;s billing settings.</source>
        <translation>Meta’nın faturalandırma ayarlarından ödeme yöntemini denetleyin.</translation>
    </message>
    <message>
        <source>If nobody of you did this, change the PIN and the passwords.</source>
        <translation>Bunu sizden biri yapmadıysa PIN’i ve parolaları değiştirin.</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Acil</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Uyarı</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Bilgi</translation>
    </message>
    <message>
        <source>WhatsApp reports: %1</source>
        <translation>WhatsApp bildiriyor: %1</translation>
    </message>
    <message>
        <source>Write the text of the message.</source>
        <translation>Mesajın metnini yazın.</translation>
    </message>
    <message>
        <source>The text is too long. Please shorten it.</source>
        <translation>Metin çok uzun. Lütfen kısaltın.</translation>
    </message>
    <message>
        <source>The caption is longer than 1,024 characters. Please shorten it.</source>
        <translation>Açıklama 1.024 karakterden uzun. Lütfen kısaltın.</translation>
    </message>
    <message>
        <source>Recordings and stickers cannot have a caption. Send the words as a message of their own.</source>
        <translation>Ses kayıtlarına ve çıkartmalara açıklama eklenemez. Sözleri ayrı bir mesaj olarak gönderin.</translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation>Dosyayı seçin.</translation>
    </message>
    <message>
        <source>The file is larger than WhatsApp takes.</source>
        <translation>Dosya, WhatsApp’ın kabul ettiğinden büyük.</translation>
    </message>
    <message>
        <source>WhatsApp does not take files of this type.</source>
        <translation>WhatsApp bu türde dosya kabul etmiyor.</translation>
    </message>
    <message>
        <source>Enter latitude (-90 to 90) and longitude (-180 to 180), or paste them into the first field.</source>
        <translation>Enlemi (-90 ile 90 arası) ve boylamı (-180 ile 180 arası) girin ya da ikisini birlikte ilk alana yapıştırın.</translation>
    </message>
    <message>
        <source>Enter the contact.</source>
        <translation>Kişi bilgilerini girin.</translation>
    </message>
    <message>
        <source>Enter the name of the contact.</source>
        <translation>Kişinin adını girin.</translation>
    </message>
    <message>
        <source>Enter at least one button.</source>
        <translation>En az bir düğme girin.</translation>
    </message>
    <message>
        <source>At most three buttons fit below a message.</source>
        <translation>Bir mesajın altına en çok üç düğme sığar.</translation>
    </message>
    <message>
        <source>Enter the words on the button.</source>
        <translation>Düğmenin üzerindeki sözleri girin.</translation>
    </message>
    <message>
        <source>At most 20 characters fit on a button. Please shorten it.</source>
        <translation>Bir düğmeye en çok 20 karakter sığar. Lütfen kısaltın.</translation>
    </message>
    <message>
        <source>Two buttons have the same words. Please change one.</source>
        <translation>İki düğmede aynı sözler var. Lütfen birini değiştirin.</translation>
    </message>
    <message>
        <source>Enter at least one row in each section.</source>
        <translation>Her bölüme en az bir satır girin.</translation>
    </message>
    <message>
        <source>A list has at most 10 rows. Please remove some.</source>
        <translation>Bir listede en çok 10 satır olabilir. Lütfen birkaçını çıkarın.</translation>
    </message>
    <message>
        <source>Every row needs a title, and every section too if there are several.</source>
        <translation>Her satırın bir başlığı olmalı; birden çok bölüm varsa bölümlerin de.</translation>
    </message>
    <message>
        <source>Titles in a list have at most 24 characters, descriptions at most 72. Please shorten them.</source>
        <translation>Listedeki başlıklar en çok 24, açıklamalar en çok 72 karakter olabilir. Lütfen kısaltın.</translation>
    </message>
    <message>
        <source>The header has at most 60 characters. Please shorten it.</source>
        <translation>Üst başlık en çok 60 karakter olabilir. Lütfen kısaltın.</translation>
    </message>
    <message>
        <source>The footer has at most 60 characters. Please shorten it.</source>
        <translation>Alt bilgi en çok 60 karakter olabilir. Lütfen kısaltın.</translation>
    </message>
    <message>
        <source>The message to react to is missing.</source>
        <translation>Tepki verilecek mesaj yok.</translation>
    </message>
    <message>
        <source>This cannot be sent with WhatsApp.</source>
        <translation>Bu, WhatsApp ile gönderilemez.</translation>
    </message>
    <message>
        <source>WhatsApp takes pictures of at most %1. It can be made smaller here.</source>
        <translation>WhatsApp’ın kabul ettiği en büyük resim boyutu: %1. Resim burada küçültülebilir.</translation>
    </message>
    <message>
        <source>WhatsApp takes recordings of at most %1. Please shorten or compress it.</source>
        <translation>WhatsApp’ın kabul ettiği en büyük ses kaydı boyutu: %1. Lütfen kısaltın ya da sıkıştırın.</translation>
    </message>
    <message>
        <source>WebP goes out as a sticker of at most %1. It can be sent as a JPEG picture instead.</source>
        <translation>WebP çıkartma olarak gönderilir; en büyük boyut: %1. Bunun yerine JPEG resmi olarak gönderilebilir.</translation>
    </message>
    <message>
        <source>WhatsApp takes documents of at most %1. Please split or compress it.</source>
        <translation>WhatsApp’ın kabul ettiği en büyük belge boyutu: %1. Lütfen bölün ya da sıkıştırın.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Dosya boş.</translation>
    </message>
    <message>
        <source>The file could not be read. Check that it still exists and attach it again.</source>
        <translation>Dosya okunamadı. Yerinde durduğunu denetleyip yeniden ekleyin.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Resim</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Ses kaydı</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Çıkartma</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Belge</translation>
    </message>
    <message>
        <source>Somebody else answers this conversation at present. What is written there is shown here; nothing can be sent.</source>
        <translation>Bu sohbeti şu anda başkası yanıtlıyor. Orada yazılanlar burada gösterilir; buradan bir şey gönderilemez.</translation>
    </message>
    <message>
        <source>Category changed by Meta: waiting for the administrator.</source>
        <translation>Meta kategorisini değiştirdi: yönetici onayı bekliyor.</translation>
    </message>
    <message>
        <source>WhatsApp would not take this message as it is. Change it and send it again.</source>
        <translation>WhatsApp bu mesajı bu hâliyle kabul etmez. Değiştirip yeniden gönderin.</translation>
    </message>
    <message>
        <source>The file is not on the server any more. Attach it again.</source>
        <translation>Dosya artık sunucuda değil. Yeniden ekleyin.</translation>
    </message>
    <message>
        <source>The message this one refers to does not exist any more or is too old. Send it without the reference.</source>
        <translation>Bu mesajın gönderme yaptığı mesaj artık yok ya da çok eski. Alıntısız gönderin.</translation>
    </message>
    <message>
        <source>WhatsApp refuses our account at present, so nothing goes out. The administrator has been told.</source>
        <translation>WhatsApp şu anda hesabımızı reddediyor; bu yüzden hiçbir şey gönderilmiyor. Yöneticiye haber verildi.</translation>
    </message>
    <message>
        <source>WhatsApp has paused this template because customers complained about it.</source>
        <translation>Müşteriler şikâyet ettiği için WhatsApp bu şablonu duraklattı.</translation>
    </message>
    <message>
        <source>Picture, recording or file opened</source>
        <translation>Resim, ses kaydı ya da dosya açıldı</translation>
    </message>
    <message>
        <source>History of a message read</source>
        <translation>Mesajın geçmişi okundu</translation>
    </message>
    <message>
        <source>File handed over for sending</source>
        <translation>Gönderilmek üzere dosya verildi</translation>
    </message>
    <message>
        <source>Marked as read at WhatsApp</source>
        <translation>WhatsApp’ta okundu olarak işaretlendi</translation>
    </message>
    <message>
        <source>Stopped template allowed again</source>
        <translation>Durdurulan şablona yeniden izin verildi</translation>
    </message>
    <message>
        <source>Report of WhatsApp seen</source>
        <translation>WhatsApp bildirimi görüldü</translation>
    </message>
    <message>
        <source>By a choice from a list</source>
        <translation>Listeden yaptığı seçimle</translation>
    </message>
    <message>
        <source>Said in an e-mail</source>
        <translation>E-postayla bildirdi</translation>
    </message>
    <message>
        <source>Said on the telephone</source>
        <translation>Telefonda bildirdi</translation>
    </message>
    <message>
        <source>WhatsApp could not change its list of blocked people.</source>
        <translation>WhatsApp engellenen kişiler listesini değiştiremedi.</translation>
    </message>
    <message>
        <source>WhatsApp did not accept our user name; the administrator can see to it.</source>
        <translation>WhatsApp kullanıcı adımızı kabul etmedi; yönetici ilgilenebilir.</translation>
    </message>
    <message>
        <source>WhatsApp did not accept the new template; the administrator must correct it.</source>
        <translation>WhatsApp yeni şablonu kabul etmedi; yöneticinin düzeltmesi gerekiyor.</translation>
    </message>
    <message>
        <source>The history of our number cannot be fetched from the phone any more.</source>
        <translation>Numaramızın geçmişi artık telefondan alınamıyor.</translation>
    </message>
    <message>
        <source>WhatsApp lost its place in a long list; it is read again from the beginning.</source>
        <translation>WhatsApp uzun bir listede yerini kaybetti; liste baştan okunuyor.</translation>
    </message>
    <message>
        <source>Somebody else answers here.</source>
        <translation>Burada başkası yanıtlıyor.</translation>
    </message>
    <message>
        <source>a poll</source>
        <translation>anket</translation>
    </message>
    <message>
        <source>a vote in a poll</source>
        <translation>ankette oy</translation>
    </message>
    <message>
        <source>a moving picture</source>
        <translation>hareketli resim</translation>
    </message>
    <message>
        <source>an invitation to a group</source>
        <translation>grup daveti</translation>
    </message>
    <message>
        <source>a message marked to be kept</source>
        <translation>saklanması istenen mesaj</translation>
    </message>
    <message>
        <source>a link with a preview</source>
        <translation>önizlemeli bağlantı</translation>
    </message>
    <message>
        <source>a pinned message</source>
        <translation>sabitlenmiş mesaj</translation>
    </message>
    <message>
        <source>a change of an earlier message</source>
        <translation>önceki bir mesajın değişikliği</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>ürün</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>sipariş</translation>
    </message>
    <message>
        <source>a choice from a list</source>
        <translation>listeden seçim</translation>
    </message>
    <message>
        <source>a live location</source>
        <translation>canlı konum</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>resim</translation>
    </message>
    <message>
        <source>a reaction</source>
        <translation>tepki</translation>
    </message>
    <message>
        <source>a file that is only on the phone</source>
        <translation>yalnızca telefonda bulunan dosya</translation>
    </message>
    <message>
        <source>%1 × %2 (%3 each)</source>
        <comment>quantity, product, price</comment>
        <translation>%1 × %2 (birim fiyatı %3)</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Toplam: %1</translation>
    </message>
    <message>
        <source>The customer took this message back.</source>
        <translation>Müşteri bu mesajı geri aldı.</translation>
    </message>
    <message>
        <source>This message was taken back on the phone.</source>
        <translation>Bu mesaj telefondan geri alındı.</translation>
    </message>
    <message>
        <source>This message can only be read on the phone that has this number.</source>
        <translation>Bu mesaj yalnızca bu numaranın kullanıldığı telefonda okunabilir.</translation>
    </message>
    <message>
        <source>A message of a type this version does not know: %1</source>
        <translation>Bu sürümün tanımadığı türde bir mesaj: %1</translation>
    </message>
    <message>
        <source>Sent something WhatsApp does not hand on.</source>
        <translation>WhatsApp’ın iletmediği bir şey gönderdi.</translation>
    </message>
    <message>
        <source>Sent something WhatsApp does not hand on: %1</source>
        <translation>WhatsApp’ın iletmediği bir şey gönderdi: %1</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>İletildi</translation>
    </message>
    <message>
        <source>Forwarded many times</source>
        <translation>Birçok kez iletildi</translation>
    </message>
    <message>
        <source>Written in a WhatsApp group</source>
        <translation>Bir WhatsApp grubunda yazıldı</translation>
    </message>
    <message>
        <source>Sent from the phone</source>
        <translation>Telefondan gönderildi</translation>
    </message>
    <message>
        <source>From the phone&apos;s history</source>
        <translation>Telefonun geçmişinden</translation>
    </message>
    <message>
        <source>Copy: somebody else answers</source>
        <translation>Kopya: başkası yanıtlıyor</translation>
    </message>
    <message>
        <source>Still being fetched from WhatsApp.</source>
        <translation>WhatsApp’tan hâlâ alınıyor.</translation>
    </message>
    <message>
        <source>Expired at WhatsApp before it could be fetched.</source>
        <translation>Alınamadan WhatsApp’taki süresi doldu.</translation>
    </message>
    <message>
        <source>Too large to be handed on.</source>
        <translation>İletilemeyecek kadar büyük.</translation>
    </message>
    <message>
        <source>Damaged: it is not what WhatsApp announced.</source>
        <translation>Bozuk: WhatsApp’ın bildirdiği dosya değil.</translation>
    </message>
    <message>
        <source>Not available at WhatsApp.</source>
        <translation>WhatsApp’ta mevcut değil.</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Cep</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Ev</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>İş</translation>
    </message>
    <message>
        <source>Main number</source>
        <translation>Ana numara</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Web sayfası</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Doğum günü</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>In answer to: %1</source>
        <translation>Şuna yanıt: %1</translation>
    </message>
    <message>
        <source>Button: %1</source>
        <translation>Düğme: %1</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Düzenlendi</translation>
    </message>
    <message>
        <source>%1 reacted with %2</source>
        <translation>%1 şu tepkiyi verdi: %2</translation>
    </message>
    <message>
        <source>The customer reacted with %1</source>
        <translation>Müşteri şu tepkiyi verdi: %1</translation>
    </message>
    <message>
        <source>This person uses WhatsApp on a new device, or the number has a new owner. Make sure whom you are writing to.</source>
        <translation>Bu kişi WhatsApp’ı yeni bir cihazda kullanıyor ya da numaranın sahibi değişti. Kime yazdığınızdan emin olun.</translation>
    </message>
    <message>
        <source>This number came with another identity. It is treated as a new person until somebody has checked it.</source>
        <translation>Bu numara başka bir kimlikle geldi. Biri denetleyene kadar yeni bir kişi sayılır.</translation>
    </message>
    <message>
        <source>Earlier messages were taken over from the phone.</source>
        <translation>Önceki mesajlar telefondan aktarıldı.</translation>
    </message>
    <message>
        <source>Somebody else answers this conversation now.</source>
        <translation>Bu sohbeti artık başkası yanıtlıyor.</translation>
    </message>
    <message>
        <source>We answer this conversation again.</source>
        <translation>Bu sohbeti yeniden biz yanıtlıyoruz.</translation>
    </message>
    <message>
        <source>WhatsApp takes videos of at most %1. Please shorten or compress it.</source>
        <translation>WhatsApp’ın kabul ettiği en büyük video boyutu: %1. Lütfen kısaltın ya da sıkıştırın.</translation>
    </message>
    <message>
        <source>WhatsApp does not take files of this type. It takes JPEG and PNG pictures, MP4 videos, recordings, PDF, text and Office documents.</source>
        <translation>WhatsApp bu türde dosya kabul etmiyor. Kabul ettikleri: JPEG ve PNG resimler, MP4 videolar, ses kayıtları, PDF, metin ve Office belgeleri.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>A colleague is answering this conversation. Your text was kept; take the conversation over to send it.</source>
        <translation>Bu sohbeti bir çalışma arkadaşınız yanıtlıyor. Metniniz saklandı; göndermek için sohbeti devralın.</translation>
    </message>
    <message>
        <source>A colleague is answering this conversation. Take it over first.</source>
        <translation>Bu sohbeti bir çalışma arkadaşınız yanıtlıyor. Önce sohbeti devralın.</translation>
    </message>
    <message>
        <source>This colleague cannot be given conversations.</source>
        <translation>Bu çalışma arkadaşına sohbet atanamaz.</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later one.</source>
        <translation>Bu saat geçti. Daha ileri bir zaman seçin.</translation>
    </message>
    <message>
        <source>A conversation can be snoozed for 90 days at most.</source>
        <translation>Bir sohbet en çok 90 gün ertelenebilir.</translation>
    </message>
    <message>
        <source>This person is waiting and the reply window closes within the hour. Answer first.</source>
        <translation>Bu kişi yanıt bekliyor ve yanıt penceresi bir saat içinde kapanıyor. Önce yanıtlayın.</translation>
    </message>
    <message>
        <source>This label does not exist any more.</source>
        <translation>Bu etiket artık yok.</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>Değiştirilecek bir şey yoktu.</translation>
    </message>
    <message>
        <source>Conversation assigned, snoozed, resolved or filed</source>
        <translation>Sohbet atandı, ertelendi, çözüldü ya da etiketlendi</translation>
    </message>
    <message>
        <source>Internal note written</source>
        <translation>Dahili not yazıldı</translation>
    </message>
    <message>
        <source>Labels, quick replies or rules of the team changed</source>
        <translation>Ekibin etiketleri, hazır yanıtları ya da kuralları değişti</translation>
    </message>
    <message>
        <source>Person&apos;s field changed</source>
        <translation>Kişinin alanı değişti</translation>
    </message>
    <message>
        <source>Message taken back before it went out</source>
        <translation>Mesaj gönderilmeden geri alındı</translation>
    </message>
    <message>
        <source>Taken back before it went out</source>
        <translation>Gönderilmeden geri alındı</translation>
    </message>
    <message>
        <source>%1 assigned this conversation to %2.</source>
        <translation>Sohbeti atayan: %1 · Atanan: %2</translation>
    </message>
    <message>
        <source>%1 took this conversation over from %2.</source>
        <translation>Sohbeti devralan: %1 · Önceki: %2</translation>
    </message>
    <message>
        <source>%1 snoozed this conversation until %2.</source>
        <translation>Sohbeti erteleyen: %1 · Dönüş: %2</translation>
    </message>
    <message>
        <source>The time this conversation was snoozed for is over.</source>
        <translation>Sohbetin erteleme süresi doldu.</translation>
    </message>
    <message>
        <source>%1 resolved this conversation.</source>
        <translation>Çözüldü olarak işaretleyen: %1</translation>
    </message>
    <message>
        <source>%1 reopened this conversation.</source>
        <translation>Sohbeti yeniden açan: %1</translation>
    </message>
    <message>
        <source>%1 took the assignment off this conversation.</source>
        <translation>Atamayı kaldıran: %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Bağlı</translation>
    </message>
    <message>
        <source>Not registered yet</source>
        <translation>Henüz kaydedilmedi</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Henüz doğrulanmadı</translation>
    </message>
    <message>
        <source>Messaging limit reached</source>
        <translation>Mesaj sınırına ulaşıldı</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Kısıtlandı</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Yasaklandı</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Bağlantısı kesildi</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>Başka hesaba taşındı</translation>
    </message>
    <message>
        <source>We may not write first</source>
        <translation>İlk yazan biz olamayız</translation>
    </message>
    <message>
        <source>We may not answer</source>
        <translation>Yanıt veremeyiz</translation>
    </message>
    <message>
        <source>No number may be added</source>
        <translation>Numara eklenemez</translation>
    </message>
    <message>
        <source>The account is disabled</source>
        <translation>Hesap kapatıldı</translation>
    </message>
    <message>
        <source>The account is deleted</source>
        <translation>Hesap silindi</translation>
    </message>
    <message>
        <source>The number was taken out</source>
        <translation>Numara hesaptan çıkarıldı</translation>
    </message>
    <message>
        <source>WhatsApp refuses our messages</source>
        <translation>WhatsApp mesajlarımızı kabul etmiyor</translation>
    </message>
    <message>
        <source>Declined by the owner</source>
        <translation>Numaranın sahibi izin vermedi</translation>
    </message>
    <message>
        <source>Failed with error %1</source>
        <translation>Başarısız oldu (hata %1)</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>WhatsApp gave this person a new user ID. It is the same person.</source>
        <translation>WhatsApp bu kişiye yeni bir kullanıcı kimliği verdi. Kişi aynı kişidir.</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Meşgul</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Uzakta</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Oturum açık değil</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Yüksek öncelik</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Normal öncelik</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Ertelendi</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Çözüldü</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>dönüş %1</translation>
    </message>
    <message>
        <source>until tomorrow %1</source>
        <translation>dönüş yarın %1</translation>
    </message>
    <message>
        <source>%1 is here</source>
        <comment>one or more names</comment>
        <translation>%1 bu sohbette</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <comment>one or more names</comment>
        <translation>%1 yazıyor…</translation>
    </message>
    <message numerus="yes">
        <source>%n unread.</source>
        <translation>
            <numerusform>%n okunmamış.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answering now: %1.</source>
        <translation>Şu anda yanıtlayan: %1.</translation>
    </message>
    <message>
        <source>Yours.</source>
        <translation>Sizde.</translation>
    </message>
    <message>
        <source>Label: %1.</source>
        <translation>Etiket: %1.</translation>
    </message>
    <message>
        <source>You have begun to write.</source>
        <translation>Yazmaya başladınız.</translation>
    </message>
    <message>
        <source>A note names you.</source>
        <translation>Bir notta adınız geçiyor.</translation>
    </message>
    <message>
        <source>Internal note, %1: %2</source>
        <comment>who, what</comment>
        <translation>Dahili not, %1: %2</translation>
    </message>
    <message>
        <source>Assigned to: %1.</source>
        <translation>Atanan: %1.</translation>
    </message>
    <message>
        <source>Assigned automatically: %1</source>
        <translation>Otomatik atandı: %1</translation>
    </message>
    <message>
        <source>Assigned automatically: %1. Not here: %2</source>
        <comment>two names</comment>
        <translation>Otomatik atandı: %1. O sırada burada değildi: %2</translation>
    </message>
    <message>
        <source>Meanwhile an answer went out at %1.</source>
        <translation>Bu arada bir yanıt gönderildi (%1).</translation>
    </message>
    <message>
        <source>Meanwhile answered at %1: %2</source>
        <translation>Bu arada yanıtlayan (%1): %2</translation>
    </message>
    <message>
        <source>Meanwhile this person wrote again, at %1.</source>
        <translation>Bu arada bu kişi yeniden yazdı (%1).</translation>
    </message>
    <message>
        <source>A colleague answers here now. To send this, take the conversation over first.</source>
        <translation>Şu anda burada bir çalışma arkadaşınız yanıtlıyor. Bunu göndermek için önce sohbeti devralın.</translation>
    </message>
    <message>
        <source>Answering here now: %1. To send this, take the conversation over first.</source>
        <translation>Şu anda burada yanıtlayan: %1. Bunu göndermek için önce sohbeti devralın.</translation>
    </message>
    <message>
        <source>Ended from another console</source>
        <translation>Başka bir konsoldan kapatıldı</translation>
    </message>
    <message>
        <source>Ended by an administrator</source>
        <translation>Bir yönetici kapattı</translation>
    </message>
    <message>
        <source>The name and the text</source>
        <translation>Adı ve mesajı</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Bildirimler</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Oluşturuldu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Kaldırıldı</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Kaydedildi</translation>
    </message>
    <message>
        <source>Shared with the team</source>
        <translation>Ekiple paylaşıldı</translation>
    </message>
    <message>
        <source>For oneself only</source>
        <translation>Yalnızca kendisi için</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Elle</translation>
    </message>
    <message>
        <source>Something newer is known</source>
        <translation>Daha yeni bir bilgi var</translation>
    </message>
    <message>
        <source>Nothing about customers</source>
        <translation>Müşteriler hakkında hiçbir şey</translation>
    </message>
    <message>
        <source>The name only</source>
        <translation>Yalnızca adı</translation>
    </message>
    <message>
        <source>Automatic, at most %1 each</source>
        <translation>Otomatik, kişi başı en çok %1</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>%1. deneme</translation>
    </message>
    <message>
        <source>Messages: %1, files: %2, keys: %3</source>
        <translation>Mesaj: %1, dosya: %2, anahtar: %3</translation>
    </message>
    <message>
        <source>Messages: %1, people: %2, keys: %3, files: %4</source>
        <translation>Mesaj: %1, kişi: %2, anahtar: %3, dosya: %4</translation>
    </message>
    <message>
        <source>The server stopped before the answer came</source>
        <translation>Yanıt gelmeden sunucu durdu</translation>
    </message>
    <message>
        <source>It could not be stored (%1)</source>
        <translation>Kaydedilemedi (%1)</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Üstlenildi</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Devralındı</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Bırakıldı</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Atandı</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Yeniden açıldı</translation>
    </message>
    <message>
        <source>Label put on</source>
        <translation>Etiket eklendi</translation>
    </message>
    <message>
        <source>Label taken off</source>
        <translation>Etiket çıkarıldı</translation>
    </message>
    <message>
        <source>Priority set</source>
        <translation>Öncelik belirlendi</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Sohbetler</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Quick reply</source>
        <translation>Hazır yanıt</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Automatic assignment</source>
        <translation>Otomatik atama</translation>
    </message>
    <message>
        <source>Company dictionary</source>
        <translation>Şirket sözlüğü</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bildirim</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an act, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>WhatsApp has not sent this message yet: it looks at the quality of the template first. The ticks will show when it leaves.</source>
        <translation>WhatsApp bu mesajı henüz göndermedi: önce şablonun kalitesine bakıyor. Gönderildiğinde işaretler değişir.</translation>
    </message>
    <message>
        <source>WhatsApp did not send this message: the template is paused for its quality. Please use another template.</source>
        <translation>WhatsApp bu mesajı göndermedi: şablon, kalitesi nedeniyle duraklatılmış. Lütfen başka bir şablon kullanın.</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>%1 sa kaldı</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>az önce</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Müsait</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%%1</translation>
    </message>
    <message>
        <source>WhatsApp put this message off. It is kept and sent again by itself.</source>
        <translation>WhatsApp bu mesajı şimdilik iletmedi. Mesaj saklanıyor, kendiliğinden yeniden gönderilecek.</translation>
    </message>
    <message>
        <source>This message is kept and sent as soon as WhatsApp takes our messages again. %1</source>
        <translation>Bu mesaj saklanıyor; WhatsApp mesajlarımızı yeniden kabul edince gönderilecek. %1</translation>
    </message>
    <message>
        <source>This message did not arrive. WhatsApp gave no reason.</source>
        <translation>Bu mesaj ulaşmadı. WhatsApp bir neden belirtmedi.</translation>
    </message>
    <message>
        <source>Said earlier; kept without their data</source>
        <translation>Daha önce bildirmişti; verileri olmadan saklandı</translation>
    </message>
    <message>
        <source>marketing messages only</source>
        <translation>yalnızca pazarlama mesajları</translation>
    </message>
    <message>
        <source>every message we send unasked</source>
        <translation>kendisi sormadan gönderilen bütün mesajlar</translation>
    </message>
</context>
<context>
    <name>destek::app::ConsoleRoot</name>
    <message>
        <source>This computer has no keychain that answers. What proves this console to the server is kept in a file that only you can read: %1</source>
        <translation>Bu bilgisayarda yanıt veren bir anahtarlık yok. Bu konsolu sunucuya tanıtan bilgi, yalnızca sizin okuyabileceğiniz bir dosyada duruyor: %1</translation>
    </message>
    <message>
        <source>Checking the server and pairing with it…</source>
        <translation>Sunucu denetleniyor ve eşleştiriliyor…</translation>
    </message>
    <message>
        <source>The sign-in file can be read by others, so it was not used. Please give it mode 0600.</source>
        <translation>Giriş dosyasını başkaları da okuyabiliyor; bu yüzden kullanılmadı. Lütfen dosya iznini 0600 yapın.</translation>
    </message>
    <message>
        <source>The sign-in file could not be read. Please sign in here.</source>
        <translation>Giriş dosyası okunamadı. Lütfen buradan giriş yapın.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Giriş yapılıyor…</translation>
    </message>
    <message>
        <source>Your session has ended. What you had sent and was still waiting is kept; please sign in again.</source>
        <translation>Oturumunuz sona erdi. Gönderip de sırada bekleyen mesajlarınız duruyor; lütfen yeniden giriş yapın.</translation>
    </message>
    <message>
        <source>The server could not be reached for half an hour, so everything about customers was removed from this computer&apos;s memory. Please sign in again.</source>
        <translation>Sunucuya yarım saattir ulaşılamadığı için müşterilere ait her şey bu bilgisayarın belleğinden silindi. Lütfen yeniden giriş yapın.</translation>
    </message>
    <message>
        <source>Starting the server and the invented customers…</source>
        <translation>Sunucu ve örnek müşteriler başlatılıyor…</translation>
    </message>
    <message>
        <source>Try-out</source>
        <translation>Deneme</translation>
    </message>
    <message>
        <source>Try-out user</source>
        <translation>Deneme kullanıcısı</translation>
    </message>
    <message>
        <source>The try-out could not be started: its folder cannot be written to. Nothing was changed.</source>
        <translation>Deneme başlatılamadı: klasörüne yazılamıyor. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>The try-out could not be started: this computer gave no free port. Nothing was changed; please try again.</source>
        <translation>Deneme başlatılamadı: bilgisayarda boş bağlantı noktası bulunamadı. Hiçbir şey değiştirilmedi; lütfen yeniden deneyin.</translation>
    </message>
    <message>
        <source>The try-out could not be started: the programs destekd and destek-sandbox are not beside this one. Please install them, or connect to a server.</source>
        <translation>Deneme başlatılamadı: destekd ve destek-sandbox programları bu programın yanında değil. Lütfen onları kurun ya da bir sunucuya bağlanın.</translation>
    </message>
    <message>
        <source>The try-out could not be started: the program with the invented customers did not answer. Nothing was changed; please try again.</source>
        <translation>Deneme başlatılamadı: örnek müşterileri çalıştıran program yanıt vermedi. Hiçbir şey değiştirilmedi; lütfen yeniden deneyin.</translation>
    </message>
    <message>
        <source>The try-out could not be started: the server on this computer did not answer. Your earlier try-out data is kept; please try again.</source>
        <translation>Deneme başlatılamadı: bu bilgisayardaki sunucu yanıt vermedi. Önceki deneme verileriniz duruyor; lütfen yeniden deneyin.</translation>
    </message>
    <message>
        <source>This session was ended from another console with your name. Everything about customers was removed from this computer&apos;s memory. If that was not you, please tell your administrator at once.</source>
        <translation>Bu oturum, sizin adınızla açılmış başka bir konsoldan kapatıldı. Müşterilere ilişkin her şey bu bilgisayarın belleğinden silindi. Bunu siz yapmadıysanız lütfen hemen yöneticinize bildirin.</translation>
    </message>
    <message>
        <source>An administrator has ended this session. Everything about customers was removed from this computer&apos;s memory. What you had sent and was still waiting is kept, sealed.</source>
        <translation>Bu oturumu bir yönetici kapattı. Müşterilere ilişkin her şey bu bilgisayarın belleğinden silindi. Gönderip de henüz iletilmeyenler şifreli olarak saklanıyor.</translation>
    </message>
</context>
<context>
    <name>destek::ui::AlertList</name>
    <message>
        <source>WhatsApp has reported nothing about the account.</source>
        <translation>WhatsApp hesapla ilgili bir şey bildirmedi.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Daha eski %n kaydı göster</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · seen</source>
        <translation>%1 · %2 · görüldü</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>WhatsApp says: %1</source>
        <translation>WhatsApp diyor ki: %1</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Gördüm</translation>
    </message>
    <message>
        <source>I have seen it: %1</source>
        <translation>Gördüm: %1</translation>
    </message>
</context>
<context>
    <name>destek::ui::AlertPolicyRow</name>
    <message>
        <source>Saved. Every console obeys it from now on.</source>
        <translation>Kaydedildi. Bundan sonra bütün konsollar buna uyar.</translation>
    </message>
    <message>
        <source>What notifications may say</source>
        <translation>Bildirimlerde ne yazabilir</translation>
    </message>
    <message>
        <source>Notifications of the computer can be read by whoever passes by. While a console is locked they never name anybody. Administrators decide.</source>
        <translation>Bilgisayarın bildirimlerini yanından geçen herkes okuyabilir. Konsol kilitliyken bildirimlerde kimsenin adı geçmez. Kararı yöneticiler verir.</translation>
    </message>
    <message>
        <source>Nothing about customers</source>
        <translation>Müşteriler hakkında hiçbir şey</translation>
    </message>
    <message>
        <source>The name only</source>
        <translation>Yalnızca adı</translation>
    </message>
    <message>
        <source>The name and the text</source>
        <translation>Adı ve mesajı</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save what notifications may say</source>
        <translation>Bildirimlerde ne yazabileceğini kaydet</translation>
    </message>
</context>
<context>
    <name>destek::ui::Announcer</name>
    <message>
        <source>New message: %1</source>
        <translation>Yeni mesaj: %1</translation>
    </message>
    <message>
        <source>Assigned to you: %1</source>
        <translation>Size atandı: %1</translation>
    </message>
    <message>
        <source>The snooze is over: %1</source>
        <translation>Erteleme süresi doldu: %1</translation>
    </message>
    <message>
        <source>A conversation was assigned to you</source>
        <translation>Size bir sohbet atandı</translation>
    </message>
    <message>
        <source>A snoozed conversation is back</source>
        <translation>Ertelenen bir sohbet geri geldi</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) still wait(s) for an answer.</source>
        <translation>
            <numerusform>%n kişi hâlâ yanıt bekliyor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest for %n minute(s).</source>
        <translation>
            <numerusform>En uzun bekleyen: %n dakika.</numerusform>
        </translation>
    </message>
    <message>
        <source>The longest for %1 h %2 min.</source>
        <translation>En uzun bekleyen: %1 sa %2 dk.</translation>
    </message>
    <message>
        <source>Destek</source>
        <translation>Destek</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Yeni mesaj</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting for an answer</source>
        <translation>
            <numerusform>%n kişi yanıt bekliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>This is how Destek announces a new message.</source>
        <translation>Destek yeni bir mesajı böyle bildirir.</translation>
    </message>
    <message>
        <source>A sound was played and a notification shown. If you missed one of them, please allow notifications of Destek in the settings of this computer and look at its volume.</source>
        <translation>Bir ses çalındı ve bir bildirim gösterildi. Birini kaçırdıysanız lütfen bu bilgisayarın ayarlarında Destek bildirimlerine izin verin ve ses düzeyine bakın.</translation>
    </message>
    <message>
        <source>A sound was played, but this computer shows no notifications. Please allow them for Destek in its settings; until then alerts come inside the window and by sound.</source>
        <translation>Bir ses çalındı, ancak bu bilgisayar bildirim göstermiyor. Lütfen ayarlarında Destek için izin verin; o zamana kadar uyarılar pencerenin içinde ve sesle gelir.</translation>
    </message>
    <message>
        <source>A notification was shown, but this computer has no sound device. Alerts come without sound.</source>
        <translation>Bir bildirim gösterildi, ancak bu bilgisayarda ses aygıtı yok. Uyarılar sessiz gelir.</translation>
    </message>
    <message>
        <source>A notification was shown. Sounds are switched off in the account menu.</source>
        <translation>Bir bildirim gösterildi. Sesler hesap menüsünden kapatılmış.</translation>
    </message>
    <message>
        <source>This computer shows no notifications and plays no sound. Alerts come inside the window only: please keep it in sight.</source>
        <translation>Bu bilgisayar bildirim göstermiyor ve ses çalmıyor. Uyarılar yalnızca pencerenin içinde gelir: lütfen pencereyi göz önünde tutun.</translation>
    </message>
    <message>
        <source>%1 mentions you in a note. Conversation: %2</source>
        <translation>%1 bir notta sizden bahsetti. Sohbet: %2</translation>
    </message>
    <message>
        <source>%1 mentions you in a note.</source>
        <translation>%1 bir notta sizden bahsetti.</translation>
    </message>
    <message>
        <source>A colleague mentions you</source>
        <translation>Bir çalışma arkadaşınız sizden bahsetti</translation>
    </message>
</context>
<context>
    <name>destek::ui::AttachmentCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Making the picture smaller…</source>
        <translation>Resim küçültülüyor…</translation>
    </message>
    <message>
        <source>The picture could not be made small enough. Please choose another one.</source>
        <translation>Resim yeterince küçültülemedi. Lütfen başka bir resim seçin.</translation>
    </message>
    <message>
        <source>WhatsApp does not take pictures of this type. It can be sent as JPEG.</source>
        <translation>WhatsApp bu türde resim kabul etmiyor. JPEG olarak gönderilebilir.</translation>
    </message>
    <message>
        <source>Not sent. %1 The file is kept here.</source>
        <translation>Gönderilemedi. %1 Dosya burada saklanıyor.</translation>
    </message>
    <message>
        <source>Waits for the file before it</source>
        <translation>Önündeki dosyayı bekliyor</translation>
    </message>
    <message>
        <source>Uploading: %1 of %2</source>
        <translation>Yükleniyor: %1 / %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Remove this file</source>
        <translation>Bu dosyayı çıkar</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Açıklama</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Send as picture</source>
        <translation>Resim olarak gönder</translation>
    </message>
    <message>
        <source>Send as file</source>
        <translation>Dosya olarak gönder</translation>
    </message>
    <message>
        <source>WhatsApp shows it in the conversation, with less detail</source>
        <translation>WhatsApp sohbette gösterir, ayrıntısı azalır</translation>
    </message>
    <message>
        <source>It arrives exactly as it is, as a document</source>
        <translation>Belge olarak, olduğu gibi ulaşır</translation>
    </message>
    <message>
        <source>Convert to a smaller JPEG</source>
        <translation>Daha küçük bir JPEG&apos;e dönüştür</translation>
    </message>
</context>
<context>
    <name>destek::ui::BulkBar</name>
    <message numerus="yes">
        <source>%n conversation(s) selected</source>
        <translation>
            <numerusform>%n sohbet seçili</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Devret…</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Ertele</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Çöz</translation>
    </message>
    <message>
        <source>More to do with the selected conversations</source>
        <translation>Seçili sohbetler için diğer işlemler</translation>
    </message>
</context>
<context>
    <name>destek::ui::ButtonsDialog</name>
    <message>
        <source>Send a message with buttons</source>
        <translation>Düğmeli mesaj gönder</translation>
    </message>
    <message>
        <source>Buttons, at most three</source>
        <translation>Düğmeler (en çok üç)</translation>
    </message>
    <message>
        <source>Button %1</source>
        <translation>Düğme %1</translation>
    </message>
</context>
<context>
    <name>destek::ui::ChannelPage</name>
    <message>
        <source>The account could not be loaded</source>
        <translation>Hesap bilgileri yüklenemedi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Yükleniyor…</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Henüz bir bilgi yok</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>Sunucuya sor</translation>
    </message>
    <message>
        <source>The server cannot be reached. What is shown here is what was known before.</source>
        <translation>Sunucuya ulaşılamıyor. Burada daha önce bilinenler gösteriliyor.</translation>
    </message>
    <message numerus="yes">
        <source>Sending is stopped. Nothing is lost: %n message(s) wait and go out once this is settled.</source>
        <translation>
            <numerusform>Gönderim durdu. Hiçbir şey kaybolmadı: %n mesaj bekliyor ve sorun çözülünce gönderilecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>WhatsApp refuses our token or the account. Please check both at Meta.</source>
        <translation>WhatsApp anahtarımızı ya da hesabı kabul etmiyor. Lütfen ikisini de Meta’da denetleyin.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Hiç</translation>
    </message>
    <message>
        <source>Not once since this server was set up</source>
        <translation>Sunucu kurulduğundan beri hiç</translation>
    </message>
    <message>
        <source>Last word from WhatsApp</source>
        <translation>WhatsApp’tan gelen son haber</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Gönderilmeyi bekleyen</translation>
    </message>
    <message>
        <source>They go out by themselves</source>
        <translation>Kendiliğinden gönderilirler</translation>
    </message>
    <message>
        <source>Files on their way</source>
        <translation>Yoldaki dosyalar</translation>
    </message>
    <message>
        <source>Fetched again until WhatsApp has deleted them</source>
        <translation>WhatsApp silene kadar yeniden alınmaya çalışılır</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Okunamayan</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kalite</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Displayed name</source>
        <translation>Görünen ad</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Ay</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ücret</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mesaj</translation>
    </message>
    <message>
        <source>WhatsApp account</source>
        <translation>WhatsApp hesabı</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Yenile</translation>
    </message>
    <message>
        <source>Channel health</source>
        <translation>Kanalın durumu</translation>
    </message>
    <message>
        <source>What WhatsApp reported</source>
        <translation>WhatsApp’ın bildirdikleri</translation>
    </message>
    <message>
        <source>Our numbers</source>
        <translation>Numaralarımız</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
    </message>
    <message>
        <source>Messages WhatsApp counted</source>
        <translation>WhatsApp’ın saydığı mesajlar</translation>
    </message>
    <message>
        <source>Nothing counted yet.</source>
        <translation>Henüz sayım yok.</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <translation>%1 · bitiş: %2</translation>
    </message>
    <message>
        <source>WhatsApp restricts the account. %1. See Account quality in WhatsApp Manager, and appeal there.</source>
        <translation>WhatsApp hesabı kısıtladı. %1. WhatsApp Yöneticisi’nde Hesap kalitesi bölümüne bakın ve oradan itiraz edin.</translation>
    </message>
    <message>
        <source>20 messages a second</source>
        <translation>Saniyede 20 mesaj</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation>Kısıtlama</translation>
    </message>
    <message>
        <source>On a phone</source>
        <translation>Telefonda</translation>
    </message>
    <message>
        <source>Yes, in the WhatsApp Business app as well</source>
        <translation>Evet, WhatsApp Business uygulamasında da kullanılıyor</translation>
    </message>
    <message>
        <source>History import</source>
        <translation>Geçmiş aktarımı</translation>
    </message>
    <message>
        <source>Last successful request to WhatsApp</source>
        <translation>WhatsApp&apos;a son başarılı istek</translation>
    </message>
    <message>
        <source>Kept encrypted for a later version; nothing waits for them</source>
        <translation>Sonraki bir sürüm için şifreli olarak saklanır; hiçbir şey bunları beklemez</translation>
    </message>
    <message>
        <source>Daily limit of new conversations</source>
        <translation>Günlük yeni sohbet sınırı</translation>
    </message>
    <message>
        <source>Last successful request</source>
        <translation>Son başarılı istek</translation>
    </message>
    <message>
        <source>No number is connected yet. It is set in the server&apos;s settings.</source>
        <translation>Henüz bağlı bir numara yok. Numara, sunucunun ayarlarında belirtilir.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>how many; of which number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Answers WhatsApp counted this month: %1. About %2 a month per number are reported to be free; without a payment method WhatsApp may then stop delivering.</source>
        <translation>WhatsApp&apos;ın bu ay saydığı yanıtlar: %1. Bildirildiğine göre her numara için ayda yaklaşık %2 yanıt ücretsizdir; ödeme yöntemi yoksa WhatsApp sonrasını teslim etmeyebilir.</translation>
    </message>
</context>
<context>
    <name>destek::ui::ClaimBar</name>
    <message>
        <source>Answering now: %1</source>
        <translation>Şu anda yanıtlayan: %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Çözüldü</translation>
    </message>
    <message>
        <source>Snoozed %1</source>
        <comment>until when</comment>
        <translation>Ertelendi, %1</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Sizde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>whose it is, who else is here</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Devral</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Üstlen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Çöz</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Yeniden aç</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Devret…</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Ertele</translation>
    </message>
    <message>
        <source>More to do with this conversation</source>
        <translation>Bu sohbet için diğer işlemler</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Atanan: %1</translation>
    </message>
    <message>
        <source>You are answering</source>
        <translation>Siz yanıtlıyorsunuz</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Atanmamış</translation>
    </message>
</context>
<context>
    <name>destek::ui::Commands</name>
    <message>
        <source>A command can have two keys at most. Please remove one first.</source>
        <translation>Bir komutun en çok iki tuşu olabilir. Lütfen önce birini kaldırın.</translation>
    </message>
    <message>
        <source>This is not a key that can carry a command. Nothing was changed.</source>
        <translation>Bu tuşa komut verilemez. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>%1 is needed for writing. Please choose a key together with Ctrl or Alt, or a function key.</source>
        <translation>Bu tuş yazı yazmak için gerekli: %1. Lütfen Ctrl ya da Alt ile birlikte bir tuş veya bir işlev tuşu seçin.</translation>
    </message>
    <message>
        <source>%1 types a character on Turkish keyboards, because Ctrl and Alt together are AltGr. Please choose another key.</source>
        <translation>%1 Türkçe klavyelerde bir karakter yazar; Ctrl ile Alt birlikte AltGr demektir. Lütfen başka bir tuş seçin.</translation>
    </message>
    <message>
        <source>%1 is needed for editing text and moving about. Please choose another key.</source>
        <translation>Bu tuş metin düzenlemek ve gezinmek için gerekli: %1. Lütfen başka bir tuş seçin.</translation>
    </message>
    <message>
        <source>%1 belongs to this command already: %2. Please remove it there first.</source>
        <translation>%1 zaten şu komuta ait: %2. Lütfen önce oradan kaldırın.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, by which keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>destek::ui::Composer</name>
    <message>
        <source>Too long for one message: please shorten it or send it in parts.</source>
        <translation>Tek mesaj için çok uzun: lütfen kısaltın ya da parça parça gönderin.</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation>Enter gönderir, Shift+Enter yeni satıra geçer</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Gönderilemedi. %1</translation>
    </message>
    <message>
        <source>Not sent. %1 Your text is back in the field.</source>
        <translation>Gönderilemedi. %1 Metniniz yeniden alanda.</translation>
    </message>
    <message>
        <source>Is this an opt-out? The last message may mean that the person does not want to hear from you.</source>
        <translation>Bu bir ret bildirimi mi? Son mesaj, kişinin mesaj almak istemediği anlamına gelebilir.</translation>
    </message>
    <message>
        <source>Yes, the person does not want messages</source>
        <translation>Evet, kişi mesaj almak istemiyor</translation>
    </message>
    <message>
        <source>No, the person meant something else</source>
        <translation>Hayır, kişi başka bir şey demek istedi</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Mesaj yazın…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mesaj</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gönder</translation>
    </message>
    <message>
        <source>Enter sends the text, then the files</source>
        <translation>Enter önce metni, sonra dosyaları gönderir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dosya ekle</translation>
    </message>
    <message>
        <source>Location, contact, buttons, list</source>
        <translation>Konum, kişi, düğmeler, liste</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Yapıştırılan resim</translation>
    </message>
    <message>
        <source>No more files fit in here. Please send or remove some first.</source>
        <translation>Buraya daha fazla dosya sığmıyor. Lütfen önce bir kısmını gönderin ya da çıkarın.</translation>
    </message>
    <message>
        <source>Location…</source>
        <translation>Konum…</translation>
    </message>
    <message>
        <source>Contact card…</source>
        <translation>Kişi kartı…</translation>
    </message>
    <message>
        <source>Message with buttons…</source>
        <translation>Düğmeli mesaj…</translation>
    </message>
    <message>
        <source>Message with a list…</source>
        <translation>Listeli mesaj…</translation>
    </message>
    <message>
        <source>Not sent: the conversation has changed meanwhile. What you wrote is kept here.</source>
        <translation>Gönderilmedi: sohbetin durumu bu arada değişti. Yazdıklarınız burada saklanıyor.</translation>
    </message>
    <message>
        <source>Not sent: too many messages are waiting already. What you wrote is kept here; please try again when the connection is back.</source>
        <translation>Gönderilmedi: sırada zaten çok fazla mesaj bekliyor. Yazdıklarınız burada saklanıyor; bağlantı geri geldiğinde lütfen yeniden deneyin.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Something you wrote was not sent and is kept here.</source>
        <translation>Yazdıklarınızdan biri gönderilemedi ve burada saklanıyor.</translation>
    </message>
    <message>
        <source>Please open a conversation first.</source>
        <translation>Lütfen önce bir sohbet açın.</translation>
    </message>
    <message>
        <source>Nothing can be written in this conversation at the moment.</source>
        <translation>Şu anda bu sohbete bir şey yazılamaz.</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dosya ekle…</translation>
    </message>
    <message>
        <source>No template can be sent in this conversation.</source>
        <translation>Bu sohbette şablon gönderilemez.</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Kalın</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Eğik</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Üstü çizili</translation>
    </message>
    <message>
        <source>Monospace</source>
        <translation>Eş aralıklı</translation>
    </message>
    <message>
        <source>Reply or internal note</source>
        <translation>Yanıt ya da dahili not</translation>
    </message>
    <message>
        <source>Your role does not include this.</source>
        <translation>Rolünüz bunu kapsamıyor.</translation>
    </message>
    <message>
        <source>Write a note for colleagues…</source>
        <translation>Çalışma arkadaşlarınız için not yazın…</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Dahili not</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notu kaydet</translation>
    </message>
    <message>
        <source>The note was not saved. %1 Your text is back in the field.</source>
        <translation>Not kaydedilemedi. %1 Metniniz yeniden alanda.</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Gönderimi geri al</translation>
    </message>
    <message>
        <source>Nothing here is still held back; how long messages are held is chosen in the account menu.</source>
        <translation>Burada bekletilen mesaj yok; mesajların ne kadar bekletileceği hesap menüsünden seçilir.</translation>
    </message>
    <message>
        <source>Too late: the message is on its way already.</source>
        <translation>Artık geç: mesaj yola çıktı.</translation>
    </message>
    <message>
        <source>The message was not taken back. %1</source>
        <translation>Mesaj geri alınamadı. %1</translation>
    </message>
    <message>
        <source>Kept until the person writes. Esc or %1: templates</source>
        <translation>Kişi yazana kadar burada durur. Esc ya da %1: şablonlar</translation>
    </message>
    <message>
        <source>Quick replies are for customers; press %1 to write a reply.</source>
        <translation>Hazır yanıtlar müşteriler içindir; yanıt yazmak için basın: %1.</translation>
    </message>
    <message>
        <source>Only colleagues see it. Enter saves, @ mentions</source>
        <translation>Yalnızca ekip görür. Enter kaydeder, @ ile anılır</translation>
    </message>
    <message>
        <source>Y</source>
        <comment>the key for yes</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>N</source>
        <comment>the key for no</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>Yes (%1)</source>
        <comment>the key that says so</comment>
        <translation>Evet (%1)</translation>
    </message>
    <message>
        <source>No (%1)</source>
        <comment>the key that says so</comment>
        <translation>Hayır (%1)</translation>
    </message>
    <message>
        <source>The message of %1 was not sent: %2</source>
        <comment>when, why</comment>
        <translation>%1 tarihli mesaj gönderilemedi: %2</translation>
    </message>
</context>
<context>
    <name>destek::ui::ContactDialog</name>
    <message>
        <source>Send a contact card</source>
        <translation>Kişi kartı gönder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Organisation (optional)</source>
        <translation>Kurum (isteğe bağlı)</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Another telephone (optional)</source>
        <translation>İkinci telefon (isteğe bağlı)</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>E-posta (isteğe bağlı)</translation>
    </message>
    <message>
        <source>This is not a phone number. Please write it with its country code, for example +90 532 000 00 00.</source>
        <translation>Bu bir telefon numarası değil. Lütfen ülke koduyla yazın, örneğin +90 532 000 00 00.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Bu bir e-posta adresi değil.</translation>
    </message>
    <message>
        <source>Enter a phone number or an e-mail address.</source>
        <translation>Bir telefon numarası veya e-posta adresi girin.</translation>
    </message>
</context>
<context>
    <name>destek::ui::DateDialog</name>
    <message>
        <source>Go to a date</source>
        <translation>Tarihe git</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Git</translation>
    </message>
</context>
<context>
    <name>destek::ui::DayEndDialog</name>
    <message>
        <source>%1 · waits for an answer</source>
        <comment>a name</comment>
        <translation>%1 · yanıt bekliyor</translation>
    </message>
    <message>
        <source>Still yours. What is ticked can be handed over or put off until tomorrow morning; what a customer writes brings it back sooner.</source>
        <translation>Hâlâ sizde olanlar. İşaretliler devredilebilir ya da yarın sabaha ertelenebilir; müşteri yazarsa daha önce geri gelir.</translation>
    </message>
    <message>
        <source>Nothing is left open: no conversation is yours and nothing is half written.</source>
        <translation>Açık iş kalmadı: sizde sohbet ve yarım kalmış yazı yok.</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Gün sonu</translation>
    </message>
    <message>
        <source>What is still yours</source>
        <translation>Hâlâ sizde olanlar</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Devret…</translation>
    </message>
    <message>
        <source>Snooze until tomorrow</source>
        <translation>Yarına ertele</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>%1 · draft</source>
        <comment>a name</comment>
        <translation>%1 · taslak</translation>
    </message>
    <message>
        <source>Set me away</source>
        <translation>Beni uzakta göster</translation>
    </message>
    <message>
        <source>Begun and not sent. Open it, or delete what you wrote.</source>
        <translation>Başlanmış, gönderilmemiş olanlar. Açın ya da yazdığınızı silin.</translation>
    </message>
    <message>
        <source>%1 · not sent yet: %2</source>
        <comment>a name, what was written</comment>
        <translation>%1 · henüz gönderilmedi: %2</translation>
    </message>
    <message>
        <source>A conversation that is not loaded</source>
        <translation>Yüklenmemiş bir sohbet</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Kalıcı olarak sil</translation>
    </message>
    <message>
        <source>It may have gone out already. You are asked when the connection is back.</source>
        <translation>Gönderilmiş olabilir. Bağlantı gelince size sorulacak.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Begun and not sent</source>
        <translation>Başlanmış, gönderilmemiş olanlar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
</context>
<context>
    <name>destek::ui::DeskPage</name>
    <message>
        <source>The log does not verify: somebody may have changed it. Please tell your data-protection officer.</source>
        <translation>Kayıt defteri doğrulanamıyor: biri değiştirmiş olabilir. Lütfen veri koruma görevlinize haber verin.</translation>
    </message>
    <message>
        <source>Sending is stopped: WhatsApp refuses the token or the account. What is written waits.</source>
        <translation>Gönderim durdu: WhatsApp anahtarı ya da hesabı kabul etmiyor. Yazılanlar bekliyor.</translation>
    </message>
    <message>
        <source>Messages do not go out at the moment. What you write is kept and goes out by itself once your administrator has settled it with WhatsApp.</source>
        <translation>Şu anda mesajlar gönderilemiyor. Yazdıklarınız saklanır; yöneticiniz konuyu WhatsApp ile çözünce kendiliğinden gönderilir.</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Kayıtları aç</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Hesabı aç</translation>
    </message>
    <message>
        <source>Test alerts</source>
        <translation>Bildirimleri dene</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Will new messages reach you when you look elsewhere? Please try it once on this computer.</source>
        <translation>Başka yere bakarken yeni mesajlar size ulaşacak mı? Lütfen bu bilgisayarda bir kez deneyin.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not sent.</source>
        <translation>
            <numerusform>%n taslak gönderilmedi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not yet handed over to the server.</source>
        <translation>
            <numerusform>%n mesaj henüz sunucuya verilmedi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) still yours.</source>
        <translation>
            <numerusform>%n sohbet hâlâ sizde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::DraftOffer</name>
    <message>
        <source>What stood here was sent or deleted at your other console.</source>
        <translation>Burada yazan metin diğer konsolunuzda gönderilmiş ya da silinmiş.</translation>
    </message>
    <message>
        <source>Written at your other console: %1</source>
        <translation>Diğer konsolunuzda yazdığınız: %1</translation>
    </message>
    <message>
        <source>Written here before, without a connection: %1</source>
        <translation>Daha önce burada, bağlantı yokken yazdığınız: %1</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>Alanı temizle</translation>
    </message>
    <message>
        <source>Use that text</source>
        <translation>O metni kullan</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Buradaki kalsın</translation>
    </message>
</context>
<context>
    <name>destek::ui::EmojiPicker</name>
    <message>
        <source>Search, in Turkish or English</source>
        <translation>Türkçe veya İngilizce ara</translation>
    </message>
    <message>
        <source>Search the emoji</source>
        <translation>Emojilerde ara</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation>Yüzler</translation>
    </message>
    <message>
        <source>People</source>
        <translation>İnsanlar</translation>
    </message>
    <message>
        <source>Animals and plants</source>
        <translation>Hayvanlar ve bitkiler</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Yiyecek</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Yolculuk</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Etkinlikler</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Nesneler</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Simgeler</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Bayraklar</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Son kullanılanlar</translation>
    </message>
    <message>
        <source>Without a skin tone</source>
        <translation>Ten rengi olmadan</translation>
    </message>
    <message>
        <source>Light skin</source>
        <translation>Açık ten</translation>
    </message>
    <message>
        <source>Medium-light skin</source>
        <translation>Orta açık ten</translation>
    </message>
    <message>
        <source>Medium skin</source>
        <translation>Orta ten</translation>
    </message>
    <message>
        <source>Medium-dark skin</source>
        <translation>Orta koyu ten</translation>
    </message>
    <message>
        <source>Dark skin</source>
        <translation>Koyu ten</translation>
    </message>
    <message>
        <source>None used yet</source>
        <translation>Henüz kullanılan yok</translation>
    </message>
    <message>
        <source>No emoji has these words</source>
        <translation>Bu sözcüklerle emoji yok</translation>
    </message>
</context>
<context>
    <name>destek::ui::EraseDialog</name>
    <message>
        <source>Record no.</source>
        <translation>Tutanak no</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Emri veren</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Gerekçe</translation>
    </message>
    <message>
        <source>Messages destroyed</source>
        <translation>İmha edilen mesajlar</translation>
    </message>
    <message>
        <source>Files destroyed</source>
        <translation>İmha edilen dosyalar</translation>
    </message>
    <message>
        <source>Identities destroyed</source>
        <translation>İmha edilen kimlikler</translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation>İmha edilen anahtarlar</translation>
    </message>
    <message>
        <source>Consoles that confirmed</source>
        <translation>Doğrulayan konsollar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mesajlar</translation>
    </message>
    <message>
        <source>Pictures, recordings and documents</source>
        <translation>Resimler, kayıtlar ve belgeler</translation>
    </message>
    <message>
        <source>Delivery statuses</source>
        <translation>İletim durumları</translation>
    </message>
    <message>
        <source>Sending attempts</source>
        <translation>Gönderim denemeleri</translation>
    </message>
    <message>
        <source>Names, numbers and other identities</source>
        <translation>Adlar, numaralar ve diğer kimlikler</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>Arama kayıtları</translation>
    </message>
    <message>
        <source>Encryption keys</source>
        <translation>Şifreleme anahtarları</translation>
    </message>
    <message>
        <source>Consoles that will be told</source>
        <translation>Haber verilecek konsollar</translation>
    </message>
    <message>
        <source>Messages not sent yet, which will be cancelled</source>
        <translation>Henüz gönderilmemiş, iptal edilecek mesajlar</translation>
    </message>
    <message>
        <source>For example: application no. 2026-31</source>
        <translation>Örneğin: 2026-31 numaralı başvuru</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone, by anyone.</source>
        <translation>Bunun hiç kimse tarafından geri alınamayacağını anlıyorum.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Kalıcı olarak sil</translation>
    </message>
    <message>
        <source>Save record…</source>
        <translation>Tutanağı kaydet…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Destruction record</source>
        <translation>İmha tutanağı</translation>
    </message>
    <message>
        <source>Everything held about this person was destroyed. This record proves it; it holds no name, no number and no message.</source>
        <translation>Bu kişiye ait tutulan her şey imha edildi. Bu tutanak bunu kanıtlar; içinde ad, numara ve mesaj yoktur.</translation>
    </message>
    <message>
        <source>Saved with its signature: %1</source>
        <translation>İmzasıyla birlikte kaydedildi: %1</translation>
    </message>
    <message>
        <source>Erase everything about one person</source>
        <translation>Bir kişiye ait her şeyi sil</translation>
    </message>
    <message>
        <source>This destroys everything held about %1. Backups can no longer be read for this person either.</source>
        <translation>Tutulan her şey imha edilir. Kişi: %1. Yedekler de bu kişi için artık okunamaz.</translation>
    </message>
    <message>
        <source>Counting what is held…</source>
        <translation>Tutulan veriler sayılıyor…</translation>
    </message>
    <message>
        <source>What is held could not be counted, so nothing can be erased now.</source>
        <translation>Tutulan veriler sayılamadı; bu yüzden şu anda hiçbir şey silinemez.</translation>
    </message>
    <message>
        <source>Folder for the destruction record</source>
        <translation>İmha tutanağı için klasör</translation>
    </message>
</context>
<context>
    <name>destek::ui::ExportDialog</name>
    <message>
        <source>Export the records of one person</source>
        <translation>Bir kişinin kayıtlarını dışa aktar</translation>
    </message>
    <message>
        <source>Everything held about %1 is written to a new folder: a page to read, the same as JSON, and a signed list of the files. The export is recorded in the log with your name and reason.</source>
        <translation>Tutulan her şey yeni bir klasöre yazılır: okunacak bir sayfa, aynısının JSON hâli ve dosyaların imzalı listesi. Kişi: %1. Dışa aktarma, adınız ve gerekçenizle kayıtlara yazılır.</translation>
    </message>
    <message>
        <source>Language of the package</source>
        <translation>Paketin dili</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Gerekçe</translation>
    </message>
    <message>
        <source>For example: application no. 2026-31</source>
        <translation>Örneğin: 2026-31 numaralı başvuru</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Klasör</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Henüz klasör seçilmedi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Seç…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Klasörü seç</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Dışa aktar</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Dışa aktarma klasörü</translation>
    </message>
    <message>
        <source>The export is complete.</source>
        <translation>Dışa aktarma tamamlandı.</translation>
    </message>
    <message>
        <source>To check that nothing in it was changed, run this command; it needs no connection: %1</source>
        <translation>İçinde hiçbir şeyin değişmediğini denetlemek için şu komutu çalıştırın; bağlantı gerekmez: %1</translation>
    </message>
    <message>
        <source>This export is too large to be handed to a console. Nothing is lost: on the server, “destekd export %1 --to FOLDER --reason TEXT” writes it.</source>
        <translation>Bu dışa aktarım konsola verilemeyecek kadar büyük. Hiçbir şey kaybolmadı: sunucuda “destekd export %1 --to KLASÖR --reason METİN” komutu yazar.</translation>
    </message>
</context>
<context>
    <name>destek::ui::FieldDialog</name>
    <message>
        <source>Add a field</source>
        <translation>Alan ekle</translation>
    </message>
    <message>
        <source>Edit the field</source>
        <translation>Alanı düzenle</translation>
    </message>
    <message>
        <source>Name, for example: order number</source>
        <translation>Ad, örneğin: sipariş no</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>destek::ui::HandOverDialog</name>
    <message numerus="yes">
        <source>%1 · %2 · %n open</source>
        <comment>name, presence, how many are theirs</comment>
        <translation>
            <numerusform>%1 · %2 · %n açık</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no other colleague who may answer.</source>
        <translation>Yanıt verebilecek başka bir çalışma arkadaşı yok.</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n conversation(s)</source>
        <translation>
            <numerusform>%n sohbeti devret</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over this conversation</source>
        <translation>Bu sohbeti devret</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Kime</translation>
    </message>
    <message>
        <source>Note for your colleague (optional)</source>
        <translation>Çalışma arkadaşınıza not (isteğe bağlı)</translation>
    </message>
    <message>
        <source>What is agreed, what is still open</source>
        <translation>Ne kararlaştırıldı, ne açık kaldı</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Devret</translation>
    </message>
</context>
<context>
    <name>destek::ui::HistoryDialog</name>
    <message>
        <source>Loading…</source>
        <translation>Yükleniyor…</translation>
    </message>
    <message>
        <source>Nothing is recorded beyond the message itself.</source>
        <translation>Mesajın kendisinden başka kayıt yok.</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Ne yazıyordu</translation>
    </message>
    <message>
        <source>%1 · taken back by its writer</source>
        <translation>%1 · yazan geri aldı</translation>
    </message>
    <message>
        <source>%1 · as first written</source>
        <translation>%1 · ilk yazıldığı hâli</translation>
    </message>
    <message>
        <source>%1 · changed to</source>
        <translation>%1 · değiştirildi</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>%1. deneme</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, what happened</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (kod %2)</translation>
    </message>
    <message>
        <source>Counted as: %1, %2</source>
        <translation>Ücret türü: %1, %2</translation>
    </message>
    <message>
        <source>History of the message</source>
        <translation>Mesajın geçmişi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Teslimat</translation>
    </message>
</context>
<context>
    <name>destek::ui::InboxDelegate</name>
    <message>
        <source>Draft</source>
        <translation>Taslak</translation>
    </message>
</context>
<context>
    <name>destek::ui::InboxPane</name>
    <message numerus="yes">
        <source>%n person(s) waiting for an answer</source>
        <translation>
            <numerusform>%n kişi yanıt bekliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Aramayı temizle</translation>
    </message>
    <message>
        <source>The inbox could not be loaded</source>
        <translation>Gelen kutusu yüklenemedi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Sohbetler yükleniyor…</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Henüz sohbet yok</translation>
    </message>
    <message>
        <source>When a customer writes to your number, the conversation appears here.</source>
        <translation>Bir müşteri numaranıza yazınca sohbet burada görünür.</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Sohbetlerde ara</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Sohbetler</translation>
    </message>
    <message>
        <source>No name, number, field or message has words that begin like this.</source>
        <translation>Böyle başlayan sözcükler içeren bir ad, numara, alan ya da mesaj yok.</translation>
    </message>
    <message>
        <source>Nobody in the list. With one more letter everybody and all messages are searched.</source>
        <translation>Listede kimse yok. Bir harf daha yazınca herkeste ve bütün mesajlarda aranır.</translation>
    </message>
    <message>
        <source>Searching in all queues</source>
        <translation>Bütün kuyruklarda aranıyor</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>what the list is narrowed to</comment>
        <translation>Yalnızca: %1</translation>
    </message>
    <message>
        <source>Nothing here fits the view</source>
        <translation>Bu görünüme uyan sohbet yok</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tümünü göster</translation>
    </message>
    <message>
        <source>Nothing is yours at the moment</source>
        <translation>Şu anda sizde sohbet yok</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Tüm sohbetleri göster</translation>
    </message>
    <message>
        <source>Nothing here at the moment</source>
        <translation>Şu anda burada sohbet yok</translation>
    </message>
    <message>
        <source>Nothing is put off</source>
        <translation>Ertelenen sohbet yok</translation>
    </message>
    <message>
        <source>Views and filters</source>
        <translation>Görünümler ve süzgeçler</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Temizle</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>Görünümü temizle</translation>
    </message>
    <message>
        <source>%1 opens what most needs an answer and belongs to nobody.</source>
        <translation>Atanmamış olanlardan en acil olanı açmak için: %1.</translation>
    </message>
    <message>
        <source>What you snooze with %1 waits here until its time comes or the customer writes.</source>
        <translation>Ertelediğiniz sohbetler (%1) zamanı gelene ya da müşteri yazana kadar burada bekler.</translation>
    </message>
    <message>
        <source>Search people and messages</source>
        <translation>Kişi ve mesaj ara</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Sonuç yok</translation>
    </message>
</context>
<context>
    <name>destek::ui::InteractiveDialog</name>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Header (optional)</source>
        <translation>Üst başlık (isteğe bağlı)</translation>
    </message>
    <message>
        <source>Footer (optional)</source>
        <translation>Alt bilgi (isteğe bağlı)</translation>
    </message>
</context>
<context>
    <name>destek::ui::KeySheet</name>
    <message>
        <source>Every command has its own keys again.</source>
        <translation>Her komut yeniden kendi tuşlarında.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Sohbet</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mesaj</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Hesap</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>tuşu yok</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Bu sözcüklerle bir komut yok.</translation>
    </message>
    <message>
        <source>Which file holds the keys?</source>
        <translation>Tuşlar hangi dosyada?</translation>
    </message>
    <message>
        <source>The keys of the file are in use now.</source>
        <translation>Dosyadaki tuşlar artık kullanılıyor.</translation>
    </message>
    <message>
        <source>Where should the file be kept?</source>
        <translation>Dosya nereye kaydedilsin?</translation>
    </message>
    <message>
        <source>The keys you have changed were written to this file: %1</source>
        <translation>Değiştirdiğiniz tuşlar şu dosyaya yazıldı: %1</translation>
    </message>
    <message>
        <source>The file could not be read. Your keys are as they were.</source>
        <translation>Dosya okunamadı. Tuşlarınız olduğu gibi duruyor.</translation>
    </message>
    <message>
        <source>The file could not be written there. Please choose another folder.</source>
        <translation>Dosya oraya yazılamadı. Lütfen başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>This is not a file with keys of Destek. Your keys are as they were.</source>
        <translation>Bu, Destek tuşlarını içeren bir dosya değil. Tuşlarınız olduğu gibi duruyor.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Klavye kısayolları</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Komut ve tuş arayın</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Komutlar ve tuşları</translation>
    </message>
    <message>
        <source>Key (press it here)</source>
        <translation>Tuş (buraya basın)</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>İkinci tuş</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>Varsayılan tuşlar</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>Tümünü varsayılana döndür</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>İçe aktar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>destek::ui::KindTabs</name>
    <message>
        <source>Internal note: only colleagues read what you write now.</source>
        <translation>Dahili not: şimdi yazdıklarınızı yalnızca çalışma arkadaşlarınız okur.</translation>
    </message>
    <message>
        <source>Reply: the customer reads what you write now.</source>
        <translation>Yanıt: şimdi yazdıklarınızı müşteri okur.</translation>
    </message>
    <message>
        <source>%1, something was begun there</source>
        <translation>%1, orada yazmaya başlanmış</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Dahili not</translation>
    </message>
</context>
<context>
    <name>destek::ui::LabelDialog</name>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>There is a label of this name already.</source>
        <translation>Bu adda bir etiket zaten var.</translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation>Etiketi düzenle</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Yeni etiket</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Renk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>destek::ui::ListDialog</name>
    <message>
        <source>Title of the section (optional)</source>
        <translation>Bölüm başlığı (isteğe bağlı)</translation>
    </message>
    <message>
        <source>Title of section %1</source>
        <translation>Bölüm başlığı %1</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Satır %1</translation>
    </message>
    <message>
        <source>Title of row %1</source>
        <translation>Satır başlığı %1</translation>
    </message>
    <message>
        <source>Description (optional)</source>
        <translation>Açıklama (isteğe bağlı)</translation>
    </message>
    <message>
        <source>Description of row %1</source>
        <translation>Satır açıklaması %1</translation>
    </message>
    <message>
        <source>Send a message with a list</source>
        <translation>Listeli mesaj gönder</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Satır ekle</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Bölüm ekle</translation>
    </message>
    <message>
        <source>Text of the button that opens the list</source>
        <translation>Listeyi açan düğmenin metni</translation>
    </message>
</context>
<context>
    <name>destek::ui::LocationDialog</name>
    <message>
        <source>A short link holds no coordinates, and nothing is opened from here. Open it in your browser and paste the long address.</source>
        <translation>Kısa bağlantıda koordinat yoktur ve buradan hiçbir bağlantı açılmaz. Bağlantıyı tarayıcınızda açıp uzun adresi yapıştırın.</translation>
    </message>
    <message>
        <source>Send a location</source>
        <translation>Konum gönder</translation>
    </message>
    <message>
        <source>You may paste “41.01, 28.97” or the address of a map into the first field. No map is loaded.</source>
        <translation>İlk alana “41.01, 28.97” ya da bir harita adresi yapıştırabilirsiniz. Harita yüklenmez.</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Enlem</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Boylam</translation>
    </message>
    <message>
        <source>Name of the place (optional)</source>
        <translation>Yerin adı (isteğe bağlı)</translation>
    </message>
    <message>
        <source>Address (optional)</source>
        <translation>Adres (isteğe bağlı)</translation>
    </message>
</context>
<context>
    <name>destek::ui::LockPage</name>
    <message>
        <source>The password or the code is not right.</source>
        <translation>Parola ya da kod doğru değil.</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>Ekran kilitli</translation>
    </message>
    <message>
        <source>Nobody was at this console for a while. Your drafts are kept.</source>
        <translation>Bir süredir bu konsolda kimse yoktu. Taslaklarınız duruyor.</translation>
    </message>
    <message>
        <source>Your drafts are kept.</source>
        <translation>Taslaklarınız duruyor.</translation>
    </message>
    <message>
        <source>Signed in: %1.</source>
        <translation>Giriş yapan: %1.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Parolanız</translation>
    </message>
    <message>
        <source>Verification code, if used</source>
        <translation>Doğrulama kodu (varsa)</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Kilidi aç</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Çıkış yap</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) since the screen was locked</source>
        <translation>
            <numerusform>Ekran kilitlendiğinden beri %n yeni mesaj</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destek::ui::LogsPage</name>
    <message>
        <source>The log could not be loaded</source>
        <translation>Kayıtlar yüklenemedi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading the log…</source>
        <translation>Kayıtlar yükleniyor…</translation>
    </message>
    <message>
        <source>No records</source>
        <translation>Kayıt yok</translation>
    </message>
    <message>
        <source>Nothing in the log matches these filters.</source>
        <translation>Bu süzgeçlere uyan kayıt yok.</translation>
    </message>
    <message>
        <source>The chain has not been checked yet.</source>
        <translation>Zincir henüz denetlenmedi.</translation>
    </message>
    <message>
        <source>The chain could not be checked now: the server did not answer. This says nothing about the log.</source>
        <translation>Zincir şu anda denetlenemedi: sunucu yanıt vermedi. Bu, kayıtlar hakkında bir şey söylemez.</translation>
    </message>
    <message>
        <source>Chain verified: %1 records, last seal %2</source>
        <translation>Zincir doğrulandı: %1 kayıt, son mühür %2</translation>
    </message>
    <message>
        <source>Chain verified: %1 records, last seal %2. This console remembers it from now on.</source>
        <translation>Zincir doğrulandı: %1 kayıt, son mühür %2. Bu konsol bundan sonra bunu anımsar.</translation>
    </message>
    <message>
        <source>Log shortened: the server shows %1 records, this console has seen more. Please tell your data-protection officer.</source>
        <translation>Kayıtlar kısaltılmış: sunucu %1 kayıt gösteriyor, bu konsol daha fazlasını görmüştü. Lütfen veri koruma görevlinize bildirin.</translation>
    </message>
    <message>
        <source>Log rewritten: it does not continue what this console has seen. Please tell your data-protection officer.</source>
        <translation>Kayıtlar yeniden yazılmış: bu konsolun gördüklerinin devamı değil. Lütfen veri koruma görevlinize bildirin.</translation>
    </message>
    <message>
        <source>Another key: the log is signed with a key this console does not know. Please tell your data-protection officer.</source>
        <translation>Başka bir anahtar: kayıtlar bu konsolun tanımadığı bir anahtarla imzalanmış. Lütfen veri koruma görevlinize bildirin.</translation>
    </message>
    <message>
        <source>Seal not valid: the last seal of the log is missing or wrong. Please tell your data-protection officer.</source>
        <translation>Mühür geçerli değil: kayıtların son mührü eksik ya da yanlış. Lütfen veri koruma görevlinize bildirin.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Her şey</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Herkes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Son 7 gün</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Son 30 gün</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Tüm zamanlar</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Kayıtlar</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Kime dair</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Kullanıcı adı</translation>
    </message>
    <message>
        <source>Records of the log</source>
        <translation>Günlük kayıtları</translation>
    </message>
    <message>
        <source>Record no. %1 was altered. The log does not verify from this record on. Please tell your data-protection officer and keep the server as it is.</source>
        <translation>%1 numaralı kayıt değiştirilmiş. Kayıtlar bu noktadan sonra doğrulanamıyor. Lütfen veri koruma sorumlunuza haber verin ve sunucuya dokunmayın.</translation>
    </message>
</context>
<context>
    <name>destek::ui::MainWindow</name>
    <message>
        <source>Account</source>
        <translation>Hesap</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Gelen kutusu</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Kayıtlar</translation>
    </message>
    <message>
        <source>Destruction records</source>
        <translation>İmha tutanakları</translation>
    </message>
    <message>
        <source>Find in the inbox</source>
        <translation>Gelen kutusunda bul</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Sonraki sohbet</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Önceki sohbet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>Export the records…</source>
        <translation>Kayıtları dışa aktar…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Her şeyi sil…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Show or hide the person</source>
        <translation>Kişi bölmesini göster ya da gizle</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Açık tema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Koyu tema</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Daha büyük yazı</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Daha küçük yazı</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normal yazı boyutu</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Çıkış yap</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>WhatsApp account</source>
        <translation>WhatsApp hesabı</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mesaj</translation>
    </message>
    <message>
        <source>Tell customers when I have read</source>
        <translation>Okuduğumu müşteriler görsün</translation>
    </message>
    <message>
        <source>Show customers that I am typing (tells that I have read, too)</source>
        <translation>Yazdığımı müşteriler görsün (okuduğum da görünür)</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Sohbet</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Lütfen önce giriş yapın.</translation>
    </message>
    <message>
        <source>Your role does not include this.</source>
        <translation>Rolünüz bunu kapsamıyor.</translation>
    </message>
    <message>
        <source>Please open a conversation first.</source>
        <translation>Lütfen önce bir sohbet açın.</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Komutlar…</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Sıradaki iş</translation>
    </message>
    <message>
        <source>Nobody else waits for an answer.</source>
        <translation>Yanıt bekleyen başka kimse yok.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Klavye kısayolları…</translation>
    </message>
    <message>
        <source>Please unlock the screen first.</source>
        <translation>Lütfen önce ekranın kilidini açın.</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>Ekranı kilitle</translation>
    </message>
    <message>
        <source>Lock after 5 minutes without a touch</source>
        <translation>5 dakika dokunulmazsa kilitle</translation>
    </message>
    <message>
        <source>Lock after 10 minutes without a touch</source>
        <translation>10 dakika dokunulmazsa kilitle</translation>
    </message>
    <message>
        <source>Lock after 30 minutes without a touch</source>
        <translation>30 dakika dokunulmazsa kilitle</translation>
    </message>
    <message>
        <source>Once more, and Destek ends without it.</source>
        <translation>Bir kez daha yaparsanız Destek bunlar olmadan kapanır.</translation>
    </message>
    <message>
        <source>Destek goes on in the background</source>
        <translation>Destek arka planda çalışmayı sürdürüyor</translation>
    </message>
    <message>
        <source>There is no other visited conversation in this direction.</source>
        <translation>Bu yönde gidilmiş başka bir sohbet yok.</translation>
    </message>
    <message>
        <source>Back to the conversation before</source>
        <translation>Önceki sohbete dön</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Yeniden ileri git</translation>
    </message>
    <message>
        <source>Test alerts</source>
        <translation>Bildirimleri dene</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>Ses çal</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Pencereyi göster</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Sistemin teması</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Yüksek karşıtlık</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Ekip</translation>
    </message>
    <message>
        <source>Messages go out at once</source>
        <translation>Mesajlar hemen gönderilsin</translation>
    </message>
    <message>
        <source>Messages wait 2 seconds and can be undone</source>
        <translation>Mesajlar 2 saniye beklesin, geri alınabilsin</translation>
    </message>
    <message>
        <source>Messages wait 3 seconds and can be undone</source>
        <translation>Mesajlar 3 saniye beklesin, geri alınabilsin</translation>
    </message>
    <message>
        <source>Messages wait 5 seconds and can be undone</source>
        <translation>Mesajlar 5 saniye beklesin, geri alınabilsin</translation>
    </message>
    <message>
        <source>Messages written offline…</source>
        <translation>Çevrimdışı yazılan mesajlar…</translation>
    </message>
    <message>
        <source>Nothing that was written offline waits for you.</source>
        <translation>Kararınızı bekleyen, çevrimdışı yazılmış mesaj yok.</translation>
    </message>
    <message>
        <source>Your sessions…</source>
        <translation>Oturumlarınız…</translation>
    </message>
    <message>
        <source>Everybody&apos;s sessions…</source>
        <translation>Herkesin oturumları…</translation>
    </message>
</context>
<context>
    <name>destek::ui::MediaViewer</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Farklı kaydet…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Önceki</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sonraki</translation>
    </message>
    <message>
        <source>Video %1 of %2</source>
        <translation>Video %1 / %2</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Resim %1 / %2</translation>
    </message>
    <message>
        <source>This picture cannot be shown. You may save it; open it only if you expect it.</source>
        <translation>Bu resim gösterilemiyor. Kaydedebilirsiniz; yalnızca beklediğiniz bir dosyaysa açın.</translation>
    </message>
    <message>
        <source>This video cannot be played here. You may save it; open it only if you expect it.</source>
        <translation>Bu video burada oynatılamıyor. Kaydedebilirsiniz; yalnızca beklediğiniz bir dosyaysa açın.</translation>
    </message>
    <message>
        <source>Could not be loaded</source>
        <translation>Yüklenemedi</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Yükleniyor…</translation>
    </message>
</context>
<context>
    <name>destek::ui::MentionList</name>
    <message>
        <source>%1 · %2</source>
        <comment>name, presence</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Colleagues who can be mentioned</source>
        <translation>Anılabilecek çalışma arkadaşları</translation>
    </message>
</context>
<context>
    <name>destek::ui::Palette</name>
    <message>
        <source>Commands and people</source>
        <translation>Komutlar ve kişiler</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Uyanlar</translation>
    </message>
    <message>
        <source>No command and no loaded conversation has these words.</source>
        <translation>Bu sözcüklerle bir komut ya da yüklü bir sohbet yok.</translation>
    </message>
    <message>
        <source>What would you like to do, or who are you looking for?</source>
        <translation>Ne yapmak veya kimi bulmak istersiniz?</translation>
    </message>
</context>
<context>
    <name>destek::ui::PaletteModel</name>
    <message>
        <source>conversation</source>
        <translation>sohbet</translation>
    </message>
</context>
<context>
    <name>destek::ui::PersonPane</name>
    <message>
        <source>No person chosen</source>
        <translation>Kişi seçilmedi</translation>
    </message>
    <message>
        <source>Open a conversation to see who it is with.</source>
        <translation>Kiminle olduğunu görmek için bir sohbet açın.</translation>
    </message>
    <message>
        <source>This person could not be loaded</source>
        <translation>Bu kişi yüklenemedi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Yükleniyor…</translation>
    </message>
    <message>
        <source>No number: reached by username</source>
        <translation>Numara yok: kullanıcı adıyla ulaşılıyor</translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation>Göster…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Gizle</translation>
    </message>
    <message>
        <source>First message: %1</source>
        <translation>İlk mesaj: %1</translation>
    </message>
    <message>
        <source>Erased by itself on: %1</source>
        <translation>Kendiliğinden silinme tarihi: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2: “%3”)</source>
        <translation>%1 (%2: “%3”)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numara</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>İzin durumu</translation>
    </message>
    <message>
        <source>History of permission</source>
        <translation>İzin geçmişi</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Kayıt süresi</translation>
    </message>
    <message>
        <source>Rights of the person</source>
        <translation>İlgili kişinin hakları</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Sil…</translation>
    </message>
    <message>
        <source>Reveal the number (reason needed)</source>
        <translation>Numarayı göster (gerekçe gerekli)</translation>
    </message>
    <message>
        <source>In the phone&apos;s contacts: %1</source>
        <translation>Telefon rehberinde: %1</translation>
    </message>
    <message>
        <source>This number may have changed hands. Please check who this is before you speak of earlier matters.</source>
        <translation>Bu numara el değiştirmiş olabilir. Eski konulardan söz etmeden önce lütfen kim olduğunu doğrulayın.</translation>
    </message>
    <message>
        <source>Record opt-out…</source>
        <translation>İstemediğini kaydet…</translation>
    </message>
    <message>
        <source>Record opt-in…</source>
        <translation>Yeniden istediğini kaydet…</translation>
    </message>
    <message>
        <source>They stopped marketing messages in WhatsApp itself; only they can lift that there. They have asked us to write to them since.</source>
        <translation>Pazarlama mesajlarını WhatsApp’tan kendisi durdurdu; orada yalnızca kendisi açabilir. Sonradan kendisine yazmamızı istedi.</translation>
    </message>
    <message>
        <source>They stopped us in WhatsApp itself, and only they can lift that. Until then nothing can be recorded here; their own BAŞLAT or START counts.</source>
        <translation>Bizi WhatsApp’tan kendisi durdurdu; bunu yalnızca kendisi kaldırabilir. O zamana kadar buraya izin kaydedilemez; kendi yazdığı BAŞLAT ya da START geçerlidir.</translation>
    </message>
    <message>
        <source>at our number %1</source>
        <translation>%1 numaramızda</translation>
    </message>
</context>
<context>
    <name>destek::ui::PersonWork</name>
    <message>
        <source>The team has no labels yet</source>
        <translation>Ekibin henüz etiketi yok</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Düzenle</translation>
    </message>
    <message>
        <source>Edit the field: %1</source>
        <translation>Alanı düzenle: %1</translation>
    </message>
    <message>
        <source>Remove the field: %1</source>
        <translation>Alanı kaldır: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name, time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Etiketler…</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Alanlar</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>Alan ekle…</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Dahili notlar</translation>
    </message>
</context>
<context>
    <name>destek::ui::PieceDialog</name>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gönder</translation>
    </message>
</context>
<context>
    <name>destek::ui::PresenceButton</name>
    <message>
        <source>Your presence: %1</source>
        <translation>Durumunuz: %1</translation>
    </message>
    <message>
        <source>Your presence: colleagues see it, and new conversations come only while you are available</source>
        <translation>Durumunuz: ekip arkadaşlarınız görür; yeni sohbetler yalnızca müsaitken gelir</translation>
    </message>
</context>
<context>
    <name>destek::ui::QueueReview</name>
    <message>
        <source>Written offline, not sent</source>
        <translation>Çevrimdışı yazıldı, gönderilmedi</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Yazdığınız mesaj</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Düzenle</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gönder</translation>
    </message>
    <message numerus="yes">
        <source>Written offline, not sent: %n to decide</source>
        <translation>
            <numerusform>Çevrimdışı yazıldı, gönderilmedi: %n karar</numerusform>
        </translation>
    </message>
    <message>
        <source>You wrote this at %1.</source>
        <translation>Yazdığınız saat: %1</translation>
    </message>
    <message>
        <source>Discard the text</source>
        <translation>Metni sil</translation>
    </message>
</context>
<context>
    <name>destek::ui::QueueStrip</name>
    <message numerus="yes">
        <source>%n message(s) you wrote offline were not sent, because something happened meanwhile.</source>
        <translation>
            <numerusform>Çevrimdışıyken yazdığınız %n mesaj gönderilmedi; bu arada sohbette bir şey değişti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Gözden geçir…</translation>
    </message>
</context>
<context>
    <name>destek::ui::QueueTabs</name>
    <message numerus="yes">
        <source>%1: %n conversation(s)</source>
        <comment>name of a queue</comment>
        <translation>
            <numerusform>%1: %n sohbet</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Sıram</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Ekibim</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Atanmamış</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Ertelenen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Kuyruklar</translation>
    </message>
</context>
<context>
    <name>destek::ui::QuickReplies</name>
    <message>
        <source>Please fill in first: %1</source>
        <translation>Önce şunu doldurun: %1</translation>
    </message>
</context>
<context>
    <name>destek::ui::QuickReplyDialog</name>
    <message>
        <source>This shortcut is taken already.</source>
        <translation>Bu kısaltma zaten kullanılıyor.</translation>
    </message>
    <message>
        <source>Edit the quick reply</source>
        <translation>Hazır yanıtı düzenle</translation>
    </message>
    <message>
        <source>New quick reply</source>
        <translation>Yeni hazır yanıt</translation>
    </message>
    <message>
        <source>Shortcut, typed after /</source>
        <translation>/ işaretinden sonra yazılan kısaltma</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Filled in by itself: {name}, {first_name}, {agent}, {business}, {field:Name of a field}. What stands after a bar is used if nothing is known: {first_name|dear customer}.</source>
        <translation>Kendiliğinden doldurulur: {name}, {first_name}, {agent}, {business}, {field:Alan adı}. Bilinmiyorsa çizgiden sonraki yazılır: {first_name|değerli müşterimiz}.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Hepsi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Deniz Örnek</source>
        <translation>Deniz Örnek</translation>
    </message>
    <message>
        <source>Nothing fills in this: %1</source>
        <translation>Bunu dolduracak bir bilgi yok: %1</translation>
    </message>
    <message>
        <source>What a customer called Deniz Örnek would read</source>
        <translation>Deniz Örnek adlı bir müşterinin okuyacağı metin</translation>
    </message>
</context>
<context>
    <name>destek::ui::QuickReplyList</name>
    <message>
        <source>Quick reply %1 of %2: %3</source>
        <translation>Hazır yanıt %1 / %2: %3</translation>
    </message>
    <message>
        <source>Which quick reply?</source>
        <translation>Hangi hazır yanıt?</translation>
    </message>
    <message>
        <source>Search the quick replies</source>
        <translation>Hazır yanıtlarda ara</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Hazır yanıtlar</translation>
    </message>
    <message>
        <source>↑↓ choose, Enter inserts, Esc leaves</source>
        <translation>↑↓ seçer, Enter ekler, Esc kapatır</translation>
    </message>
    <message>
        <source>No quick reply has these words. Esc lets you write on.</source>
        <translation>Bu sözcüklerle hazır yanıt yok. Esc ile yazmayı sürdürebilirsiniz.</translation>
    </message>
    <message>
        <source>New quick reply…</source>
        <translation>Yeni hazır yanıt…</translation>
    </message>
    <message>
        <source>No quick replies yet</source>
        <translation>Henüz hazır yanıt yok</translation>
    </message>
    <message>
        <source>Supervisors write them on the Team page; they appear here then.</source>
        <translation>Yöneticiler bunları Ekip sayfasında yazar; sonra burada görünür.</translation>
    </message>
    <message>
        <source>Write the first one…</source>
        <translation>İlkini yaz…</translation>
    </message>
    <message>
        <source>Write an answer once and insert it with / or %1 from then on.</source>
        <translation>Bir yanıtı bir kez yazın; sonra / veya %1 ile ekleyin.</translation>
    </message>
</context>
<context>
    <name>destek::ui::QuoteBar</name>
    <message>
        <source>Do not quote</source>
        <translation>Alıntılama</translation>
    </message>
    <message>
        <source>Do not quote (Esc)</source>
        <translation>Alıntılama (Esc)</translation>
    </message>
    <message>
        <source>Reply to your own message</source>
        <translation>Kendi mesajınıza yanıt</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Yanıtlanan: %1</translation>
    </message>
</context>
<context>
    <name>destek::ui::ReactionPicker</name>
    <message>
        <source>Another emoji</source>
        <translation>Başka bir emoji</translation>
    </message>
    <message>
        <source>Win+. opens the emoji of Windows</source>
        <translation>Win+. Windows’un emojilerini açar</translation>
    </message>
    <message>
        <source>Ctrl+Cmd+Space opens the emoji of macOS</source>
        <translation>Ctrl+Cmd+Boşluk macOS’un emojilerini açar</translation>
    </message>
    <message>
        <source>Enter sends it</source>
        <translation>Enter gönderir</translation>
    </message>
    <message>
        <source>Take the reaction back</source>
        <translation>Tepkiyi geri al</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Tepki</translation>
    </message>
    <message>
        <source>One single emoji, please: letters cannot be a reaction.</source>
        <translation>Lütfen tek bir emoji girin: harfler tepki olamaz.</translation>
    </message>
</context>
<context>
    <name>destek::ui::RecordsPage</name>
    <message>
        <source>Folder for the destruction record</source>
        <translation>İmha tutanağı için klasör</translation>
    </message>
    <message>
        <source>Saved with its signature: %1</source>
        <translation>İmzasıyla birlikte kaydedildi: %1</translation>
    </message>
    <message>
        <source>The records could not be loaded</source>
        <translation>Tutanaklar yüklenemedi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading the records…</source>
        <translation>Tutanaklar yükleniyor…</translation>
    </message>
    <message>
        <source>Nothing has been destroyed yet</source>
        <translation>Henüz hiçbir şey imha edilmedi</translation>
    </message>
    <message>
        <source>When a person is erased, the signed record of it is listed here.</source>
        <translation>Bir kişi silindiğinde imzalı tutanağı burada listelenir.</translation>
    </message>
    <message>
        <source>Destruction records</source>
        <translation>İmha tutanakları</translation>
    </message>
    <message>
        <source>What was destroyed, when and on whose order. The records hold no names and no messages.</source>
        <translation>Neyin, ne zaman ve kimin emriyle imha edildiği. Tutanaklarda ad ve mesaj bulunmaz.</translation>
    </message>
    <message>
        <source>Save record…</source>
        <translation>Tutanağı kaydet…</translation>
    </message>
</context>
<context>
    <name>destek::ui::RevealDialog</name>
    <message>
        <source>Reveal the number</source>
        <translation>Numarayı göster</translation>
    </message>
    <message>
        <source>The number is shown to you for one minute. Your name, the time and your reason are written to the log first.</source>
        <translation>Numara size bir dakika gösterilir. Önce adınız, saat ve gerekçeniz kayıtlara yazılır.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Gerekçe</translation>
    </message>
    <message>
        <source>For example: the courier asks for the number</source>
        <translation>Örneğin: kurye numarayı soruyor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Göster</translation>
    </message>
</context>
<context>
    <name>destek::ui::SaveViewDialog</name>
    <message>
        <source>Save this view</source>
        <translation>Bu görünümü kaydet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>The whole team sees it</source>
        <translation>Tüm ekip görsün</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>destek::ui::SearchHits</name>
    <message numerus="yes">
        <source>Found in messages: the newest %n</source>
        <translation>
            <numerusform>Mesajlarda bulunan: en yeni %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found in messages: %n</source>
        <translation>
            <numerusform>Mesajlarda bulunan: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Found in messages</source>
        <translation>Mesajlarda bulunan</translation>
    </message>
    <message>
        <source>The search did not work</source>
        <translation>Arama yapılamadı</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Aranıyor…</translation>
    </message>
    <message>
        <source>No message found</source>
        <translation>Mesaj bulunamadı</translation>
    </message>
    <message>
        <source>Whole words and beginnings of words are found, in any spelling of i and ı.</source>
        <translation>Sözcükler ve sözcük başları bulunur; i ve ı nasıl yazılmış olursa olsun.</translation>
    </message>
    <message>
        <source>People and messages found</source>
        <translation>Bulunan kişiler ve mesajlar</translation>
    </message>
    <message numerus="yes">
        <source>People found: %n</source>
        <translation>
            <numerusform>Bulunan kişi: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>people found; messages found</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · only: %2</source>
        <comment>how many; what the search is narrowed to</comment>
        <translation>%1 · yalnızca: %2</translation>
    </message>
    <message>
        <source>from us</source>
        <translation>bizden</translation>
    </message>
    <message>
        <source>from customers</source>
        <translation>müşterilerden</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a date</comment>
        <translation>%1 tarihinden beri</translation>
    </message>
    <message>
        <source>with a file</source>
        <translation>dosyalı</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Yalnızca</translation>
    </message>
    <message>
        <source>From customers</source>
        <translation>Müşterilerden</translation>
    </message>
    <message>
        <source>From us</source>
        <translation>Bizden</translation>
    </message>
    <message>
        <source>With a file</source>
        <translation>Dosyalı olanlar</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ne zamandan beri</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 gün</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 gün</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>Bir yıl</translation>
    </message>
    <message>
        <source>Narrow the search</source>
        <translation>Aramayı daralt</translation>
    </message>
</context>
<context>
    <name>destek::ui::SessionsDialog</name>
    <message>
        <source>%1 (this console)</source>
        <translation>%1 (bu konsol)</translation>
    </message>
    <message>
        <source>The session has ended. That console has forgotten the customers and asks for the password.</source>
        <translation>Oturum kapatıldı. O konsol müşteri bilgilerini sildi ve parola istiyor.</translation>
    </message>
    <message>
        <source>You are signed in at this console only.</source>
        <translation>Artık yalnızca bu konsolda oturumunuz açık.</translation>
    </message>
    <message>
        <source>Everybody&apos;s sessions</source>
        <translation>Herkesin oturumları</translation>
    </message>
    <message>
        <source>Your sessions</source>
        <translation>Oturumlarınız</translation>
    </message>
    <message>
        <source>Who is signed in at which console. Ending a session signs that console out and makes it forget the customers; it is written to the logs.</source>
        <translation>Kimin hangi konsolda oturumu açık. Sonlandırılan oturumun konsolunda tutulan müşteri bilgileri o bilgisayardan silinir; bu, kayıtlara yazılır.</translation>
    </message>
    <message>
        <source>Where you are signed in. If you do not know one of the other consoles, end its session and tell your administrator; this one is left by signing out.</source>
        <translation>Oturumunuzun açık olduğu yerler. Öteki konsollar arasında tanımadığınız varsa oturumunu sonlandırın ve yöneticinize bildirin; bu konsoldan çıkış yaparak ayrılırsınız.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsol</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Oturum açılışı</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Son kullanım</translation>
    </message>
    <message>
        <source>End this session</source>
        <translation>Bu oturumu sonlandır</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Diğerlerini sonlandır</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>destek::ui::SignInPages</name>
    <message>
        <source>Welcome</source>
        <translation>Hoş geldiniz</translation>
    </message>
    <message>
        <source>Answer your WhatsApp customers from one inbox and keep every record in your own hands.</source>
        <translation>WhatsApp müşterilerinizi tek bir gelen kutusundan yanıtlayın; bütün kayıtlar kendi elinizde kalsın.</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>Deneyin</translation>
    </message>
    <message>
        <source>Starts a small server with invented customers on this computer. Nothing leaves it, and closing the window ends it.</source>
        <translation>Bu bilgisayarda örnek müşterileri olan küçük bir sunucu başlatır. Dışarıya hiçbir şey çıkmaz; pencereyi kapatınca biter.</translation>
    </message>
    <message>
        <source>The two programs for trying out are not installed beside this one.</source>
        <translation>Deneme için gereken iki program bu programın yanında kurulu değil.</translation>
    </message>
    <message>
        <source>Try on this computer</source>
        <translation>Bu bilgisayarda dene</translation>
    </message>
    <message>
        <source>Use it at work</source>
        <translation>İşinizde kullanın</translation>
    </message>
    <message>
        <source>Your administrator gives you a pairing link for your organisation&apos;s server.</source>
        <translation>Yöneticiniz size kurumunuzun sunucusu için bir eşleştirme bağlantısı verir.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Bir sunucuya bağlan</translation>
    </message>
    <message>
        <source>Paste the pairing link your administrator sent you. It works once, for a short time; the server is checked against it before anything is sent.</source>
        <translation>Yöneticinizin gönderdiği eşleştirme bağlantısını yapıştırın. Bağlantı kısa süreliğine ve bir kez çalışır; bir şey gönderilmeden önce sunucu onunla denetlenir.</translation>
    </message>
    <message>
        <source>Pairing link</source>
        <translation>Eşleştirme bağlantısı</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Bağlan</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Giriş yap</translation>
    </message>
    <message>
        <source>Sign in: %1</source>
        <translation>Giriş: %1</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Kullanıcı adı</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Verification code, if used</source>
        <translation>Doğrulama kodu (varsa)</translation>
    </message>
    <message>
        <source>Verification code, six digits</source>
        <translation>Doğrulama kodu, altı hane</translation>
    </message>
    <message>
        <source>Another server…</source>
        <translation>Başka bir sunucu…</translation>
    </message>
    <message>
        <source>%1 The user name is kept here; please type the password again.</source>
        <translation>%1 Kullanıcı adı burada duruyor; lütfen parolayı yeniden yazın.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed; please try again in a moment.</source>
        <translation>%1 Hiçbir şey değişmedi; lütfen birazdan yeniden deneyin.</translation>
    </message>
    <message>
        <source>Messages and drafts written offline wait on this computer, encrypted, each for whoever wrote them: nobody else can read or send them. Their writers find them again when they sign in. What nobody claims is deleted on %1.</source>
        <translation>Çevrimdışı yazılan mesajlar ve taslaklar bu bilgisayarda, her biri yazanı için şifreli olarak bekler: başkası okuyamaz ve gönderemez. Yazanlar, oturum açtıklarında bunları yeniden bulur. Sahiplenilmeyenlerin silineceği zaman: %1.</translation>
    </message>
</context>
<context>
    <name>destek::ui::SnoozeDialog</name>
    <message>
        <source>Snooze until</source>
        <translation>Şu zamana ertele</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Tarih ve saat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Ertele</translation>
    </message>
</context>
<context>
    <name>destek::ui::SpellChecker</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Öneriler aranıyor…</translation>
    </message>
    <message>
        <source>Add to the company dictionary</source>
        <translation>Şirket sözlüğüne ekle</translation>
    </message>
    <message>
        <source>Ignore in this conversation</source>
        <translation>Bu sohbette yok say</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Öneri yok</translation>
    </message>
</context>
<context>
    <name>destek::ui::StandingDialog</name>
    <message>
        <source>Record that they want no more messages</source>
        <translation>Mesaj istemediğini kaydet</translation>
    </message>
    <message>
        <source>Record that they want messages again</source>
        <translation>Yeniden mesaj istediğini kaydet</translation>
    </message>
    <message>
        <source>From the moment you record it, nobody here can write to this person, and what is still waiting is not sent. Your name and the time are kept as proof.</source>
        <translation>Kaydettiğiniz andan itibaren buradan kimse bu kişiye yazamaz; bekleyenler de gönderilmez. Adınız ve saat kanıt olarak saklanır.</translation>
    </message>
    <message>
        <source>Only if the person asked for it. They can be written to again, within WhatsApp&apos;s 24 hours or with a template. Your name and the time are kept as proof.</source>
        <translation>Yalnızca kişi kendisi istediyse. WhatsApp’ın 24 saati içinde ya da bir şablonla kendisine yeniden yazılabilir. Adınız ve saat kanıt olarak saklanır.</translation>
    </message>
    <message>
        <source>Their own switch in WhatsApp stays off; nobody here can lift it.</source>
        <translation>WhatsApp’taki kendi ayarı kapalı kalır; buradan kimse açamaz.</translation>
    </message>
    <message>
        <source>How did they say it?</source>
        <translation>Nasıl bildirdi?</translation>
    </message>
    <message>
        <source>In an e-mail</source>
        <translation>E-postayla</translation>
    </message>
    <message>
        <source>On the telephone</source>
        <translation>Telefonda</translation>
    </message>
    <message>
        <source>In another way</source>
        <translation>Başka bir yolla</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Not (isteğe bağlı)</translation>
    </message>
    <message>
        <source>For example: e-mail of 21 November, ticket 4821</source>
        <translation>Örneğin: 21 Kasım tarihli e-posta, kayıt no 4821</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>destek::ui::StepUpFields</name>
    <message>
        <source>Your password, once more</source>
        <translation>Parolanız, bir kez daha</translation>
    </message>
    <message>
        <source>Verification code, if used</source>
        <translation>Doğrulama kodu (varsa)</translation>
    </message>
</context>
<context>
    <name>destek::ui::TeamPage</name>
    <message>
        <source>In use</source>
        <translation>Kullanımda</translation>
    </message>
    <message>
        <source>The rule is saved.</source>
        <translation>Kural kaydedildi.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Ekip</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>Yeni etiket…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Düzenle…</translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation>Etiketi düzenle</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Hazır yanıtlar</translation>
    </message>
    <message>
        <source>Answers written once, for everybody.</source>
        <translation>Bir kez yazılan, herkesin kullandığı yanıtlar.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kısaltma</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>New quick reply…</source>
        <translation>Yeni hazır yanıt…</translation>
    </message>
    <message>
        <source>Edit the quick reply</source>
        <translation>Hazır yanıtı düzenle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Remove the quick reply</source>
        <translation>Hazır yanıtı kaldır</translation>
    </message>
    <message>
        <source>New conversations</source>
        <translation>Yeni sohbetler</translation>
    </message>
    <message>
        <source>At most, for each colleague:</source>
        <translation>Kişi başına en çok:</translation>
    </message>
    <message>
        <source>Open conversations of one colleague at most</source>
        <translation>Bir temsilcinin en çok açık sohbeti</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save the rule for new conversations</source>
        <translation>Yeni sohbet kuralını kaydet</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Kullanım dışı</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Yeniden kullan</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Kullanımdan kaldır</translation>
    </message>
    <message>
        <source>Words under which conversations are filed. A retired label stays on the conversations that have it.</source>
        <translation>Sohbetlerin altında toplandığı sözcükler. Kullanım dışı bir etiket, verildiği sohbetlerde kalır.</translation>
    </message>
    <message>
        <source>Give them to whoever is available and has waited longest</source>
        <translation>Müsait olup en uzun süredir yeni sohbet almayana ver</translation>
    </message>
</context>
<context>
    <name>destek::ui::TemplateFields</name>
    <message>
        <source>Only JPEG and PNG pictures fit here.</source>
        <translation>Buraya yalnızca JPEG ve PNG resimler eklenebilir.</translation>
    </message>
    <message>
        <source>Only PDF, text and Office documents fit here.</source>
        <translation>Buraya yalnızca PDF, metin ve Office belgeleri eklenebilir.</translation>
    </message>
    <message>
        <source>Uploading: %1</source>
        <translation>Yükleniyor: %1</translation>
    </message>
    <message>
        <source>Header: %1</source>
        <translation>Başlık: %1</translation>
    </message>
    <message>
        <source>Field %1</source>
        <translation>Alan %1</translation>
    </message>
    <message>
        <source>End of the address, button “%1”</source>
        <translation>“%1” düğmesi: adresin sonu</translation>
    </message>
    <message>
        <source>Code to copy</source>
        <translation>Kopyalanacak kod</translation>
    </message>
    <message>
        <source>Card %1: %2</source>
        <translation>Kart %1: %2</translation>
    </message>
    <message>
        <source>Card %1: end of the address, button “%2”</source>
        <translation>Kart %1: “%2” düğmesi, adresin sonu</translation>
    </message>
    <message>
        <source>Card %1: code to copy</source>
        <translation>Kart %1: kopyalanacak kod</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Dosya seç…</translation>
    </message>
    <message>
        <source>Coordinates or the address of a map</source>
        <translation>Koordinatlar ya da harita adresi</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>Yerin adı</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Resim</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Belge</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Konum</translation>
    </message>
    <message>
        <source>Card %1 · %2</source>
        <translation>Kart %1 · %2</translation>
    </message>
    <message>
        <source>Only MP4 and 3GP videos fit here.</source>
        <translation>Buraya yalnızca MP4 ve 3GP videolar eklenebilir.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Header picture</source>
        <translation>Başlık görseli</translation>
    </message>
    <message>
        <source>Header video</source>
        <translation>Başlık videosu</translation>
    </message>
    <message>
        <source>Header document</source>
        <translation>Başlık belgesi</translation>
    </message>
    <message>
        <source>Header location</source>
        <translation>Başlık konumu</translation>
    </message>
    <message>
        <source>Card %1 video</source>
        <translation>Kart %1 videosu</translation>
    </message>
    <message>
        <source>Card %1 picture</source>
        <translation>Kart %1 görseli</translation>
    </message>
    <message>
        <source>Card %1, field %2</source>
        <translation>Kart %1, alan %2</translation>
    </message>
</context>
<context>
    <name>destek::ui::TemplateList</name>
    <message>
        <source>Loading the templates…</source>
        <translation>Şablonlar yükleniyor…</translation>
    </message>
    <message>
        <source>No template can be sent. Templates are made in WhatsApp Manager.</source>
        <translation>Gönderilebilecek şablon yok. Şablonlar WhatsApp Yöneticisi’nde hazırlanır.</translation>
    </message>
    <message>
        <source>The templates are shown once they are fetched from WhatsApp.</source>
        <translation>Şablonlar WhatsApp’tan alınınca gösterilir.</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) stopped, because WhatsApp changed the category. Nobody can send them until an administrator says so.</source>
        <translation>
            <numerusform>WhatsApp kategorisini değiştirdiği için %n şablon durduruldu. Bir yönetici izin verene kadar kimse gönderemez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
    </message>
    <message>
        <source>Update from WhatsApp</source>
        <translation>WhatsApp&apos;tan güncelle</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Yeniden kullanıma aç</translation>
    </message>
</context>
<context>
    <name>destek::ui::TemplatePicker</name>
    <message>
        <source>There is no approved template to send.</source>
        <translation>Gönderilebilecek onaylı şablon yok.</translation>
    </message>
    <message>
        <source>Loading templates…</source>
        <translation>Şablonlar yükleniyor…</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter gönderir</translation>
    </message>
    <message>
        <source>Missing field: %1</source>
        <translation>Eksik alan: %1</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gönder</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Tüm diller</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Tüm türler</translation>
    </message>
    <message>
        <source>No template has these words.</source>
        <translation>Bu sözcükleri içeren şablon yok.</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Geri dön (Esc)</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Şablonlarda ara</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>The template you had begun is not there any more: %1. What you had filled in: %2</source>
        <translation>Doldurmaya başladığınız şablon artık yok: %1. Doldurduklarınız: %2</translation>
    </message>
    <message>
        <source>The template you had begun cannot be sent now: %1. What you had filled in is kept: %2</source>
        <translation>Doldurmaya başladığınız şablon şu anda gönderilemiyor: %1. Doldurduklarınız duruyor: %2</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Sil</translation>
    </message>
</context>
<context>
    <name>destek::ui::ThreadMedia</name>
    <message>
        <source>Save “%1” in a folder</source>
        <translation>“%1” dosyasını bir klasöre kaydet</translation>
    </message>
</context>
<context>
    <name>destek::ui::ThreadPane</name>
    <message>
        <source>No reply window yet</source>
        <translation>Henüz yanıt penceresi yok</translation>
    </message>
    <message>
        <source>Reply window closed</source>
        <translation>Yanıt penceresi kapandı</translation>
    </message>
    <message>
        <source>Reply window: %1</source>
        <translation>Yanıt penceresi: %1</translation>
    </message>
    <message>
        <source>No conversation open</source>
        <translation>Açık sohbet yok</translation>
    </message>
    <message>
        <source>Choose one on the left. Those whose reply window closes first are on top.</source>
        <translation>Soldan birini seçin. Yanıt penceresi önce kapanacak olanlar en üsttedir.</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>Mesajlar yüklenemedi</translation>
    </message>
    <message>
        <source>What was written here before could not be loaded. %1</source>
        <translation>Burada daha önce yazılanlar yüklenemedi. %1</translation>
    </message>
    <message>
        <source>These messages could not be brought up to date. %1</source>
        <translation>Bu mesajlar güncellenemedi. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Mesajlar yükleniyor…</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Mesaj yok</translation>
    </message>
    <message>
        <source>Older messages may have reached the end of their keeping period.</source>
        <translation>Eski mesajların saklama süresi dolmuş olabilir.</translation>
    </message>
    <message>
        <source>The message this answers is not available any more.</source>
        <translation>Yanıtlanan mesaj artık mevcut değil.</translation>
    </message>
    <message>
        <source>Saved as “%1”. It comes from a customer: open it only if you expect it.</source>
        <translation>“%1” adıyla kaydedildi. Müşteriden geldi: yalnızca beklediğiniz bir dosyaysa açın.</translation>
    </message>
    <message>
        <source>The file could not be saved in this folder.</source>
        <translation>Dosya bu klasöre kaydedilemedi.</translation>
    </message>
    <message>
        <source>Please open a conversation first.</source>
        <translation>Lütfen önce bir sohbet açın.</translation>
    </message>
    <message>
        <source>Find in this conversation…</source>
        <translation>Bu sohbette ara…</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Tarihe git…</translation>
    </message>
    <message>
        <source>Nothing was written on %1. What is nearest is shown.</source>
        <translation>%1 tarihinde hiçbir şey yazılmamış. En yakın mesajlar gösteriliyor.</translation>
    </message>
</context>
<context>
    <name>destek::ui::ThreadSearch</name>
    <message>
        <source>Searching…</source>
        <translation>Aranıyor…</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Bu sohbette yok</translation>
    </message>
    <message>
        <source>%1 of the newest %2</source>
        <translation>En yeni %2 sonuçtan %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Bu sohbette ara</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Daha eski</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Daha yeni</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Aramayı kapat</translation>
    </message>
</context>
<context>
    <name>destek::ui::ThreadView</name>
    <message>
        <source>New messages</source>
        <translation>Yeni mesajlar</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mesajlar</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n message(s)</source>
        <translation>
            <numerusform>%n mesajı kopyala</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>one line of a card</comment>
        <translation>Kopyala: %1</translation>
    </message>
</context>
<context>
    <name>destek::ui::TopLine</name>
    <message numerus="yes">
        <source>Live · synced %1 · %n queued</source>
        <translation>
            <numerusform>Canlı · eşitlendi %1 · %n mesaj sırada</numerusform>
        </translation>
    </message>
    <message>
        <source>Live · synced %1</source>
        <translation>Canlı · eşitlendi %1</translation>
    </message>
    <message numerus="yes">
        <source>Offline · synced %1 · %n queued</source>
        <translation>
            <numerusform>Çevrimdışı · eşitlendi %1 · %n mesaj sırada</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline · synced %1</source>
        <translation>Çevrimdışı · eşitlendi %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Bağlı değil</translation>
    </message>
    <message>
        <source>Channel healthy</source>
        <translation>Kanal sağlıklı</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Gelen kutusu</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Kayıtlar</translation>
    </message>
    <message>
        <source>Destruction records</source>
        <translation>İmha tutanakları</translation>
    </message>
    <message>
        <source>Account (%1)</source>
        <translation>Hesap (%1)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Hesap</translation>
    </message>
    <message numerus="yes">
        <source>WhatsApp account, %n new report(s)</source>
        <translation>
            <numerusform>WhatsApp hesabı, %n yeni bildirim</numerusform>
        </translation>
    </message>
    <message>
        <source>WhatsApp account</source>
        <translation>WhatsApp hesabı</translation>
    </message>
    <message>
        <source>WhatsApp restricts the account</source>
        <translation>WhatsApp hesabı kısıtladı</translation>
    </message>
    <message numerus="yes">
        <source>Catching up… · what you see is from %1 · %n queued</source>
        <translation>
            <numerusform>Eşitleniyor… · son veri: %1 · %n sırada</numerusform>
        </translation>
    </message>
    <message>
        <source>Catching up… · what you see is from %1</source>
        <translation>Eşitleniyor… · son veri: %1</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Ekip</translation>
    </message>
    <message>
        <source>Channel status unknown</source>
        <translation>Kanal durumu bilinmiyor</translation>
    </message>
    <message>
        <source>Channel stopped: messages wait</source>
        <translation>Kanal durdu: mesajlar bekliyor</translation>
    </message>
</context>
<context>
    <name>destek::ui::ViewMenu</name>
    <message>
        <source>waiting only</source>
        <translation>yalnızca bekleyenler</translation>
    </message>
    <message>
        <source>Everything in this queue</source>
        <translation>Bu kuyruktaki her şey</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Yalnızca</translation>
    </message>
    <message>
        <source>Those who wait for an answer</source>
        <translation>Yanıt bekleyenler</translation>
    </message>
    <message>
        <source>High priority and urgent</source>
        <translation>Yüksek öncelikli ve acil</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Acil</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Çözüldü</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Bu görünümü kaydet…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Görünümler</translation>
    </message>
    <message>
        <source>%1 (team)</source>
        <translation>%1 (ekip)</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Görünüm kaldır</translation>
    </message>
</context>
<context>
    <name>destek::ui::WaitingStrip</name>
    <message>
        <source>Open the longest waiting</source>
        <translation>En uzun bekleyeni aç</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) wait(s), and nobody has taken them.</source>
        <translation>
            <numerusform>%n kişi bekliyor ve kimse üstlenmedi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The longest has waited since %1.</source>
        <comment>a time</comment>
        <translation>En uzun bekleyişin başlangıcı: %1.</translation>
    </message>
</context>
<context>
    <name>destek::ui::WordsDialog</name>
    <message>
        <source>One word of letters, please.</source>
        <translation>Lütfen harflerden oluşan tek bir sözcük yazın.</translation>
    </message>
    <message>
        <source>Company dictionary</source>
        <translation>Şirket sözlüğü</translation>
    </message>
    <message>
        <source>These words count as right for everybody. Names of customers do not belong here: those of the open conversation count as right anyway.</source>
        <translation>Bu sözcükler herkes için doğru sayılır. Müşteri adlarını buraya eklemeyin: açık sohbetteki adlar zaten doğru sayılır.</translation>
    </message>
    <message>
        <source>Find or add a word</source>
        <translation>Sözcük bulun veya ekleyin</translation>
    </message>
    <message>
        <source>Words of the company</source>
        <translation>Şirketin sözcükleri</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>destek::ui::WorkActions</name>
    <message>
        <source>Nothing else waits for you.</source>
        <translation>Sizi bekleyen başka iş yok.</translation>
    </message>
    <message>
        <source>Handed over to: %1</source>
        <translation>Devredilen: %1</translation>
    </message>
    <message>
        <source>Snoozed %1: an hour before the reply window closes.</source>
        <translation>Ertelendi, %1: yanıt penceresi kapanmadan bir saat önce.</translation>
    </message>
    <message>
        <source>Snoozed %1.</source>
        <translation>Ertelendi, %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) changed.</source>
        <translation>
            <numerusform>%n sohbet değiştirildi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) not changed.</source>
        <translation>
            <numerusform>%n sohbet değiştirilemedi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>Burada yapılacak bir şey yok</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Devral</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Üstlen</translation>
    </message>
    <message>
        <source>Stop answering here</source>
        <translation>Yanıtlamayı bırak</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Devret…</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Ata</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Ertele</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Çöz</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Yeniden aç</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Öncelik</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>Kendim</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n open</source>
        <comment>name, presence, how many are theirs</comment>
        <translation>
            <numerusform>%1 · %2 · %n açık</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Hiç kimse</translation>
    </message>
    <message>
        <source>&amp;1  One hour, %1</source>
        <translation>&amp;1  Bir saat, %1</translation>
    </message>
    <message>
        <source>&amp;2  Tomorrow morning, %1</source>
        <translation>&amp;2  Yarın sabah, %1</translation>
    </message>
    <message>
        <source>&amp;3  One hour before the reply window closes, %1</source>
        <translation>&amp;3  Yanıt penceresi kapanmadan bir saat önce, %1</translation>
    </message>
    <message>
        <source>&amp;4  Another time…</source>
        <translation>&amp;4  Başka bir zaman…</translation>
    </message>
    <message>
        <source>The team has no labels yet</source>
        <translation>Ekibin henüz etiketi yok</translation>
    </message>
    <message>
        <source>Please open a conversation first.</source>
        <translation>Lütfen önce bir sohbet açın.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Lütfen önce oturum açın.</translation>
    </message>
    <message>
        <source>Your role does not include this.</source>
        <translation>Rolünüz buna izin vermiyor.</translation>
    </message>
    <message>
        <source>Claim or take over</source>
        <translation>Üstlen ya da devral</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Ertele…</translation>
    </message>
    <message>
        <source>Away or online again</source>
        <translation>Uzakta / yeniden müsait</translation>
    </message>
    <message>
        <source>End of day…</source>
        <translation>Gün sonu…</translation>
    </message>
    <message>
        <source>Answering here now: %1. Press %2 again within three seconds to take over.</source>
        <translation>Şu anda burada yanıtlayan: %1. Devralmak için üç saniye içinde yeniden basın: %2</translation>
    </message>
</context>
<context>
    <name>destek::ui::WritingAids</name>
    <message>
        <source>Quick replies</source>
        <translation>Hazır yanıtlar</translation>
    </message>
    <message>
        <source>The word was not kept. %1</source>
        <translation>Sözcük kaydedilemedi. %1</translation>
    </message>
    <message>
        <source>Emoji…</source>
        <translation>Emoji…</translation>
    </message>
    <message>
        <source>Next misspelt word</source>
        <translation>Sıradaki yanlış sözcük</translation>
    </message>
    <message>
        <source>Spelling is not checked at the moment.</source>
        <translation>Yazım şu anda denetlenmiyor.</translation>
    </message>
    <message>
        <source>No misspelt word was found.</source>
        <translation>Yanlış yazılmış sözcük bulunmadı.</translation>
    </message>
    <message>
        <source>The dictionary is missing on this computer. Package to install: %1</source>
        <translation>Sözlük bu bilgisayarda yok. Kurulması gereken paket: %1</translation>
    </message>
    <message>
        <source>Check Turkish spelling</source>
        <translation>Türkçe yazımı denetle</translation>
    </message>
    <message>
        <source>Check English spelling</source>
        <translation>İngilizce yazımı denetle</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Company dictionary…</source>
        <translation>Şirket sözlüğü…</translation>
    </message>
    <message>
        <source>Your role does not let you change the company dictionary.</source>
        <translation>Rolünüz şirket sözlüğünü değiştirmeye izin vermiyor.</translation>
    </message>
</context>
</TS>
