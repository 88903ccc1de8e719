#pragma once

#include "core/domain/content.h"

#include <QStringList>

namespace destek
{

enum class TemplateHeader : quint8 { None, Text, Image, Video, Document, Location };
constexpr auto enumNames(TemplateHeader)
{
    using H = TemplateHeader;
    return std::array{DESTEK_NAME(H::None, "none"),         DESTEK_NAME(H::Text, "text"),
                      DESTEK_NAME(H::Image, "image"),       DESTEK_NAME(H::Video, "video"),
                      DESTEK_NAME(H::Document, "document"), DESTEK_NAME(H::Location, "location")};
}

/// A template as Meta keeps it (facts/whatsapp.md 4.2). Variables are named in order of
/// appearance: "1", "2" or names.
struct TemplateView {
    QString name;
    QString language;
    QString category;    ///< Meta's word: UTILITY, AUTHENTICATION (MARKETING is never listed)
    QString status;      ///< Meta's word: APPROVED, PAUSED, ...
    QString quality;     ///< GREEN, YELLOW, RED, UNKNOWN
    bool named = false;  ///< variables have names
    bool frozen = false; ///< Meta changed its category: waits for the administrator
    TemplateHeader header = TemplateHeader::None;
    QString headerText;
    QStringList headerVariables; ///< at most one
    QString body;                ///< with {{1}} or {{name}} placeholders
    QStringList variables;       ///< of the body
    QString footer;
    /// A Url button whose value holds {{1}} needs a suffix; CopyCode needs a code.
    QList<ButtonView> buttons;
    struct Card {
        TemplateHeader header = TemplateHeader::Image;
        QString body;
        QStringList variables;
        QList<ButtonView> buttons;
        bool operator==(const Card &) const = default;
    };
    QList<Card> cards; ///< of a carousel; else empty
    bool operator==(const TemplateView &) const = default;
};

/// What an agent filled in.
struct TemplateValues {
    QString header;        ///< for a text header with a variable
    UploadId headerUpload; ///< for a picture, film or document
    std::optional<LocationView> headerLocation;
    QStringList body;    ///< as many as TemplateView::variables
    QStringList buttons; ///< one per button, empty where the button takes none
    struct Card {
        UploadId upload;
        QStringList body;
        QStringList buttons;
        bool operator==(const Card &) const = default;
    };
    QList<Card> cards;
    bool operator==(const TemplateValues &) const = default;
};

} // namespace destek
