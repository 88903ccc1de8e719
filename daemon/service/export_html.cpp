#include "core/text/dates.h"
#include "core/text/phone.h"
#include "core/text/safe_text.h"
#include "daemon/service/export_data.h"
#include "daemon/service/message_content.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// Whole sentences in both languages; Turkish comes first by law (R-95, Communiqué 4/2).
struct Wording {
    text::Language language;
    QString htmlLanguage, title, intro, person, name, noName, identities, firstSeen, standing, open,
        optedOut, purposes, purposesText, recipients, recipientsText, retention, retentionText,
        messages, customer, us, event, placeholder, consent, accesses, when, who, what, reason,
        verify, verifyText, none, status, file, noFile, note, fields, drafts, marketing, everything,
        atNumber, stopped, group;
};

const Wording &turkish()
{
    static const Wording words{
        text::Language::Turkish,
        u"tr"_s,
        u"Kişisel verileriniz"_s,
        u"Bu belge, veri sorumlusu %1 tarafından sizin hakkınızda tutulan kayıtların tamamını "
        "içerir. Hazırlanma zamanı: %2. Sorularınız için: %3."_s,
        u"Kimlik ve iletişim"_s,
        u"WhatsApp'ta görünen ad"_s,
        u"(görünen ad yok)"_s,
        u"Numara ve WhatsApp kimlikleri"_s,
        u"İlk kayıt"_s,
        u"İzin durumu"_s,
        u"Mesaj alabilir"_s,
        u"Mesaj almak istemiyor"_s,
        u"İşleme amaçları ve hukuki sebepler"_s,
        u"Kayıtlar; destek ve bilgilendirme mesajlarının gönderilmesi, taleplerin alınması, "
        "izlenmesi ve yanıtlanması, hizmet kalitesi ve güvenliği ile yasal yükümlülüklerin yerine "
        "getirilmesi ve ispat amacıyla işlenir (6698 sayılı Kanun m. 5/2-c, ç, e, f). Pazarlama, "
        "profilleme ve satış yapılmaz."_s,
        u"Aktarım yapılan taraflar"_s,
        u"Mesajlar, niteliği gereği Meta Platforms Ireland Ltd. altyapısından (WhatsApp Business "
        "Cloud API) geçer. Bu kayıtlar başka bir tarafa aktarılmamıştır."_s,
        u"Saklama süresi"_s,
        u"Mesaj kayıtları en çok iki yıl saklanır ve süre sonunda yok edilir."_s,
        u"Mesajlar"_s,
        u"Siz"_s,
        u"Biz"_s,
        u"Kayıt"_s,
        u"[%1 türünde mesaj]"_s,
        u"İzin geçmişi"_s,
        u"Kayıtlarınıza kim, ne zaman erişti"_s,
        u"Zaman"_s,
        u"Kim"_s,
        u"İşlem"_s,
        u"Gerekçe"_s,
        u"Doğrulama"_s,
        u"Bu klasördeki her dosyanın özeti manifest.txt içindedir ve imzalıdır. "
        "“destek-verify package KLASÖR” komutu değiştirilmiş bir dosyayı gösterir."_s,
        u"Kayıt yok."_s,
        u"Durum"_s,
        u"Dosya: %1"_s,
        u"Bu iletinin dosyası elimizde yok."_s,
        u"Dahili not (size gönderilmedi)"_s,
        u"Hakkınızda tutulan bilgiler"_s,
        u"Yazılmaya başlanmış, gönderilmemiş taslaklar"_s,
        u"pazarlama mesajları"_s,
        u"sizden bir soru gelmeden gönderdiğimiz bütün mesajlar"_s,
        u"yalnızca şu numaramız: %1"_s,
        u"Pazarlama mesajlarını WhatsApp ayarlarınızdan durdurdunuz"_s,
        u"Bir WhatsApp grubunda yazıldı"_s};
    return words;
}

