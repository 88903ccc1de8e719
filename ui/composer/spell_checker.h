#pragma once

#include "core/domain/ids.h"
#include "ui/spelling/spelling.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QPointer>
#include <QTextBlock>
#include <QTextLayout>

class QMenu;

namespace destek::ui
{

class MarkupHighlighter;
class PlainEdit;

/// Spelling in one field: a wavy line under what no dictionary knows, ways to mend it in the
/// context menu. The word being written is left alone until the caret leaves it. GUI thread.
class SpellChecker : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    SpellChecker(const Theme &theme, PlainEdit *edit, MarkupHighlighter *highlighter,
                 QObject *parent);

    void setLanguages(bool turkish, bool english);
    /// Other folders than the system's.
    void setFolders(const QStringList &folders);
    /// Another conversation: other names are right, other words are ignored.
    void begin(ConversationId id, const QStringList &names);
    void setCompanyWords(const QStringList &words) { m_spelling->setCompanyWords(words); }
    [[nodiscard]] bool isCompanyWord(const QString &word) const
    {
        return m_spelling->isCompanyWord(word);
    }
    /// The menu offers to keep a word for everybody; without it only to ignore.
    void setTeaches(bool teaches) { m_teaches = teaches; }
    [[nodiscard]] bool isOn() const { return m_spelling->isOn(); }
    [[nodiscard]] QString missingPackage(SpellingLanguage language) const
    {
        return m_spelling->missingPackage(language);
    }
    /// As far as is known yet; the text is read from the caret on.
    [[nodiscard]] bool hasMistake() const { return nextMistake().has_value(); }
    /// Selects the next wrong word and opens the menu there.
    void goToMistake();
    /// In the document, wrong ones only.
    [[nodiscard]] QStringList mistakes() const;
    /// Draws the field's marks again, all layers of them; nobody is told of a change of text.
    void look();

Q_SIGNALS:
    void taught(const QString &word);

private:
    struct Word {
        int start = 0; ///< in the document
        QString text;
    };
    [[nodiscard]] QList<QTextLayout::FormatRange> marksIn(const QTextBlock &block) const;
    [[nodiscard]] QList<Word> wrongIn(const QTextBlock &block) const;
    [[nodiscard]] std::optional<Word> wrongAt(int position) const;
    [[nodiscard]] std::optional<Word> nextMistake() const;
    void fillMenu(QMenu *menu, int position);
    void offer(QMenu *menu, QAction *before, const Word &word, const QStringList &suggestions);
    void replace(const Word &word, const QString &by);
    void ignore(const QString &word);
    void onMoved();

    const Theme &m_theme;
    PlainEdit *m_edit;
    MarkupHighlighter *m_highlighter;
    Spelling *m_spelling;
    bool m_teaches = false;
    ConversationId m_conversation;
    QStringList m_names;
    QStringList m_ignored; ///< in this conversation
    int m_lastBlock = -1;
    bool m_turkish = false;
    bool m_english = false;
};

} // namespace destek::ui
