// Which parts a message is shown with, by its kind.
#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "models/work/team_book.h"
#include "ui/thread/bubble_part.h"

#include <QCoreApplication>

namespace destek::ui
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Bubble", text);
}

QString copyWords()
{
    return say(QT_TRANSLATE_NOOP("Bubble", "Copy"));
}

Glyph placeholderGlyph(MessageKind kind)
{
    const Glyph glyph = glyphFor(kind);
    return glyph == Glyph::None ? Glyph::Question : glyph;
}

class Builder
{
public:
    Builder(const PartLook &look, const MessageView &message, qsizetype clip)
        : m_look(look), m_message(message), m_content(message.content), m_clip(clip)
    {
    }

    BubbleParts build(bool *clipped)
    {
        if (m_content.revoked) {
            add<NoticePart>(Glyph::GiveUp, words::revokedWords(m_message));
            return std::move(m_parts);
        }
        if (m_content.referral)
            addReferral(*m_content.referral);
        if (m_content.quote)
            add<QuotePart>(*m_content.quote);
        if (m_content.product)
            addProduct(*m_content.product);
        if (!addKind())
            addWords();
        if (!m_content.footer.isEmpty())
            addText(m_content.footer, TextRole::Small, Token::TextMuted);
        if (!m_content.buttons.isEmpty() || m_content.list)
            add<ButtonsPart>(m_content.buttons, m_content.list);
        *clipped = m_clipped;
        return std::move(m_parts);
    }

private:
    template <typename Part, typename... Given>
    void add(Given &&...given)
    {
        m_parts.push_back(std::make_unique<Part>(*m_look.theme, std::forward<Given>(given)...));
    }

    void addText(const QString &text, TextRole role, Token ink, bool formatted = false)
    {
        auto part = std::make_unique<TextPart>(
            *m_look.theme, text, TextPart::Options{role, ink, formatted, m_clip, 0, m_look.found});
        m_clipped = m_clipped || part->isClipped();
        m_parts.push_back(std::move(part));
    }

    void addWords()
    {
        if (!m_content.header.isEmpty())
            addText(m_content.header, TextRole::Strong, Token::Text);
        if (!m_message.text.isEmpty())
            addText(m_message.text, TextRole::Body, Token::Text, true);
        else if (m_content.header.isEmpty() && m_parts.empty())
            add<NoticePart>(placeholderGlyph(m_message.kind), words::bubbleText(m_message));
    }

    /// Whom a note names stands out in it.
    void addNote()
    {
        QStringList named;
        for (const AgentId agent : m_message.mentions) {
            const QString name = m_look.team ? m_look.team->nameOf(agent) : QString();
            if (!name.isEmpty())
                named << u'@' + name;
        }
        auto part = std::make_unique<TextPart>(
            *m_look.theme, m_message.text,
            TextPart::Options{TextRole::Body, Token::Text, true, m_clip, 0, m_look.found});
        part->embolden(named, Token::NoteText);
        m_clipped = m_clipped || part->isClipped();
        m_parts.push_back(std::move(part));
    }

    /// False: its words are all there is to show.
    bool addKind()
    {
        switch (m_message.kind) {
        case MessageKind::Note:
            addNote();
            return true;
        case MessageKind::Image:
        case MessageKind::Video:
        case MessageKind::Sticker:
        case MessageKind::Audio:
        case MessageKind::Voice:
        case MessageKind::Document:
            return addMedia();
        case MessageKind::Location:
            return addLocation();
        case MessageKind::Contacts:
            return addContacts();
        case MessageKind::Order:
            return addOrder();
        case MessageKind::Button:
            return addChoice();
        case MessageKind::Interactive:
            return m_content.form ? addForm() : addInteractive();
        case MessageKind::Text:
        case MessageKind::Template:
            return false;
        default:
            add<NoticePart>(placeholderGlyph(m_message.kind), words::bubbleText(m_message));
            return true;
        }
    }

    bool addMedia()
    {
        if (!m_content.header.isEmpty())
            addText(m_content.header, TextRole::Strong, Token::Text);
        if (!m_content.media) {
            add<NoticePart>(placeholderGlyph(m_message.kind), words::bubbleText(m_message));
            return true;
        }
        const bool document = m_message.kind == MessageKind::Document;
        const MediaState state = m_content.media->state;
        if (document)
            m_parts.push_back(std::make_unique<FilePart>(m_look, m_message));
        else if (state == MediaState::Waiting && m_message.direction == Direction::Outbound)
            add<NoticePart>(placeholderGlyph(m_message.kind),
                            words::placeholderWords(m_message.kind)); // it is ours, on its way
        else if (state != MediaState::Here)
            add<NoticePart>(placeholderGlyph(m_message.kind),
                            words::placeholderWords(m_message.kind) + u'\n' +
                                words::mediaStateSentence(state));
        else if (m_message.kind == MessageKind::Audio || m_message.kind == MessageKind::Voice)
            m_parts.push_back(std::make_unique<VoicePart>(m_look, m_message));
        else
            m_parts.push_back(std::make_unique<PicturePart>(m_look, m_message));
        if (!m_message.text.isEmpty() && m_message.text != m_content.media->fileName)
            addText(m_message.text, TextRole::Body, Token::Text, true);
        return true;
    }

    bool addLocation()
    {
        if (!m_content.location)
            return addPlaceholder();
        const LocationView &place = *m_content.location;
        const QString numbers = words::coordinateWords(place);
        QList<CardPart::Row> rows;
        if (!place.name.isEmpty())
            rows << CardPart::Row{{}, place.name, {}, {}, true};
        if (!place.address.isEmpty())
            rows << CardPart::Row{{}, place.address, {}, {}, false};
        rows << CardPart::Row{
            {}, numbers, say(QT_TRANSLATE_NOOP("Bubble", "Copy coordinates")), numbers, false};
        add<CardPart>(Glyph::Location, say(QT_TRANSLATE_NOOP("Bubble", "Location")), rows);
        return true;
    }

