#include "ui/thread/thread_pane.h"

#include "models/format/words.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/painted_text.h"
#include "ui/thread/thread_media.h"
#include "ui/thread/thread_search.h"
#include "ui/thread/thread_view.h"
#include "ui/work/claim_bar.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr auto kSaidFor = std::chrono::seconds(8);

} // namespace

using models::ThreadModel;
using models::WindowUrgency;

ThreadPane::ThreadPane(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk),
      m_header(new Panel(*desk.theme, Token::Surface, Qt::BottomEdge)),
      m_name(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_number(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_window(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_claim(new ClaimBar(desk)), m_trouble(new Banner(*desk.theme)),
      m_gap(new Banner(*desk.theme)), m_again(new Button(*desk.theme, Button::Kind::Normal)),
      m_saidLong(new QTimer(this)), m_stack(new QStackedWidget),
      m_empty(new EmptyState(*desk.theme)),
      m_view(new ThreadView(*desk.theme, desk.state->thread())),
      m_media(new ThreadMedia(desk, m_view, this)), m_composer(new Composer(desk)),
      m_find(new ThreadSearch(desk))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout(m_header);
    head->setContentsMargins(16, 0, 16, 1);
    head->setSpacing(10);
    m_header->setFixedHeight(desk.theme->px(44));
    m_name->setElided(true);
    head->addWidget(m_name);
    head->addWidget(m_number);
    head->addStretch(1);
    head->addWidget(m_window);
    column->addWidget(m_header);
    column->addWidget(m_claim);
    column->addWidget(m_find);
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(16, 0, 16, 0);
    strip->addWidget(m_trouble);
    strip->addWidget(m_gap);
    column->addLayout(strip);
    m_trouble->hide();
    m_gap->addButton(m_again);
    m_gap->hide();
    connect(m_again, &QPushButton::clicked, this, &ThreadPane::loadAgain);
    m_view->setTeam(desk.state->team());
    m_view->setHeld(desk.state->held());
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    column->addWidget(m_composer);

    auto *thread = desk.state->thread();
    connect(thread, &ThreadModel::opened, this, [this] {
        m_error.reset();
        showState();
    });
    connect(thread, &ThreadModel::failed, this, [this](const ApiError &error) {
        m_error = error;
        showState();
    });
    connect(thread, &ThreadModel::loadingChanged, this, &ThreadPane::showState);
    connect(thread, &QAbstractItemModel::modelReset, this, &ThreadPane::showState);
    connect(thread, &QAbstractItemModel::rowsInserted, this, &ThreadPane::showState);
    connect(m_empty, &EmptyState::taken, this, &ThreadPane::loadAgain);
    connect(m_view, &ThreadView::decided, this, &ThreadPane::decide);
    connect(m_view, &ThreadView::quoteRequested, this, [this](MessageId id) {
        if (const int row = m_desk.state->thread()->rowOf(id); row >= 0)
            m_composer->quote(m_desk.state->thread()->at(row));
    });
    connect(m_view, &ThreadView::reactRequested, this, [this](MessageId id, QPoint at) {
        if (const int row = m_desk.state->thread()->rowOf(id); row >= 0)
            m_composer->react(m_desk.state->thread()->at(row), at);
    });
    const auto withMessage = [this](auto then) {
        return [this, then](MessageId id) {
            const auto *rows = m_desk.state->thread();
            if (const int row = rows->rowOf(id); row >= 0)
                then(rows->at(row));
        };
    };
    connect(m_view, &ThreadView::rewriteRequested, this,
            withMessage([this](const MessageView &one) { m_composer->rewrite(one); }));
    connect(m_view, &ThreadView::tellRequested, this,
            withMessage([this](const MessageView &one) { m_composer->tell(one); }));
    connect(m_view, &ThreadView::templatesRequested, m_composer, &Composer::openTemplates);
    m_saidLong->setSingleShot(true);
    m_saidLong->setInterval(kSaidFor);
    connect(m_saidLong, &QTimer::timeout, m_trouble, &QWidget::hide);
    connect(m_composer->edit(), &QPlainTextEdit::textChanged, this, [this] {
        if (!m_summary || !m_composer->edit()->hasFocus())
            return; // set by the program
        if (m_composer->edit()->toPlainText().isEmpty())
            m_desk.state->attending()->typed();
        else
            m_desk.state->attending()->typing(m_summary->id);
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ThreadPane::tellSeen);
    connect(thread, &ThreadModel::opened, this, &ThreadPane::tellSeen, Qt::QueuedConnection);
    connect(thread, &ThreadModel::liveMessage, this, &ThreadPane::tellSeen, Qt::QueuedConnection);
    connect(desk.state, &models::ConsoleState::feedStateChanged, this, &ThreadPane::tellSeen);
    connect(desk.state, &models::ConsoleState::feedStateChanged, this, &ThreadPane::showGap);
    m_composer->edit()->installEventFilter(this);
    m_view->installEventFilter(this);
    connect(m_view, &ThreadView::mediaRequested, m_media, &ThreadMedia::act);
    connect(m_view, &ThreadView::jumpFailed, this, [this] {
        m_trouble->say(Tone::Warn, tr("The message this answers is not available any more."));
        m_trouble->show();
    });
    connect(m_media, &ThreadMedia::saved, this, [this](const QString &name) {
        m_trouble->say(Tone::Warn, tr("Saved as “%1”. It comes from a customer: open it only if "
                                      "you expect it.")
                                       .arg(isolatedName(name)));
        m_trouble->show();
    });
    connect(m_media, &ThreadMedia::saveFailed, this, [this] {
        m_trouble->say(Tone::Bad, tr("The file could not be saved in this folder."));
        m_trouble->show();
    });
    connect(thread, &ThreadModel::opened, this, &ThreadPane::arrive);
    connect(m_view, &ThreadView::dayPressed, this, &ThreadPane::askForDay);
    connect(m_find, &ThreadSearch::wordsChanged, m_view, &ThreadView::setFound);
    connect(m_find, &ThreadSearch::left, this, [this] { m_view->setFocus(); });
    connect(m_find, &ThreadSearch::wanted, this, [this](const net::SearchHit &hit) {
        showMessage(hit.message.id, {hit.message.at, hit.message.order});
    });
    connect(m_composer, &Composer::questionAnswered, this, &ThreadPane::answerQuestion);
    connect(m_composer, &Composer::jumpRequested, this, &ThreadPane::goTo);
    setAcceptDrops(true);
    connect(desk.theme, &Theme::changed, this,
            [this] { m_header->setFixedHeight(m_desk.theme->px(44)); });
    addCommands();
    retranslate();
    close();
}

void ThreadPane::open(const ConversationSummary &summary)
{
    if (!m_summary || m_summary->id != summary.id)
        m_find->leave();
    m_wanted = {};
    m_wantedDay = {};
    m_view->setPartner(words::personWords(summary));
    m_summary = summary;
    m_error.reset();
    m_trouble->hide();
    m_header->show();
    m_view->setMayDecide(m_desk.state->may(Permission::DecideUnknownOutcome));
    m_view->setMayReadHistory(m_desk.state->may(Permission::ReadMessageHistory));
    m_desk.state->openConversation(summary.id);
    showHeader();
    m_composer->show(summary);
    showState();
    tellRead();
    tellWhere();
}

void ThreadPane::setActions(WorkActions *actions)
{
    m_claim->setActions(actions);
}

void ThreadPane::say(Tone tone, const QString &sentence)
{
    m_trouble->say(tone, sentence);
    m_trouble->show();
    m_saidLong->start();
}

void ThreadPane::update(const ConversationSummary &summary)
{
    if (!m_summary || m_summary->id != summary.id)
        return;
    m_summary = summary;
    showHeader();
    m_composer->show(summary);
    tellRead();
    tellSeen();
}

/// The agent sees the open conversation now: the customer may be told that it was read.
void ThreadPane::tellRead()
{
    if (m_summary && isVisible() && window()->isActiveWindow() && m_desk.state->isLive() &&
        m_desk.state->may(Permission::SendMessages))
        m_desk.state->courtesies()->seen(*m_summary);
}

void ThreadPane::tellWhere()
{
    const bool looks = m_summary && isVisible() && m_desk.state->may(Permission::ShareWork);
    m_desk.state->attending()->look(looks ? m_summary->id : ConversationId());
}

void ThreadPane::tellSeen()
{
    const auto *thread = m_desk.state->thread();
    if (m_summary && isVisible() && window()->isActiveWindow() && m_desk.state->isLive() &&
        thread->conversation() == m_summary->id && thread->isUpToDate() && thread->rowCount() > 0 &&
        !thread->hasNewer() && m_view->isAtEnd() && m_desk.state->may(Permission::ShareWork))
        m_desk.state->own()->markSeen(*m_summary);
}

void ThreadPane::goTo(MessageId id)
{
    m_view->jumpTo(id);
}

void ThreadPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_composer->mayCompose() && (event->mimeData()->hasUrls() || event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void ThreadPane::dropEvent(QDropEvent *event)
{
    if (m_composer->attach(event->mimeData()))
        event->acceptProposedAction();
}

void ThreadPane::close()
{
    m_summary.reset();
    m_error.reset();
    m_header->hide();
    m_claim->clear();
    m_find->leave();
    m_view->setPartner({});
    m_trouble->hide();
    tellWhere();
    m_composer->clear();
    m_name->clear();
    m_number->clear();
    showState();
}

void ThreadPane::forget(ConversationId id)
{
    m_composer->forget(id);
    m_media->clear(); // it is not known whose bytes are whose
    if (m_summary && m_summary->id == id)
        close();
}

void ThreadPane::forgetAll()
{
    m_composer->forgetAll();
    m_media->clear();
    close();
}

void ThreadPane::tick()
{
    if (!m_summary)
        return;
    showHeader();
    m_composer->show(*m_summary);
}

void ThreadPane::showHeader()
{
    const ConversationSummary &summary = *m_summary;
    m_claim->show(summary);
    m_name->setText(isolatedName(words::personWords(summary)));
    m_number->setText(summary.name.isEmpty() ? QString() : summary.number);
    m_number->setVisible(!m_number->text().isEmpty());
    if (!summary.windowClosesAt) {
        m_window->setText(tr("No reply window yet"));
        return m_window->setLook(TextRole::SmallStrong, Token::Closed);
    }
    const Duration left = *summary.windowClosesAt - m_desk.clock->now();
    if (left.count() <= 0) {
        m_window->setText(tr("Reply window closed"));
        return m_window->setLook(TextRole::SmallStrong, Token::Closed);
    }
    m_window->setText(tr("Reply window: %1").arg(words::timeLeftWords(left)));
    const Token ink = left < std::chrono::minutes(30) ? Token::Bad
                      : left < std::chrono::hours(2)  ? Token::Warn
                                                      : Token::Good;
    m_window->setLook(TextRole::SmallStrong, ink);
}

void ThreadPane::loadAgain()
{
    m_error.reset();
    m_desk.state->thread()->retry();
    showState();
}

/// Own words alone are no conversation: whoever answers is told what is missing above them.
/// Without a connection the line at the top says how old everything is.
void ThreadPane::showGap()
{
    const auto *thread = m_desk.state->thread();
    const bool bare = !thread->isLoaded();
    const bool stale = !bare && !thread->isUpToDate() && m_desk.state->isLive();
    const bool missing = m_summary && m_error && thread->rowCount() > 0 && !thread->isLoading();
    m_gap->setVisible(missing && (bare || stale));
    if (!m_gap->isVisibleTo(this))
        return;
    const QString why = words::apiErrorSentence(*m_error);
    m_gap->say(Tone::Warn, bare
                               ? tr("What was written here before could not be loaded. %1").arg(why)
                               : tr("These messages could not be brought up to date. %1").arg(why));
    m_gap->setGlyph(Glyph::Offline);
}

void ThreadPane::showState()
{
    showGap();
    if (m_summary && m_desk.state->thread()->rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    m_empty->offer({});
    if (!m_summary) {
        m_empty->say(
            Glyph::Inbox, tr("No conversation open"),
            tr("Choose one on the left. Those whose reply window closes first are on top."));
    } else if (m_error) {
        m_empty->say(Glyph::Offline, tr("The messages could not be loaded"),
                     words::apiErrorSentence(*m_error));
        m_empty->offer(tr("Try again"));
    } else if (m_desk.state->thread()->isLoading()) {
        m_empty->say(Glyph::Syncing, tr("Loading messages…"), {});
    } else {
        m_empty->say(Glyph::Inbox, tr("No messages"),
                     tr("Older messages may have reached the end of their keeping period."));
    }
}

void ThreadPane::sayTrouble(const ApiError &error)
{
    m_saidLong->stop();
    m_trouble->say(Tone::Bad, words::apiErrorSentence(error));
    m_trouble->show();
}

void ThreadPane::decide(MessageId id, bool resend)
{
    m_trouble->hide();
    const auto decision = resend ? net::UnknownDecision::Resend : net::UnknownDecision::Abandon;
    m_desk.persons->decide(id, decision, {this, [this](const net::Answer<MessageView> &answer) {
                                              if (answer)
                                                  m_desk.state->thread()->apply(*answer);
                                              else
                                                  sayTrouble(answer.error());
                                          }});
}

void ThreadPane::answerQuestion(ConversationId id, bool isOptOut)
{
    m_trouble->hide();
    m_desk.persons->answerOptOutQuestion(
        id, isOptOut, {this, [this](const net::Answer<ConversationSummary> &answer) {
                           if (!answer)
                               return sayTrouble(answer.error());
                           m_desk.state->inbox()->apply(*answer);
                           update(*answer);
                       }});
}

void ThreadPane::retranslate()
{
    m_again->setText(tr("Try again"));
    m_view->retranslate();
    if (m_summary)
        showHeader();
    showState();
}

bool ThreadPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (plain && key->key() == Qt::Key_Up && watched == m_composer->edit() &&
            m_composer->edit()->toPlainText().isEmpty() && m_desk.state->thread()->rowCount() > 0) {
            m_view->selectLast();
            return true;
        }
        if (plain && key->key() == Qt::Key_Escape && watched == m_view && m_view->clearChoice())
            return true;
        if (plain && key->key() == Qt::Key_Escape && watched == m_view &&
            m_composer->edit()->isVisible()) {
            m_composer->edit()->setFocus();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void ThreadPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange) {
        tellRead();
        tellSeen();
    }
    Panel::changeEvent(event);
}

void ThreadPane::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    tellWhere();
    tellSeen();
}

void ThreadPane::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    tellWhere();
}

} // namespace destek::ui
