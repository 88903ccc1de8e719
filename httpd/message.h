#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

/// What goes over the wire, as values. Qt Core only; any thread.
namespace destek::httpd
{

struct Header {
    QByteArray name;
    QByteArray value;
};

/// One request whose head, and for a Handler also whose body, has arrived completely.
/// Everything in it is hostile input: checked for form, not for meaning.
struct Request {
    QByteArray method; ///< GET HEAD POST PUT PATCH DELETE OPTIONS; HEAD reaches the GET route
    QByteArray target; ///< as sent: path and query, still encoded
    QString path;      ///< decoded, without query; never holds NUL, controls, "//" or dot segments
    QList<std::pair<QString, QString>> query; ///< decoded, in order, repeated keys kept
    QHash<QString, QString> parameters;       ///< {name} segments of the route, decoded, no '/'
    QList<Header> headers;                    ///< in order; trailers of a chunked body are dropped
    QByteArray body;                          ///< raw bytes as received (signatures need them)
    QByteArray peerAddress;     ///< of the TCP peer, "192.0.2.7" or "2001:db8::7"; no proxy header
    QByteArray peerCertificate; ///< DER of the client certificate that chains to
                                ///< TlsConfig::clientCaPem; empty if none was shown

    /// First header of that name, names compared without case; null if there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// All of them: a second signature or authorisation header must be noticeable.
    [[nodiscard]] QList<QByteArray> headerValues(QByteArrayView name) const;
    /// First value of that query key.
    [[nodiscard]] std::optional<QString> queryValue(QStringView key) const;
    /// A {name} segment; empty if the route has none of that name.
    [[nodiscard]] QString parameter(const QString &name) const { return parameters.value(name); }
};

/// What to answer. The server adds Date, Content-Length, Connection and, unless set here,
/// Cache-Control: no-store and X-Content-Type-Options: nosniff. Framing headers set here
/// (Content-Length, Transfer-Encoding, Connection, Date) are dropped. A header whose name or
/// value could split the response (CR, LF, NUL) turns the whole reply into a 500.
struct Reply {
    int status = 200; ///< 200 to 599
    QList<Header> headers;
    QByteArray body;

    static Reply json(int status, QByteArray body);
    /// UTF-8, text/plain.
    static Reply text(int status, QByteArray body);
    static Reply empty(int status = 204);
    /// Adds a header and returns the reply, to be chained.
    Reply &&with(QByteArray name, QByteArray value) &&;
};

} // namespace destek::httpd
