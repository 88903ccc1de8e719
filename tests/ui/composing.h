#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// One template of each shape an account may have: header with picture, text and place, named and
/// numbered fields, every kind of button, a carousel, a frozen and a paused one.
[[nodiscard]] QList<TemplateView> everyTemplate();

/// A photograph-like picture of this size; noise does not compress.
[[nodiscard]] QByteArray picture(QSize size, const char *format, bool noise = false);

/// The screens named compose-…; call after the conversation is open.
void arrangeComposing(UiWorld &world, const QString &screen);

} // namespace destek::test
