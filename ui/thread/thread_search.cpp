#include "ui/thread/thread_search.h"

#include "core/text/fold.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace destek::ui
{

using models::SearchModel;

ThreadSearch::ThreadSearch(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, Qt::BottomEdge, parent),
      m_model(desk.conversations, desk.clock), m_field(new QLineEdit),
      m_count(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_older(new Button(*desk.theme, Button::Kind::Flat)),
      m_newer(new Button(*desk.theme, Button::Kind::Flat)),
      m_close(new Button(*desk.theme, Button::Kind::Flat))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 7);
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_older);
    row->addWidget(m_newer);
    row->addWidget(m_close);
    m_field->setObjectName(QStringLiteral("threadSearch"));
    m_field->setMaxLength(100);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_close->setGlyph(Glyph::Close);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_awaits = true;
        m_model.setWords(words);
        Q_EMIT wordsChanged(m_model.isActive() ? text::words(m_model.folded()) : QStringList());
    });
    connect(&m_model, &SearchModel::changed, this, &ThreadSearch::onFound);
    connect(m_older, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_newer, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_close, &QPushButton::clicked, this, &ThreadSearch::leave);
    retranslate();
    hide();
}

void ThreadSearch::open(ConversationId id)
{
    if (m_model.filter().conversation != id) {
        leave();
        SearchFilter filter;
        filter.conversation = id;
        m_model.setFilter(filter);
    }
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ThreadSearch::leave()
{
    const bool shown = isVisibleTo(parentWidget());
    hide();
    m_field->clear();
    m_model.clear();
    m_place = -1;
    if (shown)
        Q_EMIT left();
}

/// The newest place is shown by itself, once per answer.
void ThreadSearch::onFound()
{
    if (m_model.isAsking() || !m_model.isActive() || m_model.error())
        m_place = -1;
    else if (std::exchange(m_awaits, false))
        m_place = m_model.rowCount() > 0 ? 0 : -1;
    else
        return showState();
    showState();
    if (m_place >= 0)
        Q_EMIT wanted(m_model.at(m_place));
}

void ThreadSearch::step(int places)
{
    if (m_model.rowCount() == 0)
        return m_model.askNow();
    const int count = m_model.rowCount();
    m_place = (qMax(m_place, 0) + places + count) % count;
    showState();
    Q_EMIT wanted(m_model.at(m_place));
}

void ThreadSearch::showState()
{
    const int found = m_model.rowCount();
    m_older->setEnabled(found > 1);
    m_newer->setEnabled(found > 1);
    QString words;
    Token ink = Token::TextMuted;
    if (m_model.error()) {
        words = words::apiErrorSentence(*m_model.error());
        ink = Token::Bad;
    } else if (!m_model.isActive()) {
        words.clear();
    } else if (m_model.isAsking()) {
        words = tr("Searching…");
    } else if (found == 0) {
        words = tr("Not found here");
    } else if (found == SearchModel::kMostHits) {
        words = tr("%1 of the newest %2").arg(QLocale().toString(m_place + 1)).arg(found);
    } else {
        words = tr("%1 of %2").arg(QLocale().toString(m_place + 1), QLocale().toString(found));
    }
    m_count->setLook(TextRole::Small, ink);
    m_count->setText(words);
    m_count->setAccessibleName(words);
}

bool ThreadSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool shift = key->modifiers() & Qt::ShiftModifier;
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            step(shift ? -1 : 1);
            return true;
        case Qt::Key_Up:
            step(1);
            return true;
        case Qt::Key_Down:
            step(-1);
            return true;
        case Qt::Key_Escape:
            leave();
            return true;
        default:
            break;
        }
    }
    return Panel::eventFilter(watched, event);
}

void ThreadSearch::retranslate()
{
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    m_older->setText(tr("Older"));
    m_newer->setText(tr("Newer"));
    m_close->setAccessibleName(tr("Close the search"));
    m_close->setToolTip(tr("Close the search"));
    showState();
}

void ThreadSearch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
