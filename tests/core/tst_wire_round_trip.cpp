#include "tests/core/wire_samples.h"
#include "tests/kit/test_main.h"

#include <QJsonDocument>

#include <rapidcheck.h>

#include <tuple>

using namespace destek;
using namespace destek::test;

namespace
{

constexpr qint64 kLargest = 9007199254740992; // 2^53: beyond it JSON numbers lose digits

qint64 anyNumber()
{
    return *rc::gen::inRange<qint64>(-kLargest, kLargest);
}
qint64 anyId()
{
    return *rc::gen::inRange<qint64>(1, kLargest);
}
int anyCount()
{
    return *rc::gen::arbitrary<int>();
}
Instant anyInstant()
{
    return Instant::fromMs(anyNumber());
}
bool anyBool()
{
    return *rc::gen::arbitrary<bool>();
}

/// Any text that JSON can carry: every code point but lone surrogates.
QString anyString()
{
    const auto points = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::oneOf(rc::gen::cast<char32_t>(rc::gen::inRange<int>(0, 0x250)),
                       rc::gen::cast<char32_t>(rc::gen::inRange<int>(0, 0xd800)),
                       rc::gen::cast<char32_t>(rc::gen::inRange<int>(0xe000, 0x110000))));
    return QString::fromUcs4(points.data(), qsizetype(points.size()));
}

QByteArray anyBytes()
{
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    return QByteArray::fromStdString(bytes);
}

template <typename E>
E anyOf()
{
    constexpr auto table = enumNames(E{});
    return table[size_t(*rc::gen::inRange<int>(0, int(table.size())))].first;
}

template <typename T, typename Make>
std::optional<T> maybe(Make make)
{
    return anyBool() ? std::optional<T>(make()) : std::nullopt;
}

template <typename Make>
auto some(Make make)
{
    QList<decltype(make())> items;
    for (int i = *rc::gen::inRange<int>(0, 4); i > 0; --i)
        items << make();
    return items;
}

ConversationSummary anyConversation()
{
    ConversationSummary row;
    row.id = ConversationId(anyId());
    row.contact = ContactId(anyId());
    row.name = anyString();
    row.number = anyString();
    row.username = anyString();
    row.businessNumber = anyString();
    row.lastLine = anyString();
    row.lastDirection = anyOf<Direction>();
    row.lastKind = anyOf<MessageKind>();
    row.lastOwnState = anyOf<SendState>();
    row.lastAt = anyInstant();
    row.waiting = anyCount();
    row.waitingSince = maybe<Instant>(anyInstant);
    row.windowClosesAt = maybe<Instant>(anyInstant);
    row.standing = anyOf<Standing>();
    row.optOutQuestion = anyBool();
    row.allowance.freeText = maybe<SendRefusal>(anyOf<SendRefusal>);
    row.allowance.templates = maybe<SendRefusal>(anyOf<SendRefusal>);
    row.standby = anyBool();
    row.revision = anyNumber();
    return row;
}

QList<ContactCard::Line> anyLines()
{
    return some([] { return ContactCard::Line{anyString(), anyString()}; });
}

ContactCard anyCard()
{
    return {anyString(), anyString(), anyLines(), anyLines(), anyLines(), anyBool()};
}

OrderView anyOrder()
{
    return {anyString(), some([] {
                return OrderView::Item{anyString(), anyCount(), anyString(), anyString()};
            })};
}

ListView anyList()
{
    const auto row = [] { return ListView::Row{anyString(), anyString(), anyString()}; };
    return {anyString(), some([&] { return ListView::Section{anyString(), some(row)}; })};
}

MessageContent anyContent()
{
    MessageContent content;
    content.media = maybe<MediaView>([] {
        return MediaView{anyOf<MediaState>(), anyString(), anyString(), std::abs(anyCount()),
                         anyBool()};
    });
    content.location = maybe<LocationView>([] {
        return LocationView{anyCount() / 8.0, anyCount() / -8.0, anyString(), anyString()};
    });
    content.contacts = some(anyCard);
    content.order = maybe<OrderView>(anyOrder);
    content.product = maybe<ProductView>([] { return ProductView{anyString(), anyString()}; });
    content.quote = maybe<QuoteView>([] {
        return QuoteView{anyBool() ? MessageId::create() : MessageId(), anyBool(), anyString(),
                         anyString()};
    });
    content.referral = maybe<ReferralView>([] {
        return ReferralView{anyString(), anyString(), anyString(), anyBool()};
    });
    content.form = maybe<FormView>([] {
        return FormView{some([] {
                            return FormView::Field{anyString(), anyString()};
                        }),
                        anyString()};
    });
    content.reactions = some([] {
        return ReactionView{anyString(), anyBool(), anyString(), anyInstant()};
    });
    content.header = anyString();
    content.footer = anyString();
    content.buttons = some([] {
        return ButtonView{anyOf<ButtonKind>(), anyString(), anyString(), anyString()};
    });
    content.list = maybe<ListView>(anyList);
    content.choiceDescription = anyString();
    content.forwarded = anyOf<ForwardMark>();
    content.provenance = anyOf<Provenance>();
    content.inGroup = anyBool();
    content.edited = anyBool();
    content.revoked = anyBool();
    content.foreignType = anyString();
    content.errorCode = anyCount();
    return content;
}

