#include "daemon/service/account_applier.h"

#include "core/text/phone.h"
#include "daemon/service/channel_book.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// Account webhooks name a number as it is displayed; one without a number is about all of them.
bool isMeant(const NumberRecord &record, const NumberUpdate &update)
{
    if (!update.phoneNumberId.isEmpty())
        return record.phoneNumberId == update.phoneNumberId;
    return update.display.isEmpty() ||
           text::digitsOf(record.display) == text::digitsOf(update.display);
}

void change(NumberRecord &record, const NumberUpdate &update)
{
    if (!update.limit.isEmpty())
        record.limit = update.limit;
    if (!update.nameStatus.isEmpty())
        record.nameStatus = update.nameStatus;
    if (update.event == "THROUGHPUT_UPGRADE"_L1)
        record.throughput = u"HIGH"_s;
    if (update.event == "FLAGGED"_L1)
        record.quality = u"RED"_s;
    if (update.event == "UNFLAGGED"_L1)
        record.quality = u"GREEN"_s;
}

AlertSeverity severityOf(const AccountUpdate &update)
{
    static const QStringList grave{u"ACCOUNT_RESTRICTION"_s, u"ACCOUNT_VIOLATION"_s,
                                   u"DISABLED_UPDATE"_s,     u"ACCOUNT_DELETED"_s,
                                   u"ACCOUNT_OFFBOARDED"_s,  u"REVIEW_REJECTED"_s};
    if (grave.contains(update.event) || update.severity == "CRITICAL"_L1)
        return update.status == "RESOLVED"_L1 ? AlertSeverity::Notice : AlertSeverity::Critical;
    return update.severity == "WARNING"_L1 ? AlertSeverity::Warning : AlertSeverity::Notice;
}

QString kindOf(const AccountUpdate &update)
{
    const bool restricts = !update.restrictions.isEmpty() ||
                           update.event == "ACCOUNT_VIOLATION"_L1 ||
                           update.event == "DISABLED_UPDATE"_L1;
    return restricts ? u"restricted"_s : u"alert"_s;
}

QString detailOf(const AccountUpdate &update)
{
    QStringList parts{update.event};
    for (const AccountUpdate::Restriction &restriction : update.restrictions) {
        parts << (restriction.until.isNull() ? restriction.type
                                             : restriction.type + u" – "_s +
                                                   restriction.until.toUtc().toString(Qt::ISODate));
    }
    parts << update.status << update.detail;
    parts.removeAll(QString());
    return parts.join(u'\n');
}

struct Restricting {
    QString words; ///< empty: no more
    Instant until;
};

/// Whether the event forbids something, or lifts what was forbidden; nothing: neither.
std::optional<Restricting> restrictingOf(const AccountUpdate &update)
{
    if (update.event == "ACCOUNT_RESTRICTION"_L1) {
        Restricting restricting{{}, {}};
        QStringList words;
        bool open = update.restrictions.isEmpty();
        for (const AccountUpdate::Restriction &restriction : update.restrictions) {
            words << restriction.type;
            open = open || restriction.until.isNull();
            restricting.until = std::max(restricting.until, restriction.until);
        }
        if (open)
            restricting.until = {};
        words.removeAll(QString());
        restricting.words = words.isEmpty() ? update.event : words.join(u' ');
        return restricting;
    }
    if (update.event == "DISABLED_UPDATE"_L1) {
        const QString ban = QJsonDocument::fromJson(update.detail.toUtf8())
                                .object()
                                .value("waba_ban_state"_L1)
                                .toString();
        if (ban == "DISABLE"_L1)
            return Restricting{u"DISABLED"_s, {}};
        return ban == "REINSTATE"_L1 ? std::optional(Restricting{{}, {}}) : std::nullopt;
    }
    if (update.event == "ACCOUNT_DELETED"_L1 || update.event == "ACCOUNT_OFFBOARDED"_L1)
        return Restricting{update.event, {}};
    if (update.event == "ACCOUNT_RECONNECTED"_L1)
        return Restricting{{}, {}};
    return std::nullopt;
}

} // namespace

Stored<Done> applyNumber(Tx &tx, const NumberUpdate &update, const Clock &clock)
{
    const auto numbers = std::as_const(tx).channel().numbers();
    if (!numbers)
        return failure(numbers.error());
    bool limitChanged = false;
    for (NumberRecord record : *numbers) {
        if (!isMeant(record, update))
            continue;
        limitChanged = limitChanged || (!update.limit.isEmpty() && record.limit != update.limit);
        change(record, update);
        if (auto saved = tx.channel().save(record); !saved)
            return saved;
    }
    ChannelBook book(tx, clock);
    if (update.security)
        return book.raise(AlertSeverity::Critical, u"security"_s, update.display, update.event);
    if (update.event == "FLAGGED"_L1)
        return book.raise(AlertSeverity::Critical, u"quality_low"_s, update.display, update.event);
    if (!update.nameStatus.isEmpty())
        return book.raise(AlertSeverity::Notice, u"alert"_s, update.display,
                          update.nameStatus + u' ' + update.name + u' ' + update.reason);
    if (limitChanged)
        return book.raise(AlertSeverity::Notice, u"limit_changed"_s, update.display, update.limit);
    return done();
}

Stored<Done> applyAccount(Tx &tx, const AccountUpdate &update, const Clock &clock)
{
    ChannelBook book(tx, clock);
    if (const auto restricting = restrictingOf(update)) {
        const Instant at = update.at.isNull() ? clock.now() : update.at;
        if (auto set = book.restrict(restricting->words, restricting->until, at); !set)
            return set;
    }
    return book.raise(severityOf(update), kindOf(update), update.accountId, detailOf(update));
}

Stored<Done> applyChannelError(Tx &tx, const ChannelError &error, const Clock &clock)
{
    return ChannelBook(tx, clock).failed(error);
}

} // namespace destek::daemon
