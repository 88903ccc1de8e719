#pragma once

#include "net/api/dictionary_api.h"
#include "ui/kit/dialog.h"

class QLineEdit;
class QListWidget;

namespace destek::ui
{

/// The company's dictionary: what is in it, and a way to take words out again.
class WordsDialog : public Dialog
{
    Q_OBJECT
public:
    /// `dictionary` outlives it.
    WordsDialog(const Theme &theme, net::DictionaryApi *dictionary, QWidget *parent);

protected:
    void retranslate() override;

private:
    void load();
    void fill();
    void grey();
    void add();
    void remove();
    void sayAnswer(const net::Answer<Done> &answer);

    net::DictionaryApi *m_dictionary;
    QStringList m_known;
    bool m_loaded = false;
    Label *m_intro;
    Label *m_wordCaption;
    QLineEdit *m_word; ///< a new one; finds as well
    QListWidget *m_words;
    Button *m_add;
    Button *m_remove;
    Button *m_close;
};

} // namespace destek::ui
