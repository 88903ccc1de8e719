#include "daemon/service/channel_book.h"

#include "core/policy/meta_errors.h"
#include "core/policy/pacing.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr auto kTrialEvery = std::chrono::minutes(1);
/// A refusal that comes in a status comes by then.
constexpr auto kStatusesTakeAtMost = std::chrono::minutes(10);
constexpr int kAlertsShown = 200;
constexpr auto kToken = "token"_L1;
constexpr QStringView kLastCall = u"channel.lastCallAt";
constexpr QStringView kLastInbound = u"channel.lastInboundAt";
/// Signs of life are for people: one a second is enough, however many webhooks come in it.
constexpr auto kSignsApart = std::chrono::seconds(1);
/// Reported, not confirmed by Meta: free service messages of a number in a month (whatsapp.md 5.3).
constexpr int kFreeServices = 1000;
constexpr int kFreeServicesWarning = kFreeServices * 8 / 10;

/// Our word for what is wrong (core/domain/channel.h).
QString alertKind(int code)
{
    switch (code) {
    case 0:
    case 190:
        return kToken;
    case 368:
    case 131031:
    case 131048:
    case 131064:
        return u"restricted"_s;
    case 131042:
        return u"billing"_s;
    default:
        break;
    }
    return metaErrorRule(code).kind == MetaErrorClass::Template ? u"template_rejected"_s
                                                                : u"alert"_s;
}

/// When a status last said that Meta refuses everything from this number.
QString refusedLaterFact(const QString &phoneNumberId)
{
    return u"channel.refusedLaterAt:"_s + phoneNumberId;
}

/// Meta's words for a number that may not send.
bool isForbidden(const QString &status)
{
    return status == "RESTRICTED"_L1 || status == "BANNED"_L1;
}

void keep(QString &known, const QString &said)
{
    if (!said.isEmpty())
        known = said;
}

} // namespace

QString restrictionOf(const NumberRecord &number, Instant now)
{
    if (!number.restriction.isEmpty() &&
        (number.restrictedUntil.isNull() || number.restrictedUntil > now))
        return number.restriction;
    if (isForbidden(number.status))
        return number.status;
    const bool refused = number.stopped && alertKind(number.stoppedCode) == "restricted"_L1;
    return refused ? u"REFUSED"_s : QString();
}

int rateOf(const NumberRecord &number)
{
    return numberRate(number.throughput == "HIGH"_L1, number.onPhone);
}

QString pricingMonth(Instant at)
{
    return at.toUtc().toString(u"yyyy-MM"_s);
}

Stored<QString> ChannelBook::nameOf(const QString &phoneNumberId) const
{
    const auto number = std::as_const(m_tx).channel().number(phoneNumberId);
    if (!number)
        return failure(number.error());
    return number->display.isEmpty() ? phoneNumberId : number->display;
}

Stored<Done> ChannelBook::reached(const QString &phoneNumberId)
{
    auto record = std::as_const(m_tx).channel().number(phoneNumberId);
    if (!record)
        return failure(record.error());
    record->lastCallAt = m_clock.now();
    if (auto fact = m_tx.facts().setNumber(kLastCall, m_clock.now().ms); !fact)
        return fact;
    const bool token = alertKind(record->stoppedCode) == kToken;
    return record->stopped && token ? lift(*record) : m_tx.channel().save(*record);
}

Stored<Done> ChannelBook::asked(const QString &phoneNumberId, const NumberAnswer &answer)
{
    if (answer.facts) {
        const auto noted = reached(phoneNumberId);
        return noted ? learn(*answer.facts) : noted;
    }
    if (!answer.refused || !metaErrorRule(*answer.refused).stopsSending)
        return done();
    const auto record = std::as_const(m_tx).channel().number(phoneNumberId);
    if (!record)
        return failure(record.error());
    if (record->stopped) // it has its trials already
        return done();
    return refused(phoneNumberId, *answer.refused);
}

Stored<Done> ChannelBook::learn(const NumberFacts &facts)
{
    auto record = std::as_const(m_tx).channel().number(facts.phoneNumberId);
    if (!record)
        return failure(record.error());
    const NumberRecord before = *record;
    keep(record->display, facts.display);
    keep(record->verifiedName, facts.verifiedName);
    keep(record->quality, facts.quality);
    keep(record->limit, facts.limit);
    keep(record->throughput, facts.throughput);
    keep(record->nameStatus, facts.nameStatus);
    keep(record->status, facts.status);
    record->onPhone = facts.onPhone.value_or(record->onPhone);
    if (auto saved = m_tx.channel().save(*record); !saved)
        return saved;
    const QString name = record->display.isEmpty() ? record->phoneNumberId : record->display;
    // The webhook about it may have been missed.
    if (record->quality == "RED"_L1 && before.quality != record->quality) {
        if (auto raised = raise(AlertSeverity::Critical, u"quality_low"_s, name, record->quality);
            !raised)
            return raised;
    }
    if (!before.limit.isEmpty() && before.limit != record->limit) {
        if (auto raised = raise(AlertSeverity::Notice, u"limit_changed"_s, name, record->limit);
            !raised)
            return raised;
    }
    if (isForbidden(record->status) && before.status != record->status)
        return raise(AlertSeverity::Critical, u"restricted"_s, name, record->status);
    return done();
}

