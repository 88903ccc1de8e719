#include "ui/composer/template_picker.h"

#include "models/format/words.h"
#include "models/templates/template_form.h"
#include "ui/composer/template_fields.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace destek::ui
{

using models::TemplateModel;

namespace
{

constexpr int kRow = 44;

/// Name and language, below them what it is for, or why it cannot go.
class TemplateDelegate : public QStyledItemDelegate
{
public:
    TemplateDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {160, m_theme.px(kRow)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        painter->fillRect(option.rect, m_theme.color(selected ? Token::Selection
                                                     : hover  ? Token::Hover
                                                              : Token::Surface));
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_theme.color(Token::Accent));
        const auto view = index.data(TemplateModel::TemplateRole).value<TemplateView>();
        const bool sendable = TemplateModel::isSendable(view);
        const QRectF area = QRectF(option.rect).adjusted(12, 4, -10, -4);
        const QRectF top(area.x(), area.y(), area.width(), area.height() / 2);
        const qreal tail = m_theme.px(38);
        drawLine(*painter, m_theme, view.name, m_theme.font(TextRole::Body),
                 m_theme.color(sendable ? Token::Text : Token::TextMuted),
                 top.adjusted(0, 0, -tail - 6, 0));
        drawLine(*painter, m_theme, view.language, m_theme.font(TextRole::Small),
                 m_theme.color(Token::TextMuted),
                 QRectF(top.right() - tail, top.y(), tail, top.height()), Qt::AlignRight);
        const QString below = view.frozen ? words::refusalSentence(SendRefusal::TemplateFrozen)
                              : sendable  ? words::categoryWords(view.category)
                                          : words::templateStatusSentence(view.status);
        drawLine(*painter, m_theme, below, m_theme.font(TextRole::Small),
                 m_theme.color(sendable ? Token::TextMuted : Token::Warn),
                 top.translated(0, top.height()));
    }

private:
    const Theme &m_theme;
};

} // namespace

TemplatePicker::TemplatePicker(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_templates(desk.conversations), m_search(new QLineEdit),
      m_languages(new QComboBox), m_categories(new QComboBox), m_list(new QListView),
      m_caption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_scroll(new QScrollArea), m_lost(new Banner(*desk.theme)),
      m_discard(new Button(*desk.theme, Button::Kind::Normal)), m_fields(new TemplateFields(desk)),
      m_preview(new PreviewBubble(*desk.theme)),
      m_hint(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_back(new Button(*desk.theme, Button::Kind::Flat)),
      m_send(new Button(*desk.theme, Button::Kind::Primary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(buildLeft(), 2);
    row->addWidget(buildRight(), 3);
    connectParts();
    setMayLeave(false);
    retranslate();
}

QWidget *TemplatePicker::buildLeft()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(6);
    for (QComboBox *box : {m_languages, m_categories}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        filters->addWidget(box, 1);
    }
    column->addLayout(filters);
    m_list->setMinimumWidth(m_desk.theme->px(180));
    m_list->setMinimumHeight(m_desk.theme->px(kRow * 3));
    m_list->setMaximumHeight(m_desk.theme->px(kRow * 5));
    m_list->setModel(&m_templates);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new TemplateDelegate(*m_desk.theme, this));
    column->addWidget(m_list, 1);
    return left;
}

QWidget *TemplatePicker::buildRight()
{
    auto *inner = new QWidget;
    auto *parts = new QVBoxLayout(inner);
    parts->setContentsMargins(0, 0, 6, 0);
    parts->setSpacing(8);
    parts->addWidget(m_fields);
    parts->addWidget(m_caption);
    parts->addWidget(m_preview);
    parts->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_lost);
    m_lost->addButton(m_discard);
    m_lost->hide();
    column->addWidget(m_scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_back);
    foot->addWidget(m_send);
    column->addLayout(foot);
    m_hint->setWordWrap(true);
    m_send->setGlyph(Glyph::Send);
    return right;
}

