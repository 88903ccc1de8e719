#include "core/policy/permissions.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;

/// Who may do what. docs/roles.md is what a reader of the project sees; this class is what
/// keeps it true.
class Roles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDocumentIsTheMatrix()
    {
        QFile document(QStringLiteral(DESTEK_SOURCE_DIR "/docs/roles.md"));
        if (qEnvironmentVariableIntValue("DESTEK_WRITE_GOLDEN") == 1) {
            QVERIFY(document.open(QIODevice::WriteOnly));
            document.write(
                u"# Who may do what\n\n"
                "Printed from `core/policy/permissions.cpp`; the test `core.Roles` "
                "fails when the two differ.\n"
                "The daemon decides by this table at every endpoint "
                "(`daemon/http/api_routes.cpp`); a person\nmay hold several roles, and "
                "what one of them allows is allowed. No row, no permission.\n\n"_s.toUtf8() +
                permissionMatrixMarkdown().toUtf8());
            document.close();
        }
        QVERIFY2(document.open(QIODevice::ReadOnly), "docs/roles.md is missing");
        const QString text = QString::fromUtf8(document.readAll());
        QVERIFY2(text.contains(permissionMatrixMarkdown()),
                 qPrintable(u"docs/roles.md must hold exactly:\n"_s + permissionMatrixMarkdown()));
    }

    void nobodyWithoutARoleMayDoAnything()
    {
        for (const auto &[permission, name] : enumNames(Permission{}))
            QVERIFY2(!may(RoleSet(), permission), name.data());
        for (const auto &[permission, name] : enumNames(Permission{}))
            QVERIFY2(!may(RoleSet::fromString(u"root,AGENT,superuser"_s), permission), name.data());
        QVERIFY(!may({Role::Agent, Role::Administrator}, Permission(200)));
    }

    void rolesAddUpAndNothingMore()
    {
        for (quint8 bits = 0; bits < 16; ++bits) {
            RoleSet together;
            for (const auto &[role, name] : enumNames(Role{})) {
                if (bits & (1u << quint8(role)))
                    together.add(role);
            }
            for (const auto &[permission, name] : enumNames(Permission{})) {
                bool any = false;
                for (const auto &[role, roleName] : enumNames(Role{}))
                    any = any || (together.has(role) && may({role}, permission));
                QCOMPARE(may(together, permission), any);
            }
            QCOMPARE(RoleSet::fromString(together.toString()), together);
        }
    }

    void theLinesThatMatter_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("permission");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, Role role, Permission permission, bool allowed) {
            QTest::newRow(name) << int(role) << int(permission) << allowed;
        };
        using P = Permission;
        row("the administrator reads no conversations", Role::Administrator, P::ReadConversations,
            false);
        row("the administrator sends nothing", Role::Administrator, P::SendMessages, false);
        row("the administrator erases nobody", Role::Administrator, P::EraseSubject, false);
        row("an agent exports nobody", Role::Agent, P::ExportSubject, false);
        row("an agent erases nobody", Role::Agent, P::EraseSubject, false);
        row("an agent reads no log", Role::Agent, P::ReadAudit, false);
        row("a supervisor erases nobody", Role::Supervisor, P::EraseSubject, false);
        row("the privacy officer erases", Role::PrivacyOfficer, P::EraseSubject, true);
        row("the privacy officer sends nothing", Role::PrivacyOfficer, P::SendMessages, false);
        row("the privacy officer manages no users", Role::PrivacyOfficer, P::ManageUsers, false);
    }
    void theLinesThatMatter()
    {
        QFETCH(int, role);
        QFETCH(int, permission);
        QFETCH(bool, allowed);
        QCOMPARE(may({Role(role)}, Permission(permission)), allowed);
    }

    void graveActsAskForThePasswordAgain()
    {
        for (const auto &[permission, name] : enumNames(Permission{}))
            QCOMPARE(needsStepUp(permission), permission == Permission::ExportSubject ||
                                                  permission == Permission::EraseSubject);
    }
};

DESTEK_TEST(Roles)
#include "tst_roles.moc"
