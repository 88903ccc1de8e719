#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace destek
{

/// What an erasure of one person would destroy, counted before anyone agrees.
struct ErasurePreview {
    ContactId contact;
    QString name;   ///< for the question on screen only
    QString number; ///< masked
    int messages = 0;
    int statuses = 0;
    int attempts = 0;
    int identities = 0;
    int searchEntries = 0;
    int keys = 0;
    int pendingSends = 0; ///< not sent yet; will be cancelled
    int consoles = 0;     ///< paired consoles that will be told
    int files = 0;        ///< pictures, recordings and documents
};

/// Proof that it happened: no content, no name, no number (by-law 7/3, R-28).
struct DestructionRecord {
    OrderId order;
    Instant orderedAt;
    Instant completedAt;
    QString orderedBy; ///< user name of staff
    QString reason;
    QString subjectRef; ///< keyed reference that died with the person
    QString method;     ///< "key_destruction"
    int messages = 0;
    int identities = 0;
    int keys = 0;
    int searchEntries = 0;
    int consolesTold = 0;
    int consolesConfirmed = 0;
    int files = 0;        ///< pictures, recordings and documents
    QByteArray document;  ///< the signed JSON text, exactly as signed
    QByteArray signature; ///< Ed25519, 64 bytes
};

/// On the feed: drop this person now and answer with a receipt.
struct ErasureOrder {
    OrderId order;
    ContactId contact;
    QList<ConversationId> conversations;
};

/// An export package as files in memory; the console writes them where the user says.
struct ExportPackage {
    struct File {
        QString path; ///< relative, '/' separated, never "..", see docs/formats.md
        QByteArray bytes;
    };
    QString folderName;
    QList<File> files;
};

} // namespace destek
