// Words that grow, in another language or with larger letters, are not cut.
#include "tests/kit/test_main.h"
#include "tests/ui/scenes.h"
#include "ui/kit/label.h"

#include <QAbstractButton>
#include <QTranslator>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

/// Every sentence a third longer; placeholders stay where they are.
class Longer final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        const QString text = QString::fromUtf8(source);
        const bool wide = text.contains(u' ');
        const qsizetype more = (text.size() + 2) / 3;
        return text +
               (wide ? QString(u" "_s).append(QString(more - 1, u'ş')) : QString(more, u'ş'));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Empty if the words of this widget are all to be seen.
QString cutOf(const QWidget *widget)
{
    const auto where = [&](const QString &text, int has, int needs) {
        return u"%1 “%2”: %3 of %4"_s
            .arg(QString::fromLatin1(widget->metaObject()->className()), text.left(60))
            .arg(has)
            .arg(needs);
    };
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        // Made to be narrower than its words: it shortens them and has them as a tool tip.
        if (!button->toolTip().isEmpty() && button->minimumSizeHint().width() <= button->width() &&
            button->minimumSizeHint().width() < button->sizeHint().width())
            return {};
        if (!button->text().isEmpty() && button->width() < button->sizeHint().width())
            return where(button->text(), button->width(), button->sizeHint().width());
        return {};
    }
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (!label || label->text().isEmpty())
        return {};
    const auto *own = qobject_cast<const ui::Label *>(widget);
    if (own && own->isElided())
        return {}; // on purpose, with a tool tip
    if (label->wordWrap())
        return label->height() >= label->heightForWidth(label->width())
                   ? QString()
                   : where(label->text(), label->height(), label->heightForWidth(label->width()));
    return label->width() >= label->sizeHint().width()
               ? QString()
               : where(label->text(), label->width(), label->sizeHint().width());
}

QStringList cutIn(const QWidget *window)
{
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const QString cut = cutOf(widget);
        if (!cut.isEmpty())
            found << cut;
    }
    found.removeDuplicates();
    return found;
}

/// What is still cut when the layouts have come to rest.
QStringList settledCut(const test::UiWorld &world)
{
    QStringList cut;
    (void)QTest::qWaitFor(
        [&] {
            cut = cutIn(world.window.get());
            return cut.isEmpty();
        },
        test::kPatience);
    return cut;
}

void addScenes()
{
    QTest::addColumn<QString>("scene");
    for (const QString &scene : {u"first-start"_s,
                                 u"sign-in-error"_s,
                                 u"empty"_s,
                                 u"thread"_s,
                                 u"question"_s,
                                 u"offline"_s,
                                 u"stopped"_s,
                                 u"opted-out"_s,
                                 u"search-empty"_s,
                                 u"logs-broken"_s,
                                 u"channel-stopped"_s,
                                 u"channel-low"_s,
                                 u"requests"_s,
                                 u"history"_s,
                                 u"standing"_s,
                                 u"export"_s,
                                 u"erase"_s,
                                 u"compose-files"_s,
                                 u"compose-contact"_s,
                                 u"compose-list"_s,
                                 u"compose-templates"_s,
                                 u"compose-place-templates"_s})
        QTest::newRow(qPrintable(scene)) << scene;
}

} // namespace

class Growth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences_may_be_a_third_longer_data() { addScenes(); }
    void sentences_may_be_a_third_longer()
    {
        QFETCH(QString, scene);
        Longer longer;
        test::UiWorld world({60, 14, 160});
        QCoreApplication::installTranslator(&longer);
        world.window->resize(1280, 800);
        const bool there = test::arrangeScene(world, scene);
        const QStringList cut = settledCut(world);
        QCoreApplication::removeTranslator(&longer);
        QVERIFY(there);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void letters_may_be_nearly_twice_as_large_data() { addScenes(); }
    void letters_may_be_nearly_twice_as_large()
    {
        QFETCH(QString, scene);
        test::UiWorld world({60, 14, 160});
        world.theme.setZoom(180);
        world.speech.choose(text::Language::Turkish);
        world.window->resize(1600, 1000);
        QVERIFY(test::arrangeScene(world, scene));
        const QStringList cut = settledCut(world);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }
};

DESTEK_TEST(Growth)
#include "tst_growth.moc"