MessageView anyMessage()
{
    MessageView message;
    message.id = MessageId::create();
    message.conversation = ConversationId(anyId());
    message.direction = anyOf<Direction>();
    message.kind = anyOf<MessageKind>();
    message.state = anyOf<SendState>();
    message.event = anyOf<EventKind>();
    message.purpose = anyOf<MessageClass>();
    message.text = anyString();
    message.author = anyString();
    message.templateName = anyString();
    message.at = anyInstant();
    message.receivedAt = anyInstant();
    message.order = anyNumber();
    message.errorCode = anyCount();
    message.refusal = anyString();
    message.attempts = anyCount();
    message.content = anyContent();
    message.absorbed = anyBool();
    return message;
}

ButtonView anyButton()
{
    return {anyOf<ButtonKind>(), anyString(), anyString(), anyString()};
}

TemplateView anyTemplate()
{
    TemplateView view;
    view.name = u"n"_s + anyString();
    view.language = anyString();
    view.category = anyString();
    view.status = anyString();
    view.quality = anyString();
    view.frozen = anyBool();
    view.named = anyBool();
    view.header = anyOf<TemplateHeader>();
    view.headerText = anyString();
    view.headerVariables = some(anyString);
    view.body = anyString();
    view.variables = some(anyString);
    view.footer = anyString();
    view.buttons = some(anyButton);
    view.cards = some([] {
        return TemplateView::Card{anyOf<TemplateHeader>(), anyString(), some(anyString),
                                  some(anyButton)};
    });
    return view;
}

ChannelNumber anyNumberOfOurs()
{
    ChannelNumber number;
    number.phoneNumberId = u"1"_s + anyString();
    number.display = anyString();
    number.quality = anyString();
    number.limit = anyString();
    number.throughput = anyString();
    number.nameStatus = anyString();
    number.lastInboundAt = anyInstant();
    number.lastCallAt = anyInstant();
    number.servicesThisMonth = anyCount();
    if (*rc::gen::arbitrary<bool>())
        number.history = HistoryImport{*rc::gen::inRange(0, 101), anyCount(), anyInstant()};
    number.pricing = some([] {
        return ChannelNumber::PricingCount{anyString(), anyString(), anyString(), anyCount()};
    });
    return number;
}

/// Over the bytes that really travel.
template <typename T>
T sent(const T &value, std::optional<T> (*read)(const QJsonObject &))
{
    const QByteArray bytes = QJsonDocument(wire::toJson(value)).toJson(QJsonDocument::Compact);
    const auto arrived = read(QJsonDocument::fromJson(bytes).object());
    RC_ASSERT(arrived.has_value());
    return *arrived;
}

auto parts(const PersonView::ConsentLine &l)
{
    return std::tuple(l.at, l.standing, l.source, l.word, l.recordedBy, l.scope, l.businessNumber);
}
auto parts(const AuditLine &l)
{
    return std::tuple(l.seq, l.at, l.actor, l.device, l.action, l.contact, l.subject, l.subjectName,
                      l.object, l.reason, l.result);
}
auto parts(const ExportPackage::File &f)
{
    return std::tuple(f.path, f.bytes);
}
auto parts(const ChannelNumber::PricingCount &c)
{
    return std::tuple(c.month, c.category, c.type, c.count);
}
auto parts(const ChannelAlert &a)
{
    return std::tuple(a.id, a.at, a.severity, a.kind, a.subject, a.detail, a.code, a.acknowledged);
}
template <typename T>
bool equal(const QList<T> &a, const QList<T> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const T &x, const T &y) { return parts(x) == parts(y); });
}

} // namespace

