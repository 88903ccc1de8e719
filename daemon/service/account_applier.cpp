#include "daemon/service/account_applier.h"

#include "daemon/service/channel_book.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

/// Account webhooks name a number as it is displayed; one without a number is about all of them.
bool isMeant(const NumberRecord &record, const NumberUpdate &update)
{
    if (!update.phoneNumberId.isEmpty())
        return record.phoneNumberId == update.phoneNumberId;
    return update.display.isEmpty() || digitsOf(record.display) == digitsOf(update.display);
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
    return ChannelBook(tx, clock).raise(severityOf(update), kindOf(update), update.accountId,
                                        detailOf(update));
}

Stored<Done> applyChannelError(Tx &tx, const ChannelError &error, const Clock &clock)
{
    return ChannelBook(tx, clock).alarm(error.number.phoneNumberId, error.code, {});
}

} // namespace destek::daemon
