#include "ui/search/search_hits.h"

#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"

#include <QEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace destek::ui
{

using models::SearchModel;

namespace
{

/// Who and when above, the words found below.
class HitDelegate : public QStyledItemDelegate
{
public:
    HitDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, m_theme.px(54)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        painter->fillRect(option.rect, m_theme.color(selected ? Token::Selection
                                                     : hover  ? Token::Hover
                                                              : Token::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          m_theme.color(Token::Line));
        const QRectF inner =
            QRectF(option.rect)
                .adjusted(m_theme.px(14), m_theme.px(7), -m_theme.px(12), -m_theme.px(7));
        const qreal half = inner.height() / 2;
        const QString time = index.data(SearchModel::TimeRole).toString();
        const QFont small = m_theme.font(TextRole::Small);
        const qreal wide = QFontMetricsF(small).horizontalAdvance(time) + 2;
        drawLine(*painter, m_theme, time, small, m_theme.color(Token::TextFaint),
                 QRectF(inner.right() - wide, inner.y(), wide, half), Qt::AlignRight);
        drawLine(*painter, m_theme, isolatedName(index.data(SearchModel::NameRole).toString()),
                 m_theme.font(TextRole::Strong), m_theme.color(Token::Text),
                 QRectF(inner.x(), inner.y(), inner.width() - wide - 10, half));
        qreal left = inner.x();
        const bool person = index.data(SearchModel::IsPersonRole).toBool();
        if (person || index.data(SearchModel::FromUsRole).toBool()) {
            const qreal side = m_theme.px(13);
            paintGlyph(*painter, person ? Glyph::Person : Glyph::Reply,
                       QRectF(left, inner.y() + half + (half - side) / 2, side, side),
                       m_theme.color(Token::TextFaint));
            left += side + 6;
        }
        drawLine(*painter, m_theme, index.data(SearchModel::SnippetRole).toString(),
                 m_theme.font(TextRole::Body), m_theme.color(Token::TextMuted),
                 QRectF(left, inner.y() + half, inner.right() - left, half), Qt::AlignLeft,
                 index.data(SearchModel::FoldedWordsRole).toStringList());
        if (selected && option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(m_theme.color(Token::Focus), 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

SearchHits::SearchHits(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, Qt::TopEdge, parent), m_desk(desk),
      m_model(desk.conversations, desk.clock),
      m_caption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_narrow(new Button(*desk.theme, Button::Kind::Flat)), m_menu(new QMenu(this)),
      m_stack(new QStackedWidget), m_list(new QListView), m_empty(new EmptyState(*desk.theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 12, 0);
    head->addWidget(m_caption, 1);
    head->addWidget(m_narrow);
    m_caption->setElided(true);
    m_narrow->setObjectName(QStringLiteral("narrowSearch"));
    m_narrow->setGlyph(Glyph::Filter);
    connect(m_menu, &QMenu::aboutToShow, this, &SearchHits::fillMenu);
    connect(m_narrow, &QPushButton::clicked, this,
            [this] { m_menu->popup(m_narrow->mapToGlobal(QPoint(0, m_narrow->height()))); });
    column->addLayout(head);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new HitDelegate(*desk.theme, this));
    m_list->setModel(&m_model);
    m_model.leaveOut([state = desk.state](ConversationId id) {
        return state->inbox()->rowOf(id) >= 0; // stands in the list above
    });
    connect(m_list, &QListView::clicked, this, &SearchHits::choose);
    connect(m_list, &QListView::activated, this, &SearchHits::choose);
    connect(&m_model, &SearchModel::changed, this, &SearchHits::showState);
    connect(m_empty, &EmptyState::taken, &m_model, &SearchModel::askNow);
    connect(desk.state, &models::ConsoleState::personErased, this,
            [this](ContactId contact) { m_model.forget(contact); });
    connect(desk.theme, &Theme::changed, m_list, &QListView::doItemsLayout);
    retranslate();
}

void SearchHits::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT chosen(m_model.at(index.row()));
}

void SearchHits::showState()
{
    const int people = m_model.peopleCount();
    const int found = m_model.rowCount() - people;
    m_caption->setText(found == SearchModel::kMostHits
                           ? tr("Found in messages: the newest %n", nullptr, found)
                       : found > 0 ? tr("Found in messages: %n", nullptr, found)
                                   : tr("Found in messages"));
    if (people > 0) {
        const QString named = tr("People found: %n", nullptr, people);
        m_caption->setText(
            found == 0
                ? named
                : tr("%1 · %2", "people found; messages found").arg(named, m_caption->text()));
    }
    if (m_model.filter() != SearchFilter())
        m_caption->setText(tr("%1 · only: %2", "how many; what the search is narrowed to")
                               .arg(m_caption->text(), filterWords()));
    if (m_model.rowCount() > 0 && !m_model.error()) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    m_empty->offer({});
    if (m_model.error()) {
        m_empty->say(Glyph::Offline, tr("The search did not work"),
                     words::apiErrorSentence(*m_model.error()));
        m_empty->offer(tr("Try again"));
    } else if (m_model.isAsking()) {
        m_empty->say(Glyph::Syncing, tr("Searching…"), {});
    } else {
        m_empty->say(Glyph::Search, tr("No message found"),
                     tr("Whole words and beginnings of words are found, in any spelling of i and "
                        "ı."));
    }
}

QString SearchHits::filterWords() const
{
    const SearchFilter &filter = m_model.filter();
    QStringList parts;
    if (filter.whose != SearchFilter::Whose::Anybody)
        parts << (filter.whose == SearchFilter::Whose::Us ? tr("from us") : tr("from customers"));
    if (filter.since)
        parts << tr("since %1", "a date")
                     .arg(
                         QLocale().toString(QDateTime::fromMSecsSinceEpoch(filter.since->ms).date(),
                                            QLocale::ShortFormat));
    if (filter.filesOnly)
        parts << tr("with a file");
    return QLocale().createSeparatedList(parts);
}

void SearchHits::fillMenu()
{
    using Whose = SearchFilter::Whose;
    m_menu->clear();
    const SearchFilter now = m_model.filter();
    const auto add = [this](const QString &text, bool on, const SearchFilter &then) {
        QAction *action = m_menu->addAction(text, this, [this, then] { m_model.setFilter(then); });
        action->setCheckable(true);
        action->setChecked(on);
    };
    add(tr("Everything"), now == SearchFilter(), {});
    m_menu->addSection(tr("Only"));
    for (const auto &[whose, text] :
         {std::pair(Whose::Customer, tr("From customers")), std::pair(Whose::Us, tr("From us"))}) {
        SearchFilter then = now;
        then.whose = now.whose == whose ? Whose::Anybody : whose;
        add(text, now.whose == whose, then);
    }
    SearchFilter then = now;
    then.filesOnly = !now.filesOnly;
    add(tr("With a file"), now.filesOnly, then);
    m_menu->addSection(tr("Since"));
    const QDate today = m_desk.clock->now().toUtc().toLocalTime().date();
    for (const auto &[from, text] :
         {std::pair(today.addDays(-7), tr("7 days")), std::pair(today.addDays(-30), tr("30 days")),
          std::pair(today.addYears(-1), tr("One year"))}) {
        const Instant since = Instant::fromMs(from.startOfDay().toMSecsSinceEpoch());
        then = now;
        then.since = now.since == since ? std::nullopt : std::optional(since);
        add(text, now.since == since, then);
    }
}

void SearchHits::retranslate()
{
    m_list->setAccessibleName(tr("People and messages found"));
    m_narrow->setAccessibleName(tr("Narrow the search"));
    m_narrow->setToolTip(tr("Narrow the search"));
    showState();
}

void SearchHits::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