/// What one side says is what the other side hears, for any values.
class WireRoundTrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void conversations()
    {
        QVERIFY(rc::check([] {
            const auto row = anyConversation();
            RC_ASSERT(sent(row, wire::conversationFromJson) == row);
            const InboxPage page{some(anyConversation), anyString(), anyNumber()};
            const auto arrived = sent(page, wire::inboxFromJson);
            RC_ASSERT(arrived.conversations == page.conversations);
            RC_ASSERT(arrived.next == page.next && arrived.seq == page.seq);
        }));
    }

    void messages()
    {
        QVERIFY(rc::check([] {
            const auto message = anyMessage();
            RC_ASSERT(sent(message, wire::messageFromJson) == message);
            const ThreadPage page{some(anyMessage), anyBool(), anyBool()};
            const auto arrived = sent(page, wire::threadFromJson);
            RC_ASSERT(arrived.messages == page.messages);
            RC_ASSERT(arrived.hasOlder == page.hasOlder && arrived.hasNewer == page.hasNewer);
        }));
    }

    void people()
    {
        QVERIFY(rc::check([] {
            PersonView person;
            person.contact = ContactId(anyId());
            person.name = anyString();
            person.number = anyString();
            person.username = anyString();
            person.language = anyString();
            person.standing = anyOf<Standing>();
            person.firstSeenAt = anyInstant();
            person.stoppedAtWhatsApp = anyBool();
            person.needsReview = anyBool();
            person.addressBookName = anyString();
            person.keptUntil = anyInstant();
            person.consent = some([] {
                return PersonView::ConsentLine{
                    anyInstant(), anyOf<Standing>(), anyOf<ConsentSource>(),
                    anyString(),  anyString(),       anyOf<ConsentScope>(),
                    anyString()};
            });
            const auto arrived = sent(person, wire::personFromJson);
            const auto parted = [](const PersonView &p) {
                return std::tuple(p.contact, p.name, p.number, p.username, p.language, p.standing,
                                  p.firstSeenAt, p.stoppedAtWhatsApp, p.needsReview,
                                  p.addressBookName, p.keptUntil);
            };
            RC_ASSERT(parted(arrived) == parted(person));
            RC_ASSERT(equal(arrived.consent, person.consent));
        }));
    }

    void whatIsToBeSent()
    {
        QVERIFY(rc::check([] {
            OutboundContent content;
            content.kind = anyOf<MessageKind>();
            content.text = anyString();
            content.answers = anyBool() ? MessageId::create() : MessageId();
            content.upload = UploadId(anyId());
            content.location = maybe<LocationView>([] {
                return LocationView{anyCount() / 8.0, anyCount() / -8.0, anyString(), anyString()};
            });
            content.contacts = some(anyCard);
            content.header = anyString();
            content.footer = anyString();
            content.buttons = some([] {
                return ButtonView{anyOf<ButtonKind>(), anyString(), anyString(), anyString()};
            });
            content.list = maybe<ListView>(anyList);
            if (content.kind == MessageKind::Template) {
                content.templateName = u"n"_s + anyString();
                content.templateLanguage = anyString();
                content.values.header = anyString();
                content.values.headerUpload = UploadId(anyId());
                content.values.body = some(anyString);
                content.values.buttons = some(anyString);
                content.values.cards = some([] {
                    return TemplateValues::Card{UploadId(anyId()), some(anyString),
                                                some(anyString)};
                });
            }
            RC_ASSERT(sent(content, wire::outboundFromJson) == content);
        }));
        QVERIFY(!wire::outboundFromJson({}));
        QVERIFY(!wire::outboundFromJson({{u"kind"_s, u"campaign"_s}}));
        QVERIFY(!wire::outboundFromJson({{u"kind"_s, u"template"_s}}));
        QVERIFY(!wire::outboundFromJson(
            {{u"kind"_s, u"text"_s}, {u"template"_s, QJsonObject{{u"name"_s, u"x"_s}}}}));
    }

    void templatesAndAgents()
    {
        QVERIFY(rc::check([] {
            const TemplateView view = anyTemplate();
            RC_ASSERT(sent(view, wire::templateFromJson) == view);

            AgentView agent{AgentId(anyId()), anyString(), anyString(), {}};
            for (const auto &[role, name] : enumNames(Role{})) {
                if (anyBool())
                    agent.roles.add(role);
            }
            const auto someone = sent(agent, wire::agentFromJson);
            RC_ASSERT(std::tuple(someone.id, someone.userName, someone.displayName) ==
                      std::tuple(agent.id, agent.userName, agent.displayName));
            RC_ASSERT(someone.roles == agent.roles);
        }));
    }

    void channels()
    {
        QVERIFY(rc::check([] {
            ChannelView view;
            view.numbers = some(anyNumberOfOurs);
            view.alerts = some([] {
                return ChannelAlert{anyId(),     anyInstant(), anyOf<AlertSeverity>(),
                                    anyString(), anyString(),  anyString(),
                                    anyCount(),  anyBool()};
            });
            view.sendingStopped = anyBool();
            view.waitingMedia = anyCount();
            view.queued = anyCount();
            view.deadLetters = anyCount();
            const auto arrived = sent(view, wire::channelFromJson);
            const auto counts = [](const ChannelView &v) {
                return std::tuple(v.sendingStopped, v.waitingMedia, v.queued, v.deadLetters);
            };
            RC_ASSERT(counts(arrived) == counts(view));
            RC_ASSERT(equal(arrived.alerts, view.alerts));
            RC_ASSERT(arrived.numbers.size() == view.numbers.size());
            const auto parted = [](const ChannelNumber &n) {
                const HistoryImport history = n.history.value_or(HistoryImport());
                return std::tuple(n.phoneNumberId, n.display, n.quality, n.limit, n.throughput,
                                  n.nameStatus, n.lastInboundAt, n.lastCallAt, n.servicesThisMonth,
                                  n.history.has_value(), history.percent, history.code, history.at);
            };
            for (qsizetype i = 0; i < view.numbers.size(); ++i) {
                RC_ASSERT(parted(arrived.numbers.at(i)) == parted(view.numbers.at(i)));
                RC_ASSERT(equal(arrived.numbers.at(i).pricing, view.numbers.at(i).pricing));
            }
        }));
    }

    void erasures()
    {
        QVERIFY(rc::check([] {
            const ErasurePreview preview{ContactId(anyId()), anyString(), anyString(), anyCount(),
                                         anyCount(),         anyCount(),  anyCount(),  anyCount(),
                                         anyCount(),         anyCount(),  anyCount(),  anyCount()};
            const auto seen = sent(preview, wire::erasurePreviewFromJson);
            const auto counts = [](const ErasurePreview &p) {
                return std::tuple(p.contact, p.name, p.number, p.messages, p.statuses, p.attempts,
                                  p.identities, p.searchEntries, p.keys, p.pendingSends, p.consoles,
                                  p.files);
            };
            RC_ASSERT(counts(seen) == counts(preview));

            const DestructionRecord record{
                OrderId(anyId()), anyInstant(), anyInstant(), anyString(), anyString(), anyString(),
                anyString(),      anyCount(),   anyCount(),   anyCount(),  anyCount(),  anyCount(),
                anyCount(),       anyCount(),   anyBytes(),   anyBytes()};
            const auto kept = sent(record, wire::destructionRecordFromJson);
            const auto parted = [](const DestructionRecord &r) {
                return std::tuple(r.order, r.orderedAt, r.completedAt, r.orderedBy, r.reason,
                                  r.subjectRef, r.method, r.messages, r.identities, r.keys,
                                  r.searchEntries, r.consolesTold, r.consolesConfirmed, r.files,
                                  r.document, r.signature);
            };
            RC_ASSERT(parted(kept) == parted(record)); // the signed bytes above all

            const ErasureOrder order{OrderId(anyId()), ContactId(anyId()),
                                     some([] { return ConversationId(anyId()); })};
            const auto told = sent(order, wire::erasureOrderFromJson);
            RC_ASSERT(std::tuple(told.order, told.contact, told.conversations) ==
                      std::tuple(order.order, order.contact, order.conversations));
        }));
    }

    void packagesAndTheLog()
    {
        QVERIFY(rc::check([] {
            ExportPackage package{u"f"_s + anyString(), {{u"a"_s, anyBytes()}}};
            package.files += some([] { return ExportPackage::File{anyString(), anyBytes()}; });
            const auto got = sent(package, wire::exportPackageFromJson);
            RC_ASSERT(got.folderName == package.folderName && equal(got.files, package.files));

            AuditPage page;
            page.next = anyString();
            page.lines = some([] {
                return AuditLine{anyNumber(), anyInstant(), anyString(),
                                 anyString(), anyString(),  ContactId(anyNumber()),
                                 anyString(), anyString(),  anyString(),
                                 anyString(), anyString()};
            });
            const auto lines = sent(page, wire::auditPageFromJson);
            RC_ASSERT(lines.next == page.next && equal(lines.lines, page.lines));

            AuditState state{anyBool(),     anyNumber(),          anyNumber(),
                             anyInstant(),  anyString().toUtf8(), anyString().toUtf8(),
                             some(anyBytes)};
            const auto said = sent(state, wire::auditStateFromJson);
            RC_ASSERT(std::tuple(said.verified, said.size, said.firstBad, said.sealedAt,
                                 said.checkpoint, said.publicKeyPem, said.consistency) ==
                      std::tuple(state.verified, state.size, state.firstBad, state.sealedAt,
                                 state.checkpoint, state.publicKeyPem, state.consistency));
        }));
    }

    void errors()
    {
        for (const auto &[code, name] : enumNames(ApiErrorCode{})) {
            for (const auto &[refusal, refusalName] : enumNames(SendRefusal{})) {
                const ApiError error{code, refusal, u"why"_s};
                QCOMPARE(wire::apiErrorFromJson(wire::toJson(error)), error);
            }
            const ApiError plain{code, std::nullopt, {}};
            QCOMPARE(wire::apiErrorFromJson(wire::toJson(plain)), plain);
        }
    }
};

DESTEK_TEST(WireRoundTrip)
#include "tst_wire_round_trip.moc"
