#include "app/screen_picture.h"

#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QSaveFile>
#include <QTimer>

namespace destek::app
{

namespace
{

/// Answers and layout come within this; the picture is for people, not for measuring.
constexpr auto kSettle = std::chrono::milliseconds(900);

bool writeText(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

/// The window with its dialog on it, as one sees them.
QPixmap pictureOf(ui::MainWindow *window)
{
    QPixmap picture = window->grab();
    const auto *dialog = window->findChild<QDialog *>();
    if (dialog && dialog->isVisible()) {
        QPainter painter(&picture);
        painter.fillRect(QRect(QPoint(), window->size()), QColor(0, 0, 0, 90));
        QPixmap top = const_cast<QDialog *>(dialog)->grab();
        painter.drawPixmap((window->width() - dialog->width()) / 2,
                           (window->height() - dialog->height()) / 2, top);
    }
    return picture;
}

} // namespace

ScreenPicture::ScreenPicture(const Options &options, ui::MainWindow *window,
                             models::ConsoleState *state, QObject *parent)
    : QObject(parent), m_options(options), m_window(window), m_state(state)
{
}

void ScreenPicture::begin()
{
    if (std::exchange(m_begun, true))
        return;
    QTimer::singleShot(kSettle, this, &ScreenPicture::arrange);
}

void ScreenPicture::arrange()
{
    auto *desk = m_window->desk();
    auto *inbox = m_state->inbox();
    const bool needsPerson = m_options.screen == StartScreen::Thread ||
                             m_options.screen == StartScreen::Export ||
                             m_options.screen == StartScreen::Erase;
    if (m_options.openId)
        desk->openConversation(ConversationId(*m_options.openId));
    else if (needsPerson && inbox->rowCount() > 0)
        desk->openConversation(inbox->idAt(0));
    switch (m_options.screen) {
    case StartScreen::Logs:
        desk->go(ui::Screen::Logs);
        break;
    case StartScreen::Requests:
        desk->go(ui::Screen::Records);
        break;
    case StartScreen::Channel:
        desk->go(ui::Screen::Channel);
        break;
    case StartScreen::Export:
        desk->openExportOfCurrent();
        break;
    case StartScreen::Erase:
        desk->openEraseOfCurrent();
        break;
    default:
        break;
    }
    if (m_options.screenshot.isEmpty() && m_options.dumpText.isEmpty())
        return;
    QTimer::singleShot(kSettle, this, &ScreenPicture::save);
}

void ScreenPicture::save()
{
    bool saved = true;
    if (!m_options.screenshot.isEmpty())
        saved = pictureOf(m_window).save(m_options.screenshot, "PNG");
    if (!m_options.dumpText.isEmpty()) {
        QStringList texts = ui::visibleText(m_window);
        for (const QDialog *dialog : m_window->findChildren<QDialog *>()) {
            if (dialog->isVisible())
                texts << ui::visibleText(dialog);
        }
        saved = writeText(m_options.dumpText, texts.join(u'\n').toUtf8() + '\n') && saved;
    }
    Q_EMIT finished(saved);
}

} // namespace destek::app
