#include "ui/person/person_work.h"

#include "core/text/markup.h"
#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/person/field_dialog.h"
#include "ui/work/label_chips.h"

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kNotesShown = 5;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->layout())
            empty(item->layout());
        delete item->widget();
        delete item;
    }
}

} // namespace

PersonWork::PersonWork(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk),
      m_labelsCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_chips(new LabelChips(*desk.theme)), m_labels(new Button(*desk.theme, Button::Kind::Link)),
      m_fieldsCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_fields(new QVBoxLayout), m_addField(new Button(*desk.theme, Button::Kind::Link)),
      m_trouble(new Label(*desk.theme, TextRole::Small, Token::Bad)),
      m_notesCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_notes(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_labelsCaption);
    column->addWidget(m_chips);
    column->addWidget(m_labels, 0, Qt::AlignLeft);
    column->addSpacing(6);
    column->addWidget(m_fieldsCaption);
    column->addLayout(m_fields);
    column->addWidget(m_addField, 0, Qt::AlignLeft);
    column->addWidget(m_trouble);
    column->addSpacing(6);
    column->addWidget(m_notesCaption);
    m_notes->setSpacing(6);
    column->addLayout(m_notes);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_labels->setObjectName(QStringLiteral("labels"));
    m_addField->setObjectName(QStringLiteral("addField"));
    m_fields->setSpacing(2);
    connect(m_labels, &QPushButton::clicked, this, &PersonWork::openLabels);
    connect(m_addField, &QPushButton::clicked, this, [this] { editField({}); });
    connect(desk.state->team(), &models::TeamBook::changed, this, [this] {
        if (m_summary)
            showLabels();
    });
    const auto notes = [this] {
        if (m_summary)
            showNotes();
    };
    const auto *thread = desk.state->thread();
    connect(thread, &QAbstractItemModel::modelReset, this, notes);
    connect(thread, &QAbstractItemModel::rowsInserted, this, notes);
    retranslate();
}

void PersonWork::show(const ConversationSummary &summary, const PersonView &person)
{
    m_summary = summary;
    m_person = person;
    m_trouble->hide();
    showLabels();
    showFields();
    showNotes();
}

void PersonWork::follow(const ConversationSummary &summary)
{
    const bool changed = !m_summary || m_summary->work.labels != summary.work.labels;
    m_summary = summary;
    if (changed)
        showLabels();
}

void PersonWork::clear()
{
    m_summary.reset();
    m_person = {};
    m_chips->setLabels({});
    empty(m_fields);
    empty(m_notes);
}

void PersonWork::showLabels()
{
    QList<destek::Label> labels;
    for (const LabelId id : std::as_const(m_summary->work.labels)) {
        if (const auto *label = m_desk.state->team()->label(id))
            labels << *label;
    }
    m_chips->setLabels(labels);
    m_labels->setVisible(m_desk.state->may(Permission::ShareWork));
}

void PersonWork::openLabels()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("labelMenu"));
    const QList<destek::Label> labels = m_desk.state->team()->labels();
    for (const destek::Label &label : labels) {
        QAction *action =
            menu->addAction(isolatedName(label.name).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_summary->work.labels.contains(label.id));
        connect(action, &QAction::triggered, this,
                [this, id = label.id, conversation = m_summary->id](bool on) {
                    WorkAct act;
                    act.kind = on ? WorkAct::Kind::AddLabel : WorkAct::Kind::RemoveLabel;
                    act.label = id;
                    m_desk.state->sharing()->act({conversation}, act);
                });
    }
    if (labels.isEmpty())
        menu->addAction(tr("The team has no labels yet"))->setEnabled(false);
    menu->popup(m_labels->mapToGlobal(QPoint(0, m_labels->height())));
}

void PersonWork::showFields()
{
    empty(m_fields);
    const bool may = m_desk.state->may(Permission::ShareWork);
    for (const PersonField &field : std::as_const(m_person.fields)) {
        auto *row = new QHBoxLayout;
        row->setSpacing(0);
        auto *lines = new QVBoxLayout;
        lines->setSpacing(0);
        auto *name = new Label(*m_desk.theme, TextRole::Small, Token::TextFaint);
        name->setText(isolatedName(field.name));
        auto *value = new Label(*m_desk.theme);
        value->setText(text::visible(field.value).text);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(name);
        lines->addWidget(value);
        row->addLayout(lines, 1);
        auto *edit = new Button(*m_desk.theme, Button::Kind::Flat);
        edit->setText(tr("Edit"));
        edit->setAccessibleName(tr("Edit the field: %1").arg(isolatedName(field.name)));
        edit->setVisible(may);
        connect(edit, &QPushButton::clicked, this, [this, field] { editField(field); });
        auto *remove = new Button(*m_desk.theme, Button::Kind::Flat);
        remove->setGlyph(Glyph::Close);
        remove->setAccessibleName(tr("Remove the field: %1").arg(isolatedName(field.name)));
        remove->setToolTip(remove->accessibleName());
        remove->setVisible(may);
        connect(remove, &QPushButton::clicked, this, [this, field] { removeField(field.name); });
        row->addWidget(edit, 0, Qt::AlignTop);
        row->addWidget(remove, 0, Qt::AlignTop);
        m_fields->addLayout(row);
    }
    m_fieldsCaption->setVisible(may || !m_person.fields.isEmpty());
    m_addField->setVisible(may);
}

void PersonWork::editField(const PersonField &field)
{
    auto *dialog = new FieldDialog(m_desk, m_person.contact, field, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(m_desk.state, &models::ConsoleState::personErased, dialog, &QDialog::close);
    connect(dialog, &FieldDialog::kept, this, &PersonWork::personChanged);
    dialog->open();
}

void PersonWork::removeField(const QString &name)
{
    m_desk.work->keepField(m_person.contact, {name, {}},
                           {this, [this](const net::Answer<PersonView> &answer) {
                                if (answer) {
                                    Q_EMIT personChanged(*answer);
                                    return;
                                }
                                m_trouble->setText(words::apiErrorSentence(answer.error()));
                                m_trouble->show();
                            }});
}

/// The newest few of the loaded thread: what colleagues must know without scrolling.
void PersonWork::showNotes()
{
    empty(m_notes);
    const auto *thread = m_desk.state->thread();
    int shown = 0;
    const bool same = thread->conversation() == m_summary->id;
    for (int row = thread->rowCount() - 1; same && row >= 0 && shown < kNotesShown; --row) {
        const MessageView &note = thread->at(row);
        if (note.kind != MessageKind::Note)
            continue;
        ++shown;
        auto *content = new Label(*m_desk.theme);
        content->setText(text::withoutMarks(text::visible(note.text).text).text);
        content->setWordWrap(true);
        auto *who = new Label(*m_desk.theme, TextRole::Small, Token::TextFaint);
        who->setText(
            tr("%1 · %2", "name, time").arg(isolatedName(note.author), words::dateTime(note.at)));
        m_notes->addWidget(content);
        m_notes->addWidget(who);
    }
    m_notesCaption->setVisible(shown > 0);
}

void PersonWork::retranslate()
{
    m_labelsCaption->setText(tr("Labels"));
    m_labels->setText(tr("Labels…"));
    m_fieldsCaption->setText(tr("Fields"));
    m_addField->setText(tr("Add a field…"));
    m_notesCaption->setText(tr("Internal notes"));
    if (m_summary)
        show(*m_summary, m_person);
}

void PersonWork::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace destek::ui
