#include "tests/kit/test_main.h"
#include "tests/sandbox/stage.h"

#include <QTest>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// What Meta takes and how it answers (facts: whatsapp.md 4).
class Sending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textInsideTheWindow();
    void byUserId();
    void numberWithoutPlusGoesElsewhere();
    void templates();
    void namedTemplate();
    void markAsReadAndTyping();
    void mediaUploadAndDownload();
    void contactBook();
    void templateList();
};

namespace
{

QJsonObject templateBody(const QString &to, const QString &name, const QString &language,
                         const QJsonArray &parameters)
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"to"_s, to},
            {u"type"_s, u"template"_s},
            {u"template"_s, QJsonObject{{u"name"_s, name},
                                        {u"language"_s, QJsonObject{{u"code"_s, language}}},
                                        {u"components"_s,
                                         QJsonArray{QJsonObject{{u"type"_s, u"body"_s},
                                                                {u"parameters"_s, parameters}}}}}}};
}

QJsonObject parameter(const QString &text, const QString &name = {})
{
    QJsonObject p{{u"type"_s, u"text"_s}, {u"text"_s, text}};
    if (!name.isEmpty())
        p.insert(u"parameter_name"_s, name);
    return p;
}

} // namespace

void Sending::textInsideTheWindow()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    const Answer answer = stage.sendText(u"+90 (555) 000-03 01"_s, u"Merhaba Şule"_s);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"messaging_product"].toString(), u"whatsapp"_s);
    QCOMPARE(answer.json[u"contacts"][0][u"input"].toString(), u"+90 (555) 000-03 01"_s);
    QCOMPARE(answer.json[u"contacts"][0][u"wa_id"].toString(), u"905550000301"_s);
    QVERIFY(answer.json[u"contacts"][0][u"user_id"].isUndefined());
    QVERIFY(answer.json[u"messages"][0][u"id"].toString().startsWith(u"wamid."_s));
    const QJsonArray sent = stage.listSent();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][u"body"][u"text"][u"body"].toString(), u"Merhaba Şule"_s);
    QCOMPARE(sent[0][u"inside_window"].toBool(), true);
}

void Sending::byUserId()
{
    Stage stage;
    QVERIFY(
        stage.order(u"inbound"_s, {{u"user_id"_s, u"TR.42"_s}, {u"text"_s, u"Selam"_s}}).status ==
        200);
    const QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s},
                           {u"recipient"_s, u"TR.42"_s},
                           {u"type"_s, u"text"_s},
                           {u"text"_s, QJsonObject{{u"body"_s, u"Selam"_s}}}};
    const Answer answer = stage.send(body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"contacts"][0][u"user_id"].toString(), u"TR.42"_s);
    QVERIFY(answer.json[u"contacts"][0][u"wa_id"].isUndefined());
}

void Sending::numberWithoutPlusGoesElsewhere()
{
    Stage stage([](Options &o) { o.posts.windowRefusal = WindowRefusal::ByStatus; });
    stage.hearFrom(u"905550000301"_s);
    const Answer answer = stage.sendText(u"905550000301"_s, u"Yanlış kişiye"_s);
    QCOMPARE(answer.status, 200); // accepted, and then undeliverable
    QCOMPARE(answer.json[u"contacts"][0][u"wa_id"].toString(), u"90905550000301"_s);
}

void Sending::templates()
{
    Stage stage;
    stage.hearFrom(u"905550000302"_s, 3000); // two days ago: outside the window
    QCOMPARE(stage.sendText(u"+905550000302"_s, u"?"_s).code(), 131047);
    const QJsonArray two{parameter(u"Şule"_s), parameter(u"RR1TR"_s)};
    const Answer answer =
        stage.send(templateBody(u"+905550000302"_s, u"mektup_yolda"_s, u"tr"_s, two));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"messages"][0][u"message_status"].toString(), u"accepted"_s);
    QCOMPARE(stage.listSent()[0][u"category"].toString(), u"utility"_s);
    const auto code = [&](const QString &name, const QString &language, const QJsonArray &p) {
        return stage.send(templateBody(u"+905550000302"_s, name, language, p)).code();
    };
    QCOMPARE(code(u"mektup_yolda"_s, u"en"_s, two), 132001);
    QCOMPARE(code(u"yok"_s, u"tr"_s, two), 132001);
    QCOMPARE(code(u"fatura_hatirlatma"_s, u"tr"_s, two), 132001);                // rejected
    QCOMPARE(code(u"teslim_anketi"_s, u"tr"_s, {parameter(u"Şule"_s)}), 132015); // paused
    QCOMPARE(code(u"mektup_yolda"_s, u"tr"_s, {parameter(u"Şule"_s)}), 132000);
    QCOMPARE(code(u"mektup_yolda"_s, u"tr"_s, {parameter(u"a\nb"_s), parameter(u"c"_s)}), 132018);
    // Meta itself would take it: refusing marketing is the daemon's duty.
    QCOMPARE(code(u"bahar_kampanyasi"_s, u"tr"_s, {parameter(u"Şule"_s)}), 0);
}

