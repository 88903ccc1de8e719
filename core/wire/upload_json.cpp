#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

QJsonObject toJson(const UploadView &upload)
{
    return {{"id"_L1, upload.id.value},
            {"fileName"_L1, upload.fileName},
            {"mimeType"_L1, upload.mimeType},
            {"size"_L1, upload.size}};
}

std::optional<UploadView> uploadFromJson(const QJsonObject &json)
{
    UploadView upload;
    upload.id = UploadId(integer(json, "id"_L1));
    if (!upload.id.isValid())
        return std::nullopt;
    upload.fileName = string(json, "fileName"_L1);
    upload.mimeType = string(json, "mimeType"_L1);
    upload.size = integer(json, "size"_L1);
    return upload;
}

} // namespace destek::wire
