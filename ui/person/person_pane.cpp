#include "ui/person/person_pane.h"

#include "core/text/dates.h"
#include "core/text/safe_text.h"
#include "core/text/turkish.h"
#include "models/format/words.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/painted_text.h"
#include "ui/person/person_work.h"
#include "ui/person/reveal_dialog.h"
#include "ui/person/standing_dialog.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr auto kShownFor = std::chrono::minutes(1);
/// Whoever goes back to somebody waits for nobody, also without a connection.
constexpr qsizetype kMostKnown = 50;

/// Something changed that a row does not say: what is written down about the person.
bool isAboutThePerson(const ConversationSummary &before, ConversationSummary now)
{
    const bool newer = std::exchange(now.revision, before.revision) > before.revision;
    return newer && now == before;
}

} // namespace

class PersonPane::Avatar : public QWidget
{
public:
    explicit Avatar(const Theme &theme) : m_theme(theme) { setFixedSize(48, 48); }
    void setInitials(const QString &initials)
    {
        m_initials = initials;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::AccentSoft));
        painter.drawEllipse(rect());
        if (m_initials.isEmpty()) {
            paintGlyph(painter, Glyph::Person, QRectF(13, 13, 22, 22),
                       m_theme.color(Token::Accent));
            return;
        }
        painter.setPen(m_theme.color(Token::Accent));
        painter.setFont(m_theme.font(TextRole::Title));
        painter.drawText(rect(), Qt::AlignCenter, m_initials);
    }

private:
    const Theme &m_theme;
    QString m_initials;
};

PersonPane::PersonPane(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, {}, parent), m_desk(desk), m_hide(new QTimer(this)),
      m_stack(new QStackedWidget), m_empty(new EmptyState(*desk.theme)), m_content(new QWidget),
      m_avatar(new Avatar(*desk.theme)),
      m_name(new Label(*desk.theme, TextRole::Title, Token::Text)),
      m_username(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_addressBook(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_review(new Banner(*desk.theme)),
      m_numberCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_number(new Label(*desk.theme)), m_reveal(new Button(*desk.theme, Button::Kind::Link)),
      m_work(new PersonWork(desk)),
      m_standingCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_standing(new Banner(*desk.theme)), m_atWhatsApp(new Banner(*desk.theme)),
      m_record(new Button(*desk.theme, Button::Kind::Link)),
      m_historyCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_history(new QVBoxLayout),
      m_datesCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_firstSeen(new Label(*desk.theme)), m_kept(new Label(*desk.theme)),
      m_rightsCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_export(new Button(*desk.theme, Button::Kind::Normal)),
      m_erase(new Button(*desk.theme, Button::Kind::Normal))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_empty);
    outer->addWidget(m_stack);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(18, 18, 16, 16);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_avatar, 0, Qt::AlignTop);
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addStretch(1);
    names->addWidget(m_name);
    names->addWidget(m_username);
    names->addWidget(m_addressBook);
    names->addStretch(1);
    head->addLayout(names, 1);
    column->addLayout(head);
    m_name->setWordWrap(true);
    m_username->setElided(true);
    m_addressBook->setWordWrap(true);
    column->addSpacing(6);
    column->addWidget(m_review);
    column->addSpacing(8);
    column->addWidget(m_numberCaption);
    auto *number = new QHBoxLayout;
    number->setSpacing(4);
    number->addWidget(m_number, 1);
    number->addWidget(m_reveal);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addLayout(number);
    column->addSpacing(12);
    column->addWidget(m_work);
    column->addSpacing(12);
    column->addWidget(m_standingCaption);
    column->addSpacing(2);
    column->addWidget(m_standing);
    column->addWidget(m_atWhatsApp);
    column->addWidget(m_record, 0, Qt::AlignLeft);
    column->addSpacing(8);
    column->addWidget(m_historyCaption);
    m_history->setSpacing(6);
    column->addLayout(m_history);
    column->addSpacing(12);
    column->addWidget(m_datesCaption);
    column->addWidget(m_firstSeen);
    column->addWidget(m_kept);
    m_firstSeen->setWordWrap(true);
    m_kept->setWordWrap(true);
    column->addSpacing(18);
    column->addWidget(m_rightsCaption);
    column->addSpacing(2);
    auto *rights = new QHBoxLayout;
    rights->setSpacing(8);
    rights->addWidget(m_export);
    rights->addWidget(m_erase);
    rights->addStretch(1);
    column->addLayout(rights);
    column->addStretch(1);

    m_record->setObjectName("recordStanding"_L1);
    connect(m_work, &PersonWork::personChanged, this, [this](const PersonView &person) {
        if (!m_summary || m_summary->contact != person.contact)
            return;
        m_person = person;
        remember(person);
        showPerson();
    });
    m_hide->setSingleShot(true);
    connect(m_hide, &QTimer::timeout, this, &PersonPane::hideNumber);
    connect(m_reveal, &QPushButton::clicked, this, &PersonPane::reveal);
    connect(m_record, &QPushButton::clicked, this, &PersonPane::recordStanding);
    connect(m_empty, &EmptyState::taken, this, &PersonPane::load);
    connect(m_desk.state, &models::ConsoleState::conversationChanged, this,
            [this](const ConversationSummary &summary) {
                m_known.removeIf([&](const PersonView &person) {
                    return person.contact == summary.contact &&
                           (person.standing != summary.standing || person.name != summary.name);
                });
            });
    connect(m_desk.state, &models::ConsoleState::feedStateChanged, this, [this] {
        if (m_error && m_desk.state->isLive())
            load();
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (m_summary)
            Q_EMIT exportRequested(m_summary->contact, words::personWords(*m_summary));
    });
    connect(m_erase, &QPushButton::clicked, this, [this] {
        if (m_summary)
            Q_EMIT eraseRequested(m_summary->contact, words::personWords(*m_summary));
    });
    retranslate();
}

