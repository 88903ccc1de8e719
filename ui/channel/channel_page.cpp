#include "ui/channel/channel_page.h"

#include "core/text/dates.h"
#include "models/format/channel_words.h"
#include "models/format/words.h"
#include "ui/channel/alert_list.h"
#include "ui/channel/fact_tile.h"
#include "ui/channel/template_list.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/table.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace destek::ui
{

using models::ChannelModel;

namespace
{

constexpr auto kQuietTooLong = std::chrono::hours(24); ///< no webhook: look at the subscription
constexpr int kMostCountRows = 12;

Instant latest(const ChannelView &view, Instant ChannelNumber::*member)
{
    Instant found;
    for (const ChannelNumber &number : view.numbers)
        found = std::max(found, number.*member);
    return found;
}

} // namespace

ChannelPage::ChannelPage(const Desk &desk, models::ChannelModel *model, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk), m_model(model),
      m_stack(new QStackedWidget), m_empty(new EmptyState(*desk.theme)),
      m_title(new Label(*desk.theme, TextRole::Title, Token::Text)),
      m_refresh(new Button(*desk.theme, Button::Kind::Normal)), m_trouble(new Banner(*desk.theme)),
      m_stopped(new Banner(*desk.theme)), m_call(new FactTile(*desk.theme)),
      m_webhook(new FactTile(*desk.theme)), m_queue(new FactTile(*desk.theme)),
      m_media(new FactTile(*desk.theme)), m_dead(new FactTile(*desk.theme)),
      m_healthHeading(heading()), m_alertsHeading(heading()), m_numbersHeading(heading()),
      m_templatesHeading(heading()), m_countsHeading(heading()), m_alerts(new AlertList(desk)),
      m_numbers(new QGridLayout), m_templates(new TemplateList(desk)),
      m_quota(new Banner(*desk.theme)), m_counts(new Table(*desk.theme)),
      m_countRows(new QStandardItemModel(this)),
      m_noCounts(new Label(*desk.theme, TextRole::Body, Token::TextMuted))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *content = new QWidget;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_empty);
    outer->addWidget(m_stack);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_refresh);
    column->addLayout(head);
    column->addWidget(m_trouble);
    column->addWidget(m_stopped);
    column->addWidget(m_healthHeading);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(10);
    for (FactTile *tile : {m_call, m_webhook, m_queue, m_media, m_dead})
        tiles->addWidget(tile, 1);
    column->addLayout(tiles);
    column->addSpacing(10);
    column->addWidget(m_alertsHeading);
    column->addWidget(m_alerts);
    column->addSpacing(10);
    column->addWidget(m_numbersHeading);
    m_numbers->setSpacing(10);
    column->addLayout(m_numbers);
    column->addSpacing(10);
    column->addWidget(m_templatesHeading);
    column->addWidget(m_templates);
    column->addSpacing(10);
    column->addWidget(m_countsHeading);
    column->addWidget(m_quota);
    column->addWidget(m_counts);
    column->addWidget(m_noCounts);
    column->addStretch(1);
    m_counts->setModel(m_countRows);
    m_counts->setFocusPolicy(Qt::StrongFocus);

    connect(m_refresh, &QPushButton::clicked, this, &ChannelPage::open);
    connect(m_empty, &EmptyState::taken, this, &ChannelPage::open);
    connect(m_alerts, &AlertList::acknowledged, m_model, &ChannelModel::acknowledge);
    // Queued: the answer to a button may replace the button.
    connect(m_model, &ChannelModel::changed, this, &ChannelPage::showState, Qt::QueuedConnection);
    connect(desk.state, &models::ConsoleState::feedStateChanged, this, &ChannelPage::showState);
    connect(desk.theme, &Theme::changed, this, &ChannelPage::showState);
    retranslate();
}

Label *ChannelPage::heading()
{
    return new Label(*m_desk.theme, TextRole::Strong, Token::Text);
}

void ChannelPage::open()
{
    if (m_model->isLoading())
        return;
    m_model->load();
    m_templates->load();
}

void ChannelPage::clear()
{
    m_templates->clear();
}

void ChannelPage::tick()
{
    if (isVisible() && m_model->view())
        showTiles(*m_model->view());
}

