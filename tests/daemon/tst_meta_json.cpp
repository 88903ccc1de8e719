#include "core/policy/template_values.h"
#include "daemon/service/meta_json.h"
#include "daemon/service/template_grammar.h"
#include "daemon/service/template_text.h"
#include "tests/kit/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

/// Single quotes stand for double ones.
QJsonObject object(const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(json).replace('\'', '"'));
    if (!document.isObject())
        qFatal("the test's own JSON is broken: %s", json);
    return document.object();
}

OutboundContent of(MessageKind kind)
{
    OutboundContent content;
    content.kind = kind;
    return content;
}

/// Everything a template can have, as the Graph API lists it.
TemplateRecord everything()
{
    return readTemplate(
        object("{'name':'siparis','language':'tr','category':'UTILITY',"
               "'status':'APPROVED','quality_score':{'score':'GREEN'},'parameter_format':'NAMED',"
               "'components':["
               "{'type':'HEADER','format':'DOCUMENT'},"
               "{'type':'BODY','text':'{{ad}}, {{kod}} yolda.'},"
               "{'type':'FOOTER','text':'Destek'},"
               "{'type':'BUTTONS','buttons':["
               "{'type':'QUICK_REPLY','text':'Tamam'},"
               "{'type':'URL','text':'Takip','url':'https://example.org/t/{{1}}'},"
               "{'type':'URL','text':'Site','url':'https://example.org'},"
               "{'type':'PHONE_NUMBER','text':'Ara','phone_number':'+902120000000'},"
               "{'type':'COPY_CODE','text':'Kopyala'},"
               "{'type':'REQUEST_CONTACT_INFO','text':'Numaram'},"
               "{'type':'FLOW','text':'Form'},"
               "{'type':'SPM','text':'?'}]},"
               "{'type':'CAROUSEL','cards':[{'components':["
               "{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'{{urun}}'},"
               "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Bunu'}]}]}]}]}"));
}

} // namespace

