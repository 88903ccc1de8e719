#include "ui/inbox/inbox_pane.h"

#include "models/format/words.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/kit/banner.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/search/search_hits.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

using models::InboxModel;

InboxPane::InboxPane(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, {}, parent), m_desk(desk), m_filter(new QLineEdit),
      m_count(new Label(*desk.theme, TextRole::Small, Token::TextMuted)), m_list(new QListView),
      m_stack(new QStackedWidget), m_empty(new EmptyState(*desk.theme)),
      m_error(new Banner(*desk.theme)), m_hits(new SearchHits(desk))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 10, 12, 8);
    head->setSpacing(6);
    head->addWidget(m_filter);
    head->addWidget(m_count);
    head->addWidget(m_error);
    column->addLayout(head);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    column->addWidget(m_hits, 1);

    m_filter->setObjectName("search"_L1);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(100);
    m_filter->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new InboxDelegate(*desk.theme, this));
    m_list->setModel(desk.state->inbox());
    m_error->hide();

    auto *model = desk.state->inbox();
    connect(m_filter, &QLineEdit::textChanged, model, &InboxModel::setFilter);
    connect(m_filter, &QLineEdit::textChanged, m_hits->model(), &models::SearchModel::setWords);
    connect(m_filter, &QLineEdit::returnPressed, m_hits->model(), &models::SearchModel::askNow);
    connect(m_hits->model(), &models::SearchModel::changed, this, &InboxPane::showState);
    connect(m_hits, &SearchHits::chosen, this, &InboxPane::hitChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &InboxPane::onCurrentChanged);
    for (auto signal : {&QAbstractItemModel::modelReset})
        connect(model, signal, this, &InboxPane::showState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &InboxPane::showState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &InboxPane::showState);
    connect(model, &InboxModel::waitingCountChanged, this, &InboxPane::showState);
    connect(model, &InboxModel::loaded, this, [this] {
        m_failed.reset();
        mark(m_open);
        showState();
    });
    connect(model, &InboxModel::failed, this, [this](const ApiError &error) {
        m_failed = error;
        showState();
    });
    connect(desk.state, &models::ConsoleState::phaseChanged, this, &InboxPane::showState);
    connect(m_empty, &EmptyState::taken, this, [this] {
        if (!m_filter->text().isEmpty())
            m_filter->clear();
        else
            m_desk.state->inbox()->load();
    });
    connect(desk.theme, &Theme::changed, m_list, &QListView::doItemsLayout);
    retranslate();
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
    const int row = m_desk.state->inbox()->rowOf(id);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_desk.state->inbox()->index(row));
}

void InboxPane::onCurrentChanged(const QModelIndex &index)
{
    const ConversationId id(index.data(InboxModel::IdRole).toLongLong());
    if (!id.isValid() || id == m_open)
        return;
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
    const bool loading =
        model->isLoading() || m_desk.state->phase() == models::ConsolePhase::Loading;
    m_error->setVisible(m_failed.has_value() && model->rowCount() > 0);
    if (m_failed)
        m_error->say(Tone::Bad, words::apiErrorSentence(*m_failed));
    m_count->setVisible(model->knownCount() > 0);
    m_count->setText(tr("%n person(s) waiting for an answer", nullptr, model->waitingCount()));
    // Nobody by that name, but messages, or still looking: the messages get the whole pane.
    const auto *search = m_hits->model();
    const bool onlyMessages = model->rowCount() == 0 && search->isActive() &&
                              (search->rowCount() > 0 || search->isAsking() || search->error());
    m_stack->setVisible(!onlyMessages);
    m_hits->setVisible(search->isActive() && (onlyMessages || model->rowCount() > 0));
    if (model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    m_empty->offer({});
    if (!model->filter().isEmpty()) {
        m_empty->say(Glyph::Search, tr("Nobody and nothing found"),
                     tr("No name, number or message contains these words."));
        m_empty->offer(tr("Clear the search"));
    } else if (m_failed) {
        m_empty->say(Glyph::Offline, tr("The inbox could not be loaded"),
                     words::apiErrorSentence(*m_failed));
        m_empty->offer(tr("Try again"));
    } else if (loading) {
        m_empty->say(Glyph::Syncing, tr("Loading conversations…"), {});
    } else {
        m_empty->say(Glyph::Inbox, tr("No conversations yet"),
                     tr("When a customer writes to your number, the conversation appears here."));
    }
}

void InboxPane::retranslate()
{
    m_filter->setPlaceholderText(tr("Search people and messages (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Search conversations"));
    m_list->setAccessibleName(tr("Conversations"));
    showState();
}

void InboxPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
