#include "tests/store/store_kit.h"

#include "daemon/store/sql_text.h"

#include <QDir>
#include <QDirIterator>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace destek::test
{

StoreKit::StoreKit(const StoreOptions &options)
{
    QDir().mkpath(dataFolder());
    reopen(options);
}

StoreKit::~StoreKit()
{
    close();
}

void StoreKit::close()
{
    m_store.reset();
    m_files.reset();
    m_vault.reset();
}

void StoreKit::reopen(const StoreOptions &options)
{
    close();
    auto vault = Vault::open(keysFile(), Secret(QByteArray(32, 'k')));
    if (!vault)
        qFatal("the vault did not open: %d", int(vault.error()));
    m_vault = std::move(*vault);
    auto store = Store::open(dataFolder(), *m_vault, m_clock, options);
    if (!store)
        qFatal("the store did not open: %d", int(store.error()));
    m_store = std::move(*store);
    auto files = SealedFiles::open(dataFolder(), *m_vault);
    if (!files)
        qFatal("the media folder did not open");
    m_files = std::move(*files);
}

void StoreKit::write(const std::function<Stored<Done>(Tx &)> &job)
{
    const auto written = m_store->writeAndWait(job);
    if (!written)
        qFatal("a write failed with %d", int(written.error()));
}

StoreKit::Person StoreKit::addPerson(const QString &tag)
{
    Person person;
    person.name = u"Ad "_s + tag;
    person.identities = {{IdentityKind::Phone, u"90532"_s + tag},
                         {IdentityKind::Bsuid, u"TR."_s + tag + u"bsuid"_s},
                         {IdentityKind::Username, u"user"_s + tag}};
    write([&](Tx &tx) -> Stored<Done> {
        const auto contact = tx.contacts().create(m_clock.now(), false);
        if (!contact)
            return failure(contact.error());
        person.contact = *contact;
        for (const Identity &identity : person.identities) {
            if (auto linked = tx.contacts().link(*contact, identity, m_clock.now()); !linked)
                return linked;
        }
        if (auto named = tx.contacts().setName(*contact, person.name, clock().now()); !named)
            return named;
        const auto conversation =
            tx.conversations().openFor(kNumber, u"+90 850 000 00 00"_s, *contact);
        if (!conversation)
            return failure(conversation.error());
        person.conversation = *conversation;
        return done();
    });
    return person;
}

MessageRecord StoreKit::addMessage(const Person &person, const QString &text, Direction direction)
{
    MessageRecord message;
    message.id = MessageId::create();
    message.conversation = person.conversation;
    message.contact = person.contact;
    message.direction = direction;
    message.state = direction == Direction::Outbound ? SendState::Queued : SendState::None;
    message.text = text;
    message.wamid = u"wamid."_s + text.left(40) + message.id.toString();
    message.raw = "{\"raw\":\"" + text.toUtf8() + "\"}";
    message.variables = {text};
    message.at = message.receivedAt = message.appliedAt = m_clock.now();
    m_clock.advance(std::chrono::seconds(1));
    write([&](Tx &tx) -> Stored<Done> {
        const auto place = tx.messages().insert(message, kNumber);
        if (!place)
            return failure(place.error());
        message.order = *place;
        if (auto changed = tx.feed().messageChanged(person.conversation, message.id); !changed)
            return failure(changed.error());
        return done();
    });
    return message;
}

DestructionRecord StoreKit::erase(const Person &person)
{
    OrderId order;
    write([&](Tx &tx) -> Stored<Done> {
        const auto ordered =
            tx.erasures().order(person.contact, u"dpo"_s, u"request"_s, m_clock.now());
        if (!ordered)
            return failure(ordered.error());
        order = ordered->order;
        return done();
    });
    const auto keys = m_vault->destroyContact(person.contact);
    if (!keys)
        qFatal("keys were not destroyed");
    DestructionRecord record;
    write([&](Tx &tx) -> Stored<Done> {
        auto completed = tx.erasures().complete(order, *keys, m_clock.now());
        if (!completed)
            return failure(completed.error());
        record = *completed;
        return done();
    });
    return record;
}

QByteArray StoreKit::allBytes() const
{
    QByteArray all;
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void StoreKit::tamper(const QString &sql, const QVariantList &values)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(dataFolder() + u"/destek.db"_s);
        if (!database.open())
            qFatal("could not open the database");
        QSqlQuery query(database);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("tampering failed: %s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

QVariant StoreKit::peek(const QString &sql)
{
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"peek"_s);
        database.setDatabaseName(dataFolder() + u"/destek.db"_s);
        if (!database.open())
            qFatal("could not open the database");
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("peeking failed: %s", qPrintable(query.lastError().text()));
        if (query.next())
            answer = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"peek"_s);
    return answer;
}

QStringList StoreKit::planOf(QLatin1StringView statement) const
{
    QStringList plan;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plan"_s);
        database.setDatabaseName(dataFolder() + u"/destek.db"_s);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open())
            qFatal("the database did not open");
        QSqlQuery query(database);
        QString sql = sqlText(statement);
        sql.replace(u'?', u'1');
        if (!query.exec(u"EXPLAIN QUERY PLAN "_s + sql))
            qFatal("%s: %s", statement.data(), qPrintable(query.lastError().text()));
        while (query.next())
            plan << query.value(3).toString();
    }
    QSqlDatabase::removeDatabase(u"plan"_s);
    return plan;
}

} // namespace destek::test
