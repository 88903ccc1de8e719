#include "ui/history/history_dialog.h"

#include "core/text/dates.h"
#include "core/text/safe_text.h"
#include "models/format/channel_words.h"
#include "models/format/words.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kWidth = 440;
constexpr int kHeight = 420;
constexpr qsizetype kLongestVersion = 4096; ///< graphemes

} // namespace

HistoryDialog::HistoryDialog(const Desk &desk, MessageId message, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_message(message), m_content(new QWidget),
      m_lines(new QVBoxLayout(m_content)), m_close(new Button(*desk.theme, Button::Kind::Normal))
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(desk.theme->px(kHeight));
    scroll->setMinimumWidth(desk.theme->px(kWidth));
    scroll->setWidget(m_content);
    m_lines->setContentsMargins(0, 0, 8, 0);
    m_lines->setSpacing(3);
    body()->addWidget(scroll);
    addButton(m_close);
    connect(m_close, &QPushButton::clicked, this, &HistoryDialog::reject);
    retranslate();
    load();
}

void HistoryDialog::load()
{
    m_desk.conversations->history(m_message,
                                  {this, [this](const net::Answer<MessageHistory> &answer) {
                                       if (answer)
                                           m_history = *answer;
                                       else
                                           sayTrouble(words::apiErrorSentence(answer.error()));
                                       fill();
                                   }});
    fill();
}

void HistoryDialog::addLine(TextRole role, Token color, const QString &text)
{
    auto *label = new Label(*m_desk.theme, role, color);
    label->setWordWrap(true);
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lines->addWidget(label);
}

void HistoryDialog::fill()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_history) {
        addLine(TextRole::Body, Token::TextMuted, tr("Loading…"));
    } else {
        addVersions();
        addSteps();
        if (m_history->versions.isEmpty() && m_history->steps.isEmpty())
            addLine(TextRole::Body, Token::TextMuted,
                    tr("Nothing is recorded beyond the message itself."));
    }
    m_lines->addStretch(1);
}

void HistoryDialog::addVersions()
{
    const auto language = m_desk.speech->language();
    if (m_history->versions.isEmpty())
        return;
    addLine(TextRole::Strong, Token::Text, tr("What it said"));
    int number = 0;
    for (const auto &version : m_history->versions) {
        m_lines->addSpacing(4);
        const QString when = text::dateTime(version.at, language);
        const QString what = version.revoked ? tr("%1 · taken back by its writer")
                             : number == 0   ? tr("%1 · as first written")
                                             : tr("%1 · changed to");
        addLine(TextRole::Small, Token::TextMuted, what.arg(when));
        if (!version.text.isEmpty())
            addLine(TextRole::Body, Token::Text, text::visible(version.text, kLongestVersion).text);
        ++number;
    }
    m_lines->addSpacing(12);
}

void HistoryDialog::addSteps()
{
    const auto language = m_desk.speech->language();
    if (m_history->steps.isEmpty())
        return;
    addLine(TextRole::Strong, Token::Text, tr("Delivery"));
    int attempt = 0;
    for (const auto &step : m_history->steps) {
        if (step.attempt != attempt) {
            attempt = step.attempt;
            m_lines->addSpacing(4);
            addLine(TextRole::SmallStrong, Token::TextMuted, tr("Attempt %1").arg(attempt));
        }
        const bool failed = step.state == SendState::Failed || step.state == SendState::Refused;
        addLine(TextRole::Body, failed ? Token::Bad : Token::Text,
                tr("%1 · %2", "time, what happened")
                    .arg(text::dateTime(step.at, language), words::stateWords(step.state)));
        if (step.code == kNoMetaCode)
            addLine(TextRole::Small, Token::TextMuted, words::metaErrorSentence(step.code));
        else if (step.code != 0)
            addLine(TextRole::Small, Token::TextMuted,
                    tr("%1 (code %2)").arg(words::metaErrorSentence(step.code)).arg(step.code));
        if (!step.pricingCategory.isEmpty())
            addLine(TextRole::Small, Token::TextMuted,
                    tr("Counted as: %1, %2")
                        .arg(words::pricingCategoryWords(step.pricingCategory),
                             words::pricingTypeWords(step.pricingType)));
    }
}

void HistoryDialog::retranslate()
{
    setTitle(tr("History of the message"));
    m_close->setText(tr("Close"));
    fill();
}

} // namespace destek::ui
