#include "ui/channel/template_list.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/table.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace destek::ui
{

using models::ChannelTemplates;

namespace
{

constexpr int kMostRows = 8; ///< in view; the rest scrolls

} // namespace

TemplateList::TemplateList(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(desk.conversations, desk.channel),
      m_note(new Banner(*desk.theme)), m_table(new Table(*desk.theme)),
      m_body(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_fetch(new Button(*desk.theme, Button::Kind::Normal)),
      m_thaw(new Button(*desk.theme, Button::Kind::Normal))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_note);
    column->addWidget(m_table);
    column->addWidget(m_body);
    m_body->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_fetch);
    buttons->addWidget(m_thaw);
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_table->setModel(&m_model);
    const std::array<int, ChannelTemplates::ColumnCount> widths{260, 90, 150, 220, 120};
    for (int i = 0; i < ChannelTemplates::ColumnCount; ++i)
        m_table->setColumnWidth(i, desk.theme->px(widths[std::size_t(i)]));
    connect(&m_model, &ChannelTemplates::changed, this, &TemplateList::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TemplateList::showState);
    connect(desk.theme, &Theme::changed, this, &TemplateList::showState);
    connect(m_fetch, &QPushButton::clicked, &m_model, &ChannelTemplates::refresh);
    connect(m_thaw, &QPushButton::clicked, this, [this] {
        if (const QModelIndex index = m_table->currentIndex(); index.isValid())
            m_model.thaw(index.row());
    });
    retranslate();
}

bool TemplateList::mayRead() const
{
    return m_desk.state->may(Permission::SendMessages) || m_desk.state->may(Permission::SeeChannel);
}

void TemplateList::load()
{
    if (mayRead())
        m_model.load();
    else
        showState();
}

void TemplateList::showState()
{
    const int rows = m_model.rowCount();
    const int frozen = m_model.frozenCount();
    const bool manages = m_desk.state->may(Permission::ManageChannel);
    m_table->setVisible(rows > 0);
    m_table->setFixedHeight(m_desk.theme->px(32 + 30 * qMin(rows, kMostRows)) + 2);
    const QModelIndex index = m_table->currentIndex();
    const bool chosen = index.isValid() && index.row() < rows;
    m_body->setVisible(chosen);
    if (chosen)
        m_body->setText(text::visible(m_model.at(index.row()).body, 1024).text);
    m_fetch->setVisible(manages);
    m_fetch->setEnabled(!m_model.isLoading());
    m_thaw->setVisible(manages && frozen > 0);
    m_thaw->setEnabled(chosen && m_model.at(index.row()).frozen && !m_model.isLoading());
    m_note->setVisible(m_model.error() || rows == 0 || frozen > 0);
    if (m_model.error()) {
        m_note->say(Tone::Bad, words::apiErrorSentence(*m_model.error()));
    } else if (m_model.isLoading() && rows == 0) {
        m_note->say(Tone::Calm, tr("Loading the templates…"));
        m_note->setGlyph(Glyph::Syncing);
    } else if (rows == 0) {
        m_note->say(Tone::Calm,
                    mayRead()
                        ? tr("No template can be sent. Templates are made in WhatsApp Manager.")
                        : tr("The templates are shown once they are fetched from WhatsApp."));
        m_note->setGlyph(Glyph::Template);
    } else if (frozen > 0) {
        m_note->say(Tone::Warn,
                    tr("%n template(s) stopped, because WhatsApp changed the category. Nobody can "
                       "send them until an administrator says so.",
                       nullptr, frozen));
    }
}

void TemplateList::retranslate()
{
    m_table->setAccessibleName(tr("Templates"));
    m_fetch->setText(tr("Update from WhatsApp"));
    m_thaw->setText(tr("Allow again"));
    m_model.retranslate();
    m_table->viewport()->update();
    m_table->horizontalHeader()->reset();
    showState();
}

} // namespace destek::ui