void ChannelPage::showState()
{
    const auto &view = m_model->view();
    if (!view) {
        m_stack->setCurrentIndex(1);
        m_empty->offer({});
        if (m_model->error()) {
            m_empty->say(Glyph::Offline, tr("The account could not be loaded"),
                         words::apiErrorSentence(*m_model->error()));
            m_empty->offer(tr("Try again"));
        } else if (m_model->isLoading()) {
            m_empty->say(Glyph::Syncing, tr("Loading…"), {});
        } else {
            m_empty->say(Glyph::Link, tr("Nothing known yet"), {});
            m_empty->offer(tr("Ask the server"));
        }
        return;
    }
    m_stack->setCurrentIndex(0);
    const bool offline = m_desk.state->feedState() == net::FeedState::Offline;
    m_trouble->setVisible(offline || m_model->error());
    if (offline) {
        m_trouble->say(Tone::Warn, tr("The server cannot be reached. What is shown here is what "
                                      "was known before."));
        m_trouble->setGlyph(Glyph::Offline);
    } else if (m_model->error()) {
        m_trouble->say(Tone::Bad, words::apiErrorSentence(*m_model->error()));
    }
    showStopped(*view);
    showTiles(*view);
    m_alerts->show(view->alerts, m_desk.state->may(Permission::ManageChannel));
    showNumbers(*view);
    showCounts(*view);
}

void ChannelPage::showStopped(const ChannelView &view)
{
    m_stopped->setVisible(view.sendingStopped || view.restricted);
    if (!view.sendingStopped) {
        if (view.restricted)
            m_stopped->say(Tone::Bad, restrictedSentence(view));
        return;
    }
    QString sentence = tr("Sending is stopped. Nothing is lost: %n message(s) wait and go out once "
                          "this is settled.",
                          nullptr, view.queued);
    if (const auto alert = m_model->urgentAlert()) {
        ChannelAlert safe = *alert;
        safe.subject = isolatedName(alert->subject);
        sentence += u' ' + words::alertSentence(safe) + u' ' + words::alertAdvice(safe);
    } else {
        sentence += u' ' + tr("WhatsApp refuses our token or the account. Please check both at "
                              "Meta.");
    }
    m_stopped->say(Tone::Bad, sentence.trimmed());
}

QString ChannelPage::restrictionLine(const ChannelNumber &number) const
{
    const QString what = isolatedName(words::restrictionWords(number.restriction));
    return number.restrictedUntil.isNull()
               ? what
               : tr("%1 · until %2")
                     .arg(what, text::dateTime(number.restrictedUntil, m_desk.speech->language()));
}

QString ChannelPage::restrictedSentence(const ChannelView &view) const
{
    QStringList lines;
    for (const ChannelNumber &number : view.numbers) {
        if (!number.restriction.isEmpty())
            lines << tr("%1: %2").arg(isolatedName(number.display), restrictionLine(number));
    }
    return tr("WhatsApp restricts the account. %1. See Account quality in WhatsApp Manager, and "
              "appeal there.")
        .arg(lines.join(QStringLiteral(" · ")));
}

void ChannelPage::showTiles(const ChannelView &view)
{
    const Instant now = m_desk.clock->now();
    const QLocale locale;
    const auto age = [&](FactTile *tile, const QString &caption, Instant at, bool old) {
        if (at.isNull())
            return tile->say(caption, tr("Never"), tr("Not once since this server was set up"),
                             Token::Warn);
        tile->say(caption, words::ageWords(now - at), text::dateTime(at, m_desk.speech->language()),
                  old ? Token::Warn : Token::Text);
    };
    const Instant inbound = latest(view, &ChannelNumber::lastInboundAt);
    age(m_call, tr("Last successful request to WhatsApp"), latest(view, &ChannelNumber::lastCallAt),
        view.sendingStopped);
    age(m_webhook, tr("Last word from WhatsApp"), inbound, now - inbound > kQuietTooLong);
    const auto count = [&](FactTile *tile, const QString &caption, int value, const QString &what,
                           bool bad) {
        tile->say(caption, locale.toString(value), value > 0 ? what : QString(),
                  value > 0 && bad ? Token::Warn : Token::Text);
    };
    count(m_queue, tr("Waiting to be sent"), view.queued, tr("They go out by themselves"),
          view.sendingStopped);
    count(m_media, tr("Files on their way"), view.waitingMedia,
          tr("Fetched again until WhatsApp has deleted them"), false);
    count(m_dead, tr("Could not be read"), view.deadLetters,
          tr("Kept encrypted for a later version; nothing waits for them"), true);
}

