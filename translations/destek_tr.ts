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
        <source>Give up</source>
        <translation>Vazgeç</translation>
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
</context>
<context>
    <name>Composer</name>
    <message>
        <source>You are offline. What you send waits here and goes out when the connection is back.</source>
        <translation>Çevrimdışısınız. Gönderdikleriniz burada bekler ve bağlantı gelince yola çıkar.</translation>
    </message>
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
        <translation>Olası çıkış isteği karara bağlandı</translation>
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
        <translation>Bir çalışma arkadaşınız bunun bir çıkış isteği olmadığına karar verdi.</translation>
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
        <translation>Yazılabilir</translation>
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
        <source>Carried over from a restored backup</source>
        <translation>Geri yüklenen yedekten aktarıldı</translation>
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
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n saniye önce</numerusform>
        </translation>
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
        <translation>Olası çıkış isteği: lütfen karar verin.</translation>
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
        <source>Sign-in code</source>
        <translation>Giriş kodu</translation>
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
        <source>Shrink and send as JPEG</source>
        <translation>Küçült ve JPEG olarak gönder</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
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
        <translation>Sunucu kurulduğundan beri bir kez bile</translation>
    </message>
    <message>
        <source>Last good call to WhatsApp</source>
        <translation>WhatsApp’a son başarılı çağrı</translation>
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
        <source>Kept sealed for a later version; nothing waits for them</source>
        <translation>Sonraki bir sürüm için mühürlü saklanır; hiçbir işi bekletmez</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kalite</translation>
    </message>
    <message>
        <source>May write first to</source>
        <translation>İlk yazabileceği</translation>
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
        <source>Last good call</source>
        <translation>Son başarılı çağrı</translation>
    </message>
    <message>
        <source>No number is connected yet. The server&apos;s settings name it.</source>
        <translation>Henüz bağlı numara yok. Numara sunucunun ayarlarında belirtilir.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Answers WhatsApp counted this month: %1. About %2 a month and number are reported to be free; without a payment method WhatsApp may then stop delivering.</source>
        <translation>WhatsApp’ın bu ay saydığı yanıtlar: %1. Numara başına ayda yaklaşık %2 yanıtın ücretsiz olduğu bildiriliyor; ödeme yöntemi yoksa WhatsApp sonrasında iletimi durdurabilir.</translation>
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
        <translation>Bu bir çıkış isteği mi? Son mesaj, kişinin mesaj almak istemediği anlamına gelebilir.</translation>
    </message>
    <message>
        <source>Yes (E)</source>
        <translation>Evet (E)</translation>
    </message>
    <message>
        <source>No (H)</source>
        <translation>Hayır (H)</translation>
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
        <source>Attach files (Ctrl+O)</source>
        <translation>Dosya ekle (Ctrl+O)</translation>
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
        <source>Templates (F3)</source>
        <translation>Şablonlar (F3)</translation>
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
</context>
<context>
    <name>destek::ui::ContactDialog</name>
    <message>
        <source>This is no telephone number: please write it with its country code, for example +90 532 000 00 00.</source>
        <translation>Bu bir telefon numarası değil: lütfen ülke koduyla yazın, örneğin +90 532 000 00 00.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Bu bir e-posta adresi değil.</translation>
    </message>
    <message>
        <source>Enter a telephone number or an e-mail address.</source>
        <translation>Bir telefon numarası ya da e-posta adresi girin.</translation>
    </message>
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
        <translation>İptal</translation>
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
        <translation>Tutulan her şey yeni bir klasöre yazılır: okunacak bir sayfa, aynısının JSON hâli ve dosyaların imzalı listesi. Kişi: %1. Dışa aktarma, adınız ve gerekçenizle günlüğe kaydedilir.</translation>
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
        <translation>İptal</translation>
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
        <translation>%1 · ilk yazıldığı hali</translation>
    </message>
    <message>
        <source>%1 · changed to</source>
        <translation>%1 · değiştirildi</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>İzlediği yol</translation>
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
        <translation>Sayıldığı tür: %1, %2</translation>
    </message>
    <message>
        <source>History of the message</source>
        <translation>Mesajın geçmişi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
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
        <source>Nobody and nothing found</source>
        <translation>Kişi ya da mesaj bulunamadı</translation>
    </message>
    <message>
        <source>No name, number or message contains these words.</source>
        <translation>Bu sözleri içeren bir ad, numara ya da mesaj yok.</translation>
    </message>
    <message>
        <source>Search people and messages (Ctrl+F)</source>
        <translation>Kişi ve mesaj ara (Ctrl+F)</translation>
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
        <source>Words on the button that opens the list</source>
        <translation>Listeyi açan düğmenin sözleri</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Satır ekle</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Bölüm ekle</translation>
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
        <source>Record altered: %1. The log does not verify from this record on. Please tell your data-protection officer and keep the server as it is.</source>
        <translation>Kayıt bozulmuş: %1. Kayıtlar bu noktadan sonra doğrulanmıyor. Lütfen veri koruma görevlinize bildirin ve sunucuyu olduğu gibi bırakın.</translation>
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
        <source>Attach files…</source>
        <translation>Dosya ekle…</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
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
        <source>Tell customers when I have read</source>
        <translation>Okuduğumu müşteriler görsün</translation>
    </message>
    <message>
        <source>Show customers that I am typing (tells that I have read, too)</source>
        <translation>Yazdığımı müşteriler görsün (okuduğum da görünür)</translation>
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
        <source>This number had another owner before. Please check who this is before you speak of earlier matters.</source>
        <translation>Bu numara önce başka birindeydi. Eski konulardan söz etmeden önce lütfen kim olduğunu doğrulayın.</translation>
    </message>
    <message>
        <source>They switched messages off in WhatsApp itself. Nobody here can lift that; only they can.</source>
        <translation>Mesajları WhatsApp’tan kendisi kapattı. Buradan kimse açamaz; yalnızca kendisi açabilir.</translation>
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
        <source>%1 · %2</source>
        <comment>time, who wrote it down</comment>
        <translation>%1 · %2</translation>
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
    <name>destek::ui::PlainEdit</name>
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
        <translation>Numara size bir dakika gösterilir. Önce adınız, saat ve gerekçeniz günlüğe yazılır.</translation>
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
        <translation>İptal</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Göster</translation>
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
        <source>Messages found</source>
        <translation>Bulunan mesajlar</translation>
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
        <source>Verification code, if you use one</source>
        <translation>Doğrulama kodu (kullanıyorsanız)</translation>
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
        <source>Six-digit code, if you use one</source>
        <translation>Altı haneli kod (varsa)</translation>
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
        <source>Picture of the header</source>
        <translation>Başlık resmi</translation>
    </message>
    <message>
        <source>Document of the header</source>
        <translation>Başlık belgesi</translation>
    </message>
    <message>
        <source>Location of the header</source>
        <translation>Başlık konumu</translation>
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
        <source>Picture of card %1</source>
        <translation>Kart %1: resim</translation>
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
        <source>Video of the header</source>
        <translation>Başlık videosu</translation>
    </message>
    <message>
        <source>Video of card %1</source>
        <translation>Kart %1: video</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
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
        <source>Fetch from WhatsApp</source>
        <translation>WhatsApp’tan al</translation>
    </message>
    <message>
        <source>Let it be used again</source>
        <translation>Yeniden kullanılsın</translation>
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
        <translation>Tüm kategoriler</translation>
    </message>
    <message>
        <source>No template has these words.</source>
        <translation>Bu sözleri içeren şablon yok.</translation>
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
        <source>Catching up…</source>
        <translation>Eşitleniyor…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Bağlı değil</translation>
    </message>
    <message>
        <source>Channel not known</source>
        <translation>Kanal durumu bilinmiyor</translation>
    </message>
    <message>
        <source>Channel healthy</source>
        <translation>Kanal sağlıklı</translation>
    </message>
    <message>
        <source>Channel not working: messages may not go out</source>
        <translation>Kanal çalışmıyor: mesajlar gitmeyebilir</translation>
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
</context>
</TS>
