#include "ui/sessions/sessions_dialog.h"

#include "models/format/words.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/table.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace destek::ui
{

namespace
{

/// "14:05", "Yesterday 14:05": a session lasts half a day at most.
QString timeOf(Instant at, Instant now)
{
    const QString clock = words::clockTime(at);
    return words::isSameLocalDay(at, now) ? clock : words::dayWords(at, now) + u' ' + clock;
}

} // namespace

SessionsDialog::SessionsDialog(const Desk &desk, Whose whose, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_whose(whose),
      m_text(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_table(new Table(*desk.theme)), m_end(new Button(*desk.theme, Button::Kind::Danger)),
      m_endOthers(new Button(*desk.theme, Button::Kind::Normal)),
      m_close(new Button(*desk.theme, Button::Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    body()->addWidget(m_table, 1);
    m_rows.setColumnCount(m_whose == Whose::Everybody ? 4 : 3);
    m_table->setModel(&m_rows);
    m_table->setMinimumHeight(theme().px(190));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(theme().px(110)); // the captions are wider than the times
    header->setSectionResizeMode(QHeaderView::Stretch);
    if (m_whose == Whose::Everybody) {
        header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
        setMinimumWidth(theme().px(600));
    }
    for (int times : {m_rows.columnCount() - 2, m_rows.columnCount() - 1})
        header->setSectionResizeMode(times, QHeaderView::ResizeToContents);
    for (Button *button : {m_end, m_endOthers, m_close}) {
        button->setAutoDefault(false);
        addButton(button);
    }
    m_endOthers->setVisible(m_whose == Whose::Own);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SessionsDialog::grey);
    connect(m_end, &QPushButton::clicked, this, &SessionsDialog::endChosen);
    connect(m_endOthers, &QPushButton::clicked, this, &SessionsDialog::endOthers);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    load();
}

void SessionsDialog::load()
{
    setBusy(true);
    const net::Then<QList<SessionView>> then{
        this, [this](const net::Answer<QList<SessionView>> &answer) { take(answer); }};
    if (m_whose == Whose::Own)
        m_desk.session->sessions(then);
    else
        m_desk.session->everybodysSessions(then);
}

void SessionsDialog::take(const net::Answer<QList<SessionView>> &answer)
{
    setBusy(false);
    if (!answer)
        return sayTrouble(words::apiErrorSentence(answer.error()));
    m_sessions = *answer;
    fill();
    m_table->setFocus();
}

void SessionsDialog::fill()
{
    const int before = m_table->currentIndex().row();
    const Instant now = m_desk.clock->now();
    m_rows.setRowCount(int(m_sessions.size()));
    for (int row = 0; row < int(m_sessions.size()); ++row) {
        const SessionView &session = m_sessions.at(row);
        const QString console = isolatedName(session.device);
        QStringList cells;
        if (m_whose == Whose::Everybody)
            cells << isolatedName(session.agentName);
        cells << (session.current ? tr("%1 (this console)").arg(console) : console)
              << timeOf(session.startedAt, now) << timeOf(session.lastUsedAt, now);
        for (int column = 0; column < int(cells.size()); ++column)
            m_rows.setItem(row, column, new QStandardItem(cells.at(column)));
    }
    if (!m_sessions.isEmpty())
        m_table->setCurrentIndex(
            m_rows.index(std::clamp(before, 0, int(m_sessions.size()) - 1), 0));
    grey();
}

const SessionView *SessionsDialog::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_sessions.size() ? &m_sessions.at(row) : nullptr;
}

/// This console is left by signing out, not from a list.
void SessionsDialog::grey()
{
    m_end->setEnabled(chosen() && !chosen()->current);
    m_endOthers->setEnabled(std::any_of(m_sessions.cbegin(), m_sessions.cend(),
                                        [](const SessionView &one) { return !one.current; }));
}

void SessionsDialog::endChosen()
{
    const SessionView *session = chosen();
    if (!session || session->current)
        return;
    clearTrouble();
    setBusy(true);
    const QString sentence =
        tr("The session has ended. That console has forgotten the customers and asks for the "
           "password.");
    const net::Then<Done> then{
        this, [this, sentence](const net::Answer<Done> &answer) { onEnded(answer, sentence); }};
    if (m_whose == Whose::Own)
        m_desk.session->endSession(session->id, then);
    else
        m_desk.session->endAnybodysSession(session->id, then);
}

void SessionsDialog::endOthers()
{
    clearTrouble();
    setBusy(true);
    m_desk.session->endOtherSessions({this, [this](const net::Answer<Done> &answer) {
                                          onEnded(answer,
                                                  tr("You are signed in at this console only."));
                                      }});
}

void SessionsDialog::onEnded(const net::Answer<Done> &answer, const QString &sentence)
{
    // Gone already is what was wanted.
    if (answer.ok() || answer.error().code == ApiErrorCode::NotFound)
        say(Tone::Good, sentence);
    else
        sayTrouble(words::apiErrorSentence(answer.error()));
    load();
}

void SessionsDialog::retranslate()
{
    const bool everybody = m_whose == Whose::Everybody;
    setTitle(everybody ? tr("Everybody's sessions") : tr("Your sessions"));
    m_text->setText(everybody ? tr("Who is signed in at which console. Ending a session signs that "
                                   "console out and makes it forget the customers; it is written "
                                   "to the logs.")
                              : tr("Where you are signed in. If you do not know one of the "
                                   "other consoles, end its session and tell your administrator; "
                                   "this one is left by signing out."));
    m_table->setAccessibleName(everybody ? tr("Everybody's sessions") : tr("Your sessions"));
    QStringList titles;
    if (everybody)
        titles << tr("Who");
    titles << tr("Console") << tr("Signed in") << tr("Last used");
    m_rows.setHorizontalHeaderLabels(titles);
    m_end->setText(tr("End this session"));
    m_endOthers->setText(tr("End all others"));
    m_close->setText(tr("Close"));
    fill();
}

} // namespace destek::ui
