#include "daemon/service/template_book.h"

#include "core/policy/send_policy.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/template_grammar.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

bool isApproved(const QString &status)
{
    return status.compare("APPROVED"_L1, Qt::CaseInsensitive) == 0; // protocol word
}

bool sameWord(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0; // protocol word
}

} // namespace

Stored<Done> TemplateBook::replace(const QList<TemplateRecord> &fetched)
{
    const auto known = std::as_const(m_tx).templates().all();
    if (!known)
        return failure(known.error());
    QHash<std::pair<QString, QString>, TemplateRecord> before;
    for (const TemplateRecord &record : *known)
        before.insert({record.name, record.language}, record);
    QList<TemplateRecord> all = fetched;
    QList<TemplateRecord> changed;
    for (TemplateRecord &record : all) {
        const auto old = before.constFind({record.name, record.language});
        if (old == before.constEnd())
            continue;
        record.frozen = old->frozen;
        if (!sameWord(old->category, record.category)) {
            record.frozen = true;
            changed << record;
        }
    }
    if (auto replaced = m_tx.templates().replaceAll(all); !replaced)
        return replaced;
    for (const TemplateRecord &record : std::as_const(changed)) {
        if (auto raised =
                raise(AlertSeverity::Critical, u"category_changed"_s, record.name, record.category);
            !raised)
            return raised;
    }
    return done();
}

Stored<Done> TemplateBook::renew(const TemplateRecord &fetched)
{
    auto all = std::as_const(m_tx).templates().all();
    if (!all)
        return failure(all.error());
    all->removeIf([&](const TemplateRecord &known) {
        return known.name == fetched.name && known.language == fetched.language;
    });
    all->append(fetched);
    return replace(*all);
}

Stored<Done> TemplateBook::apply(const TemplateUpdate &update)
{
    if (auto set = applyStatus(update); !set)
        return set;
    if (!update.quality.isEmpty()) {
        if (auto set = m_tx.templates().setQuality(update.name, update.language, update.quality);
            !set)
            return set;
        if (sameWord(update.quality, u"RED"_s)) {
            if (auto raised =
                    raise(AlertSeverity::Warning, u"quality_low"_s, update.name, update.quality);
                !raised)
                return raised;
        }
    }
    return applyCategory(update);
}

Stored<Done> TemplateBook::applyStatus(const TemplateUpdate &update)
{
    if (update.status.isEmpty())
        return done();
    if (auto set = m_tx.templates().setStatus(update.name, update.language, update.status); !set)
        return set;
    if (isApproved(update.status))
        return done();
    const QString detail =
        update.reason.isEmpty() ? update.status : update.status + u": "_s + update.reason;
    return raise(AlertSeverity::Warning, u"template_rejected"_s, update.name, detail);
}

/// In force or announced a day ahead: both freeze, the first also changes the category.
Stored<Done> TemplateBook::applyCategory(const TemplateUpdate &update)
{
    if (update.category.isEmpty() && update.comingCategory.isEmpty())
        return done();
    const auto known = std::as_const(m_tx).templates().find(update.name, update.language);
    if (!known)
        return failure(known.error());
    const QString before = *known ? (*known)->category : QString();
    if (!update.category.isEmpty() && !sameWord(before, update.category)) {
        if (auto set = m_tx.templates().setCategory(update.name, update.language, update.category);
            !set)
            return set;
        return freeze(update.name, update.language, update.category);
    }
    if (!update.comingCategory.isEmpty() && !sameWord(before, update.comingCategory))
        return freeze(update.name, update.language, update.comingCategory);
    return done();
}

Stored<Done> TemplateBook::freeze(const QString &name, const QString &language,
                                  const QString &detail)
{
    const auto frozen = m_tx.templates().setFrozen(name, language, true);
    if (!frozen && frozen.error() != StoreError::NotFound)
        return frozen;
    return raise(AlertSeverity::Critical, u"category_changed"_s, name, detail);
}

Stored<Done> TemplateBook::thaw(const Actor &actor, const QString &name, const QString &language)
{
    if (auto thawed = m_tx.templates().setFrozen(name, language, false); !thawed)
        return thawed;
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = AuditAction::TemplateThawed;
    draft.object = u"template "_s + name + u' ' + language;
    if (auto appended = m_tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

Stored<Done> TemplateBook::raise(AlertSeverity severity, const QString &kind, const QString &name,
                                 const QString &detail)
{
    return ChannelBook(m_tx, m_clock).raise(severity, kind, name, detail);
}

Stored<QList<TemplateView>> TemplateBook::list(const Tx &tx)
{
    const auto all = tx.templates().all();
    if (!all)
        return failure(all.error());
    QList<TemplateView> views;
    for (const TemplateRecord &record : *all) {
        if (isSendableCategory(record.category) && (record.frozen || isApproved(record.status)))
            views << templateView(record);
    }
    return views;
}

} // namespace destek::daemon
