#pragma once

#include "httpd/server.h"
#include "sandbox/sandbox.h"

#include <QMutex>

#include <memory>

namespace destek::sandbox::test
{

/// 2026-11-22 06:00:00 UTC.
constexpr qint64 kNow = 1795327200000;

struct Received {
    QByteArray body;
    QByteArray signature;
};

/// The business's side: keeps what arrives and answers as told.
class FakeCallback
{
public:
    FakeCallback();
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QList<Received> received() const;
    /// All updates (changes[].value) of all bodies, in order of arrival.
    [[nodiscard]] QList<QJsonObject> values() const;
    /// Answers for the next POSTs; then 200.
    void answerWith(QList<int> statuses);

private:
    mutable QMutex m_mutex;
    QList<Received> m_received;
    QList<int> m_answers;
    quint16 m_port = 0;
    httpd::Server m_server;
};

struct Answer {
    int status = 0;
    QJsonObject json;
    [[nodiscard]] int code() const
    {
        return json[QStringLiteral("error")][QStringLiteral("code")].toInt();
    }
};

/// A sandbox whose simulated time stands still until advanced.
class Stage
{
public:
    explicit Stage(const std::function<void(Options &)> &change = {}, Scenario scenario = {});

    [[nodiscard]] Answer get(const QString &path, const QHash<QString, QString> &query = {});
    [[nodiscard]] Answer call(const QString &method, const QString &path, const QByteArray &body,
                              const QByteArray &token = "secret-token");
    /// POST to the messages edge.
    [[nodiscard]] Answer send(const QJsonObject &body);
    /// The usual text to somebody.
    [[nodiscard]] Answer sendText(const QString &to, const QString &text);
    [[nodiscard]] Answer order(const QString &name, const QJsonObject &body);
    [[nodiscard]] QJsonArray listSent();
    /// Lets this person write at this time, and returns the wamid.
    QString hearFrom(const QString &phone, qint64 minutesAgo = 0);

    FakeCallback callback;
    qint64 nowMs = kNow;
    std::unique_ptr<Sandbox> sandbox;
};

} // namespace destek::sandbox::test
