#pragma once

#include "core/base/result.h"
#include "sandbox/limiter.h"
#include "sandbox/media_box.h"
#include "sandbox/template_shelf.h"
#include "sandbox/world.h"

#include <QObject>

namespace destek::sandbox
{

/// Where Meta refuses a message outside the 24-hour window: real numbers have seen both.
enum class WindowRefusal { AtOnce, ByStatus };

struct PostSettings {
    WindowRefusal windowRefusal = WindowRefusal::AtOnce;
    int pairBurst = 45;           ///< messages to one person before 131056; 0: no limit
    qint64 pairIntervalMs = 6000; ///< then one in this time
    int throughput = 80;          ///< messages per second before 130429; 0: no limit
};

/// POST /<phone number id>/messages: decides what is taken and what is refused, in Meta's words,
/// and writes it into the world's books. What happens to a message afterwards is Phones' matter.
class MessagePost : public QObject
{
    Q_OBJECT
public:
    MessagePost(World &world, const TemplateShelf &templates, const MediaBox &media,
                PostSettings settings, QObject *parent = nullptr);

    /// A parsed body of any of the three kinds: send, mark as read, mark as read with typing.
    [[nodiscard]] Result<QJsonObject, MetaError> post(const QJsonObject &body);
    /// True for bodies that send something, which is what injected faults apply to.
    [[nodiscard]] static bool isSend(const QJsonObject &body);

    /// The next messages are taken and then fail with this code, after "sent" or instead of it.
    void doomNext(int code, int count, bool afterSent);
    [[nodiscard]] qint64 markedRead() const { return m_markedRead; }

Q_SIGNALS:
    void accepted(QString wamid);
    void readByBusiness(QString wamid, bool typing);
    void refused(int code);

private:
    struct Recipient {
        QString input;
        QString number; ///< digits
        QString bsuid;
        Person *person = nullptr;
    };
    [[nodiscard]] Result<QJsonObject, MetaError> markRead(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject, MetaError> take(const QJsonObject &body);
    [[nodiscard]] Result<Recipient, MetaError> recipientOf(const QJsonObject &body) const;
    [[nodiscard]] Result<SentMessage, MetaError> judge(const QJsonObject &body,
                                                       const Recipient &recipient);
    [[nodiscard]] Result<QString, MetaError>
    categoryOf(const QJsonObject &body, const QString &type, const Recipient &recipient) const;
    [[nodiscard]] std::optional<MetaError> paceOf(const SentMessage &message);
    [[nodiscard]] std::optional<MetaError> doomOf(const SentMessage &message) const;
    [[nodiscard]] std::optional<MetaError> doomOfReaction(const SentMessage &message) const;

    World &m_world;
    const TemplateShelf &m_templates;
    const MediaBox &m_media;
    const PostSettings m_settings;
    int m_rate = 0; ///< of m_throughput
    Limiter m_throughput;
    qint64 m_markedRead = 0;
    int m_doomCode = 0;
    int m_doomCount = 0;
    bool m_doomAfterSent = false;
};

} // namespace destek::sandbox
