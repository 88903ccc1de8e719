#include "ui/composer/emoji_picker.h"

#include "ui/composer/emoji_face.h"
#include "ui/kit/announcement.h"
#include "ui/kit/label.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <array>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr int kCell = 38;
constexpr int kColumns = 10;
constexpr int kRows = 6;
constexpr int kMostFound = 200;
constexpr int kRecentPage = -1;
const QString kRecentSign = u"🕘"_s;
const std::array kGroupSigns{u"😀"_s, u"👋"_s, u"🐻"_s, u"🍔"_s, u"🚗"_s,
                             u"⚽"_s, u"💡"_s, u"💯"_s, u"🏁"_s};
static_assert(kGroupSigns.size() == std::size_t(EmojiGroup::Count));

} // namespace

class EmojiPicker::Grid : public QAbstractListModel
{
public:
    explicit Grid(EmojiPicker *picker) : QAbstractListModel(picker), m_picker(picker) {}
    void put(const QList<Emoji> &those)
    {
        beginResetModel();
        m_those = those;
        endResetModel();
    }
    [[nodiscard]] const Emoji &at(int row) const { return m_those.at(row); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_those.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Emoji &emoji = m_those.at(index.row());
        if (role == Qt::DisplayRole)
            return EmojiList::withTone(emoji, m_picker->m_tone);
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return m_picker->nameOf(emoji);
        return {};
    }

private:
    EmojiPicker *m_picker;
    QList<Emoji> m_those;
};

