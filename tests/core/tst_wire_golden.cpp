#include "tests/core/wire_samples.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"

#include <QFile>
#include <QJsonDocument>

using namespace destek;
using namespace destek::test;

/// The protocol's documents as files: what one version wrote, every later one must read, and must
/// write again the same. DESTEK_WRITE_GOLDEN=1 writes them anew; a change there is a change of
/// the protocol (docs/openapi.yaml).
class WireGolden : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDocument_data()
    {
        QTest::addColumn<int>("at");
        const auto documents = wireDocuments();
        for (int i = 0; i < documents.size(); ++i)
            QTest::newRow(qPrintable(documents.at(i).name)) << i;
    }
    void everyDocument()
    {
        QFETCH(int, at);
        const WireDocument document = wireDocuments().at(at);
        QFile file(QStringLiteral(DESTEK_SOURCE_DIR "/tests/fixtures/wire/") + document.name +
                   u".json"_s);
        if (qEnvironmentVariableIntValue("DESTEK_WRITE_GOLDEN") == 1) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(document.sample).toJson());
            file.close();
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QJsonObject golden = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!golden.isEmpty());
        QCOMPARE(document.sample, golden); // what we write
        const auto again = document.again(golden);
        QVERIFY(again.has_value());
        QCOMPARE(*again, golden); // what we read
    }

    void noFieldOfASampleIsEmpty()
    {
        // A forgotten field would be "" or 0 on both sides and pass unnoticed.
        for (const WireDocument &document : wireDocuments()) {
            for (auto it = document.sample.begin(); it != document.sample.end(); ++it) {
                const QJsonValue value = it.value();
                const bool empty = value.isNull() ||
                                   (value.isString() && value.toString().isEmpty()) ||
                                   (value.isArray() && value.toArray().isEmpty());
                QVERIFY2(!empty, qPrintable(document.name + u'.' + it.key()));
            }
        }
    }
};

DESTEK_TEST(WireGolden)
#include "tst_wire_golden.moc"
