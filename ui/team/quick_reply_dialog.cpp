#include "ui/team/quick_reply_dialog.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "models/work/quick_reply_model.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr int kTextMost = 4096; ///< what WhatsApp takes in one message
constexpr qsizetype kPreviewMost = 600;
constexpr std::array<QStringView, 3> kLanguages{u"", u"tr", u"en"};

} // namespace

QuickReplyDialog::QuickReplyDialog(const Desk &desk, const QuickReply &reply, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_edited(reply),
      m_shortcut(new QLineEdit(reply.shortcut)), m_titleLine(new QLineEdit(reply.title)),
      m_text(new QPlainTextEdit(reply.text)),
      m_hint(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_previewCaption(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_preview(new Label(*desk.theme, TextRole::Body, Token::Text)), m_language(new QComboBox),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_keep(new Button(*desk.theme, Button::Kind::Primary))
{
    m_shortcutCaption = addField(body(), m_shortcut);
    m_titleCaption = addField(body(), m_titleLine);
    m_textCaption = addField(body(), m_text);
    body()->addWidget(m_hint);
    m_languageCaption = addField(body(), m_language);
    m_hint->setWordWrap(true);
    body()->addWidget(m_previewCaption);
    body()->addWidget(m_preview);
    m_preview->setWordWrap(true);
    m_preview->setMaximumHeight(desk.theme->px(90));
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_shortcut->setMaxLength(32);
    m_shortcut->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[\\p{L}\\p{N}-]*"_s), m_shortcut));
    m_titleLine->setMaxLength(80);
    m_text->setFixedHeight(desk.theme->px(120));
    m_text->setTabChangesFocus(true);
    addButton(m_cancel);
    addButton(m_keep);
    connect(m_cancel, &QPushButton::clicked, this, &QuickReplyDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &QuickReplyDialog::keep);
    connect(m_shortcut, &QLineEdit::textChanged, this, &QuickReplyDialog::grey);
    connect(m_titleLine, &QLineEdit::textChanged, this, &QuickReplyDialog::grey);
    connect(m_text, &QPlainTextEdit::textChanged, this, &QuickReplyDialog::grey);
    retranslate();
    const auto language = std::find(kLanguages.begin(), kLanguages.end(), reply.language);
    m_language->setCurrentIndex(language == kLanguages.end() ? 0
                                                             : int(language - kLanguages.begin()));
    grey();
    m_shortcut->setFocus();
}

void QuickReplyDialog::grey()
{
    const QString text = m_text->toPlainText();
    const QList<text::FillIn> places = text::fillIns(text);
    const bool slip = !std::all_of(places.begin(), places.end(), text::isKnown);
    m_keep->setEnabled(!m_shortcut->text().isEmpty() && !text.trimmed().isEmpty() &&
                       text.size() <= kTextMost && !slip);
    preview();
}

/// For a person of the house's own, so that one sees what is filled in and what is not.
void QuickReplyDialog::preview()
{
    models::FillValues values;
    values.personName = tr("Deniz Örnek");
    values.agentName = m_desk.state->agent().displayName;
    values.business = m_desk.state->organisation();
    const auto filled = models::filledReply(m_text->toPlainText(), values);
    const auto slip = std::find_if_not(filled.open.begin(), filled.open.end(), text::isKnown);
    m_preview->setLook(TextRole::Body, slip == filled.open.end() ? Token::Text : Token::Bad);
    m_preview->setText(
        slip != filled.open.end()
            ? tr("Nothing fills in this: %1").arg(filled.text.mid(slip->start, slip->length))
            : text::visible(filled.text, kPreviewMost).text);
}

void QuickReplyDialog::keep()
{
    if (isBusy() || !m_keep->isEnabled())
        return;
    clearTrouble();
    setBusy(true);
    m_edited.shortcut = m_shortcut->text();
    m_edited.title = m_titleLine->text().trimmed();
    m_edited.text = m_text->toPlainText();
    m_edited.language = kLanguages[size_t(std::max(0, m_language->currentIndex()))].toString();
    m_desk.team->keepQuickReply(
        m_edited, {this, [this](const net::Answer<QuickReply> &answer) {
                       setBusy(false);
                       if (!answer)
                           return sayTrouble(answer.error().code == ApiErrorCode::BadRequest
                                                 ? tr("This shortcut is taken already.")
                                                 : words::apiErrorSentence(answer.error()));
                       Q_EMIT kept();
                       accept();
                   }});
}

void QuickReplyDialog::retranslate()
{
    setTitle(m_edited.id.isValid() ? tr("Edit the quick reply") : tr("New quick reply"));
    m_shortcutCaption->setText(tr("Shortcut, typed after /"));
    m_titleCaption->setText(tr("Title"));
    m_textCaption->setText(tr("Text"));
    m_hint->setText(tr("Filled in by itself: {name}, {first_name}, {agent}, {business}, "
                       "{field:Name of a field}. What stands after a bar is used if nothing is "
                       "known: {first_name|dear customer}."));
    m_previewCaption->setText(tr("What a customer called Deniz Örnek would read"));
    m_languageCaption->setText(tr("Language"));
    const int chosen = std::max(0, m_language->currentIndex());
    m_language->clear();
    m_language->addItems({tr("Any"), u"Türkçe"_s, u"English"_s});
    m_language->setCurrentIndex(chosen);
    m_cancel->setText(tr("Cancel"));
    m_keep->setText(tr("Save"));
}

} // namespace destek::ui
