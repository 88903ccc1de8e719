#include "ui/logs/logs_page.h"

#include "core/text/dates.h"
#include "core/text/turkish.h"
#include "models/format/words.h"
#include "ui/kit/banner.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/table.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace destek::ui
{

using models::AuditModel;
using models::WitnessFinding;

namespace
{

enum class Span : int { Today, Week, Month, All };

} // namespace

LogsPage::LogsPage(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk), m_model(desk.audit),
      m_title(new Label(*desk.theme, TextRole::Title, Token::Text)),
      m_strip(new Banner(*desk.theme)), m_who(new QLineEdit), m_what(new QComboBox),
      m_whom(new QComboBox), m_when(new QComboBox),
      m_whoCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_whatCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_whomCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_whenCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_stack(new QStackedWidget), m_table(new Table(*desk.theme)),
      m_empty(new EmptyState(*desk.theme)), m_quiet(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_strip);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    int place = 0;
    const std::array<std::pair<Label *, QWidget *>, 4> filters{{{m_whoCaption, m_who},
                                                                {m_whatCaption, m_what},
                                                                {m_whomCaption, m_whom},
                                                                {m_whenCaption, m_when}}};
    for (const auto &[caption, field] : filters) {
        caption->setBuddy(field);
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(caption, 0, place);
        grid->addWidget(field, 1, place);
        grid->setColumnStretch(place++, 1);
    }
    column->addLayout(grid);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_who->setClearButtonEnabled(true);
    m_who->setMaxLength(64);
    m_what->setMaxVisibleItems(20);

    m_table->setModel(&m_model);
    const std::array<int, AuditModel::ColumnCount> widths{150, 120, 190, 150, 160, 180, 100, 110};
    for (int i = 0; i < AuditModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, desk.theme->px(widths[std::size_t(i)]));

    m_quiet->setSingleShot(true);
    m_quiet->setInterval(300);
    connect(m_quiet, &QTimer::timeout, this, &LogsPage::load);
    connect(m_who, &QLineEdit::textChanged, m_quiet, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_what, m_whom, m_when})
        connect(box, &QComboBox::activated, this, &LogsPage::load);
    connect(&m_model, &AuditModel::loaded, this, [this] {
        m_error.reset();
        showState();
    });
    connect(&m_model, &AuditModel::failed, this, [this](const ApiError &error) {
        m_error = error;
        showState();
    });
    connect(m_empty, &EmptyState::taken, this, &LogsPage::load);
    connect(desk.state->witness(), &models::AuditWitness::checked, this, &LogsPage::showWitness);
    connect(desk.state, &models::ConsoleState::personErased, this,
            [this](ContactId contact) { m_model.forget(contact); });
    retranslate();
}

void LogsPage::open()
{
    m_desk.state->witness()->check();
    load();
}

void LogsPage::clear()
{
    m_model.clear();
    m_contact = {};
    m_contactName.clear();
    m_error.reset();
    fillFilters();
    showState();
}

void LogsPage::offerContact(ContactId contact, const QString &name)
{
    m_contact = contact;
    m_contactName = name;
    fillWhom();
}

AuditFilter LogsPage::filter() const
{
    AuditFilter filter;
    filter.actor = m_who->text().trimmed();
    filter.action = m_what->currentData().toString();
    if (m_whom->currentIndex() == 1)
        filter.contact = m_contact;
    const Instant now = m_desk.clock->now();
    const QDate today = text::istanbulTime(now).date;
    switch (Span(m_when->currentIndex())) {
    case Span::Today:
        filter.from = text::instantInIstanbul(today, QTime(0, 0));
        break;
    case Span::Week:
        filter.from = text::instantInIstanbul(today.addDays(-6), QTime(0, 0));
        break;
    case Span::Month:
        filter.from = text::instantInIstanbul(today.addDays(-29), QTime(0, 0));
        break;
    case Span::All:
        break;
    }
    return filter;
}

void LogsPage::load()
{
    m_error.reset();
    m_model.load(filter());
    showState();
}

void LogsPage::showState()
{
    if (m_model.rowCount() > 0 && !m_error) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    m_empty->offer({});
    if (m_error) {
        m_empty->say(Glyph::Offline, tr("The log could not be loaded"),
                     words::apiErrorSentence(*m_error));
        m_empty->offer(tr("Try again"));
    } else if (m_model.isLoading()) {
        m_empty->say(Glyph::Syncing, tr("Loading the log…"), {});
    } else {
        m_empty->say(Glyph::Log, tr("No records"), tr("Nothing in the log matches these filters."));
    }
}