const Wording &english()
{
    static const Wording words{
        text::Language::English,
        u"en"_s,
        u"Your personal data"_s,
        u"This document holds everything that the data controller %1 keeps about you. Made at %2. "
        "For questions: %3."_s,
        u"Identity and contact"_s,
        u"Name visible on WhatsApp"_s,
        u"(no visible name)"_s,
        u"Number and WhatsApp identities"_s,
        u"First record"_s,
        u"Permission"_s,
        u"May receive messages"_s,
        u"Does not want messages"_s,
        u"Purposes and legal grounds"_s,
        u"The records are processed to send support and informational messages, to receive, track "
        "and answer requests, for service quality and security, and to fulfil legal obligations "
        "and establish evidence (Law 6698 art. 5/2-c, ç, e, f). There is no marketing, profiling "
        "or sale."_s,
        u"Recipients"_s,
        u"By their nature messages pass through the infrastructure of Meta Platforms Ireland Ltd. "
        "(WhatsApp Business Cloud API). These records have not been passed to anyone else."_s,
        u"Retention"_s,
        u"Messaging records are kept for two years at most and destroyed at the end."_s,
        u"Messages"_s,
        u"You"_s,
        u"We"_s,
        u"Record"_s,
        u"[message of type %1]"_s,
        u"Permission history"_s,
        u"Who accessed your records, and when"_s,
        u"Time"_s,
        u"Who"_s,
        u"Action"_s,
        u"Reason"_s,
        u"Verification"_s,
        u"The hash of every file in this folder is in manifest.txt, which is signed. "
        "“destek-verify package FOLDER” shows a changed file."_s,
        u"No records."_s,
        u"State"_s,
        u"File: %1"_s,
        u"We do not hold the file of this message."_s,
        u"Internal note (not sent to you)"_s,
        u"What is recorded about you"_s,
        u"Drafts: begun, not sent"_s,
        u"marketing messages"_s,
        u"every message that we send without a question of yours"_s,
        u"only our number %1"_s,
        u"You stopped marketing messages in your WhatsApp settings"_s,
        u"Written in a WhatsApp group"_s};
    return words;
}

