// What strangers send is decoded within limits, in memory, and played only where that is possible.
#include "tests/kit/test_main.h"
#include "tests/ui/media_samples.h"
#include "tests/ui/ui_world.h"
#include "ui/media/media_store.h"
#include "ui/media/player.h"
#include "ui/media/speech_stretch.h"

#include <QLoggingCategory>
#include <QScopeGuard>
#include <QSignalSpy>

#include <cmath>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

class Media : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_four_formats_are_known_by_their_bytes()
    {
        using F = PictureFormat;
        const QSize size(40, 30);
        const auto formatOf = [](const QByteArray &bytes) { return pictureHeader(bytes)->format; };
        QCOMPARE(formatOf(test::jpegBytes(size)), F::Jpeg);
        QCOMPARE(formatOf(test::pngBytes(size)), F::Png);
        QCOMPARE(formatOf(test::webpBytes(size)), F::WebP);
        QCOMPARE(formatOf(test::gifBytes(3)), F::Gif);
        for (const auto &bytes :
             {test::jpegBytes(size), test::pngBytes(size), test::webpBytes(size)})
            QCOMPARE(pictureHeader(bytes)->size, size);
        QCOMPARE(pictureHeader(test::gifBytes(3))->frames, 3);
        for (const QByteArray &other :
             {QByteArray("<svg xmlns='x'/>"), QByteArray("%PDF-1.7"), QByteArray("BM123456"),
              QByteArray("II*\0", 4), QByteArray()})
            QVERIFY(!pictureHeader(other));
    }

    void bombs_do_not_reach_a_decoder() // facts/trust.md 4.9
    {
        const QSize most(640, 800);
        for (const QSize &claimed : {QSize(60000, 60000), QSize(16385, 1), QSize(8000, 8000)}) {
            const auto picture = readPicture(test::pngClaiming(claimed), most);
            QVERIFY(!picture);
            QCOMPARE(picture.error(), PictureTrouble::TooLarge);
        }
        const auto many = readFrames(test::gifBytes(kMostPictureFrames + 1), most);
        QVERIFY(!many);
        QCOMPARE(many.error(), PictureTrouble::TooLarge);
        const auto lie = readPicture(test::pngClaiming({4000, 4000}), most);
        QVERIFY(!lie);
    }

    void a_file_may_break_off_anywhere()
    {
        // The decoder says each time what it found; that is no warning about us.
        QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s);
        const auto restored = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
        for (const QByteArray &whole : {test::jpegBytes({64, 48}), test::pngBytes({64, 48}),
                                        test::webpBytes({64, 48}), test::gifBytes(4)}) {
            for (qsizetype length = 0; length < whole.size(); length += 7) {
                const auto picture = readPicture(whole.first(length), {640, 800});
                if (picture)
                    QVERIFY(!picture->image.isNull());
            }
        }
    }

    void large_pictures_become_small()
    {
        const auto picture = readPicture(test::jpegBytes({3000, 1500}), {600, 600});
        QVERIFY(picture);
        QCOMPARE(picture->image.size(), QSize(600, 300));
        QCOMPARE(picture->natural, QSize(3000, 1500));
        QVERIFY(picture->image.textKeys().isEmpty());
    }

    void bytes_are_fetched_once_and_kept_within_a_budget()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        MediaStore store(&server);
        const QByteArray big(30 * 1024 * 1024, 'x');
        QList<MessageId> ids;
        for (int i = 0; i < 3; ++i) {
            ids << MessageId::create();
            server.setMedia(ids.last(), big);
            store.want(ids.last());
            store.want(ids.last());
            QTRY_COMPARE(store.state(ids.last()), MediaStore::State::Here);
        }
        QCOMPARE(server.calls(net::FakeCall::FetchMedia), 3);
        QVERIFY(store.used() <= MediaStore::kBudget);
        QCOMPARE(store.state(ids.first()), MediaStore::State::None); // the oldest left
        store.clear();
        QCOMPARE(store.used(), 0);
        QVERIFY(store.bytes(ids.last()).isEmpty());
    }

    void a_failed_fetch_can_be_tried_again()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        MediaStore store(&server);
        const auto id = MessageId::create();
        store.want(id);
        QTRY_COMPARE(store.state(id), MediaStore::State::Failed);
        server.setMedia(id, test::jpegBytes({40, 30}));
        store.want(id);
        QCOMPARE(store.state(id), MediaStore::State::Failed); // not by itself
        store.want(id, true);
        QTRY_COMPARE(store.state(id), MediaStore::State::Here);
        QTRY_VERIFY(store.thumbnail(id));
        QCOMPARE(store.thumbnail(id)->image.size(), QSize(40, 30));
    }

    void what_is_wiped_stays_away()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        MediaStore store(&server);
        const auto id = MessageId::create();
        server.setMedia(id, test::jpegBytes({40, 30}));
        server.hang(net::FakeCall::FetchMedia);
        store.want(id);
        store.clear();
        server.release(net::FakeCall::FetchMedia);
        QTest::qWait(20);
        QCOMPARE(store.state(id), MediaStore::State::None);
        QCOMPARE(store.used(), 0);
    }

    void a_voice_note_has_a_shape_and_a_length()
    {
        const QByteArray voice = test::opusBytes(3000);
        const auto wave = readWaveform(voice);
        QVERIFY(wave);
        QVERIFY(std::abs(wave->milliseconds - 3000) < 60);
        QCOMPARE(wave->bars.size(), Waveform::kBars);
        QVERIFY(*std::max_element(wave->bars.begin(), wave->bars.end()) > 0.99F);
        for (qsizetype length = 0; length < voice.size(); length += 97)
            (void)readWaveform(voice.first(length));
        QCOMPARE(readWaveform("ID3 mp3").error(), SoundTrouble::NotOpus);
    }

    void faster_speech_is_shorter()
    {
        for (const double speed : {1.0, 1.5, 2.0}) {
            qint64 given = 0;
            const qint64 total = 96000;
            SpeechStretch stretch([&](std::span<float> into) {
                const auto count = qMin<qint64>(qint64(into.size()), total - given);
                for (qint64 i = 0; i < count; ++i)
                    into[size_t(i)] = float(std::sin(double(given + i) * 0.03));
                given += count;
                return int(count);
            });
            stretch.setSpeed(speed);
            std::vector<float> out(1000);
            qint64 heard = 0;
            for (int got = stretch.read(out); got > 0; got = stretch.read(out)) {
                heard += got;
                for (int i = 0; i < got; ++i)
                    QVERIFY(std::abs(out[size_t(i)]) <= 1.5F);
            }
            QVERIFY2(std::abs(double(heard) - double(total) / speed) < 6000,
                     qPrintable(QString::number(heard)));
        }
    }

    void without_a_loudspeaker_the_player_says_so()
    {
        Player player;
        const auto id = MessageId::create();
        QSignalSpy changed(&player, &Player::changed);
        player.toggle(id, test::opusBytes(500));
        QVERIFY(!changed.isEmpty());
        // Here there is a device or there is none; both are answers.
        QVERIFY(player.isPlaying(id) || player.trouble(id) == Player::Trouble::NoDevice);
        player.stop();
        QVERIFY(!player.isPlaying(id));
        player.toggle(id, "no sound at all");
        player.stop();
    }
};

DESTEK_TEST(Media)

#include "tst_media.moc"