void TemplatePicker::connectParts()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_search)})
        widget->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_templates.setFilter(text);
        chooseFirst();
    });
    connect(m_languages, &QComboBox::activated, this, [this] {
        m_templates.setLanguage(m_languages->currentData().toString());
        chooseFirst();
    });
    connect(m_categories, &QComboBox::activated, this, [this] {
        m_templates.setCategory(m_categories->currentData().toString());
        chooseFirst();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TemplatePicker::choose);
    connect(m_fields, &TemplateFields::changed, this, &TemplatePicker::onFilled);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_begun.reset();
        sayLost();
        Q_EMIT begunChanged();
    });
    connect(m_fields, &TemplateFields::entered, this, &TemplatePicker::send);
    connect(m_send, &QPushButton::clicked, this, &TemplatePicker::send);
    connect(m_desk.state, &models::ConsoleState::conversationChanged, this,
            [this](const ConversationSummary &summary) {
                if (summary.contact == m_contact)
                    m_askedFor = {}; // what is known of them may be something else by now
            });
    connect(m_back, &QPushButton::clicked, this, &TemplatePicker::left);
    connect(&m_templates, &TemplateModel::loaded, this, &TemplatePicker::onLoaded);
    connect(&m_templates, &TemplateModel::failed, this, [this](const ApiError &error) {
        m_hint->setText(words::apiErrorSentence(error));
        m_hint->setLook(TextRole::Small, Token::Bad);
    });
}

void TemplatePicker::open(bool takeFocus)
{
    if (!m_loaded)
        m_templates.load();
    if (takeFocus)
        m_list->setFocus(Qt::OtherFocusReason);
}

void TemplatePicker::onLoaded()
{
    m_loaded = true;
    fillFilters();
    chooseFirst();
    sayLost();
}

void TemplatePicker::fillFilters()
{
    const QVariant language = m_languages->currentData();
    const QVariant category = m_categories->currentData();
    m_languages->clear();
    m_languages->addItem(tr("All languages"), QString());
    for (const QString &code : m_templates.languages())
        m_languages->addItem(code, code);
    m_categories->clear();
    m_categories->addItem(tr("All categories"), QString());
    for (const QString &word : m_templates.categories())
        m_categories->addItem(words::categoryWords(word), word);
    m_languages->setCurrentIndex(qMax(0, m_languages->findData(language)));
    m_categories->setCurrentIndex(qMax(0, m_categories->findData(category)));
}

/// One in the language of the console that can be sent, if there is one.
void TemplatePicker::chooseFirst()
{
    const QString own = m_desk.speech->isTurkish() ? QStringLiteral("tr") : QStringLiteral("en");
    int first = 0;
    for (int i = m_templates.rowCount() - 1; i >= 0; --i) {
        if (TemplateModel::isSendable(m_templates.at(i)) &&
            m_templates.at(i).language.startsWith(own))
            first = i;
    }
    for (int i = 0; i < m_templates.rowCount(); ++i) {
        if (isReturned(m_templates.at(i)) || (!m_returned && isBegun(m_templates.at(i))))
            first = i;
    }
    if (m_templates.rowCount() > 0)
        m_list->setCurrentIndex(m_templates.index(first));
    else
        choose({});
}

bool TemplatePicker::isReturned(const TemplateView &view) const
{
    return m_returned && m_returned->templateName == view.name &&
           m_returned->templateLanguage == view.language;
}

/// Without filters; once more when the list has come.
void TemplatePicker::chooseAnew()
{
    m_search->clear();
    m_languages->setCurrentIndex(0);
    m_categories->setCurrentIndex(0);
    m_templates.setLanguage({});
    m_templates.setCategory({});
    const QModelIndex before = m_list->currentIndex();
    chooseFirst();
    if (m_list->currentIndex() == before)
        choose(before);
}

void TemplatePicker::bringBack(const OutboundContent &content)
{
    m_returned = content;
    chooseAnew();
    onFilled(); // it is a draft again
}

void TemplatePicker::reset()
{
    m_returned.reset();
    m_begun.reset();
    sayLost();
    m_search->clear();
    choose(m_list->currentIndex());
}

void TemplatePicker::forgetPerson()
{
    m_person.clear();
    forgetFields();
    m_conversation = {};
    reset();
}

void TemplatePicker::forgetAll()
{
    m_person.clear();
    forgetFields();
    m_returned.reset();
    m_begun.reset();
    sayLost();
    m_conversation = {};
    m_fields->clear();
    m_chosen.reset();
    m_templates.clear();
    m_loaded = false;
    showPreview();
}

void TemplatePicker::setPerson(ConversationId id, ContactId contact, const QString &name)
{
    if (m_contact != contact)
        forgetFields();
    m_contact = contact;
    if (m_conversation == id && m_person == name)
        return;
    const bool another = m_conversation != id;
    m_conversation = id;
    m_person = name;
    if (another)
        choose(m_list->currentIndex());
}

void TemplatePicker::forgetFields()
{
    m_contact = m_askedFor = {};
    m_known.clear();
}

