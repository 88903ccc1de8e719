#include "tests/verify/verify_kit.h"
#include "tests/kit/places.h"

#include "core/crypto/checkpoint.h"
#include "core/crypto/keyed_hash.h"
#include "core/crypto/merkle.h"
#include "core/crypto/package_manifest.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

crypto::View view(const QByteArray &bytes)
{
    return crypto::view({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace

Answer verify(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DESTEK_BIN_DIR "/destek-verify"), arguments);
    Answer answer;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.exitCode = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test file");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a test file");
    return file.readAll();
}

void flip(const QString &path, qsizetype at)
{
    QByteArray content = readFile(path);
    content[at] = static_cast<char>(content[at] ^ 1);
    writeFile(path, content);
}

crypto::SigningKey newKey()
{
    return std::move(crypto::SigningKey::generate()).value();
}

QString fingerprint(const crypto::SigningKey &key)
{
    return QString::fromStdString(key.publicKey().fingerprint());
}

void writeKey(const QString &path, const crypto::SigningKey &key)
{
    writeFile(path, QByteArray::fromStdString(*key.publicKey().toPem()));
}

void writeSignature(const QString &path, const QByteArray &message, const crypto::SigningKey &key)
{
    const auto signature = key.sign(view(message));
    writeFile(path, QByteArray(reinterpret_cast<const char *>(signature->data()),
                               static_cast<qsizetype>(signature->size())));
}

void signManifest(const QDir &folder, const QByteArray &manifest, const crypto::SigningKey &key)
{
    writeFile(folder.filePath(u"manifest.txt"_s), manifest);
    writeSignature(folder.filePath(u"manifest.sig"_s), manifest, key);
}

void writePackage(const QDir &folder, const crypto::SigningKey &key)
{
    folder.mkpath(u"media"_s);
    const QList<std::pair<QString, QByteArray>> files = {
        {u"0001_message.json"_s, "{\"text\":\"Merhaba\"}\n"},
        {u"index.html"_s, "<p>Merhaba</p>\n"},
        {u"media/0001 \u015fikayet.jpg"_s, QByteArray(70'000, 'j')}};
    std::vector<crypto::ManifestRow> rows;
    for (const auto &[name, content] : files) {
        writeFile(folder.filePath(name), content);
        rows.push_back({name.toStdString(), static_cast<std::uint64_t>(content.size()),
                        crypto::sha256(view(content))});
    }
    signManifest(folder, QByteArray::fromStdString(*crypto::buildManifest(rows)), key);
    writeKey(folder.filePath(u"signing-key.pem"_s), key);
}

void writeAudit(const QDir &folder, const QList<QByteArray> &entries, const crypto::SigningKey &key)
{
    folder.mkpath(u"."_s);
    crypto::MerkleFrontier frontier;
    QByteArray lines;
    for (const QByteArray &entry : entries) {
        frontier.append(crypto::leafHash(view(entry)));
        lines += entry + '\n';
    }
    const crypto::Checkpoint checkpoint{std::string(crypto::kAuditOrigin), frontier.size(),
                                        frontier.root(), 1795327200};
    writeFile(folder.filePath(u"entries.jsonl"_s), lines);
    writeFile(folder.filePath(u"checkpoint.txt"_s),
              QByteArray::fromStdString(*crypto::signCheckpoint(checkpoint, key)));
    writeKey(folder.filePath(u"audit-key.pem"_s), key);
}

QList<QByteArray> someEntries(int count)
{
    QList<QByteArray> entries;
    for (int i = 1; i <= count; ++i)
        entries << "{\"act\":\"conversation.shown\",\"seq\":" + QByteArray::number(i) + "}";
    return entries;
}

} // namespace destek::test
