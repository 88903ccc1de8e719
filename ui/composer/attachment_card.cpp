#include "ui/composer/attachment_card.h"

#include "core/policy/content_limits.h"
#include "core/text/safe_text.h"
#include "models/format/content_words.h"
#include "models/format/words.h"
#include "ui/composer/picture_shrinker.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace destek::ui
{

using models::Attachment;
using models::AttachmentState;
using models::FileFault;

namespace
{

constexpr qsizetype kLargestThumbSource = 25 << 20; ///< decoding more would be felt

Glyph glyphOf(const Attachment &item)
{
    const Glyph glyph = glyphFor(item.kind);
    return glyph == Glyph::None ? Glyph::Document : glyph;
}

} // namespace

/// The picture itself, small, or the mark of its kind.
class AttachmentCard::Thumb : public QWidget
{
public:
    explicit Thumb(const Theme &theme) : m_theme(theme) { setFixedSize(44, 44); }
    void set(Glyph glyph, const QImage &picture)
    {
        m_glyph = glyph;
        m_picture = picture;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Surface));
        if (m_picture.isNull()) {
            const qreal side = 20;
            paintGlyph(painter, m_glyph,
                       QRectF((width() - side) / 2, (height() - side) / 2, side, side),
                       m_theme.color(Token::TextMuted));
        } else {
            const QSize fit = m_picture.size().scaled(size(), Qt::KeepAspectRatio);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(
                QRect(QPoint((width() - fit.width()) / 2, (height() - fit.height()) / 2), fit),
                m_picture);
        }
        painter.setPen(m_theme.color(Token::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const Theme &m_theme;
    Glyph m_glyph = Glyph::Document;
    QImage m_picture;
};

AttachmentCard::AttachmentCard(const Desk &desk, models::AttachmentList *list, quint64 key,
                               QWidget *parent)
    : Panel(*desk.theme, Token::Sunken, {}, parent), m_desk(desk), m_list(list), m_key(key),
      m_thumb(new Thumb(*desk.theme)),
      m_name(new Label(*desk.theme, TextRole::SmallStrong, Token::Text)),
      m_facts(new Label(*desk.theme, TextRole::Small, Token::TextMuted)), m_caption(new QLineEdit),
      m_progress(new QProgressBar), m_shrink(new Button(*desk.theme, Button::Kind::Normal)),
      m_asFile(new Button(*desk.theme, Button::Kind::Flat)),
      m_again(new Button(*desk.theme, Button::Kind::Normal)),
      m_remove(new Button(*desk.theme, Button::Kind::Flat))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 4, 6);
    row->setSpacing(10);
    row->addWidget(m_thumb, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    words->addWidget(m_progress);
    words->addWidget(m_caption);
    row->addLayout(words, 1);
    row->addWidget(m_shrink, 0, Qt::AlignVCenter);
    row->addWidget(m_asFile, 0, Qt::AlignVCenter);
    row->addWidget(m_again, 0, Qt::AlignVCenter);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    m_name->setElided(true);
    m_facts->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_remove->setGlyph(Glyph::Close);
    m_again->setGlyph(Glyph::Retry);
    m_caption->setMaxLength(kCaptionLimit + 200); // over the limit one sees why, nothing is cut
    connect(m_caption, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_list->setCaption(m_key, text); });
    connect(m_caption, &QLineEdit::returnPressed, this, &AttachmentCard::sendRequested);
    connect(m_shrink, &QPushButton::clicked, this, &AttachmentCard::shrink);
    connect(m_asFile, &QPushButton::clicked, this, [this] {
        if (const Attachment *known = m_list->find(m_key))
            m_list->setAsFile(m_key, !known->asFile);
    });
    connect(m_again, &QPushButton::clicked, this, [this] { m_list->tryAgain(m_key); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const Attachment *item = m_list->find(m_key);
        const bool moving = item && (item->state == AttachmentState::Uploading ||
                                     item->state == AttachmentState::Queued);
        moving ? m_list->cancel(m_key) : m_list->remove(m_key);
    });
    if (const Attachment *item = list->find(key)) {
        m_thumb->set(glyphOf(*item), {});
        if (item->bytes.size() <= kLargestThumbSource)
            thumbnail(item->bytes, QSize(88, 88), this,
                      [this, glyph = glyphOf(*item)](const QImage &picture) {
                          m_picture = !picture.isNull();
                          m_thumb->set(glyph, picture);
                          refresh();
                      });
        m_caption->setText(item->caption);
    }
    retranslate();
}