void PersonPane::show(const ConversationSummary &summary)
{
    const bool another = !m_summary || m_summary->contact != summary.contact;
    const bool changed = another || m_summary->standing != summary.standing ||
                         m_summary->name != summary.name || m_summary->number != summary.number ||
                         isAboutThePerson(*m_summary, summary);
    m_summary = summary;
    if (another) {
        m_person.reset();
        for (const PersonView &person : std::as_const(m_known)) {
            if (person.contact == summary.contact)
                m_person = person; // until the daemon has said how it is now
        }
        hideNumber();
    }
    if (changed)
        load();
    else if (m_person)
        m_work->follow(summary);
}

void PersonPane::clear()
{
    m_summary.reset();
    m_person.reset();
    m_error.reset();
    m_known.clear();
    m_work->clear();
    hideNumber();
    showPerson();
}

void PersonPane::forget(ContactId contact)
{
    m_known.removeIf([&](const PersonView &person) { return person.contact == contact; });
    if (m_summary && m_summary->contact == contact)
        clear();
}

void PersonPane::load()
{
    if (!m_summary)
        return;
    m_error.reset();
    showPerson();
    const ContactId contact = m_summary->contact;
    m_desk.persons->person(contact, {this, [this, contact](const net::Answer<PersonView> &answer) {
                                         take(contact, answer);
                                     }});
}

void PersonPane::take(ContactId contact, const net::Answer<PersonView> &answer)
{
    if (!m_summary || m_summary->contact != contact)
        return; // another person is open by now
    if (answer) {
        m_person = *answer;
        remember(*answer);
    } else {
        m_error = answer.error();
        const ApiErrorCode code = m_error->code;
        if (code == ApiErrorCode::NotFound || code == ApiErrorCode::NotPermitted)
            m_person.reset(); // what is remembered is not true any more, or not for these eyes
    }
    showPerson();
}

void PersonPane::remember(const PersonView &person)
{
    m_known.removeIf([&](const PersonView &known) { return known.contact == person.contact; });
    m_known << person;
    if (m_known.size() > kMostKnown)
        m_known.removeFirst();
}

void PersonPane::showPerson()
{
    if (!m_person) {
        m_stack->setCurrentIndex(1);
        m_empty->offer({});
        if (!m_summary) {
            m_empty->say(Glyph::Person, tr("No person chosen"),
                         tr("Open a conversation to see who it is with."));
        } else if (m_error) {
            m_empty->say(Glyph::Offline, tr("This person could not be loaded"),
                         words::apiErrorSentence(*m_error));
            m_empty->offer(tr("Try again"));
        } else {
            m_empty->say(Glyph::Syncing, tr("Loading…"), {});
        }
        return;
    }
    m_stack->setCurrentIndex(0);
    const PersonView &person = *m_person;
    const auto language = m_desk.speech->language();
    m_avatar->setInitials(text::titleInitials(person.name));
    m_name->setText(isolatedName(words::personWords(*m_summary)));
    m_username->setVisible(!person.username.isEmpty());
    m_username->setText(isolatedName(u'@' + person.username));
    const bool known = !person.number.isEmpty();
    m_number->setText(!m_revealed.isEmpty() ? m_revealed
                      : known               ? person.number
                                            : tr("No number: reached by username"));
    m_number->setLook(TextRole::Body, known ? Token::Text : Token::TextMuted);
    m_reveal->setVisible(known && m_desk.state->may(Permission::RevealNumber));
    m_reveal->setText(m_revealed.isEmpty() ? tr("Reveal…") : tr("Hide"));
    m_addressBook->setVisible(!person.addressBookName.isEmpty());
    m_addressBook->setText(
        tr("In the phone's contacts: %1").arg(isolatedName(person.addressBookName)));
    m_review->setVisible(person.needsReview);
    m_review->say(Tone::Warn, tr("This number may have changed hands. Please check who this is "
                                 "before you speak of earlier matters."));
    m_review->setGlyph(Glyph::Person);
    m_work->show(*m_summary, person);
    showStanding(person);
    showConsent();
    const auto day = [&](Instant at) {
        return text::longDate(text::istanbulTime(at).date, language);
    };
    m_firstSeen->setText(tr("First message: %1").arg(day(person.firstSeenAt)));
    m_kept->setText(tr("Erased by itself on: %1").arg(day(person.keptUntil)));
    const bool mayExport = m_desk.state->may(Permission::ExportSubject);
    const bool mayErase = m_desk.state->may(Permission::EraseSubject);
    m_rightsCaption->setVisible(mayExport || mayErase);
    m_export->setVisible(mayExport);
    m_erase->setVisible(mayErase);
}