class EmojiPicker::Cells : public QStyledItemDelegate
{
public:
    Cells(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(kCell), m_theme.px(kCell)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF area = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
        const bool present = option.state & QStyle::State_Selected;
        const bool under = option.state & QStyle::State_MouseOver;
        painter->setPen(present ? QPen(m_theme.color(Token::Focus), 2) : QPen(Qt::NoPen));
        painter->setBrush(present ? m_theme.color(Token::AccentSoft)
                          : under ? m_theme.color(Token::Hover)
                                  : QColor(Qt::transparent));
        painter->drawRoundedRect(area, 6, 6);
        paintEmoji(*painter, m_theme, index.data().toString(), QRectF(option.rect));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

EmojiPicker::EmojiPicker(const Theme &theme, const EmojiList &emoji, const WritingHabits &habits,
                         const Speech &speech, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_theme(theme), m_emoji(emoji),
      m_speech(speech), m_recent(habits.recentEmoji), m_tone(habits.skinTone),
      m_model(new Grid(this)), m_field(new QLineEdit), m_groupRow(new QWidget),
      m_grid(new QListView), m_name(new Label(theme, TextRole::Small, Token::TextMuted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_groupRow);
    column->addWidget(m_grid);
    layOutGroups();
    layOutTones();
    m_field->setMaxLength(60);
    m_field->setPlaceholderText(tr("Search, in Turkish or English"));
    m_field->setAccessibleName(tr("Search the emoji"));
    m_field->installEventFilter(this);
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new Cells(theme, this));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setFlow(QListView::LeftToRight);
    m_grid->setWrapping(true);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setMouseTracking(true);
    m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setFixedSize(theme.px(kCell) * kColumns + theme.px(20), theme.px(kCell) * kRows);
    m_grid->installEventFilter(this);
    setAccessibleName(tr("Emoji"));
    connect(m_field, &QLineEdit::textChanged, this, &EmojiPicker::search);
    connect(m_grid, &QListView::clicked, this, &EmojiPicker::take);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EmojiPicker::sayCurrent);
    showPage(m_recent.isEmpty() ? int(EmojiGroup::Smileys) : kRecentPage);
}

void EmojiPicker::layOutGroups()
{
    const std::array names{tr("Smileys"), tr("People"),  tr("Animals and plants"),
                           tr("Food"),    tr("Travel"),  tr("Activities"),
                           tr("Objects"), tr("Symbols"), tr("Flags")};
    auto *row = new QHBoxLayout(m_groupRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const QString &sign, const QString &name, int page) {
        auto *face = new EmojiFace(m_theme, sign, name);
        face->setCheckable(true);
        connect(face, &QAbstractButton::clicked, this, [this, page] {
            m_field->clear();
            showPage(page);
        });
        row->addWidget(face);
        m_groups << face;
    };
    add(kRecentSign, tr("Used lately"), kRecentPage);
    for (std::size_t i = 0; i < names.size(); ++i)
        add(kGroupSigns[i], names[i], int(i));
    row->addStretch(1);
}

void EmojiPicker::layOutTones()
{
    const std::array names{tr("Without a skin tone"), tr("Light skin"),
                           tr("Medium-light skin"),   tr("Medium skin"),
                           tr("Medium-dark skin"),    tr("Dark skin")};
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_name, 1);
    m_name->setElided(true);
    const Emoji *hand = m_emoji.find(u"✋"_s);
    for (int tone = 0; hand && tone <= kSkinTones; ++tone) {
        auto *face =
            new EmojiFace(m_theme, EmojiList::withTone(*hand, tone), names[std::size_t(tone)]);
        face->setFixedSize(m_theme.px(30), m_theme.px(30));
        face->setCheckable(true);
        connect(face, &QAbstractButton::clicked, this, [this, tone] { setTone(tone); });
        row->addWidget(face);
        m_tones << face;
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    setTone(m_tone);
}

void EmojiPicker::popUp(QPoint at)
{
    adjustSize();
    moveOntoScreen(this, parentWidget(), at - QPoint(0, height()));
    QFrame::show();
    m_field->setFocus(Qt::PopupFocusReason);
}

// --- what is shown -------------------------------------------------------------------------

void EmojiPicker::showPage(int page)
{
    m_page = page;
    QList<Emoji> those;
    if (page == kRecentPage) {
        for (const QString &text : std::as_const(m_recent)) {
            if (const Emoji *emoji = m_emoji.find(text))
                those << *emoji;
        }
    } else {
        those = m_emoji.ofGroup(EmojiGroup(page));
    }
    for (qsizetype i = 0; i < m_groups.size(); ++i)
        m_groups.at(i)->setChecked(int(i) - 1 == page);
    put(those);
}

void EmojiPicker::search(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return showPage(m_page);
    for (EmojiFace *face : std::as_const(m_groups))
        face->setChecked(false);
    put(m_emoji.found(typed, kMostFound));
}

void EmojiPicker::put(const QList<Emoji> &those)
{
    m_model->put(those);
    if (!those.isEmpty())
        return m_grid->setCurrentIndex(m_model->index(0));
    m_name->setText(m_field->text().isEmpty() ? tr("None used yet")
                                              : tr("No emoji has these words"));
    announce(m_name, m_name->text());
}

QString EmojiPicker::nameOf(const Emoji &emoji) const
{
    return m_speech.isTurkish() ? emoji.turkish : emoji.english;
}

void EmojiPicker::sayCurrent()
{
    const QModelIndex index = m_grid->currentIndex();
    if (!index.isValid())
        return;
    m_name->setText(nameOf(m_model->at(index.row())));
    if (m_field->hasFocus()) // the grid itself is read when it has the focus
        announce(m_name, m_name->text());
}

void EmojiPicker::setTone(int tone)
{
    for (qsizetype i = 0; i < m_tones.size(); ++i)
        m_tones.at(i)->setChecked(int(i) == tone);
    if (tone == m_tone)
        return;
    m_tone = tone;
    m_grid->viewport()->update();
    Q_EMIT toneChosen(tone);
}

void EmojiPicker::take(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString emoji = index.data().toString();
    close();
    Q_EMIT chosen(emoji);
}

// --- keys ------------------------------------------------------------------------------------

bool EmojiPicker::onFieldKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        m_grid->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_grid->currentIndex());
        return true;
    default:
        return false;
    }
}

bool EmojiPicker::onGridKey(QKeyEvent *event)
{
    const QModelIndex at = m_grid->currentIndex();
    const bool firstRow = m_grid->visualRect(at).y() == m_grid->visualRect(m_model->index(0)).y();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        take(at);
        return true;
    case Qt::Key_Up:
        if (!firstRow)
            return false;
        m_field->setFocus(Qt::BacktabFocusReason);
        return true;
    // A grid is read like lines: the end of one leads to the next.
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int row = at.row() + (event->key() == Qt::Key_Right ? 1 : -1);
        m_grid->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1)));
        return true;
    }
    default:
        break;
    }
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!types && event->key() != Qt::Key_Backspace)
        return false;
    m_field->setFocus(Qt::OtherFocusReason);
    if (types)
        m_field->insert(event->text());
    else
        m_field->backspace();
    return true;
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_field && onFieldKey(key->key()))
            return true;
        if (watched == m_grid && key->key() != Qt::Key_Escape && onGridKey(key))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void EmojiPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void EmojiPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.setPen(m_theme.color(Token::LineStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace destek::ui