QString escaped(const QString &hostile)
{
    return text::visible(hostile).text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString row(const QString &label, const QString &value)
{
    return u"<tr><th scope=\"row\">%1</th><td>%2</td></tr>\n"_s.arg(label.toHtmlEscaped(), value);
}

QString when(Instant at, const Wording &words)
{
    return text::dateTime(at, words.language);
}

QString identityLines(const SubjectData &data)
{
    QStringList lines;
    for (const Identity &identity : data.identities)
        lines << escaped(identity.kind == IdentityKind::Phone ? text::formatPhone(identity.value)
                                                              : identity.value);
    return lines.join(u"<br>"_s);
}

/// The path is ours; what the file was called is only shown.
QString fileLine(const SubjectData::Message &message, const Wording &words)
{
    if (message.mediaPath.isEmpty())
        return u"<br>"_s + words.noFile.toHtmlEscaped();
    const QString name =
        message.media->fileName.isEmpty() ? message.mediaPath : message.media->fileName;
    return u"<br><a href=\"%1\">%2</a>"_s.arg(message.mediaPath, escaped(words.file.arg(name)));
}

QString messageRow(const SubjectData::Message &message, const Wording &words)
{
    const MessageRecord &record = message.record;
    QString body = escaped(record.text);
    if (record.kind != MessageKind::Text && record.kind != MessageKind::Template &&
        record.kind != MessageKind::Event && record.kind != MessageKind::Note)
        body = words.placeholder.arg(QString(wireName(record.kind))).toHtmlEscaped() +
               (body.isEmpty() ? QString() : u"<br>"_s + body);
    if (record.kind == MessageKind::Event)
        body = QString(wireName(record.event)).toHtmlEscaped() +
               (body.isEmpty() ? QString() : u": "_s + body);
    if (message.media)
        body += fileLine(message, words);
    if (readContent(record.kind, record.raw).inGroup)
        body += u"<br>("_s + words.group.toHtmlEscaped() + u')';
    const QString who = record.kind == MessageKind::Note          ? words.note
                        : record.direction == Direction::Inbound  ? words.customer
                        : record.direction == Direction::Outbound ? words.us
                                                                  : words.event;
    const QString state =
        record.direction == Direction::Outbound ? QString(wireName(record.state)) : QString();
    return u"<tr class=\"%1\"><td class=\"time\">%2</td><td>%3</td><td>%4</td><td>%5</td></tr>\n"_s
        .arg(QString(wireName(record.direction)), when(record.at, words), who.toHtmlEscaped(), body,
             state);
}

QString messagesSection(const SubjectData &data, const Wording &words)
{
    QString html = u"<h2>%1</h2>\n"_s.arg(words.messages.toHtmlEscaped());
    for (const SubjectData::Conversation &conversation : data.conversations) {
        html += u"<h3>+%1</h3>\n<table class=\"thread\">\n"_s.arg(
            escaped(conversation.record.businessNumber));
        for (const SubjectData::Message &message : conversation.messages)
            html += messageRow(message, words);
        html += u"</table>\n"_s;
    }
    if (data.conversations.isEmpty())
        html += u"<p>%1</p>\n"_s.arg(words.none.toHtmlEscaped());
    return html;
}

QString fieldsSection(const SubjectData &data, const Wording &words)
{
    if (data.fields.isEmpty())
        return {};
    QString html = u"<h2>%1</h2>\n<table>\n"_s.arg(words.fields.toHtmlEscaped());
    for (const PersonFields::Kept &kept : data.fields)
        html += u"<tr><th scope=\"row\">%1</th><td>%2</td><td class=\"time\">%3</td></tr>\n"_s.arg(
            escaped(kept.field.name), escaped(kept.field.value), when(kept.at, words));
    return html + u"</table>\n"_s;
}

/// The template that was being filled in, and what stood in its fields.
QString formCell(const std::optional<BegunTemplate> &form)
{
    if (!form)
        return {};
    QString html = u"<div>%1</div>"_s.arg(escaped(form->name));
    for (const QString &text : form->texts) {
        if (!text.isEmpty())
            html += u"<div>%1</div>"_s.arg(escaped(text));
    }
    return html;
}

QString draftsSection(const SubjectData &data, const Wording &words)
{
    QString rows;
    for (const SubjectData::Conversation &conversation : data.conversations) {
        for (const Draft &draft : conversation.drafts)
            rows += u"<tr><td class=\"time\">%1</td><td>%2</td><td>%3</td></tr>\n"_s.arg(
                when(draft.at, words),
                draft.kind == Draft::Kind::Note ? words.note.toHtmlEscaped() : QString(),
                escaped(draft.text) + formCell(draft.form));
    }
    if (rows.isEmpty())
        return {};
    return u"<h2>%1</h2>\n<table>\n"_s.arg(words.drafts.toHtmlEscaped()) + rows + u"</table>\n"_s;
}

/// What was said, about what, and in which words.
QString consentCell(const ConsentEvent &event, const Wording &words)
{
    QStringList parts{event.standing == Standing::OptedOut ? words.optedOut : words.open,
                      event.scope == ConsentScope::Marketing ? words.marketing : words.everything};
    if (!event.businessNumber.isEmpty())
        parts << words.atNumber.arg(event.businessNumber);
    QString cell = parts.join(u" – "_s).toHtmlEscaped();
    if (!event.word.isEmpty())
        cell += u" – "_s + escaped(event.word);
    return cell;
}

QString historySections(const SubjectData &data, const Wording &words)
{
    QString html = u"<h2>%1</h2>\n<table>\n"_s.arg(words.consent.toHtmlEscaped());
    for (const ConsentEvent &event : data.consent)
        html += row(when(event.at, words), consentCell(event, words));
    html += u"</table>\n<h2>%1</h2>\n<table>\n"_s.arg(words.accesses.toHtmlEscaped());
    for (const AuditLine &line : data.accesses)
        html += u"<tr><td class=\"time\">%1</td><td>%2</td><td>%3</td><td>%4</td></tr>\n"_s.arg(
            when(line.at, words), escaped(line.actor), escaped(line.action), escaped(line.reason));
    html += u"</table>\n"_s;
    return html;
}

QString paragraph(const QString &heading, const QString &text)
{
    return u"<h2>%1</h2>\n<p>%2</p>\n"_s.arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
}

constexpr auto kStyle = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
                        "padding:0 1rem;color:#1d2733}table{border-collapse:collapse;width:100%}"
                        "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;"
                        "border-bottom:1px solid #d8dee6}th{font-weight:600;width:16rem}"
                        ".time{white-space:nowrap;color:#51606f}.outbound td{background:#eef6f1}"
                        ".event td{background:#f6f3e8}";

QByteArray html(const SubjectData &data, const Wording &words)
{
    QString page = u"<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n<title>%2</title>\n<style>%3</style></head>\n"
                   "<body>\n<h1>%2</h1>\n"_s.arg(words.htmlLanguage, words.title.toHtmlEscaped(),
                                                 QString::fromLatin1(kStyle));
    page += u"<p>%1</p>\n"_s.arg(
        words.intro.arg(data.organisation, when(data.madeAt, words), data.organisationContact)
            .toHtmlEscaped());
    page += u"<h2>%1</h2>\n<table>\n"_s.arg(words.person.toHtmlEscaped());
    page += row(words.name, data.person.name.isEmpty() ? words.noName.toHtmlEscaped()
                                                       : escaped(data.person.name));
    page += row(words.identities, identityLines(data));
    page += row(words.firstSeen, when(data.person.firstSeenAt, words));
    QStringList standing{data.person.standing == Standing::OptedOut ? words.optedOut : words.open};
    if (data.person.stoppedAtWhatsApp)
        standing << words.stopped;
    page += row(words.standing, standing.join(u" – "_s).toHtmlEscaped());
    page += u"</table>\n"_s;
    page += paragraph(words.purposes, words.purposesText);
    page += paragraph(words.recipients, words.recipientsText);
    page += paragraph(words.retention, words.retentionText);
    page += fieldsSection(data, words);
    page += messagesSection(data, words);
    page += draftsSection(data, words);
    page += historySections(data, words);
    page += paragraph(words.verify, words.verifyText);
    page += u"</body></html>\n"_s;
    return page.toUtf8();
}

} // namespace

QByteArray subjectHtmlTurkish(const SubjectData &data)
{
    return html(data, turkish());
}

QByteArray subjectHtmlEnglish(const SubjectData &data)
{
    return html(data, english());
}

} // namespace destek::daemon
