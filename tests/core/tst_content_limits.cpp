#include "core/policy/content_limits.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace destek;

/// What WhatsApp takes (facts/whatsapp.md 4.1): said before an upload, not after it.
class ContentLimits : public QObject
{
    Q_OBJECT

    static OutboundContent of(MessageKind kind)
    {
        OutboundContent content;
        content.kind = kind;
        return content;
    }
    static OutboundContent buttons(int count)
    {
        OutboundContent content = of(MessageKind::Interactive);
        content.text = u"Hangisi?"_s;
        for (int i = 0; i < count; ++i) {
            ButtonView button;
            button.id = QString::number(i);
            button.label = u"Seçenek %1"_s.arg(i);
            content.buttons << button;
        }
        return content;
    }
    static OutboundContent list(int sections, int rows)
    {
        OutboundContent content = of(MessageKind::Interactive);
        content.text = u"Konu?"_s;
        ListView list;
        list.button = u"Seçin"_s;
        for (int s = 0; s < sections; ++s) {
            ListView::Section section;
            section.title = u"Bölüm %1"_s.arg(s);
            for (int r = 0; r < rows; ++r)
                section.rows << ListView::Row{u"%1-%2"_s.arg(s).arg(r), u"Satır %1"_s.arg(r), {}};
            list.sections << section;
        }
        content.list = list;
        return content;
    }

private Q_SLOTS:
    void textHasALength()
    {
        OutboundContent text = of(MessageKind::Text);
        QCOMPARE(problemOf(text), ContentProblem::TextMissing);
        text.text = u" \n"_s;
        QCOMPARE(problemOf(text), ContentProblem::TextMissing);
        text.text = QString(4096, u'a');
        QCOMPARE(problemOf(text), std::nullopt);
        text.text += u'a';
        QCOMPARE(problemOf(text), ContentProblem::TextTooLong);
    }

    void filesHaveCaptionsWhereWhatsAppHasThem()
    {
        for (MessageKind kind : {MessageKind::Image, MessageKind::Video, MessageKind::Document}) {
            OutboundContent file = of(kind);
            QCOMPARE(problemOf(file), ContentProblem::FileMissing);
            file.upload = UploadId(1);
            QCOMPARE(problemOf(file), std::nullopt);
            file.text = QString(1024, u'a');
            QCOMPARE(problemOf(file), std::nullopt);
            file.text += u'a';
            QCOMPARE(problemOf(file), ContentProblem::CaptionTooLong);
        }
        for (MessageKind kind : {MessageKind::Audio, MessageKind::Voice, MessageKind::Sticker}) {
            OutboundContent file = of(kind);
            file.upload = UploadId(1);
            QCOMPARE(problemOf(file), std::nullopt);
            file.text = u"x"_s;
            QCOMPARE(problemOf(file), ContentProblem::CaptionNotAllowed);
        }
    }

    void aPlaceIsOnEarth()
    {
        OutboundContent place = of(MessageKind::Location);
        QCOMPARE(problemOf(place), ContentProblem::PlaceMissing);
        place.location = LocationView{41.01, 28.97, u"Galata"_s, {}};
        QCOMPARE(problemOf(place), std::nullopt);
        place.location->latitude = 90.5;
        QCOMPARE(problemOf(place), ContentProblem::PlaceMissing);
        place.location->latitude = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(problemOf(place), ContentProblem::PlaceMissing);
    }

    void contactsHaveNames()
    {
        OutboundContent cards = of(MessageKind::Contacts);
        QCOMPARE(problemOf(cards), ContentProblem::ContactMissing);
        ContactCard card;
        cards.contacts << card;
        QCOMPARE(problemOf(cards), ContentProblem::ContactWithoutName);
        cards.contacts[0].name = u"Ali V."_s;
        QCOMPARE(problemOf(cards), std::nullopt);
    }

    void buttonsAreFewShortAndDifferent()
    {
        QCOMPARE(problemOf(buttons(0)), ContentProblem::ButtonsMissing);
        QCOMPARE(problemOf(buttons(1)), std::nullopt);
        QCOMPARE(problemOf(buttons(3)), std::nullopt);
        QCOMPARE(problemOf(buttons(4)), ContentProblem::TooManyButtons);
        OutboundContent twice = buttons(2);
        twice.buttons[1].label = twice.buttons.at(0).label;
        QCOMPARE(problemOf(twice), ContentProblem::ButtonLabelTwice);
        OutboundContent empty = buttons(2);
        empty.buttons[1].label.clear();
        QCOMPARE(problemOf(empty), ContentProblem::ButtonLabelMissing);
        OutboundContent longer = buttons(1);
        longer.buttons[0].label = QString(21, u'a');
        QCOMPARE(problemOf(longer), ContentProblem::ButtonLabelTooLong);
        OutboundContent text = buttons(1);
        text.text = QString(1025, u'a');
        QCOMPARE(problemOf(text), ContentProblem::TextTooLong);
        text = buttons(1);
        text.footer = QString(61, u'a');
        QCOMPARE(problemOf(text), ContentProblem::FooterTooLong);
        text.header = QString(61, u'a');
        QCOMPARE(problemOf(text), ContentProblem::HeaderTooLong);
    }

