#include "ui/composer/template_fields.h"

#include "core/policy/content_limits.h"
#include "core/text/safe_text.h"
#include "models/format/content_words.h"
#include "models/format/words.h"
#include "models/outgoing/place_text.h"
#include "ui/composer/file_reading.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace destek::ui
{

using models::TemplateField;
using Part = TemplateField::Part;

namespace
{

constexpr int kValueLimit = 1000;
constexpr int kHeaderValueLimit = 60;
constexpr int kCodeLimit = 20;
constexpr int kPlaceLimit = 2000;
constexpr qsizetype kHead = 4096;

bool isFile(Part part)
{
    return part == Part::HeaderFile || part == Part::CardFile;
}

int limitOf(Part part)
{
    if (part == Part::HeaderText)
        return kHeaderValueLimit;
    return part == Part::Code || part == Part::CardCode ? kCodeLimit : kValueLimit;
}

} // namespace

TemplateFields::TemplateFields(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
}

void TemplateFields::clear()
{
    ++m_generation;
    m_rows.clear();
    m_values = {};
    m_suggested.clear();
    m_view = {};
    const QList<QWidget *> old = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *widget : old) {
        widget->hide();
        m_grid->removeWidget(widget);
        widget->deleteLater();
    }
}

void TemplateFields::show(const TemplateView &view, ConversationId conversation,
                          const QString &person, const QList<PersonField> &known)
{
    clear();
    m_view = view;
    m_conversation = conversation;
    m_values = models::emptyValues(view);
    for (const TemplateField &field : models::fieldsOf(view))
        addRow(field);
    m_suggested = texts();
    suggest(person, known);
    retranslate();
    mark();
}

void TemplateFields::suggest(const QString &person, const QList<PersonField> &known)
{
    const bool touched = isTouched();
    for (const Row &row : std::as_const(m_rows)) {
        if (row.line && !row.place && row.line->text().isEmpty())
            row.line->setText(models::suggestionFor(m_view, row.field, person, known));
    }
    if (!touched)
        m_suggested = texts();
}

void TemplateFields::fill(const TemplateValues &values)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.place && values.headerLocation) {
            const LocationView &place = *values.headerLocation;
            row.place->setText(QStringLiteral("%1, %2").arg(
                QString::number(place.latitude, 'f', 6), QString::number(place.longitude, 'f', 6)));
            row.line->setText(place.name);
            row.address->setText(place.address);
        } else if (row.line && !row.place) {
            row.line->setText(models::textOf(values, row.field));
        }
    }
}

QStringList TemplateFields::texts() const
{
    QStringList found;
    const QList<QLineEdit *> all = lines();
    for (const QLineEdit *line : all)
        found << line->text();
    return found;
}

/// The template may have other fields by now: what fits is taken over.
void TemplateFields::fillTexts(const QStringList &texts)
{
    const QList<QLineEdit *> all = lines();
    for (qsizetype i = 0; i < std::min(all.size(), texts.size()); ++i)
        all.at(i)->setText(texts.at(i));
}

QLineEdit *TemplateFields::newLine(int limit)
{
    auto *line = new QLineEdit;
    line->setMaxLength(limit);
    line->setMinimumWidth(m_desk.theme->px(80));
    line->installEventFilter(this);
    return line;
}

void TemplateFields::addRow(const TemplateField &field)
{
    Row row;
    row.field = field;
    row.caption = new Label(*m_desk.theme, TextRole::Small, Token::TextMuted);
    row.caption->setWordWrap(true); // a narrow window must not push the fields out of sight
    const int at = m_grid->rowCount();
    m_grid->addWidget(row.caption, at, 0);
    if (isFile(field.part))
        addFile(row, at);
    else if (field.part == Part::HeaderPlace)
        addPlace(row, at);
    else
        addText(row, at);
    m_rows << row;
}

