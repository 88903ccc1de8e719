#include "ui/inbox/inbox_pane.h"

#include "models/format/words.h"
#include "ui/inbox/bulk_bar.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/queue_tabs.h"
#include "ui/inbox/view_menu.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/search/search_hits.h"
#include "ui/work/work_actions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

using models::InboxModel;

namespace
{

constexpr auto kSaidFor = std::chrono::seconds(8);

} // namespace

InboxPane::InboxPane(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, {}, parent), m_desk(desk),
      m_tabs(new QueueTabs(*desk.theme)), m_filter(new QLineEdit),
      m_views(new Button(*desk.theme, Button::Kind::Flat)), m_viewMenu(new ViewMenu(desk, this)),
      m_count(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_clearView(new Button(*desk.theme, Button::Kind::Flat)), m_bulk(new BulkBar(desk)),
      m_said(new Banner(*desk.theme)), m_saidLong(new QTimer(this)), m_list(new InboxList),
      m_stack(new QStackedWidget), m_empty(new EmptyState(*desk.theme)),
      m_error(new Banner(*desk.theme)), m_hits(new SearchHits(desk))
{
    layOut();
    m_filter->setObjectName("search"_L1);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(100);
    m_filter->installEventFilter(this);
    m_views->setObjectName("views"_L1);
    m_views->setGlyph(Glyph::Filter);
    m_list->setItemDelegate(new InboxDelegate(*desk.theme, this));
    m_list->setModel(desk.state->inbox());
    m_error->hide();
    m_said->hide();
    m_saidLong->setSingleShot(true);
    m_saidLong->setInterval(kSaidFor);
    connect(m_saidLong, &QTimer::timeout, m_said, &QWidget::hide);
    connectModel();
    connect(m_tabs, &QueueTabs::chosen, this, [this](models::Queue queue) {
        m_filter->clear(); // a search is in all of them
        setQueue(queue);
    });
    connect(m_views, &QPushButton::clicked, this,
            [this] { m_viewMenu->popup(m_views->mapToGlobal(QPoint(0, m_views->height()))); });
    connect(m_clearView, &QPushButton::clicked, this, [this] { m_viewMenu->narrow({}); });
    connect(m_filter, &QLineEdit::textChanged, m_hits->model(), &models::SearchModel::setWords);
    connect(m_filter, &QLineEdit::returnPressed, m_hits->model(), &models::SearchModel::askNow);
    connect(m_hits->model(), &models::SearchModel::changed, this, &InboxPane::showState);
    connect(m_hits, &SearchHits::chosen, this, &InboxPane::hitChosen);
    connect(m_list, &InboxList::chosen, this, &InboxPane::onChosen);
    connect(m_list, &InboxList::selectionCountChanged, this, [this](int count) {
        m_bulk->setCount(count);
        if (m_actions)
            m_actions->setSelected(m_list->selected());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &InboxPane::showMenu);
    connect(desk.state, &models::ConsoleState::phaseChanged, this, &InboxPane::showState);
    connect(desk.state->team(), &models::TeamBook::changed, this, &InboxPane::showView);
    connect(m_empty, &EmptyState::taken, this, [this] {
        auto *model = m_desk.state->inbox();
        if (!m_filter->text().isEmpty())
            m_filter->clear();
        else if (model->view() != InboxFilter())
            model->setView({});
        else if (m_failed)
            model->load();
        else
            setQueue(models::Queue::All);
    });
    connect(desk.theme, &Theme::changed, m_list, &QListView::doItemsLayout);
    connect(desk.commands, &Commands::keysChanged, this, &InboxPane::retranslate);
    m_tabs->setQueue(desk.state->inbox()->queue());
    retranslate();
}

void InboxPane::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(6);
    head->addWidget(m_tabs);
    auto *find = new QHBoxLayout;
    find->setSpacing(4);
    find->addWidget(m_filter, 1);
    find->addWidget(m_views);
    head->addLayout(find);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_count, 1);
    line->addWidget(m_clearView);
    m_count->setElided(true);
    head->addLayout(line);
    head->addWidget(m_error);
    head->addWidget(m_said);
    column->addLayout(head);
    column->addWidget(m_bulk);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    column->addWidget(m_hits, 1);
}

