// What the daemon asks Meta about the account: templates and numbers, at the start, hourly, when a
// webhook says that something has changed, and again soon if Meta was away.
#include "daemon/daemon_root.h"

#include "daemon/service/channel_book.h"
#include "daemon/service/template_book.h"

namespace destek::daemon
{

void DaemonRoot::fetchAccount(std::chrono::seconds untilAgain)
{
    m_untilAgain = untilAgain;
    fetchTemplates();
    fetchNumbers();
}

void DaemonRoot::fetchTemplates(const std::function<void(bool)> &then)
{
    m_graph->fetchTemplates([this, then](std::optional<QList<TemplateRecord>> templates) {
        if (!templates) { // the known ones stay; their status is decided again at Meta
            fetchAgainSoon();
            if (then)
                then(false);
            return;
        }
        m_store->write(
            Urgency::Background,
            [this, all = *templates](Tx &tx) -> Stored<Done> {
                if (auto noted = ChannelBook(tx, m_clock).reached(m_config.phoneNumberId); !noted)
                    return noted;
                return TemplateBook(tx, m_clock).replace(all);
            },
            [then](Stored<Done> result) {
                if (then)
                    then(bool(result));
            });
    });
}

/// One that a webhook says has changed. If it cannot be fetched, the hourly list has it.
void DaemonRoot::fetchTemplate(const QString &metaId)
{
    if (!m_graph || metaId.isEmpty())
        return;
    m_graph->fetchTemplate(metaId, [this](const std::optional<TemplateRecord> &fetched) {
        if (!fetched)
            return;
        m_store->write(
            Urgency::Background,
            [this, fetched](Tx &tx) { return TemplateBook(tx, m_clock).renew(*fetched); },
            [](Stored<Done>) {});
    });
}

/// The number we are configured with, and every other one that webhooks told of.
void DaemonRoot::fetchNumbers()
{
    QStringList ids{m_config.phoneNumberId};
    m_store->readAndWait([&](const Tx &tx) {
        const auto numbers = tx.channel().numbers();
        for (const NumberRecord &number : numbers ? *numbers : QList<NumberRecord>())
            ids << number.phoneNumberId;
    });
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids)) {
        m_graph->fetchNumber(id, [this, id](const NumberAnswer &answer) {
            if (!answer.facts) // what is known stays
                fetchAgainSoon();
            m_store->write(
                Urgency::Background,
                [this, id, answer](Tx &tx) { return ChannelBook(tx, m_clock).asked(id, answer); },
                [](Stored<Done>) {});
        });
    }
}

void DaemonRoot::fetchAgainSoon()
{
    if (m_serving && !m_fetchAgain.isActive() && m_untilAgain < m_hourly.intervalAsDuration())
        m_fetchAgain.start(m_untilAgain);
}

/// Routes run on other threads; what talks to Meta runs on this one.
void DaemonRoot::connectChannel(ApiRoutes::Services &services)
{
    services.refreshTemplates = [this](const std::function<void(bool)> &then) {
        QMetaObject::invokeMethod(
            this, [this, then] { fetchTemplates(then); }, Qt::QueuedConnection);
    };
    if (!m_config.readReceipts)
        return;
    m_receipts = std::make_unique<ReadReceipts>(*m_graph, m_clock);
    services.markRead = [this](const QString &number, const QString &wamid, bool typing) {
        QMetaObject::invokeMethod(
            this, [=, this] { m_receipts->tell(number, wamid, typing); }, Qt::QueuedConnection);
    };
}

} // namespace destek::daemon
