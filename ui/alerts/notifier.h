#pragma once

#include <QObject>
#include <QString>

namespace destek::ui
{

/// What the operating system shows outside our window: messages that come up, and a sign with the
/// number of people who wait. A port; the application implements it with the system tray.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(QObject *parent = nullptr);
    /// Can messages come up at all? False: the system has no place for them or forbids them.
    [[nodiscard]] virtual bool showsMessages() const = 0;
    /// Is there a sign from which a hidden window can be brought back?
    [[nodiscard]] virtual bool hasSign() const = 0;
    /// Plain text. May come up later than others or not at all.
    virtual void show(const QString &title, const QString &text) = 0;
    /// Beside the sign; 0 shows none. `words` is what it says when pointed at.
    virtual void setWaiting(int people, const QString &words) = 0;

Q_SIGNALS:
    /// The message that came up last was clicked.
    void messageClicked();
    /// The sign was clicked: the window is wanted.
    void windowWanted();
};

} // namespace destek::ui
