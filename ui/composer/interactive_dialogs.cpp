#include "ui/composer/interactive_dialogs.h"

#include "core/policy/content_limits.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

InteractiveDialog::InteractiveDialog(const Theme &theme, QWidget *parent)
    : PieceDialog(theme, parent), m_header(new QLineEdit), m_text(new QPlainTextEdit),
      m_footer(new QLineEdit)
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(4 * QFontMetrics(theme.font(TextRole::Body)).lineSpacing() + 12);
    m_captions << addField(fields(), m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &InteractiveDialog::check);
    auto *frame = new QHBoxLayout;
    frame->setSpacing(10);
    for (const auto &[field, limit] :
         {std::pair{m_header, kHeaderLimit}, std::pair{m_footer, kFooterLimit}}) {
        auto *column = new QVBoxLayout;
        m_captions << addField(column, field);
        frame->addLayout(column);
        follow(field, limit);
    }
    fields()->addLayout(frame);
}

OutboundContent InteractiveDialog::frame() const
{
    OutboundContent content;
    content.kind = MessageKind::Interactive;
    content.text = m_text->toPlainText().trimmed();
    content.header = m_header->text().trimmed();
    content.footer = m_footer->text().trimmed();
    return content;
}

void InteractiveDialog::retranslate()
{
    const QStringList names{tr("Text"), tr("Header (optional)"), tr("Footer (optional)")};
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        m_captions.at(i)->setText(names.at(i));
        m_captions.at(i)->buddy()->setAccessibleName(names.at(i));
    }
    PieceDialog::retranslate();
}

// --- buttons ---------------------------------------------------------------------------------

ButtonsDialog::ButtonsDialog(const Theme &theme, QWidget *parent)
    : InteractiveDialog(theme, parent),
      m_caption(new Label(theme, TextRole::SmallStrong, Token::TextMuted))
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(m_caption);
    for (int i = 0; i < kButtonsAtMost; ++i) {
        auto *field = new QLineEdit;
        column->addWidget(field);
        follow(field, kButtonLabelLimit);
        m_labels << field;
    }
    m_caption->setBuddy(m_labels.first());
    fields()->addLayout(column);
    fields()->addStretch(1);
    retranslate();
    text()->setFocus();
}

OutboundContent ButtonsDialog::content() const
{
    OutboundContent content = frame();
    for (const QLineEdit *field : m_labels) {
        const QString label = field->text().trimmed();
        if (label.isEmpty())
            continue;
        ButtonView button;
        button.id = u"button-%1"_s.arg(content.buttons.size() + 1);
        button.label = label;
        content.buttons << button;
    }
    return content;
}

void ButtonsDialog::retranslate()
{
    setTitle(tr("Send a message with buttons"));
    m_caption->setText(tr("Buttons, at most three"));
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setAccessibleName(tr("Button %1").arg(i + 1));
        m_labels.at(i)->setPlaceholderText(tr("Button %1").arg(i + 1));
    }
    InteractiveDialog::retranslate();
}

// --- list ------------------------------------------------------------------------------------

ListDialog::ListDialog(const Theme &theme, QWidget *parent)
    : InteractiveDialog(theme, parent), m_button(new QLineEdit), m_scroll(new QScrollArea),
      m_addRow(new Button(theme, Button::Kind::Flat)),
      m_addSection(new Button(theme, Button::Kind::Flat))
{
    m_buttonCaption = addField(fields(), m_button);
    follow(m_button, kListButtonLimit);
    auto *inner = new QWidget;
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, 6, 0);
    m_column->setSpacing(6);
    m_column->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(theme.px(150));
    m_scroll->setMaximumHeight(theme.px(220));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    fields()->addWidget(m_scroll, 1);
    auto *buttons = new QHBoxLayout;
    for (Button *button : {m_addRow, m_addSection}) {
        button->setGlyph(Glyph::Plus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    fields()->addLayout(buttons);
    connect(m_addRow, &QPushButton::clicked, this, [this] {
        addRow();
        m_rows.last().title->setFocus(Qt::OtherFocusReason);
    });
    connect(m_addSection, &QPushButton::clicked, this, [this] {
        addSection();
        m_sections.last()->setFocus(Qt::OtherFocusReason);
    });
    addSection();
    addRow();
    retranslate();
    text()->setFocus();
}

void ListDialog::addSection()
{
    auto *title = new QLineEdit;
    m_column->insertWidget(m_column->count() - 1, title);
    follow(title, kListTitleLimit);
    m_sections << title;
    addRow();
}

void ListDialog::addRow()
{
    if (m_rows.size() >= kListRowsAtMost)
        return;
    Row row;
    row.section = int(m_sections.size()) - 1;
    row.holder = new QWidget;
    row.title = new QLineEdit;
    row.description = new QLineEdit;
    auto *line = new QHBoxLayout(row.holder);
    line->setContentsMargins(14, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(row.title, 2);
    line->addWidget(row.description, 3);
    follow(row.title, kListTitleLimit);
    follow(row.description, kListDescriptionLimit);
    m_column->insertWidget(m_column->count() - 1, row.holder);
    m_rows << row;
    m_addRow->setEnabled(m_rows.size() < kListRowsAtMost);
    m_addSection->setEnabled(m_rows.size() < kListRowsAtMost);
    QWidget *before = m_button;
    for (int section = 0; section < m_sections.size(); ++section) {
        QWidget::setTabOrder(before, m_sections.at(section));
        before = m_sections.at(section);
        for (const Row &known : std::as_const(m_rows)) {
            if (known.section != section)
                continue;
            QWidget::setTabOrder(before, known.title);
            QWidget::setTabOrder(known.title, known.description);
            before = known.description;
        }
    }
    QWidget::setTabOrder(before, m_addRow);
    nameFields();
    check();
}

void ListDialog::nameFields()
{
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const QString name = i == 0 && m_sections.size() == 1
                                 ? tr("Title of the section (optional)")
                                 : tr("Title of section %1").arg(i + 1);
        m_sections.at(i)->setPlaceholderText(name);
        m_sections.at(i)->setAccessibleName(name);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i).title->setPlaceholderText(tr("Row %1").arg(i + 1));
        m_rows.at(i).title->setAccessibleName(tr("Title of row %1").arg(i + 1));
        m_rows.at(i).description->setPlaceholderText(tr("Description (optional)"));
        m_rows.at(i).description->setAccessibleName(tr("Description of row %1").arg(i + 1));
    }
}

OutboundContent ListDialog::content() const
{
    OutboundContent content = frame();
    ListView list;
    list.button = m_button->text().trimmed();
    for (qsizetype at = 0; at < m_sections.size(); ++at) {
        ListView::Section section;
        section.title = m_sections.at(at)->text().trimmed();
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const QString title = m_rows.at(i).title->text().trimmed();
            const QString description = m_rows.at(i).description->text().trimmed();
            if (m_rows.at(i).section == at && !(title.isEmpty() && description.isEmpty()))
                section.rows << ListView::Row{u"row-%1"_s.arg(i + 1), title, description};
        }
        if (!section.title.isEmpty() || !section.rows.isEmpty())
            list.sections << section;
    }
    content.list = list;
    return content;
}

void ListDialog::retranslate()
{
    setTitle(tr("Send a message with a list"));
    m_buttonCaption->setText(tr("Text of the button that opens the list"));
    m_button->setAccessibleName(m_buttonCaption->text());
    m_addRow->setText(tr("Add a row"));
    m_addSection->setText(tr("Add a section"));
    nameFields();
    InteractiveDialog::retranslate();
}

} // namespace destek::ui
