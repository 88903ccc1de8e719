#pragma once

#include "core/domain/outbound.h"
#include "ui/composer/composer.h"
#include "ui/kit/dialog.h"

namespace destek::ui
{

class PreviewBubble;

/// A dialog in which something other than text is written: fields at the left, the result at the
/// right, and below what is still wrong. Enter in a field sends once nothing is.
class PieceDialog : public Dialog
{
    Q_OBJECT
public:
    PieceDialog(const Theme &theme, QWidget *parent);
    /// What the fields say now.
    [[nodiscard]] virtual OutboundContent content() const = 0;
    [[nodiscard]] Button *sendButton() const { return m_send; }
    [[nodiscard]] QString problem() const { return m_problem->text(); }

Q_SIGNALS:
    void chosen(const destek::OutboundContent &content);

protected:
    [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
    /// Something the fields say that is no content yet; empty if nothing is wrong.
    [[nodiscard]] virtual QString ownProblem() const { return {}; }
    /// A field that is followed: typing brings preview and problem up to date.
    void follow(QLineEdit *field, int limit);
    void check();
    void retranslate() override;

private:
    void send();

    QVBoxLayout *m_fields;
    Label *m_caption;
    PreviewBubble *m_preview;
    Label *m_problem;
    Button *m_cancel;
    Button *m_send;
};

[[nodiscard]] PieceDialog *newPieceDialog(Composer::Piece piece, const Desk &desk, QWidget *parent);

} // namespace destek::ui
