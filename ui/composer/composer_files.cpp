// Files, pasted pictures and the pieces that are written in dialogs.
#include "ui/composer/composer.h"

#include "core/policy/content_limits.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/pieces.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
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
    m_desk.prompts->chooseFiles(
        window(), tr("Attach files"),
        [self = QPointer(this), id = m_summary->id](const QStringList &paths) {
            if (!self || !self->m_summary || self->m_summary->id != id)
                return; // another conversation is open by now: not to the wrong person
            for (const QString &path : paths)
                self->attachFile(path);
        });
}

bool Composer::attach(const QMimeData *source)
{
    if (!mayCompose())
        return false;
    bool any = false;
    for (const QUrl &url : source->urls()) {
        if (!url.isLocalFile())
            continue;
        attachFile(url.toLocalFile());
        any = true;
    }
    if (!any && source->hasImage()) {
        attachPicture(qvariant_cast<QImage>(source->imageData()));
        any = true;
    }
    return any;
}

void Composer::attachFile(const QString &path)
{
    using models::FileFault;
    const QFileInfo info(path);
    QFile file(path);
    // Pipes and devices have no end; larger than any kind may be is not read at all.
    const qint64 most = fileLimit(MessageKind::Document).bytes;
    quint64 key = 0;
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        key = m_files.add(m_summary->id, info.fileName(), {}, FileFault::Unreadable);
    else
        key = m_files.add(m_summary->id, info.fileName(), file.read(most + 1));
    if (key == 0)
        sayNoRoom();
}

void Composer::attachPicture(const QImage &picture)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (picture.isNull() || !picture.save(&buffer, "PNG"))
        return;
    if (m_files.add(m_summary->id, tr("Pasted picture") + QStringLiteral(".png"), png) == 0)
        sayNoRoom();
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
