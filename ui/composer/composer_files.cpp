// Files, pasted pictures and the pieces that are written in dialogs.
#include "ui/composer/composer.h"

#include "core/policy/content_limits.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/background.h"
#include "ui/composer/file_reading.h"
#include "ui/composer/pieces.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"

#include <QBuffer>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

namespace destek::ui
{

void Composer::chooseFiles()
{
    if (!mayCompose())
        return;
    setKind(Draft::Kind::Reply);
    m_desk.prompts->chooseFiles(
        window(), tr("Attach files"),
        [self = QPointer(this), id = m_summary->id](const QStringList &paths) {
            if (!self || !self->m_summary || self->m_summary->id != id)
                return; // another conversation is open by now: not to the wrong person
            self->attachFiles(id, paths);
        });
}

bool Composer::attach(const QMimeData *source)
{
    if (!mayCompose())
        return false;
    setKind(Draft::Kind::Reply); // files go to customers
    QStringList paths;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty()) {
        attachFiles(m_summary->id, paths);
        return true;
    }
    if (!source->hasImage())
        return false;
    attachPicture(qvariant_cast<QImage>(source->imageData()));
    return true;
}

/// One after the other, so that what does not fit is not read.
void Composer::attachFiles(ConversationId id, QStringList paths)
{
    using models::FileFault;
    if (paths.isEmpty())
        return;
    const QString path = paths.takeFirst();
    // Larger than any kind may be is not read at all.
    readFile(path, fileLimit(MessageKind::Document).bytes, this,
             [this, id, paths, session = m_session](const ChosenFile &file) {
                 const auto fault = file.readable ? FileFault::None : FileFault::Unreadable;
                 if (session == m_session && put(id, file.name, file.bytes, fault))
                     attachFiles(id, paths);
             });
}

/// Packed in the background: a picture of a whole screen takes a moment.
void Composer::attachPicture(const QImage &picture)
{
    inBackground<QByteArray>(
        this,
        [picture] {
            QByteArray png;
            QBuffer buffer(&png);
            buffer.open(QIODevice::WriteOnly);
            return !picture.isNull() && picture.save(&buffer, "PNG") ? png : QByteArray();
        },
        [this, id = m_summary->id, session = m_session](const QByteArray &png) {
            if (!png.isEmpty() && session == m_session)
                put(id, tr("Pasted picture") + QStringLiteral(".png"), png,
                    models::FileFault::None);
        });
}

/// To the conversation it was meant for, even if another one is open by now.
bool Composer::put(ConversationId id, const QString &name, const QByteArray &bytes,
                   models::FileFault fault)
{
    if (m_gone.contains(id))
        return false;
    if (m_files.add(id, name, bytes, fault) != 0)
        return true;
    if (m_summary && m_summary->id == id)
        sayNoRoom();
    return false;
}

void Composer::sayNoRoom()
{
    m_troubleOf = m_summary->id;
    m_trouble->say(Tone::Bad, tr("No more files fit in here. Please send or remove some first."));
    refresh();
}

void Composer::showMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](Glyph glyph, const QString &words, Piece piece) {
        menu->addAction(glyphIcon(glyph, m_desk.theme->color(Token::TextMuted)), words, this,
                        [this, piece] { compose(piece); });
    };
    offer(Glyph::Location, tr("Location…"), Piece::Location);
    offer(Glyph::Contacts, tr("Contact card…"), Piece::Contact);
    offer(Glyph::Reply, tr("Message with buttons…"), Piece::Buttons);
    offer(Glyph::List, tr("Message with a list…"), Piece::List);
    menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void Composer::compose(Piece piece)
{
    if (!mayCompose())
        return;
    PieceDialog *dialog = newPieceDialog(piece, m_desk, window());
    connect(dialog, &PieceDialog::chosen, this,
            [this, id = m_summary->id](const OutboundContent &content) {
                if (m_summary && m_summary->id == id && mayCompose())
                    return sendPiece(content);
                // The window closed meanwhile: kept, and offered again when it opens.
                m_returned[id] << content;
                m_troubleOf = id;
                m_trouble->say(Tone::Warn, tr("Not sent: the conversation has changed meanwhile. "
                                              "What you wrote is kept here."));
                refresh();
            });
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(m_desk.state, &models::ConsoleState::personErased, dialog,
            [dialog, id = m_summary->id](ContactId, const QList<ConversationId> &gone) {
                if (gone.contains(id))
                    dialog->close();
            });
    dialog->open();
}

} // namespace destek::ui
