#include "ui/alerts/notifier.h"

namespace destek::ui
{

Notifier::Notifier(QObject *parent) : QObject(parent) {}

} // namespace destek::ui
