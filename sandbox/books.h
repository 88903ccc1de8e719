#pragma once

#include "sandbox/media_box.h"
#include "sandbox/webhook_sender.h"

#include <QMap>
#include <QObject>

namespace destek::sandbox
{

/// What was sent to the business and what it took, counted so that a test can compare it with
/// the business's own store (README.md, "Books"). Messages count once however often their
/// webhook is delivered. Main thread only.
class Books : public QObject
{
    Q_OBJECT
public:
    Books(const World &world, const MediaBox &media, const WebhookSender &webhooks,
          QObject *parent = nullptr);

    void notePosted(const Update &update);
    void noteTaken(const QList<Update> &updates);
    void noteRefused(int code);
    void noteReadMark(bool typing);
    /// With ids, every message and status is listed too.
    [[nodiscard]] QJsonObject pages(bool withIds) const;

private:
    struct Item {
        QString group; ///< "in", "statuses", "echoes", "history", …
        QString word;  ///< type of the message, word of the status, name of the field
        QString id;    ///< wamid; empty: cannot be told apart, each counts
        QString from;  ///< number or BSUID
    };
    struct Entry {
        Item item;
        bool taken = false;
    };
    [[nodiscard]] static QList<Item> itemsOf(const Update &update);
    [[nodiscard]] static QString keyOf(const Item &item);
    [[nodiscard]] QJsonObject outgoing() const;

    const World &m_world;
    const MediaBox &m_media;
    const WebhookSender &m_webhooks;
    QMap<QString, Entry> m_entries;                       ///< by group, word and id
    QHash<QString, std::pair<qint64, qint64>> m_nameless; ///< posted, taken; by "group/word"
    QMap<QString, qint64> m_refused;                      ///< by code
    qint64 m_readMarks = 0;
    qint64 m_typing = 0;
};

} // namespace destek::sandbox
