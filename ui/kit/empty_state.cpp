#include "ui/kit/empty_state.h"

#include <QPainter>
#include <QVBoxLayout>

namespace destek::ui
{

class EmptyState::Mark : public QWidget
{
public:
    Mark(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setFixedSize(56, 56);
    }
    void setGlyph(Glyph glyph)
    {
        m_glyph = glyph;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Sunken));
        painter.drawEllipse(rect());
        paintGlyph(painter, m_glyph, QRectF(16, 16, 24, 24), m_theme.color(Token::TextMuted));
    }

private:
    const Theme &m_theme;
    Glyph m_glyph = Glyph::None;
};

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_mark(new Mark(theme, this)),
      m_title(new Label(theme, TextRole::Strong, Token::Text)),
      m_sentence(new Label(theme, TextRole::Body, Token::TextMuted)),
      m_button(new Button(theme, Button::Kind::Normal))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_mark, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    for (Label *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        label->setMaximumWidth(380);
        // A word-wrapped label under an alignment would shrink to its narrowest form.
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 1000);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::taken);
}

void EmptyState::say(Glyph glyph, const QString &title, const QString &sentence)
{
    m_mark->setGlyph(glyph);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title + u' ' + sentence);
}

void EmptyState::offer(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

} // namespace destek::ui
