#include "ui/composer/kind_tabs.h"

#include "ui/kit/announcement.h"
#include "ui/kit/button.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

KindTabs::KindTabs(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_reply(new Button(theme, Button::Kind::Tab)),
      m_note(new Button(theme, Button::Kind::Tab))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_reply);
    row->addWidget(m_note);
    row->addStretch(1);
    m_reply->setObjectName(u"writeReply"_s);
    m_note->setObjectName(u"writeNote"_s);
    m_reply->setGlyph(Glyph::Reply);
    m_note->setGlyph(Glyph::Lock);
    for (Button *tab : {m_reply, m_note})
        tab->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard in the field
    connect(m_reply, &QPushButton::clicked, this, [this] {
        show(m_kind);
        Q_EMIT chosen(Draft::Kind::Reply);
    });
    connect(m_note, &QPushButton::clicked, this, [this] {
        show(m_kind);
        Q_EMIT chosen(Draft::Kind::Note);
    });
    retranslate();
    show(Draft::Kind::Reply);
}

void KindTabs::show(Draft::Kind kind)
{
    m_kind = kind;
    m_reply->setChecked(kind == Draft::Kind::Reply);
    m_note->setChecked(kind == Draft::Kind::Note);
    retranslate();
}

void KindTabs::setBegun(bool other)
{
    if (m_begun == other)
        return;
    m_begun = other;
    retranslate();
}

void KindTabs::setTip(const QString &tip)
{
    m_tip = tip;
    retranslate();
}

void KindTabs::announce()
{
    ui::announce(this, m_kind == Draft::Kind::Note
                           ? tr("Internal note: only colleagues read what you write now.")
                           : tr("Reply: the customer reads what you write now."));
}

void KindTabs::retranslate()
{
    const auto name = [this](Button *tab, const QString &words, bool shown) {
        const bool begun = m_begun && !shown;
        tab->setText(begun ? words + u" •"_s : words);
        tab->setAccessibleName(begun ? tr("%1, something was begun there").arg(words) : words);
        tab->setToolTip(m_tip);
    };
    name(m_reply, tr("Reply"), m_kind == Draft::Kind::Reply);
    name(m_note, tr("Internal note"), m_kind == Draft::Kind::Note);
}

} // namespace destek::ui
