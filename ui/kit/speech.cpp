#include "ui/kit/speech.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace destek::ui
{

Speech::Speech(QObject *parent) : QObject(parent)
{
    choose(text::Language::English);
}

Speech::~Speech()
{
    remove();
}

void Speech::remove()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qtFields);
    QCoreApplication::removeTranslator(&m_qt);
}

void Speech::choose(text::Language language)
{
    remove();
    m_language = language;
    const bool turkish = language == text::Language::Turkish;
    // Dates and numbers of Qt's own widgets follow too; ours come from core/text.
    QLocale::setDefault(turkish ? QLocale(QLocale::Turkish, QLocale::Turkey)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString code = turkish ? u"tr"_s : u"en"_s;
    const QString system = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(u"qtbase_"_s + code + u".qm"_s, system))
        QCoreApplication::installTranslator(&m_qt);
    if (m_qtFields.load(u":/i18n/qt_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_qtFields);
    if (m_own.load(u":/i18n/destek_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_own);
    Q_EMIT changed();
}

} // namespace destek::ui