    void listsHoldTenRowsInAll()
    {
        QCOMPARE(problemOf(list(1, 10)), std::nullopt);
        QCOMPARE(problemOf(list(2, 5)), std::nullopt);
        QCOMPARE(problemOf(list(2, 6)), ContentProblem::ListTooLong);
        QCOMPARE(problemOf(list(0, 0)), ContentProblem::ListEmpty);
        QCOMPARE(problemOf(list(1, 0)), ContentProblem::ListEmpty);
        OutboundContent untitled = list(2, 1);
        untitled.list->sections[1].title.clear();
        QCOMPARE(problemOf(untitled), ContentProblem::ListTitleMissing);
        OutboundContent one = list(1, 1);
        one.list->sections[0].title.clear(); // a single section needs none
        QCOMPARE(problemOf(one), std::nullopt);
        one.list->sections[0].rows[0].description = QString(73, u'a');
        QCOMPARE(problemOf(one), ContentProblem::ListTextTooLong);
        OutboundContent body = list(1, 1);
        body.text = QString(4096, u'a');
        QCOMPARE(problemOf(body), std::nullopt);
    }

    void reactionsNeedATarget()
    {
        OutboundContent thumb = of(MessageKind::Reaction);
        thumb.text = u"👍"_s;
        QCOMPARE(problemOf(thumb), ContentProblem::TargetMissing);
        thumb.answers = MessageId::create();
        QCOMPARE(problemOf(thumb), std::nullopt);
        thumb.text.clear(); // takes it back
        QCOMPARE(problemOf(thumb), std::nullopt);
    }

    void theRestCannotBeSent()
    {
        for (MessageKind kind :
             {MessageKind::Order, MessageKind::System, MessageKind::Edit, MessageKind::Unknown})
            QCOMPARE(problemOf(of(kind)), ContentProblem::NotSendable);
    }

    void typesComeFromTheBytes_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *tag, const QByteArray &head, const QString &name,
                            const QString &type) { QTest::newRow(tag) << head << name << type; };
        const auto zeros = [](int count) { return QByteArray(count, '\0'); };
        const QByteArray box = zeros(3) + "\x18"
                                          "ftyp";
        row("jpeg named pdf", "\xFF\xD8\xFF\xE0"_ba + zeros(4), u"a.pdf"_s, u"image/jpeg"_s);
        row("png", "\x89PNG\r\n\x1A\n"_ba + zeros(4), u"a.png"_s, u"image/png"_s);
        row("webp", "RIFF"_ba + zeros(4) + "WEBPVP8X", {}, u"image/webp"_s);
        row("gif is taken by nobody", "GIF89a"_ba + zeros(4), u"a.gif"_s, {});
        row("mp4", box + "isom", {}, u"video/mp4"_s);
        row("3gp", box + "3gp4", {}, u"video/3gpp"_s);
        row("m4a", box + "M4A ", {}, u"audio/mp4"_s);
        row("heic", box + "heic", u"a.jpg"_s, {});
        row("quicktime", box + "qt  ", u"a.mp4"_s, {});
        row("amr", "#!AMR\n"_ba, {}, u"audio/amr"_s);
        row("mp3 with tag", "ID3\x04"_ba, {}, u"audio/mpeg"_s);
        row("mp3 frame", "\xFF\xFB\x90\x64"_ba, {}, u"audio/mpeg"_s);
        row("aac", "\xFF\xF1\x50\x80"_ba, {}, u"audio/aac"_s);
        row("opus", "OggS"_ba + zeros(24) + "OpusHead", {}, u"audio/ogg"_s);
        row("vorbis", "OggS"_ba + zeros(24) + "\x01vorbis", {}, {});
        row("pdf", "%PDF-1.7"_ba, {}, u"application/pdf"_s);
        row("docx", "PK\x03\x04"_ba + zeros(8), u"Teklif.DOCX"_s,
            u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s);
        row("zip", "PK\x03\x04"_ba + zeros(8), u"a.zip"_s, {});
        row("xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"_ba, u"a.xls"_s,
            u"application/vnd.ms-excel"_s);
        row("ole of no name", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"_ba, u"a"_s, {});
        row("text", "Sipariş: çanta"_ba, {}, u"text/plain"_s);
        row("text cut in a character", "Sipari\xC5"_ba, {}, u"text/plain"_s);
        row("latin-1 is no utf-8", "Sipari\xFE no"_ba, u"a.txt"_s, {});
        row("program", "MZ\x90"_ba + zeros(8), u"fatura.pdf"_s, {});
        row("elf", "\x7F"_ba + "ELF" + zeros(8), u"a.txt"_s, {});
        row("empty", {}, u"a.txt"_s, {});
    }
    void typesComeFromTheBytes()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, name);
        QFETCH(QString, type);
        QCOMPARE(sniffedType(head, name), type);
    }

    void everyTypeHasOneKind()
    {
        QCOMPARE(kindForFile(u"image/jpeg"_s), MessageKind::Image);
        QCOMPARE(kindForFile(u"IMAGE/PNG"_s), MessageKind::Image);
        QCOMPARE(kindForFile(u"image/webp"_s), MessageKind::Sticker);
        QCOMPARE(kindForFile(u"audio/ogg; codecs=opus"_s), MessageKind::Audio);
        QCOMPARE(kindForFile(u"video/mp4"_s), MessageKind::Video);
        QCOMPARE(kindForFile(u"application/msword"_s), MessageKind::Document);
        QCOMPARE(kindForFile(u"application/zip"_s), std::nullopt);
        QCOMPARE(kindForFile({}), std::nullopt);
        QCOMPARE(fileLimit(MessageKind::Image).bytes, 5 * 1024 * 1024);
        QCOMPARE(fileLimit(MessageKind::Document).bytes, 100 * 1024 * 1024);
        QVERIFY(fileLimit(MessageKind::Document).mimeTypes.contains(u"image/png"_s)); // by choice
        QCOMPARE(kindForFile(u"image/png"_s), MessageKind::Image);                    // else
        QCOMPARE(fileLimit(MessageKind::Sticker).bytes, 500 * 1024);
        QVERIFY(fileLimit(MessageKind::Text).mimeTypes.isEmpty());
    }
};

DESTEK_TEST(ContentLimits)
#include "tst_content_limits.moc"
