#include "models/templates/template_model.h"

#include "core/policy/send_policy.h"
#include "core/text/fold.h"
#include "models/format/words.h"
#include "models/templates/template_form.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::models
{

TemplateModel::TemplateModel(net::ConversationApi *api, QObject *parent)
    : QAbstractListModel(parent), m_api(api)
{
}

void TemplateModel::load()
{
    m_api->templates(
        {this, [this, generation = ++m_generation](net::Answer<QList<TemplateView>> answer) {
             if (generation != m_generation)
                 return;
             if (!answer.ok()) {
                 Q_EMIT failed(answer.error());
                 return;
             }
             m_all = *std::move(answer);
             m_all.removeIf(
                 [](const TemplateView &view) { return !isSendableCategory(view.category); });
             std::sort(m_all.begin(), m_all.end(),
                       [](const TemplateView &a, const TemplateView &b) {
                           return std::pair(a.name, a.language) < std::pair(b.name, b.language);
                       });
             refilter();
             Q_EMIT loaded();
         }});
}

void TemplateModel::clear()
{
    ++m_generation;
    m_all.clear();
    refilter();
}

void TemplateModel::setFilter(const QString &words)
{
    m_filter = text::matchFold(words);
    refilter();
}

void TemplateModel::setLanguage(const QString &language)
{
    m_language = language;
    refilter();
}

void TemplateModel::setCategory(const QString &category)
{
    m_category = category;
    refilter();
}

QStringList TemplateModel::languages() const
{
    QStringList found;
    for (const TemplateView &view : m_all) {
        if (!found.contains(view.language))
            found << view.language;
    }
    found.sort();
    return found;
}

QStringList TemplateModel::categories() const
{
    QStringList found;
    for (const TemplateView &view : m_all) {
        if (!found.contains(view.category))
            found << view.category;
    }
    found.sort();
    return found;
}

const TemplateView *TemplateModel::find(const QString &name, const QString &language) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const TemplateView &view) {
        return view.name == name && view.language == language;
    });
    return found == m_all.cend() ? nullptr : &*found;
}

bool TemplateModel::isSendable(const TemplateView &view)
{
    return !view.frozen && isSendableCategory(view.category) &&
           (view.status.isEmpty() || view.status == "APPROVED"_L1);
}

void TemplateModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    for (const TemplateView &view : std::as_const(m_all)) {
        if ((!m_language.isEmpty() && view.language != m_language) ||
            (!m_category.isEmpty() && view.category != m_category))
            continue;
        if (m_filter.isEmpty() || text::matchFold(view.name + u'\n' + view.body).contains(m_filter))
            m_shown << view;
    }
    endResetModel();
}

int TemplateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant TemplateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TemplateView &view = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return view.name;
    case Qt::AccessibleTextRole:
        return accessibleText(view);
    case TemplateRole:
        return QVariant::fromValue(view);
    case BodyRole:
        return view.body;
    case LanguageRole:
        return view.language;
    default:
        return {};
    }
}

QString TemplateModel::accessibleText(const TemplateView &view)
{
    const QString said = u"%1, %2, %3: %4"_s.arg(view.name, view.language,
                                                 words::categoryWords(view.category), view.body);
    return view.frozen ? said + u' ' + words::refusalSentence(SendRefusal::TemplateFrozen) : said;
}

QString filledIn(const TemplateView &view, const QStringList &values)
{
    return filledText(view.body, view.variables, values);
}

} // namespace destek::models