    bool addContacts()
    {
        if (m_content.contacts.isEmpty())
            return addPlaceholder();
        for (const ContactCard &card : m_content.contacts.first(
                 qMin<qsizetype>(m_content.contacts.size(), CardPart::kMostRows)))
            addContact(card);
        const qsizetype surplus = m_content.contacts.size() - CardPart::kMostRows;
        if (surplus > 0)
            addText(QCoreApplication::translate("Bubble", "%n more; copying takes all of them",
                                                nullptr, int(surplus)),
                    TextRole::Small, Token::TextMuted);
        return true;
    }

    void addContact(const ContactCard &card)
    {
        QList<CardPart::Row> rows;
        rows << CardPart::Row{{}, card.name, {}, {}, true};
        if (!card.organisation.isEmpty())
            rows << CardPart::Row{{}, card.organisation, {}, {}, false};
        for (const auto *group : {&card.phones, &card.emails, &card.others}) {
            for (const ContactCard::Line &line : *group)
                rows << CardPart::Row{
                    text::visibleLine(words::contactLabelWords(line.label), 40).text, line.value,
                    copyWords(), line.value, false};
        }
        add<CardPart>(Glyph::Contacts,
                      card.requested
                          ? say(QT_TRANSLATE_NOOP("Bubble", "Shared because we asked"))
                          : say(QT_TRANSLATE_NOOP("Bubble", "Contact card, not checked")),
                      rows);
    }

    bool addOrder()
    {
        if (!m_content.order)
            return addPlaceholder();
        QList<CardPart::Row> rows;
        for (const OrderView::Item &item : m_content.order->items) {
            const QString price = words::priceWords(item.price, item.currency);
            rows << CardPart::Row{
                QCoreApplication::translate("Bubble", "%1 × %2", "quantity, price of one")
                    .arg(QLocale().toString(item.quantity), text::visibleLine(price, 60).text),
                item.product, copyWords(), item.product, false};
        }
        const QString total = words::orderTotalWords(*m_content.order);
        if (!total.isEmpty())
            rows << CardPart::Row{say(QT_TRANSLATE_NOOP("Bubble", "Total")), total, {}, {}, true};
        add<CardPart>(Glyph::Record, say(QT_TRANSLATE_NOOP("Bubble", "Order")), rows);
        if (!m_message.text.isEmpty())
            addText(m_message.text, TextRole::Body, Token::Text, true);
        return true;
    }

    bool addChoice()
    {
        addText(say(QT_TRANSLATE_NOOP("Bubble", "Chose:")), TextRole::Small, Token::TextMuted);
        addText(m_message.text.isEmpty() ? words::bubbleText(m_message) : m_message.text,
                TextRole::Strong, Token::Text);
        if (!m_content.choiceDescription.isEmpty())
            addText(m_content.choiceDescription, TextRole::Small, Token::TextMuted);
        return true;
    }

    bool addInteractive()
    {
        if (m_message.direction == Direction::Inbound)
            return addChoice();
        if (m_content.media)
            return addMedia();
        return m_content.location ? addLocation() : false;
    }

    bool addForm()
    {
        QList<CardPart::Row> rows;
        for (const FormView::Field &field : m_content.form->fields)
            rows << CardPart::Row{text::visibleLine(field.name, 80).text, field.value, copyWords(),
                                  field.value, false};
        if (!m_content.form->unreadable.isEmpty())
            rows << CardPart::Row{
                say(QT_TRANSLATE_NOOP("Bubble", "As it came; it could not be read as a form")),
                m_content.form->unreadable,
                {},
                {},
                false};
        add<CardPart>(Glyph::Record, say(QT_TRANSLATE_NOOP("Bubble", "Answered form")), rows);
        return true;
    }

    void addReferral(const ReferralView &referral)
    {
        QList<CardPart::Row> rows;
        if (!referral.headline.isEmpty())
            rows << CardPart::Row{{}, referral.headline, {}, {}, true};
        if (!referral.body.isEmpty())
            rows << CardPart::Row{{}, referral.body, {}, {}, false};
        if (!referral.address.isEmpty())
            rows << CardPart::Row{{}, referral.address, copyWords(), referral.address, false};
        add<CardPart>(Glyph::Link,
                      referral.isAd
                          ? say(QT_TRANSLATE_NOOP("Bubble", "Came through an advertisement"))
                          : say(QT_TRANSLATE_NOOP("Bubble", "Came through a post")),
                      rows);
    }

    void addProduct(const ProductView &product)
    {
        add<CardPart>(
            Glyph::Record, say(QT_TRANSLATE_NOOP("Bubble", "About a product")),
            QList<CardPart::Row>{{{}, product.product, copyWords(), product.product, false}});
    }

    bool addPlaceholder()
    {
        add<NoticePart>(placeholderGlyph(m_message.kind), words::bubbleText(m_message));
        return true;
    }

    const PartLook &m_look;
    const MessageView &m_message;
    const MessageContent &m_content;
    qsizetype m_clip;
    bool m_clipped = false;
    BubbleParts m_parts;
};

} // namespace

BubbleParts bubbleParts(const PartLook &look, const MessageView &message, qsizetype clip,
                        bool *clipped)
{
    *clipped = false;
    return Builder(look, message, clip).build(clipped);
}

} // namespace destek::ui
