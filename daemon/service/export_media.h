#pragma once

#include "core/domain/subject_request.h"
#include "daemon/service/export_data.h"
#include "daemon/service/ports/media_files.h"

namespace destek::daemon
{

/// Opens the files of a person into the package: media/0001.jpg and so on, named by
/// us and not by whoever sent them, in the order of the thread; each message is told its path.
/// A file that is not here or cannot be opened is missing in the package and said so in both
/// documents; it stops nothing.
void addMediaFiles(SubjectData &data, MediaFiles &files, QList<ExportPackage::File> &package);

} // namespace destek::daemon
