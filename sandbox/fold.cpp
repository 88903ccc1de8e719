#include "sandbox/fold.h"

#include <QHash>

namespace destek::sandbox
{

QString fold(const QString &text)
{
    static const QHash<QChar, QChar> plain{{u'İ', u'i'}, {u'I', u'i'}, {u'ı', u'i'}, {u'Ş', u's'},
                                           {u'ş', u's'}, {u'Ç', u'c'}, {u'ç', u'c'}, {u'Ğ', u'g'},
                                           {u'ğ', u'g'}, {u'Ö', u'o'}, {u'ö', u'o'}, {u'Ü', u'u'},
                                           {u'ü', u'u'}, {u'â', u'a'}, {u'î', u'i'}, {u'û', u'u'}};
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text) {
        const QChar mapped = plain.value(c, c.toLower());
        folded += mapped.isLetterOrNumber() || mapped.isSurrogate() ? mapped : QChar(u' ');
    }
    return folded.simplified();
}

bool mentions(const QString &text, const QString &keyword)
{
    const QString wanted = fold(keyword);
    if (wanted.isEmpty())
        return false;
    return QString(u' ' + fold(text)).contains(QString(u' ' + wanted));
}

} // namespace destek::sandbox