void InboxPane::connectModel()
{
    auto *model = m_desk.state->inbox();
    connect(m_filter, &QLineEdit::textChanged, this, [this, model](const QString &words) {
        model->setFilter(words);
        if (!words.isEmpty())
            m_list->scrollToTop(); // what is found begins there, wherever one was before
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this, model] {
        m_tabs->setQueue(model->queue()); // a view may have changed it
        m_bulk->setCount(0);
        if (m_actions)
            m_actions->setSelected({});
        mark(m_open);
        showView();
        showCounts();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, &InboxPane::showState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &InboxPane::showState);
    connect(model, &InboxModel::waitingCountChanged, this, &InboxPane::showState);
    connect(model, &InboxModel::countsChanged, this, [this, model] {
        if (model->isLoaded() && m_failed) {
            m_failed.reset();
            showState();
        }
        showCounts();
    });
    connect(model, &InboxModel::loaded, this, [this] {
        m_failed.reset();
        mark(m_open);
        showState();
    });
    connect(model, &InboxModel::failed, this, [this](const ApiError &error) {
        m_failed = error;
        showState();
    });
}

QListView *InboxPane::list() const
{
    return m_list;
}

void InboxPane::setActions(WorkActions *actions)
{
    m_actions = actions;
    m_bulk->setActions(actions);
}

void InboxPane::setQueue(models::Queue queue)
{
    m_tabs->setQueue(queue);
    m_desk.state->inbox()->setQueue(queue);
}

void InboxPane::say(Tone tone, const QString &sentence)
{
    m_said->say(tone, sentence);
    m_said->show();
    m_saidLong->start();
}

void InboxPane::showCounts()
{
    using models::Queue;
    const auto *model = m_desk.state->inbox();
    for (const Queue queue : {Queue::Mine, Queue::Team, Queue::Unassigned, Queue::Snoozed})
        m_tabs->setCount(queue, model->isLoaded() ? model->countOf(queue) : -1);
}

void InboxPane::showView()
{
    const QString view = m_viewMenu->words();
    m_views->setToolTip(view.isEmpty() ? m_views->accessibleName() : view);
    showState();
}

void InboxPane::showMenu(const QPoint &at)
{
    QPoint place = at;
    if (!m_list->indexAt(at).isValid()) // by the menu key
        place = m_list->visualRect(m_list->currentIndex()).center();
    if (!m_actions || !m_list->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("rowMenu"_L1);
    m_actions->fill(menu);
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

void InboxPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void InboxPane::forgetSearch()
{
    m_filter->clear();
}

void InboxPane::step(int rows)
{
    auto *model = m_desk.state->inbox();
    if (model->rowCount() == 0)
        return;
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + rows : 0;
    m_list->setCurrentIndex(model->index(qBound(0, row, model->rowCount() - 1)));
}

void InboxPane::mark(ConversationId id)
{
    m_open = id;
    auto *model = m_desk.state->inbox();
    const int row = model->rowOf(id);
    if (row >= 0) {
        if (m_list->selected() != QList<ConversationId>{id})
            m_list->showSelected(model->index(row));
    } else if (id.isValid()) {
        m_list->deselectAll(); // no row is highlighted that is not the one before one's eyes
    }
}

void InboxPane::onChosen(ConversationId id)
{
    if (!id.isValid())
        return;
    if (id == m_open) // what did not come the first time may come now
        return m_desk.state->thread()->retry();
    m_open = id;
    Q_EMIT chosen(id);
}

bool InboxPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            if (m_list->isVisible()) {
                m_list->setFocus(Qt::OtherFocusReason);
                if (!m_list->currentIndex().isValid())
                    step(0);
            } else if (m_hits->isVisible()) {
                m_hits->list()->setFocus(Qt::OtherFocusReason);
                if (!m_hits->list()->currentIndex().isValid())
                    m_hits->list()->setCurrentIndex(m_hits->model()->index(0));
            }
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void InboxPane::showState()
{
    auto *model = m_desk.state->inbox();
    m_error->setVisible(m_failed.has_value() && model->rowCount() > 0);
    if (m_failed)
        m_error->say(Tone::Bad, words::apiErrorSentence(*m_failed));
    m_count->setVisible(model->knownCount() > 0);
    const QString view = m_viewMenu->words();
    const bool searching = !model->filter().isEmpty();
    m_clearView->setVisible(!view.isEmpty() && !searching);
    m_count->setText(searching ? tr("Searching in all queues")
                     : view.isEmpty()
                         ? tr("%n person(s) waiting for an answer", nullptr, model->waitingCount())
                         : tr("Only: %1", "what the list is narrowed to").arg(view));
    m_count->setAccessibleName(m_count->text());
    // Nobody by that name, but messages, or still looking: the messages get the whole pane.
    const auto *search = m_hits->model();
    const bool onlyMessages = model->rowCount() == 0 && search->isActive() &&
                              (search->rowCount() > 0 || search->isAsking() || search->error() ||
                               search->filter() != SearchFilter());
    m_stack->setVisible(!onlyMessages);
    m_hits->setVisible(search->isActive() && (onlyMessages || model->rowCount() > 0));
    if (model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    sayEmpty();
}

/// An empty list is an answer, too: to the words, to the view, or good news.
void InboxPane::sayEmpty()
{
    using models::Queue;
    const auto *model = m_desk.state->inbox();
    const bool loading =
        model->isLoading() || m_desk.state->phase() == models::ConsolePhase::Loading;
    m_empty->offer({});
    if (!model->filter().isEmpty()) {
        m_empty->say(Glyph::Search, tr("Nothing found"),
                     m_hits->model()->isActive()
                         ? tr("No name, number, field or message has words that begin like this.")
                         : tr("Nobody in the list. With one more letter everybody and all messages "
                              "are searched."));
        m_empty->offer(tr("Clear the search"));
    } else if (m_failed) {
        m_empty->say(Glyph::Offline, tr("The inbox could not be loaded"),
                     words::apiErrorSentence(*m_failed));
        m_empty->offer(tr("Try again"));
    } else if (loading) {
        m_empty->say(Glyph::Syncing, tr("Loading conversations…"), {});
    } else if (model->view() != InboxFilter()) {
        m_empty->say(Glyph::Filter, tr("Nothing here fits the view"),
                     tr("Only: %1", "what the list is narrowed to").arg(m_viewMenu->words()));
        m_empty->offer(tr("Show everything"));
    } else if (model->queue() == Queue::Mine) {
        m_empty->say(Glyph::Tick, tr("Nothing is yours at the moment"),
                     tr("%1 opens what most needs an answer and belongs to nobody.")
                         .arg(m_desk.commands->pressWords(u"task.next"_s)));
        m_empty->offer(tr("Show all conversations"));
    } else if (model->queue() == Queue::Team || model->queue() == Queue::Unassigned) {
        m_empty->say(Glyph::Tick, tr("Nothing here at the moment"), {});
        m_empty->offer(tr("Show all conversations"));
    } else if (model->queue() == Queue::Snoozed) {
        m_empty->say(Glyph::Clock, tr("Nothing is put off"),
                     tr("What you snooze with %1 waits here until its time comes or the customer "
                        "writes.")
                         .arg(m_desk.commands->pressWords(u"work.snooze"_s)));
    } else {
        m_empty->say(Glyph::Inbox, tr("No conversations yet"),
                     tr("When a customer writes to your number, the conversation appears here."));
    }
}

void InboxPane::retranslate()
{
    m_filter->setPlaceholderText(
        m_desk.commands->tip(u"inbox.find"_s, tr("Search people and messages")));
    m_filter->setAccessibleName(tr("Search conversations"));
    m_list->setAccessibleName(tr("Conversations"));
    m_views->setAccessibleName(tr("Views and filters"));
    m_clearView->setText(tr("Clear"));
    m_clearView->setAccessibleName(tr("Clear the view"));
    showCounts();
    showView();
}

void InboxPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
