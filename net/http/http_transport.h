#pragma once

#include "core/base/instant.h"
#include "core/wire/api_error.h"
#include "net/api/reply.h"
#include "net/http/pinned_network.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace destek::net
{

struct JsonAsk {
    QByteArray verb = "GET";
    QString path;
    QList<QPair<QByteArray, QString>> query; ///< empty values are left out
    std::optional<QJsonObject> body;
    QList<QPair<QByteArray, QByteArray>> headers;
    qint64 mostBytes = 8 * 1024 * 1024; ///< an answer beyond is cut off and BadAnswer
};

/// Asks the daemon and reads JSON. Errors: see core/wire/api_error.h; one that the daemon did
/// not put into words is derived from the status. Threads: GUI only.
class HttpTransport final : public QObject
{
    Q_OBJECT
public:
    using Read = std::function<void(Answer<QJsonObject>)>;

    explicit HttpTransport(QObject *parent = nullptr);
    ~HttpTransport() override;

    /// Another daemon, CA or session from now on. With another daemon or CA what is still
    /// unanswered ends with Timeout at once.
    void setLink(const DaemonLink &link);
    void setToken(const Secret &token) { m_link.token = token; }
    [[nodiscard]] const DaemonLink &link() const { return m_link; }
    /// No byte for so long ends a request with Timeout.
    void setSilence(Duration silence) { m_silence = silence; }

    /// `read` is called once, never before this returns, and not after this object has died.
    void ask(const JsonAsk &what, Read read);

    /// The same with a typed reader; nullopt from it means BadAnswer.
    template <typename T>
    void ask(const JsonAsk &what, const Then<T> &then,
             std::function<std::optional<T>(const QJsonObject &)> reader)
    {
        ask(what, [then, reader = std::move(reader)](Answer<QJsonObject> answer) {
            if (!answer.ok()) {
                then(failure(answer.error()));
                return;
            }
            auto value = reader(*answer);
            if (value)
                then(*std::move(value));
            else
                then(failure(badAnswer()));
        });
    }
    [[nodiscard]] static ApiError badAnswer();

private:
    struct Exchange;
    void finish(QNetworkReply *reply, const Exchange &exchange);

    PinnedNetwork m_network;
    DaemonLink m_link;
    Duration m_silence = std::chrono::seconds(15);
};

/// What an answer says: the body as JSON, or the error it means. Pure.
[[nodiscard]] Answer<QJsonObject> answerFrom(int status, const QByteArray &body);

} // namespace destek::net