void AttachmentCard::refresh()
{
    const Attachment *item = m_list->find(m_key);
    if (!item)
        return;
    const bool moving =
        item->state == AttachmentState::Uploading || item->state == AttachmentState::Queued;
    m_name->setText(isolatedName(item->fileName));
    const QString kind = words::fileKindWords(item->mimeType, item->kind);
    QString facts = tr("%1, %2").arg(kind, words::fileSizeWords(item->bytes.size()));
    Token ink = Token::TextMuted;
    if (m_shrinking) {
        facts = tr("Making the picture smaller…");
    } else if (m_shrinkFailed) {
        facts = tr("The picture could not be made small enough. Please choose another one.");
        ink = Token::Bad;
    } else if (item->fault != FileFault::None) {
        facts = item->fault == FileFault::TypeNotAllowed && m_picture
                    ? tr("WhatsApp does not take pictures of this type. It can be sent as JPEG.")
                    : words::fileFaultSentence(*item);
        ink = Token::Bad;
    } else if (item->state == AttachmentState::Failed) {
        facts = tr("Not sent. %1 The file is kept here.").arg(words::apiErrorSentence(item->error));
        ink = Token::Bad;
    } else if (item->state == AttachmentState::Queued) {
        facts = tr("Waits for the file before it");
    } else if (item->state == AttachmentState::Uploading) {
        facts = tr("Uploading: %1 of %2")
                    .arg(words::fileSizeWords(item->uploaded),
                         words::fileSizeWords(item->bytes.size()));
    }
    m_facts->setText(facts);
    m_facts->setLook(TextRole::Small, ink);
    setAccessibleName(m_name->text() + QStringLiteral(": ") + facts);
    m_progress->setVisible(item->state == AttachmentState::Uploading);
    m_progress->setRange(0, int(qMax<qint64>(1, item->bytes.size() / 1024)));
    m_progress->setValue(int(item->uploaded / 1024));
    m_caption->setVisible(
        models::mayHaveCaption(item->kind) && !moving &&
        (item->fault == FileFault::None || item->fault == FileFault::CaptionTooLong));
    const bool offer = m_picture && item->kind != MessageKind::Image && !item->asFile;
    const bool choice =
        item->asFile || (item->kind == MessageKind::Image && item->fault == FileFault::None);
    m_asFile->setVisible(choice && !moving);
    m_asFile->setText(item->asFile ? tr("Send as picture") : tr("Send as file"));
    m_asFile->setToolTip(item->asFile
                             ? tr("WhatsApp shows it in the conversation, with less detail")
                             : tr("It arrives exactly as it is, as a document"));
    const bool large = item->fault == FileFault::TooLarge && m_picture;
    m_shrink->setVisible((offer || large) && !m_shrinkFailed && !moving);
    m_shrink->setEnabled(!m_shrinking);
    m_again->setVisible(item->state == AttachmentState::Failed);
    m_remove->setAccessibleName(moving ? tr("Cancel") : tr("Remove this file"));
    m_remove->setToolTip(m_remove->accessibleName());
    updateGeometry();
}

QString AttachmentCard::says() const
{
    return m_facts->text();
}

void AttachmentCard::shrink()
{
    const Attachment *item = m_list->find(m_key);
    if (!item || m_shrinking)
        return;
    m_shrinking = true;
    refresh();
    shrinkPicture(item->bytes, fileLimit(MessageKind::Image).bytes, this,
                  [this](const QByteArray &jpeg) { onShrunk(jpeg); });
}

void AttachmentCard::onShrunk(const QByteArray &jpeg)
{
    m_shrinking = false;
    const Attachment *item = m_list->find(m_key);
    if (!item)
        return;
    m_shrinkFailed = jpeg.isEmpty();
    if (m_shrinkFailed)
        return refresh();
    const QString stem = item->fileName.left(item->fileName.lastIndexOf(u'.'));
    m_list->replace(m_key, stem + QStringLiteral(".jpg"), jpeg);
    m_caption->setFocus(Qt::OtherFocusReason);
}

void AttachmentCard::chainAfter(QWidget *before)
{
    for (QWidget *control : {static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_shrink),
                             static_cast<QWidget *>(m_asFile), static_cast<QWidget *>(m_again),
                             static_cast<QWidget *>(m_remove)}) {
        QWidget::setTabOrder(before, control);
        before = control;
    }
}

QWidget *AttachmentCard::lastControl() const
{
    return m_remove;
}

void AttachmentCard::paintEvent(QPaintEvent *event)
{
    Panel::paintEvent(event);
    const Attachment *item = m_list->find(m_key);
    const bool bad =
        item && (item->fault != FileFault::None || item->state == AttachmentState::Failed);
    QPainter painter(this);
    painter.setPen(theme().color(bad ? Token::BadLine : Token::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void AttachmentCard::retranslate()
{
    m_caption->setPlaceholderText(tr("Caption"));
    m_caption->setAccessibleName(tr("Caption"));
    m_shrink->setText(tr("Convert to a smaller JPEG"));
    m_again->setText(tr("Try again"));
    refresh();
}

void AttachmentCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
