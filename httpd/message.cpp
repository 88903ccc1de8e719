#include "httpd/message.h"

namespace destek::httpd
{

QByteArray Request::header(QByteArrayView name) const
{
    for (const Header &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

QList<QByteArray> Request::headerValues(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const Header &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            values.append(field.value);
    }
    return values;
}

std::optional<QString> Request::queryValue(QStringView key) const
{
    for (const auto &[name, value] : query) {
        if (name == key)
            return value;
    }
    return std::nullopt;
}

Reply Reply::json(int status, QByteArray body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

Reply Reply::text(int status, QByteArray body)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(body)};
}

Reply Reply::empty(int status)
{
    return {status, {}, {}};
}

Reply &&Reply::with(QByteArray name, QByteArray value) &&
{
    headers.append({std::move(name), std::move(value)});
    return std::move(*this);
}

} // namespace destek::httpd
