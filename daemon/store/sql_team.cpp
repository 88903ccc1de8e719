#include "daemon/store/sql_team.h"

#include "core/text/fold.h"
#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

OwnedView viewFrom(const Row &row)
{
    OwnedView owned;
    owned.view.id = row.id<SavedViewId>(0);
    owned.owner = row.id<AgentId>(1);
    owned.view.name = row.text(2);
    owned.view.shared = row.flag(3);
    owned.view.filter.status = fromWireName<WorkStatus>(row.text(4));
    owned.view.filter.whose = row.word(5, InboxFilter::Whose::Anybody);
    const QStringList labels = row.text(6).split(u',', Qt::SkipEmptyParts);
    for (const QString &label : labels)
        owned.view.filter.labels << LabelId(label.toLongLong());
    owned.view.filter.atLeast = fromWireName<Priority>(row.text(7));
    owned.view.filter.waitingOnly = row.flag(8);
    return owned;
}

template <typename E>
QString wordOf(const std::optional<E> &value)
{
    return value ? QString(wireName(*value)) : QString();
}

/// The id it has, or the next of its series.
template <typename I>
Stored<I> idFor(Connection &connection, I id, const char *series)
{
    if (id.isValid())
        return id;
    const auto next = nextNumber(connection, series);
    if (!next)
        return failure(next.error());
    return I(*next);
}

} // namespace

SqlTeam::SqlTeam(Connection &connection) : m_connection(connection) {}

Stored<QList<Label>> SqlTeam::labels() const
{
    return Statement(m_connection, "labels").all([](const Row &row) {
        Label label;
        label.id = row.id<LabelId>(0);
        label.name = row.text(1);
        label.hue = row.count(2);
        label.retired = row.flag(3);
        return label;
    });
}

Stored<QList<QuickReply>> SqlTeam::quickReplies() const
{
    return Statement(m_connection, "quick_replies").all([](const Row &row) {
        QuickReply reply;
        reply.id = row.id<QuickReplyId>(0);
        reply.shortcut = row.text(1);
        reply.title = row.text(2);
        reply.text = row.text(3);
        reply.language = row.text(4);
        return reply;
    });
}

Stored<QStringList> SqlTeam::companyWords() const
{
    return Statement(m_connection, "company_words").all([](const Row &row) { return row.text(0); });
}

Stored<Done> SqlTeam::saveWord(const QString &word)
{
    Statement statement(m_connection, "save_company_word");
    return statement.with(word).runAny();
}

Stored<Done> SqlTeam::removeWord(const QString &word)
{
    Statement statement(m_connection, "remove_company_word");
    return statement.with(word).runOne();
}

Stored<QList<OwnedView>> SqlTeam::views(AgentId agent) const
{
    Statement statement(m_connection, "saved_views");
    return statement.with(agent).all(viewFrom);
}

Stored<std::optional<OwnedView>> SqlTeam::view(SavedViewId id) const
{
    Statement statement(m_connection, "saved_view");
    return statement.with(id).maybe(viewFrom);
}

Stored<LabelId> SqlTeam::save(const Label &label)
{
    const auto id = idFor(m_connection, label.id, "label");
    if (!id)
        return id;
    Statement statement(m_connection, "save_label");
    const auto saved =
        statement.with(*id, label.name, text::matchFold(label.name), label.hue, label.retired)
            .runAny();
    if (!saved)
        return failure(saved.error());
    return id;
}

Stored<QuickReplyId> SqlTeam::save(const QuickReply &reply)
{
    const auto id = idFor(m_connection, reply.id, "quick_reply");
    if (!id)
        return id;
    Statement statement(m_connection, "save_quick_reply");
    const auto saved =
        statement.with(*id, reply.shortcut, reply.title, reply.text, reply.language).runAny();
    if (!saved)
        return failure(saved.error());
    return id;
}

Stored<SavedViewId> SqlTeam::save(const OwnedView &owned)
{
    const SavedView &view = owned.view;
    const auto id = idFor(m_connection, view.id, "saved_view");
    if (!id)
        return id;
    QStringList labels;
    for (const LabelId label : view.filter.labels)
        labels << QString::number(label.value);
    Statement statement(m_connection, "save_view");
    const auto saved = statement
                           .with(*id, owned.owner, view.name, view.shared,
                                 wordOf(view.filter.status), view.filter.whose, labels.join(u','),
                                 wordOf(view.filter.atLeast), view.filter.waitingOnly)
                           .runAny();
    if (!saved)
        return failure(saved.error());
    return id;
}

Stored<Done> SqlTeam::remove(QuickReplyId id)
{
    Statement statement(m_connection, "remove_quick_reply");
    return statement.with(id).runOne();
}

Stored<Done> SqlTeam::remove(SavedViewId id)
{
    Statement statement(m_connection, "remove_view");
    return statement.with(id).runOne();
}

} // namespace destek::daemon
