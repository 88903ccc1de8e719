// What a message holds besides its line of text, in words.
#include "models/format/table.h"
#include "models/format/words.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace destek::words
{

namespace
{

QString say(const char *source)
{
    return QCoreApplication::translate("destek", source);
}

/// WhatsApp's words for what it does not hand on (facts/whatsapp.md 2.2).
struct Foreign {
    QLatin1StringView type;
    const char *words;
};
const Foreign kForeign[]{
    {"poll_creation"_L1, QT_TRANSLATE_NOOP("destek", "a poll")},
    {"poll_update"_L1, QT_TRANSLATE_NOOP("destek", "a vote in a poll")},
    {"gif"_L1, QT_TRANSLATE_NOOP("destek", "a moving picture")},
    {"group_invite"_L1, QT_TRANSLATE_NOOP("destek", "an invitation to a group")},
    {"keep_in_chat"_L1, QT_TRANSLATE_NOOP("destek", "a message marked to be kept")},
    {"link_preview"_L1, QT_TRANSLATE_NOOP("destek", "a link with a preview")},
    {"pin"_L1, QT_TRANSLATE_NOOP("destek", "a pinned message")},
    {"edit"_L1, QT_TRANSLATE_NOOP("destek", "a change of an earlier message")},
    {"product"_L1, QT_TRANSLATE_NOOP("destek", "a product")},
    {"order"_L1, QT_TRANSLATE_NOOP("destek", "an order")},
    {"list"_L1, QT_TRANSLATE_NOOP("destek", "a choice from a list")},
    {"location"_L1, QT_TRANSLATE_NOOP("destek", "a live location")},
    {"image"_L1, QT_TRANSLATE_NOOP("destek", "a picture")},
    {"reaction"_L1, QT_TRANSLATE_NOOP("destek", "a reaction")},
    {"media_placeholder"_L1, QT_TRANSLATE_NOOP("destek", "a file that is only on the phone")},
};

constexpr int kUnavailable = 131060; ///< first message to a coexistence number

QString listed(const QStringList &lines)
{
    QStringList kept;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            kept << line;
    }
    return kept.join(u'\n');
}

QString withLabel(const QString &label, const QString &value)
{
    return label.isEmpty() ? value : label + u": "_s + value;
}

QStringList cardLines(const ContactCard &card)
{
    QStringList lines{card.name, card.organisation};
    for (const auto *group : {&card.phones, &card.emails, &card.others}) {
        for (const ContactCard::Line &line : *group)
            lines << withLabel(contactLabelWords(line.label), line.value);
    }
    return lines;
}

QStringList orderLines(const OrderView &order)
{
    QStringList lines;
    for (const OrderView::Item &item : order.items)
        lines << QCoreApplication::translate("destek", "%1 × %2 (%3 each)",
                                             "quantity, product, price")
                     .arg(QLocale().toString(item.quantity), item.product,
                          priceWords(item.price, item.currency));
    const QString total = orderTotalWords(order);
    if (!total.isEmpty())
        lines << QCoreApplication::translate("destek", "Total: %1").arg(total);
    return lines;
}

QStringList partLines(const MessageContent &content)
{
    QStringList lines;
    if (content.location) {
        lines << content.location->name << content.location->address
              << coordinateWords(*content.location);
    }
    for (const ContactCard &card : content.contacts)
        lines << cardLines(card);
    if (content.order)
        lines << orderLines(*content.order);
    if (content.form) {
        for (const FormView::Field &field : content.form->fields)
            lines << withLabel(field.name, field.value);
        lines << content.form->unreadable;
    }
    if (content.referral)
        lines << content.referral->headline << content.referral->body << content.referral->address;
    return lines;
}

/// Ten-thousandths; nothing for what is no plain decimal number.
std::optional<qint64> amountOf(const QString &decimal)
{
    static const QRegularExpression kDecimal(u"^(\\d{1,11})(?:\\.(\\d{1,4})\\d*)?$"_s);
    const auto match = kDecimal.match(decimal.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = match.captured(2).leftJustified(4, u'0');
    return match.captured(1).toLongLong() * 10000 + fraction.toLongLong();
}

} // namespace

QString revokedWords(const MessageView &message)
{
    return message.direction == Direction::Inbound
               ? say(QT_TRANSLATE_NOOP("destek", "The customer took this message back."))
               : say(QT_TRANSLATE_NOOP("destek", "This message was taken back on the phone."));
}

QString foreignWords(const MessageView &message)
{
    const MessageContent &content = message.content;
    if (content.errorCode == kUnavailable)
        return say(QT_TRANSLATE_NOOP(
            "destek", "This message can only be read on the phone that has this number."));
    QString sentence;
    if (message.kind == MessageKind::Unknown) {
        sentence = content.foreignType.isEmpty()
                       ? placeholderWords(MessageKind::Unknown)
                       : say(QT_TRANSLATE_NOOP(
                                 "destek", "A message of a type this version does not know: %1"))
                             .arg(content.foreignType);
    } else {
        QString what = content.foreignType;
        for (const Foreign &known : kForeign) {
            if (what == known.type)
                what = say(known.words);
        }
        sentence =
            what.isEmpty()
                ? say(QT_TRANSLATE_NOOP("destek", "Sent something WhatsApp does not hand on."))
                : say(QT_TRANSLATE_NOOP("destek", "Sent something WhatsApp does not hand on: %1"))
                      .arg(what);
    }
    return message.text.isEmpty() ? sentence : sentence + u'\n' + message.text;
}

QStringList markWords(const MessageContent &content)
{
    QStringList marks;
    if (content.forwarded == ForwardMark::Forwarded)
        marks << say(QT_TRANSLATE_NOOP("destek", "Forwarded"));
    else if (content.forwarded == ForwardMark::ForwardedOften)
        marks << say(QT_TRANSLATE_NOOP("destek", "Forwarded many times"));
    if (content.inGroup)
        marks << say(QT_TRANSLATE_NOOP("destek", "Written in a WhatsApp group"));
    if (content.provenance == Provenance::Phone)
        marks << say(QT_TRANSLATE_NOOP("destek", "Sent from the phone"));
    else if (content.provenance == Provenance::History)
        marks << say(QT_TRANSLATE_NOOP("destek", "From the phone's history"));
    else if (content.provenance == Provenance::Standby)
        marks << say(QT_TRANSLATE_NOOP("destek", "Copy: somebody else answers"));
    return marks;
}

QString mediaStateSentence(MediaState state)
{
    using M = MediaState;
    static const Row<M> table[]{
        {M::Waiting, QT_TRANSLATE_NOOP("destek", "Still being fetched from WhatsApp.")},
        {M::Expired,
         QT_TRANSLATE_NOOP("destek", "Expired at WhatsApp before it could be fetched.")},
        {M::TooLarge, QT_TRANSLATE_NOOP("destek", "Too large to be handed on.")},
        {M::Damaged, QT_TRANSLATE_NOOP("destek", "Damaged: it is not what WhatsApp announced.")},
        {M::Missing, QT_TRANSLATE_NOOP("destek", "Not available at WhatsApp.")},
    };
    const char *source = sourceFor(table, state);
    return source ? translated(source) : QString();
}

QString sizeWords(qint64 bytes, const QLocale &locale)
{
    return bytes > 0 ? locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat)
                     : QString();
}

