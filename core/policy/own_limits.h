#pragma once

#include "core/domain/work.h"

/// How much agents may keep: notes, drafts, fields of a person, held messages. Lengths are UTF-16
/// code units. Pure; asked by the console before it lets go of a text and by the daemon before it
/// keeps one.
namespace destek
{

constexpr int kNoteLimit = 4096;
constexpr int kMentionsAtMost = 50;
/// More than can be sent: what somebody pasted is not lost because it has to be shortened.
constexpr int kDraftLimit = 16384;
/// Of a template that is being filled in: the fields of ten cards and more. Their texts together
/// are at most kDraftLimit.
constexpr int kBegunFieldsAtMost = 200;
constexpr int kBegunNameLimit = 512;
constexpr int kFieldNameLimit = 40;
constexpr int kFieldValueLimit = 500;
constexpr int kFieldsAtMost = 30;
constexpr Duration kHoldAtMost = std::chrono::seconds(5);

/// What is more than the daemon keeps of something begun.
[[nodiscard]] inline bool isTooLong(const Draft &draft)
{
    qsizetype length = draft.text.size();
    if (draft.form) {
        if (draft.form->name.size() > kBegunNameLimit ||
            draft.form->language.size() > kBegunNameLimit ||
            draft.form->texts.size() > kBegunFieldsAtMost)
            return true;
        for (const QString &text : draft.form->texts)
            length += text.size();
    }
    return length > kDraftLimit;
}

enum class NoteProblem : quint8 { Empty, TooLong, TooManyMentions };
constexpr auto enumNames(NoteProblem)
{
    return std::array{DESTEK_NAME(NoteProblem::Empty, "note_empty"),
                      DESTEK_NAME(NoteProblem::TooLong, "note_too_long"),
                      DESTEK_NAME(NoteProblem::TooManyMentions, "too_many_mentions")};
}

[[nodiscard]] inline std::optional<NoteProblem> problemOf(const NoteDraft &note)
{
    if (note.text.trimmed().isEmpty())
        return NoteProblem::Empty;
    if (note.text.size() > kNoteLimit)
        return NoteProblem::TooLong;
    if (note.mentions.size() > kMentionsAtMost)
        return NoteProblem::TooManyMentions;
    return std::nullopt;
}

enum class FieldProblem : quint8 { NameMissing, NameTooLong, ValueTooLong, TooMany };
constexpr auto enumNames(FieldProblem)
{
    return std::array{DESTEK_NAME(FieldProblem::NameMissing, "field_name_missing"),
                      DESTEK_NAME(FieldProblem::NameTooLong, "field_name_too_long"),
                      DESTEK_NAME(FieldProblem::ValueTooLong, "field_value_too_long"),
                      DESTEK_NAME(FieldProblem::TooMany, "too_many_fields")};
}

/// Of the field alone; how many a person may have is kFieldsAtMost.
[[nodiscard]] inline std::optional<FieldProblem> problemOf(const PersonField &field)
{
    if (field.name.trimmed().isEmpty())
        return FieldProblem::NameMissing;
    if (field.name.trimmed().size() > kFieldNameLimit)
        return FieldProblem::NameTooLong;
    if (field.value.size() > kFieldValueLimit)
        return FieldProblem::ValueTooLong;
    return std::nullopt;
}

} // namespace destek
