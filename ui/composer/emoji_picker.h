#pragma once

#include "ui/composer/emoji_list.h"
#include "ui/composer/writing_habits.h"
#include "ui/kit/speech.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace destek::ui
{

class EmojiFace;
class Label;

/// A small window with every emoji: searched by Turkish and English names, by group, the recent
/// ones first. Arrows walk, Enter takes, Esc leaves; the name of the present one stands below.
class EmojiPicker : public QFrame
{
    Q_OBJECT
public:
    /// All outlive it.
    EmojiPicker(const Theme &theme, const EmojiList &emoji, const WritingHabits &habits,
                const Speech &speech, QWidget *parent);
    /// Its lower left corner at a point on the screen; deletes itself when it is left.
    void popUp(QPoint at);
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *grid() const { return m_grid; }
    [[nodiscard]] const QList<EmojiFace *> &tones() const { return m_tones; }

Q_SIGNALS:
    void chosen(const QString &emoji);
    void toneChosen(int tone);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Grid;
    class Cells;
    void layOutGroups();
    void layOutTones();
    void showPage(int page);
    void search(const QString &typed);
    void put(const QList<Emoji> &those);
    void setTone(int tone);
    void take(const QModelIndex &index);
    void sayCurrent();
    [[nodiscard]] QString nameOf(const Emoji &emoji) const;
    bool onFieldKey(int key);
    bool onGridKey(QKeyEvent *event);

    const Theme &m_theme;
    const EmojiList &m_emoji;
    const Speech &m_speech;
    QStringList m_recent;
    int m_tone = 0;
    int m_page = 0;
    Grid *m_model;
    QLineEdit *m_field;
    QWidget *m_groupRow;
    QList<EmojiFace *> m_groups;
    QListView *m_grid;
    Label *m_name;
    QList<EmojiFace *> m_tones;
};

} // namespace destek::ui