/// Only for a template with a named variable: what agents keep of the person may be its value.
void TemplatePicker::askForFields()
{
    const auto isNamed = [](const QString &variable) {
        return !variable.isEmpty() && !variable.front().isDigit();
    };
    const auto any = [&](const QStringList &names) {
        return std::any_of(names.cbegin(), names.cend(), isNamed);
    };
    bool wanted = any(m_chosen->variables) || any(m_chosen->headerVariables);
    for (const TemplateView::Card &card : m_chosen->cards)
        wanted = wanted || any(card.variables);
    if (!wanted || !m_contact.isValid() || m_askedFor == m_contact)
        return;
    m_askedFor = m_contact;
    m_desk.persons->person(
        m_contact, {this, [this, contact = m_contact](const net::Answer<PersonView> &answer) {
                        if (m_askedFor != contact)
                            return; // another person is open by now
                        if (!answer) {
                            m_askedFor = {};
                            return;
                        }
                        m_known = answer->fields;
                        m_filling = true;
                        m_fields->suggest(m_person, m_known);
                        m_filling = false;
                        showPreview();
                    }});
}

void TemplatePicker::setMayLeave(bool may)
{
    m_mayLeave = may;
    m_back->setVisible(may);
}

QString TemplatePicker::preview() const
{
    return m_preview->words();
}

QString TemplatePicker::hint() const
{
    return m_hint->text();
}

void TemplatePicker::choose(const QModelIndex &index)
{
    m_filling = true;
    m_chosen.reset();
    m_fields->clear();
    if (index.isValid() && index.row() < m_templates.rowCount()) {
        m_chosen = m_templates.at(index.row());
        if (TemplateModel::isSendable(*m_chosen))
            m_fields->show(*m_chosen, m_conversation, m_person, m_known);
        if (isReturned(*m_chosen))
            m_fields->fill(m_returned->values);
        else if (isBegun(*m_chosen))
            m_fields->fillTexts(m_begun->texts);
    }
    m_filling = false;
    if (m_chosen && !m_fields->isEmpty())
        askForFields();
    m_fields->setVisible(!m_fields->isEmpty());
    showPreview();
}

bool TemplatePicker::isReady() const
{
    return m_chosen && TemplateModel::isSendable(*m_chosen) && m_fields->missing().isEmpty();
}

void TemplatePicker::showPreview()
{
    m_send->setEnabled(isReady());
    m_preview->setVisible(m_chosen.has_value());
    m_caption->setVisible(m_chosen.has_value());
    Token ink = Token::TextMuted;
    QString hint;
    if (!m_chosen) {
        hint = !m_loaded                    ? tr("Loading templates…")
               : m_search->text().isEmpty() ? tr("There is no approved template to send.")
                                            : tr("No template has these words.");
    } else if (!TemplateModel::isSendable(*m_chosen)) {
        hint = m_chosen->frozen ? words::refusalSentence(SendRefusal::TemplateFrozen)
                                : words::templateStatusSentence(m_chosen->status);
        ink = Token::Warn;
    } else if (!m_fields->missing().isEmpty()) {
        hint = tr("Missing field: %1").arg(m_fields->missing());
        ink = Token::Bad;
    } else {
        hint = tr("Enter sends");
    }
    m_hint->setText(hint);
    m_hint->setLook(TextRole::Small, ink);
    if (m_chosen) {
        const bool filled = TemplateModel::isSendable(*m_chosen);
        m_preview->show(
            previewOf(*m_chosen, filled ? m_fields->values() : models::emptyValues(*m_chosen)));
    }
}

void TemplatePicker::send()
{
    if (!m_chosen || !TemplateModel::isSendable(*m_chosen))
        return;
    if (!isReady())
        return m_fields->focusMissing();
    const TemplateValues values = m_fields->values();
    Q_EMIT sendRequested(models::contentOf(*m_chosen, values),
                         models::filledIn(*m_chosen, values.body));
}

bool TemplatePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            send();
            return true;
        }
        if (key == Qt::Key_Down && watched == m_search) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TemplatePicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_mayLeave) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TemplatePicker::retranslate()
{
    m_caption->setText(tr("Preview"));
    m_send->setText(tr("Send"));
    m_back->setText(tr("Back (Esc)"));
    m_search->setPlaceholderText(tr("Search templates"));
    m_search->setAccessibleName(tr("Search templates"));
    m_languages->setAccessibleName(tr("Language"));
    m_categories->setAccessibleName(tr("Category"));
    m_list->setAccessibleName(tr("Templates"));
    fillFilters();
    m_fields->retranslate();
    m_discard->setText(tr("Discard"));
    sayLost();
    showPreview();
}

void TemplatePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace destek::ui
