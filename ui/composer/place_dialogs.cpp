#include "ui/composer/place_dialogs.h"

#include "core/policy/content_limits.h"
#include "core/text/phone.h"
#include "models/outgoing/place_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr int kWordsLimit = 200;
constexpr int kLinkLimit = 2000;

std::optional<QString> dialled(const QString &typed)
{
    const auto digits = text::normalisePhone(typed);
    return digits ? std::optional(u'+' + *digits) : std::nullopt;
}

} // namespace

LocationDialog::LocationDialog(const Theme &theme, QWidget *parent)
    : PieceDialog(theme, parent), m_intro(new Label(theme, TextRole::Small, Token::TextMuted)),
      m_latitude(new QLineEdit), m_longitude(new QLineEdit), m_name(new QLineEdit),
      m_address(new QLineEdit)
{
    m_intro->setWordWrap(true);
    fields()->addWidget(m_intro);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(10);
    for (QLineEdit *field : {m_latitude, m_longitude}) {
        auto *column = new QVBoxLayout;
        m_captions << addField(column, field);
        pair->addLayout(column);
        follow(field, kLinkLimit);
    }
    fields()->addLayout(pair);
    for (QLineEdit *field : {m_name, m_address}) {
        m_captions << addField(fields(), field);
        follow(field, kWordsLimit);
    }
    fields()->addStretch(1);
    // What is typed letter by letter is read once it is whole, what is pasted at once.
    connect(m_latitude, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.size() > m_typed + 3)
            readPasted(text);
        m_typed = m_latitude->text().size();
    });
    connect(m_latitude, &QLineEdit::editingFinished, this,
            [this] { readPasted(m_latitude->text()); });
    retranslate();
    m_latitude->setFocus();
}

void LocationDialog::readPasted(const QString &text)
{
    const auto place = models::placeIn(text);
    if (!place)
        return;
    const auto written = [](double degrees) { return QString::number(degrees, 'f', 6); };
    m_latitude->setText(written(place->latitude));
    m_longitude->setText(written(place->longitude));
    if (m_name->text().isEmpty())
        m_name->setText(place->name);
    m_name->setFocus(Qt::OtherFocusReason);
}

OutboundContent LocationDialog::content() const
{
    OutboundContent content;
    content.kind = MessageKind::Location;
    const auto latitude = models::degreesIn(m_latitude->text());
    const auto longitude = models::degreesIn(m_longitude->text());
    if (latitude && longitude)
        content.location = LocationView{*latitude, *longitude, m_name->text().trimmed(),
                                        m_address->text().trimmed()};
    return content;
}

QString LocationDialog::ownProblem() const
{
    if (m_latitude->text().contains("maps.app.goo.gl"_L1) ||
        m_latitude->text().contains("goo.gl/maps"_L1))
        return tr("A short link holds no coordinates, and nothing is opened from here. Open it in "
                  "your browser and paste the long address.");
    return {};
}

void LocationDialog::retranslate()
{
    setTitle(tr("Send a location"));
    m_intro->setText(tr("You may paste “41.01, 28.97” or the address of a map into the first "
                        "field. No map is loaded."));
    const QStringList names{tr("Latitude"), tr("Longitude"), tr("Name of the place (optional)"),
                            tr("Address (optional)")};
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        m_captions.at(i)->setText(names.at(i));
        m_captions.at(i)->buddy()->setAccessibleName(names.at(i));
    }
    PieceDialog::retranslate();
}

ContactDialog::ContactDialog(const Theme &theme, QWidget *parent)
    : PieceDialog(theme, parent), m_name(new QLineEdit),
      m_organisation(new QLineEdit), m_phones{new QLineEdit, new QLineEdit}, m_email(new QLineEdit)
{
    for (QLineEdit *field :
         QList<QLineEdit *>{m_name, m_organisation} + m_phones + QList{m_email}) {
        m_captions << addField(fields(), field);
        follow(field, kWordsLimit);
    }
    fields()->addStretch(1);
    retranslate();
    m_name->setFocus();
}

OutboundContent ContactDialog::content() const
{
    ContactCard card;
    card.name = m_name->text().trimmed();
    card.organisation = m_organisation->text().trimmed();
    for (const QLineEdit *field : m_phones) {
        const QString typed = field->text().trimmed();
        if (!typed.isEmpty())
            card.phones << ContactCard::Line{u"CELL"_s, dialled(typed).value_or(typed)};
    }
    if (const QString email = m_email->text().trimmed(); !email.isEmpty())
        card.emails << ContactCard::Line{u"WORK"_s, email};
    OutboundContent content;
    content.kind = MessageKind::Contacts;
    content.contacts << card;
    return content;
}

QString ContactDialog::ownProblem() const
{
    for (const QLineEdit *field : m_phones) {
        const QString typed = field->text().trimmed();
        if (!typed.isEmpty() && !dialled(typed))
            return tr("This is not a phone number. Please write it with its country code, for "
                      "example +90 532 000 00 00.");
    }
    const QString email = m_email->text().trimmed();
    if (!email.isEmpty() && (email.indexOf(u'@') < 1 || email.contains(u' ')))
        return tr("This is not an e-mail address.");
    if (!m_name->text().trimmed().isEmpty() && content().contacts.first().phones.isEmpty() &&
        email.isEmpty())
        return tr("Enter a phone number or an e-mail address.");
    return {};
}

void ContactDialog::retranslate()
{
    setTitle(tr("Send a contact card"));
    const QStringList names{tr("Name"), tr("Organisation (optional)"), tr("Telephone"),
                            tr("Another telephone (optional)"), tr("E-mail (optional)")};
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        m_captions.at(i)->setText(names.at(i));
        m_captions.at(i)->buddy()->setAccessibleName(names.at(i));
    }
    PieceDialog::retranslate();
}

} // namespace destek::ui
