#include "ui/inbox/view_menu.h"

#include "models/format/work_words.h"
#include "ui/inbox/save_view_dialog.h"
#include "ui/kit/painted_text.h"

namespace destek::ui
{

namespace
{

QString inMenu(const QString &name)
{
    return isolatedName(name).replace(u'&', QStringLiteral("&&"));
}

} // namespace

ViewMenu::ViewMenu(const Desk &desk, QWidget *parent) : QMenu(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("viewMenu"));
    connect(this, &QMenu::aboutToShow, this, &ViewMenu::fill);
    connect(desk.state->inbox(), &QAbstractItemModel::modelReset, this, [this] {
        if (isVisible())
            fill();
    });
}

void ViewMenu::narrow(const InboxFilter &filter)
{
    m_desk.state->inbox()->setView(filter);
}

QString ViewMenu::words() const
{
    const InboxFilter &view = m_desk.state->inbox()->view();
    for (const SavedView &saved : m_desk.state->team()->view().views) {
        if (saved.filter == view && view != InboxFilter())
            return isolatedName(saved.name);
    }
    QStringList parts;
    for (const LabelId id : view.labels) {
        if (const destek::Label *label = m_desk.state->team()->label(id))
            parts << isolatedName(label->name);
    }
    if (view.status)
        parts << destek::words::statusWords(*view.status);
    if (view.atLeast)
        parts << destek::words::priorityWords(*view.atLeast);
    if (view.waitingOnly)
        parts << tr("waiting only");
    return QLocale().createSeparatedList(parts);
}

void ViewMenu::addChoice(const QString &text, bool checked, const InboxFilter &then)
{
    QAction *action = addAction(text, this, [this, then] { narrow(then); });
    action->setCheckable(true);
    action->setChecked(checked);
}

void ViewMenu::fill()
{
    clear();
    const InboxFilter now = m_desk.state->inbox()->view();
    addChoice(tr("Everything in this queue"), now == InboxFilter(), {});
    fillViews();
    addSection(tr("Only"));
    InboxFilter then = now;
    then.waitingOnly = !now.waitingOnly;
    addChoice(tr("Those who wait for an answer"), now.waitingOnly, then);
    for (const Priority priority : {Priority::High, Priority::Urgent}) {
        then = now;
        then.atLeast = now.atLeast == priority ? std::nullopt : std::optional(priority);
        addChoice(priority == Priority::High ? tr("High priority and urgent") : tr("Urgent"),
                  now.atLeast == priority, then);
    }
    then = now;
    then.status =
        now.status == WorkStatus::Resolved ? std::nullopt : std::optional(WorkStatus::Resolved);
    addChoice(tr("Resolved"), now.status == WorkStatus::Resolved, then);
    const QList<destek::Label> labels = m_desk.state->team()->labels();
    if (!labels.isEmpty())
        addSection(tr("Labels"));
    for (const destek::Label &label : labels) {
        then = now;
        const bool on = now.labels.contains(label.id);
        if (on)
            then.labels.removeOne(label.id);
        else
            then.labels << label.id;
        addChoice(inMenu(label.name), on, then);
    }
    if (now != InboxFilter() && m_desk.state->may(Permission::ShareWork)) {
        addSeparator();
        addAction(tr("Save this view…"), this, &ViewMenu::save);
    }
}

void ViewMenu::fillViews()
{
    const QList<SavedView> views = m_desk.state->team()->view().views;
    if (views.isEmpty())
        return;
    const InboxFilter now = m_desk.state->inbox()->view();
    addSection(tr("Views"));
    for (const SavedView &view : views)
        addChoice(view.shared ? tr("%1 (team)").arg(inMenu(view.name)) : inMenu(view.name),
                  view.filter == now, view.filter);
    auto *gone = addMenu(tr("Remove a view"));
    for (const SavedView &view : views) {
        if (!view.shared || m_desk.state->may(Permission::ManageTeam))
            gone->addAction(inMenu(view.name), this, [this, view] { remove(view); });
    }
    gone->menuAction()->setVisible(!gone->isEmpty());
}

void ViewMenu::remove(const SavedView &view)
{
    m_desk.team->removeView(view.id, {this, [this](const net::Answer<Done> &answer) {
                                          if (answer)
                                              m_desk.state->team()->load(m_desk.state->agent().id);
                                      }});
}

void ViewMenu::save()
{
    auto *dialog = new SaveViewDialog(m_desk, m_desk.state->inbox()->view(), parentWidget());
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    dialog->open();
}

} // namespace destek::ui
