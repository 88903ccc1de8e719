// ThreadPane: how one gets to a place in the conversation.
#include "ui/thread/date_dialog.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_search.h"
#include "ui/thread/thread_view.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

QDate dayOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).date();
}

Instant startOf(QDate day)
{
    return Instant::fromMs(day.startOfDay().toMSecsSinceEpoch());
}

} // namespace

void ThreadPane::addCommands()
{
    const auto add = [this](const char *id, const char *words, const QKeySequence &key,
                            std::function<void()> run, bool startsBlock) {
        Command command;
        command.id = QLatin1StringView(id);
        command.group = CommandGroup::Conversation;
        command.words = [words] { return tr(words); };
        command.keys = {key};
        command.whyNot = [this] {
            return m_summary ? QString() : tr("Please open a conversation first.");
        };
        command.run = std::move(run);
        command.startsBlock = startsBlock;
        m_desk.commands->add(command);
    };
    add(
        "thread.find", QT_TR_NOOP("Find in this conversation…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] { m_find->open(m_summary->id); }, true);
    add(
        "thread.date", QT_TR_NOOP("Go to a date…"), Qt::CTRL | Qt::Key_G, [this] { askForDay(); },
        false);
}

void ThreadPane::showMessage(MessageId id, net::ThreadCursor place)
{
    if (!m_summary)
        return;
    const int row = m_desk.state->thread()->rowOf(id);
    if (row >= 0)
        return m_view->showRow(row);
    m_wanted = id;
    m_desk.state->openMessage(m_summary->id, place);
}

void ThreadPane::askForDay()
{
    const auto *thread = m_desk.state->thread();
    const int row =
        m_view->currentIndex().isValid() ? m_view->currentIndex().row() : thread->rowCount() - 1;
    const QDate shown = row >= 0 ? dayOf(thread->at(row).at) : dayOf(m_desk.clock->now());
    auto *dialog = new DateDialog(m_desk, shown, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &DateDialog::chosen, this, &ThreadPane::showDay);
    dialog->open();
}

void ThreadPane::showDay(QDate day)
{
    if (!m_summary)
        return;
    const auto *thread = m_desk.state->thread();
    m_wantedDay = day;
    const Instant start = startOf(day);
    const int row = thread->firstRowSince(start);
    const bool loaded =
        (row > 0 || !thread->hasOlder()) && (row < thread->rowCount() || !thread->hasNewer());
    if (loaded)
        return arrive();
    m_desk.state->openMessage(m_summary->id, {start, 0});
}

/// What was asked for is among the rows now, or it is not there (any more).
void ThreadPane::arrive()
{
    const auto *thread = m_desk.state->thread();
    if (const int row = thread->rowOf(m_wanted); row >= 0) {
        m_wanted = {};
        m_view->showRow(row);
    }
    if (!m_wantedDay.isValid() || thread->rowCount() == 0)
        return;
    const QDate day = std::exchange(m_wantedDay, {});
    const int row = qMin(thread->firstRowSince(startOf(day)), thread->rowCount() - 1);
    m_view->showRow(row);
    m_view->setFocus();
    if (dayOf(thread->at(row).at) != day)
        say(Tone::Calm, tr("Nothing was written on %1. What is nearest is shown.")
                            .arg(QLocale().toString(day, QLocale::ShortFormat)));
}

} // namespace destek::ui
