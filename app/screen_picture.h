#pragma once

#include "app/options.h"
#include "ui/shell/main_window.h"

#include <QObject>

namespace destek::app
{

/// Brings the window to the screen the command line names, then saves a picture of it and its
/// texts. GUI thread.
class ScreenPicture : public QObject
{
    Q_OBJECT
public:
    ScreenPicture(const Options &options, ui::MainWindow *window, models::ConsoleState *state,
                  QObject *parent = nullptr);
    /// Called when the window has something to show; goes on by itself.
    void begin();

Q_SIGNALS:
    void finished(bool saved);

private:
    void arrange();
    void save();
    Options m_options;
    ui::MainWindow *m_window;
    models::ConsoleState *m_state;
    bool m_begun = false;
};

} // namespace destek::app