void LogsPage::showWitness()
{
    auto *witness = m_desk.state->witness();
    const AuditState &state = witness->state();
    const QString count = QLocale().toString(state.size);
    const QString seal =
        state.sealedAt.isNull() ? QStringLiteral("–") : words::fullTime(state.sealedAt);
    switch (witness->finding()) {
    case WitnessFinding::NotAsked:
        m_strip->say(Tone::Calm, tr("The chain has not been checked yet."));
        m_strip->setGlyph(Glyph::Syncing);
        return;
    case WitnessFinding::Unreachable:
        m_strip->say(Tone::Calm, tr("The chain could not be checked now: the server did not "
                                    "answer. This says nothing about the log."));
        m_strip->setGlyph(Glyph::Offline);
        return;
    case WitnessFinding::Good:
        m_strip->say(Tone::Good, tr("Chain verified: %1 records, last seal %2").arg(count, seal));
        return;
    case WitnessFinding::FirstSeen:
        m_strip->say(Tone::Good,
                     tr("Chain verified: %1 records, last seal %2. This console remembers it from "
                        "now on.")
                         .arg(count, seal));
        return;
    case WitnessFinding::BrokenLog:
        m_strip->say(Tone::Bad,
                     tr("Record no. %1 was altered. The log does not verify from this record "
                        "on. Please tell your data-protection officer and keep the "
                        "server as it is.")
                         .arg(QString::number(state.firstBad)));
        break;
    case WitnessFinding::RolledBack:
        m_strip->say(Tone::Bad, tr("Log shortened: the server shows %1 records, this console has "
                                   "seen more. Please tell your data-protection officer.")
                                    .arg(count));
        break;
    case WitnessFinding::Forked:
        m_strip->say(Tone::Bad, tr("Log rewritten: it does not continue what this console has "
                                   "seen. Please tell your data-protection officer."));
        break;
    case WitnessFinding::KeyChanged:
        m_strip->say(Tone::Bad, tr("Another key: the log is signed with a key this console does "
                                   "not know. Please tell your data-protection officer."));
        break;
    case WitnessFinding::BadSignature:
        m_strip->say(Tone::Bad, tr("Seal not valid: the last seal of the log is missing or wrong. "
                                   "Please tell your data-protection officer."));
        break;
    }
    m_strip->setGlyph(Glyph::ShieldBad);
}

void LogsPage::fillFilters()
{
    const int what = m_what->currentIndex();
    const QString chosen = m_what->currentData().toString();
    m_what->clear();
    m_what->addItem(tr("Everything"), QString());
    QList<QPair<QString, QString>> actions;
    for (const auto &[action, name] : enumNames(AuditAction{}))
        actions << QPair{words::auditActionWords(name), QString(name)};
    std::sort(actions.begin(), actions.end(), [](const auto &a, const auto &b) {
        return text::compareTurkish(a.first, b.first) < 0;
    });
    for (const auto &[shown, name] : std::as_const(actions))
        m_what->addItem(shown, name);
    m_what->setCurrentIndex(what < 0 ? 0 : qMax(0, m_what->findData(chosen)));
    fillWhom();

    const int when = m_when->currentIndex();
    m_when->clear();
    m_when->addItems({tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("All time")});
    m_when->setCurrentIndex(when < 0 ? int(Span::Week) : when);
}

/// Alone whenever another conversation is opened: the others have not changed.
void LogsPage::fillWhom()
{
    const int whom = m_whom->currentIndex();
    m_whom->clear();
    m_whom->addItem(tr("Anyone"));
    if (m_contact.isValid())
        m_whom->addItem(isolatedName(m_contactName));
    m_whom->setCurrentIndex(qBound(0, whom, m_whom->count() - 1));
}

void LogsPage::retranslate()
{
    m_title->setText(tr("Logs"));
    m_whoCaption->setText(tr("Who"));
    m_whatCaption->setText(tr("What"));
    m_whomCaption->setText(tr("About whom"));
    m_whenCaption->setText(tr("When"));
    m_who->setPlaceholderText(tr("User name"));
    m_table->setAccessibleName(tr("Records of the log"));
    fillFilters();
    showWitness();
    showState();
    m_table->horizontalHeader()->reset();
    m_table->viewport()->update();
}

void LogsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
