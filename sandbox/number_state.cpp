#include "sandbox/number_state.h"

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr int kHighRate = 1000;
constexpr int kOnPhoneRate = 20;

} // namespace

QString limitWord(const QJsonValue &limit)
{
    if (!limit.isDouble())
        return limit.toString();
    const int people = limit.toInt();
    return people < 1000 ? u"TIER_%1"_s.arg(people) : u"TIER_%1K"_s.arg(people / 1000);
}

NumberState::NumberState(const QString &id, const QString &displayNumber, const QString &name)
    : m_fields{{u"id"_s, id},
               {u"display_phone_number"_s, u'+' + displayNumber},
               {u"verified_name"_s, name},
               {u"quality_rating"_s, u"GREEN"_s},
               {u"code_verification_status"_s, u"VERIFIED"_s},
               {u"name_status"_s, u"APPROVED"_s},
               {u"platform_type"_s, u"CLOUD_API"_s},
               {u"is_on_biz_app"_s, false},
               {u"status"_s, u"CONNECTED"_s},
               {u"throughput"_s, QJsonObject{{u"level"_s, u"STANDARD"_s}}},
               {u"whatsapp_business_manager_messaging_limit"_s, u"TIER_2K"_s}}
{
}

QJsonObject NumberState::fields(const QString &chosen, qint64 nowMs)
{
    expire(nowMs);
    if (chosen.isEmpty())
        return m_fields;
    QJsonObject shown{{u"id"_s, m_fields.value("id"_L1)}};
    for (const QString &field : chosen.split(u',', Qt::SkipEmptyParts)) {
        if (m_fields.contains(field.trimmed()))
            shown.insert(field.trimmed(), m_fields.value(field.trimmed()));
    }
    return shown;
}

void NumberState::set(const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it)
        m_fields.insert(it.key(), it.value());
}

void NumberState::restrict(const QString &what, qint64 untilMs)
{
    m_restriction = what;
    m_untilMs = untilMs;
    m_fields.insert(u"status"_s, what.isEmpty()        ? u"CONNECTED"_s
                                 : what == "banned"_L1 ? u"BANNED"_s
                                                       : u"RESTRICTED"_s);
}

void NumberState::expire(qint64 nowMs)
{
    if (m_untilMs > 0 && nowMs >= m_untilMs)
        restrict({}, 0);
}

std::optional<MetaError> NumberState::refusalOf(bool insideWindow, qint64 nowMs)
{
    expire(nowMs);
    if (m_restriction == "banned"_L1)
        return metaError(131031);
    if (m_restriction == "all"_L1 || (m_restriction == "outside"_L1 && !insideWindow))
        return metaError(368);
    return std::nullopt;
}

int NumberState::throughput(int usual) const
{
    if (usual <= 0) // no limit in this run
        return usual;
    if (m_fields.value("is_on_biz_app"_L1).toBool())
        return std::min(usual, kOnPhoneRate);
    return m_fields["throughput"_L1]["level"_L1].toString() == "HIGH"_L1 ? kHighRate : usual;
}

} // namespace destek::sandbox
