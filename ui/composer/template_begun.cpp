// What was begun to be filled in and not sent: part of the draft of this person.
#include "core/text/safe_text.h"
#include "ui/composer/template_fields.h"
#include "ui/composer/template_picker.h"
#include "ui/kit/banner.h"
#include "ui/kit/painted_text.h"

#include <QListView>

namespace destek::ui
{

using models::TemplateModel;

namespace
{

constexpr qsizetype kLostAtMost = 300;

} // namespace

bool TemplatePicker::isBegun(const TemplateView &view) const
{
    return m_begun && m_begun->name == view.name && m_begun->language == view.language;
}

void TemplatePicker::setBegun(const std::optional<BegunTemplate> &begun)
{
    if (begun == m_begun)
        return;
    m_begun = begun;
    if (!m_begun)
        return choose(m_list->currentIndex());
    chooseAnew();
}

bool TemplatePicker::isFilledIn() const
{
    const QWidget *focus = focusWidget();
    return m_fields->isVisible() && focus && focus->hasFocus() && m_fields->isAncestorOf(focus);
}

/// What is in the fields is begun as soon as a hand was in them, and no longer when all of it was
/// taken back. Another template that is only looked at leaves it alone.
void TemplatePicker::onFilled()
{
    showPreview();
    if (m_filling || !m_chosen)
        return;
    std::optional<BegunTemplate> now = m_begun;
    if (m_fields->isTouched())
        now = BegunTemplate{m_chosen->name, m_chosen->language, m_fields->texts()};
    else if (isBegun(*m_chosen))
        now.reset();
    if (now == m_begun)
        return;
    m_begun = now;
    sayLost();
    Q_EMIT begunChanged();
}

/// Frozen, refused by Meta or deleted since: said with what was filled in, so that it can be used
/// for another one.
void TemplatePicker::sayLost()
{
    const TemplateView *found =
        m_begun ? m_templates.find(m_begun->name, m_begun->language) : nullptr;
    const bool lost =
        m_loaded && m_begun && (found == nullptr || !TemplateModel::isSendable(*found));
    m_lost->setVisible(lost);
    if (!lost)
        return;
    QStringList texts = m_begun->texts;
    texts.removeAll(QString());
    const QString filled = text::isolate(text::visibleLine(texts.join(u" · "), kLostAtMost).text);
    const QString name = isolatedName(m_begun->name);
    m_lost->say(Tone::Warn,
                found == nullptr
                    ? tr("The template you had begun is not there any more: %1. What you had "
                         "filled in: %2")
                          .arg(name, filled)
                    : tr("The template you had begun cannot be sent now: %1. What you had filled "
                         "in is kept: %2")
                          .arg(name, filled));
    m_lost->setGlyph(Glyph::Template);
}

} // namespace destek::ui
