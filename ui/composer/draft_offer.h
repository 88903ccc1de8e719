#pragma once

#include "core/domain/work.h"
#include "ui/kit/banner.h"

#include <QHash>
#include <QSet>

namespace destek::ui
{

class Button;

/// Above the field: what the same agent wrote at another console while this one had words of its
/// own in the field, or here without a connection before something newer came. Nothing is taken
/// from under anybody's hands, and nothing is lost either.
class DraftOffer : public Banner
{
    Q_OBJECT
public:
    explicit DraftOffer(const Theme &theme, QWidget *parent = nullptr);
    /// Empty: it was sent or deleted there. `writtenHere`: at this console, before what the field
    /// has; else at another one. Texts are hostile.
    void offer(const Draft &draft, bool writtenHere = false);
    /// No longer of use: the same stands in the field.
    void withdraw(ConversationId id, Draft::Kind kind);
    /// Shows what is offered for this one, or hides.
    void showFor(ConversationId id, Draft::Kind kind);
    void forget(ConversationId id);
    void forgetAll();
    void retranslate();
    [[nodiscard]] Button *takeButton() const { return m_take; }
    [[nodiscard]] Button *leaveButton() const { return m_leave; }

Q_SIGNALS:
    void taken(const destek::Draft &draft);
    /// Its writer wants the other one.
    void declined(destek::ConversationId id, destek::Draft::Kind kind);

private:
    void sayIt();

    QHash<ConversationId, Draft> m_offers; ///< the last one heard of
    QSet<ConversationId> m_fromHere;
    ConversationId m_shown;
    Draft::Kind m_kind = Draft::Kind::Reply;
    Button *m_take;
    Button *m_leave;
};

} // namespace destek::ui
