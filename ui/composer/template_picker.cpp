#include "ui/composer/template_picker.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/panel.h"

#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace destek::ui
{

using models::TemplateModel;

namespace
{

/// Name and language on one row.
class TemplateDelegate : public QStyledItemDelegate
{
public:
    TemplateDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {160, m_theme.px(30)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        painter->fillRect(option.rect, m_theme.color(selected ? Token::Selection
                                                     : hover  ? Token::Hover
                                                              : Token::Surface));
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_theme.color(Token::Accent));
        const auto view = index.data(TemplateModel::TemplateRole).value<TemplateView>();
        const QRectF line = QRectF(option.rect).adjusted(12, 0, -10, 0);
        const qreal tail = m_theme.px(26);
        drawLine(*painter, m_theme, view.name, m_theme.font(TextRole::Body),
                 m_theme.color(Token::Text), line.adjusted(0, 0, -tail - 6, 0));
        drawLine(*painter, m_theme, view.language, m_theme.font(TextRole::Small),
                 m_theme.color(Token::TextMuted),
                 QRectF(line.right() - tail, line.y(), tail, line.height()), Qt::AlignRight);
    }

private:
    const Theme &m_theme;
};

} // namespace

TemplatePicker::TemplatePicker(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_templates(desk.conversations), m_list(new QListView),
      m_caption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_preview(new Label(*desk.theme)),
      m_hint(new Label(*desk.theme, TextRole::Small, Token::TextMuted)), m_fieldArea(new QWidget),
      m_form(new QFormLayout(m_fieldArea)), m_send(new Button(*desk.theme, Button::Kind::Primary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_list->setFixedWidth(desk.theme->px(220));
    m_list->setMinimumHeight(desk.theme->px(150));
    m_list->setMaximumHeight(desk.theme->px(190));
    m_list->setModel(&m_templates);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new TemplateDelegate(*desk.theme, this));
    row->addWidget(m_list);
    auto *side = new QVBoxLayout;
    side->setSpacing(6);
    side->addWidget(m_caption);
    side->addWidget(m_preview);
    m_form->setContentsMargins(0, 4, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    side->addWidget(m_fieldArea);
    side->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_send);
    side->addLayout(foot);
    row->addLayout(side, 1);
    m_preview->setWordWrap(true);
    m_send->setGlyph(Glyph::Send);
    m_list->installEventFilter(this);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TemplatePicker::choose);
    connect(m_send, &QPushButton::clicked, this, &TemplatePicker::send);
    connect(&m_templates, &TemplateModel::loaded, this, [this] {
        m_loaded = true;
        // One in the language of the console first, if there is one.
        const QString own =
            m_desk.speech->isTurkish() ? QStringLiteral("tr") : QStringLiteral("en");
        int first = 0;
        for (int i = m_templates.rowCount() - 1; i >= 0; --i) {
            if (m_templates.at(i).language.startsWith(own))
                first = i;
        }
        if (m_templates.rowCount() > 0)
            m_list->setCurrentIndex(m_templates.index(first));
        showPreview();
    });
    connect(&m_templates, &TemplateModel::failed, this,
            [this](const ApiError &error) { m_hint->setText(words::apiErrorSentence(error)); });
    retranslate();
}

void TemplatePicker::open(bool takeFocus)
{
    if (!m_loaded)
        m_templates.load();
    if (takeFocus)
        m_list->setFocus(Qt::OtherFocusReason);
}

void TemplatePicker::reset()
{
    for (QLineEdit *field : std::as_const(m_fields))
        field->clear();
    m_hint->clear();
}

QString TemplatePicker::preview() const
{
    return m_preview->text();
}

void TemplatePicker::choose(const QModelIndex &index)
{
    m_chosen.reset();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    if (index.isValid()) {
        m_chosen = m_templates.at(index.row());
        for (const QString &variable : m_chosen->variables) {
            auto *field = new QLineEdit;
            field->setMaxLength(500);
            field->setAccessibleName(tr("Value for %1").arg(variable));
            field->installEventFilter(this);
            connect(field, &QLineEdit::textChanged, this, &TemplatePicker::showPreview);
            auto *label = new Label(*m_desk.theme, TextRole::Small, Token::TextMuted);
            label->setText(variable);
            m_form->addRow(label, field);
            m_fields << field;
        }
        m_fieldArea->setVisible(!m_fields.isEmpty());
    }
    showPreview();
}

QStringList TemplatePicker::values() const
{
    QStringList values;
    for (const QLineEdit *field : m_fields)
        values << field->text().trimmed();
    return values;
}

QString TemplatePicker::missing() const
{
    const QStringList given = values();
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (given.at(i).isEmpty())
            return m_chosen->variables.value(i);
    }
    return {};
}

void TemplatePicker::showPreview()
{
    m_send->setEnabled(m_chosen && missing().isEmpty());
    if (!m_chosen) {
        m_preview->setText(m_loaded ? tr("There is no approved template to send.")
                                    : tr("Loading templates…"));
        return;
    }
    m_preview->setText(text::visible(models::filledIn(*m_chosen, values()), 2000).text);
    m_hint->setText(missing().isEmpty() ? tr("Enter sends")
                                        : tr("Missing field: %1").arg(missing()));
    m_hint->setLook(TextRole::Small, missing().isEmpty() ? Token::TextMuted : Token::Bad);
}

void TemplatePicker::send()
{
    if (m_chosen && missing().isEmpty())
        Q_EMIT sendRequested(*m_chosen, values());
}

bool TemplatePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (!missing().isEmpty()) {
                for (QLineEdit *field : std::as_const(m_fields)) {
                    if (field->text().trimmed().isEmpty()) {
                        field->setFocus(Qt::OtherFocusReason);
                        break;
                    }
                }
            } else {
                send();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TemplatePicker::retranslate()
{
    m_caption->setText(tr("Preview"));
    m_send->setText(tr("Send"));
    m_list->setAccessibleName(tr("Templates"));
    for (qsizetype i = 0; i < m_fields.size() && m_chosen; ++i)
        m_fields.at(i)->setAccessibleName(tr("Value for %1").arg(m_chosen->variables.value(i)));
    showPreview();
}

void TemplatePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace destek::ui
