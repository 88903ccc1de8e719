#include "ui/team/words_dialog.h"

#include "core/text/fold.h"
#include "models/format/words.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace destek::ui
{

WordsDialog::WordsDialog(const Theme &theme, net::DictionaryApi *dictionary, QWidget *parent)
    : Dialog(theme, parent), m_dictionary(dictionary),
      m_intro(new Label(theme, TextRole::Body, Token::TextMuted)), m_word(new QLineEdit),
      m_words(new QListWidget), m_add(new Button(theme, Button::Kind::Normal)),
      m_remove(new Button(theme, Button::Kind::Normal)),
      m_close(new Button(theme, Button::Kind::Primary))
{
    m_intro->setWordWrap(true);
    body()->addWidget(m_intro);
    m_wordCaption = addField(body(), m_word);
    body()->addWidget(m_words);
    m_word->setMaxLength(60);
    m_words->setMinimumHeight(theme.px(200));
    addButton(m_remove);
    addButton(m_add);
    addButton(m_close);
    connect(m_word, &QLineEdit::textChanged, this, &WordsDialog::fill);
    connect(m_word, &QLineEdit::returnPressed, this, &WordsDialog::add);
    connect(m_words, &QListWidget::currentRowChanged, this, &WordsDialog::grey);
    connect(m_add, &QPushButton::clicked, this, &WordsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &WordsDialog::remove);
    connect(m_close, &QPushButton::clicked, this, &WordsDialog::accept);
    for (Button *button : {m_add, m_remove, m_close})
        button->setAutoDefault(false);
    retranslate();
    load();
    m_word->setFocus();
}

void WordsDialog::load()
{
    m_dictionary->words({this, [this](const net::Answer<QStringList> &answer) {
                             if (!answer)
                                 return sayTrouble(words::apiErrorSentence(answer.error()));
                             m_known = *answer;
                             m_loaded = true;
                             fill();
                         }});
}

void WordsDialog::fill()
{
    const QString typed = text::matchFold(m_word->text());
    m_words->clear();
    for (const QString &word : std::as_const(m_known)) {
        if (text::matchFold(word).contains(typed))
            m_words->addItem(word);
    }
    grey();
}

void WordsDialog::grey()
{
    const QString typed = m_word->text().trimmed();
    m_add->setEnabled(m_loaded && !typed.isEmpty() && !m_known.contains(typed));
    m_remove->setEnabled(m_words->currentItem() != nullptr);
}

void WordsDialog::add()
{
    if (!m_add->isEnabled())
        return;
    clearTrouble();
    m_dictionary->addWord(m_word->text().trimmed(), {this, [this](const net::Answer<Done> &answer) {
                                                         if (answer)
                                                             m_word->clear();
                                                         sayAnswer(answer);
                                                     }});
}

void WordsDialog::remove()
{
    if (!m_words->currentItem())
        return;
    clearTrouble();
    m_dictionary->removeWord(
        m_words->currentItem()->text(),
        {this, [this](const net::Answer<Done> &answer) { sayAnswer(answer); }});
}

void WordsDialog::sayAnswer(const net::Answer<Done> &answer)
{
    if (answer)
        return load();
    sayTrouble(answer.error().code == ApiErrorCode::BadRequest
                   ? tr("One word of letters, please.")
                   : words::apiErrorSentence(answer.error()));
}

void WordsDialog::retranslate()
{
    setTitle(tr("Company dictionary"));
    m_intro->setText(tr("These words count as right for everybody. Names of customers do not "
                        "belong here: those of the open conversation count as right anyway."));
    m_wordCaption->setText(tr("Find or add a word"));
    m_words->setAccessibleName(tr("Words of the company"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_close->setText(tr("Close"));
}

} // namespace destek::ui
