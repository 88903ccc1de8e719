#include "tests/kit/test_main.h"
#include "tests/ui/ui_world.h"
#include "ui/kit/button.h"

#include <QLineEdit>

using namespace destek;
using namespace Qt::StringLiterals;

class SignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_what_is_wrong_and_keeps_the_name_data()
    {
        QTest::addColumn<int>("code");
        for (const auto code : {ApiErrorCode::WrongCredentials, ApiErrorCode::TooManyAttempts,
                                ApiErrorCode::Unreachable, ApiErrorCode::WrongServer,
                                ApiErrorCode::SecondFactorNeeded})
            QTest::newRow(wireName(code).data()) << int(code);
    }

    void says_what_is_wrong_and_keeps_the_name()
    {
        QFETCH(int, code);
        test::UiWorld world;
        auto *pages = world.window->signIn();
        world.window->show();
        pages->showSignIn(u"Örnek A.Ş."_s, u"destek.example:7443"_s, u"deniz"_s);
        world.server.failNext(net::FakeCall::SignIn, ApiErrorCode(code));
        QLineEdit *user = nullptr;
        QLineEdit *password = nullptr;
        for (auto *edit : pages->findChildren<QLineEdit *>()) {
            if (edit->echoMode() == QLineEdit::Password)
                password = edit;
            else if (edit->text() == "deniz"_L1)
                user = edit;
        }
        QVERIFY(user && password);
        password->setText(u"correct horse"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY(!pages->problem().isEmpty());
        QVERIFY(pages->problem().endsWith(u'.'));
        QCOMPARE(user->text(), u"deniz"_s);
        QVERIFY(!world.window->showsDesk());
    }

    void enters_with_the_right_password()
    {
        test::UiWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.window->showsDesk());
    }

    void comes_back_when_the_session_ends()
    {
        test::UiWorld world;
        QVERIFY(world.enter());
        world.server.feed()->setState(net::FeedState::Ended);
        QTRY_VERIFY(!world.window->showsDesk());
        QCOMPARE(world.state.inbox()->rowCount(), 0); // nothing of customers stays
    }
};

DESTEK_TEST(SignIn)
#include "tst_sign_in.moc"
