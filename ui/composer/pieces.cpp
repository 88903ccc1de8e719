#include "ui/composer/pieces.h"

#include "core/policy/content_limits.h"
#include "models/format/content_words.h"
#include "ui/composer/interactive_dialogs.h"
#include "ui/composer/place_dialogs.h"
#include "ui/composer/preview_bubble.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

PieceDialog::PieceDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, parent), m_fields(new QVBoxLayout),
      m_caption(new Label(theme, TextRole::SmallStrong, Token::TextMuted)),
      m_preview(new PreviewBubble(theme)),
      m_problem(new Label(theme, TextRole::Small, Token::TextMuted)),
      m_cancel(new Button(theme, Button::Kind::Normal)),
      m_send(new Button(theme, Button::Kind::Primary))
{
    setMinimumWidth(theme.px(640));
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    m_fields->setSpacing(10);
    row->addLayout(m_fields, 3);
    auto *side = new QVBoxLayout;
    side->setSpacing(6);
    side->addWidget(m_caption);
    side->addWidget(m_preview);
    side->addStretch(1);
    row->addLayout(side, 2);
    body()->addLayout(row);
    body()->addWidget(m_problem);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * QFontMetrics(theme.font(TextRole::Small)).lineSpacing());
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_send->setGlyph(Glyph::Send);
    addButton(m_cancel);
    addButton(m_send);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &PieceDialog::send);
}

void PieceDialog::follow(QLineEdit *field, int limit)
{
    field->setMaxLength(limit + 40); // over the limit one sees why, nothing is cut off unseen
    connect(field, &QLineEdit::textChanged, this, &PieceDialog::check);
    connect(field, &QLineEdit::returnPressed, this, &PieceDialog::send);
}

void PieceDialog::check()
{
    const OutboundContent now = content();
    QString wrong = ownProblem();
    if (const auto problem = problemOf(now); wrong.isEmpty() && problem)
        wrong = words::contentProblemSentence(*problem);
    m_problem->setText(wrong);
    m_problem->setLook(TextRole::Small, ownProblem().isEmpty() ? Token::TextMuted : Token::Bad);
    m_send->setEnabled(wrong.isEmpty());
    m_preview->show(previewOf(now));
    fit();
}

void PieceDialog::send()
{
    if (!m_send->isEnabled())
        return;
    Q_EMIT chosen(content());
    accept();
}

void PieceDialog::retranslate()
{
    m_caption->setText(tr("Preview"));
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Send"));
    check();
}

PieceDialog *newPieceDialog(Composer::Piece piece, const Desk &desk, QWidget *parent)
{
    switch (piece) {
    case Composer::Piece::Contact:
        return new ContactDialog(*desk.theme, parent);
    case Composer::Piece::Buttons:
        return new ButtonsDialog(*desk.theme, parent);
    case Composer::Piece::List:
        return new ListDialog(*desk.theme, parent);
    case Composer::Piece::Location:
        break;
    }
    return new LocationDialog(*desk.theme, parent);
}

} // namespace destek::ui