void TemplateFields::addText(Row &row, int at)
{
    row.line = newLine(limitOf(row.field.part));
    row.caption->setBuddy(row.line);
    m_grid->addWidget(row.line, at, 1);
    connect(row.line, &QLineEdit::textChanged, this,
            [this, field = row.field](const QString &text) {
                models::setText(m_values, field, text);
                mark();
                Q_EMIT changed();
            });
}

void TemplateFields::addPlace(Row &row, int at)
{
    row.place = newLine(kPlaceLimit);
    row.line = newLine(kValueLimit);
    row.address = newLine(kValueLimit);
    row.caption->setBuddy(row.place);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    for (QLineEdit *line : {row.place, row.line, row.address}) {
        column->addWidget(line);
        connect(line, &QLineEdit::textChanged, this, [this] {
            for (const Row &known : std::as_const(m_rows)) {
                if (known.place)
                    readPlace(known);
            }
        });
    }
    m_grid->addLayout(column, at, 1);
}

void TemplateFields::addFile(Row &row, int at)
{
    row.choose = new Button(*m_desk.theme, Button::Kind::Normal);
    row.choose->setGlyph(Glyph::Attach);
    row.note = new Label(*m_desk.theme, TextRole::Small, Token::TextMuted);
    row.note->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.choose);
    line->addWidget(row.note, 1);
    m_grid->addLayout(line, at, 1);
    connect(row.choose, &QPushButton::clicked, this,
            [this, index = m_rows.size()] { chooseFile(index); });
}

void TemplateFields::readPlace(const Row &row)
{
    auto place = models::placeIn(row.place->text());
    if (place) {
        if (!row.line->text().trimmed().isEmpty())
            place->name = row.line->text().trimmed();
        place->address = row.address->text().trimmed();
    }
    m_values.headerLocation = place;
    mark();
    Q_EMIT changed();
}

void TemplateFields::chooseFile(qsizetype row)
{
    m_desk.prompts->chooseFiles(
        window(), nameOf(m_rows.at(row).field),
        [self = QPointer(this), row, generation = m_generation](const QStringList &paths) {
            if (self && self->m_generation == generation && !paths.isEmpty())
                self->upload(row, paths.constFirst());
        });
}

void TemplateFields::upload(qsizetype index, const QString &path)
{
    Row &row = m_rows[index];
    models::setFile(m_values, row.field, {});
    row.trouble.clear();
    row.fileName.clear();
    row.uploading = true;
    mark();
    Q_EMIT changed();
    readFile(path, fileLimit(row.field.file).bytes, this,
             [this, index, generation = m_generation](const ChosenFile &file) {
                 if (generation == m_generation)
                     onRead(index, file.name, file.bytes);
             });
}

void TemplateFields::onRead(qsizetype index, const QString &name, const QByteArray &bytes)
{
    Row &row = m_rows[index];
    const FileLimit limit = fileLimit(row.field.file);
    row.fileName = name;
    models::Attachment seen;
    seen.kind = row.field.file;
    if (bytes.isEmpty())
        seen.fault = models::FileFault::Unreadable;
    else if (bytes.size() > limit.bytes)
        seen.fault = models::FileFault::TooLarge;
    if (seen.fault != models::FileFault::None)
        row.trouble = words::fileFaultSentence(seen);
    else if (!limit.mimeTypes.contains(sniffedType(bytes.left(kHead), row.fileName)))
        row.trouble = row.field.file == MessageKind::Image
                          ? tr("Only JPEG and PNG pictures fit here.")
                      : row.field.file == MessageKind::Video
                          ? tr("Only MP4 and 3GP videos fit here.")
                          : tr("Only PDF, text and Office documents fit here.");
    row.uploading = row.trouble.isEmpty();
    mark();
    Q_EMIT changed();
    if (!row.uploading)
        return;
    m_desk.media->upload(
        m_conversation, row.fileName, bytes, {},
        {this, [this, index, generation = m_generation](const net::Answer<UploadView> &answer) {
             if (generation == m_generation)
                 onUploaded(index, answer);
         }});
}

