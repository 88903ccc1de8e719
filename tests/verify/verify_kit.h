#pragma once

#include "core/crypto/signing.h"

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QStringList>

#include <string>

/// Writes what the daemon would write, and asks the real program about it.
namespace destek::test
{

struct Answer {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs destek-verify in English unless the arguments say otherwise.
[[nodiscard]] Answer verify(const QStringList &arguments);

void writeFile(const QString &path, const QByteArray &content);
[[nodiscard]] QByteArray readFile(const QString &path);
/// Changes one bit of the byte at `at`.
void flip(const QString &path, qsizetype at);

[[nodiscard]] crypto::SigningKey newKey();
[[nodiscard]] QString fingerprint(const crypto::SigningKey &key);
void writeKey(const QString &path, const crypto::SigningKey &key);
void writeSignature(const QString &path, const QByteArray &message, const crypto::SigningKey &key);

/// A signed package with three files in `folder`.
void writePackage(const QDir &folder, const crypto::SigningKey &key);
/// manifest.txt and manifest.sig with exactly this text.
void signManifest(const QDir &folder, const QByteArray &manifest, const crypto::SigningKey &key);

/// An audit export of these entries in `folder`.
void writeAudit(const QDir &folder, const QList<QByteArray> &entries,
                const crypto::SigningKey &key);
[[nodiscard]] QList<QByteArray> someEntries(int count);

} // namespace destek::test