QWidget *ChannelPage::numberCard(const ChannelNumber &number)
{
    const Theme &theme = *m_desk.theme;
    auto *card = new Panel(theme, Token::Surface,
                           Qt::LeftEdge | Qt::RightEdge | Qt::TopEdge | Qt::BottomEdge);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    auto *title = new Label(theme, TextRole::Title, Token::Text);
    title->setText(number.display.isEmpty() ? isolatedName(number.phoneNumberId)
                                            : isolatedName(number.display));
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(title, 0, 0, 1, 2);
    int place = 1;
    const auto fact = [&](const QString &what, const QString &value, Token ink = Token::Text) {
        auto *caption = new Label(theme, TextRole::Body, Token::TextMuted);
        caption->setText(what);
        auto *shown = new Label(theme, TextRole::Body, ink);
        shown->setWordWrap(true);
        shown->setText(value);
        grid->addWidget(caption, place, 0, Qt::AlignTop);
        grid->addWidget(shown, place++, 1, Qt::AlignTop);
    };
    const auto when = [this](Instant at) {
        return at.isNull() ? tr("Never") : words::ageWords(m_desk.clock->now() - at);
    };
    const Token ink = number.quality == QStringLiteral("RED")      ? Token::Bad
                      : number.quality == QStringLiteral("YELLOW") ? Token::Warn
                                                                   : Token::Text;
    fact(tr("Quality"), isolatedName(words::qualityWords(number.quality)), ink);
    fact(tr("Daily limit of new conversations"), isolatedName(words::limitWords(number.limit)));
    fact(tr("Speed"), number.onPhone ? tr("20 messages a second")
                                     : isolatedName(words::throughputWords(number.throughput)));
    fact(tr("Displayed name"),
         number.verifiedName.isEmpty()
             ? isolatedName(words::nameStatusWords(number.nameStatus))
             : tr("%1 · %2").arg(isolatedName(number.verifiedName),
                                 isolatedName(words::nameStatusWords(number.nameStatus))));
    if (!number.status.isEmpty())
        fact(tr("State"), isolatedName(words::numberStatusWords(number.status)));
    if (!number.restriction.isEmpty())
        fact(tr("Restriction"), restrictionLine(number), Token::Bad);
    if (number.onPhone)
        fact(tr("On a phone"), tr("Yes, in the WhatsApp Business app as well"));
    if (number.history)
        fact(tr("History import"), words::historyWords(*number.history));
    fact(tr("Last word from WhatsApp"), when(number.lastInboundAt));
    fact(tr("Last successful request"), when(number.lastCallAt));
    grid->setRowStretch(place, 1); // beside a taller card
    return card;
}

void ChannelPage::showNumbers(const ChannelView &view)
{
    while (QLayoutItem *item = m_numbers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (view.numbers.isEmpty()) {
        auto *none = new Label(*m_desk.theme, TextRole::Body, Token::TextMuted);
        none->setText(tr("No number is connected yet. It is set in the server's settings."));
        m_numbers->addWidget(none, 0, 0);
    }
    for (int i = 0; i < view.numbers.size(); ++i)
        m_numbers->addWidget(numberCard(view.numbers.at(i)), i / 2, i % 2);
    m_numbers->setColumnStretch(0, 1);
    m_numbers->setColumnStretch(1, 1);
}

void ChannelPage::showCounts(const ChannelView &view)
{
    const QLocale locale;
    QStringList near;
    for (const ChannelNumber &number : view.numbers) {
        if (ChannelModel::isNearFreeQuota(number))
            near << tr("%1 (%2)", "how many; of which number")
                        .arg(locale.toString(number.servicesThisMonth),
                             isolatedName(number.display));
    }
    m_quota->setVisible(!near.isEmpty());
    if (!near.isEmpty())
        m_quota->say(Tone::Warn,
                     tr("Answers WhatsApp counted this month: %1. About %2 a month per number are "
                        "reported to be free; without a payment method WhatsApp may then stop "
                        "delivering.")
                         .arg(near.join(QStringLiteral(" · ")),
                              locale.toString(ChannelModel::kReportedFreeMessages)));
    const auto counts = ChannelModel::monthlyCounts(view);
    m_countRows->clear();
    m_countRows->setHorizontalHeaderLabels(
        {tr("Month"), tr("Category"), tr("Price"), tr("Messages")});
    for (const auto &line : counts) {
        QList<QStandardItem *> row;
        for (const QString &text :
             {words::monthWords(line.month), words::pricingCategoryWords(line.category),
              words::pricingTypeWords(line.type), locale.toString(line.count)})
            row << new QStandardItem(text);
        m_countRows->appendRow(row);
    }
    const std::array<int, 4> widths{170, 220, 260, 110};
    for (int i = 0; i < int(widths.size()); ++i)
        m_counts->setColumnWidth(i, m_desk.theme->px(widths[std::size_t(i)]));
    const int shown = qMin(int(counts.size()), kMostCountRows);
    m_counts->setFixedHeight(m_desk.theme->px(32 + 30 * shown) + 2);
    m_counts->setVisible(!counts.isEmpty());
    m_noCounts->setVisible(counts.isEmpty());
}

void ChannelPage::retranslate()
{
    m_title->setText(tr("WhatsApp account"));
    m_refresh->setText(tr("Refresh"));
    m_healthHeading->setText(tr("Channel health"));
    m_alertsHeading->setText(tr("What WhatsApp reported"));
    m_numbersHeading->setText(tr("Our numbers"));
    m_templatesHeading->setText(tr("Templates"));
    m_countsHeading->setText(tr("Messages WhatsApp counted"));
    m_noCounts->setText(tr("Nothing counted yet."));
    m_counts->setAccessibleName(tr("Messages WhatsApp counted"));
    m_templates->retranslate();
    showState();
}

void ChannelPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
