#pragma once

#include "core/domain/outbound.h"
#include "core/domain/work.h"

#include <QStringList>

namespace destek::models
{

/// One thing an agent fills in before a template can go out.
struct TemplateField {
    enum class Part : quint8 {
        HeaderText,
        HeaderFile,
        HeaderPlace,
        Body,
        UrlSuffix,
        Code,
        CardFile,
        CardBody,
        CardUrlSuffix,
        CardCode,
    };
    Part part = Part::Body;
    int card = 0;  ///< of a carousel, from 0
    int index = 0; ///< of the variable or the button
    QString name;  ///< of the variable ("1", "order_id") or the button's label
    MessageKind file = MessageKind::Image; ///< what kind of file; Image, Video or Document
    bool operator==(const TemplateField &) const = default;
};

/// In the order in which the customer reads them.
[[nodiscard]] QList<TemplateField> fieldsOf(const TemplateView &view);

/// What the person's own data says for a field whose name asks for it ("name", "ad", "isim",
/// "müşteri adı"), and for a first {{1}} after a greeting; a field that agents keep of the person
/// for a variable of the same name ("Sipariş no" for {{siparis_no}}). Only ever a suggestion: the
/// agent sees it in the field and can change it.
[[nodiscard]] QString suggestionFor(const TemplateView &view, const TemplateField &field,
                                    const QString &personName,
                                    const QList<PersonField> &known = {});

/// Empty values with a place for each variable and button.
[[nodiscard]] TemplateValues emptyValues(const TemplateView &view);
void setText(TemplateValues &values, const TemplateField &field, const QString &text);
[[nodiscard]] QString textOf(const TemplateValues &values, const TemplateField &field);
void setFile(TemplateValues &values, const TemplateField &field, UploadId upload);
/// Nothing there that would be sent.
[[nodiscard]] bool isMissing(const TemplateValues &values, const TemplateField &field);
[[nodiscard]] std::optional<TemplateField> firstMissing(const TemplateView &view,
                                                        const TemplateValues &values);

/// A text with its placeholders filled in, in one pass: what a value contains is not read again;
/// empty ones stay as placeholders.
[[nodiscard]] QString filledText(const QString &text, const QStringList &variables,
                                 const QStringList &values);

/// What goes out.
[[nodiscard]] OutboundContent contentOf(const TemplateView &view, const TemplateValues &values);

} // namespace destek::models
