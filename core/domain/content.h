#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>

#include <optional>

/// What a message holds besides its line of text. Everything a person wrote is hostile here:
/// plain text, never a file to open or an address to follow by itself. Shapes: facts/whatsapp.md
/// 2.1, 2.2, 4.1, 4.2.
namespace destek
{

/// Where the bytes of a picture, recording or file are (facts/whatsapp.md 4.3).
enum class MediaState : quint8 {
    Waiting,  ///< still being fetched; tried again for hours
    Here,     ///< sealed at the daemon, checked against WhatsApp's hash
    Expired,  ///< gone at WhatsApp (7 days) before we had it
    TooLarge, ///< more than WhatsApp (131052) or we take
    Damaged,  ///< the bytes are not what WhatsApp announced
    Missing,  ///< WhatsApp has none for us (130472, deleted, placeholder of a history import)
};
constexpr auto enumNames(MediaState)
{
    using M = MediaState;
    return std::array{DESTEK_NAME(M::Waiting, "waiting"), DESTEK_NAME(M::Here, "here"),
                      DESTEK_NAME(M::Expired, "expired"), DESTEK_NAME(M::TooLarge, "too_large"),
                      DESTEK_NAME(M::Damaged, "damaged"), DESTEK_NAME(M::Missing, "missing")};
}

struct MediaView {
    MediaState state = MediaState::Waiting;
    QString mimeType;      ///< as announced, parameters cut off; the bytes may say otherwise
    QString fileName;      ///< hostile; documents only
    qint64 size = 0;       ///< bytes; 0 = not known yet
    bool animated = false; ///< stickers
    bool operator==(const MediaView &) const = default;
};

struct LocationView {
    double latitude = 0; ///< degrees, WGS 84
    double longitude = 0;
    QString name;
    QString address;
    bool operator==(const LocationView &) const = default;
};

/// A contact card. What is on it is somebody's claim, no proof of an identity.
struct ContactCard {
    struct Line {
        QString label; ///< "CELL", "WORK", ...; may be empty
        QString value;
        bool operator==(const Line &) const = default;
    };
    QString name;
    QString organisation;
    QList<Line> phones;
    QList<Line> emails;
    QList<Line> others;     ///< addresses, web pages, birthday: label says which
    bool requested = false; ///< the answer to our "share your number" button
    bool operator==(const ContactCard &) const = default;
};

struct OrderView {
    struct Item {
        QString product; ///< the seller's id of it
        int quantity = 0;
        QString price; ///< of one, as decimal text
        QString currency;
        bool operator==(const Item &) const = default;
    };
    QString catalogue;
    QList<Item> items;
    bool operator==(const OrderView &) const = default;
};

/// The message this one answers. An invalid id: it is not among ours (any more).
struct QuoteView {
    MessageId id;
    bool fromUs = false;
    QString author; ///< display name of the agent for what we wrote; empty for the customer
    QString text;   ///< shortened
    bool operator==(const QuoteView &) const = default;
};

/// The product a question is about (context.referred_product, product replies).
struct ProductView {
    QString catalogue;
    QString product;
    bool operator==(const ProductView &) const = default;
};

/// The advertisement or post through which somebody came.
struct ReferralView {
    QString headline;
    QString body;
    QString address; ///< shown as text, never opened by itself
    bool isAd = true;
    bool operator==(const ReferralView &) const = default;
};

/// An answered form (Flow). Unreadable JSON is shown as it came.
struct FormView {
    struct Field {
        QString name;
        QString value;
        bool operator==(const Field &) const = default;
    };
    QList<Field> fields;
    QString unreadable; ///< the text, when it is no JSON object
    bool operator==(const FormView &) const = default;
};

struct ReactionView {
    QString emoji;
    bool fromUs = false;
    QString author; ///< the agent's display name; empty for the customer
    Instant at;
    bool operator==(const ReactionView &) const = default;
};

enum class ButtonKind : quint8 { Reply, Url, Phone, CopyCode, RequestContact, Flow, Other };
constexpr auto enumNames(ButtonKind)
{
    using B = ButtonKind;
    return std::array{DESTEK_NAME(B::Reply, "reply"),
                      DESTEK_NAME(B::Url, "url"),
                      DESTEK_NAME(B::Phone, "phone"),
                      DESTEK_NAME(B::CopyCode, "copy_code"),
                      DESTEK_NAME(B::RequestContact, "request_contact"),
                      DESTEK_NAME(B::Flow, "flow"),
                      DESTEK_NAME(B::Other, "other")};
}

/// A button below a message, ours or of a template.
struct ButtonView {
    ButtonKind kind = ButtonKind::Reply;
    QString id;    ///< what comes back when it is pressed; reply buttons
    QString label; ///< at most 20 characters (25 in templates)
    QString value; ///< address, phone number or code, if there is one
    bool operator==(const ButtonView &) const = default;
};

/// A list message: a button that opens rows to choose from; at most 10 in all.
struct ListView {
    struct Row {
        QString id;
        QString title;
        QString description;
        bool operator==(const Row &) const = default;
    };
    struct Section {
        QString title;
        QList<Row> rows;
        bool operator==(const Section &) const = default;
    };
    QString button;
    QList<Section> sections;
    bool operator==(const ListView &) const = default;
};

enum class ForwardMark : quint8 { None, Forwarded, ForwardedOften };
constexpr auto enumNames(ForwardMark)
{
    return std::array{DESTEK_NAME(ForwardMark::None, "none"),
                      DESTEK_NAME(ForwardMark::Forwarded, "forwarded"),
                      DESTEK_NAME(ForwardMark::ForwardedOften, "forwarded_often")};
}

/// By which way a message reached us.
enum class Provenance : quint8 {
    Cloud,   ///< the ordinary one: a webhook of its own, or sent by us
    Phone,   ///< echo of what was sent from the WhatsApp Business app (coexistence)
    History, ///< imported with the number's history (coexistence)
    Standby, ///< a copy: somebody else answers this conversation; we never do
};
constexpr auto enumNames(Provenance)
{
    using P = Provenance;
    return std::array{DESTEK_NAME(P::Cloud, "cloud"), DESTEK_NAME(P::Phone, "phone"),
                      DESTEK_NAME(P::History, "history"), DESTEK_NAME(P::Standby, "standby")};
}

/// All of it; a message has the parts its kind has.
struct MessageContent {
    std::optional<MediaView> media;
    std::optional<LocationView> location;
    QList<ContactCard> contacts;
    std::optional<OrderView> order;
    std::optional<ProductView> product;
    std::optional<QuoteView> quote;
    std::optional<ReferralView> referral;
    std::optional<FormView> form;
    QList<ReactionView> reactions; ///< now; at most one of each side
    QString header;                ///< text header of an interactive message or template
    QString footer;
    QList<ButtonView> buttons;
    std::optional<ListView> list;
    QString choiceDescription; ///< of the list row that was chosen
    ForwardMark forwarded = ForwardMark::None;
    Provenance provenance = Provenance::Cloud;
    bool inGroup = false; ///< written in a WhatsApp group: no private word to us
    bool edited = false;
    bool revoked = false; ///< the sender took it back: text and media are not shown to agents
    QString foreignType;  ///< WhatsApp's word for what we do not read (Unknown, Unsupported)
    int errorCode = 0;    ///< of an inbound message that WhatsApp could not hand over
    bool operator==(const MessageContent &) const = default;
};

} // namespace destek
