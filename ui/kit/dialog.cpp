#include "ui/kit/dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace destek::ui
{

Dialog::Dialog(const Theme &theme, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_title(new Label(theme, TextRole::Title, Token::Text)),
      m_bodyWidget(new QWidget), m_trouble(new Banner(theme)), m_progress(new QProgressBar)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->addStrut(theme.px(480) - 48); // a least width of its own would win over the contents'
    column->setSpacing(12);
    column->addWidget(m_title);
    m_title->setWordWrap(true);
    m_body = new QVBoxLayout(m_bodyWidget);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(10);
    column->addWidget(m_bodyWidget);
    column->addWidget(m_trouble);
    m_trouble->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);
    m_progress->hide();
    column->addWidget(m_progress);
    column->addStretch(1);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
}

void Dialog::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

void Dialog::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

void Dialog::sayTrouble(const QString &sentence)
{
    say(Tone::Bad, sentence);
}

void Dialog::say(Tone tone, const QString &sentence)
{
    m_trouble->say(tone, sentence);
    m_trouble->show();
    fit();
}

void Dialog::clearTrouble()
{
    m_trouble->hide();
}

void Dialog::setBusy(bool busy)
{
    m_busy = busy;
    m_bodyWidget->setEnabled(!busy);
    m_progress->setVisible(busy);
}

void Dialog::fit()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            layout()->activate();
            const int tall = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                           : layout()->totalSizeHint().height();
            resize(width(), tall);
        },
        Qt::QueuedConnection);
}

Label *Dialog::addField(QVBoxLayout *column, QWidget *field)
{
    auto *caption = new Label(m_theme, TextRole::SmallStrong, Token::TextMuted);
    caption->setBuddy(field);
    auto *pair = new QVBoxLayout;
    pair->setSpacing(4);
    pair->addWidget(caption);
    pair->addWidget(field);
    column->addLayout(pair);
    return caption;
}

void Dialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void Dialog::reject()
{
    // What is on its way to the daemon happens anyway; pretending to cancel it would be a lie.
    if (!m_busy)
        QDialog::reject();
}

} // namespace destek::ui
