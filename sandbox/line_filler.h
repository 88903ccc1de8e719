#pragma once

#include "sandbox/media_box.h"

namespace destek::sandbox
{

/// Makes a message of Meta's out of what a story or an order says: puts files where media are,
/// finds what is reacted to, quoted, edited and withdrawn, and fills in names. Main thread only.
class LineFiller
{
public:
    LineFiller(World &world, MediaBox &media) : m_world(world), m_media(media) {}

    /// Empty: there is nothing yet that this could refer to.
    [[nodiscard]] QJsonObject complete(const Person &person, QJsonObject content);
    /// What is wrong with it; empty if nothing is. Unknown types are no mistake.
    [[nodiscard]] static QString complaintAbout(const QJsonObject &content);

private:
    [[nodiscard]] bool link(const Person &person, QJsonObject &content, const QString &type);
    void quote(const Person &person, QJsonObject &content) const;
    void fillMedium(QJsonObject &content, const QString &type);

    World &m_world;
    MediaBox &m_media;
};

/// Replaces {ad} by the first name and {no} by an order number.
[[nodiscard]] QString filledIn(const Person &person, QString text);

} // namespace destek::sandbox