Stored<Done> ChannelBook::restrict(const QString &restriction, Instant until, Instant at)
{
    const auto numbers = std::as_const(m_tx).channel().numbers();
    if (!numbers)
        return failure(numbers.error());
    for (NumberRecord record : *numbers) {
        if (at < record.restrictionAt)
            continue;
        record.restriction = restriction;
        record.restrictedUntil = until;
        record.restrictionAt = at;
        if (auto saved = m_tx.channel().save(record); !saved)
            return saved;
    }
    return done();
}

Stored<Done> ChannelBook::heard(Instant receivedAt)
{
    const auto known = std::as_const(m_tx).facts().number(kLastInbound, 0);
    if (!known)
        return failure(known.error());
    if (receivedAt - Instant::fromMs(*known) < kSignsApart)
        return done();
    return m_tx.facts().setNumber(kLastInbound, receivedAt.ms);
}

Stored<Done> ChannelBook::heard(const BusinessNumber &number, Instant receivedAt)
{
    if (number.phoneNumberId.isEmpty())
        return done();
    auto record = std::as_const(m_tx).channel().number(number.phoneNumberId);
    if (!record)
        return failure(record.error());
    const bool sameName = number.display.isEmpty() || number.display == record->display;
    if (sameName && receivedAt - record->lastInboundAt < kSignsApart)
        return done();
    record->lastInboundAt = std::max(record->lastInboundAt, receivedAt);
    if (!number.display.isEmpty())
        record->display = number.display;
    return m_tx.channel().save(*record);
}

Stored<Done> ChannelBook::imported(const HistoryProgress &news, Instant receivedAt)
{
    if (news.number.phoneNumberId.isEmpty())
        return done();
    const HistoryImport history{std::clamp(news.percent, 0, 100), news.code, receivedAt};
    return m_tx.channel().noteHistoryImport(news.number.phoneNumberId, history);
}

Stored<Done> ChannelBook::worked(const QString &phoneNumberId, const QString &display)
{
    auto record = std::as_const(m_tx).channel().number(phoneNumberId);
    if (!record)
        return failure(record.error());
    record->lastCallAt = m_clock.now();
    if (auto fact = m_tx.facts().setNumber(kLastCall, m_clock.now().ms); !fact)
        return fact;
    if (record->display.isEmpty())
        record->display = display;
    const auto later = std::as_const(m_tx).facts().number(refusedLaterFact(phoneNumberId), 0);
    if (!later)
        return failure(later.error());
    if (record->stopped && m_clock.now() < Instant::fromMs(*later) + kStatusesTakeAtMost)
        return m_tx.channel().save(*record);
    return lift(*record);
}

Stored<Done> ChannelBook::wentOut(const QString &phoneNumberId, Instant startedAt)
{
    const auto record = std::as_const(m_tx).channel().number(phoneNumberId);
    if (!record)
        return failure(record.error());
    if (!record->stopped)
        return done();
    const auto later = std::as_const(m_tx).facts().number(refusedLaterFact(phoneNumberId), 0);
    if (!later)
        return failure(later.error());
    const bool since = *later > 0 && startedAt.ms > *later;
    return since ? lift(*record) : Stored<Done>(done());
}

Stored<Done> ChannelBook::lift(NumberRecord record)
{
    if (record.stopped) {
        if (auto forgotten = m_tx.facts().setNumber(refusedLaterFact(record.phoneNumberId), 0);
            !forgotten)
            return forgotten;
    }
    record.stopped = false;
    record.stoppedCode = 0;
    return m_tx.channel().save(record);
}

Stored<Done> ChannelBook::refusedLater(const QString &phoneNumberId, int code)
{
    if (auto noted = m_tx.facts().setNumber(refusedLaterFact(phoneNumberId), m_clock.now().ms);
        !noted)
        return noted;
    return refused(phoneNumberId, code);
}