void TemplateFields::onUploaded(qsizetype index, const net::Answer<UploadView> &answer)
{
    Row &row = m_rows[index];
    row.uploading = false;
    if (answer)
        models::setFile(m_values, row.field, answer->id);
    else
        row.trouble = words::apiErrorSentence(answer.error());
    mark();
    Q_EMIT changed();
}

void TemplateFields::mark()
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool missing = models::isMissing(m_values, row.field);
        row.caption->setLook(missing ? TextRole::SmallStrong : TextRole::Small,
                             missing ? Token::Bad : Token::TextMuted);
        if (!row.choose)
            continue;
        const QString name = isolatedName(row.fileName);
        row.note->setText(row.uploading            ? tr("Uploading: %1").arg(name)
                          : !row.trouble.isEmpty() ? row.trouble
                          : missing                ? QString()
                                                   : name);
        row.note->setLook(TextRole::Small, row.trouble.isEmpty() ? Token::TextMuted : Token::Bad);
        row.choose->setEnabled(!row.uploading);
    }
}

QString TemplateFields::nameOf(const TemplateField &field) const
{
    const QString shown = text::visibleLine(field.name, 40).text;
    const bool numbered = !shown.isEmpty() && shown.at(0).isDigit();
    switch (field.part) {
    case Part::HeaderFile:
        return field.file == MessageKind::Image   ? tr("Header picture")
               : field.file == MessageKind::Video ? tr("Header video")
                                                  : tr("Header document");
    case Part::HeaderPlace:
        return tr("Header location");
    case Part::HeaderText:
        return tr("Header: %1").arg(shown);
    case Part::Body:
        return numbered ? tr("Field %1").arg(shown) : shown;
    case Part::UrlSuffix:
        return tr("End of the address, button “%1”").arg(shown);
    case Part::Code:
        return tr("Code to copy");
    case Part::CardFile:
        return field.file == MessageKind::Video ? tr("Card %1 video").arg(field.card + 1)
                                                : tr("Card %1 picture").arg(field.card + 1);
    case Part::CardBody:
        return numbered ? tr("Card %1, field %2").arg(field.card + 1).arg(shown)
                        : tr("Card %1: %2").arg(field.card + 1).arg(shown);
    case Part::CardUrlSuffix:
        return tr("Card %1: end of the address, button “%2”").arg(field.card + 1).arg(shown);
    case Part::CardCode:
        return tr("Card %1: code to copy").arg(field.card + 1);
    }
    return shown;
}

QString TemplateFields::missing() const
{
    const auto field = models::firstMissing(m_view, m_values);
    return field ? nameOf(*field) : QString();
}

void TemplateFields::focusMissing()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (!models::isMissing(m_values, row.field))
            continue;
        QWidget *control = row.place  ? static_cast<QWidget *>(row.place)
                           : row.line ? static_cast<QWidget *>(row.line)
                                      : row.choose;
        return control->setFocus(Qt::OtherFocusReason);
    }
}

QList<QLineEdit *> TemplateFields::lines() const
{
    QList<QLineEdit *> found;
    for (const Row &row : m_rows) {
        for (QLineEdit *line : {row.place, row.line, row.address}) {
            if (line)
                found << line;
        }
    }
    return found;
}

void TemplateFields::retranslate()
{
    for (const Row &row : std::as_const(m_rows)) {
        const QString name = nameOf(row.field);
        row.caption->setText(name);
        if (row.choose) {
            row.choose->setText(tr("Choose a file…"));
            row.choose->setAccessibleName(name);
        } else if (row.place) {
            const std::pair<QLineEdit *, QString> hints[]{
                {row.place, tr("Coordinates or the address of a map")},
                {row.line, tr("Name of the place")},
                {row.address, tr("Address")}};
            for (const auto &[line, words] : hints) {
                line->setPlaceholderText(words);
                line->setAccessibleName(words);
            }
        } else {
            row.line->setAccessibleName(name);
        }
    }
}

bool TemplateFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT entered();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace destek::ui