void Sending::namedTemplate()
{
    Stage stage;
    stage.hearFrom(u"905550000303"_s);
    const QJsonArray named{parameter(u"Şule"_s, u"ad"_s), parameter(u"MX-1"_s, u"siparis_no"_s),
                           parameter(u"yolda"_s, u"durum"_s)};
    QCOMPARE(
        stage.send(templateBody(u"+905550000303"_s, u"siparis_durumu"_s, u"tr"_s, named)).status,
        200);
    const QJsonArray unnamed{parameter(u"Şule"_s), parameter(u"MX-1"_s), parameter(u"yolda"_s)};
    QCOMPARE(
        stage.send(templateBody(u"+905550000303"_s, u"siparis_durumu"_s, u"tr"_s, unnamed)).code(),
        132012);
}

void Sending::markAsReadAndTyping()
{
    Stage stage;
    const QString wamid = stage.hearFrom(u"905550000301"_s);
    const QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s},
                           {u"status"_s, u"read"_s},
                           {u"message_id"_s, wamid},
                           {u"typing_indicator"_s, QJsonObject{{u"type"_s, u"text"_s}}}};
    const Answer answer = stage.send(body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"success"].toBool(), true);
    QVERIFY(stage.listSent().isEmpty());
}

void Sending::mediaUploadAndDownload()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    ApiRequest upload;
    upload.method = u"POST"_s;
    upload.path = u"/v25.0/100200300400/media"_s;
    upload.authorization = "Bearer secret-token";
    upload.contentType = "multipart/form-data; boundary=xx";
    upload.body =
        "--xx\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\n"
        "whatsapp\r\n--xx\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n"
        "image/png\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; "
        "filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\nBYTES\r\n--xx--\r\n";
    const QJsonObject made = QJsonDocument::fromJson(stage.sandbox->graph(upload).body).object();
    const QString id = made[u"id"].toString();
    QVERIFY(!id.isEmpty());
    const Answer described = stage.get(u"/v25.0/"_s + id);
    QCOMPARE(described.json[u"mime_type"].toString(), u"image/png"_s);
    QCOMPARE(described.json[u"file_size"].toInt(), 13);
    const QUrl url(described.json[u"url"].toString());
    ApiRequest fetch;
    fetch.method = u"GET"_s;
    fetch.path = url.path();
    fetch.authorization = upload.authorization;
    for (const QString &pair : url.query().split(u'&'))
        fetch.query.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    QCOMPARE(stage.sandbox->graph(fetch).body, QByteArray("\x89PNG\r\n\x1a\nBYTES"));
    stage.nowMs += 6 * 60 * 1000; // the address lives five minutes
    QCOMPARE(stage.sandbox->graph(fetch).status, 404);
    QCOMPARE(stage.call(u"DELETE"_s, u"/v25.0/"_s + id, {}).json[u"success"].toBool(), true);
    QCOMPARE(stage.get(u"/v25.0/"_s + id).code(), 100);
}

void Sending::contactBook()
{
    Stage stage;
    const auto inbound = stage.order(u"inbound"_s, {{u"from"_s, u"905550000301"_s},
                                                    {u"user_id"_s, u"TR.77"_s},
                                                    {u"username"_s, u"@sule"_s},
                                                    {u"text"_s, u"Selam"_s}});
    QCOMPARE(inbound.status, 200);
    ApiRequest request;
    request.method = u"DELETE"_s;
    request.path = u"/v25.0/100200300400/contact_book"_s;
    request.query = {{u"messaging_product"_s, u"whatsapp"_s}, {u"bsuid"_s, u"TR.77"_s}};
    request.authorization = "Bearer secret-token";
    const QJsonObject answer = QJsonDocument::fromJson(stage.sandbox->graph(request).body).object();
    QCOMPARE(answer[u"deleted"].toBool(), true);
    QCOMPARE(stage.sandbox->world().byBsuid(u"TR.77"_s)->visiblePhone(), QString());
    request.query[u"bsuid"_s] = u"TR.unknown"_s;
    QCOMPARE(QJsonDocument::fromJson(stage.sandbox->graph(request).body)[u"deleted"].toBool(true),
             false);
}

void Sending::templateList()
{
    Stage stage;
    const QString path = u"/v25.0/500600700800/message_templates"_s;
    QStringList names;
    QHash<QString, QString> query{{u"limit"_s, u"3"_s}, {u"fields"_s, u"name,status,category"_s}};
    for (int page = 0; page < 5; ++page) {
        const Answer answer = stage.get(path, query);
        for (const QJsonValue &entry : answer.json[u"data"].toArray()) {
            names << entry[u"name"].toString();
            QVERIFY(entry[u"components"].isUndefined());
            QVERIFY(!entry[u"id"].toString().isEmpty());
        }
        query.insert(u"after"_s, answer.json[u"paging"][u"cursors"][u"after"].toString());
        if (answer.json[u"paging"][u"next"].isUndefined())
            break;
    }
    QCOMPARE(names.size(), 10);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 10);
    QVERIFY(names.contains(u"bahar_kampanyasi"_s));
    QCOMPARE(stage.get(path, {{u"after"_s, u"!!"_s}}).code(), 131059);
}

DESTEK_TEST(Sending)
#include "tst_sending.moc"