Stored<Done> ChannelBook::refused(const QString &phoneNumberId, int code)
{
    auto record = std::as_const(m_tx).channel().number(phoneNumberId);
    if (!record)
        return failure(record.error());
    record->stopped = true;
    record->stoppedCode = code;
    record->trialAt = m_clock.now() + kTrialEvery;
    if (auto saved = m_tx.channel().save(*record); !saved)
        return saved;
    return alarm(phoneNumberId, code, {});
}

Stored<Done> ChannelBook::alarm(const QString &phoneNumberId, int code, const QString &templateName)
{
    const MetaErrorRule rule = metaErrorRule(code);
    if (!rule.alarms)
        return done();
    QString subject = templateName;
    if (rule.kind != MetaErrorClass::Template || subject.isEmpty()) {
        const auto name = nameOf(phoneNumberId);
        if (!name)
            return failure(name.error());
        subject = *name;
    }
    return raise(rule.stopsSending ? AlertSeverity::Critical : AlertSeverity::Warning,
                 alertKind(code), subject, {}, code);
}

Stored<Done> ChannelBook::failed(const ChannelError &error)
{
    if (metaErrorRule(error.code).alarms)
        return alarm(error.number.phoneNumberId, error.code, {});
    const auto name = nameOf(error.number.phoneNumberId);
    if (!name)
        return failure(name.error());
    QStringList words{error.title, error.details};
    words.removeAll(QString());
    return raise(AlertSeverity::Notice, u"alert"_s, *name, words.join(u'\n'), error.code);
}

Stored<Done> ChannelBook::price(const QString &phoneNumberId, const StatusEvent &status)
{
    const Instant at = status.at.isNull() ? m_clock.now() : status.at;
    const auto count = m_tx.channel().countPrice(phoneNumberId, pricingMonth(at),
                                                 status.pricingCategory, status.pricingType);
    if (!count)
        return failure(count.error());
    if (status.pricingCategory != "service"_L1 ||
        (*count != kFreeServicesWarning && *count != kFreeServices))
        return done();
    const auto name = nameOf(phoneNumberId);
    if (!name)
        return failure(name.error());
    return raise(*count == kFreeServices ? AlertSeverity::Critical : AlertSeverity::Warning,
                 u"billing"_s, *name, u"%1 / %2"_s.arg(*count).arg(kFreeServices));
}

Stored<Done> ChannelBook::raise(AlertSeverity severity, const QString &kind, const QString &subject,
                                const QString &detail, int code)
{
    ChannelAlert alert;
    alert.at = m_clock.now();
    alert.severity = severity;
    alert.kind = kind;
    alert.subject = subject.left(256);
    alert.detail = detail.left(1000);
    alert.code = code;
    if (auto raised = m_tx.channel().raise(alert); !raised)
        return failure(raised.error());
    return done();
}

Stored<ChannelView> ChannelBook::view(const Tx &tx, Instant now)
{
    const auto numbers = tx.channel().numbers();
    const auto alerts = tx.channel().alerts(kAlertsShown);
    if (!numbers || !alerts)
        return failure(numbers ? alerts.error() : numbers.error());
    ChannelView view;
    view.alerts = *alerts;
    const QString month = pricingMonth(now);
    const QString fromMonth = now.toUtc().addMonths(-11).toString(u"yyyy-MM"_s);
    for (const NumberRecord &record : *numbers) {
        ChannelNumber number;
        number.phoneNumberId = record.phoneNumberId;
        number.display = record.display;
        number.quality = record.quality;
        number.limit = record.limit;
        number.throughput = record.throughput;
        number.nameStatus = record.nameStatus;
        number.verifiedName = record.verifiedName;
        number.status = record.status;
        number.onPhone = record.onPhone;
        number.restriction = restrictionOf(record, now);
        if (number.restriction == record.restriction)
            number.restrictedUntil = record.restrictedUntil;
        number.lastInboundAt = record.lastInboundAt;
        number.lastCallAt = record.lastCallAt;
        const auto pricing = tx.channel().pricing(record.phoneNumberId, fromMonth);
        if (!pricing)
            return failure(pricing.error());
        number.pricing = *pricing;
        const auto history = tx.channel().historyImport(record.phoneNumberId);
        if (!history)
            return failure(history.error());
        number.history = *history;
        for (const ChannelNumber::PricingCount &count : *pricing) {
            if (count.month == month && count.category == "service"_L1)
                number.servicesThisMonth += count.count;
        }
        view.numbers << number;
        view.sendingStopped = view.sendingStopped || record.stopped;
        view.restricted = view.restricted || !number.restriction.isEmpty();
    }
    view.waitingMedia = tx.media().waiting().valueOr(0);
    view.queued = tx.messages().queued().valueOr(0);
    view.deadLetters = tx.intake().deadLetters().valueOr(0);
    return view;
}

} // namespace destek::daemon