/// Every kind in Meta's words (facts/whatsapp.md 4.1, 4.2).
class MetaJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void texts()
    {
        OutboundContent text = of(MessageKind::Text);
        text.text = u"Merhaba"_s;
        QCOMPARE(metaJson(text, {}), object("{'type':'text',"
                                            "'text':{'body':'Merhaba','preview_url':false}}"));
        QCOMPARE(metaJson(text, {u"wamid.Q"_s, {}, {}}),
                 object("{'type':'text',"
                        "'text':{'body':'Merhaba','preview_url':false},'context':{'message_id':'"
                        "wamid.Q'}}"));
    }

    void reactions()
    {
        OutboundContent thumb = of(MessageKind::Reaction);
        thumb.text = u"👍"_s;
        QCOMPARE(metaJson(thumb, {u"wamid.T"_s, {}, {}}),
                 object("{'type':'reaction','reaction':{'message_id':'wamid.T','emoji':'👍'}}"));
        thumb.text.clear(); // takes it back
        QCOMPARE(metaJson(thumb, {u"wamid.T"_s, {}, {}}),
                 object("{'type':'reaction','reaction':{'message_id':'wamid.T','emoji':''}}"));
    }

    void files()
    {
        OutboundContent file = of(MessageKind::Document);
        file.upload = UploadId(17);
        file.text = u"Faturanız"_s;
        MetaFacts facts;
        facts.fileNames.insert(file.upload, u"fatura.pdf"_s);
        const QJsonObject json = metaJson(file, facts);
        QCOMPARE(filesIn(json), QList<UploadId>{UploadId(17)});
        const QJsonObject ready = withMediaIds(json, {{UploadId(17), u"998877"_s}});
        QCOMPARE(ready, object("{'type':'document','document':"
                               "{'id':'998877','caption':'Faturanız','filename':'fatura.pdf'}}"));
        QVERIFY(filesIn(ready).isEmpty());
        OutboundContent voice = of(MessageKind::Voice);
        voice.upload = UploadId(18);
        QCOMPARE(withMediaIds(metaJson(voice, {}), {{UploadId(18), u"1"_s}}),
                 object("{'type':'audio','audio':{'id':'1','voice':true}}"));
        OutboundContent sticker = of(MessageKind::Sticker);
        sticker.upload = UploadId(19);
        QCOMPARE(withMediaIds(metaJson(sticker, {}), {{UploadId(19), u"1"_s}}),
                 object("{'type':'sticker','sticker':{'id':'1'}}"));
    }

    void aTextThatLooksLikeAFileIsNone() // nobody else's file goes out
    {
        OutboundContent text = of(MessageKind::Text);
        text.text = u"upload:17"_s;
        QVERIFY(filesIn(metaJson(text, {})).isEmpty());
        OutboundContent buttons = of(MessageKind::Interactive);
        buttons.text = u"?"_s;
        buttons.buttons = {{ButtonKind::Reply, u"upload:17"_s, u"Evet"_s, {}}};
        QVERIFY(filesIn(metaJson(buttons, {})).isEmpty());
        QCOMPARE(withMediaIds(metaJson(buttons, {}), {{UploadId(17), u"x"_s}}),
                 metaJson(buttons, {}));
    }

    void placesAndContacts()
    {
        OutboundContent place = of(MessageKind::Location);
        place.location = LocationView{41.01, -28.97, u"Galata"_s, {}};
        QCOMPARE(metaJson(place, {}),
                 object("{'type':'location','location':"
                        "{'latitude':'41.010000','longitude':'-28.970000','name':'Galata'}}"));
        OutboundContent cards = of(MessageKind::Contacts);
        cards.contacts = {{u"Ali V."_s,
                           u"Öz Nakliyat"_s,
                           {{u"CELL"_s, u"0532 123 41 34"_s}},
                           {{u"WORK"_s, u"ali@example.org"_s}},
                           {},
                           false}};
        QCOMPARE(
            metaJson(cards, {}),
            object("{'type':'contacts','contacts':[{"
                   "'name':{'formatted_name':'Ali V.','first_name':'Ali V.'},"
                   "'phones':[{'phone':'0532 123 41 34','type':'CELL','wa_id':'905321234134'}],"
                   "'emails':[{'email':'ali@example.org','type':'WORK'}],"
                   "'org':{'company':'Öz Nakliyat'}}]}"));
    }

    void choices()
    {
        OutboundContent buttons = of(MessageKind::Interactive);
        buttons.text = u"Geldi mi?"_s;
        buttons.header = u"Kargo"_s;
        buttons.footer = u"Destek"_s;
        buttons.buttons = {{ButtonKind::Reply, u"evet"_s, u"Evet"_s, {}},
                           {ButtonKind::Reply, {}, u"Hayır"_s, {}}};
        QCOMPARE(metaJson(buttons, {}),
                 object("{'type':'interactive','interactive':{"
                        "'type':'button','header':{'type':'text','text':'Kargo'},'body':{'text':'"
                        "Geldi mi?'},"
                        "'footer':{'text':'Destek'},'action':{'buttons':["
                        "{'type':'reply','reply':{'id':'evet','title':'Evet'}},"
                        "{'type':'reply','reply':{'id':'2','title':'Hayır'}}]}}}"));
        OutboundContent list = of(MessageKind::Interactive);
        list.text = u"Konu?"_s;
        list.list = ListView{u"Seçin"_s, {{{}, {{u"r1"_s, u"Kargo"_s, u"Nerede?"_s}}}}};
        QCOMPARE(
            metaJson(list, {}),
            object("{'type':'interactive','interactive':{"
                   "'type':'list','body':{'text':'Konu?'},'action':{'button':'Seçin','sections':["
                   "{'rows':[{'id':'r1','title':'Kargo','description':'Nerede?'}]}]}}}"));
    }

    void theWholeGrammarOfATemplateIsRead()
    {
        const TemplateView view = templateView(everything());
        QCOMPARE(view.quality, u"GREEN"_s);
        QVERIFY(view.named);
        QCOMPARE(view.header, TemplateHeader::Document);
        QCOMPARE(view.variables, (QStringList{u"ad"_s, u"kod"_s}));
        QCOMPARE(view.footer, u"Destek"_s);
        QList<ButtonKind> kinds;
        for (const ButtonView &button : view.buttons)
            kinds << button.kind;
        QCOMPARE(kinds, (QList<ButtonKind>{ButtonKind::Reply, ButtonKind::Url, ButtonKind::Url,
                                           ButtonKind::Phone, ButtonKind::CopyCode,
                                           ButtonKind::RequestContact, ButtonKind::Flow,
                                           ButtonKind::Other}));
        QCOMPARE(view.cards.size(), 1);
        QCOMPARE(view.cards.first().header, TemplateHeader::Image);
        QCOMPARE(view.cards.first().variables, QStringList{u"urun"_s});
        QCOMPARE(view.cards.first().buttons.size(), 1);
    }

    void theWholeGrammarOfATemplateIsSent()
    {
        MetaFacts facts;
        facts.chosen = templateView(everything());
        facts.target = u"wamid.Q"_s; // WhatsApp shows no quotation with a template
        facts.fileNames.insert(UploadId(5), u"fatura.pdf"_s);
        OutboundContent content = of(MessageKind::Template);
        content.templateName = u"siparis"_s;
        content.templateLanguage = u"tr"_s;
        content.values.headerUpload = UploadId(5);
        content.values.body = QStringList{u"Ayşe"_s, u"12"_s};
        content.values.buttons = QStringList{u"OK"_s, u"12"_s, {}, {}, u"ABC20"_s};
        content.values.cards = {{UploadId(6), QStringList{u"Çanta"_s}, QStringList{u"bunu"_s}}};
        QCOMPARE(whyNotValues(facts.chosen, content.values), std::nullopt);
        const QJsonObject json = metaJson(content, facts);
        QCOMPARE(filesIn(json), (QList<UploadId>{UploadId(5), UploadId(6)}));
        QCOMPARE(withMediaIds(json, {{UploadId(5), u"m5"_s}, {UploadId(6), u"m6"_s}}),
                 object("{'type':'template','template':{'name':'siparis','language':{'code':'tr'},"
                        "'components':["
                        "{'type':'header','parameters':[{'type':'document',"
                        "'document':{'id':'m5','filename':'fatura.pdf'}}]},"
                        "{'type':'body','parameters':["
                        "{'type':'text','parameter_name':'ad','text':'Ayşe'},"
                        "{'type':'text','parameter_name':'kod','text':'12'}]},"
                        "{'type':'button','sub_type':'quick_reply','index':'0',"
                        "'parameters':[{'type':'payload','payload':'OK'}]},"
                        "{'type':'button','sub_type':'url','index':'1',"
                        "'parameters':[{'type':'text','text':'12'}]},"
                        "{'type':'button','sub_type':'copy_code','index':'4',"
                        "'parameters':[{'type':'coupon_code','coupon_code':'ABC20'}]},"
                        "{'type':'carousel','cards':[{'card_index':0,'components':["
                        "{'type':'header','parameters':[{'type':'image','image':{'id':'m6'}}]},"
                        "{'type':'body','parameters':["
                        "{'type':'text','parameter_name':'urun','text':'Çanta'}]},"
                        "{'type':'button','sub_type':'quick_reply','index':'0',"
                        "'parameters':[{'type':'payload','payload':'bunu'}]}]}]}]}}"));
    }

    /// WhatsApp fills {{1}} with the first value, wherever {{1}} stands.
    void numberedPlacesAreFilledByTheirNumber()
    {
        const TemplateView view = templateView(readTemplate(
            object("{'name':'siparis','language':'tr','category':'UTILITY','status':'APPROVED',"
                   "'components':[{'type':'BODY',"
                   "'text':'{{2}} numaralı siparişiniz, Sayın {{1}}, {{10}} {{9}}'}]}")));
        QCOMPARE(view.variables, (QStringList{u"1"_s, u"2"_s, u"9"_s, u"10"_s}));
        MetaFacts facts;
        facts.chosen = view;
        OutboundContent content = of(MessageKind::Template);
        content.values.body = QStringList{u"Ayşe"_s, u"4711"_s, u"c"_s, u"d"_s};
        QStringList sent;
        const QJsonArray parameters =
            metaJson(content, facts)[u"template"_s][u"components"_s][0][u"parameters"_s].toArray();
        for (const QJsonValue &parameter : parameters)
            sent << parameter[u"text"_s].toString();
        QCOMPARE(sent, content.values.body);
        QCOMPARE(renderTemplate(view.body, view.variables, content.values.body),
                 u"4711 numaralı siparişiniz, Sayın Ayşe, d c"_s);
    }

    void nothingGoesOutWithAGap()
    {
        const TemplateView chosen = templateView(everything());
        TemplateValues full;
        full.headerUpload = UploadId(5);
        full.body = QStringList{u"Ayşe"_s, u"12"_s};
        full.buttons = QStringList{{}, u"12"_s, {}, {}, u"ABC20"_s};
        full.cards = {{UploadId(6), QStringList{u"Çanta"_s}, {}}};
        QCOMPARE(whyNotValues(chosen, full), std::nullopt);
        TemplateValues gap = full;
        gap.headerUpload = UploadId();
        QCOMPARE(whyNotValues(chosen, gap), SendRefusal::MissingVariable);
        gap = full;
        gap.body[1] = u" "_s;
        QCOMPARE(whyNotValues(chosen, gap), SendRefusal::MissingVariable);
        gap = full;
        gap.buttons[1].clear();
        QCOMPARE(whyNotValues(chosen, gap), SendRefusal::MissingVariable);
        gap = full;
        gap.buttons = gap.buttons.mid(0, 4); // no code
        QCOMPARE(whyNotValues(chosen, gap), SendRefusal::MissingVariable);
        gap = full;
        gap.cards[0].upload = UploadId();
        QCOMPARE(whyNotValues(chosen, gap), SendRefusal::MissingVariable);
        gap = full;
        gap.cards.clear();
        QCOMPARE(whyNotValues(chosen, gap), SendRefusal::MissingVariable);
        for (const QString &bad : {u"a\nb"_s, u"a\tb"_s, u"a    b"_s}) { // Meta's 132018
            gap = full;
            gap.body[0] = bad;
            QCOMPARE(whyNotValues(chosen, gap), SendRefusal::ContentNotAllowed);
        }
    }

    void aOneTimeCodeFillsItsButtonAsAnAddress()
    {
        const TemplateRecord record = readTemplate(
            object("{'name':'kod','language':'tr',"
                   "'category':'AUTHENTICATION','status':'APPROVED','components':["
                   "{'type':'BODY','text':'Kodunuz {{1}}'},"
                   "{'type':'BUTTONS','buttons':[{'type':'OTP','text':'Kopyala'}]}]}"));
        MetaFacts facts;
        facts.chosen = templateView(record);
        OutboundContent content = of(MessageKind::Template);
        content.templateName = u"kod"_s;
        content.templateLanguage = u"tr"_s;
        content.values.body = QStringList{u"4711"_s};
        content.values.buttons = QStringList{u"4711"_s};
        const QJsonArray components = metaJson(content, facts)
                                          .value(u"template"_s)
                                          .toObject()
                                          .value(u"components"_s)
                                          .toArray();
        QCOMPARE(components.last().toObject(),
                 object("{'type':'button','sub_type':'url',"
                        "'index':'0','parameters':[{'type':'text','text':'4711'}]}"));
    }
};

DESTEK_TEST(MetaJson)
#include "tst_meta_json.moc"
