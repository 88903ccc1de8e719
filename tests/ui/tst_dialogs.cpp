#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/kit/button.h"
#include "ui/requests/erase_dialog.h"
#include "ui/requests/export_dialog.h"
#include "ui/requests/package_writer.h"
#include "ui/shell/desk_page.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

Button *buttonNamed(QWidget *parent, const QString &text)
{
    for (auto *button : parent->findChildren<Button *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void fill(QDialog *dialog, const QString &reason, const QString &password)
{
    for (auto *edit : dialog->findChildren<QLineEdit *>()) {
        if (edit->echoMode() == QLineEdit::Password)
            edit->setText(password);
        else if (edit->maxLength() == 200)
            edit->setText(reason);
    }
}

ExportPackage package(const QStringList &paths)
{
    ExportPackage result{u"export-1"_s, {}};
    for (const QString &path : paths)
        result.files << ExportPackage::File{path, "x"};
    return result;
}

} // namespace

class Dialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_package_stays_in_its_folder_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"../up", "a/../../up", "/etc/passwd", "C:/x", "a\\b", "", "a//b", "./a", "a/.", "nul",
              "a/CON.txt", "com1.json", "a\nb", "a ", "a.", "x:y", "a/b/c/d/e/f/g/h/i/j/k"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void a_package_stays_in_its_folder()
    {
        QFETCH(QString, path);
        QTemporaryDir folder;
        QVERIFY(!isSafePackagePath(path));
        const auto written = writePackage(folder.path(), package({u"good.txt"_s, path}));
        QVERIFY(!written);
        QCOMPARE(written.error(), WriteError::UnsafePath);
        QVERIFY(QDir(folder.path()).isEmpty()); // all or nothing
    }

    void a_package_is_written_whole_and_never_over_another()
    {
        QTemporaryDir folder;
        const auto first =
            writePackage(folder.path(), package({u"manifest.json"_s, u"messages/1.txt"_s}));
        QVERIFY(first.ok());
        QVERIFY(QFileInfo::exists(*first + u"/messages/1.txt"_s));
        const auto second = writePackage(folder.path(), package({u"other"_s}));
        QVERIFY(!second);
        QCOMPARE(second.error(), WriteError::Exists);
        QVERIFY(!QFileInfo::exists(*first + u"/other"_s));
        QVERIFY(!writePackage(folder.path(), package({u"A"_s, u"a"_s}))); // one file elsewhere
        QVERIFY(!writePackage(folder.filePath(u"missing"_s), package({u"a"_s})));
    }

    void export_asks_for_folder_reason_and_password()
    {
        QTemporaryDir folder;
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        auto *dialog = new ExportDialog(world.desk(), net::FakeWorld::contactOf(ConversationId(2)),
                                        u"Çağla"_s, world.window.get());
        QSignalSpy done(dialog, &ExportDialog::exported);
        dialog->open();
        auto *start = buttonNamed(dialog, u"Export"_s);
        QVERIFY(start && !start->isEnabled());
        world.prompts.folder = folder.path();
        buttonNamed(dialog, u"Choose…"_s)->click();
        fill(dialog, u"Başvuru 2026-31"_s, {});
        QVERIFY(!start->isEnabled());
        fill(dialog, u"Başvuru 2026-31"_s, u"wrong"_s);
        start->click();
        QTRY_VERIFY(start->isEnabled()); // refused: everything typed is still there
        QCOMPARE(world.server.calls(net::FakeCall::Export), 0);
        fill(dialog, u"Başvuru 2026-31"_s, u"correct horse"_s);
        start->click();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(QFileInfo::exists(done.first().first().toString() + u"/manifest.json"_s));
        dialog->close();
    }

    void erase_counts_asks_twice_and_proves()
    {
        QTemporaryDir folder;
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        auto *dialog = new EraseDialog(world.desk(), net::FakeWorld::contactOf(ConversationId(2)),
                                       u"Çağla"_s, world.window.get());
        QSignalSpy erased(dialog, &EraseDialog::erased);
        dialog->open();
        QTRY_VERIFY(buttonNamed(dialog, u"Erase for good"_s));
        auto *erase = buttonNamed(dialog, u"Erase for good"_s);
        auto *sure = dialog->findChild<QCheckBox *>();
        QTRY_COMPARE(world.server.calls(net::FakeCall::PreviewErasure), 1);
        QTRY_VERIFY(sure->isVisible());
        fill(dialog, u"Başvuru 2026-31"_s, u"correct horse"_s);
        QVERIFY(!erase->isEnabled()); // not without the tick
        sure->setChecked(true);
        QVERIFY(erase->isEnabled());
        fill(dialog, u"  "_s, u"correct horse"_s);
        QVERIFY(!erase->isEnabled()); // not without a reason
        fill(dialog, u"Başvuru 2026-31"_s, u"correct horse"_s);
        erase->click();
        QTRY_COMPARE(erased.size(), 1);
        world.prompts.folder = folder.path();
        buttonNamed(dialog, u"Save record…"_s)->click();
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        buttonNamed(dialog, u"Save record…"_s)->click(); // never over the first
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        dialog->close();
    }

    void only_those_who_may_see_the_buttons()
    {
        test::UiWorld world({20, 5, 30}, {Role::Agent});
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(2));
        QTest::qWait(50);
        QVERIFY(!buttonNamed(world.window.get(), u"Erase…"_s));
        QVERIFY(!buttonNamed(world.window.get(), u"Export…"_s));
        world.window->desk()->openEraseOfCurrent();
        QVERIFY(!world.window->findChild<EraseDialog *>());
    }
};

DESTEK_TEST(Dialogs)
#include "tst_dialogs.moc"
