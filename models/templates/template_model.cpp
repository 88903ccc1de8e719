#include "models/templates/template_model.h"

#include "core/policy/send_policy.h"
#include "core/text/fold.h"

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

void TemplateModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    for (const TemplateView &view : std::as_const(m_all)) {
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
        return u"%1, %2: %3"_s.arg(view.name, view.language, view.body);
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

QString filledIn(const TemplateView &view, const QStringList &values)
{
    QString result;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = view.body.indexOf("{{"_L1, from);
        const qsizetype close = open < 0 ? -1 : view.body.indexOf("}}"_L1, open + 2);
        if (close < 0)
            return result + view.body.mid(from);
        const QString name = view.body.mid(open + 2, close - open - 2).trimmed();
        const qsizetype place = view.variables.indexOf(name);
        result += QStringView(view.body).mid(from, open - from);
        if (place >= 0 && place < values.size() && !values.at(place).isEmpty())
            result += values.at(place);
        else
            result += QStringView(view.body).mid(open, close + 2 - open);
        from = close + 2;
    }
}

} // namespace destek::models
