#include "models/format/channel_words.h"

#include "models/format/table.h"

#include <QDate>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace destek::words
{

namespace
{

using Word = Row<QLatin1StringView>;

constexpr Word kQualities[] = {
    {"GREEN"_L1, QT_TRANSLATE_NOOP("destek", "High")},
    {"YELLOW"_L1, QT_TRANSLATE_NOOP("destek", "Medium")},
    {"RED"_L1, QT_TRANSLATE_NOOP("destek", "Low")},
    {"UNKNOWN"_L1, QT_TRANSLATE_NOOP("destek", "Not rated yet")},
};

constexpr Word kLimits[] = {
    {"TIER_50"_L1, QT_TRANSLATE_NOOP("destek", "50 people a day")},
    {"TIER_250"_L1, QT_TRANSLATE_NOOP("destek", "250 people a day")},
    {"TIER_1K"_L1, QT_TRANSLATE_NOOP("destek", "1,000 people a day")},
    {"TIER_2K"_L1, QT_TRANSLATE_NOOP("destek", "2,000 people a day")},
    {"TIER_10K"_L1, QT_TRANSLATE_NOOP("destek", "10,000 people a day")},
    {"TIER_100K"_L1, QT_TRANSLATE_NOOP("destek", "100,000 people a day")},
    {"TIER_UNLIMITED"_L1, QT_TRANSLATE_NOOP("destek", "No limit")},
    {"UNLIMITED"_L1, QT_TRANSLATE_NOOP("destek", "No limit")},
};

constexpr Word kThroughputs[] = {
    {"STANDARD"_L1, QT_TRANSLATE_NOOP("destek", "80 messages a second")},
    {"HIGH"_L1, QT_TRANSLATE_NOOP("destek", "1,000 messages a second")},
    {"NOT_APPLICABLE"_L1, QT_TRANSLATE_NOOP("destek", "Not given")},
};

constexpr Word kNameStatuses[] = {
    {"APPROVED"_L1, QT_TRANSLATE_NOOP("destek", "Approved")},
    {"AVAILABLE_WITHOUT_REVIEW"_L1, QT_TRANSLATE_NOOP("destek", "Usable without review")},
    {"PENDING_REVIEW"_L1, QT_TRANSLATE_NOOP("destek", "In review")},
    {"PENDING"_L1, QT_TRANSLATE_NOOP("destek", "In review")},
    {"DECLINED"_L1, QT_TRANSLATE_NOOP("destek", "Declined")},
    {"REJECTED"_L1, QT_TRANSLATE_NOOP("destek", "Declined")},
    {"EXPIRED"_L1, QT_TRANSLATE_NOOP("destek", "Expired")},
    {"NONE"_L1, QT_TRANSLATE_NOOP("destek", "None")},
};

constexpr Word kNumberStatuses[] = {
    {"CONNECTED"_L1, QT_TRANSLATE_NOOP("destek", "Connected")},
    {"PENDING"_L1, QT_TRANSLATE_NOOP("destek", "Not registered yet")},
    {"UNVERIFIED"_L1, QT_TRANSLATE_NOOP("destek", "Not verified yet")},
    {"FLAGGED"_L1, QT_TRANSLATE_NOOP("destek", "Flagged")},
    {"RATE_LIMITED"_L1, QT_TRANSLATE_NOOP("destek", "Messaging limit reached")},
    {"RESTRICTED"_L1, QT_TRANSLATE_NOOP("destek", "Restricted")},
    {"BANNED"_L1, QT_TRANSLATE_NOOP("destek", "Banned")},
    {"DISCONNECTED"_L1, QT_TRANSLATE_NOOP("destek", "Disconnected")},
    {"MIGRATED"_L1, QT_TRANSLATE_NOOP("destek", "Moved away")},
    {"DELETED"_L1, QT_TRANSLATE_NOOP("destek", "Deleted")},
};

constexpr Word kRestrictions[] = {
    {"RESTRICTED_BIZ_INITIATED_MESSAGING"_L1,
     QT_TRANSLATE_NOOP("destek", "We may not write first")},
    {"RESTRICTED_CUSTOMER_INITIATED_MESSAGING"_L1,
     QT_TRANSLATE_NOOP("destek", "We may not answer")},
    {"RESTRICTED_ADD_PHONE_NUMBER_ACTION"_L1,
     QT_TRANSLATE_NOOP("destek", "No number may be added")},
    {"DISABLED"_L1, QT_TRANSLATE_NOOP("destek", "The account is disabled")},
    {"ACCOUNT_DELETED"_L1, QT_TRANSLATE_NOOP("destek", "The account is deleted")},
    {"ACCOUNT_OFFBOARDED"_L1, QT_TRANSLATE_NOOP("destek", "The number was taken out")},
    {"ACCOUNT_RESTRICTION"_L1, QT_TRANSLATE_NOOP("destek", "Restricted")},
    {"RESTRICTED"_L1, QT_TRANSLATE_NOOP("destek", "Restricted")},
    {"BANNED"_L1, QT_TRANSLATE_NOOP("destek", "Banned")},
    {"REFUSED"_L1, QT_TRANSLATE_NOOP("destek", "WhatsApp refuses our messages")},
};

constexpr Word kTemplateStatuses[] = {
    {"APPROVED"_L1, QT_TRANSLATE_NOOP("destek", "Approved")},
    {"PENDING"_L1, QT_TRANSLATE_NOOP("destek", "In review")},
    {"IN_APPEAL"_L1, QT_TRANSLATE_NOOP("destek", "Appeal in review")},
    {"REJECTED"_L1, QT_TRANSLATE_NOOP("destek", "Rejected")},
    {"PAUSED"_L1, QT_TRANSLATE_NOOP("destek", "Paused by WhatsApp")},
    {"DISABLED"_L1, QT_TRANSLATE_NOOP("destek", "Disabled by WhatsApp")},
    {"FLAGGED"_L1, QT_TRANSLATE_NOOP("destek", "Flagged")},
    {"DELETED"_L1, QT_TRANSLATE_NOOP("destek", "Deleted")},
    {"PENDING_DELETION"_L1, QT_TRANSLATE_NOOP("destek", "Being deleted")},
    {"LIMIT_EXCEEDED"_L1, QT_TRANSLATE_NOOP("destek", "Too many templates")},
    {"ARCHIVED"_L1, QT_TRANSLATE_NOOP("destek", "Archived")},
};

constexpr Word kCategories[] = {
    {"utility"_L1, QT_TRANSLATE_NOOP("destek", "Utility")},
    {"authentication"_L1, QT_TRANSLATE_NOOP("destek", "Authentication")},
    {"authentication-international"_L1,
     QT_TRANSLATE_NOOP("destek", "Authentication, international")},
    {"marketing"_L1, QT_TRANSLATE_NOOP("destek", "Marketing")},
    {"marketing_lite"_L1, QT_TRANSLATE_NOOP("destek", "Marketing, lite")},
    {"service"_L1, QT_TRANSLATE_NOOP("destek", "Service")},
    {"referral_conversion"_L1, QT_TRANSLATE_NOOP("destek", "After an advertisement")},
};

constexpr Word kTypes[] = {
    {"regular"_L1, QT_TRANSLATE_NOOP("destek", "Charged")},
    {"free_customer_service"_L1, QT_TRANSLATE_NOOP("destek", "Free: customer service")},
    {"free_entry_point"_L1, QT_TRANSLATE_NOOP("destek", "Free: came through an advertisement")},
    {"free_group_customer_service"_L1, QT_TRANSLATE_NOOP("destek", "Free: group")},
};

constexpr Word kAlerts[] = {
    {"template_rejected"_L1,
     QT_TRANSLATE_NOOP("destek", "WhatsApp rejected, paused or disabled the template “%1”.")},
    {"category_changed"_L1,
     QT_TRANSLATE_NOOP("destek", "WhatsApp changed the category of the template “%1”.")},
    {"quality_low"_L1, QT_TRANSLATE_NOOP("destek", "The quality rating of %1 has fallen.")},
    {"restricted"_L1, QT_TRANSLATE_NOOP("destek", "WhatsApp restricted the account.")},
    {"limit_changed"_L1, QT_TRANSLATE_NOOP("destek", "The messaging limit has changed.")},
    {"token"_L1, QT_TRANSLATE_NOOP("destek", "WhatsApp no longer accepts our access token.")},
    {"billing"_L1, QT_TRANSLATE_NOOP("destek", "There is a problem with paying WhatsApp.")},
    {"security"_L1, QT_TRANSLATE_NOOP("destek", "A security setting of %1 was changed.")},
    {"alert"_L1, QT_TRANSLATE_NOOP("destek", "WhatsApp sent a notice about the account.")},
};

constexpr Word kAdvice[] = {
    {"template_rejected"_L1,
     QT_TRANSLATE_NOOP("destek", "It can no longer be sent. Change it in WhatsApp Manager.")},
    {"category_changed"_L1,
     QT_TRANSLATE_NOOP("destek",
                       "It is stopped here until you decide. Look at it under Templates below.")},
    {"quality_low"_L1,
     QT_TRANSLATE_NOOP("destek", "People block or report these messages. Send fewer templates.")},
    {"restricted"_L1,
     QT_TRANSLATE_NOOP("destek", "See Account quality in WhatsApp Manager, and appeal there.")},
    {"token"_L1, QT_TRANSLATE_NOOP(
                     "destek", "Make a new system-user token at Meta and give it to the server.")},
    {"billing"_L1,
     QT_TRANSLATE_NOOP("destek", "Check the payment method in Meta's billing settings.")},
    {"security"_L1,
     QT_TRANSLATE_NOOP("destek", "If nobody of you did this, change the PIN and the passwords.")},
};

template <std::size_t N>
QString wordFrom(const Word (&table)[N], const QString &word)
{
    for (const Word &row : table) {
        if (word.compare(row.key, Qt::CaseInsensitive) == 0) // protocol word
            return translated(row.source);
    }
    return word;
}

QString orDash(const QString &word)
{
    return word.isEmpty() ? u"–"_s : word;
}

} // namespace

QString qualityWords(const QString &word)
{
    return orDash(wordFrom(kQualities, word));
}

QString limitWords(const QString &word)
{
    return orDash(wordFrom(kLimits, word));
}

QString throughputWords(const QString &word)
{
    return orDash(wordFrom(kThroughputs, word));
}

QString nameStatusWords(const QString &word)
{
    return orDash(wordFrom(kNameStatuses, word));
}

QString numberStatusWords(const QString &word)
{
    return orDash(wordFrom(kNumberStatuses, word));
}

QString restrictionWords(const QString &words)
{
    QStringList all;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        all << wordFrom(kRestrictions, word);
    return all.join(u", "_s);
}

QString templateStatusWords(const QString &word)
{
    return orDash(wordFrom(kTemplateStatuses, word));
}

QString templateCategoryWords(const QString &word)
{
    return orDash(wordFrom(kCategories, word));
}

QString pricingCategoryWords(const QString &word)
{
    return orDash(wordFrom(kCategories, word));
}

QString pricingTypeWords(const QString &word)
{
    return orDash(wordFrom(kTypes, word));
}

QString historyWords(const HistoryImport &history)
{
    constexpr int kDeclined = 2593109; // on the phone (facts/whatsapp.md 6)
    if (history.code == kDeclined)
        return QCoreApplication::translate("destek", "Declined by the owner");
    if (history.code != 0)
        return QCoreApplication::translate("destek", "Failed with error %1").arg(history.code);
    if (history.percent >= 100)
        return QCoreApplication::translate("destek", "Complete");
    return QCoreApplication::translate("destek", "%1%").arg(history.percent);
}

QString monthWords(const QString &month)
{
    const QDate day = QDate::fromString(month + u"-01"_s, Qt::ISODate);
    if (!day.isValid())
        return month;
    const QLocale locale;
    return locale.standaloneMonthName(day.month()) + u' ' + QString::number(day.year());
}

QString severityWords(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return QCoreApplication::translate("destek", "Urgent");
    case AlertSeverity::Warning:
        return QCoreApplication::translate("destek", "Warning");
    case AlertSeverity::Notice:
        break;
    }
    return QCoreApplication::translate("destek", "Notice");
}

QString alertSentence(const ChannelAlert &alert)
{
    for (const Word &row : kAlerts) {
        if (alert.kind == row.key)
            return translated(row.source).replace(u"%1"_s, alert.subject);
    }
    return QCoreApplication::translate("destek", "WhatsApp reports: %1").arg(alert.kind);
}

QString alertDetail(const ChannelAlert &alert)
{
    if (alert.kind == "limit_changed"_L1)
        return wordFrom(kLimits, alert.detail);
    if (alert.kind == "category_changed"_L1)
        return wordFrom(kCategories, alert.detail);
    return alert.detail;
}

QString alertAdvice(const ChannelAlert &alert)
{
    for (const Word &row : kAdvice) {
        if (alert.kind == row.key)
            return translated(row.source);
    }
    return {};
}

} // namespace destek::words
