#include "ui/composer/preview_bubble.h"

#include "core/text/safe_text.h"
#include "ui/kit/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr qsizetype kClip = 2000;

void say(Label *label, const QString &words)
{
    label->setText(text::visible(words, kClip).text);
    label->setVisible(!words.trimmed().isEmpty());
}

} // namespace

/// A mark and words on one line, with a hairline above if it is a button.
class PreviewBubble::LineLabel : public QWidget
{
public:
    LineLabel(const Theme &theme, bool button)
        : m_theme(theme), m_button(button),
          m_label(new Label(theme, button ? TextRole::Strong : TextRole::SmallStrong,
                            button ? Token::Link : Token::TextMuted))
    {
        auto *row = new QHBoxLayout(this);
        const int top = button ? 6 : 2;
        row->setContentsMargins(theme.px(22), top, 0, button ? 2 : 2);
        row->addWidget(m_label);
        m_label->setElided(true);
    }
    void set(const Line &line)
    {
        m_glyph = line.glyph;
        m_label->setText(text::visibleLine(line.words, 120).text);
        setVisible(!line.words.isEmpty());
        update();
    }
    [[nodiscard]] QString words() const { return m_label->text(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_button)
            painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::BubbleOutLine));
        const qreal side = m_theme.px(14);
        paintGlyph(painter, m_glyph,
                   QRectF(0, (height() - side) / 2 + (m_button ? 2 : 0), side, side),
                   m_theme.color(m_button ? Token::Link : Token::TextMuted));
    }

private:
    const Theme &m_theme;
    bool m_button;
    Label *m_label;
    Glyph m_glyph = Glyph::None;
};

PreviewBubble::PreviewBubble(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this)),
      m_media(new LineLabel(theme, false)),
      m_header(new Label(theme, TextRole::Strong, Token::Text)), m_body(new Label(theme)),
      m_footer(new Label(theme, TextRole::Small, Token::TextMuted))
{
    m_column->setContentsMargins(12, 9, 12, 9);
    m_column->setSpacing(4);
    m_column->addWidget(m_media);
    for (Label *label : {m_header, m_body, m_footer}) {
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    show({});
}

void PreviewBubble::show(const Parts &parts)
{
    m_media->set(parts.media);
    say(m_header, parts.header);
    say(m_body, parts.body);
    say(m_footer, parts.footer);
    while (m_rows.size() < parts.rows.size()) {
        auto *row = new Label(m_theme, TextRole::Small, Token::Text);
        row->setWordWrap(true);
        m_column->insertWidget(4 + int(m_rows.size()), row);
        m_rows << row;
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        say(m_rows.at(i), parts.rows.value(i));
    while (m_buttons.size() < parts.buttons.size()) {
        auto *button = new LineLabel(m_theme, true);
        m_column->addWidget(button);
        m_buttons << button;
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->set(parts.buttons.value(i));
    setAccessibleName(words());
    m_empty = words().isEmpty();
    update();
    updateGeometry();
}

QString PreviewBubble::words() const
{
    QStringList lines{m_media->words(), m_header->text(), m_body->text(), m_footer->text()};
    for (const Label *row : m_rows)
        lines << row->text();
    for (const LineLabel *button : m_buttons)
        lines << button->words();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void PreviewBubble::paintEvent(QPaintEvent *)
{
    if (m_empty)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(Token::BubbleOut));
    painter.setPen(m_theme.color(Token::BubbleOutLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

PreviewBubble::Parts previewOf(const OutboundContent &content)
{
    PreviewBubble::Parts parts;
    parts.header = content.header;
    parts.body = content.text;
    parts.footer = content.footer;
    if (content.location) {
        const LocationView &place = *content.location;
        const QString where =
            u"%1, %2"_s.arg(place.latitude, 0, 'f', 5).arg(place.longitude, 0, 'f', 5);
        parts.media = {Glyph::Location, place.name.isEmpty() ? where : place.name};
        parts.body = place.address;
        parts.footer = place.name.isEmpty() ? QString() : where;
    }
    for (const ContactCard &card : content.contacts) {
        parts.media = {Glyph::Contacts, card.name};
        parts.body = card.organisation;
        for (const auto &line : card.phones + card.emails)
            parts.rows << line.value;
    }
    for (const ButtonView &button : content.buttons)
        parts.buttons << PreviewBubble::Line{Glyph::Reply, button.label};
    if (content.list) {
        parts.buttons << PreviewBubble::Line{Glyph::List, content.list->button};
        for (const ListView::Section &section : content.list->sections) {
            if (!section.title.trimmed().isEmpty())
                parts.rows << section.title;
            for (const ListView::Row &row : section.rows)
                parts.rows << (row.description.isEmpty()
                                   ? u"•  %1"_s.arg(row.title)
                                   : u"•  %1\n    %2"_s.arg(row.title, row.description));
        }
    }
    return parts;
}

} // namespace destek::ui
