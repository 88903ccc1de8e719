#include "tests/bench/alert_watch.h"

#include "ui/alerts/notifier.h"
#include "ui/media/chime.h"
#include "ui/shell/main_window.h"

#include <QTimer>

namespace destek::bench
{

namespace
{

class MarkingNotifier final : public ui::Notifier
{
public:
    MarkingNotifier(Mark mark, QObject *parent) : Notifier(parent), m_mark(std::move(mark)) {}
    [[nodiscard]] bool showsMessages() const override { return true; }
    [[nodiscard]] bool hasSign() const override { return false; }
    void show(const QString &, const QString &) override
    {
        m_mark("alert " + QByteArray::number(++m_count));
    }
    void setWaiting(int, const QString &) override {}

private:
    Mark m_mark;
    int m_count = 0;
};

} // namespace

void watchAlerts(QWidget &window, const Mark &mark)
{
    auto *console = qobject_cast<ui::MainWindow *>(&window);
    if (!console)
        return;
    console->setAlertLayers(new MarkingNotifier(mark, console), new ui::SpeakerChime(console));
    auto *other = new QWidget;
    QObject::connect(console, &QObject::destroyed, other, &QObject::deleteLater);
    other->setWindowTitle(QStringLiteral("Another program"));
    other->show();
    other->activateWindow();
    auto *look = new QTimer(console);
    QObject::connect(look, &QTimer::timeout, console, [console, other, look, mark] {
        if (console->isActiveWindow())
            return other->activateWindow();
        look->stop();
        mark("behind");
    });
    look->start(50);
}

} // namespace destek::bench