void PersonPane::showStanding(const PersonView &person)
{
    const bool open = person.standing == Standing::Open;
    m_standing->say(open ? Tone::Good : Tone::Warn, words::standingWords(person.standing));
    m_standing->setGlyph(open ? Glyph::Tick : Glyph::OptedOut);
    m_atWhatsApp->setVisible(person.stoppedAtWhatsApp);
    m_atWhatsApp->say(Tone::Calm,
                      open ? tr("They stopped marketing messages in WhatsApp itself; only they can "
                                "lift that there. They have asked us to write to them since.")
                           : tr("They stopped us in WhatsApp itself, and only they can lift that. "
                                "Until then nothing can be recorded here; their own BAŞLAT or "
                                "START counts."));
    m_atWhatsApp->setGlyph(Glyph::Lock);
    // What they stopped at WhatsApp, no record of ours opens.
    m_record->setVisible(m_desk.state->may(Permission::RecordStanding) &&
                         (open || !person.stoppedAtWhatsApp));
    m_record->setText(open ? tr("Record opt-out…") : tr("Record opt-in…"));
}

void PersonPane::recordStanding()
{
    if (!m_person)
        return;
    auto *dialog = new StandingDialog(m_desk, *m_person, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &StandingDialog::recorded, this, [this](const PersonView &person) {
        if (!m_summary || m_summary->contact != person.contact)
            return;
        m_person = person;
        remember(person);
        showPerson();
    });
    dialog->open();
}

void PersonPane::showConsent()
{
    while (QLayoutItem *item = m_history->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_historyCaption->setVisible(!m_person->consent.isEmpty());
    for (const PersonView::ConsentLine &line : std::as_const(m_person->consent)) {
        auto *what = new Label(*m_desk.theme);
        what->setWordWrap(true);
        const QString standing = words::standingWords(line.standing);
        const QString source = words::consentSourceWords(line.source);
        what->setText(line.word.isEmpty()
                          ? tr("%1 (%2)").arg(standing, source)
                          : tr("%1 (%2: “%3”)").arg(standing, source, isolatedName(line.word)));
        auto *when = new Label(*m_desk.theme, TextRole::Small, Token::TextFaint);
        QStringList about{text::dateTime(line.at, m_desk.speech->language()),
                          words::consentScopeWords(line.scope)};
        if (!line.businessNumber.isEmpty())
            about << tr("at our number %1").arg(isolatedName(line.businessNumber));
        if (!line.recordedBy.isEmpty())
            about << isolatedName(line.recordedBy);
        when->setText(about.join(u" · "_s));
        when->setWordWrap(true);
        m_history->addWidget(what);
        m_history->addWidget(when);
    }
}

void PersonPane::reveal()
{
    if (!m_summary)
        return;
    if (!m_revealed.isEmpty())
        return hideNumber();
    auto *dialog = new RevealDialog(m_desk, m_summary->contact, this);
    const ContactId contact = m_summary->contact;
    connect(dialog, &RevealDialog::revealed, this, [this, contact](const QString &number) {
        if (!m_summary || m_summary->contact != contact)
            return;
        m_revealed = number;
        m_hide->start(kShownFor);
        showPerson();
    });
    dialog->open();
}

void PersonPane::hideNumber()
{
    m_hide->stop();
    m_revealed.fill(u'0');
    m_revealed.clear();
    if (m_person)
        showPerson();
}

void PersonPane::retranslate()
{
    setAccessibleName(tr("Person"));
    m_numberCaption->setText(tr("Number"));
    m_standingCaption->setText(tr("Permission"));
    m_historyCaption->setText(tr("History of permission"));
    m_datesCaption->setText(tr("Records"));
    m_rightsCaption->setText(tr("Rights of the person"));
    m_export->setText(tr("Export…"));
    m_erase->setText(tr("Erase…"));
    m_reveal->setAccessibleName(tr("Reveal the number (reason needed)"));
    showPerson();
}

void PersonPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
