#include "ui/requests/records_page.h"

#include "models/format/words.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/table.h"
#include "ui/requests/package_writer.h"

#include <QDir>
#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace destek::ui
{

using models::DestructionRecordModel;

RecordsPage::RecordsPage(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk), m_model(desk.subjects),
      m_title(new Label(*desk.theme, TextRole::Title, Token::Text)),
      m_intro(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_save(new Button(*desk.theme, Button::Kind::Normal)), m_note(new Banner(*desk.theme)),
      m_stack(new QStackedWidget), m_table(new Table(*desk.theme)),
      m_empty(new EmptyState(*desk.theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_intro);
    m_intro->setWordWrap(true);
    head->addLayout(titles, 1);
    head->addWidget(m_save, 0, Qt::AlignBottom);
    column->addLayout(head);
    column->addWidget(m_note);
    m_note->hide();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_table->setModel(&m_model);
    const std::array<int, DestructionRecordModel::ColumnCount> widths{70,  150, 120, 280,
                                                                      150, 90,  110};
    for (int i = 0; i < DestructionRecordModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, desk.theme->px(widths[std::size_t(i)]));

    connect(&m_model, &DestructionRecordModel::loaded, this, [this] {
        m_loading = false;
        m_error.reset();
        showState();
    });
    connect(&m_model, &DestructionRecordModel::failed, this, [this](const ApiError &error) {
        m_loading = false;
        m_error = error;
        showState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RecordsPage::showState);
    connect(m_save, &QPushButton::clicked, this, &RecordsPage::saveCurrent);
    connect(m_empty, &EmptyState::taken, this, &RecordsPage::open);
    retranslate();
}

void RecordsPage::open()
{
    m_loading = true;
    m_error.reset();
    m_note->hide();
    m_model.load();
    showState();
}

void RecordsPage::clear()
{
    m_model.clear();
    m_note->hide();
    showState();
}

void RecordsPage::add(const DestructionRecord &record)
{
    m_model.add(record);
    showState();
}

void RecordsPage::saveCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const auto record = index.data(DestructionRecordModel::RecordRole).value<DestructionRecord>();
    m_desk.prompts->chooseFolder(
        this, tr("Folder for the destruction record"),
        [self = QPointer(this), record](const QString &folder) {
            if (!self)
                return;
            const auto written = writeRecord(folder, record);
            if (written)
                self->m_note->say(
                    Tone::Good,
                    tr("Saved with its signature: %1").arg(QDir::toNativeSeparators(*written)));
            else
                self->m_note->say(Tone::Bad, writeErrorSentence(written.error()));
            self->m_note->show();
        });
}

void RecordsPage::showState()
{
    m_save->setEnabled(m_table->currentIndex().isValid());
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    m_empty->offer({});
    if (m_error) {
        m_empty->say(Glyph::Offline, tr("The records could not be loaded"),
                     words::apiErrorSentence(*m_error));
        m_empty->offer(tr("Try again"));
    } else if (m_loading) {
        m_empty->say(Glyph::Syncing, tr("Loading the records…"), {});
    } else {
        m_empty->say(Glyph::Record, tr("Nothing has been destroyed yet"),
                     tr("When a person is erased, the signed record of it is listed here."));
    }
}

void RecordsPage::retranslate()
{
    m_title->setText(tr("Destruction records"));
    m_intro->setText(tr(
        "What was destroyed, when and on whose order. The records hold no names and no messages."));
    m_save->setText(tr("Save record…"));
    m_table->setAccessibleName(tr("Destruction records"));
    m_table->horizontalHeader()->reset();
    m_table->viewport()->update();
    showState();
}

void RecordsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
