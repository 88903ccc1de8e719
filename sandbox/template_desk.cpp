#include "sandbox/template_desk.h"

#include "sandbox/fold.h"
#include "sandbox/template_check.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

QString bodyOf(const QJsonObject &entry)
{
    for (const QJsonValue &component : entry.value("components"_L1).toArray()) {
        if (component["type"_L1].toString().compare("body"_L1, Qt::CaseInsensitive) == 0)
            return component["text"_L1].toString();
    }
    return {};
}

/// Meta approves as MARKETING what it finds promotional, whatever was asked for.
bool soundsPromotional(const QString &body)
{
    for (const QString &word :
         {u"indirim"_s, u"kampanya"_s, u"fırsat"_s, u"discount"_s, u"sale"_s}) {
        if (mentions(body, word))
            return true;
    }
    return false;
}

std::optional<MetaError> mistakeIn(const QJsonObject &entry)
{
    static const QRegularExpression name(u"^[a-z0-9_]{1,512}$"_s);
    static const QRegularExpression edgeVariable(u"^\\s*\\{\\{|\\}\\}\\s*$"_s);
    static const QStringList categories{u"MARKETING"_s, u"UTILITY"_s, u"AUTHENTICATION"_s};
    if (!name.match(entry.value("name"_L1).toString()).hasMatch())
        return invalidParameter(u"Param name must be 1 to 512 of a-z, 0-9 and _."_s);
    if (!categories.contains(entry.value("category"_L1).toString()))
        return invalidParameter(u"Param category must be one of {AUTHENTICATION, MARKETING, "
                                "UTILITY}"_s);
    if (entry.value("language"_L1).toString().isEmpty())
        return invalidParameter(u"The parameter language is required."_s);
    const QString body = bodyOf(entry);
    if (body.isEmpty() || body.size() > 1024)
        return metaError(body.isEmpty() ? 2388072 : 2388040);
    if (edgeVariable.match(body).hasMatch())
        return metaError(2388299);
    return std::nullopt;
}

} // namespace

TemplateDesk::TemplateDesk(QJsonArray templates, Timetable &timetable, WebhookSender &webhooks,
                           WallClock clock)
    : m_shelf(std::move(templates)), m_timetable(timetable), m_webhooks(webhooks),
      m_clock(std::move(clock))
{
}

void TemplateDesk::setReview(int seconds, QStringList reject)
{
    m_reviewSeconds = seconds;
    m_reject = std::move(reject);
}

Result<QJsonObject, MetaError> TemplateDesk::submit(QJsonObject entry)
{
    if (const auto error = mistakeIn(entry))
        return failure(*error);
    const QString name = entry.value("name"_L1).toString();
    const QString language = entry.value("language"_L1).toString();
    if (!m_shelf.find(name, language).isEmpty())
        return failure(
            invalidParameter(u"There is already a template of this name in %1."_s.arg(language)));
    entry.insert(u"status"_s, u"PENDING"_s);
    entry.insert(u"quality_score"_s, QJsonObject{{u"score"_s, u"UNKNOWN"_s}});
    m_shelf.put(entry);
    m_timetable.after(m_reviewSeconds * 1000LL, [this, name, language] { decide(name, language); });
    return QJsonObject{{u"id"_s, m_shelf.find(name, language).value("id"_L1)},
                       {u"status"_s, u"PENDING"_s},
                       {u"category"_s, entry.value("category"_L1)}};
}

void TemplateDesk::decide(const QString &name, const QString &language)
{
    QJsonObject entry = m_shelf.find(name, language);
    if (entry.isEmpty())
        return;
    if (m_reject.contains(name)) {
        changeStatus(entry, u"REJECTED"_s, u"INVALID_FORMAT"_s);
        return;
    }
    if (entry.value("category"_L1).toString() == "UTILITY"_L1 && soundsPromotional(bodyOf(entry)))
        entry.insert(u"category"_s, u"MARKETING"_s);
    changeStatus(entry, u"APPROVED"_s, u"NONE"_s);
}

void TemplateDesk::post(const QString &field, const QJsonObject &entry, QJsonObject value)
{
    value.insert(u"message_template_id"_s, entry.value("id"_L1).toString().toLongLong());
    value.insert(u"message_template_name"_s, entry.value("name"_L1));
    value.insert(u"message_template_language"_s, entry.value("language"_L1));
    Update update;
    update.field = field;
    update.value = value;
    m_webhooks.post(update);
}

