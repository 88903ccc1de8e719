#pragma once

#include "core/base/instant.h"
#include "daemon/service/ports/database.h"

#include <QJsonObject>

namespace destek::daemon
{

/// Everything stored about one person, opened: what both files of an export are made of.
struct SubjectData {
    struct Message {
        MessageRecord record;
        QList<StatusEvent> statuses;
        QList<Attempt> attempts;
        std::optional<MediaRecord> media;
        QString mediaPath; ///< in the package; empty: no file, or none that can be given
    };
    struct Conversation {
        ConversationRecord record;
        QList<Message> messages;
        QList<Draft> drafts; ///< begun, not sent; whoever wrote them (docs/decisions/0006)
    };
    ContactRecord person;
    QList<Identity> identities;
    QList<ConsentEvent> consent;
    QList<PersonFields::Kept> fields;
    QList<Conversation> conversations;
    QList<AuditLine> accesses; ///< who read or changed what, when (R-40)
    Instant madeAt;
    QString organisation;
    QString organisationContact;
};

[[nodiscard]] Stored<SubjectData> readSubject(const Tx &tx, ContactId contact);

/// data.json: ids, Unix times in milliseconds and ISO 8601, texts as stored.
[[nodiscard]] QJsonObject subjectJson(const SubjectData &data);

/// index.html: one file without scripts, links or anything loaded; every text escaped.
[[nodiscard]] QByteArray subjectHtmlTurkish(const SubjectData &data);
[[nodiscard]] QByteArray subjectHtmlEnglish(const SubjectData &data);

} // namespace destek::daemon
