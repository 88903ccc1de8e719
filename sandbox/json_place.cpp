// Where in a file something stands: QJsonDocument does not tell.
#include "sandbox/scenario_check.h"

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

/// Walks through JSON that is known to be right.
class PlaceFinder
{
public:
    PlaceFinder(const QByteArray &json, const QString &wanted) : m_json(json), m_wanted(wanted) {}

    int line()
    {
        value({});
        return m_found < 0 ? 0 : int(m_json.left(m_found).count('\n')) + 1;
    }

private:
    void blank()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json.at(m_at)))
            ++m_at;
    }

    QString string()
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_json.size() && m_json.at(m_at) != '"')
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        return QString::fromUtf8(m_json.mid(begin, m_at++ - begin));
    }

    void value(const QString &place)
    {
        blank();
        if (place == m_wanted && m_found < 0)
            m_found = m_at;
        const char c = m_at < m_json.size() ? m_json.at(m_at) : ' ';
        if (c == '"')
            string();
        else if (c == '{' || c == '[')
            members(place, c == '{');
        else
            while (m_at < m_json.size() && !QByteArrayView(",]} \t\r\n").contains(m_json.at(m_at)))
                ++m_at;
    }

    void members(const QString &place, bool named)
    {
        ++m_at;
        for (int index = 0; m_at < m_json.size() && m_found < 0; ++index) {
            blank();
            if (m_at >= m_json.size() || m_json.at(m_at) == '}' || m_json.at(m_at) == ']')
                break;
            QString inner = u"%1[%2]"_s.arg(place).arg(index);
            if (named) {
                const QString key = string();
                inner = place.isEmpty() ? key : place + u'.' + key;
                blank();
                ++m_at; // the colon
            }
            value(inner);
            blank();
            if (m_at < m_json.size() && m_json.at(m_at) == ',')
                ++m_at;
        }
        ++m_at;
    }

    const QByteArray &m_json;
    const QString m_wanted;
    qsizetype m_at = 0;
    qsizetype m_found = -1;
};

} // namespace

int lineOf(const QByteArray &json, const QString &place)
{
    return PlaceFinder(json, place).line();
}

} // namespace destek::sandbox