void TemplateDesk::changeStatus(QJsonObject entry, const QString &status, const QString &reason)
{
    entry.insert(u"status"_s, status);
    QJsonObject value{{u"event"_s, status},
                      {u"reason"_s, reason},
                      {u"message_template_category"_s, entry.value("category"_L1)}};
    if (status == "REJECTED"_L1) {
        entry.insert(u"rejected_reason"_s, reason);
        value.insert(u"rejection_info"_s,
                     QJsonObject{{u"reason"_s, u"The template's format is not allowed."_s},
                                 {u"recommendation"_s, u"Begin and end with words."_s}});
    } else if (status == "PAUSED"_L1) {
        value.insert(u"other_info"_s, QJsonObject{{u"title"_s, u"FIRST_PAUSE"_s},
                                                  {u"description"_s, u"Paused for 3 hours"_s}});
    } else if (status == "DISABLED"_L1) {
        value.insert(u"disable_info"_s, QJsonObject{{u"disable_date"_s, m_clock() / 1000}});
    }
    if (status == "DELETED"_L1)
        m_shelf.remove(entry.value("name"_L1).toString(), entry.value("language"_L1).toString());
    else
        m_shelf.put(entry);
    post(u"message_template_status_update"_s, entry, value);
}

void TemplateDesk::announceCategory(const QJsonObject &entry, const QString &category,
                                    int inSeconds)
{
    const QString name = entry.value("name"_L1).toString();
    const QString language = entry.value("language"_L1).toString();
    if (inSeconds > 0)
        post(u"template_category_update"_s, entry,
             {{u"correct_category"_s, category},
              {u"new_category"_s, entry.value("category"_L1)},
              {u"category_update_timestamp"_s, m_clock() / 1000 + inSeconds}});
    m_timetable.after(inSeconds * 1000LL, [this, name, language, category] {
        changeCategory(name, language, category);
    });
}

void TemplateDesk::changeCategory(const QString &name, const QString &language,
                                  const QString &category)
{
    QJsonObject entry = m_shelf.find(name, language);
    if (entry.isEmpty())
        return;
    const QJsonValue previous = entry.value("category"_L1);
    entry.insert(u"category"_s, category);
    m_shelf.put(entry);
    post(u"template_category_update"_s, entry,
         {{u"previous_category"_s, previous}, {u"new_category"_s, category}});
}

void TemplateDesk::changeQuality(QJsonObject entry, const QString &score)
{
    const QJsonValue previous = entry["quality_score"_L1]["score"_L1];
    entry.insert(u"quality_score"_s, QJsonObject{{u"score"_s, score}});
    m_shelf.put(entry);
    post(u"message_template_quality_update"_s, entry,
         {{u"previous_quality_score"_s, previous.toString(u"UNKNOWN"_s)},
          {u"new_quality_score"_s, score}});
}

void TemplateDesk::changeComponents(QJsonObject entry, const QJsonArray &components)
{
    entry.insert(u"components"_s, components);
    m_shelf.put(entry);
    QJsonObject value{{u"message_template_element"_s, bodyOf(entry)}};
    QJsonArray buttons;
    for (const QJsonValue &component : components) {
        const QString type = component["type"_L1].toString();
        if (type == "HEADER"_L1 && component["text"_L1].isString())
            value.insert(u"message_template_title"_s, component["text"_L1]);
        if (type == "FOOTER"_L1)
            value.insert(u"message_template_footer"_s, component["text"_L1]);
        for (const QJsonValue &button : component["buttons"_L1].toArray())
            buttons << QJsonObject{{u"message_template_button_type"_s, button["type"_L1]},
                                   {u"message_template_button_text"_s, button["text"_L1]}};
    }
    if (!buttons.isEmpty())
        value.insert(u"message_template_buttons"_s, buttons);
    post(u"message_template_components_update"_s, entry, value);
}

Ordered TemplateDesk::obey(const QJsonObject &order)
{
    const QString event = order.value("event"_L1).toString();
    if (event == "submit"_L1) {
        const auto made = submit(order.value("template"_L1).toObject());
        if (!made)
            return failure(OrderRefusal{made.error().message});
        return *made;
    }
    QJsonObject entry = m_shelf.find(order.value("name"_L1).toString(),
                                     order.value("language"_L1).toString(u"tr"_s));
    if (entry.isEmpty())
        return failure(OrderRefusal{u"There is no template of this name and language."_s, 404});
    if (event == "status"_L1) {
        changeStatus(entry, order.value("status"_L1).toString(),
                     order.value("reason"_L1).toString(u"NONE"_s));
    } else if (event == "quality"_L1) {
        changeQuality(entry, order.value("score"_L1).toString(u"YELLOW"_s));
    } else if (event == "recategorise"_L1) {
        announceCategory(entry, order.value("category"_L1).toString(u"MARKETING"_s),
                         order.value("in_s"_L1).toInt(0));
    } else if (event == "components"_L1) {
        changeComponents(entry, order.value("components"_L1).toArray());
    } else if (event == "pace"_L1) {
        entry.insert(u"sandbox_pace"_s, order.value("pace"_L1).toString(u"accepted"_s));
        m_shelf.put(entry);
    } else {
        return failure(OrderRefusal{u"\"event\" is one of submit, status, quality, recategorise, "
                                    "components, pace."_s});
    }
    return QJsonObject{};
}

} // namespace destek::sandbox
