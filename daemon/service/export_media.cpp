#include "daemon/service/export_media.h"

#include "daemon/service/media_gateway.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// An ending that no system runs as a program, whatever the file is called by others.
QString endingFor(const QString &mimeType)
{
    static const QHash<QString, QString> endings{
        {u"image/jpeg"_s, u"jpg"_s},
        {u"image/png"_s, u"png"_s},
        {u"image/webp"_s, u"webp"_s},
        {u"image/gif"_s, u"gif"_s},
        {u"video/mp4"_s, u"mp4"_s},
        {u"video/3gpp"_s, u"3gp"_s},
        {u"audio/ogg"_s, u"ogg"_s},
        {u"audio/opus"_s, u"opus"_s},
        {u"audio/aac"_s, u"aac"_s},
        {u"audio/amr"_s, u"amr"_s},
        {u"audio/mpeg"_s, u"mp3"_s},
        {u"audio/mp4"_s, u"m4a"_s},
        {u"application/pdf"_s, u"pdf"_s},
        {u"text/plain"_s, u"txt"_s},
        {u"application/msword"_s, u"doc"_s},
        {u"application/vnd.ms-excel"_s, u"xls"_s},
        {u"application/vnd.ms-powerpoint"_s, u"ppt"_s},
        {u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s, u"docx"_s},
        {u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s, u"xlsx"_s},
        {u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s,
         u"pptx"_s}};
    return endings.value(mimeType, u"bin"_s);
}

} // namespace

void addMediaFiles(SubjectData &data, MediaFiles &files, QList<ExportPackage::File> &package)
{
    int number = 0;
    for (SubjectData::Conversation &conversation : data.conversations) {
        for (SubjectData::Message &message : conversation.messages) {
            if (!message.media || message.media->state != MediaState::Here)
                continue;
            const MediaRecord &media = *message.media;
            auto bytes = files.read({media.id, media.contact, media.at}, media.file, kMediaAtMost);
            if (!bytes)
                continue;
            message.mediaPath = u"media/%1.%2"_s.arg(++number, 4, 10, QLatin1Char('0'))
                                    .arg(endingFor(media.mimeType));
            package << ExportPackage::File{message.mediaPath, std::move(*bytes)};
        }
    }
}

} // namespace destek::daemon
