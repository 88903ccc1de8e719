#include "core/crypto/encoding.h"
#include "core/crypto/keyed_hash.h"
#include "core/crypto/package_manifest.h"
#include "tests/kit/test_main.h"

#include <QTest>
#include <rapidcheck.h>

using namespace destek;
using namespace destek::crypto;

namespace
{

std::string line(std::string_view path, std::uint64_t size = 3)
{
    return hex(sha256(view("abc"))) + "  " + std::to_string(size) + "  " + std::string(path) + "\n";
}

std::string manifest(std::initializer_list<std::string> lines)
{
    std::string text = "destek-package 1\n";
    for (const std::string &one : lines)
        text += one;
    return text;
}

} // namespace

class PackageManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesSortedLines();
    void readsWhatItWrites();
    void unfitPathsAreRefused_data();
    void unfitPathsAreRefused();
    void fitPathsPass();
    void wrongLinesAreNamed_data();
    void wrongLinesAreNamed();
    void tooManyRowsAreRefused();
};

void PackageManifest::writesSortedLines()
{
    const Hash hash = sha256(view("abc"));
    const auto text = buildManifest({{"media/0001.jpg", 3, hash}, {"index.html", 3, hash}});
    QVERIFY(text.ok());
    QCOMPARE(*text, manifest({line("index.html"), line("media/0001.jpg")}));
    QCOMPARE(*buildManifest({}), std::string("destek-package 1\n"));
    QVERIFY(parseManifest("destek-package 1\n")->empty());
}

void PackageManifest::readsWhatItWrites()
{
    QVERIFY(rc::check("parse(build(rows)) is rows, sorted", [] {
        const auto numbers =
            *rc::gen::unique<std::vector<std::uint16_t>>(rc::gen::arbitrary<std::uint16_t>());
        std::vector<ManifestRow> rows;
        for (const std::uint16_t number : numbers)
            rows.push_back(
                {"d" + std::to_string(number % 7) + "/\xC5\x9F " + std::to_string(number),
                 *rc::gen::arbitrary<std::uint64_t>(), sha256(view(std::to_string(number)))});
        const auto text = buildManifest(rows);
        RC_ASSERT(text.ok());
        const auto read = parseManifest(*text);
        RC_ASSERT(read.ok());
        std::sort(rows.begin(), rows.end(),
                  [](const ManifestRow &a, const ManifestRow &b) { return a.path < b.path; });
        RC_ASSERT(*read == rows);
    }));
}

void PackageManifest::unfitPathsAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    const std::pair<const char *, QByteArray> rows[] = {
        {"empty", ""},
        {"absolute", "/etc/passwd"},
        {"parent", "../x"},
        {"parent inside", "a/../../x"},
        {"parent last", "a/.."},
        {"this folder", "./a"},
        {"this folder inside", "a/./b"},
        {"empty part", "a//b"},
        {"folder", "a/"},
        {"backslash", "a\\b"},
        {"drive", "C:x"},
        {"stream", "a.txt:hidden"},
        {"newline", "a\nb"},
        {"nul", QByteArray("a\0b", 3)},
        {"escape", "a\x1b[2J"},
        {"delete", "a\x7f"},
        {"c1 control", "a\xC2\x85"},
        {"final dot", "a./b"},
        {"final space", "a /b"},
        {"not utf-8", "a\xFF"},
        {"overlong slash", "a\xC0\xAF"},
        {"surrogate", "a\xED\xA0\x80"},
        {"cut sequence", "a\xE2\x80"},
        {"own manifest", "manifest.txt"},
        {"own signature", "Manifest.SIG"},
        {"own key", "signing-key.pem"},
        {"long part", QByteArray(256, 'a')},
        {"long path", QByteArray("ab/").repeated(400) + "c"},
    };
    for (const auto &[name, path] : rows)
        QTest::newRow(name) << path;
}

void PackageManifest::unfitPathsAreRefused()
{
    QFETCH(QByteArray, path);
    const std::string text = path.toStdString();
    QVERIFY(!isPackagePath(text));
    const auto built = buildManifest({{"good", 1, {}}, {text, 1, {}}});
    QVERIFY(!built.ok());
    QCOMPARE(built.error().error, ManifestError::BadPath);
    QCOMPARE(built.error().where, std::size_t(1));
    QVERIFY(!parseManifest(manifest({line(text)})).ok());
}

void PackageManifest::fitPathsPass()
{
    for (const char *path : {"a", "0001_message.json", "media/0001.jpg", ".hidden", "a..b", "..a",
                             "sub/manifest.txt", "\xC5\x9Fikayet/\xF0\x9F\x99\x82 foto.jpg"})
        QVERIFY2(isPackagePath(path), path);
}

void PackageManifest::wrongLinesAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("where");
    const auto row = [](const char *name, const std::string &text, ManifestError error, int where) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << int(error) << where;
    };
    std::string capitals = line("a");
    std::transform(capitals.begin(), capitals.begin() + 64, capitals.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    const std::string digits(64, '0');
    row("empty", "", ManifestError::UnknownVersion, 1);
    row("version", "destek-package 2\n", ManifestError::UnknownVersion, 1);
    row("unfinished head", "destek-package 1", ManifestError::BadLine, 1);
    row("unfinished line", manifest({line("a"), line("b").substr(0, 70)}), ManifestError::BadLine,
        3);
    row("empty line", manifest({"\n"}), ManifestError::BadLine, 2);
    row("capitals", manifest({capitals}), ManifestError::BadLine, 2);
    row("zeros", manifest({digits + "  007  a\n"}), ManifestError::BadLine, 2);
    row("no size", manifest({digits + "    a\n"}), ManifestError::BadLine, 2);
    row("negative", manifest({digits + "  -1  a\n"}), ManifestError::BadLine, 2);
    row("huge", manifest({digits + "  18446744073709551616  a\n"}), ManifestError::BadLine, 2);
    row("no gap", manifest({digits + " 1 a\n"}), ManifestError::BadLine, 2);
    row("carriage return", manifest({digits + "  1  a\r\n"}), ManifestError::BadPath, 2);
    row("unsorted", manifest({line("b"), line("a")}), ManifestError::NotSorted, 3);
    row("twice", manifest({line("a"), line("a")}), ManifestError::Duplicate, 3);
    row("case", manifest({line("A"), line("a")}), ManifestError::Duplicate, 3);
}

void PackageManifest::wrongLinesAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(int, error);
    QFETCH(int, where);
    const auto read = parseManifest(text.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(int(read.error().error), error);
    QCOMPARE(int(read.error().where), where);
}

void PackageManifest::tooManyRowsAreRefused()
{
    QCOMPARE(buildManifest(std::vector<ManifestRow>(kMostManifestRows + 1)).error().error,
             ManifestError::TooLarge);
    QCOMPARE(parseManifest(std::string(kMostManifest + 1, 'x')).error().error,
             ManifestError::TooLarge);
}

DESTEK_TEST(PackageManifest)
#include "tst_package_manifest.moc"