QString lengthWords(qint64 milliseconds)
{
    const qint64 seconds = qMax<qint64>(0, milliseconds) / 1000;
    const QString last = u"%1:%2"_s.arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QChar(u'0'))
                             .arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? last : QString::number(seconds / 3600) + u':' + last;
}

QString coordinateWords(const LocationView &location)
{
    return QString::number(location.latitude, 'f', 6) + u", "_s +
           QString::number(location.longitude, 'f', 6);
}

QString priceWords(const QString &amount, const QString &currency, const QLocale &locale)
{
    const auto known = amountOf(amount);
    const QString number = known ? locale.toString(double(*known) / 10000, 'f', 2) : amount;
    return currency.isEmpty() ? number : number + QChar(QChar::Nbsp) + currency;
}

QString orderTotalWords(const OrderView &order, const QLocale &locale)
{
    constexpr int kMostPieces = 100000; // keeps the sum far from its end
    qint64 sum = 0;
    for (const OrderView::Item &item : order.items) {
        const auto price = amountOf(item.price);
        if (!price || item.currency != order.items.constFirst().currency || item.quantity < 0 ||
            item.quantity > kMostPieces || *price > 100'000'000'000)
            return {};
        sum += *price * item.quantity;
        if (sum > 100'000'000'000'000'000)
            return {};
    }
    if (order.items.isEmpty())
        return {};
    const QString text =
        QString::number(sum / 10000) + u'.' + QString::number(sum % 10000).rightJustified(4, u'0');
    const auto known = amountOf(text);
    return known ? priceWords(text, order.items.constFirst().currency, locale) : QString();
}

QString contactLabelWords(const QString &label)
{
    static const std::array<std::pair<QLatin1StringView, const char *>, 9> kLabels{
        {{"CELL"_L1, QT_TRANSLATE_NOOP("destek", "Mobile")},
         {"MOBILE"_L1, QT_TRANSLATE_NOOP("destek", "Mobile")},
         {"HOME"_L1, QT_TRANSLATE_NOOP("destek", "Home")},
         {"WORK"_L1, QT_TRANSLATE_NOOP("destek", "Work")},
         {"MAIN"_L1, QT_TRANSLATE_NOOP("destek", "Main number")},
         {"ADDRESS"_L1, QT_TRANSLATE_NOOP("destek", "Address")},
         {"URL"_L1, QT_TRANSLATE_NOOP("destek", "Web page")},
         {"BIRTHDAY"_L1, QT_TRANSLATE_NOOP("destek", "Birthday")},
         {"EMAIL"_L1, QT_TRANSLATE_NOOP("destek", "E-mail")}}};
    for (const auto &[word, source] : kLabels) {
        if (label.compare(word, Qt::CaseInsensitive) == 0) // protocol word
            return say(source);
    }
    return label;
}

QString spokenContent(const MessageView &message)
{
    const MessageContent &content = message.content;
    QStringList lines = markWords(content);
    if (content.quote)
        lines << QCoreApplication::translate("destek", "In answer to: %1").arg(content.quote->text);
    lines << content.header << bubbleText(message);
    if (!content.revoked) {
        if (content.media && content.media->state != MediaState::Here)
            lines << mediaStateSentence(content.media->state);
        lines << partLines(content) << content.choiceDescription;
    }
    lines << content.footer;
    for (const ButtonView &button : content.buttons)
        lines << QCoreApplication::translate("destek", "Button: %1").arg(button.label);
    if (content.edited)
        lines << say(QT_TRANSLATE_NOOP("destek", "Edited"));
    for (const ReactionView &reaction : content.reactions)
        lines << (reaction.fromUs
                      ? QCoreApplication::translate("destek", "%1 reacted with %2")
                            .arg(reaction.author, reaction.emoji)
                      : QCoreApplication::translate("destek", "The customer reacted with %1")
                            .arg(reaction.emoji));
    return listed(lines);
}

QString copyText(const MessageView &message)
{
    if (message.direction == Direction::Event || message.content.revoked ||
        message.kind == MessageKind::Unsupported || message.kind == MessageKind::Unknown)
        return bubbleText(message);
    const QStringList lines =
        QStringList{message.content.header, message.text} + partLines(message.content) +
        QStringList{message.content.choiceDescription, message.content.footer};
    const QString text = listed(lines);
    return text.isEmpty() ? bubbleText(message) : text;
}

} // namespace destek::words
