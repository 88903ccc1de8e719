#pragma once

#include "core/text/dates.h"

#include <QObject>
#include <QTranslator>

namespace destek::ui
{

/// The language of the console, switched while it runs: every widget gets LanguageChange and
/// sets its words anew. One object, made in the composition root. GUI thread.
class Speech : public QObject
{
    Q_OBJECT
public:
    explicit Speech(QObject *parent = nullptr);
    ~Speech() override;
    [[nodiscard]] text::Language language() const { return m_language; }
    [[nodiscard]] bool isTurkish() const { return m_language == text::Language::Turkish; }
    void choose(text::Language language);

Q_SIGNALS:
    void changed();

private:
    void remove();
    text::Language m_language = text::Language::English;
    QTranslator m_own;
    QTranslator m_qt;       ///< what Qt's own dialogs say, if this system has it
    QTranslator m_qtFields; ///< Qt's fields and keys, in our words
};

} // namespace destek::ui
